package org.modeq.numeric.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.model.OutputLoss;
import org.modeq.numeric.model.RandomStream;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.study.DirectOptimizer;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("A compiled series")
class SeriesEvaluatorTest {
    private static BSeriesField<Rational> series(String method, int order) {
        return ModifiedEquation.of(Methods.parseRational(method), order).field();
    }

    private static void assertTwoRoadsMeet(
            String method, int order, SortedMap<Colour, VectorField> fields, double[] theta, double relative) {
        List<double[]> fromTrees =
                SeriesEvaluator.of(series(method, order), fields).orders(theta);
        List<double[]> fromSteps = SeriesInStepSize.orders(
                DirectOptimizer.of((EulerSteps<Rational>) Methods.parseRational(method), fields), theta, order);
        for (int j = 1; j <= order; j++) {
            Problems.assertClose(fromSteps.get(j - 1), fromTrees.get(j - 1), relative, method + " f" + j);
        }
    }

    @ParameterizedTest(name = "of {0} on random polynomials of degree {1} (seed {2}) equals the series in h: f₁ to f₄")
    @CsvSource(
            delimiter = ';',
            value = {
                "gd; 3; 101",
                "gd; 4; 102",
                "sequence:A,B,A; 3; 101",
                "sequence:A,B,A; 4; 102",
                "joint:A,B*2; 4; 103"
            })
    void polynomials(String method, int degree, long seed) {
        SortedMap<Colour, VectorField> fields =
                Problems.fields(Problems.polynomial(3, degree, seed), Problems.polynomial(3, degree, seed + 1000));
        assertTwoRoadsMeet(method, 4, fields, new double[] {0.5, -0.25, 0.75}, 1e-12);
    }

    @ParameterizedTest(name = "of {0} on tanh networks with {1} equals the series in h: f₁ to f₃")
    @CsvSource(
            delimiter = ';',
            value = {
                "gd; SOFTMAX_CROSS_ENTROPY",
                "gd; MEAN_SQUARED_ERROR",
                "sequence:A,B; SOFTMAX_CROSS_ENTROPY",
                "sequence:A,B*2,A; MEAN_SQUARED_ERROR"
            })
    void networks(String method, OutputLoss outputLoss) {
        Loss first = Problems.network(outputLoss, 21);
        Loss second = Problems.network(outputLoss, 22);
        double[] theta = RandomStream.ofSeed(23).normals(first.dimension());
        assertTwoRoadsMeet(method, 3, Problems.fields(first, second), theta, 1e-11);
    }

    @Test
    @DisplayName("equals the sum of weighted elementary differentials, tree by tree as defined, to order 5")
    void definition() {
        SortedMap<Colour, VectorField> fields =
                Problems.fields(Problems.polynomial(2, 5, 31), Problems.polynomial(2, 5, 32));
        double[] theta = {0.5, -0.75};
        BSeriesField<Rational> series = series("sequence:A,B", 5);
        double stepSize = 0.5;
        double[] sum = new double[2];
        for (RootedTree tree : series.nonzero().keySet()) {
            double[] differential = ElementaryDifferential.of(tree, fields, theta);
            double weight = series.weight(tree).doubleValue() * Math.pow(stepSize, tree.order() - 1);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weight * differential[i];
            }
        }
        Problems.assertClose(sum, SeriesEvaluator.of(series, fields).at(theta, stepSize), 1e-12, "the field");
    }

    @Nested
    @DisplayName("as a program")
    class Program {
        @Test
        @DisplayName("of gd to order 3 has the three sweeps of its documentation")
        void gradientDescent() {
            String expected = """
                    v0 = f
                    v1 = f[v0], v2 = f[v0,v0]
                    v3 = f[v1]
                    f1 = v0
                    f2 = -1/2 v1
                    f3 = 1/12 v2 + 1/3 v3""";
            assertEquals(expected, SeriesProgram.compile(series("gd", 3)).toString());
        }

        @ParameterizedTest(name = "of {0} to order {1} has at most {2} jet coefficients")
        @CsvSource(
                delimiter = ';',
                value = {"gd; 3; 6", "gd; 4; 10", "sequence:A,B; 2; 6", "sequence:A,B; 3; 20", "sequence:A,B; 4; 60"})
        void cost(String method, int order, int most) {
            int count = SeriesProgram.compile(series(method, order)).coefficientCount();
            assertTrue(count <= most, "it has " + count);
        }

        @Test
        @DisplayName("refuses to run without a field for each colour, or at a point of another dimension")
        void refusals() {
            BSeriesField<Rational> series = series("sequence:A,B", 2);
            VectorField field = Problems.polynomial(2, 3, 1).negativeGradient();
            String message = assertThrows(
                            IllegalArgumentException.class, () -> SeriesEvaluator.of(series, Map.of(Problems.A, field)))
                    .getMessage();
            assertTrue(message.contains("give B a field"), message);
            SeriesEvaluator evaluator = SeriesEvaluator.of(series, Map.of(Problems.A, field, Problems.B, field));
            assertThrows(IllegalArgumentException.class, () -> evaluator.orders(new double[3]));
        }

        @Test
        @DisplayName("reports the register that is not finite")
        void notFinite() {
            VectorField field = Problems.polynomial(2, 3, 1).negativeGradient();
            SeriesEvaluator evaluator = SeriesEvaluator.of(series("gd", 2), Map.of(Colour.F, field));
            String message = assertThrows(
                            ArithmeticException.class, () -> evaluator.orders(new double[] {1e200, 1e200}))
                    .getMessage();
            assertTrue(message.contains("v0"), message);
        }
    }

    @Nested
    @DisplayName("rests on directional derivatives")
    class Derivatives {
        private final Loss loss = Problems.network(OutputLoss.SOFTMAX_CROSS_ENTROPY, 41);
        private final VectorField field = loss.negativeGradient();
        private final double[] theta = RandomStream.ofSeed(42).normals(loss.dimension());
        private final double[] u = RandomStream.ofSeed(43).normals(loss.dimension());
        private final double[] v = RandomStream.ofSeed(44).normals(loss.dimension());
        private final double[] w = RandomStream.ofSeed(45).normals(loss.dimension());

        @Test
        @DisplayName("that are symmetric in their directions")
        void symmetric() {
            double[] expected = DirectionalDerivative.of(field, theta, List.of(u, v, w));
            Problems.assertClose(
                    expected, DirectionalDerivative.of(field, theta, List.of(w, u, v)), 1e-13, "D³f[w,u,v]");
            Problems.assertClose(
                    DirectionalDerivative.of(field, theta, List.of(u, u.clone(), v)),
                    DirectionalDerivative.of(field, theta, List.of(u, v, u)),
                    1e-13,
                    "D³f[u,v,u]");
        }

        @Test
        @DisplayName("of which the third is the polarisation of univariate third derivatives")
        void polarisation() {
            double[] sum = new double[theta.length];
            for (int a = -1; a <= 1; a += 2) {
                for (int b = -1; b <= 1; b += 2) {
                    double[] direction = new double[theta.length];
                    for (int i = 0; i < direction.length; i++) {
                        direction[i] = u[i] + a * v[i] + b * w[i];
                    }
                    double[] cube = DirectionalDerivative.of(field, theta, List.of(direction, direction, direction));
                    for (int i = 0; i < sum.length; i++) {
                        sum[i] += a * b * cube[i] / 24;
                    }
                }
            }
            Problems.assertClose(sum, DirectionalDerivative.of(field, theta, List.of(u, v, w)), 1e-12, "D³f[u,v,w]");
        }

        @Test
        @DisplayName("of which the third is approached by difference quotients of the second")
        void differenceQuotient() {
            double step = 1e-4;
            double[] quotient = new double[theta.length];
            for (int sign = -1; sign <= 1; sign += 2) {
                double[] moved = theta.clone();
                for (int i = 0; i < moved.length; i++) {
                    moved[i] += sign * step * w[i];
                }
                double[] second = DirectionalDerivative.of(field, moved, List.of(u, v));
                for (int i = 0; i < moved.length; i++) {
                    quotient[i] += sign * second[i] / (2 * step);
                }
            }
            Problems.assertClose(
                    quotient, DirectionalDerivative.of(field, theta, List.of(u, v, w)), 1e-6, "D³f[u,v,w]");
        }

        @Test
        @DisplayName("of a quadratic function exactly: f = x² has f′[1] = 2x and f″[1,1] = 2")
        void quadratic() {
            VectorField square = VectorField.of(1, x -> x.hadamard(x));
            double[] one = {1};
            assertArrayEquals(new double[] {6}, DirectionalDerivative.of(square, new double[] {3}, List.of(one)));
            assertArrayEquals(new double[] {2}, DirectionalDerivative.of(square, new double[] {3}, List.of(one, one)));
        }
    }
}
