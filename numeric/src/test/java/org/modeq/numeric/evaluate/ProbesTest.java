package org.modeq.numeric.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.model.OutputLoss;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.LossForm;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("A probe of a point")
class ProbesTest {
    private final SplittableRandom random = new SplittableRandom(5);

    private double[] vector(int dimension) {
        return random.doubles(dimension, -1, 1).toArray();
    }

    private static double[] hessianProduct(Loss loss, double[] theta, double[] v) {
        double[] product = DirectionalDerivative.of(loss.negativeGradient(), theta, List.of(v));
        Euclidean.scale(product, -1);
        return product;
    }

    @Test
    @DisplayName("finds the sharpness of a network with its residual, as the whole matrix has it")
    void sharpness() {
        Loss loss = Problems.network(OutputLoss.SOFTMAX_CROSS_ENTROPY, 3);
        double[] theta = vector(loss.dimension());
        int d = loss.dimension();
        double[][] hessian = new double[d][];
        for (int i = 0; i < d; i++) {
            double[] unit = new double[d];
            unit[i] = 1;
            hessian[i] = hessianProduct(loss, theta, unit);
        }
        double expected = java.util.Arrays.stream(
                        new EigenDecomposition(new Array2DRowRealMatrix(hessian)).getRealEigenvalues())
                .max()
                .orElseThrow();
        Lanczos.Eigenpair pair = Lanczos.largest(v -> hessianProduct(loss, theta, v), d, 1e-10, 100, 1);
        assertEquals(expected, pair.value(), 1e-10);
        assertTrue(pair.residual() <= 1e-10 * pair.value());
        assertEquals(1, Euclidean.norm(pair.vector()), 1e-12);
        double[] image = hessianProduct(loss, theta, pair.vector());
        Euclidean.add(image, -pair.value(), pair.vector());
        assertEquals(0, Euclidean.norm(image), 1e-9);
        Lanczos.Eigenpair rough = Lanczos.largest(v -> hessianProduct(loss, theta, v), d, 0, 2, 1);
        assertEquals(2, rough.steps());
        assertTrue(Math.abs(expected - rough.value()) <= rough.residual() + 1e-12, "the residual is a bound");
    }

    @Test
    @DisplayName("finds the only eigenvalue of a multiple of the identity at once, and refuses what is not finite")
    void simpleMatrices() {
        Lanczos.Eigenpair pair =
                Lanczos.largest(v -> java.util.Arrays.stream(v).map(x -> 3 * x).toArray(), 5, 1e-12, 9, 2);
        assertEquals(1, pair.steps());
        assertEquals(3, pair.value(), 1e-14);
        assertThrows(
                ArithmeticException.class, () -> Lanczos.largest(v -> new double[] {Double.NaN, 0}, 2, 1e-12, 9, 2));
    }

    @ParameterizedTest(name = "has a modified loss of {0} of which the field is minus the gradient, where there is one")
    @ValueSource(strings = {"gd", "joint:A,B", "sequence:A,B,B,A"})
    void modifiedLoss(String method) {
        SortedMap<Colour, Loss> losses = new TreeMap<>();
        SortedMap<Colour, VectorField> fields = new TreeMap<>();
        Methods.parseRational(method).fields().forEach(colour -> {
            Loss loss = Problems.network(
                    OutputLoss.MEAN_SQUARED_ERROR, colour.name().equals("B") ? 8 : 7);
            losses.put(colour, loss);
            fields.put(colour, loss.negativeGradient());
        });
        double[] theta = vector(losses.get(losses.firstKey()).dimension());
        LossForm<Rational> form = LossForm.of(Methods.parseRational(method), 4);
        ModifiedLossEvaluator evaluator = ModifiedLossEvaluator.of(form, losses);
        // −∇L̃ is the field less the remainder; along v it is the slope of L̃, by differences of sixth order.
        SortedMap<RootedTree, Rational> gradientPart = new TreeMap<>();
        ModifiedEquation<Rational> equation = ModifiedEquation.of(Methods.parseRational(method), 4);
        double[] v = vector(theta.length);
        double h = 0.003;
        for (int j = 1; j <= 4; j++) {
            int order = j;
            gradientPart.clear();
            equation.terms().stream()
                    .filter(term -> term.tree().order() == order)
                    .forEach(term -> gradientPart.put(
                            term.tree(),
                            term.coefficient().subtract(form.remainder().weight(term.tree()))));
            double[] field = LieSeriesEvaluator.sumOfTrees(gradientPart, fields).at(theta);
            double slope = 0;
            double[] weights = {1.0 / 60, -3.0 / 20, 3.0 / 4};
            for (int k = 0; k < 3; k++) {
                double step = (3 - k) * h;
                slope += weights[k] * (part(evaluator, theta, v, step, j) - part(evaluator, theta, v, -step, j)) / h;
            }
            assertEquals(-Euclidean.product(field, v), slope, 1e-8 * Math.max(1, Math.abs(slope)), "order " + j);
        }
        double sum = 0;
        List<Double> orders = evaluator.orders(theta);
        for (int j = 0; j < 4; j++) {
            sum += Math.pow(0.5, j) * orders.get(j);
        }
        assertEquals(sum, evaluator.at(theta, 0.5), 1e-14 * Math.abs(sum));
    }

    private static double part(ModifiedLossEvaluator evaluator, double[] theta, double[] v, double step, int order) {
        double[] moved = theta.clone();
        Euclidean.add(moved, step, v);
        return evaluator.orders(moved).get(order - 1);
    }

    @Test
    @DisplayName("has the modified loss L + h/4 |grad L|^2 of gradient descent")
    void flatness() {
        Loss loss = Problems.network(OutputLoss.SOFTMAX_CROSS_ENTROPY, 3);
        double[] theta = vector(loss.dimension());
        double[] gradient = loss.gradient(theta);
        List<Double> orders = ModifiedLossEvaluator.of(
                        LossForm.of(Methods.parseRational("gd"), 2), Map.of(Colour.F, loss))
                .orders(theta);
        assertEquals(loss.value(theta), orders.get(0), 1e-15);
        assertEquals(Euclidean.product(gradient, gradient) / 4, orders.get(1), 1e-15);
        assertThrows(
                IllegalArgumentException.class,
                () -> ModifiedLossEvaluator.of(
                        LossForm.of(Methods.parseRational("joint:A,B"), 2), Map.of(Colour.F, loss)));
    }

    @Test
    @DisplayName("has no curl where a field is a gradient, and that of a bracket otherwise, as the circulation has it")
    void curl() {
        Loss a = Problems.network(OutputLoss.SOFTMAX_CROSS_ENTROPY, 3);
        Loss b = Problems.network(OutputLoss.MEAN_SQUARED_ERROR, 4);
        double[] theta = vector(a.dimension());
        double[] v = vector(a.dimension());
        double[] w = vector(a.dimension());
        assertEquals(0, Curl.of(a.negativeGradient(), theta, v, w), 1e-14);
        VectorField bracket = DerivedFields.lieBracket(a.negativeGradient(), b.negativeGradient());
        // The curl of [f_A, f_B] is 2 [H_B, H_A].
        double expected = 2
                * (Euclidean.product(hessianProduct(b, theta, w), hessianProduct(a, theta, v))
                        - Euclidean.product(hessianProduct(a, theta, w), hessianProduct(b, theta, v)));
        double curl = Curl.of(bracket, theta, v, w);
        assertEquals(expected, curl, 1e-13);
        double size = 1e-3;
        double[] sideV = v.clone();
        double[] sideW = w.clone();
        Euclidean.scale(sideV, size);
        Euclidean.scale(sideW, size);
        double[] corner = theta.clone();
        Euclidean.add(corner, -0.5, sideV);
        Euclidean.add(corner, -0.5, sideW);
        assertEquals(
                curl,
                Curl.circulation(bracket::at, corner, sideV, sideW) / (size * size),
                1e-5 * Math.abs(curl) + 1e-7);
        assertArrayEquals(
                new double[] {0},
                new double[] {Curl.circulation(a.negativeGradient()::at, corner, sideV, sideW)},
                1e-12);
    }
}
