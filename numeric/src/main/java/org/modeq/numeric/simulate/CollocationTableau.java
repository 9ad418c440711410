package org.modeq.numeric.simulate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.modeq.symbolic.method.Tableau;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;

/**
 * The tableau of collocation at the zeros of a polynomial, to 70 digits: a run needs numbers where a derivation needs none.
 *
 * <p>With l_j the Lagrange polynomials of the nodes, a_ij = ∫₀^{c_i} l_j and b_j = ∫₀¹ l_j. Hairer, Nørsett and Wanner (1993),
 * theorem II.7.7.
 */
public final class CollocationTableau {
    /** Numbers are multiples of 2^(−240), about 1e-72. */
    private static final int BITS = 240;

    private static final int GRID = 1024;
    private static final Rational HALF = Rational.of(1, 2);
    private static final Rational UNIT = Rational.of(BigInteger.ONE.shiftLeft(BITS), BigInteger.ONE);

    private CollocationTableau() {}

    /**
     * The tableau.
     *
     * @param nodes q, with simple zeros between 0 and 1
     * @return A and b, every number rounded to a multiple of 2^(−240)
     * @throws IllegalArgumentException if q has a zero that is not real, not simple or not between 0 and 1
     */
    public static Tableau<Rational> of(Polynomial nodes) {
        List<Rational> zeros = zeros(nodes);
        if (zeros.size() != nodes.degree()) {
            throw new IllegalArgumentException("given nodes at the zeros of a polynomial of degree " + nodes.degree()
                    + ", of which " + zeros.size()
                    + " were found between 0 and 1; expected all of them there, apart by more than 1/" + GRID);
        }
        List<Polynomial> integrals = new ArrayList<>();
        for (Rational node : zeros) {
            integrals.add(lagrange(node, zeros).integral());
        }
        List<List<Rational>> a = new ArrayList<>();
        for (Rational node : zeros) {
            a.add(integrals.stream()
                    .map(integral -> rounded(integral.valueAt(node)))
                    .toList());
        }
        return new Tableau<>(
                a,
                integrals.stream()
                        .map(integral -> rounded(integral.valueAt(Rational.ONE)))
                        .toList());
    }

    /** The zeros in [0, 1], by changes of sign on a grid and bisection. */
    private static List<Rational> zeros(Polynomial polynomial) {
        List<Rational> zeros = new ArrayList<>();
        Rational left = Rational.ZERO;
        int sign = polynomial.valueAt(left).signum();
        if (sign == 0) {
            zeros.add(left);
        }
        for (int k = 1; k <= GRID; k++) {
            Rational right = Rational.of(k, GRID);
            int next = polynomial.valueAt(right).signum();
            if (next == 0) {
                zeros.add(right);
            } else if (sign != 0 && next != sign) {
                zeros.add(between(polynomial, left, right, sign));
            }
            left = right;
            sign = next;
        }
        return zeros;
    }

    private static Rational between(Polynomial polynomial, Rational from, Rational to, int signAtLeft) {
        Rational left = from;
        Rational right = to;
        for (int bit = 0; bit < BITS; bit++) {
            Rational middle = left.add(right).multiply(HALF);
            if (polynomial.valueAt(middle).signum() == signAtLeft) {
                left = middle;
            } else {
                right = middle;
            }
        }
        return rounded(right);
    }

    private static Polynomial lagrange(Rational node, List<Rational> all) {
        Polynomial product = Polynomial.constant(Rational.ONE);
        for (Rational other : all) {
            if (!other.equals(node)) {
                Rational scale = node.subtract(other).reciprocal();
                product = product.multiply(new Polynomial(List.of(other.negate().multiply(scale), scale)));
            }
        }
        return product;
    }

    private static Rational rounded(Rational number) {
        Rational scaled = number.multiply(UNIT).add(HALF);
        BigInteger[] parts = scaled.numerator().divideAndRemainder(scaled.denominator());
        BigInteger floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
        return Rational.of(floor, BigInteger.ONE.shiftLeft(BITS));
    }
}
