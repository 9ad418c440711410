package org.modeq.symbolic.latex;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.method.LinearMultistep;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.NearestWord;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.RootedTree;

/** How an elementary differential is written. No notation changes a coefficient; they only differ in what is named. */
public enum Notation {
    /** Derivatives of the losses: {@code ∇²L ∇L}, {@code ∇³L[∇L,∇L]}; f = −∇L is inserted. */
    GRADIENT,
    /** Derivatives of the fields: {@code f′f}, {@code f″(f,f)}. */
    FIELD,
    /** Components of the fields, repeated indices summed over: {@code f^i_j f^j}, {@code f^i_jk f^j f^k}. */
    INDEX,
    /** F(t) with the tree t drawn; in plain text in brackets, {@code F(f[f,f])}. */
    TREE;

    /**
     * Reads the name of a notation.
     *
     * @param name {@code gradient}, {@code field}, {@code index} or {@code tree}
     * @return the notation
     * @throws IllegalArgumentException if the name is none of these
     */
    public static Notation parse(String name) {
        for (Notation notation : values()) {
            if (notation.toString().equals(name)) {
                return notation;
            }
        }
        throw new IllegalArgumentException("unknown notation '" + name + "', expected gradient, field, index or tree"
                + NearestWord.hint(
                        name, Arrays.stream(values()).map(Notation::toString).toList()));
    }

    /**
     * The usual notation of a method: derivatives of the loss for optimizers, of the fields for other integrators and games.
     *
     * @param method the method
     * @return the notation that is used unless another is asked for
     */
    public static Notation usual(Method<?> method) {
        boolean isGame = method.name().startsWith("game:");
        boolean isOptimizer = method instanceof EulerSteps<?>
                || method instanceof LinearMultistep<?>
                || List.of("sam", "extragradient").contains(method.name());
        return isOptimizer && !isGame ? GRADIENT : FIELD;
    }

    /** The factor of the differential in this notation: (−1)^|t| times the coefficient of F(t) where f = −∇L is inserted. */
    <E> E factor(RootedTree tree, E coefficient, Ring<E> ring) {
        return this == GRADIENT && tree.order() % 2 == 1 ? ring.negate(coefficient) : coefficient;
    }

    /** {@return the name in lower case, as the command line writes it} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
