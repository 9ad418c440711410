package org.modeq.numeric.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.numeric.evaluate.AdaptiveEvaluator;
import org.modeq.numeric.evaluate.LookAheadLogarithm;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.DenseNetwork;
import org.modeq.numeric.model.Digits;
import org.modeq.numeric.model.IndexRange;
import org.modeq.numeric.model.NetworkLoss;
import org.modeq.numeric.model.OutputLoss;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.precise.Decimals;
import org.modeq.numeric.precise.PreciseAdaptive;
import org.modeq.numeric.precise.PreciseField;
import org.modeq.numeric.precise.PreciseLookAhead;
import org.modeq.symbolic.circuit.AdaptiveEquation;
import org.modeq.symbolic.circuit.AdaptiveMethod;
import org.modeq.symbolic.circuit.EpsilonPlace;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/** The derived field at a point of the run against what the run itself says there, the look-ahead logarithm. */
@DisplayName("The derived series of Adam")
class AdaptiveSeriesTest {
    private static final Decimals FIFTY = Decimals.ofDigits(50);
    private static final int NODES = 10;

    /** In doubles, where every further difference doubles the rounding. */
    private static final int FEW_NODES = 6;

    /** What is left of the start in the averages, after the burn-in. */
    private static final double GONE = 1e-34;

    private static AdaptiveEquation<Rational> equation(String beta1, String beta2, String epsilon, EpsilonPlace place) {
        Map<String, Rational> given =
                Map.of("beta1", Rational.parse(beta1), "beta2", Rational.parse(beta2), "eps", Rational.parse(epsilon));
        AdaptiveMethod method =
                AdaptiveMethod.parse("adam", new TreeMap<>(given), place).orElseThrow();
        return AdaptiveEquation.rational(method, 4);
    }

    private static Adam adam(String beta1, String beta2, String epsilon, EpsilonPlace place) {
        AdaptiveDenominator denominator = place == EpsilonPlace.INSIDE
                ? AdaptiveDenominator.inside(Rational.parse(epsilon))
                : AdaptiveDenominator.outside(Rational.parse(epsilon));
        return Adam.of(Rational.parse(beta1), Rational.parse(beta2), denominator)
                .withoutBiasCorrection();
    }

    private static int burnIn(String beta1, String beta2, double gone) {
        double largest = Math.max(
                Rational.parse(beta1).doubleValue(), Rational.parse(beta2).doubleValue());
        return (int) Math.ceil(Math.log(gone) / Math.log(largest));
    }

    @ParameterizedTest(
            name = "with β₁ = {0}, β₂ = {1}, ε = {2} {3} the root is off the run by h^p, p = 1 to 4, in 50 digits")
    @CsvSource({
        "1/2, 2/3, 1, INSIDE",
        "2/3, 1/2, 1/10, INSIDE",
        "1/3, 3/4, 1/2, INSIDE",
        "1/2, 2/3, 1, OUTSIDE",
        "3/4, 1/4, 1/10, OUTSIDE"
    })
    void trueRecurrence(String beta1, String beta2, String epsilon, EpsilonPlace place) {
        Map<Colour, PreciseField<BigDecimal>> fields = AdaptiveProblems.precise(AdaptiveProblems.QUARTIC, FIFTY);
        AdaptiveEquation<Rational> equation = equation(beta1, beta2, epsilon, place);
        int burnIn = burnIn(beta1, beta2, GONE);
        List<BigDecimal> start = List.of(new BigDecimal("0.5"), new BigDecimal("-0.25"));
        List<List<Double>> errors = new ArrayList<>();
        for (int reciprocal : new int[] {1 << 17, 1 << 18, 1 << 19}) {
            Rational h = Rational.of(1, reciprocal);
            List<List<BigDecimal>> run = AdaptiveProblems.run(
                    adam(beta1, beta2, epsilon, place), fields, h, InitialState.STEADY, burnIn + NODES, start);
            List<BigDecimal> found = PreciseLookAhead.at(FIFTY, run, burnIn, FIFTY.of(h), NODES);
            List<List<BigDecimal>> orders = PreciseAdaptive.orders(equation, fields.get(Colour.F), run.get(burnIn));
            errors.add(missed(found, orders, h));
        }
        for (int order = 1; order <= 4; order++) {
            for (int i = 1; i < errors.size(); i++) {
                double slope = Math.log(
                                errors.get(i - 1).get(order - 1) / errors.get(i).get(order - 1))
                        / Math.log(2);
                assertEquals(order, slope, 0.05, "f_1 to f_" + order + ", errors " + errors);
            }
        }
    }

    /** ‖found − Σ_{j≤p} h^(j−1) f_j‖ for p = 1, 2, …. */
    private static List<Double> missed(List<BigDecimal> found, List<List<BigDecimal>> orders, Rational h) {
        List<Double> missed = new ArrayList<>();
        List<BigDecimal> rest = found;
        BigDecimal power = BigDecimal.ONE;
        for (List<BigDecimal> order : orders) {
            List<BigDecimal> next = new ArrayList<>();
            double largest = 0;
            for (int i = 0; i < rest.size(); i++) {
                BigDecimal left = FIFTY.subtract(rest.get(i), FIFTY.multiply(power, order.get(i)));
                largest = Math.max(largest, Math.abs(left.doubleValue()));
                next.add(left);
            }
            missed.add(largest);
            rest = next;
            power = FIFTY.multiply(power, FIFTY.of(h));
        }
        return missed;
    }

    /** In doubles, so that only the first orders can be told from rounding. Pixels that are always 0 want ε inside the root. */
    @Test
    @DisplayName("on the digits network is off the run by h^p, p = 1 to 3")
    void digits() {
        EpsilonPlace place = EpsilonPlace.INSIDE;
        VectorField field = NetworkLoss.of(
                        DenseNetwork.of(64, 10, 10),
                        OutputLoss.SOFTMAX_CROSS_ENTROPY,
                        Digits.load().rows(IndexRange.parse("1-200")).scaled(1.0 / 16))
                .negativeGradient();
        String epsilon = "1/100";
        AdaptiveEquation<Rational> equation = equation("1/2", "2/3", epsilon, place);
        double[] start = DenseNetwork.of(64, 10, 10).layout().initialParameters(7);
        double[][] errors = new double[2][3];
        for (int halving = 0; halving < 2; halving++) {
            Rational h = Rational.of(1, 1024L << halving);
            // The same time for both, long after the burn-in: about the same point.
            int index = 128 << halving;
            List<double[]> run = new ArrayList<>();
            OptimizerRun.of(
                            adam("1/2", "2/3", epsilon, place),
                            Map.of(Colour.F, field),
                            StepSizeSchedule.constant(h),
                            InitialState.STEADY,
                            start)
                    .forEach(index + FEW_NODES, run::add);
            double[] rest = LookAheadLogarithm.at(run, index, h.doubleValue(), FEW_NODES);
            List<double[]> orders = AdaptiveEvaluator.orders(equation, field, run.get(index));
            for (int p = 0; p < 3; p++) {
                Euclidean.add(rest, -Math.pow(h.doubleValue(), p), orders.get(p));
                errors[halving][p] = Euclidean.norm(rest);
            }
        }
        for (int p = 0; p < 3; p++) {
            double slope = Math.log(errors[0][p] / errors[1][p]) / Math.log(2);
            assertEquals(p + 1, slope, 0.1, "order " + (p + 1) + ": " + errors[0][p] + ", " + errors[1][p]);
        }
        assertTrue(errors[0][2] < errors[0][0] / 10);
    }
}
