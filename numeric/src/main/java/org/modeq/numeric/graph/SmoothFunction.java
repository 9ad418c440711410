package org.modeq.numeric.graph;

/** A function of one variable that is applied to every coordinate, with all its derivatives. */
public interface SmoothFunction {
    /**
     * The values of φ, φ′, …, φ⁽ᴷ⁾ at many points.
     *
     * <p>Where a derivative does not exist the implementation says what stands for it.
     *
     * @param points the array with the points
     * @param start the place of the first point
     * @param count n, the number of points
     * @param highest K ≥ 0
     * @param values the array that is filled
     * @param target where φ of the first point goes; φ⁽ᵏ⁾ of the i-th goes n k + i places further
     */
    void derivatives(double[] points, int start, int count, int highest, double[] values, int target);
}
