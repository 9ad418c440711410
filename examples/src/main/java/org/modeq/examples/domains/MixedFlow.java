package org.modeq.examples.domains;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.modeq.numeric.kernel.Euclidean;

/**
 * The flow θ̇ = −(w g_A + (1−w) g_B) of the two domains for weights w that are constant on pieces, by explicit midpoint steps, with
 * the exact gradient of the final loss in w.
 *
 * <p>With H = wH_A + (1−w)H_B a step is m = θ − (τ/2) g(θ), θ′ = θ − τ g(m); backwards from p = ∇L_E
 * <pre>
 *   q = −τ H p′,      p = p′ + q − (τ/2) H q,      ∂L/∂w += −τ p′·(g_A − g_B)(m) − (τ/2) q·(g_A − g_B)(θ).
 * </pre>
 * This is the adjoint of the discrete run. That of the flow, discretised by itself, is another gradient, off by O(τ).
 */
final class MixedFlow {
    private final double[] weights;
    private final double step;
    private final int stepsPerPiece;
    private final List<double[]> points = new ArrayList<>();
    private final List<double[]> middles = new ArrayList<>();

    private MixedFlow(double[] weights, int steps) {
        this.weights = weights;
        this.stepsPerPiece = steps / weights.length;
        this.step = TwoDomains.TIME / steps;
        points.add(TwoDomains.start());
        for (int k = 0; k < steps; k++) {
            double[] theta = points.get(k);
            double w = weight(k);
            double[] middle = moved(theta, -step / 2, gradient(w, theta));
            middles.add(middle);
            points.add(moved(theta, -step, gradient(w, middle)));
        }
    }

    /** The flow; the number of steps is a multiple of the number of weights. */
    static MixedFlow of(int steps, double... weights) {
        return new MixedFlow(weights.clone(), steps);
    }

    private double weight(int k) {
        return weights[k / stepsPerPiece];
    }

    private static double[] moved(double[] from, double factor, double[] direction) {
        double[] to = from.clone();
        Euclidean.add(to, factor, direction);
        return to;
    }

    private static double[] mixed(double w, double[] ofA, double[] ofB) {
        return new double[] {w * ofA[0] + (1 - w) * ofB[0], w * ofA[1] + (1 - w) * ofB[1]};
    }

    private static double[] gradient(double w, double[] theta) {
        return mixed(w, TwoDomains.gradient(false, theta), TwoDomains.gradient(true, theta));
    }

    private static double[] hessianTimes(double w, double[] v) {
        return mixed(w, TwoDomains.hessianTimes(false, v), TwoDomains.hessianTimes(true, v));
    }

    double[] weights() {
        return weights.clone();
    }

    /** θ at the ends of the steps. */
    List<double[]> points() {
        return points.stream().map(double[]::clone).toList();
    }

    /** L_E at the end. */
    double loss() {
        return TwoDomains.loss(points.get(middles.size()));
    }

    /** The costates at the ends of the steps, and the gradient of the final loss in the weights. */
    @SuppressWarnings("ArrayRecordComponent") // made here, read here and in tests, never compared
    record Adjoint(List<double[]> costates, double[] gradient) {}

    /** The adjoint of the discrete run. */
    Adjoint adjoint() {
        return adjoint(true);
    }

    /** The trap: the costate of the flow by Euler's method along the same points, whose gradient is off by O(τ). */
    Adjoint adjointOfFlow() {
        return adjoint(false);
    }

    private Adjoint adjoint(boolean isDiscrete) {
        int n = middles.size();
        double[][] costates = new double[n + 1][];
        double[] gradient = new double[weights.length];
        costates[n] = TwoDomains.lossGradient(points.get(n));
        for (int k = n - 1; k >= 0; k--) {
            double w = weight(k);
            double[] next = costates[k + 1];
            double[] back = hessianTimes(w, next);
            Euclidean.scale(back, -step);
            double[] costate = moved(next, 1, back);
            double slope = -step * Euclidean.product(next, TwoDomains.difference(middles.get(k)));
            if (isDiscrete) {
                Euclidean.add(costate, -step / 2, hessianTimes(w, back));
                slope -= step / 2 * Euclidean.product(back, TwoDomains.difference(points.get(k)));
            }
            costates[k] = costate;
            gradient[k / stepsPerPiece] += slope;
        }
        return new Adjoint(Arrays.asList(costates), gradient);
    }
}
