package org.modeq.numeric.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;
import org.modeq.numeric.evaluate.DoubleVectors;
import org.modeq.numeric.evaluate.SlowManifoldSeries;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.StepMap;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.simulate.DoubleArithmetic;
import org.modeq.numeric.simulate.Optimizer;
import org.modeq.symbolic.method.LinearMultistep;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/** Runs of an optimizer from one point with any step size. */
public interface DirectRun {
    /**
     * The end of a run.
     *
     * @param stepSize h &gt; 0
     * @param steps n ≥ 0
     * @param afterEachStep what becomes of the new point after every step; the identity for the optimizer itself
     * @return θₙ
     * @throws ArithmeticException if a step ends in a point that is not finite; the message names it
     */
    double[] end(double stepSize, int steps, UnaryOperator<double[]> afterEachStep);

    /**
     * Runs of a one-step map.
     *
     * @param optimizer one step
     * @param start θ₀
     * @return its runs
     */
    static DirectRun of(StepMap optimizer, double... start) {
        double[] first = start.clone();
        return (stepSize, steps, afterEachStep) -> {
            double[] point = first.clone();
            for (int k = 0; k < steps; k++) {
                point = afterEachStep.apply(finite(optimizer.step(point, stepSize), k, stepSize));
            }
            return point;
        };
    }

    /**
     * Runs of any optimizer.
     *
     * @param optimizer the optimizer
     * @param arithmetic doubles with its fields, by step size
     * @param start θ₀, θ₋₁, … by step size, as many points as it remembers
     * @return its runs
     */
    static DirectRun of(
            Optimizer optimizer, DoubleFunction<DoubleArithmetic> arithmetic, DoubleFunction<List<double[]>> start) {
        return (stepSize, steps, afterEachStep) -> {
            DoubleArithmetic numbers = arithmetic.apply(stepSize);
            List<double[]> last = new ArrayList<>(start.apply(stepSize));
            for (int k = 0; k < steps; k++) {
                double[] next = finite(optimizer.step(numbers, last), k, stepSize);
                last.add(0, afterEachStep.apply(next));
                last.remove(last.size() - 1);
            }
            return last.get(0).clone();
        };
    }

    /**
     * Runs of a method on real fields; one with memory starts on its slow manifold.
     *
     * @param method the method
     * @param fields f_c by colour
     * @param power the points before θ₀ are right to a higher power of h than this
     * @param start θ₀
     * @return its runs
     * @throws IllegalArgumentException if the method cannot be run step by step
     */
    static DirectRun of(Method<Rational> method, Map<Colour, VectorField> fields, int power, double... start) {
        Optimizer optimizer = DirectOptimizer.of(method);
        double[] first = start.clone();
        if (!(method instanceof LinearMultistep<Rational> multistep)) {
            return of(optimizer, stepSize -> new DoubleArithmetic(fields, stepSize), stepSize -> List.of(first));
        }
        VectorField field = fields.values().iterator().next();
        SlowManifoldSeries<double[]> manifold =
                SlowManifoldSeries.of(multistep, new DoubleVectors(field), first, power + 1);
        return of(optimizer, stepSize -> new DoubleArithmetic(fields, stepSize), stepSize -> {
            List<double[]> points = new ArrayList<>();
            for (int n = 0; n < optimizer.memory(); n++) {
                points.add(point(manifold, -n, power + 1, stepSize));
            }
            return points;
        });
    }

    /** Σ h^j P_j(n), by Horner's rule. */
    private static double[] point(SlowManifoldSeries<double[]> manifold, int n, int power, double stepSize) {
        double[] point = manifold.coefficient(n, power);
        for (int j = power - 1; j >= 0; j--) {
            Euclidean.scale(point, stepSize);
            Euclidean.add(point, 1, manifold.coefficient(n, j));
        }
        return point;
    }

    private static double[] finite(double[] point, int step, double stepSize) {
        for (int i = 0; i < point.length; i++) {
            if (!Double.isFinite(point[i])) {
                throw new ArithmeticException("coordinate " + (i + 1) + " of the parameters is " + point[i]
                        + " after step " + (step + 1) + " of step size " + stepSize + "; take a smaller step size");
            }
        }
        return point;
    }
}
