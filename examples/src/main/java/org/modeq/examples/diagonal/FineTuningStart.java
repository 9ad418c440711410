package org.modeq.examples.diagonal;

import java.util.function.IntPredicate;

/** What the potential of a second training needs to know of its start: k = √(A² − B²) and z₀ = ½ artanh(B/A). */
final class FineTuningStart {
    private static final double ALMOST_ZERO = 1e-30;

    private final double[] k;
    private final double[] offset;

    private FineTuningStart(double[] k, double[] offset) {
        this.k = k;
        this.offset = offset;
    }

    /** One path, β = u∘v from v = γ: k = |u² − γ²|/2, z₀ the artanh of the smaller over the larger of u and γ. */
    static FineTuningStart onePath(double[] u, double head) {
        return new FineTuningStart(
                Vectors.of(u.length, j -> Math.abs(u[j] * u[j] - head * head) / 2),
                Vectors.of(u.length, j -> Math.log(Math.abs((u[j] + head) / (u[j] - head))) / 2));
    }

    /**
     * Two paths, β = w₊∘v₊ − w₋∘v₋ from v₊ = v₋ = γ: A = ½(w₊² + w₋² + 2γ²), B = (w₊ − w₋)γ.
     *
     * @param plus w₊
     * @param minus w₋
     * @param head γ
     */
    static FineTuningStart twoPaths(double[] plus, double[] minus, double head) {
        double[] a = Vectors.of(plus.length, j -> (plus[j] * plus[j] + minus[j] * minus[j] + 2 * head * head) / 2);
        double[] b = Vectors.of(plus.length, j -> (plus[j] - minus[j]) * head);
        return new FineTuningStart(
                Vectors.of(a.length, j -> Math.sqrt((a[j] - b[j]) * (a[j] + b[j]))),
                Vectors.of(a.length, j -> Math.log((a[j] + b[j]) / (a[j] - b[j])) / 4));
    }

    /** The limit k → 0 in some coordinates, which are then used for nothing that others can do. */
    FineTuningStart withPinned(IntPredicate pinned) {
        return new FineTuningStart(
                Vectors.of(k.length, j -> pinned.test(j) ? ALMOST_ZERO : k[j]),
                Vectors.of(k.length, j -> pinned.test(j) ? 0 : offset[j]));
    }

    /** The same without z₀, which is wrong unless the start is β = 0. */
    FineTuningStart withoutOffset() {
        return new FineTuningStart(k, new double[k.length]);
    }

    /**
     * The solution of a main task.
     *
     * @throws IllegalArgumentException if a k is 0
     */
    double[] solution(SparseRegression data) {
        return HyperbolicPotential.solve(data, k, offset);
    }
}
