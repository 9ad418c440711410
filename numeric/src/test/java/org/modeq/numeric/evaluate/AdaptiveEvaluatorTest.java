package org.modeq.numeric.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.numeric.model.PolynomialLoss;
import org.modeq.numeric.precise.Decimals;
import org.modeq.numeric.precise.Numbers;
import org.modeq.numeric.precise.PreciseAdaptive;
import org.modeq.numeric.precise.PreciseField;
import org.modeq.symbolic.circuit.AdaptiveEquation;
import org.modeq.symbolic.circuit.AdaptiveMethod;
import org.modeq.symbolic.circuit.EpsilonPlace;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.ring.Rational;

/**
 * On L = x⁴/4 + x³/3 + x²y²/2 − xy² + xy + 55x/72 + y²/2 − 7y/4 at (1/2, −1/3), where g = (3/4, −4/3), so that with ε = 1 inside
 * the root √(g² + 1) = (5/4, 5/3) and every order is a pair of fractions.
 */
@DisplayName("The field of an adaptive method at a point")
class AdaptiveEvaluatorTest {
    private static final List<Rational> POINT = rationals("1/2 -1/3");
    private static final String[] NAMES = {"x", "y"};

    private static List<Rational> rationals(String text) {
        return List.of(text.split(" ")).stream().map(Rational::parse).toList();
    }

    private static AdaptiveEquation<Rational> equation(String name, EpsilonPlace place, int order) {
        return AdaptiveEquation.rational(method(name, place), order);
    }

    private static AdaptiveMethod method(String name, EpsilonPlace place) {
        SortedMap<String, Rational> given = new TreeMap<>(Map.of("beta2", Rational.of(2, 3), "eps", Rational.ONE));
        if (!name.startsWith("rmsprop")) {
            given.put("beta1", Rational.of(1, 2));
        }
        if (name.equals("adamw")) {
            given.put("lambda", Rational.of(1, 2));
        }
        if (name.equals("rmsprop-momentum")) {
            given.put("beta3", Rational.of(1, 2));
        }
        return AdaptiveMethod.parse(name, given, place).orElseThrow();
    }

    private static ParameterPolynomial monomial(String coefficient, int x, int y) {
        return ParameterPolynomial.parameter("x")
                .pow(x)
                .multiply(ParameterPolynomial.parameter("y").pow(y))
                .scaled(Rational.parse(coefficient));
    }

    private static final ParameterPolynomial LOSS = monomial("1/4", 4, 0)
            .add(monomial("1/3", 3, 0))
            .add(monomial("1/2", 2, 2))
            .add(monomial("-1", 1, 2))
            .add(monomial("1", 1, 1))
            .add(monomial("55/72", 1, 0))
            .add(monomial("1/2", 0, 2))
            .add(monomial("-7/4", 0, 1));

    /** ∇^(k+1)L[v₁, …, v_k]: the coefficient of ε₁ ⋯ ε_k ε_0 in L(θ + Σ εᵢvᵢ + ε_0 e_j). */
    private static List<Rational> gradient(List<List<Rational>> directions) {
        List<Rational> result = new ArrayList<>();
        for (int j = 0; j < 2; j++) {
            ParameterPolynomial moved = LOSS;
            for (int i = 0; i < 2; i++) {
                ParameterPolynomial argument = ParameterPolynomial.of(POINT.get(i));
                for (int k = 0; k < directions.size(); k++) {
                    argument = argument.add(ParameterPolynomial.parameter("e" + (k + 1))
                            .scaled(directions.get(k).get(i)));
                }
                moved = moved.substituted(
                        NAMES[i], i == j ? argument.add(ParameterPolynomial.parameter("e0")) : argument);
            }
            for (int k = 0; k <= directions.size(); k++) {
                List<ParameterPolynomial> coefficients = moved.coefficientsIn("e" + k);
                moved = coefficients.size() > 1 ? coefficients.get(1) : ParameterPolynomial.ZERO;
            }
            result.add(moved.constant().orElseThrow());
        }
        return result;
    }

    private static List<List<Rational>> exact(String name, EpsilonPlace place, int order) {
        return AdaptiveEvaluator.of(equation(name, place, order), Roots.EXACT)
                .orders(AdaptiveEvaluatorTest::gradient, POINT);
    }

    private static PolynomialLoss loss() {
        return PolynomialLoss.of(
                2,
                List.of(
                        new PolynomialLoss.Term(0.25, List.of(4, 0)),
                        new PolynomialLoss.Term(1 / 3.0, List.of(3, 0)),
                        new PolynomialLoss.Term(0.5, List.of(2, 2)),
                        new PolynomialLoss.Term(-1, List.of(1, 2)),
                        new PolynomialLoss.Term(1, List.of(1, 1)),
                        new PolynomialLoss.Term(55 / 72.0, List.of(1, 0)),
                        new PolynomialLoss.Term(0.5, List.of(0, 2)),
                        new PolynomialLoss.Term(-1.75, List.of(0, 1))));
    }

    /** The gradient of the loss on power series. */
    private static List<AdaptiveTwin.Series> gradientOfSeries(List<AdaptiveTwin.Series> theta) {
        AdaptiveTwin.Series x = theta.get(0);
        AdaptiveTwin.Series y = theta.get(1);
        int order = x.coefficients().size() - 1;
        AdaptiveTwin.Series square = x.times(x);
        Rational minus = Rational.of(-1);
        return List.of(
                square.times(x)
                        .plus(square)
                        .plus(x.times(y).times(y))
                        .plus(y.times(y).times(minus))
                        .plus(y)
                        .plus(AdaptiveTwin.Series.constant(Rational.of(55, 72), order)),
                square.times(y)
                        .plus(x.times(y).times(Rational.of(-2)))
                        .plus(x)
                        .plus(y)
                        .plus(AdaptiveTwin.Series.constant(Rational.of(-7, 4), order)));
    }

    @Test
    @DisplayName("has the fractions of the worked example for Adam with ε inside, to order 4")
    void adam() {
        assertEquals(
                List.of(
                        rationals("-3/5 4/5"),
                        rationals("-3/125 9/250"),
                        rationals("760111/4218750 143269/312500"),
                        rationals("253774349/17578125 -17469038833/3375000000")),
                exact("adam", EpsilonPlace.INSIDE, 4));
    }

    @ParameterizedTest(name = "{0}: f₂ = ({2})")
    @CsvSource({
        "adamw, -17/20 29/30, -2119/6000 1771/6000",
        "nadam, -3/5 4/5, -1/250 27/125",
        "rmsprop, -3/5 4/5, 2/125 99/250"
    })
    @DisplayName("has the fractions of the worked example for the relatives of Adam")
    void relatives(String name, String first, String second) {
        assertEquals(List.of(rationals(first), rationals(second)), exact(name, EpsilonPlace.INSIDE, 2));
    }

    @ParameterizedTest(name = "{0}, epsilon {1}")
    @CsvSource({"adam, INSIDE", "adam, OUTSIDE", "adamw, INSIDE", "adamw, OUTSIDE", "nadam, OUTSIDE", "rmsprop, INSIDE"
    })
    @DisplayName("is that of the recurrence as power series in h without trees, exactly to order 5")
    void withoutTrees(String name, EpsilonPlace place) {
        assertEquals(
                new AdaptiveTwin(method(name, place), 5).orders(AdaptiveEvaluatorTest::gradientOfSeries, POINT),
                exact(name, place, 5));
    }

    @ParameterizedTest(name = "{0}, epsilon {1}")
    @CsvSource({
        "adam, INSIDE",
        "adam, OUTSIDE",
        "adamw, INSIDE",
        "nadam, OUTSIDE",
        "rmsprop, OUTSIDE",
        "rmsprop-momentum, INSIDE",
        "rmsprop-centred, INSIDE"
    })
    @DisplayName("is the same in doubles and in forty digits")
    void inOtherNumbers(String name, EpsilonPlace place) {
        List<List<Rational>> exact = exact(name, place, 4);
        AdaptiveEquation<Rational> equation = equation(name, place, 4);
        List<double[]> doubles =
                AdaptiveEvaluator.orders(equation, loss().negativeGradient(), new double[] {0.5, -1 / 3.0});
        for (int k = 0; k < 4; k++) {
            double[] expected =
                    exact.get(k).stream().mapToDouble(Rational::doubleValue).toArray();
            double scale = Math.max(Math.abs(expected[0]), Math.abs(expected[1]));
            assertArrayEquals(expected, doubles.get(k), 1e-12 * scale);
        }
        assertPrecise(Decimals.ofDigits(40), equation);
    }

    /** In doubles the coefficients of the loss are rounded, so forty digits agree with a loss in those doubles only. */
    private static <T> void assertPrecise(Numbers<T> numbers, AdaptiveEquation<Rational> equation) {
        PreciseField<T> descent = PreciseField.negativeGradient(loss().graphLoss(), numbers);
        List<T> point = List.of(numbers.of(0.5), numbers.of(-1 / 3.0));
        List<List<T>> precise = PreciseAdaptive.orders(equation, descent, point);
        List<double[]> doubles =
                AdaptiveEvaluator.orders(equation, loss().negativeGradient(), new double[] {0.5, -1 / 3.0});
        for (int k = 0; k < doubles.size(); k++) {
            double[] digits =
                    precise.get(k).stream().mapToDouble(numbers::toDouble).toArray();
            double scale = Math.max(Math.abs(digits[0]), Math.abs(digits[1]));
            assertArrayEquals(digits, doubles.get(k), 1e-12 * scale);
        }
    }

    /** ε outside at ε = 0: the field of 7L is that of L. */
    @Test
    @DisplayName("without ε does not change when the loss is multiplied")
    void invariance() {
        SortedMap<String, Rational> given =
                new TreeMap<>(Map.of("beta1", Rational.of(1, 2), "beta2", Rational.of(2, 3), "eps", Rational.ZERO));
        AdaptiveEquation<Rational> equation = AdaptiveEquation.rational(
                AdaptiveMethod.parse("adam", given, EpsilonPlace.OUTSIDE).orElseThrow(), 5);
        AdaptiveEvaluator<Rational> evaluator = AdaptiveEvaluator.of(equation, Roots.EXACT);
        Rational seven = Rational.of(7);
        assertEquals(
                evaluator.orders(AdaptiveEvaluatorTest::gradient, POINT),
                evaluator.orders(
                        directions -> gradient(directions).stream()
                                .map(seven::multiply)
                                .toList(),
                        POINT));
    }

    @Test
    @DisplayName("ends after the first order on a linear loss")
    void linearLoss() {
        AdaptiveEvaluator<Rational> evaluator =
                AdaptiveEvaluator.of(equation("adam", EpsilonPlace.INSIDE, 5), Roots.EXACT);
        List<Rational> zero = List.of(Rational.ZERO, Rational.ZERO);
        List<List<Rational>> orders =
                evaluator.orders(directions -> directions.isEmpty() ? rationals("3/4 -4/3") : zero, POINT);
        assertEquals(rationals("-3/5 4/5"), orders.get(0));
        assertEquals(List.of(zero, zero, zero, zero), orders.subList(1, 5));
    }

    /** The printed forms of the first correction with ε inside and outside, papers.md rows adam-cks and adam-out. */
    @ParameterizedTest
    @CsvSource({"INSIDE", "OUTSIDE"})
    @DisplayName("has at order h what the papers on Adam print, with ε inside and outside the root")
    void papers(EpsilonPlace place) {
        List<Rational> hessianTimesUpdate = hessianTimesUpdate(place);
        List<Rational> expected = new ArrayList<>();
        for (int j = 0; j < 2; j++) {
            Rational g = rationals("3/4 -4/3").get(j);
            Rational denominator = denominator(g, place);
            // (1 + β)/(1 − β) is 3 and 5; the second is multiplied by g²/(g² + ε), or |g|/(|g| + ε).
            Rational ratio = place == EpsilonPlace.INSIDE
                    ? g.multiply(g).divide(g.multiply(g).add(Rational.ONE))
                    : g.abs().divide(denominator);
            Rational bracket = Rational.of(3).subtract(Rational.of(5).multiply(ratio));
            expected.add(bracket.multiply(hessianTimesUpdate.get(j))
                    .divide(denominator)
                    .multiply(Rational.of(-1, 2)));
        }
        assertEquals(expected, exact("adam", place, 2).get(1));
    }

    /**
     * Row mem-adamw of the papers: the memory adds to the loss λ(τ₂−τ₁)hL − h(τ₂−τ₁)(‖g‖₁ + λ g·θ), under the preconditioner 1/|g|.
     * As ∇(g·θ) = Hθ + g, its share of the field at h is (τ₂−τ₁) H(sign g + λθ)/|g|.
     */
    @Test
    @DisplayName("of AdamW without ε differs at order h from that without memory by the printed loss")
    void memoryOfAdamw() {
        Rational lambda = Rational.of(1, 2);
        List<Rational> direction = new ArrayList<>();
        List<Rational> gradient = gradient(List.of());
        for (int i = 0; i < 2; i++) {
            direction.add(Rational.of(gradient.get(i).signum()).add(lambda.multiply(POINT.get(i))));
        }
        List<Rational> hessianTimesDirection = gradient(List.of(direction));
        List<Rational> expected = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            // τ₂ − τ₁ = 2 − 1.
            expected.add(hessianTimesDirection.get(i).divide(gradient.get(i).abs()));
        }
        List<Rational> with = secondOrderOfAdamw("1/2", "2/3");
        List<Rational> without = secondOrderOfAdamw("0", "0");
        assertEquals(
                expected,
                List.of(with.get(0).subtract(without.get(0)), with.get(1).subtract(without.get(1))));
    }

    private static List<Rational> secondOrderOfAdamw(String first, String second) {
        SortedMap<String, Rational> given = new TreeMap<>(Map.of(
                "beta1", Rational.parse(first),
                "beta2", Rational.parse(second),
                "eps", Rational.ZERO,
                "lambda", Rational.of(1, 2)));
        AdaptiveEquation<Rational> equation = AdaptiveEquation.rational(
                AdaptiveMethod.parse("adamw", given, EpsilonPlace.OUTSIDE).orElseThrow(), 2);
        return AdaptiveEvaluator.of(equation, Roots.EXACT)
                .orders(AdaptiveEvaluatorTest::gradient, POINT)
                .get(1);
    }

    private static List<Rational> hessianTimesUpdate(EpsilonPlace place) {
        List<Rational> update = rationals("3/4 -4/3").stream()
                .map(g -> g.divide(denominator(g, place)))
                .toList();
        return gradient(List.of(update));
    }

    private static Rational denominator(Rational g, EpsilonPlace place) {
        return place == EpsilonPlace.INSIDE
                ? Roots.EXACT.sqrt(g.multiply(g).add(Rational.ONE))
                : g.abs().add(Rational.ONE);
    }

    @Test
    @DisplayName("is refused where a coordinate of the gradient is 0 and ε stands outside, and without a value of ε")
    void refusals() {
        AdaptiveEvaluator<Rational> evaluator =
                AdaptiveEvaluator.of(equation("adam", EpsilonPlace.OUTSIDE, 2), Roots.EXACT);
        ArithmeticException kink =
                assertThrows(ArithmeticException.class, () -> evaluator.orders(directions -> rationals("0 1"), POINT));
        assertTrue(kink.getMessage().contains("put epsilon inside the root"), kink::getMessage);
        SortedMap<String, Rational> rates =
                new TreeMap<>(Map.of("beta1", Rational.of(1, 2), "beta2", Rational.of(2, 3)));
        AdaptiveEquation<Rational> symbolic = AdaptiveEquation.rational(
                AdaptiveMethod.parse("adam", rates, EpsilonPlace.OUTSIDE).orElseThrow(), 2);
        assertThrows(IllegalArgumentException.class, () -> AdaptiveEvaluator.of(symbolic, AdaptiveArithmetic.DOUBLES));
    }
}
