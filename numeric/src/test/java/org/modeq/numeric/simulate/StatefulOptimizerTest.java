package org.modeq.numeric.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.precise.Decimals;
import org.modeq.numeric.precise.DoubleDoubles;
import org.modeq.numeric.precise.Numbers;
import org.modeq.numeric.precise.PreciseArithmetic;
import org.modeq.numeric.precise.PreciseJet;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

@DisplayName("An optimizer with a state")
class StatefulOptimizerTest {
    private static final Decimals FIFTY = Decimals.ofDigits(50);
    private static final Rational HALF = Rational.of(1, 2);
    private static final Rational QUARTER = Rational.of(1, 4);
    private static final Rational THREE_QUARTERS = Rational.of(3, 4);
    private static final AdaptiveDenominator OUTSIDE = AdaptiveDenominator.outside(HALF);
    private static final AdaptiveDenominator INSIDE = AdaptiveDenominator.inside(Rational.of(9));

    /** g = x. */
    private static final List<Expression> IDENTITY = AdaptiveProblems.line(Rational.ZERO, Rational.ONE);

    /** g = 13/4 − 9x/4. */
    private static final List<Expression> FALLING = AdaptiveProblems.line(Rational.of(13, 4), Rational.of(-9, 4));

    private static Adam adam() {
        return Adam.of(HALF, THREE_QUARTERS, OUTSIDE);
    }

    private static Arguments runOf(
            String name, StatefulOptimizer optimizer, List<Expression> field, String start, String h, String... path) {
        return Arguments.of(
                name,
                optimizer,
                field,
                Rational.parse(start),
                Rational.parse(h),
                Stream.of(path).map(Rational::parse).toList());
    }

    /**
     * By hand, roots of squares throughout. Adam with β₁ = ½, β₂ = ¾, ε = ½ from 1 on x²/2: m = ½, v = ¼, u = ½/(½ + ½); then
     * m = ½, v = 3/16 + 1/16 = ¼. Corrected, with the gradients 1 and 5/2: u = 1/(1 + ½), then m̂ = 3/2 : 3/4 = 2,
     * v̂ = (3/16 + 25/16) : 7/16 = 4, u = 2/(2 + ½). NAdam: m̂ = ½ · ½ : ¾ + ½ : ½ = 4/3; uncorrected ½ · ½ + ½ = ¾. RMSProp with
     * μ = ½: b = 1, then ½ + ½. Adagrad from 4: v = 16, 16 + 9 = 25 under the root; or 9 + 16 = 25, then 25 + 144 = 169.
     */
    private static Stream<Arguments> byHand() {
        Adam plain = adam().withoutBiasCorrection();
        AdaptiveDenominator bare = AdaptiveDenominator.outside(Rational.ZERO);
        return Stream.of(
                runOf("Adam without correction", plain, IDENTITY, "1", "1", "1/2", "0"),
                runOf("Adam", adam(), FALLING, "1", "1", "1/3", "-7/15"),
                runOf("AdamW", plain.withDecay(QUARTER), IDENTITY, "1", "1", "1/4"),
                runOf("AdamW, corrected", adam().withDecay(HALF), FALLING, "1", "1/2", "5/12"),
                runOf("NAdam", adam().lookingAhead(), IDENTITY, "1", "1", "1/9"),
                runOf("NAdam without correction", plain.lookingAhead(), IDENTITY, "1", "1", "1/4"),
                runOf("RMSProp", new RmsProp(THREE_QUARTERS, HALF, OUTSIDE), IDENTITY, "1", "1/2", "1/2", "0"),
                runOf("Adagrad, ε inside", new Adagrad(Rational.ZERO, INSIDE), IDENTITY, "4", "1", "16/5"),
                runOf("Adagrad", new Adagrad(Rational.of(9), bare), IDENTITY, "4", "20", "-12", "84/13"),
                runOf("heavy ball", GradientMomentum.heavyBall(HALF), IDENTITY, "1", "1/2", "1/2", "0"),
                runOf("average", GradientMomentum.average(HALF), IDENTITY, "1", "1/2", "3/4", "7/16"),
                runOf("Nesterov", GradientMomentum.nesterov(HALF), IDENTITY, "1", "1/2", "1/4", "-1/16"),
                runOf("velocity", VelocityMomentum.heavyBall(HALF), IDENTITY, "1", "1/2", "1/2", "0"),
                runOf("Nesterov's velocity", VelocityMomentum.nesterov(HALF), IDENTITY, "1", "1/2", "1/2", "1/8"));
    }

    private static <T> void assertPath(
            Numbers<T> numbers,
            StatefulOptimizer optimizer,
            List<Expression> field,
            Rational start,
            Rational h,
            List<Rational> path,
            double tolerance) {
        List<List<T>> run = AdaptiveProblems.run(
                optimizer,
                AdaptiveProblems.precise(field, numbers),
                h,
                InitialState.ZERO,
                path.size(),
                List.of(numbers.of(start)));
        for (int n = 0; n < path.size(); n++) {
            T missed = numbers.subtract(run.get(n + 1).get(0), numbers.of(path.get(n)));
            assertEquals(0, numbers.toDouble(missed), tolerance, "step " + (n + 1));
        }
    }

    @ParameterizedTest(name = "{0}: goes from {3} with h = {4} to {5}, in doubles, 31 and 50 digits")
    @MethodSource("byHand")
    void exactSteps(
            String name,
            StatefulOptimizer optimizer,
            List<Expression> field,
            Rational start,
            Rational h,
            List<Rational> path) {
        assertPath(FIFTY, optimizer, field, start, h, path, 1e-55);
        assertPath(DoubleDoubles.DOUBLE_DOUBLES, optimizer, field, start, h, path, 1e-29);
        List<double[]> run = AdaptiveProblems.run(
                optimizer, field, h.doubleValue(), InitialState.ZERO, path.size(), start.doubleValue());
        for (int n = 0; n < path.size(); n++) {
            assertEquals(path.get(n).doubleValue(), run.get(n + 1)[0], 4e-15, "step " + (n + 1));
        }
    }

    private static Stream<Arguments> family() {
        Rational many = Rational.of(999, 1000);
        Rational nine = Rational.of(9, 10);
        AdaptiveDenominator small = AdaptiveDenominator.outside(Rational.of(1, 100_000_000));
        return Stream.of(
                        Adam.of(nine, many, small),
                        Adam.of(nine, many, INSIDE).withoutBiasCorrection().withDecay(Rational.of(1, 100)),
                        Adam.of(nine, many, small).lookingAhead(),
                        RmsProp.of(Rational.of(99, 100), small),
                        new RmsProp(Rational.of(99, 100), nine, INSIDE),
                        new Adagrad(Rational.of(1, 10), small),
                        GradientMomentum.heavyBall(nine),
                        GradientMomentum.average(nine),
                        GradientMomentum.nesterov(nine),
                        VelocityMomentum.heavyBall(nine),
                        VelocityMomentum.nesterov(nine))
                .map(Arguments::of);
    }

    @ParameterizedTest(name = "{0}: 100 steps in doubles are those in 50 digits to 1e-14")
    @MethodSource("family")
    void doublesAndDigits(StatefulOptimizer optimizer) {
        List<double[]> doubles =
                AdaptiveProblems.run(optimizer, AdaptiveProblems.QUARTIC, 0x1p-8, InitialState.ZERO, 100, 0.5, -0.375);
        var fields = AdaptiveProblems.precise(AdaptiveProblems.QUARTIC, FIFTY);
        var digits = AdaptiveProblems.run(
                optimizer, fields, Rational.of(1, 256), InitialState.ZERO, 100, FIFTY.column(0.5, -0.375));
        double moved = 0;
        for (int i = 0; i < 2; i++) {
            double exact = digits.get(100).get(i).doubleValue();
            assertEquals(exact, doubles.get(100)[i], 1e-14 * Math.abs(exact), "coordinate " + i);
            moved += Math.abs(exact - doubles.get(0)[i]);
        }
        assertTrue(moved > 0.01, "the run goes nowhere: " + moved);
    }

    /** The same order of operations, written as a loop over numbers. */
    @Test
    @DisplayName("runs in doubles bit by bit as the loop of a program")
    void bits() {
        Adam optimizer = Adam.of(Rational.of(9, 10), Rational.of(999, 1000), AdaptiveDenominator.outside(QUARTER))
                .withoutBiasCorrection();
        double x = 1;
        double m = 0;
        double v = 0;
        List<double[]> run = AdaptiveProblems.run(optimizer, FALLING, 0.1, InitialState.ZERO, 50, 1);
        var field = AdaptiveProblems.inDoubles(FALLING).get(Colour.F);
        for (int n = 0; n < 50; n++) {
            double f = field.at(new double[] {x})[0];
            m = 0.9 * m + -0.1 * f;
            v = 0.999 * v + 0.001 * (f * f);
            x += -1.0 * (0.1 * (m / (Math.sqrt(v) + 0.25)));
            assertArrayEquals(new double[] {x}, run.get(n + 1), "step " + (n + 1));
        }
    }

    @Nested
    @DisplayName("of the family of Adam")
    class OfAdam {
        private final List<Expression> field = AdaptiveProblems.QUARTIC;

        private List<double[]> path(StatefulOptimizer optimizer) {
            return AdaptiveProblems.run(optimizer, field, 0.01, InitialState.ZERO, 40, 0.5, -0.375);
        }

        @Test
        @DisplayName(
                "is AdamW with λ = 0, RMSProp with β₁ = 0 and no correction, and plain averages where nothing is divided")
        void coincidences() {
            assertArrayEquals(
                    path(adam()).toArray(),
                    path(adam().withDecay(Rational.ZERO)).toArray());
            Adam noMomentum = Adam.of(Rational.ZERO, THREE_QUARTERS, OUTSIDE).withoutBiasCorrection();
            assertArrayEquals(
                    path(noMomentum).toArray(),
                    path(RmsProp.of(THREE_QUARTERS, OUTSIDE)).toArray());
            assertArrayEquals(
                    path(noMomentum).toArray(), path(noMomentum.lookingAhead()).toArray());
        }

        @Test
        @DisplayName("divides by 1 − βⁿ to the last bits, however near to 1 β is, and for any n")
        void correction() {
            Rational decay = Rational.of(999_999, 1_000_000);
            double[] one = {1};
            for (int n : new int[] {1, 2, 7, 1000}) {
                double exact =
                        Rational.ONE.divide(Rational.ONE.subtract(decay.pow(n))).doubleValue();
                double found = new DoubleArithmetic(Map.of(), 1).biasCorrected(one, decay, n)[0];
                assertEquals(exact, found, 1e-15 * exact, "n = " + n);
            }
            assertEquals(1, new DoubleArithmetic(Map.of(), 1).biasCorrected(one, decay, Integer.MAX_VALUE)[0]);
        }

        /** A gradient of 3 for ever: every average is right from the first step on. */
        @Test
        @DisplayName("steps by −h g/(|g| + ε) in every step on a linear loss, if it is corrected")
        void linear() {
            List<Expression> constant = AdaptiveProblems.line(Rational.of(-3), Rational.ZERO);
            List<double[]> run = AdaptiveProblems.run(adam(), constant, 0.5, InitialState.ZERO, 20, 0);
            for (int n = 1; n <= 20; n++) {
                assertEquals(n * 0.5 * 3 / 3.5, run.get(n)[0], 1e-14, "step " + n);
            }
        }

        @Test
        @DisplayName("takes from a steady start the first step of its modified field, −h U(g, g²)")
        void steady() {
            double step = -0.5 * 3 / 3.5;
            List<Expression> line = AdaptiveProblems.line(Rational.of(2), Rational.ONE);
            for (StatefulOptimizer optimizer : List.of(
                    adam().withoutBiasCorrection(),
                    adam().withoutBiasCorrection().lookingAhead(),
                    RmsProp.of(THREE_QUARTERS, OUTSIDE))) {
                double[] first = AdaptiveProblems.run(optimizer, line, 0.5, InitialState.STEADY, 1, 1)
                        .get(1);
                assertEquals(1 + step, first[0], 1e-15, optimizer.toString());
            }
            RmsProp withMomentum = new RmsProp(THREE_QUARTERS, HALF, OUTSIDE);
            assertEquals(
                    1 + 2 * step,
                    AdaptiveProblems.run(withMomentum, line, 0.5, InitialState.STEADY, 1, 1)
                            .get(1)[0],
                    1e-15);
        }
    }

    /** θ₃ as a power series in h: in doubles against digits, and evaluated at h against the run itself. */
    @ParameterizedTest(
            name = "{0}: its power series in h to order 4 misses its run by h⁵; in doubles it is that in digits")
    @MethodSource("family")
    void powerSeries(StatefulOptimizer optimizer) {
        JetAlgebra algebra = JetAlgebra.of(4);
        double[] start = {0.5, -0.375};
        JetArithmetic jets = new JetArithmetic(
                AdaptiveProblems.inDoubles(AdaptiveProblems.QUARTIC),
                Jet.affine(algebra, new double[] {0}, List.of(new double[] {1})));
        Jet end = optimizer
                .run(n -> jets, Jet.column(algebra, start), InitialState.ZERO, 3, point -> {})
                .get(0);
        PreciseArithmetic<BigDecimal> digits = new PreciseArithmetic<>(
                AdaptiveProblems.precise(AdaptiveProblems.QUARTIC, FIFTY),
                PreciseJet.affine(FIFTY, algebra, FIFTY.column(0), List.of(FIFTY.column(1))));
        var precise = optimizer
                .run(
                        n -> digits,
                        PreciseJet.column(FIFTY, algebra, FIFTY.column(start)),
                        InitialState.ZERO,
                        3,
                        point -> {})
                .get(0);
        for (int j = 0; j <= 4; j++) {
            double[] expected = FIFTY.toDoubles(precise.coefficient(List.of(j)));
            assertArrayEquals(expected, end.entries(j), 1e-12 * Math.max(1, Math.abs(expected[0])), "h^" + j);
        }
        double slope = Math.log(missed(optimizer, precise, 4096) / missed(optimizer, precise, 8192)) / Math.log(2);
        assertEquals(5, slope, 0.05);
    }

    /** The series at h = 1/n less the run with this h, all in digits. */
    private static double missed(StatefulOptimizer optimizer, PreciseJet<BigDecimal> series, int reciprocal) {
        Rational h = Rational.of(1, reciprocal);
        var fields = AdaptiveProblems.precise(AdaptiveProblems.QUARTIC, FIFTY);
        List<BigDecimal> end = AdaptiveProblems.run(
                        optimizer, fields, h, InitialState.ZERO, 3, FIFTY.column(0.5, -0.375))
                .get(3);
        double missed = 0;
        for (int i = 0; i < end.size(); i++) {
            BigDecimal value = BigDecimal.ZERO;
            for (int j = 4; j >= 0; j--) {
                value = FIFTY.add(
                        FIFTY.multiply(value, FIFTY.of(h)),
                        series.coefficient(List.of(j)).get(i));
            }
            missed = Math.max(missed, FIFTY.subtract(end.get(i), value).abs().doubleValue());
        }
        return missed;
    }

    @Test
    @DisplayName("may be a recurrence over the last points: the velocities of heavy ball and of Nesterov are such")
    void recurrences() {
        Rational minusBeta = HALF.negate();
        StatefulOptimizer heavyBall = StatefulOptimizer.ofRecurrence(MultistepRecurrence.of(
                List.of(HALF, Rational.of(-3, 2), Rational.ONE),
                List.of(Rational.ZERO, Rational.ONE),
                List.of(Rational.ONE)));
        StatefulOptimizer nesterov = StatefulOptimizer.ofRecurrence(MultistepRecurrence.of(
                List.of(HALF, Rational.of(-3, 2), Rational.ONE),
                List.of(Rational.ONE),
                List.of(minusBeta, Rational.of(3, 2))));
        assertSamePath(heavyBall, VelocityMomentum.heavyBall(HALF));
        assertSamePath(nesterov, VelocityMomentum.nesterov(HALF));
    }

    private static void assertSamePath(StatefulOptimizer first, StatefulOptimizer second) {
        assertEquals(first.fields(), second.fields());
        List<double[]> one =
                AdaptiveProblems.run(first, AdaptiveProblems.QUARTIC, 0.05, InitialState.ZERO, 30, 0.5, -0.375);
        List<double[]> other =
                AdaptiveProblems.run(second, AdaptiveProblems.QUARTIC, 0.05, InitialState.ZERO, 30, 0.5, -0.375);
        for (int n = 0; n <= 30; n++) {
            assertArrayEquals(one.get(n), other.get(n), 1e-14, "step " + n);
        }
    }

    @Nested
    @DisplayName("is refused")
    class IsRefused {
        private void refused(String expected, Executable action) {
            String message =
                    assertThrows(IllegalArgumentException.class, action).getMessage();
            assertTrue(message.contains(expected), message);
        }

        @Test
        @DisplayName("with a decay out of [0, 1), and with negative ε, λ, weights or sums")
        void parameters() {
            refused("beta1 = 1", () -> Adam.of(Rational.ONE, HALF, OUTSIDE));
            refused("beta2 = -1/2", () -> Adam.of(HALF, HALF.negate(), OUTSIDE));
            refused("lambda", () -> adam().withDecay(HALF.negate()));
            refused("epsilon", () -> AdaptiveDenominator.inside(HALF.negate()));
            refused("the momentum", () -> new RmsProp(HALF, Rational.ONE, OUTSIDE));
            refused("initial sum", () -> new Adagrad(HALF.negate(), OUTSIDE));
            refused("weight", () -> new GradientMomentum(HALF, Rational.ZERO, false));
            refused("beta", () -> VelocityMomentum.heavyBall(Rational.of(2)));
        }

        @Test
        @DisplayName("with a steady start where there is none, and with a negative number of steps")
        void starts() {
            refused(
                    "switch the correction off",
                    () -> AdaptiveProblems.run(adam(), IDENTITY, 1, InitialState.STEADY, 1, 1));
            refused(
                    "no steady state",
                    () -> AdaptiveProblems.run(new Adagrad(HALF, OUTSIDE), IDENTITY, 1, InitialState.STEADY, 1, 1));
            StatefulOptimizer recurrence = StatefulOptimizer.ofRecurrence(MultistepRecurrence.of(
                    List.of(HALF, Rational.of(-3, 2), Rational.ONE), List.of(Rational.ONE), List.of(Rational.ONE)));
            refused(
                    "recurrence over 2 points",
                    () -> AdaptiveProblems.run(recurrence, IDENTITY, 1, InitialState.STEADY, 1, 1));
            refused("-1 steps", () -> AdaptiveProblems.run(adam(), IDENTITY, 1, InitialState.ZERO, -1, 1));
        }

        @Test
        @DisplayName("where a coordinate of the gradient is 0 and so is ε, in doubles as in digits; the step is named")
        void zeroGradient() {
            RmsProp bare = RmsProp.of(HALF, AdaptiveDenominator.outside(Rational.ZERO));
            String inDoubles = assertThrows(
                            ArithmeticException.class,
                            () -> AdaptiveProblems.run(bare, IDENTITY, 1, InitialState.ZERO, 3, 0))
                    .getMessage();
            assertTrue(
                    inDoubles.contains("in step 1 of the run: coordinate 1") && inDoubles.contains("NaN"), inDoubles);
            String inDigits = assertThrows(
                            ArithmeticException.class,
                            () -> AdaptiveProblems.run(
                                    bare,
                                    AdaptiveProblems.precise(IDENTITY, FIFTY),
                                    HALF,
                                    InitialState.ZERO,
                                    3,
                                    FIFTY.column(0)))
                    .getMessage();
            assertTrue(inDigits.contains("in step 1 of the run: a division by 0"), inDigits);
        }
    }
}
