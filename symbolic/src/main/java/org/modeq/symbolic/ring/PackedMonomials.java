package org.modeq.symbolic.ring;

import java.util.List;
import java.util.TreeSet;

/**
 * The monomials x₁^e₁ ⋯ xₙ^eₙ in some sorted parameters, each packed into one {@code long}.
 *
 * <p>With the tail sums sᵢ = eᵢ + … + eₙ the packed monomial is the number with the digits s₁ s₂ … sₙ, each of
 * {@code min(31, 63/n)} bits. The sum of two packed monomials is their packed product, and the order of the longs is
 * that of printing: by total degree s₁ first, then as words (x₁² before x₁x₂ before x₂²). No digit passes s₁, so the
 * packing is faithful as long as the total degree fits into a digit: up to 2³¹ − 1 in two parameters, 1023 in six, 127
 * in nine, 15 in fifteen.
 */
final class PackedMonomials {
    /** The monomial 1, in any parameters. */
    static final long UNIT = 0;

    private static final int WIDEST = 31;

    private final List<String> names;
    private final int width;
    private final long greatest;

    private PackedMonomials(List<String> names) {
        this.names = names;
        this.width = Math.min(WIDEST, (Long.SIZE - 1) / Math.max(1, names.size()));
        this.greatest = (1L << width) - 1;
        if (width == 0) {
            throw new ArithmeticException("given " + names.size() + " parameters, expected at most " + (Long.SIZE - 1)
                    + "; put numbers in place of some");
        }
    }

    /** The monomials in parameters whose names are sorted. */
    static PackedMonomials of(List<String> sortedNames) {
        return new PackedMonomials(List.copyOf(sortedNames));
    }

    /** The monomials in the parameters of both. */
    PackedMonomials union(PackedMonomials other) {
        if (names.equals(other.names) || other.names.isEmpty()) {
            return this;
        }
        if (names.isEmpty()) {
            return other;
        }
        TreeSet<String> all = new TreeSet<>(names);
        all.addAll(other.names);
        return of(List.copyOf(all));
    }

    List<String> names() {
        return names;
    }

    /** Refuses a total degree that does not fit into a digit. */
    void requireDegree(long degree) {
        if (degree > greatest) {
            throw new ArithmeticException("given degree " + degree + " in the parameters " + names
                    + ", expected a degree of at most " + greatest + "; use fewer parameters or a lower order");
        }
    }

    /** The total degree e₁ + … + eₙ. */
    int degree(long monomial) {
        return tailSum(monomial, 0);
    }

    /** The exponent of the i-th parameter, from 0. */
    int exponent(long monomial, int index) {
        return tailSum(monomial, index) - tailSum(monomial, index + 1);
    }

    /** The i-th parameter as a monomial, from 0. */
    long parameter(int index) {
        long monomial = UNIT;
        for (int i = 0; i <= index; i++) {
            monomial |= 1L << shift(i);
        }
        return monomial;
    }

    /** Whether every exponent of the divisor is at most that of the multiple. */
    boolean isDivisor(long divisor, long multiple) {
        for (int i = 0; i < names.size(); i++) {
            if (exponent(divisor, i) > exponent(multiple, i)) {
                return false;
            }
        }
        return true;
    }

    /** A monomial that was packed with other parameters; those that are missing here must not occur in it. */
    long repacked(long monomial, PackedMonomials packing) {
        if (monomial == UNIT) {
            return UNIT;
        }
        requireDegree(packing.degree(monomial));
        long repacked = UNIT;
        for (int i = 0; i < packing.names.size(); i++) {
            int exponent = packing.exponent(monomial, i);
            if (exponent > 0) {
                repacked += exponent * parameter(names.indexOf(packing.names.get(i)));
            }
        }
        return repacked;
    }

    private int tailSum(long monomial, int index) {
        return index < names.size() ? (int) ((monomial >>> shift(index)) & greatest) : 0;
    }

    private int shift(int index) {
        return width * (names.size() - 1 - index);
    }
}
