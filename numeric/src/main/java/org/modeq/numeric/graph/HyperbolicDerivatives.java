package org.modeq.numeric.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The derivatives of t = tanh x as polynomials in w = 1 − t², which does not cancel far out:
 * <pre>
 *   t⁽ᵏ⁾ = A_k(w) for odd k,   t A_k(w) for even k,        t′ = w,   w′ = −2tw,
 *   A₁ = w,      A_{k+1} = −2w A_k′ for odd k,      A_{k+1} = w A_k − 2w(1 − w) A_k′ for even k.
 * </pre>
 * For example t″ = −2tw and t‴ = −2w² + 4w(1 − w). The table grows as it is asked for.
 */
final class HyperbolicDerivatives {
    private static List<double[]> polynomials = List.of(new double[] {0}, new double[] {0, 1});

    private HyperbolicDerivatives() {}

    private static synchronized List<double[]> upTo(int highest) {
        if (polynomials.size() <= highest) {
            List<double[]> longer = new ArrayList<>(polynomials);
            while (longer.size() <= highest) {
                int k = longer.size() - 1;
                longer.add(next(longer.get(k), k % 2 == 1));
            }
            polynomials = List.copyOf(longer);
        }
        return polynomials;
    }

    private static double[] next(double[] polynomial, boolean isOdd) {
        double[] next = new double[polynomial.length + (isOdd ? 0 : 1)];
        for (int p = 1; p < polynomial.length; p++) {
            if (isOdd) {
                next[p] -= 2 * p * polynomial[p];
            } else {
                next[p + 1] += polynomial[p] + 2 * p * polynomial[p];
                next[p] -= 2 * p * polynomial[p];
            }
        }
        return next;
    }

    /**
     * Fills the rows k = 2, …, K of the table of φ(x) = c + s t(s x), with c = 1 − s: the hyperbolic tangent with s = 1, the
     * logistic function with s = ½. So t = (φ − c)/s, and φ⁽ᵏ⁾ = sᵏ⁻¹ (A_k/w) φ′, times t for even k; row by row in passes
     * without branches, which the compiler turns into vectors.
     */
    static void fill(double[] table, int target, int count, int highest, double scale) {
        List<double[]> known = upTo(highest);
        double factor = 1 / scale;
        double shift = 1 - factor;
        double weight = 1;
        for (int k = 2; k <= highest; k++) {
            weight *= scale;
            double[] polynomial = known.get(k);
            int row = target + k * count;
            Arrays.fill(table, row, row + count, polynomial[polynomial.length - 1]);
            for (int p = polynomial.length - 2; p >= 1; p--) {
                double coefficient = polynomial[p];
                for (int i = 0; i < count; i++) {
                    double t = factor * table[target + i] + shift;
                    table[row + i] = table[row + i] * (1 - t * t) + coefficient;
                }
            }
            for (int i = 0; i < count; i++) {
                double t = k % 2 == 0 ? factor * table[target + i] + shift : 1;
                table[row + i] *= weight * table[target + count + i] * t;
            }
        }
    }
}
