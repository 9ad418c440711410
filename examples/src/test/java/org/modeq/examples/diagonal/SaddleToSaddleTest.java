package org.modeq.examples.diagonal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.modeq.examples.ExperimentRun;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.symbolic.ring.Rational;

@DisplayName("The path from saddle to saddle")
class SaddleToSaddleTest {
    @Test
    @DisplayName("is as expected, in fractions and as the limit of the flow")
    void outcomes() {
        ExperimentRun.quick(new SaddleToSaddle());
    }

    /** Minimises L + λ‖β‖₁ one coordinate after the other. */
    private static double[] byCoordinates(RationalRegression data, double penalty) {
        double[] beta = new double[data.features()];
        double[] slopes = new double[beta.length];
        for (int pass = 0; pass < 200_000; pass++) {
            int j = pass % beta.length;
            data.gradient(beta, slopes);
            double curvature = data.gram(j, j).doubleValue();
            double free = curvature * beta[j] - slopes[j];
            beta[j] = Math.signum(free) * Math.max(0, Math.abs(free) - penalty) / curvature;
        }
        return beta;
    }

    @Test
    @DisplayName("has beside it a Lasso path that coordinate descent confirms, with (−+0+) between λ = 15/59 and 1/4")
    void lasso() {
        double[] beta = byCoordinates(SaddleToSaddle.second(), 0.252);
        List<LassoPath.Piece> pieces = LassoPath.of(SaddleToSaddle.second());
        LassoPath.Piece piece = pieces.get(2);
        assertEquals("(−+0+)", piece.pattern());
        assertEquals(Rational.of(15, 59), piece.largest());
        assertEquals(Rational.of(1, 4), pieces.get(3).largest());
        double part = (15 / 59. - 0.252) / (15 / 59. - 0.25);
        double[] exact = Vectors.of(beta.length, j -> {
            double from = piece.start().get(j).doubleValue();
            return from + part * (pieces.get(3).start().get(j).doubleValue() - from);
        });
        assertTrue(Vectors.largestDifference(beta, exact) < 1e-9);
        assertTrue(beta[0] < -0.1 && beta[1] > 0.1 && beta[3] > 0.01);
    }

    /** One coordinate: β/(β* − β) grows as e^{2Λbt}, so half of β* = b/G is reached at t = 1/b + ln(2β*)/(2bΛ). */
    @Test
    @DisplayName("starts with the delay ln(2β)/2 over the slope at 0, in closed form")
    void firstDelay() {
        RationalRegression one = RationalRegression.of(new int[][] {{2}}, new int[] {3});
        SmallStartFlow flow = SmallStartFlow.of(one, 1e-6);
        double delay = (flow.jumpTimes(SaddlePath.of(one))[0] - 1 / 6.) * flow.logarithm();
        assertEquals(Math.log(2 * 1.5) / 2 / 6, delay, 1e-7);
    }

    @Test
    @DisplayName("comes from a solver whose error is below 1e-9 on z′ = −1000(z − cos t), t′ = 1")
    void solver() {
        StiffFlow flow = new StiffFlow(
                new StiffFlow.Field() {
                    @Override
                    public void value(double[] z, double[] value) {
                        value[0] = -1000 * (z[0] - Math.cos(z[1]));
                        value[1] = 1;
                    }

                    @Override
                    public void derivative(double[] z, DMatrixRMaj derivative) {
                        derivative.set(0, 0, -1000);
                        derivative.set(0, 1, -1000 * Math.sin(z[1]));
                        derivative.set(1, 0, 0);
                        derivative.set(1, 1, 0);
                    }
                },
                new double[] {0, 0});
        flow.advanceTo(1);
        double a = 1000;
        double slow = (a * a * Math.cos(1) + a * Math.sin(1)) / (a * a + 1);
        assertEquals(slow, flow.point()[0], 1e-9);
    }

    @Nested
    @DisplayName("has traps:")
    class Traps {
        @Test
        @DisplayName("equal columns have no unique minimum, and are refused")
        void equalColumns() {
            RationalRegression equal = RationalRegression.of(new int[][] {{1, 1, 0}, {2, 2, 1}}, new int[] {1, 3});
            ArithmeticException refusal = assertThrows(ArithmeticException.class, () -> SaddlePath.of(equal));
            assertTrue(String.valueOf(refusal.getMessage()).contains("draw an X"));
        }

        @Test
        @DisplayName("s of a coordinate that has left is inside (−1, 1) again: with s clipped the third would stay")
        void left() {
            List<SaddlePath.Jump> jumps = SaddlePath.of(SaddleToSaddle.first());
            assertEquals(Rational.ONE, jumps.get(1).signs().get(2));
            assertTrue(jumps.get(2).plateau().get(2).isZero());
            assertTrue(jumps.get(3).signs().get(2).abs().compareTo(Rational.ONE) < 0);
        }

        @Test
        @DisplayName("sinh overflows in an explicit step that is too long; the solver shortens its steps and arrives")
        void overflow() {
            SmallStartFlow flow = SmallStartFlow.of(SaddleToSaddle.first(), 1e-8);
            double[] slope = new double[4];
            flow.value(new double[4], slope);
            double[] far = flow.weights(Vectors.of(4, j -> 30 * slope[j]));
            assertTrue(Double.isInfinite(far[1]));
            double[] end = flow.at(new double[] {30}).get(0);
            SaddleToSaddle.first().gradient(end, slope);
            assertTrue(Euclidean.norm(slope) < 1e-9);
            // the solution of least potential for α = 1e-8 is not yet that of the limit
            assertEquals(4.68e-3, Vectors.largestDifference(end, new double[] {-1, -1, 0, 1}), 1e-5);
        }
    }
}
