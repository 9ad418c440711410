package org.modeq.symbolic.modified;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.lie.LieSeries;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.word.Bracketing;
import org.modeq.symbolic.word.Letter;

/**
 * The bracket form of a modified field: self-corrections of the single fields plus Lie brackets.
 *
 * <p>An Euler step on A is the flow of its own modified field h A + h² A_2 + h³ A_3 + …, so a sequence of steps is a product
 * of exponentials of sums of letters, and its logarithm is the modified field in brackets:
 * f̃ = Σ h^(w−1) c_l P(l) over the Lyndon words l of weight w. Here A_2 = −½A′A, and so on.
 *
 * @param method the sequence of steps
 * @param series the Lie series of the letters A, A_2, A_3, …
 */
public record BracketForm(EulerSteps<?> method, LieSeries<Rational> series) {
    /**
     * Derives the bracket form.
     *
     * @param method a sequence of full steps on one field each
     * @param order N ≥ 1, the highest weight
     * @return the bracket form
     * @throws IllegalArgumentException if N &lt; 1 or the method is not such a sequence
     */
    public static BracketForm of(Method<?> method, int order) {
        if (order < 1) {
            throw new IllegalArgumentException(
                    "given order " + order + ", expected at least 1; order 2 is the first bracket");
        }
        if (!(method instanceof EulerSteps<?> sweep) || !sweep.steps().stream().allMatch(step -> step.isOnOneField())) {
            throw new IllegalArgumentException(
                    "given " + method.name()
                            + ", expected steps on one field each for the bracket form; use a sequence, or the form over trees");
        }
        List<SortedMap<Letter, Rational>> factors = sweep.steps().stream()
                .map(step -> letters(step.weights().firstKey(), order))
                .toList();
        return new BracketForm(sweep, LieSeries.logOfProduct(RATIONALS, factors, order));
    }

    private static SortedMap<Letter, Rational> letters(Colour field, int order) {
        SortedMap<Letter, Rational> letters = new TreeMap<>();
        for (int weight = 1; weight <= order; weight++) {
            letters.put(new Letter(field.name(), weight), Rational.ONE);
        }
        return letters;
    }

    /** {@return the terms, powers of h rising, then in the order of the basis} */
    public List<Term> terms() {
        return series.coordinates().entrySet().stream()
                .map(entry -> new Term(
                        entry.getKey().word().weight() - 1, entry.getKey().bracketing(), entry.getValue()))
                .toList();
    }

    /**
     * The field that a letter stands for: A_j is the part of order j of the modified field of one Euler step on A.
     *
     * @param letter A_j
     * @return the factor b(t)/σ(t) of each tree t of order j
     */
    public static SortedMap<RootedTree, Rational> meaning(Letter letter) {
        Colour colour = new Colour(letter.field());
        BSeriesField<Rational> field = ModifiedEquation.of(EulerSteps.gradientDescent(), letter.letterWeight())
                .field()
                .recoloured(f -> colour);
        SortedMap<RootedTree, Rational> weights = new TreeMap<>();
        for (RootedTree tree : field.nonzero().keySet()) {
            if (tree.order() == letter.letterWeight()) {
                weights.put(tree, field.weight(tree));
            }
        }
        return weights;
    }

    /** {@return the same field over trees, every bracket expanded by the pre-Lie product} */
    public BSeriesField<Rational> toTrees() {
        return series.toTrees(BracketForm::meaning);
    }

    /**
     * One term h^p · coefficient · bracket.
     *
     * @param power p, the power of h in the field
     * @param bracket a letter or a bracket of letters of weight p + 1
     * @param coefficient its factor
     */
    public record Term(int power, Bracketing bracket, Rational coefficient) {}
}
