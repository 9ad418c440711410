package org.modeq.examples.diagonal;

import java.util.function.IntPredicate;

/**
 * What the potential of a second training needs to know of its start: p and m of β = p e^{2S} − m e^{−2S}.
 *
 * <p>In terms of A = p + m and B = p − m this is β = A sinh 2S + B cosh 2S, so k = √(A² − B²) and z₀ = ½ artanh(B/A); the squares below
 * are p and m without cancellation.
 */
final class FineTuningStart {
    private final double[] rising;
    private final double[] falling;

    private FineTuningStart(double[] rising, double[] falling) {
        this.rising = rising;
        this.falling = falling;
    }

    /** One path, β = u∘v from v = γ: A = ½(u² + γ²), B = uγ, hence k = |u² − γ²|/2. */
    static FineTuningStart onePath(double[] u, double head) {
        return new FineTuningStart(
                Vectors.of(u.length, j -> square(u[j] + head) / 4), Vectors.of(u.length, j -> square(u[j] - head) / 4));
    }

    /**
     * Two paths, β = w₊∘v₊ − w₋∘v₋ from v₊ = v₋ = γ: A = ½(w₊² + w₋² + 2γ²), B = (w₊ − w₋)γ.
     *
     * @param plus w₊
     * @param minus w₋
     * @param head γ
     */
    static FineTuningStart twoPaths(double[] plus, double[] minus, double head) {
        return new FineTuningStart(
                Vectors.of(plus.length, j -> (square(plus[j] + head) + square(minus[j] - head)) / 4),
                Vectors.of(plus.length, j -> (square(plus[j] - head) + square(minus[j] + head)) / 4));
    }

    private static double square(double x) {
        return x * x;
    }

    /** Some coordinates held at 0. */
    FineTuningStart without(IntPredicate held) {
        return new FineTuningStart(
                Vectors.of(rising.length, j -> held.test(j) ? 0 : rising[j]),
                Vectors.of(rising.length, j -> held.test(j) ? 0 : falling[j]));
    }

    /** {@return k = 2√(pm)} */
    double[] k() {
        return Vectors.of(rising.length, j -> 2 * Math.sqrt(rising[j] * falling[j]));
    }

    /** The same k without z₀, which is wrong unless the start is β = 0. */
    FineTuningStart withoutOffset() {
        double[] k = k();
        double[] half = Vectors.of(k.length, j -> k[j] / 2);
        return new FineTuningStart(half, half);
    }

    /**
     * The solution of a main task.
     *
     * @throws ArithmeticException if the coordinates that keep their sign or are held leave none
     */
    double[] solution(SparseRegression data) {
        return HyperbolicPotential.between(data, rising, falling);
    }
}
