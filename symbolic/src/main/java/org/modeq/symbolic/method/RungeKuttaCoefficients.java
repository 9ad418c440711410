package org.modeq.symbolic.method;

import java.math.BigInteger;
import java.util.List;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.TreeEnumeration;
import org.modeq.symbolic.tree.TreeIndex;

/**
 * The coefficients b(t) of the modified field of a Runge–Kutta method with rational tableaus, explicit, implicit or
 * additive: the fast way beside {@link RungeKutta#recurrence}, which is the definition.
 *
 * <p>With L(n) = lcm(1 … n) and D the common denominator of the tableaus, L(n) Dⁿ b(t) is an integer, n = |t|. It is
 * reckoned mod 2^(64K) with K so large that the residue determines it. Proof: with M_j the largest Σ_l |D a_il| + j Σ_l
 * |D b_l| over fields and stages, D^|t| times what a stage of step j sees of a tree t is at most M_j^|t|, by induction
 * over the trees; and b(t) is a fixed linear functional of the products of what the stages see of the children of t
 * ({@code StageGrid}). This bounds |L(n) Dⁿ b(t)| for all trees of one order; K is the least for which every bound is
 * below 2^(64K−1). So every coefficient is exact, and no tableau is refused. For rk4, K = 2 from order 10 to order 16.
 */
public final class RungeKuttaCoefficients {
    private RungeKuttaCoefficients() {}

    /**
     * The totals of each order up to N, without keeping a coefficient.
     *
     * <p>Exact. With s stages: about 2sN products of K longs for each tree, and KsN longs in memory for each forest of
     * N − 2 vertices or fewer.
     *
     * @param method the method
     * @param order N ≥ 1, the highest |t|
     * @return the totals of the orders 1 … N
     * @throws IllegalArgumentException if N &lt; 1 or the product rows do not fit into memory
     */
    public static List<CoefficientTotals> totals(RungeKutta<Rational> method, int order) {
        requireThatItFits(method, order, Runtime.getRuntime().maxMemory());
        TotalsSink sink = new TotalsSink(order);
        StageGrid grid = new StageGrid(method, order);
        new WideWalk(grid, TreeIndex.upTo(order, method.fields()), sink).run();
        return sink.totals(grid::denominator);
    }

    /** Refuses an order whose product rows do not fit into the given memory, naming the largest that does. */
    static void requireThatItFits(RungeKutta<Rational> method, int order, long bytes) {
        TableMemory.requireThatItFits(method.name(), order, k -> longsNeeded(method, k), bytes);
    }

    /** The longs of the product rows. */
    private static BigInteger longsNeeded(RungeKutta<Rational> method, int order) {
        int colours = method.fields().size();
        StageGrid grid = new StageGrid(method, order);
        BigInteger forests = BigInteger.ZERO;
        for (int size = 0; size <= WideWalk.largestStoredSize(order); size++) {
            forests = forests.add(TreeEnumeration.count(size + 1, colours).divide(BigInteger.valueOf(colours)));
        }
        return forests.multiply(BigInteger.valueOf((long) grid.rowLength() * grid.limbs()));
    }
}
