package org.modeq.numeric.kernel;

/**
 * A way to apply functions of one variable to every coordinate of a stretch of an array.
 *
 * <p>With the order 0 a method writes the values φ(xᵢ), with the order 1 the slopes φ′(xᵢ) behind them,
 * <pre>
 *   y[yStart + i] = φ(x[xStart + i]),      y[yStart + count + i] = φ′(x[xStart + i]),      0 ≤ i &lt; count.
 * </pre>
 * Nothing is checked beyond the bounds of the arrays, and nothing is allocated once the code is compiled. The digits at a
 * coordinate depend on that coordinate alone, not on its place or on count. The two stretches do not overlap. NaN goes to NaN,
 * and −0 to −0 where φ is odd.
 */
public interface CoordinateKernel {
    /** {@return the name by which the kernel is chosen and reported, one word} */
    String name();

    /**
     * The exponential function; relative error below 3.4·10⁻¹⁶ where neither argument nor value is subnormal.
     *
     * @param count the number of coordinates
     * @param x the array with the arguments
     * @param xStart where they begin
     * @param y the array for exp xᵢ
     * @param yStart where they go
     */
    void exp(int count, double[] x, int xStart, double[] y, int yStart);

    /**
     * The hyperbolic tangent and its slope 1/cosh² x; relative errors below 10⁻¹⁵ where the slope is not subnormal.
     *
     * @param count the number of coordinates
     * @param x the array with the arguments
     * @param xStart where they begin
     * @param order 0 for the values alone, 1 for the slopes behind them
     * @param y the array for tanh xᵢ
     * @param yStart where they go
     */
    void tanh(int count, double[] x, int xStart, int order, double[] y, int yStart);

    /**
     * The logistic function 1/(1 + exp(−x)) and its slope; relative errors below 10⁻¹⁵ where the value is not subnormal.
     *
     * @param count the number of coordinates
     * @param x the array with the arguments
     * @param xStart where they begin
     * @param order 0 for the values alone, 1 for the slopes behind them
     * @param y the array for the values
     * @param yStart where they go
     */
    void logistic(int count, double[] x, int xStart, int order, double[] y, int yStart);
}
