package org.modeq.numeric.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.numeric.precise.Decimals;
import org.modeq.numeric.precise.PreciseField;
import org.modeq.numeric.precise.PreciseLookAhead;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/**
 * The modified fields of adaptive methods against their real runs, at (1/2, −1/3) on the quartic loss of {@link
 * AdaptiveProblems}, with U = m/√(v + 1) but for one.
 *
 * <p>source: the trees of typed nodes, f_j = Σ b(t)/σ(t) F(t) over |t| = j, in exact fractions.
 *
 * <p>convention: θ' = f₁ + h f₂ + …, averages at step n include the gradient of θₙ, the field is that of the slow manifold.
 *
 * <p>checked by: this test.
 */
@DisplayName("A run of an adaptive method after its burn-in")
class AdaptiveFieldTest {
    private static final Decimals FIFTY = Decimals.ofDigits(50);

    /** (2/3)^n of the start is left in the averages: below 10⁻²⁰ with the h that stands before it. */
    private static final int BURN_IN = 96;

    private static final int NODES = 10;
    private static final List<Rational> POINT = List.of(Rational.of(1, 2), Rational.of(-1, 3));

    /** −U(g, g²) there. */
    private static final List<Rational> POINT_FIELD = List.of(Rational.of(-3, 5), Rational.of(4, 5));

    private static final AdaptiveDenominator UNDER_ROOT = AdaptiveDenominator.inside(Rational.ONE);

    private static Arguments method(String name, StatefulOptimizer optimizer, String... orders) {
        return Arguments.of(
                name,
                optimizer,
                Stream.of(orders)
                        .map(order -> Stream.of(order.split(" ", -1))
                                .map(Rational::parse)
                                .toList())
                        .toList());
    }

    private static Stream<Arguments> methods() {
        Adam adam = Adam.of(Rational.of(1, 2), Rational.of(2, 3), UNDER_ROOT).withoutBiasCorrection();
        // f₂ = −(½ + τ₁) U_m⊙Hu − (½ + τ₂) U_v⊙2g⊙Hu by hand: U_m = (4/7, 3/7), U_v = (−8/49, 9/98), Hu = (1/28, 3/7).
        Adam outside = Adam.of(adam.beta1(), adam.beta2(), AdaptiveDenominator.outside(Rational.ONE))
                .withoutBiasCorrection();
        return Stream.of(
                method(
                        "Adam",
                        adam,
                        "-3/5 4/5",
                        "-3/125 9/250",
                        "760111/4218750 143269/312500",
                        "253774349/17578125 -17469038833/3375000000"),
                method("Adam with ε = 1 outside", outside, "-3/7 4/7", "-3/343 -9/686"),
                method("AdamW with λ = 1/2", adam.withDecay(Rational.of(1, 2)), "-17/20 29/30", "-2119/6000 1771/6000"),
                method("NAdam", adam.lookingAhead(), "-3/5 4/5", "-1/250 27/125"),
                method("RMSProp", RmsProp.of(Rational.of(2, 3), UNDER_ROOT), "-3/5 4/5", "2/125 99/250"));
    }

    @ParameterizedTest(name = "{0}: is off its modified field of order p by h^p, slopes to 0.05")
    @MethodSource("methods")
    void slopes(String name, StatefulOptimizer optimizer, List<List<Rational>> orders) {
        Map<Colour, PreciseField<BigDecimal>> fields = AdaptiveProblems.precise(AdaptiveProblems.QUARTIC, FIFTY);
        List<Rational> stepSizes = List.of(Rational.of(1, 2048), Rational.of(1, 4096), Rational.of(1, 8192));
        List<List<BigDecimal>> found =
                stepSizes.stream().map(h -> fieldOfRun(optimizer, fields, h)).toList();
        for (int order = 1; order <= orders.size(); order++) {
            List<Double> errors = new ArrayList<>();
            for (int i = 0; i < stepSizes.size(); i++) {
                errors.add(missed(found.get(i), orders.subList(0, order), stepSizes.get(i)));
            }
            for (int i = 1; i < errors.size(); i++) {
                double slope = Math.log(errors.get(i - 1) / errors.get(i)) / Math.log(2);
                assertEquals(order, slope, 0.05, "f_1 to f_" + order + ", errors " + errors);
            }
        }
    }

    /**
     * From averages of 0, corrected, the base values are right from step 0 on, and f₂ at step n is that of the slow manifold with
     * τᵢ(n) = βᵢ/(1 − βᵢ) − (n + 1)βᵢⁿ⁺¹/(1 − βᵢⁿ⁺¹) in place of τᵢ. So (θₙ₊₁ − θₙ)/h = −u − h(τ₁(n) U_m⊙Hu + τ₂(n) U_v⊙2g⊙Hu) + O(h²)
     * with, by hand, u = (3/5, −4/5), U_m = (4/5, 3/5), U_v⊙2g = (−36/125, −48/125), Hu = (1/20, 3/5).
     */
    @ParameterizedTest(name = "bias corrected from the start: step {0} follows the field of its own mean ages, slope 2")
    @ValueSource(ints = {0, 1, 4})
    void fromTheStart(int n) {
        Adam adam = Adam.of(Rational.of(1, 2), Rational.of(2, 3), UNDER_ROOT);
        Map<Colour, PreciseField<BigDecimal>> fields = AdaptiveProblems.precise(AdaptiveProblems.QUARTIC, FIFTY);
        Rational first = meanAge(adam.beta1(), n);
        Rational second = meanAge(adam.beta2(), n);
        assertEquals(n == 0, first.isZero() && second.isZero());
        Rational x = first.multiply(Rational.parse("-1/25")).add(second.multiply(Rational.parse("9/625")));
        Rational y = first.multiply(Rational.parse("-9/25")).add(second.multiply(Rational.parse("144/625")));
        List<List<Rational>> orders = List.of(POINT_FIELD, List.of(x, y));
        List<Double> errors = new ArrayList<>();
        for (int reciprocal : new int[] {2048, 4096}) {
            Rational h = Rational.of(1, reciprocal);
            List<List<BigDecimal>> run = through(adam, fields, h, InitialState.ZERO, n, 1);
            errors.add(missed(PreciseLookAhead.at(FIFTY, run, n, FIFTY.of(h), 1), orders, h));
        }
        if (n == 0) {
            assertEquals(0, errors.get(0), 1e-28, "the first step is Euler's on −U(g, g²)");
        } else {
            assertEquals(2, Math.log(errors.get(0) / errors.get(1)) / Math.log(2), 0.05, "errors " + errors);
        }
    }

    private static Rational meanAge(Rational decay, int n) {
        Rational power = decay.pow(n + 1);
        return decay.divide(Rational.ONE.subtract(decay))
                .subtract(Rational.of(n + 1L).multiply(power).divide(Rational.ONE.subtract(power)));
    }

    /** The look-ahead logarithm at the point itself. */
    private static List<BigDecimal> fieldOfRun(
            StatefulOptimizer optimizer, Map<Colour, PreciseField<BigDecimal>> fields, Rational h) {
        List<List<BigDecimal>> run = through(optimizer, fields, h, InitialState.STEADY, BURN_IN, NODES);
        return PreciseLookAhead.at(FIFTY, run, BURN_IN, FIFTY.of(h), NODES);
    }

    /** A run that is at the point after so many steps, to 10⁻³⁰, and goes on for a few. */
    private static List<List<BigDecimal>> through(
            StatefulOptimizer optimizer,
            Map<Colour, PreciseField<BigDecimal>> fields,
            Rational h,
            InitialState initial,
            int steps,
            int more) {
        List<BigDecimal> target = POINT.stream().map(FIFTY::of).toList();
        List<BigDecimal> start = target;
        for (int iteration = 0; iteration < 200; iteration++) {
            List<List<BigDecimal>> run = AdaptiveProblems.run(optimizer, fields, h, initial, steps + more, start);
            List<BigDecimal> passed = run.get(steps);
            List<BigDecimal> moved = new ArrayList<>();
            double distance = 0;
            for (int i = 0; i < target.size(); i++) {
                BigDecimal missing = FIFTY.subtract(target.get(i), passed.get(i));
                distance = Math.max(distance, Math.abs(missing.doubleValue()));
                moved.add(FIFTY.add(start.get(i), missing));
            }
            if (distance < 1e-30) {
                return run;
            }
            start = moved;
        }
        throw new AssertionError("no run goes through the point with h = " + h);
    }

    /** ‖found − Σ h^(j−1) f_j‖, the largest coordinate. */
    private static double missed(List<BigDecimal> found, List<List<Rational>> orders, Rational h) {
        double largest = 0;
        for (int i = 0; i < found.size(); i++) {
            Rational sum = Rational.ZERO;
            for (int j = orders.size() - 1; j >= 0; j--) {
                sum = sum.multiply(h).add(orders.get(j).get(i));
            }
            double missed = FIFTY.subtract(found.get(i), FIFTY.of(sum)).doubleValue();
            largest = Math.max(largest, Math.abs(missed));
        }
        return largest;
    }
}
