package org.modeq.numeric.problem;

/**
 * Which points of a run are stored: the first k of every s, the steps 0, …, k − 1, s, …, s + k − 1, 2s, ….
 *
 * <p>A look-ahead logarithm over N steps needs N + 1 consecutive points: k = N + 1.
 *
 * @param window k
 * @param stride s
 */
public record StoredSteps(int window, int stride) {
    /**
     * The first k of every s.
     *
     * @param window k
     * @param stride s
     * @throws IllegalArgumentException if not 1 ≤ k ≤ s
     */
    public StoredSteps {
        if (window < 1 || window > stride) {
            throw new IllegalArgumentException("given windows of " + window + " points every " + stride
                    + " steps, expected at least 1 point, and no more than the steps from one window to the next");
        }
    }

    /** {@return every point} */
    public static StoredSteps all() {
        return new StoredSteps(1, 1);
    }

    /**
     * One point of several.
     *
     * @param stride s ≥ 1
     * @return every s-th point
     * @throws IllegalArgumentException if s &lt; 1
     */
    public static StoredSteps every(int stride) {
        return new StoredSteps(1, stride);
    }

    /**
     * Whether a point is stored.
     *
     * @param step n ≥ 0
     * @return whether θₙ is
     */
    public boolean contains(long step) {
        return step % stride < window;
    }

    /**
     * The step of a stored point.
     *
     * @param row i ≥ 0, the number of points stored before it
     * @return n
     */
    public long step(long row) {
        return row / window * stride + row % window;
    }
}
