package org.modeq.symbolic.pattern;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.modeq.symbolic.method.NearestWord;
import org.modeq.symbolic.ring.Rational;

/**
 * What is known of the noise d of a step θ ← θ + h(f̄(θ) + d), 𝔼d = 0, drawn anew every step: which joint cumulants it has, and what
 * a block of the centred form stands for.
 *
 * <p>A joint moment is the sum over the partitions of its factors of products of joint cumulants, so that a series in central moments
 * is one in cumulants, in which fewer blocks remain if some cumulants vanish. With noise columns, d = Σ_b σ_b(θ) ξ_b with independent
 * ξ_b alike, all joint cumulants are those of the number ξ times tensors of the columns,
 * <pre>
 *   κ(d, …, d) = κ_r(ξ) Σ_b σ_b ⊗ … ⊗ σ_b,
 * </pre>
 * the columns at whatever point, and under whatever derivative, they stand: the ξ_b do not depend on θ. So the covariance of noise
 * that depends on the state may be degenerate, and a pattern keeps its meaning as a sum over b for each block.
 */
public enum Noise {
    /**
     * Draws of a batch: blocks are central moments, means over the draws. For m equally likely batches the columns
     * σ_b = (f_b − f̄)/√m have their covariance.
     */
    BATCHES("f the mean field, d_a = f_a − f, ⟨·⟩ the mean over draws", "for m batches σ_b = (f_b − f)/√m"),
    /** Any noise: blocks are joint cumulants. */
    ANY("f the mean field, 𝔼d = 0, ⟨·⟩ the joint cumulants of d, one for each letter", "𝔼d = 0"),
    /** Noise distributed as its opposite: cumulants of odd size vanish. */
    SYMMETRIC(
            "f the mean field, d distributed as −d, ⟨·⟩ the joint cumulants of d, one for each letter, none of odd size",
            "d distributed as −d"),
    /** Normal noise, d = Σ_b σ_b(θ) ξ_b with independent standard normal ξ_b: covariances alone, by Wick's theorem. */
    GAUSSIAN(
            "f the mean field, d = Σ_a σ_a(θ) ξ_a with independent standard normal ξ_a, Σ over the columns for each letter",
            "d = Σ_b σ_b(θ) ξ_b with independent standard normal ξ_b"),
    /**
     * Noise in the labels of a squared loss ½‖p(θ) − y‖²: every step sees y + δs with independent signs s_b = ±1. Then
     * d = δJᵀs for the Jacobian J = p′, the columns are σ_b = δ∇p_b, and Σ_b σ_bσ_bᵀ = δ²JᵀJ; κ₂ = 1, κ₄ = −2, κ₆ = 16.
     */
    LABELS(
            "f = −∇L of L = 1/2 ‖p(θ) − y‖², labels y + δs with independent signs s_a = ±1: d = Σ_a s_a σ_a with σ_a = δ ∇p_a, Σ over"
                    + " the labels for each letter, Σ_a σ_a σ_aᵀ = δ² JᵀJ with J = p′",
            "f = −∇L of L = 1/2 ‖p(θ) − y‖², labels y + δs with independent signs s_b = ±1, σ_b = δ ∇p_b, Σ_b σ_b σ_bᵀ = δ² JᵀJ with J = p′");

    private final String meaning;
    private final String columns;

    Noise(String meaning, String columns) {
        this.meaning = meaning;
        this.columns = columns;
    }

    /**
     * Reads the name of a noise.
     *
     * @param name {@code batches}, {@code any}, {@code symmetric}, {@code gaussian} or {@code labels}
     * @return the noise
     * @throws IllegalArgumentException if it is none of these
     */
    public static Noise parse(String name) {
        for (Noise noise : values()) {
            if (noise.toString().equals(name)) {
                return noise;
            }
        }
        throw new IllegalArgumentException("given --noise " + name
                + ", expected batches, any, symmetric, gaussian or labels"
                + NearestWord.hint(
                        name, Arrays.stream(values()).map(Noise::toString).toList()));
    }

    /** {@return what the letters of a centred series mean, in a line} */
    public String meaning() {
        return meaning;
    }

    /** {@return what the noise columns σ_b are, in a line} */
    public String columns() {
        return columns;
    }

    /** {@return whether blocks are joint cumulants, and not joint moments} */
    public boolean isOfCumulants() {
        return this != BATCHES;
    }

    /** {@return whether a block is a sum over noise columns} */
    public boolean hasColumns() {
        return this == GAUSSIAN || this == LABELS;
    }

    /**
     * What a block of r vertices is multiplied by: κ_r(ξ) with noise columns, else 1 if there is such a moment or cumulant.
     *
     * @param size r ≥ 2
     * @return the factor, 0 if there is no such block
     */
    public Rational factor(int size) {
        return switch (this) {
            case BATCHES, ANY -> Rational.ONE;
            case SYMMETRIC -> size % 2 == 0 ? Rational.ONE : Rational.ZERO;
            case GAUSSIAN -> size == 2 ? Rational.ONE : Rational.ZERO;
            case LABELS -> cumulantOfSign(size);
        };
    }

    /** κ_r of ±1 by μ_r = Σ_j C(r−1, j−1) κ_j μ_{r−j}, in which μ_r is 1 for even and 0 for odd r. */
    private static Rational cumulantOfSign(int size) {
        List<BigInteger> cumulants = new ArrayList<>(List.of(BigInteger.ZERO));
        for (int r = 1; r <= size; r++) {
            BigInteger rest = r % 2 == 0 ? BigInteger.ONE : BigInteger.ZERO;
            BigInteger binomial = BigInteger.ONE;
            for (int j = 1; j < r; j++) {
                if ((r - j) % 2 == 0) {
                    rest = rest.subtract(binomial.multiply(cumulants.get(j)));
                }
                binomial = binomial.multiply(BigInteger.valueOf(r - j)).divide(BigInteger.valueOf(j));
            }
            cumulants.add(rest);
        }
        return Rational.of(cumulants.get(size), BigInteger.ONE);
    }

    /** {@return the name, as options have it} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
