package org.modeq.symbolic.latex;

import java.util.List;
import java.util.Optional;
import org.modeq.symbolic.lie.ExponentialProduct;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.word.Bracketing;

/** A script in which formulas are written: the words of which a sum of differentials consists. */
interface Script {
    /** F(t) in a notation, without its sign. */
    Piece differential(RootedTree tree, Notation notation);

    /** A letter A_j or a bracket, the letters as fields; in LaTeX longer ones as powers of ad. */
    Piece bracketing(Bracketing bracketing);

    /** A letter or a bracket, the letters as they are; [x,[x,[x,y]]] and longer ones as powers of ad_x. */
    Piece element(Bracketing bracketing);

    /** |c| · hᵖ in front of a factor; empty for 1. */
    Piece factor(Coefficient coefficient, int power);

    /** The factor in pieces between which a line may be broken, several only if it is wider than there is room. */
    default List<Piece> factors(Coefficient coefficient, int power, double room) {
        return List.of(factor(coefficient, power));
    }

    /** Whether a bracket is minus what this library means by it. */
    default boolean flips(Bracketing bracketing) {
        return false;
    }

    /** Whether the rational coefficients of one power of h are written over one denominator. */
    default boolean hasCommonDenominators() {
        return false;
    }

    /** A sign of multiplication for a line that begins in the middle of a term; empty where terms are not broken. */
    default Optional<Piece> times() {
        return Optional.empty();
    }

    /** A sign: in front of the first term (where a plus is not written) or between terms. */
    Piece sign(boolean negative, boolean first);

    /** The parentheses around the terms that share a power. */
    Piece open();

    /** The other one. */
    Piece close();

    /** O(hᵖ). */
    Piece remainder(int power);

    /** … */
    Piece dots();

    /** What the left side and the indent of further lines take away from the width of a line. */
    double margin();

    /** θ̇ = for the field that is followed, f̃ = for the one to feed a method with; in indices their components i. */
    String fieldSide(boolean isModifying, Notation notation);

    /** log(e^X₁ … e^X_K) =, a line of its own. */
    String logarithmSide(ExponentialProduct product);

    /** The left side and the lines with the marks of a new line. */
    String display(List<String> lines, String leftSide);
}
