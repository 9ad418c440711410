package org.modeq.symbolic.pattern;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.math.BigInteger;
import java.util.function.Function;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.BlockedForest;

/**
 * The average over all orders of an epoch in which every batch acts once, for any number m of batches.
 *
 * <p>On distinct batches a pattern with k blocks has the mean coefficient p = e/k!, whatever m is: the probability that a random
 * order lets every vertex act before its parent. In free sums, where blocks may coincide,
 * <pre>
 *   a(t, ρ) = Σ_{π ≤ ρ} μ(π, ρ) p(t, π),     μ = Π over the blocks of ρ of (−1)^(r−1) (r−1)!,
 * </pre>
 * π running over the partitions that refine ρ, r the number of parts of a block. These are the coefficients of the mean map
 * θ ↦ 𝔼θ′. Its iterates are
 * <pre>
 *   P(t, ρ; n+1) = Σ over trunks s of a(s, ρ|s) Π P(branch, ρ|branch; n)
 * </pre>
 * over those cuts in which no block meets two parts, since the parts are independent epochs; b = ∂P/∂n at 0 as ever.
 */
public final class ShuffledEpoch {
    private ShuffledEpoch() {}

    /** p = e/k!. */
    private static Rational probability(BlockedForest forest) {
        return Rational.of(BigInteger.valueOf(forest.linearExtensions()), factorial(forest.blockCount()));
    }

    private static BigInteger factorial(int k) {
        return k < 2 ? BigInteger.ONE : factorial(k - 1).multiply(BigInteger.valueOf(k));
    }

    /**
     * The mean map, as its coefficients a with h^|t| a(t)/σ(t).
     *
     * @param order N ≥ 1
     * @return a over pattern trees to order N; exact, about N! · 4^N steps for each
     */
    public static PatternSeries map(int order) {
        return inSums(order, new FreeSums(ShuffledEpoch::probability)::of);
    }

    /**
     * The field of the mean map: its time-1 flow, in units of an epoch, takes θ to 𝔼θ′.
     *
     * @param order N ≥ 1
     * @return b over pattern trees to order N
     */
    public static PatternSeries field(int order) {
        return inSums(order, ofMeanMap());
    }

    /**
     * The mean of the fields: every order of the batches has a modified field of its own, and these are averaged.
     *
     * <p>The same as {@link #field} to order 3, different from order 4 on.
     *
     * @param order N ≥ 1
     * @return b over pattern trees to order N
     */
    public static PatternSeries meanOfFields(int order) {
        return inSums(order, ofEveryOrder(order));
    }

    /**
     * The field of the mean map in the mean field f̄ = Σ f_i/m and the deviations from it, the sums turned into means ⟨·⟩ = 1/m Σ and
     * time counted so that an epoch takes mh: then f₁ = f̄, and a pattern of k blocks has the factor m^(k−1).
     *
     * @param order N ≥ 1
     * @return the coefficients of centred patterns, polynomials in m
     */
    public static PatternSeries centredField(int order) {
        return inMeans(order, ofMeanMap());
    }

    /**
     * The mean of the fields, in the mean field and the deviations from it, with the clock of {@link #centredField}.
     *
     * @param order N ≥ 1
     * @return the coefficients of centred patterns, polynomials in m
     */
    public static PatternSeries centredMeanOfFields(int order) {
        return inMeans(order, ofEveryOrder(order));
    }

    private static Function<BlockedForest, Rational> ofMeanMap() {
        FreeSums free = new FreeSums(ShuffledEpoch::probability);
        return new MeanIterates<>(RATIONALS, free::of)::field;
    }

    private static Function<BlockedForest, Rational> ofEveryOrder(int order) {
        OrderedSweep sweep = new OrderedSweep(order);
        return new FreeSums(sweep::mean)::of;
    }

    private static PatternSeries inSums(int order, Function<BlockedForest, Rational> coefficient) {
        return PatternSeries.ofTrees(order, tree -> Polynomial.constant(coefficient.apply(tree)));
    }

    private static PatternSeries inMeans(int order, Function<BlockedForest, Rational> coefficient) {
        return CentredForm.ofTrees(order, tree -> Polynomial.monomial(coefficient.apply(tree), tree.blockCount() - 1));
    }
}
