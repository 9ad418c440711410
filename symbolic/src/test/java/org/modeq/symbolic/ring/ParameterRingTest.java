package org.modeq.symbolic.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The ring of polynomials with a few denominators")
class ParameterRingTest {
    private static final ParameterPolynomial BETA = ParameterPolynomial.parameter("beta");
    private static final ParameterPolynomial SUBSTEPS = ParameterPolynomial.parameter("m");
    private static final ParameterPolynomial DECAY = ParameterPolynomial.ONE.subtract(BETA);
    private static final ParameterRing RING = ParameterRing.of(List.of(DECAY, SUBSTEPS));

    private static ParameterFraction polynomial(long... coefficients) {
        ParameterPolynomial sum = ParameterPolynomial.ZERO;
        for (int i = 0; i < coefficients.length; i++) {
            sum = sum.add(BETA.pow(i).scaled(Rational.of(coefficients[i])));
        }
        return RING.of(sum);
    }

    private static ParameterFraction number(long numerator, long denominator) {
        return RING.of(Rational.of(numerator, denominator));
    }

    private static ParameterFraction product(ParameterFraction... factors) {
        ParameterFraction product = RING.one();
        for (ParameterFraction factor : factors) {
            product = RING.multiply(product, factor);
        }
        return product;
    }

    /** 1/(1 − β)ᵏ. */
    private static ParameterFraction overDecay(int power) {
        return RING.reciprocal(RING.of(DECAY.pow(power)));
    }

    @Nested
    @DisplayName("with 1/(1 − β) and 1/m is a ring:")
    class Laws implements RingLaws<ParameterFraction> {
        @Override
        public Ring<ParameterFraction> ring() {
            return RING;
        }

        @Override
        public List<ParameterFraction> samples() {
            ParameterFraction overSubsteps = RING.reciprocal(RING.parameter("m"));
            return List.of(
                    RING.zero(),
                    number(-2, 3),
                    polynomial(1, -1),
                    overDecay(1),
                    product(polynomial(0, 1, 2), overDecay(3), overSubsteps),
                    RING.add(overSubsteps, RING.parameter("rho")));
        }
    }

    @Nested
    @DisplayName("without denominators is a ring:")
    class Polynomials implements RingLaws<ParameterFraction> {
        private final ParameterRing polynomials = ParameterRing.of(List.of());

        @Override
        public Ring<ParameterFraction> ring() {
            return polynomials;
        }

        @Override
        public List<ParameterFraction> samples() {
            ParameterPolynomial sum = BETA.pow(2).scaled(Rational.of(1, 2)).add(SUBSTEPS);
            return List.of(polynomials.one(), polynomials.of(DECAY), polynomials.of(sum));
        }
    }

    @Nested
    @DisplayName("has elements in canonical form:")
    class CanonicalForm {
        @Test
        @DisplayName("(1 − β²)/(1 − β)³ is (1 + β)/(1 − β)²")
        void cancels() {
            ParameterFraction fraction = product(polynomial(1, 0, -1), overDecay(3));
            assertEquals(product(polynomial(1, 1), overDecay(2)), fraction);
            assertEquals(product(polynomial(1, 1), overDecay(2)).hashCode(), fraction.hashCode());
            assertEquals(List.of(2, 0), fraction.exponents());
            assertNotEquals(product(polynomial(1, 1), overDecay(3)), fraction);
            assertNotEquals(fraction, fraction.toString());
        }

        @Test
        @DisplayName("1/(1 − β) − β/(1 − β) is 1, and a difference of equals is 0 without a denominator")
        void sums() {
            ParameterFraction tau = product(polynomial(0, 1), overDecay(1));
            assertEquals(RING.one(), RING.add(overDecay(1), RING.negate(tau)));
            assertEquals(RING.zero(), RING.add(tau, RING.negate(tau)));
            assertTrue(RING.add(tau, RING.negate(tau)).isZero());
            assertFalse(tau.isZero());
        }

        @Test
        @DisplayName("the ring itself does not depend on constant factors of its denominators")
        void rings() {
            ParameterRing same =
                    ParameterRing.of(List.of(DECAY.scaled(Rational.of(-2, 3)), SUBSTEPS.scaled(Rational.of(5))));
            assertEquals(RING, same);
            assertEquals(RING.hashCode(), same.hashCode());
            assertEquals(List.of(DECAY, SUBSTEPS), same.invertible());
            assertEquals("polynomials over the rationals with invertible [1-beta, m]", same.toString());
            assertEquals(same.one(), RING.one());
            assertNotEquals(RING.one(), ParameterRing.of(List.of(DECAY)).one());
            assertNotEquals(RING, "ring");
        }
    }

    /**
     * Coefficients of the modified equation of heavy ball; second way: polynomials in τ = β/(1 − β), the mean age of
     * the data, with 1/(1 − β) = 1 + τ.
     */
    @Nested
    @DisplayName("prints the coefficients of heavy ball")
    class HeavyBall {
        private final ParameterFraction third = product(number(1, 3), polynomial(1, 4, 1), overDecay(5));
        private final ParameterFraction second = product(number(-1, 2), polynomial(1, 1), overDecay(3));

        @Test
        @DisplayName("(1 + 4β + β²)/(3(1 − β)⁵)")
        void thirdOrder() {
            assertEquals("(1+4*beta+beta^2)/(3*(1-beta)^5)", third.toString());
            assertEquals("\\frac{1+4\\beta+\\beta^{2}}{3(1-\\beta)^{5}}", third.toLatex());
        }

        @Test
        @DisplayName("−(1 + β)/(2(1 − β)³)")
        void secondOrder() {
            assertEquals("-(1+beta)/(2*(1-beta)^3)", second.toString());
            assertEquals("-\\frac{1+\\beta}{2(1-\\beta)^{3}}", second.toLatex());
            assertEquals(-1, second.leadingSign());
            assertFalse(second.isSum());
        }

        @Test
        @DisplayName("which are −(1 + τ)²(1 + 2τ)/2 and (1 + τ)³(1 + 6τ + 6τ²)/3")
        void inMeanAge() {
            ParameterFraction tau = product(polynomial(0, 1), overDecay(1));
            ParameterFraction gain = RING.add(RING.one(), tau);
            ParameterFraction mean = RING.add(gain, tau);
            ParameterFraction square = RING.add(RING.one(), product(number(6, 1), tau, gain));
            assertEquals(second, product(number(-1, 2), gain, gain, mean));
            assertEquals(third, product(number(1, 3), gain, gain, gain, square));
        }
    }

    @Nested
    @DisplayName("prints its elements")
    class Printing {
        private void assertPrinted(String text, String latex, ParameterFraction fraction) {
            assertEquals(text, fraction.toString());
            assertEquals(latex, fraction.toLatex());
            Map<String, Rational> point =
                    Map.of("beta", Rational.of(-3, 4), "m", Rational.of(6), "rho", Rational.of(2));
            assertEquals(fraction.evaluate(point), FormulaValue.of(text, point));
        }

        @Test
        @DisplayName("with every integer where it belongs")
        void integers() {
            assertPrinted("1/(1-beta)", "\\frac{1}{1-\\beta}", overDecay(1));
            assertPrinted("-4/(3*(1-beta))", "-\\frac{4}{3(1-\\beta)}", product(number(-4, 3), overDecay(1)));
            assertPrinted(
                    "2*(1+2*beta)/(1-beta)^2",
                    "\\frac{2(1+2\\beta)}{(1-\\beta)^{2}}",
                    product(polynomial(2, 4), overDecay(2)));
            assertPrinted("(1+beta)/2", "\\frac{1+\\beta}{2}", product(number(1, 2), polynomial(1, 1)));
            assertPrinted("-5*beta^2/3", "-\\frac{5\\beta^{2}}{3}", product(number(5, 3), polynomial(0, 0, -1)));
            assertPrinted("-2/3", "-\\frac{2}{3}", number(-2, 3));
        }

        @Test
        @DisplayName("as polynomials where there is no denominator")
        void polynomials() {
            assertPrinted("-2+4*beta", "-2+4\\beta", polynomial(-2, 4));
            assertPrinted("0", "0", RING.zero());
            assertPrinted("-7", "-7", number(-7, 1));
            assertTrue(polynomial(-2, 4).isSum());
            assertFalse(polynomial(0, 4).isSum());
        }

        @Test
        @DisplayName("with several denominators in the order of the ring")
        void denominators() {
            ParameterFraction overSubsteps = RING.reciprocal(RING.parameter("m"));
            assertPrinted("1/m", "\\frac{1}{m}", overSubsteps);
            assertPrinted(
                    "beta*rho/((1-beta)*m^2)",
                    "\\frac{\\beta\\rho}{(1-\\beta)m^{2}}",
                    product(polynomial(0, 1), RING.parameter("rho"), overDecay(1), overSubsteps, overSubsteps));
        }
    }

    @Nested
    @DisplayName("evaluates its elements")
    class Evaluation {
        @Test
        @DisplayName("(1 + β)/(1 − β)² at β = 1/2 is 6")
        void value() {
            ParameterFraction fraction = product(polynomial(1, 1), overDecay(2));
            assertEquals(Rational.of(6), fraction.evaluate(Map.of("beta", Rational.of(1, 2))));
            assertEquals(RING.of(ParameterPolynomial.ONE.add(BETA)), RING.of(fraction.numerator()));
        }

        @Test
        @DisplayName("unless a denominator vanishes, and says which")
        void pole() {
            ArithmeticException error =
                    assertThrows(ArithmeticException.class, () -> overDecay(2).evaluate(Map.of("beta", Rational.ONE)));
            assertEquals(
                    "1/(1-beta)^2 has no value at {beta=1}, where 1-beta = 0;"
                            + " choose values at which no denominator vanishes",
                    error.getMessage());
            assertEquals(Rational.ZERO, polynomial(1, -1).evaluate(Map.of("beta", Rational.ONE)));
        }

        @Test
        @DisplayName("unless a value is missing")
        void missing() {
            assertThrows(IllegalArgumentException.class, () -> overDecay(1).evaluate(Map.of()));
        }
    }

    @Nested
    @DisplayName("has inverses")
    class Inverses {
        @Test
        @DisplayName("of products of constants and denominators")
        void units() {
            ParameterFraction unit = product(number(-3, 2), RING.of(DECAY.pow(2)), RING.reciprocal(RING.of(SUBSTEPS)));
            assertEquals("-2*m/(3*(1-beta)^2)", RING.reciprocal(unit).toString());
            assertEquals(RING.one(), RING.multiply(unit, RING.reciprocal(unit)));
            assertEquals(unit, RING.reciprocal(RING.reciprocal(unit)));
        }

        @Test
        @DisplayName("of nothing else")
        void noUnits() {
            assertThrows(ArithmeticException.class, () -> RING.reciprocal(RING.zero()));
            assertThrows(ArithmeticException.class, () -> RING.reciprocal(polynomial(1, 1)));
            assertThrows(ArithmeticException.class, () -> RING.reciprocal(polynomial(1, 0, -1)));
        }
    }

    @Nested
    @DisplayName("grows by inverses")
    class Inverting {
        @Test
        @DisplayName("of parameters and linear factors, and keeps its elements")
        void localisation() {
            ParameterFraction element = product(
                    polynomial(1, 1), polynomial(0, 0, 3), polynomial(1, -1), RING.reciprocal(RING.parameter("m")));
            Ring<ParameterFraction> larger = RING.inverting(List.of(element)).orElseThrow();
            ParameterFraction same = larger.embedded(element);
            assertEquals(element.toString(), same.toString());
            assertEquals(
                    larger.one(), larger.multiply(same, larger.inverse(same).orElseThrow()));
            assertEquals(larger.one(), larger.embedded(RING.one()));
        }

        @Test
        @DisplayName("that are there already not at all, of other polynomials not")
        void others() {
            assertEquals(RING, RING.inverting(List.of(overDecay(2), RING.one())).orElseThrow());
            assertTrue(RING.inverting(List.of(polynomial(2, 0, 1))).isEmpty());
            assertTrue(RING.inverting(List.of(polynomial(2, 1, 1))).isEmpty());
            assertTrue(RING.inverting(List.of(RING.zero())).isEmpty());
            assertTrue(Rationals.RATIONALS.inverting(List.of(Rational.ZERO)).isEmpty());
            assertEquals(Rational.ONE, Rationals.RATIONALS.embedded(Rational.ONE));
        }
    }

    @Nested
    @DisplayName("refuses")
    class Refusal {
        private void assertRefused(ParameterPolynomial... invertible) {
            assertThrows(IllegalArgumentException.class, () -> ParameterRing.of(List.of(invertible)));
        }

        @Test
        @DisplayName("constants, products of parameters and multiples as denominators")
        void denominators() {
            assertRefused(ParameterPolynomial.ONE);
            assertRefused(ParameterPolynomial.ZERO);
            assertRefused(SUBSTEPS.pow(2));
            assertRefused(SUBSTEPS.multiply(BETA));
            assertRefused(DECAY, DECAY.scaled(Rational.of(-2)));
            assertRefused(DECAY, DECAY.pow(2));
            assertRefused(DECAY.multiply(SUBSTEPS.add(BETA)), DECAY);
        }

        @Test
        @DisplayName("elements of other rings")
        void otherRings() {
            ParameterFraction other = ParameterRing.of(List.of(DECAY)).one();
            assertThrows(IllegalArgumentException.class, () -> RING.add(other, RING.one()));
            assertThrows(IllegalArgumentException.class, () -> RING.multiply(RING.one(), other));
            assertThrows(IllegalArgumentException.class, () -> RING.negate(other));
            assertThrows(IllegalArgumentException.class, () -> RING.reciprocal(other));
        }
    }
}
