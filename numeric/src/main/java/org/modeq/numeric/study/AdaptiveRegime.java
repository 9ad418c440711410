package org.modeq.numeric.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.modeq.numeric.evaluate.AdaptiveEvaluator;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.simulate.JetArithmetic;
import org.modeq.symbolic.circuit.AdaptiveEquation;
import org.modeq.symbolic.circuit.AdaptiveMethod;
import org.modeq.symbolic.circuit.EpsilonPlace;
import org.modeq.symbolic.circuit.Memory;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/**
 * Layer F of adaptive methods: h‖Du‖ along the run beside 1/(1 + τ), τ the longest mean age of an average, and the sizes of the terms.
 *
 * <p>The series runs in h(1 + τ); where h(1 + τ)‖Du‖ reaches 1, the field on θ and the averages with (1 − β)/h fixed serves instead.
 */
final class AdaptiveRegime {
    private static final int MOST_POINTS = 21;
    private static final double FARTHEST = 100;

    private AdaptiveRegime() {}

    static Regime of(AdaptiveEquation<Rational> series, ValidationProblem problem, double stepSize, int order) {
        AdaptiveMethod method = series.method();
        VectorField descent = AdaptiveRuns.descent(problem);
        VectorField first = first(method, descent);
        double age = method.memories().stream()
                .map(Memory::beta)
                .map(beta -> AdaptiveRuns.given(method, beta))
                .mapToDouble(beta -> beta.divide(Rational.ONE.subtract(beta)).doubleValue())
                .max()
                .orElse(0);
        double slowest = age / (1 + age);
        List<Regime.Curvature> path = new ArrayList<>();
        double[] sizes = new double[series.order()];
        double[] point = problem.start();
        double farthest = FARTHEST * (1 + Euclidean.norm(point));
        while (path.size() < MOST_POINTS && Euclidean.norm(point) <= farthest) {
            path.add(new Regime.Curvature(path.size() * stepSize, stepSize * RegimeCheck.spectralRadius(first, point)));
            List<double[]> orders = AdaptiveEvaluator.orders(series, descent, point);
            for (int k = 0; k < sizes.length; k++) {
                sizes[k] = Math.max(sizes[k], Math.pow(stepSize, k) * Euclidean.norm(orders.get(k)));
            }
            Euclidean.add(point, stepSize, first.at(point.clone()));
        }
        double largest =
                path.stream().mapToDouble(Regime.Curvature::hLambda).max().orElse(0);
        List<Double> terms = Arrays.stream(sizes).boxed().toList();
        int smallest = Regime.smallest(terms);
        return new Regime(
                stepSize,
                largest,
                path,
                new LinearStability(1 / (1 + age), Double.POSITIVE_INFINITY, slowest),
                terms,
                smallest,
                Double.POSITIVE_INFINITY,
                warnings(largest * (1 + age), smallest, order));
    }

    /** f₁ = −A_out U(g, g²) − λθ. */
    private static VectorField first(AdaptiveMethod method, VectorField descent) {
        Rational epsilon = AdaptiveRuns.given(method, AdaptiveMethod.EPSILON);
        double factor = method.name().equals("rmsprop-momentum")
                ? 1 / (1 - AdaptiveRuns.given(method, "beta3").doubleValue())
                : 1;
        double decay = method.hasDecay()
                ? AdaptiveRuns.given(method, AdaptiveMethod.DECAY).doubleValue()
                : 0;
        return VectorField.of(descent.dimension(), theta -> {
            Jet zero = Jet.column(theta.algebra(), 0);
            JetArithmetic arithmetic = new JetArithmetic(Map.of(Colour.F, descent), zero);
            Jet field = descent.at(theta);
            Jet square = arithmetic.product(field, field);
            Jet denominator = method.place() == EpsilonPlace.INSIDE
                    ? arithmetic.root(arithmetic.shifted(square, epsilon))
                    : arithmetic.shifted(arithmetic.root(square), epsilon);
            return arithmetic.quotient(field, denominator).scaled(factor).plus(-decay, theta);
        });
    }

    private static List<String> warnings(double reached, int smallest, int order) {
        List<String> warnings = new ArrayList<>();
        if (reached >= 1) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "h·(1+τ)·‖Du‖ = %.3g ≥ 1, τ the longest mean age of an average: the series in h at fixed β is beyond its"
                            + " reach; take a smaller step size, or the other road, derive … --road scaled, which keeps"
                            + " (1−β)/h fixed",
                    reached));
        }
        if (order > smallest) {
            warnings.add("the smallest term is that of order " + smallest + ": cut off at order " + order
                    + ", beyond it, the series is not the flow; take a smaller step size or a lower order");
        }
        return warnings;
    }
}
