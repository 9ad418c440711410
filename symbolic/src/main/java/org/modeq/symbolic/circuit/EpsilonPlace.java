package org.modeq.symbolic.circuit;

import java.util.Locale;

/** Where the ε stands that keeps the denominator of an adaptive method from 0. */
public enum EpsilonPlace {
    /** x/√(v + ε): smooth everywhere. */
    INSIDE,
    /** x/(√v + ε), as the libraries have it: smooth where v &gt; 0, so where no coordinate of the gradient is 0. */
    OUTSIDE;

    /**
     * Reads the place.
     *
     * @param text {@code inside} or {@code outside}
     * @return the place
     * @throws IllegalArgumentException if it is neither
     */
    public static EpsilonPlace parse(String text) {
        for (EpsilonPlace place : values()) {
            if (place.toString().equals(text)) {
                return place;
            }
        }
        throw new IllegalArgumentException(
                "given the place '" + text + "' of epsilon, expected inside for m/√(v+ε) or outside for m/(√v+ε)");
    }

    /**
     * The denominator as text.
     *
     * @param square the averaged square, as {@code v}
     * @return {@code √(v+ε)} or {@code √v+ε}
     */
    public String denominator(String square) {
        boolean isSum = !square.matches("\\p{L}");
        return this == INSIDE ? "√(" + square + "+ε)" : "√" + (isSum ? "(" + square + ")" : square) + "+ε";
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
