package org.modeq.symbolic.tree;

/**
 * The bound of a sum over the linear extensions of a tree order by their descents.
 *
 * <p>Label the p vertices of a tree in any way by 1 … p. Its linear extensions are then permutations; with e_d the number of
 * those with d descents the sum
 * <pre>
 *   Σ_d e_d (−1)^d / (p C(p − 1, d)),     0 ≤ d ≤ p − 1,
 * </pre>
 * is the linear coefficient in n of Σ_d e_d C(n + p − 1 − d, p), the number of maps of the vertices into 1 … n that respect
 * the order and are strict at the descents (Stanley, <em>Enumerative Combinatorics</em> I, section 3.15). As e_d is at
 * most the Eulerian number A(p, d) of permutations with d descents, its absolute value is for e = Σ e_d at most
 * <pre>
 *   B(e) = max Σ e_d/(p C(p − 1, d))  over  0 ≤ e_d ≤ A(p, d),  Σ e_d = e,
 * </pre>
 * reached by filling d = 0, p − 1 first, then d = 1, p − 2, and so on. B rises, is concave, and B(0) = 0. Computed in
 * doubles, with some hundred rounding errors of 2⁻⁵³: compare it with a limit that leaves room for them.
 */
public final class DescentBound {
    private final int order;

    /** A(p, d) + A(p, p − 1 − d), the middle one once. */
    private final double[] permutations;

    /** C(p − 1, d). */
    private final double[] binomials;

    /**
     * The bound for trees of an order.
     *
     * @param order p ≥ 1
     */
    public DescentBound(int order) {
        this.order = order;
        double[] numbers = eulerianNumbers(order);
        permutations = new double[(order + 1) / 2];
        binomials = new double[permutations.length];
        double binomial = 1;
        for (int d = 0; d < permutations.length; d++) {
            permutations[d] = 2 * d == order - 1 ? numbers[d] : 2 * numbers[d];
            binomials[d] = binomial;
            binomial = binomial * (order - 1 - d) / (d + 1);
        }
    }

    /**
     * The bound for a number of linear extensions.
     *
     * @param extensions e ≥ 0; beyond p! it counts as p!
     * @return B(e)
     */
    public double of(double extensions) {
        double left = extensions;
        double bound = 0;
        for (int d = 0; d < permutations.length && left > 0; d++) {
            double filled = Math.min(left, permutations[d]);
            bound += filled / binomials[d];
            left -= filled;
        }
        return bound / order;
    }

    /**
     * The largest number of linear extensions with a bound below a limit.
     *
     * @param limit the limit
     * @return the largest e with B(e) ≤ limit, infinite if that is so for all
     */
    public double inverse(double limit) {
        double room = limit * order;
        double extensions = 0;
        for (int d = 0; d < permutations.length; d++) {
            double most = permutations[d] / binomials[d];
            if (most >= room) {
                return extensions + room * binomials[d];
            }
            extensions += permutations[d];
            room -= most;
        }
        return Double.POSITIVE_INFINITY;
    }

    /** A(p, d) for d = 0 … p − 1. */
    static double[] eulerianNumbers(int p) {
        double[] numbers = {1};
        for (int n = 2; n <= p; n++) {
            double[] next = new double[n];
            for (int d = 0; d < n; d++) {
                double kept = d < n - 1 ? (d + 1) * numbers[d] : 0;
                next[d] = kept + (d > 0 ? (n - d) * numbers[d - 1] : 0);
            }
            numbers = next;
        }
        return numbers;
    }
}
