package org.modeq.symbolic.method;

import org.modeq.symbolic.tree.DescentBound;

/**
 * The bound that proves a wrapped integer L(p) D^p b(t), p = |t|, to be the integer itself.
 *
 * <p><b>One step for each vertex.</b> Fix for every vertex of t the step that acts there. Its share of P(t; n) is the
 * number of maps of the vertices to the sweeps 0 … n−1 in which each child comes before its parent, or not after it if
 * the child's step is the earlier one of the sweep. The edges form a tree, so from the root upwards there is a
 * labelling that descends along the strict edges and rises along the weak ones, and these maps are those that
 * {@link DescentBound} counts; there are e = p!/γ(t) linear extensions. So the share of b is at most B(e): in particular
 * at most (p − 1)!/γ(t).
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
        return shares * new DescentBound(p).inverse(LIMIT / multiple / shares);
    }
}
