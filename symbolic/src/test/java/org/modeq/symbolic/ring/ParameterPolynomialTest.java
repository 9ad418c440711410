package org.modeq.symbolic.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A polynomial in parameters")
class ParameterPolynomialTest {
    private static final ParameterPolynomial ONE = ParameterPolynomial.ONE;
    private static final ParameterPolynomial BETA = ParameterPolynomial.parameter("beta");
    private static final ParameterPolynomial RHO = ParameterPolynomial.parameter("rho");
    private static final ParameterPolynomial SUBSTEPS = ParameterPolynomial.parameter("m");

    private static ParameterPolynomial constant(long numerator, long denominator) {
        return ParameterPolynomial.of(Rational.of(numerator, denominator));
    }

    /** A sum of four terms of degree at most 3 in β, m and ρ with small coefficients, some of them 0. */
    private static ParameterPolynomial random(SplittableRandom random) {
        ParameterPolynomial sum = ParameterPolynomial.ZERO;
        for (ParameterPolynomial parameter : List.of(ONE, BETA, RHO, SUBSTEPS)) {
            ParameterPolynomial coefficient = constant(random.nextInt(-4, 5), random.nextInt(1, 4));
            sum = sum.add(coefficient.multiply(BETA.pow(random.nextInt(3))).multiply(parameter));
        }
        return sum;
    }

    @Nested
    @DisplayName("is an element of a ring:")
    class Laws implements RingLaws<ParameterPolynomial> {
        @Override
        public Ring<ParameterPolynomial> ring() {
            return ParameterPolynomials.PARAMETER_POLYNOMIALS;
        }

        @Override
        public List<ParameterPolynomial> samples() {
            return List.of(
                    ParameterPolynomial.ZERO,
                    ONE,
                    constant(-2, 3),
                    BETA.subtract(ONE),
                    ONE.subtract(BETA),
                    BETA.multiply(RHO).scaled(Rational.of(1, 2)).add(SUBSTEPS.pow(2)));
        }
    }

    @Nested
    @DisplayName("is in canonical form:")
    class CanonicalForm {
        @Test
        @DisplayName("it has no zero terms and only the parameters that occur")
        void vanishing() {
            ParameterPolynomial sum = BETA.add(RHO).add(SUBSTEPS);
            assertEquals(List.of("beta", "m", "rho"), sum.parameters());
            assertEquals(List.of("beta", "rho"), sum.subtract(SUBSTEPS).parameters());
            assertEquals(BETA.add(RHO), sum.subtract(SUBSTEPS));
            assertEquals(BETA.add(RHO).hashCode(), sum.subtract(SUBSTEPS).hashCode());
            assertEquals(ParameterPolynomial.ZERO, sum.scaled(Rational.ZERO));
            assertEquals(Optional.of(Rational.ONE), ONE.add(RHO).subtract(RHO).constant());
            assertEquals(Optional.empty(), RHO.constant());
            assertNotEquals(BETA, RHO);
            assertNotEquals(BETA, "beta");
        }

        @Test
        @DisplayName("its degree, content and sign are those of its terms")
        void measures() {
            ParameterPolynomial p =
                    constant(-4, 3).multiply(BETA.pow(3)).add(constant(2, 9).multiply(RHO));
            assertEquals(3, p.degree());
            assertEquals(3, p.degree("beta"));
            assertEquals(1, p.degree("rho"));
            assertEquals(0, p.degree("m"));
            assertEquals(-1, ParameterPolynomial.ZERO.degree("m"));
            assertEquals(-1, ParameterPolynomial.ZERO.degree());
            assertEquals(Rational.of(2, 9), p.content());
            assertEquals(Rational.ZERO, ParameterPolynomial.ZERO.content());
            assertEquals(1, p.leadingSign());
            assertEquals(-1, p.negate().leadingSign());
            assertEquals(0, ParameterPolynomial.ZERO.leadingSign());
            assertTrue(p.isSum());
            assertFalse(RHO.isSum());
        }
    }

    @Nested
    @DisplayName("is printed")
    class Printing {
        @Test
        @DisplayName("as a formula, by rising degree and then in the order of words")
        void text() {
            assertEquals(
                    "1+4*beta+beta^2",
                    BETA.pow(2).add(BETA.scaled(Rational.of(4))).add(ONE).toString());
            assertEquals(
                    "-beta+1/2*beta^2",
                    BETA.pow(2).scaled(Rational.of(1, 2)).subtract(BETA).toString());
            assertEquals(
                    "1-2/3*beta", ONE.subtract(BETA.scaled(Rational.of(2, 3))).toString());
            assertEquals(
                    "beta^2+2*beta*m+2*beta*rho+m^2+2*m*rho+rho^2",
                    BETA.add(RHO).add(SUBSTEPS).pow(2).toString());
            assertEquals("0", ParameterPolynomial.ZERO.toString());
            assertEquals("-7/2", constant(-7, 2).toString());
        }

        @Test
        @DisplayName("in LaTeX, with Greek letters and indices")
        void latex() {
            ParameterPolynomial tau = ParameterPolynomial.parameter("tau_2");
            assertEquals(
                    "1-\\frac{1}{2}\\beta^{2}",
                    ONE.subtract(BETA.pow(2).scaled(Rational.of(1, 2))).toLatex());
            assertEquals(
                    "-3\\beta m\\rho",
                    BETA.multiply(SUBSTEPS)
                            .multiply(RHO)
                            .scaled(Rational.of(-3))
                            .toLatex());
            assertEquals("\\beta\\tau_{2}^{3}", tau.pow(3).multiply(BETA).toLatex());
            assertEquals("x_{1}", ParameterPolynomial.parameter("x1").toLatex());
            assertEquals(
                    "\\mathrm{rate\\_of\\_decay}",
                    ParameterPolynomial.parameter("rate_of_decay").toLatex());
            assertEquals("0", ParameterPolynomial.ZERO.toLatex());
        }

        @Test
        @DisplayName("so that the formula language reads the same value back (seed 31)")
        void readsBack() {
            SplittableRandom random = new SplittableRandom(31);
            Map<String, Rational> point =
                    Map.of("beta", Rational.of(2, 7), "m", Rational.of(3), "rho", Rational.of(-5));
            for (int i = 0; i < 50; i++) {
                ParameterPolynomial p = random(random);
                assertEquals(p.evaluate(point), FormulaValue.of(p.toString(), point), p::toString);
            }
        }
    }

    @Nested
    @DisplayName("is evaluated")
    class Evaluation {
        private final ParameterPolynomial p = BETA.pow(2).multiply(RHO).add(RHO).subtract(BETA);

        @Test
        @DisplayName("at a point, all at once or parameter after parameter")
        void numbers() {
            Rational half = Rational.of(1, 2);
            Rational value = p.evaluate(Map.of("beta", half, "rho", Rational.of(4), "unused", Rational.ONE));
            assertEquals(Rational.of(9, 2), value);
            assertEquals(
                    "-1/2+5/4*rho", p.partiallyEvaluated(Map.of("beta", half)).toString());
            assertEquals(p, p.partiallyEvaluated(Map.of()));
        }

        @Test
        @DisplayName("with a polynomial in place of a parameter, which may contain the parameter")
        void polynomials() {
            assertEquals(
                    "-1-beta+2*rho+2*beta*rho+beta^2*rho",
                    p.substituted("beta", BETA.add(ONE)).toString());
            assertEquals(BETA.pow(3), p.substituted("rho", BETA));
            assertEquals(p, p.substituted("m", BETA));
        }

        @Test
        @DisplayName("compatibly with sums and products (seed 32)")
        void homomorphism() {
            SplittableRandom random = new SplittableRandom(32);
            Map<String, Rational> point = Map.of("beta", Rational.of(-3, 2), "m", Rational.ONE, "rho", Rational.of(5));
            for (int i = 0; i < 50; i++) {
                ParameterPolynomial a = random(random);
                ParameterPolynomial b = random(random);
                Rational left = a.evaluate(point);
                Rational right = b.evaluate(point);
                assertEquals(left.add(right), a.add(b).evaluate(point));
                assertEquals(left.multiply(right), a.multiply(b).evaluate(point));
                assertEquals(left.pow(3), a.pow(3).evaluate(point));
            }
        }

        @Test
        @DisplayName("only if every parameter has a value")
        void missing() {
            IllegalArgumentException error =
                    assertThrows(IllegalArgumentException.class, () -> p.evaluate(Map.of("rho", Rational.ONE)));
            assertTrue(error.getMessage().contains("[beta, rho]"), error.getMessage());
        }
    }

    @Nested
    @DisplayName("is divided")
    class Division {
        @Test
        @DisplayName("exactly by every factor (seed 33)")
        void factors() {
            SplittableRandom random = new SplittableRandom(33);
            for (int i = 0; i < 50; i++) {
                ParameterPolynomial a = random(random);
                ParameterPolynomial b = random(random).add(BETA.pow(5));
                assertEquals(Optional.of(a), a.multiply(b).divideExactly(b));
            }
        }

        @Test
        @DisplayName("not at all if the quotient is no polynomial")
        void noFactor() {
            assertEquals(Optional.empty(), BETA.pow(4).add(ONE).divideExactly(ONE.subtract(BETA)));
            assertEquals(Optional.empty(), BETA.divideExactly(RHO));
            assertEquals(Optional.empty(), ONE.divideExactly(BETA));
            assertEquals(Optional.empty(), BETA.pow(2).add(RHO).divideExactly(BETA.multiply(RHO)));
            assertEquals(Optional.of(ParameterPolynomial.ZERO), ParameterPolynomial.ZERO.divideExactly(BETA));
            assertEquals(Optional.of(BETA.scaled(Rational.of(1, 2))), BETA.divideExactly(constant(2, 1)));
        }

        @Test
        @DisplayName("never by 0")
        void zero() {
            assertThrows(ArithmeticException.class, () -> BETA.divideExactly(ParameterPolynomial.ZERO));
        }
    }

    @Nested
    @DisplayName("is refused")
    class Refusal {
        @ParameterizedTest(name = "with the parameter name ''{0}''")
        @ValueSource(strings = {"", "2m", "_x", "a-b", "rho/h", "a b"})
        void names(String name) {
            assertThrows(IllegalArgumentException.class, () -> ParameterPolynomial.parameter(name));
        }

        @Test
        @DisplayName("as a negative power")
        void negativePower() {
            assertThrows(IllegalArgumentException.class, () -> BETA.pow(-1));
            assertEquals(ONE, ParameterPolynomial.ZERO.pow(0));
        }

        @Test
        @DisplayName("beyond the degree that its monomials can hold, and never wrong below it")
        void degree() {
            List<ParameterPolynomial> parameters = parameters(9);
            ParameterPolynomial product = parameters.stream().reduce(ONE, ParameterPolynomial::multiply);
            ParameterPolynomial highest = product.multiply(parameters.get(4).pow(118));
            assertEquals(127, highest.degree());
            assertEquals(119, highest.degree("x4"));
            assertThrows(ArithmeticException.class, () -> highest.multiply(BETA));
            assertThrows(ArithmeticException.class, () -> product.add(BETA.pow(128)));
            assertEquals(
                    Integer.MAX_VALUE,
                    BETA.multiply(RHO.pow(Integer.MAX_VALUE - 1)).degree());
        }

        @Test
        @DisplayName("with more than 63 parameters")
        void manyParameters() {
            ParameterPolynomial sum = parameters(63).stream().reduce(ONE, ParameterPolynomial::add);
            assertEquals(63, sum.parameters().size());
            assertThrows(ArithmeticException.class, () -> sum.add(BETA));
        }

        private static List<ParameterPolynomial> parameters(int count) {
            return new ArrayList<>(IntStream.range(0, count)
                    .mapToObj(i -> ParameterPolynomial.parameter("x" + i))
                    .toList());
        }
    }
}
