package org.modeq.symbolic.pattern;

import static org.modeq.symbolic.pattern.BatchPolynomials.IN_BATCHES;

import java.util.List;
import java.util.function.Function;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.BlockedForest;

/**
 * The average over an epoch of m independent draws from m batches, for any number m.
 *
 * <p>Distinct blocks are distinct draws, which C(n, k) e counts in n draws whatever they draw from. With 𝔼 over an independent draw
 * for each block the mean map of an epoch has
 * <pre>
 *   a(t, ρ) = C(m, k) e(t/ρ),
 * </pre>
 * and its field follows as that of a shuffled epoch, {@link ShuffledEpoch}. All are divisible by m: time is counted so that an epoch
 * takes mh, and then f₁ = 𝔼f_a = f̄. Patterns of mean fields alone are gradient descent on f̄ whatever m is.
 */
public final class ResampledEpoch {
    private ResampledEpoch() {}

    /**
     * The field of the mean map in the draws themselves.
     *
     * @param order N ≥ 1
     * @return b over pattern trees to order N, polynomials in m; exact, about 4^N steps for each
     */
    public static PatternSeries field(int order) {
        return PatternSeries.ofTrees(order, perDraw());
    }

    /**
     * The field of the mean map in the mean field and the central moments of a draw.
     *
     * @param order N ≥ 1
     * @return the coefficients of centred patterns, polynomials in m
     */
    public static PatternSeries centredField(int order) {
        return CentredForm.ofTrees(order, perDraw());
    }

    /** b(t, ρ)/m. */
    private static Function<BlockedForest, Polynomial> perDraw() {
        MeanIterates<Polynomial> iterates = new MeanIterates<>(IN_BATCHES, ResampledEpoch::map);
        return tree -> {
            List<Rational> perEpoch = iterates.field(tree).coefficients();
            return new Polynomial(perEpoch.isEmpty() ? perEpoch : perEpoch.subList(1, perEpoch.size()));
        };
    }

    /** C(m, k) e. */
    private static Polynomial map(BlockedForest forest) {
        Polynomial product = Polynomial.constant(Rational.of(forest.linearExtensions()));
        for (int i = 0; i < forest.blockCount(); i++) {
            Polynomial factor =
                    Polynomial.monomial(Rational.of(1, i + 1), 1).add(Polynomial.constant(Rational.of(-i, i + 1)));
            product = product.multiply(factor);
        }
        return product;
    }
}
