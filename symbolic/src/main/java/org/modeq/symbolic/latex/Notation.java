package org.modeq.symbolic.latex;

import java.util.Locale;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.RootedTree;

/** How an elementary differential is written. No notation changes a coefficient; they only differ in what is named. */
public enum Notation {
    /** Derivatives of the losses: {@code ∇²L ∇L}, {@code ∇³L[∇L,∇L]}; f = −∇L is inserted. */
    GRADIENT,
    /** Derivatives of the fields: {@code f′f}, {@code f″(f,f)}. */
    FIELD;

    /**
     * Reads the name of a notation.
     *
     * @param name {@code gradient} or {@code field}
     * @return the notation
     * @throws IllegalArgumentException if the name is neither
     */
    public static Notation parse(String name) {
        for (Notation notation : values()) {
            if (notation.toString().equals(name)) {
                return notation;
            }
        }
        throw new IllegalArgumentException("unknown notation '" + name + "', expected gradient or field");
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
