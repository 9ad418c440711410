package org.modeq.numeric.graph;

import java.util.ArrayList;
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
     * Fills scaleᵏ⁻¹ t⁽ᵏ⁾ · first for k = 2, …, K, where t stands at one place and first · w is the row k = 1 of the table.
     *
     * @param t the array with t of each point
     * @param tStart where they begin
     */
    static void fill(double[] t, int tStart, double[] table, int target, int count, int highest, double scale) {
        List<double[]> known = upTo(highest);
        int slopes = target + count;
        double factor = 1;
        for (int k = 2; k <= highest; k++) {
            factor *= scale;
            double[] polynomial = known.get(k);
            int row = target + k * count;
            for (int i = 0; i < count; i++) {
                double w = 1 - t[tStart + i] * t[tStart + i];
                double value = 0;
                for (int p = polynomial.length - 1; p >= 2; p--) {
                    value = (value + polynomial[p]) * w;
                }
                value = (value + polynomial[1]) * factor * table[slopes + i];
                table[row + i] = k % 2 == 0 ? value * t[tStart + i] : value;
            }
        }
    }
}
