package org.modeq.symbolic.lie;

import java.util.Arrays;
import org.modeq.symbolic.ring.PrimeField;

/**
 * Functions on the copies of a product of exponentials, modulo a prime, and their integrals.
 *
 * <p>A function is a polynomial Σ_i f_{k,i,j} sⁱ, 0 ≤ s ≤ 1, on the exponential k of copy j; the last exponential of the
 * last copy comes first, because words are read from their first letter on. The integral along the letter a,
 * <pre>
 *   (∫_a q)′ = x_k(a) · q,
 * </pre>
 * is 0 at the beginning, continuous, and constant on the exponentials without a.
 */
final class IteratedIntegrals {
    private final PrimeField field;

    /** x_k(a) modulo the prime. */
    private final long[][] multiples;

    private final int copies;
    private final int depth;
    private final long[] inverses;
    private final long[] differentiation;

    /** A function by its coefficients, and its degree on each exponential. */
    static final class Function {
        private final long[] coefficients;
        private final int[] degrees;

        private Function(int size, int pieces) {
            coefficients = new long[size];
            degrees = new int[pieces];
        }
    }

    /**
     * The functions for words of at most a length.
     *
     * @param multiples x_k(a) by exponential, the last one first, and by letter
     */
    IteratedIntegrals(PrimeField field, long[][] multiples, int longestWord) {
        this.field = field;
        this.multiples = multiples;
        this.copies = longestWord;
        this.depth = longestWord + 1;
        this.inverses = new long[2 * longestWord + 3];
        for (int i = 1; i < inverses.length; i++) {
            inverses[i] = field.inverse(field.of(i));
        }
        this.differentiation = differentiation();
    }

    /** λ_j with u′(0) = Σ_j λ_j (u(j+1) − u(j)) for polynomials of degree at most the number of copies. */
    private long[] differentiation() {
        long[] lambda = new long[copies];
        long binomial = field.of(1);
        for (int n = 1; n <= copies; n++) {
            binomial = field.multiply(field.multiply(binomial, field.of(copies - n + 1L)), inverses[n]);
            long weight = field.multiply(binomial, inverses[n]);
            long signed = n % 2 == 1 ? weight : field.subtract(0, weight);
            for (int j = 0; j < n; j++) {
                lambda[j] = field.add(lambda[j], signed);
            }
        }
        return lambda;
    }

    Function zero() {
        return new Function(multiples.length * depth * copies, multiples.length);
    }

    boolean occurs(int letter, int piece) {
        return multiples[piece][letter] != 0;
    }

    private int index(int piece, int power) {
        return (piece * depth + power) * copies;
    }

    /** The function 1. */
    Function one() {
        Function one = zero();
        for (int k = 0; k < multiples.length; k++) {
            int start = index(k, 0);
            Arrays.fill(one.coefficients, start, start + copies, field.of(1));
        }
        return one;
    }

    /** q · u / m on the exponentials with a letter. */
    void product(Function q, Function u, int m, int letter, Function result) {
        for (int k = 0; k < multiples.length; k++) {
            if (occurs(letter, k)) {
                productOn(k, q, u, m, result);
            }
        }
    }

    private void productOn(int k, Function q, Function u, int m, Function result) {
        int degree = q.degrees[k] + u.degrees[k];
        result.degrees[k] = degree;
        long[] out = result.coefficients;
        Arrays.fill(out, index(k, 0), index(k, degree) + copies, 0);
        for (int a = 0; a <= u.degrees[k]; a++) {
            int right = index(k, a);
            for (int b = 0; b <= q.degrees[k]; b++) {
                int left = index(k, b);
                int to = index(k, a + b);
                field.addProducts(out, to, q.coefficients, left, u.coefficients, right, copies);
            }
        }
        if (m > 1) {
            int start = index(k, 0);
            field.multiples(out, start, inverses[m], out, start, (degree + 1) * copies);
        }
    }

    /** ∫_a q. */
    void integral(Function q, int letter, Function result) {
        long[] out = result.coefficients;
        for (int k = 0; k < multiples.length; k++) {
            result.degrees[k] = occurs(letter, k) ? q.degrees[k] + 1 : 0;
            for (int i = 0; i < result.degrees[k]; i++) {
                long factor = field.multiply(multiples[k][letter], inverses[i + 1]);
                field.multiples(out, index(k, i + 1), factor, q.coefficients, index(k, i), copies);
            }
        }
        long value = 0;
        for (int j = 0; j < copies; j++) {
            for (int k = 0; k < multiples.length; k++) {
                out[index(k, 0) + j] = value;
                for (int i = 1; i <= result.degrees[k]; i++) {
                    value = field.add(value, out[index(k, i) + j]);
                }
            }
        }
    }

    /** The functional T with ∂(∫_a q u)/∂n at 0 = Σ_k x_k(a) Σ_{i,j} T_{k,i,j} q_{k,i,j}, for all a. */
    Function closing(Function u) {
        Function functional = zero();
        for (int k = 0; k < multiples.length; k++) {
            for (int i = 0; i + u.degrees[k] < depth; i++) {
                addPairing(functional, k, i, u);
            }
        }
        return functional;
    }

    /** Adds λ_j Σ_b f_{k,b,j} / (i + b + 1) to the coefficient i on the exponential k. */
    private void addPairing(Function functional, int k, int i, Function f) {
        int to = index(k, i);
        for (int b = 0; b <= f.degrees[k]; b++) {
            int from = index(k, b);
            for (int j = 0; j < copies; j++) {
                long term = field.multiply(
                        field.multiply(differentiation[j], inverses[i + b + 1]), f.coefficients[from + j]);
                functional.coefficients[to + j] = field.add(functional.coefficients[to + j], term);
            }
        }
    }

    /** The functional T with ∂(∫_b q ∫_a r)/∂n at 0 = Σ_k x_k(a) Σ_{i,j} T_{k,i,j} r_{k,i,j}, for all a. */
    Function opening(Function q, int letter) {
        Function pairing = zero();
        for (int k = 0; k < multiples.length; k++) {
            for (int i = 0; occurs(letter, k) && i + q.degrees[k] < depth; i++) {
                addPairing(pairing, k, i, q);
                for (int j = index(k, i); j < index(k, i) + copies; j++) {
                    pairing.coefficients[j] = field.multiply(pairing.coefficients[j], multiples[k][letter]);
                }
            }
        }
        Function functional = zero();
        long later = 0;
        for (int j = copies - 1; j >= 0; j--) {
            for (int k = multiples.length - 1; k >= 0; k--) {
                for (int i = 0; i + 1 < depth; i++) {
                    long sum = field.add(later, pairing.coefficients[index(k, i + 1) + j]);
                    functional.coefficients[index(k, i) + j] = field.multiply(inverses[i + 1], sum);
                }
                later = field.add(later, pairing.coefficients[index(k, 0) + j]);
            }
        }
        return functional;
    }

    /** Σ_k x_k(a) Σ_{i,j} T_{k,i,j} q_{k,i,j}. */
    long value(Function functional, Function q, int letter) {
        long sum = 0;
        for (int k = 0; k < multiples.length; k++) {
            if (occurs(letter, k)) {
                int start = index(k, 0);
                long onPiece = field.sumOfProducts(
                        functional.coefficients, start, q.coefficients, start, (q.degrees[k] + 1) * copies);
                sum = field.add(sum, field.multiply(multiples[k][letter], onPiece));
            }
        }
        return sum;
    }

    long inverse(int integer) {
        return inverses[integer];
    }

    long times(long a, long b) {
        return field.multiply(a, b);
    }
}
