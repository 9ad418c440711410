package org.modeq.examples.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.modeq.examples.experiment.Slopes;
import org.modeq.symbolic.ring.Rational;

@DisplayName("Majority kernels on a quadratic")
class QuadraticKernelsTest {
    private static final List<Rational> THETA = List.of(
            Rational.of(1), Rational.of(-1, 2), Rational.ZERO, Rational.ONE, Rational.of(-1), Rational.of(1, 2));

    private final QuadraticKernels kernels = QuadraticKernels.of(SimplexDraws::moment, true);
    private final MomentLadder ladder = MomentLadder.of(kernels, List.of(4, 8, 16));

    private double slope(List<ExactMatrix> generator) {
        return Slopes.last(ladder.errors(generator));
    }

    /** The moments after a step, by a rule for the draws and the step itself: H = [2 −½; −½ 1], b = (1, ½). */
    private static double[] byRule(double stepSize) {
        double[] moments = new double[28];
        for (SimplexDraws.Node one : SimplexDraws.rule()) {
            for (SimplexDraws.Node two : SimplexDraws.rule()) {
                double[] p = one.p();
                double[] q = two.p();
                double[] x = new double[7];
                double u = 0;
                double v = 0;
                for (int i = 0; i < 3; i++) {
                    u += p[i] * THETA.get(2 * i).doubleValue();
                    v += q[i] * THETA.get(2 * i + 1).doubleValue();
                }
                for (int i = 0; i < 3; i++) {
                    x[2 * i] = THETA.get(2 * i).doubleValue() - stepSize * p[i] * (2 * u - v / 2 - 1);
                    x[2 * i + 1] = THETA.get(2 * i + 1).doubleValue() - stepSize * q[i] * (v - u / 2 - 0.5);
                }
                x[6] = 1;
                int place = 0;
                for (int r = 0; r < 7; r++) {
                    for (int s = r; s < 7; s++) {
                        moments[place++] += one.weight() * two.weight() * x[r] * x[s];
                    }
                }
            }
        }
        return moments;
    }

    @Test
    @DisplayName("have after one step the moments that a rule of cubature finds with the step itself")
    void step() {
        List<Rational> exact = kernels.afterSteps(THETA, Rational.of(1, 4), 1);
        double[] found = byRule(0.25);
        for (int i = 0; i < found.length; i++) {
            assertEquals(exact.get(i).doubleValue(), found[i], 1e-14);
        }
    }

    @Test
    @DisplayName("have the generator of the forests: equal to the logarithm of a step, and not 0")
    void logarithm() {
        for (boolean isPerLayer : new boolean[] {true, false}) {
            QuadraticKernels each = QuadraticKernels.of(SimplexDraws::moment, isPerLayer);
            for (int power = 0; power < 3; power++) {
                ExactMatrix forests = each.forests().get(power);
                assertEquals(
                        Rational.ZERO,
                        forests.minus(each.logarithm().get(power)).largest());
                assertTrue(forests.largest().doubleValue() > 0.1);
            }
        }
    }

    @Nested
    @DisplayName("have traps:")
    class Traps {
        @Test
        @DisplayName("without the noise a a, or without the drift f[f], the slope stays 1; without a a[f] it stays 2")
        void forests() {
            assertEquals(2, slope(kernels.forests().subList(0, 2)), 0.05);
            for (String left : List.of("a a", "f[f]")) {
                List<ExactMatrix> less =
                        kernels.forests(forest -> !forest.toString().equals(left));
                assertEquals(1, slope(less.subList(0, 2)), 0.1, left);
            }
            List<ExactMatrix> less =
                    kernels.forests(forest -> !forest.toString().equals("a a[f]"));
            assertEquals(2, slope(less), 0.1);
        }

        @Test
        @DisplayName("with the moments of the uniform cube, 𝔼 pᵢ² = 1/3, no order helps")
        void cube() {
            List<ExactMatrix> wrong =
                    QuadraticKernels.of(SimplexDraws::momentOfCube, true).forests();
            assertTrue(slope(wrong) < 0.05);
        }

        @Test
        @DisplayName(
                "independent weights with the right 𝔼 pᵢ and 𝔼 pᵢ², but 𝔼 pᵢpⱼ = 1/9 for 1/12, do not help either")
        void independent() {
            QuadraticKernels.Law law = exponents -> {
                Rational product = Rational.ONE;
                for (int exponent : exponents) {
                    product = product.multiply(SimplexDraws.moment(exponent, 0, 0));
                }
                return product;
            };
            assertTrue(slope(QuadraticKernels.of(law, true).forests()) < 0.1);
        }

        @Test
        @DisplayName("one draw for both layers is another law")
        void shared() {
            assertTrue(slope(QuadraticKernels.of(SimplexDraws::moment, false).forests()) < 0.1);
        }
    }
}
