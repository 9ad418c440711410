package org.modeq.symbolic.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.modeq.symbolic.ring.Rational;

@DisplayName("A polynomial in the step index")
class StepPolynomialTest {
    private final SplittableRandom random = new SplittableRandom(20_061);

    @RepeatedTest(3)
    @DisplayName("has the coefficients of the powers of n that give its values back")
    void coefficients() {
        for (int degree = 0; degree < 8; degree++) {
            List<Rational> values = IntStream.rangeClosed(0, degree)
                    .mapToObj(n -> Rational.of(random.nextInt(-20, 20), random.nextInt(1, 5)))
                    .toList();
            StepPolynomial<Rational> polynomial = StepPolynomial.ofValues(RATIONALS, values);
            List<Rational> coefficients = polynomial.coefficients();
            assertEquals(degree + 1, coefficients.size());
            for (int n = 0; n <= degree; n++) {
                Rational sum = Rational.ZERO;
                for (int k = degree; k >= 0; k--) {
                    sum = sum.multiply(Rational.of(n)).add(coefficients.get(k));
                }
                assertEquals(values.get(n), sum);
            }
            if (degree > 0) {
                assertEquals(polynomial.linearCoefficient(), coefficients.get(1));
            }
        }
    }

    @Test
    @DisplayName("C(n, 3) is n^3/6 - n^2/2 + n/3")
    void binomial() {
        List<Rational> values = List.of(Rational.ZERO, Rational.ZERO, Rational.ZERO, Rational.ONE);
        assertEquals(
                List.of(Rational.ZERO, Rational.of(1, 3), Rational.of(-1, 2), Rational.of(1, 6)),
                StepPolynomial.ofValues(RATIONALS, values).coefficients());
    }
}
