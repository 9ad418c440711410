package org.modeq.symbolic.modified;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.method.NamedTableaus;
import org.modeq.symbolic.method.RungeKutta;
import org.modeq.symbolic.method.RungeKuttaCoefficients;
import org.modeq.symbolic.method.Tableau;
import org.modeq.symbolic.ring.Rational;

@DisplayName("The summary of a Runge-Kutta method")
class RungeKuttaSummaryTest {
    private static void requireSameSummary(Method<Rational> method, int highest) {
        for (int order = 1; order <= highest; order++) {
            assertEquals(
                    ModifiedEquation.of(method, order).summary(),
                    ModifiedEquation.summary(method, order),
                    method::name);
        }
    }

    static Stream<String> rungeKuttaNames() {
        return NamedTableaus.names().stream().filter(name -> NamedTableaus.of(name) instanceof RungeKutta<?>);
    }

    @ParameterizedTest(name = "is the same from integers and from the modified equation: {0} to order 7")
    @MethodSource("rungeKuttaNames")
    void named(String name) {
        requireSameSummary(NamedTableaus.of(name), 7);
    }

    @ParameterizedTest(name = "is the same from integers and from the modified equation: {0} to order {1}")
    @CsvSource({"symplectic-euler, 5", "stormer-verlet, 5", "extragradient, 8"})
    void others(String name, int order) {
        requireSameSummary(Methods.parseRational(name), order);
    }

    @Test
    @DisplayName("is exact for large denominators: weights over 10^30 + 57, integers of more than 700 bits")
    void largeDenominators() {
        List<Rational> first = List.of(Rational.parse("1/1000000000000000000000000000057"), Rational.parse("-2/3"));
        List<Rational> second = List.of(Rational.parse("7/1000003"), Rational.parse("1/5"));
        Tableau<Rational> tableau = new Tableau<>(List.of(first, second), List.of(second.get(0), first.get(1)));
        requireSameSummary(RungeKutta.of("large", tableau), 6);
    }

    @Test
    @DisplayName("is that of gradient descent where the tableau is Euler's, also to order 14")
    void euler() {
        assertEquals(
                ModifiedEquation.summary(Methods.parseRational("gd"), 14),
                ModifiedEquation.summary(NamedTableaus.of("euler"), 14));
    }

    @Test
    @DisplayName("does not change when a stage is split into two equal ones")
    void splitStage() {
        List<Rational> zeros = List.of(Rational.ZERO, Rational.ZERO, Rational.ZERO);
        List<Rational> later = List.of(Rational.parse("1/3"), Rational.parse("2/3"), Rational.ZERO);
        List<Rational> weights = List.of(Rational.parse("-3/14"), Rational.parse("5/7"), Rational.parse("1/2"));
        RungeKutta<Rational> split = RungeKutta.of("split", new Tableau<>(List.of(zeros, zeros, later), weights));
        assertEquals(
                RungeKuttaCoefficients.totals((RungeKutta<Rational>) NamedTableaus.of("heun"), 11),
                RungeKuttaCoefficients.totals(split, 11));
    }

    @Test
    @Tag("slow")
    @DisplayName("of rk4 to order 14 is that of the modified equation, and its first orders do not depend on the last")
    void classical() {
        RungeKutta<Rational> method = (RungeKutta<Rational>) NamedTableaus.of("rk4");
        List<FieldEquation.Summary> fourteen = ModifiedEquation.summary(method, 14);
        assertEquals(ModifiedEquation.of(method, 14).summary(), fourteen);
        IntStream.rangeClosed(1, 13)
                .forEach(n -> assertEquals(fourteen.subList(0, n), ModifiedEquation.summary(method, n)));
    }
}
