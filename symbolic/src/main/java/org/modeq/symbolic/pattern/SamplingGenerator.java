package org.modeq.symbolic.pattern;

import java.math.BigInteger;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.BlockedForest;

/**
 * The modified generator of independent draws, 𝔼 φ(θ + h f_ξ) = (exp(h𝓛̃) φ)(θ):
 * <pre>
 *   𝓛̃ = Σ_{(w,ρ)} h^(|w|−1) (−1)^(k−1) e(w/ρ)/k · D_{(w,ρ)}/σ(w,ρ),
 * </pre>
 * because in n steps distinct blocks are distinct times, which C(n, k) e counts, and ∂C(n, k)/∂n at 0 is (−1)^(k−1)/k.
 */
public final class SamplingGenerator {
    private SamplingGenerator() {}

    /** (−1)^(k−1) e/k. */
    private static Rational coefficient(BlockedForest forest) {
        int k = forest.blockCount();
        long extensions = forest.linearExtensions();
        return Rational.of(BigInteger.valueOf(k % 2 == 1 ? extensions : -extensions), BigInteger.valueOf(k));
    }

    /**
     * The generator in the draws themselves.
     *
     * @param order N ≥ 1, the highest number of vertices
     * @return the coefficients of pattern forests, σ not divided out
     */
    public static PatternSeries of(int order) {
        SortedMap<Pattern, Polynomial> coefficients = new TreeMap<>();
        for (int n = 1; n <= order; n++) {
            for (Pattern pattern : PatternEnumeration.forests(n, false)) {
                coefficients.put(pattern, Polynomial.constant(coefficient(pattern.blocked())));
            }
        }
        return new PatternSeries(order, false, coefficients);
    }

    /**
     * The generator in the mean field and the central moments of the noise.
     *
     * @param order N ≥ 1
     * @return the coefficients of centred forests, σ not divided out; zeros are among them
     */
    public static PatternSeries centred(int order) {
        return centred(order, Noise.BATCHES);
    }

    /**
     * The generator in the mean field and the central moments, joint cumulants or columns of some noise.
     *
     * @param order N ≥ 1
     * @param noise what is known of it, and what a block stands for
     * @return the coefficients of those centred forests that do not vanish for all such noise, σ not divided out; zeros are among them
     */
    public static PatternSeries centred(int order, Noise noise) {
        PatternSeries series = CentredForm.of(
                order,
                n -> PatternEnumeration.forests(n, true).stream()
                        .filter(pattern -> !factor(noise, pattern).isZero())
                        .toList(),
                forest -> Polynomial.constant(coefficient(forest)),
                noise.isOfCumulants());
        SortedMap<Pattern, Polynomial> coefficients = new TreeMap<>(series.coefficients());
        coefficients.replaceAll((pattern, b) -> b.multiply(Polynomial.constant(factor(noise, pattern))));
        return new PatternSeries(order, true, coefficients);
    }

    private static Rational factor(Noise noise, Pattern pattern) {
        return pattern.blockSizes().stream().map(noise::factor).reduce(Rational.ONE, Rational::multiply);
    }
}
