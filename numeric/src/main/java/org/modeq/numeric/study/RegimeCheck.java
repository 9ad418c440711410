package org.modeq.numeric.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.modeq.numeric.evaluate.DirectionalDerivative;
import org.modeq.numeric.evaluate.LieSeriesEvaluator;
import org.modeq.numeric.evaluate.SeriesEvaluator;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.RandomStream;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;

/** Layer F: curvatures and sizes of terms along a run. */
final class RegimeCheck {
    private static final int ITERATIONS = 60;
    private static final int AVERAGED = 20;
    private static final long SEED = 1;
    private static final int MOST_POINTS = 21;

    /** A run that explodes is followed to this many times the size of its start or its first step. */
    private static final double FARTHEST = 100;

    /** Terms of small problems to this order, so that the smallest can be seen. */
    private static final int TERMS = 8;

    /** A term of the optimizer's own power series below this part of the largest before it is rounding. */
    private static final double NOISE = 1e-12;

    private final Method<Rational> method;
    private final BSeriesField<Rational> series;

    /** Of a series that is right to one order beyond the first error of the field that is tested, or more. */
    RegimeCheck(Method<Rational> method, BSeriesField<Rational> series) {
        this.method = method;
        this.series = series;
    }

    /**
     * The regime along a run of steps h f₁ from the start, twenty or fewer.
     *
     * <p>Sixty products with the Jacobian, and f₁, …, f_K, at each point.
     *
     * @throws ArithmeticException if a field is not finite at the start
     */
    Regime on(ValidationProblem problem, double stepSize, int order) {
        Map<Colour, VectorField> fields = problem.fields();
        VectorField slope = LieSeriesEvaluator.sumOfTrees(series.truncated(1).nonzero(), fields);
        SeriesEvaluator evaluator = SeriesEvaluator.of(series, fields);
        List<Regime.Curvature> path = new ArrayList<>();
        double[] sizes =
                new double[problem.isSmall() ? Math.max(TERMS, series.truncationOrder()) : series.truncationOrder()];
        List<double[]> points = points(problem.start(), slope, stepSize);
        for (double[] point : points) {
            double radius = spectralRadius(slope, point);
            path.add(new Regime.Curvature(path.size() * stepSize, stepSize * radius));
            double[] norms = norms(evaluator.orders(point), fields, point, sizes.length);
            for (int k = 0; k < sizes.length; k++) {
                sizes[k] = Math.max(sizes[k], Math.pow(stepSize, k) * norms[k]);
            }
        }
        RegimeWarnings.Run run = new RegimeWarnings.Run(DirectOptimizer.of(method), fields);
        List<Double> termSizes = Arrays.stream(sizes).boxed().toList();
        return Regime.of(stepSize, path, termSizes, order, new RegimeWarnings(run, points, stepSize));
    }

    /** The way of the run, near enough to look at curvatures: steps along f₁. */
    private static List<double[]> points(double[] start, VectorField slope, double stepSize) {
        double farthest = FARTHEST * Math.max(Euclidean.norm(start), stepSize * Euclidean.norm(slope.at(start)));
        List<double[]> points = new ArrayList<>();
        double[] point = start.clone();
        while (points.size() < MOST_POINTS && Euclidean.distance(point, start) <= farthest) {
            points.add(point.clone());
            Euclidean.add(point, stepSize, slope.at(point));
        }
        return points;
    }

    /** ‖f_k‖ for k = 1, …, K: from trees as far as they go, then from the optimizer in power series of h. */
    private double[] norms(List<double[]> known, Map<Colour, VectorField> fields, double[] point, int count) {
        List<double[]> orders = count > known.size() ? SeriesRoads.fromSteps(method, fields, point, count) : known;
        double[] norms = new double[count];
        double largest = 0;
        for (int k = 0; k < count; k++) {
            double norm = Euclidean.norm(k < known.size() ? known.get(k) : orders.get(k));
            norms[k] = k < known.size() || norm > NOISE * largest ? norm : 0;
            largest = Math.max(largest, norm);
        }
        return norms;
    }

    /** The largest |λ| of the Jacobian of a field at a point. */
    static double spectralRadius(VectorField field, double... point) {
        return spectralRadius(v -> DirectionalDerivative.of(field, point, List.of(v)), point.length);
    }

    /** The largest |λ| by power iteration: the mean growth of the last iterations, which pairs of eigenvalues do not disturb. */
    static double spectralRadius(UnaryOperator<double[]> jacobian, int dimension) {
        double[] v = RandomStream.ofSeed(SEED).normals(dimension);
        Euclidean.scale(v, 1 / Euclidean.norm(v));
        double growth = 0;
        for (int i = 0; i < ITERATIONS; i++) {
            v = jacobian.apply(v);
            double norm = Euclidean.norm(v);
            if (norm == 0) {
                return 0;
            }
            Euclidean.scale(v, 1 / norm);
            growth += i >= ITERATIONS - AVERAGED ? Math.log(norm) : 0;
        }
        return Math.exp(growth / AVERAGED);
    }
}
