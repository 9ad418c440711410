package org.modeq.symbolic.method;

/**
 * The bound that proves a wrapped integer L(p) D^p b(t), p = |t|, to be the integer itself.
 *
 * <p><b>One step for each vertex.</b> Fix for every vertex of t the step that acts there. Its share of P(t; n) is the
 * number of maps of the vertices to the sweeps 0 … n−1 in which each child comes before its parent, or not after it if
 * the child's step is the earlier one of the sweep. The edges form a tree, so from the root upwards there is a
 * labelling ω that descends along the strict edges and rises along the weak ones, and these maps are the (P,
 * ω)-partitions of the tree order. By Stanley, <em>Enumerative Combinatorics</em> I, section 3.15, their number is
 * <pre>
 *   Σ_d e_d C(n + p − 1 − d, p),      0 ≤ d ≤ p − 1,
 *   e_d = number of linear extensions with d descents,      Σ e_d = p!/γ(t).
 * </pre>
 * The binomial is (n + p − 1 − d) … (n − d)/p!, which has the factor n; its linear coefficient is ±d! (p − 1 − d)!/p!
 * = ±1/(p C(p − 1, d)). So the share of b is at most Σ e_d/(p C(p − 1, d)): in particular at most (p − 1)!/γ(t).
 * Sharper: e_d is at most the Eulerian number A(p, d) of permutations with d descents. With e = Σ e_d the share is
 * therefore at most
 * <pre>
 *   B(e) = max Σ e_d/(p C(p − 1, d))  over  0 ≤ e_d ≤ A(p, d),  Σ e_d = e,
 * </pre>
 * reached by filling d = 0, p − 1 first, then d = 1, p − 2, and so on; B is concave and B(0) = 0.
 *
 * <p><b>All steps.</b> With a = Π W_c over the vertices, W_c = Σ |D w| over the steps on c, there are a shares (a step
 * of weight w counts |w| times), so |D^p b| ≤ a B(e). As B is concave this grows with a when E = a e is fixed. With W
 * the largest W_c
 * <pre>
 *   |D^p b(t)| ≤ W^p B(E / W^p),        E = a p!/γ(t).
 * </pre>
 */
final class ExtensionBound {
    /** Below 2⁶³ by more than the rounding errors of these doubles, some hundred times 2⁻⁵³. */
    private static final double LIMIT = 0x1.ffffp62;

    private ExtensionBound() {}

    /**
     * The largest E for which L(p) W^p B(E / W^p) &lt; 2⁶³, infinite if it is so for every tree.
     *
     * @param p the order of the tree
     * @param multiple L(p)
     * @param weight W
     */
    static double largestCertified(int p, double multiple, double weight) {
        double shares = Math.pow(weight, p);
        double[] descents = eulerianNumbers(p);
        double room = LIMIT / multiple / shares * p;
        double extensions = 0;
        double binomial = 1;
        for (int d = 0; 2 * d <= p - 1; d++) {
            double most = 2 * d == p - 1 ? descents[d] : 2 * descents[d];
            if (most / binomial >= room) {
                return shares * (extensions + room * binomial);
            }
            extensions += most;
            room -= most / binomial;
            binomial = binomial * (p - 1 - d) / (d + 1);
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
