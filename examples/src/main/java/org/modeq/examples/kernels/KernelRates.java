package org.modeq.examples.kernels;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.invariant.CoordinateLosses;
import org.modeq.symbolic.invariant.DrawGenerator;
import org.modeq.symbolic.ring.Rational;

/**
 * The rates of change of means under majority kernels of one weight each, x, y, z, derived with symbols from the losses
 * L(p₁x + p₂y + p₃z) of all draws.
 *
 * <p>L(w) = w/2 + 3w²/4 + w³/3, of which all derivatives that there are stand in the formulas. The draws are sixty equally likely
 * ones with the moments of the simplex to degree 3, which is the degree of every mean taken here.
 */
final class KernelRates {
    private static final String MEAN = "((x+y+z)/3)";

    /** Σ sᵢ² with sᵢ the distance of a kernel from the mean. */
    private static final String SPREAD = "(x^2+y^2+z^2-(x+y+z)^2/3)";

    private static final CoordinateLosses LOSSES = losses();

    private KernelRates() {}

    private static CoordinateLosses losses() {
        Map<String, String> losses = new TreeMap<>();
        for (List<Rational> p : SimplexDraws.sixtyDraws()) {
            String w = "((" + p.get(0) + ")*x+(" + p.get(1) + ")*y+(" + p.get(2) + ")*z)";
            losses.put("L" + losses.size(), loss(w));
        }
        return CoordinateLosses.of(List.of("x", "y", "z"), losses, Map.of());
    }

    private static String loss(String w) {
        return w + "/2+3*" + w + "^2/4+" + w + "^3/3";
    }

    private static String slope(String w) {
        return "(1/2+3*" + w + "/2+" + w + "^2)";
    }

    private static String curvature(String w) {
        return "(3/2+2*" + w + ")";
    }

    /** L‴ = 2. */
    private static final String THIRD = "2";

    /**
     * The mean of the losses of all draws less L(w̄) + L″(w̄)/24 Σ sᵢ² + L‴/180 Σ sᵢ³.
     *
     * @return 0 if the expansion is right: L has no higher derivatives
     */
    static Expression meanLossLessExpansion() {
        Expression sum = LOSSES.losses().values().stream().reduce(Expression.ZERO, Expression::add);
        Expression mean = sum.scaled(Rational.of(1, LOSSES.losses().size()));
        String cubes = "((x-" + MEAN + ")^3+(y-" + MEAN + ")^3+(z-" + MEAN + ")^3)";
        return less(mean, loss(MEAN) + "+" + curvature(MEAN) + "*" + SPREAD + "/24+" + THIRD + "*" + cubes + "/180");
    }

    /**
     * The rate of the averaged kernel at h⁰ less −1/3 (L′(w̄) + L‴/24 Σ sᵢ²).
     *
     * @return 0 if the averaged kernel descends the regularised loss at a third of the speed
     */
    static Expression rateOfMeanLessDescent() {
        Expression rate = DrawGenerator.rates(LOSSES, LOSSES.read(MEAN), 1).get(0);
        return less(rate, "-(" + slope(MEAN) + "+" + THIRD + "*" + SPREAD + "/24)/3");
    }

    /**
     * The rate of the spread Σ sᵢ² at h where all kernels are equal, less L′²/6.
     *
     * @return 0 if noise drives equal kernels apart along the gradient at that rate
     */
    static Expression rateOfSpreadLessNoise() {
        Expression rate = DrawGenerator.rates(LOSSES, LOSSES.read(SPREAD), 2).get(1);
        return atEqualKernels(less(rate, slope("x") + "^2/6"));
    }

    /**
     * The rate of the averaged kernel at h where all kernels are equal, less −L″L′/18.
     *
     * @return 0 if it is that of gradient descent with a third of the step: −(h/3)/2 · L″L′/3
     */
    static Expression rateOfMeanLessPlainCorrection() {
        Expression rate = DrawGenerator.rates(LOSSES, LOSSES.read(MEAN), 2).get(1);
        return atEqualKernels(less(rate, "-" + curvature("x") + "*" + slope("x") + "/18"));
    }

    private static Expression less(Expression found, String expected) {
        return found.add(LOSSES.read(expected).scaled(Rational.of(-1)));
    }

    private static Expression atEqualKernels(Expression expression) {
        return expression.substituted(variable -> Expression.variable(0, "x"));
    }
}
