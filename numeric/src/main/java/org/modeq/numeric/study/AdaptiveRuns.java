package org.modeq.numeric.study;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.precise.Decimals;
import org.modeq.numeric.precise.PreciseArithmetic;
import org.modeq.numeric.precise.PreciseField;
import org.modeq.numeric.precise.PreciseJet;
import org.modeq.numeric.simulate.Adam;
import org.modeq.numeric.simulate.AdaptiveDenominator;
import org.modeq.numeric.simulate.JetArithmetic;
import org.modeq.numeric.simulate.RmsProp;
import org.modeq.numeric.simulate.StatefulOptimizer;
import org.modeq.symbolic.circuit.AdaptiveMethod;
import org.modeq.symbolic.circuit.EpsilonPlace;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/** An adaptive method as the real optimizer, and its modified field by the road without trees. */
final class AdaptiveRuns {
    private AdaptiveRuns() {}

    /** The optimizer without bias correction, which a modified equation of its steady state speaks of. */
    static StatefulOptimizer optimizer(AdaptiveMethod method) {
        AdaptiveDenominator denominator = method.place() == EpsilonPlace.INSIDE
                ? AdaptiveDenominator.inside(given(method, AdaptiveMethod.EPSILON))
                : AdaptiveDenominator.outside(given(method, AdaptiveMethod.EPSILON));
        return switch (method.name()) {
            case "adam" -> adam(method, denominator);
            case "adamw" -> adam(method, denominator).withDecay(given(method, AdaptiveMethod.DECAY));
            case "nadam" -> adam(method, denominator).lookingAhead();
            case "rmsprop" -> RmsProp.of(given(method, "beta2"), denominator);
            case "rmsprop-momentum" -> new RmsProp(given(method, "beta2"), given(method, "beta3"), denominator);
            default ->
                throw new IllegalArgumentException("given " + method.name()
                        + ", expected adam, adamw, nadam, rmsprop or rmsprop-momentum: there is no run of another"
                        + " method to compare its series with; derive and evaluate have it");
        };
    }

    private static Adam adam(AdaptiveMethod method, AdaptiveDenominator denominator) {
        return Adam.of(given(method, "beta1"), given(method, "beta2"), denominator)
                .withoutBiasCorrection();
    }

    static Rational given(AdaptiveMethod method, String parameter) {
        Rational value = method.given().get(parameter);
        if (value == null) {
            throw new IllegalArgumentException("given " + method.name() + " with " + parameter
                    + " as a symbol, expected a number to run it; add --param " + parameter + "=VALUE");
        }
        return value;
    }

    /** f₁, …, f_N in doubles. */
    static List<double[]> fromSteps(AdaptiveMethod method, VectorField descent, double[] theta, int order) {
        JetAlgebra algebra = JetAlgebra.of(order);
        Jet stepSize = Jet.affine(algebra, new double[] {0}, List.of(new double[] {1}));
        Jet field = AdaptiveStepSeries.field(
                method, new JetArithmetic(Map.of(Colour.F, descent), stepSize), Jet.column(algebra, theta), order);
        return IntStream.rangeClosed(1, order).mapToObj(field::entries).toList();
    }

    /** f₁, …, f_N in decimals. */
    static List<List<BigDecimal>> fromSteps(
            AdaptiveMethod method, PreciseField<BigDecimal> descent, List<BigDecimal> theta, int order) {
        Decimals numbers = Decimals.ofDigits(CoefficientCheck.DIGITS);
        JetAlgebra algebra = JetAlgebra.of(order);
        PreciseJet<BigDecimal> stepSize =
                PreciseJet.affine(numbers, algebra, List.of(numbers.zero()), List.of(List.of(numbers.one())));
        PreciseJet<BigDecimal> field = AdaptiveStepSeries.field(
                method,
                new PreciseArithmetic<>(Map.of(Colour.F, descent), stepSize),
                PreciseJet.column(numbers, algebra, theta),
                order);
        return IntStream.rangeClosed(1, order)
                .mapToObj(k -> field.coefficient(Collections.singletonList(k)))
                .toList();
    }

    static VectorField descent(ValidationProblem problem) {
        return Objects.requireNonNull(problem.fields().get(Colour.F));
    }
}
