package org.modeq.numeric.evaluate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.numeric.formula.ExpressionLoss;
import org.modeq.numeric.graph.Activation;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.AveragePooling;
import org.modeq.numeric.model.Convolution;
import org.modeq.numeric.model.ConvolutionalNetwork;
import org.modeq.numeric.model.Dataset;
import org.modeq.numeric.model.DenseNetwork;
import org.modeq.numeric.model.DiagonalLinearNetwork;
import org.modeq.numeric.model.ImageShape;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.model.MatrixFactorisation;
import org.modeq.numeric.model.Network;
import org.modeq.numeric.model.NetworkLoss;
import org.modeq.numeric.model.OutputLoss;
import org.modeq.numeric.model.RandomStream;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.study.DirectOptimizer;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.symja.ConcreteFields;
import org.modeq.symbolic.symja.ElementaryDifferentials;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("Trees, series in h and the run itself")
class AgreementTest {
    private static final int ORDER = 6;
    private static final double STEP = 0.001;
    private static final int NODES = 10;

    private static Stream<Arguments> problems() {
        List<Arguments> problems = new ArrayList<>();
        problems.add(Arguments.of("a polynomial of degree 4", Problems.polynomial(3, 4, 5)));
        problems.add(Arguments.of("a polynomial of degree 6", Problems.polynomial(2, 6, 6)));
        Stream.of(
                        Activation.TANH,
                        Activation.SIGMOID,
                        Activation.SOFTPLUS,
                        Activation.GELU,
                        Activation.SINE,
                        Activation.IDENTITY,
                        Activation.RELU)
                .forEach(activation -> problems.add(Arguments.of(
                        "a network of " + activation + " and squares",
                        network(activation, OutputLoss.MEAN_SQUARED_ERROR))));
        problems.add(Arguments.of(
                "a network of tanh and softmax", network(Activation.TANH, OutputLoss.SOFTMAX_CROSS_ENTROPY)));
        problems.add(Arguments.of(
                "a network of gelu and softmax", network(Activation.GELU, OutputLoss.SOFTMAX_CROSS_ENTROPY)));
        problems.add(Arguments.of("a network of softplus and the logistic loss", logistic()));
        problems.add(Arguments.of("a convolutional network of tanh and softmax", convolution()));
        problems.add(Arguments.of("a diagonal linear network of depth 3", diagonal()));
        problems.add(Arguments.of(
                "a factorisation of rank 2",
                MatrixFactorisation.of(new DMatrixRMaj(3, 2, true, 1, -2, 0, 1, 2, 1), 2)));
        problems.add(
                Arguments.of("a formula", ExpressionLoss.of(2, formula("log(1 + x^2) + exp(x*y)/3 - sin(x - 2*y)"))));
        return problems.stream();
    }

    private static Loss logistic() {
        RandomStream stream = RandomStream.ofSeed(13);
        Dataset data = Dataset.of(new DMatrixRMaj(6, 3, true, stream.normals(18)), 1, 0, 0, 1, 1, 0);
        return NetworkLoss.of(DenseNetwork.of(Activation.SOFTPLUS, 3, 4, 1), OutputLoss.LOGISTIC, data);
    }

    private static Loss convolution() {
        RandomStream stream = RandomStream.ofSeed(14);
        Dataset data = Dataset.of(new DMatrixRMaj(5, 16, true, stream.normals(80)), 1, 0, 2, 2, 1);
        Network network = ConvolutionalNetwork.of(
                new ImageShape(4, 4, 1),
                List.of(new Convolution(2, 3, 1, 1), new AveragePooling(2), new Convolution(3, 2, 1, 0)),
                Activation.TANH,
                3);
        return NetworkLoss.of(network, OutputLoss.SOFTMAX_CROSS_ENTROPY, data);
    }

    private static Loss diagonal() {
        RandomStream stream = RandomStream.ofSeed(15);
        Dataset data = Dataset.of(new DMatrixRMaj(4, 3, true, stream.normals(12)), 1, -0.5, 0.25, 2);
        return NetworkLoss.of(DiagonalLinearNetwork.ofPowers(3, 3), OutputLoss.MEAN_SQUARED_ERROR, data);
    }

    /** An expression in x and y. */
    private static Expression formula(String formula) {
        return ConcreteFields.ofComponents(List.of("x", "y"), Map.of(Colour.F, List.of(formula, "0")))
                .symbolic()
                .of(RootedTree.vertex(Colour.F))
                .get(0);
    }

    private static Loss network(Activation activation, OutputLoss loss) {
        RandomStream stream = RandomStream.ofSeed(11);
        DMatrixRMaj features = new DMatrixRMaj(9, 3, true, stream.normals(27));
        double[] classes = new double[9];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = stream.integer(2);
        }
        return NetworkLoss.of(DenseNetwork.of(activation, 3, 4, 3, 2), loss, Dataset.of(features, classes));
    }

    private static double[] point(Loss loss) {
        double[] theta = RandomStream.ofSeed(12).normals(loss.dimension());
        Euclidean.scale(theta, 0.4);
        return theta;
    }

    @ParameterizedTest(name = "agree on {0}: f₁ to f₆ of gradient descent to rounding")
    @MethodSource("problems")
    void agree(String name, Loss loss) {
        double[] theta = point(loss);
        var fields = Problems.fields(loss, loss);
        EulerSteps<Rational> descent = (EulerSteps<Rational>) Methods.parseRational("gd");
        List<double[]> fromTrees = SeriesEvaluator.of(
                        ModifiedEquation.of(descent, ORDER).field(), fields)
                .orders(theta);
        List<double[]> fromSeries = SeriesInStepSize.orders(DirectOptimizer.of(descent, fields), theta, ORDER + 2);
        for (int j = 1; j <= ORDER; j++) {
            Problems.assertClose(fromSeries.get(j - 1), fromTrees.get(j - 1), j <= 4 ? 1e-12 : 1e-10, name + " f" + j);
        }
        List<double[]> fromSteps =
                StepSeriesEvaluator.of(descent, fields, ORDER).orders(theta);
        for (int j = 1; j <= ORDER; j++) {
            Problems.assertClose(
                    fromSeries.get(j - 1), fromSteps.get(j - 1), j <= 4 ? 1e-12 : 1e-10, name + " f" + j + " by steps");
        }
        // The field of the run itself, looked up ten steps ahead, against the sum of eight orders.
        VectorField field = loss.negativeGradient();
        List<double[]> values = new ArrayList<>();
        double[] current = theta.clone();
        for (int n = 0; n < NODES; n++) {
            values.add(field.at(current));
            Euclidean.add(current, STEP, values.get(n));
        }
        double[] sum = new double[theta.length];
        for (int j = ORDER + 1; j >= 0; j--) {
            Euclidean.scale(sum, STEP);
            Euclidean.add(sum, 1, fromSeries.get(j));
        }
        Problems.assertClose(sum, LookAheadLogarithm.ofValues(values, 0, NODES), 1e-12, name + " look-ahead");
    }

    @ParameterizedTest(name = "agree on {0}: f₁ to f₅")
    @ValueSource(strings = {"sequence:A,B", "sequence:A*2,B,A", "joint:A,B", "joint-mean:A,B"})
    void sequences(String name) {
        Loss first = network(Activation.TANH, OutputLoss.MEAN_SQUARED_ERROR);
        Loss second = Problems.network(OutputLoss.SOFTMAX_CROSS_ENTROPY, 4);
        var fields = Problems.fields(first, second);
        double[] theta = point(first);
        EulerSteps<Rational> method = (EulerSteps<Rational>) Methods.parseRational(name);
        List<double[]> fromTrees = SeriesEvaluator.of(
                        ModifiedEquation.of(method, 5).field(), fields)
                .orders(theta);
        StepSeriesEvaluator steps = StepSeriesEvaluator.of(method, fields, 5);
        steps.orders(new double[theta.length]);
        List<double[]> fromSteps = steps.orders(theta);
        for (int j = 1; j <= 5; j++) {
            Problems.assertClose(fromTrees.get(j - 1), fromSteps.get(j - 1), j <= 4 ? 1e-12 : 1e-11, name + " f" + j);
        }
    }

    @Test
    @DisplayName("are chosen by their cost: trees at first, later the series in h")
    void choice() {
        Loss loss = network(Activation.TANH, OutputLoss.MEAN_SQUARED_ERROR);
        var fields = Problems.fields(loss, loss);
        double[] theta = point(loss);
        FieldOrders low = FieldOrders.of(Methods.parseRational("gd"), fields, 3);
        assertTrue(low.reason().startsWith("from trees ("), low.reason());
        FieldOrders high = FieldOrders.of(Methods.parseRational("gd"), fields, 8);
        assertTrue(high.reason().startsWith("from the series in h ("), high.reason());
        FieldOrders other = FieldOrders.of(Methods.parseRational("rk:heun"), fields, 3);
        assertTrue(other.reason().startsWith("from trees: "), other.reason());
        for (int j = 0; j < 3; j++) {
            Problems.assertClose(low.orders(theta).get(j), high.orders(theta).get(j), 1e-11, "f" + (j + 1));
        }
        assertTrue(
                FieldOrders.of(Methods.parseRational("gd"), fields, 10).reason().contains("too many trees"));
    }

    @ParameterizedTest(name = "agree with exact fractions on {0}")
    @ValueSource(strings = {"x^3/3 - x*y^2 + y^4/4", "x^2*y^2/2 + x^5/5 - 3*y", "x*y^3 - 2*x^2 + y^6/8"})
    void exact(String formula) {
        List<String> variables = List.of("x", "y");
        Loss loss = ExpressionLoss.of(2, formula(formula));
        double[] theta = {0.5, -0.75};
        ElementaryDifferentials<Rational> exact =
                ConcreteFields.ofLosses(variables, Map.of(Colour.F, formula)).exactAt(List.of("1/2", "-3/4"));
        ModifiedEquation<Rational> equation = ModifiedEquation.of(Methods.parseRational("gd"), 5);
        List<double[]> orders = SeriesEvaluator.of(equation.field(), Map.of(Colour.F, loss.negativeGradient()))
                .orders(theta);
        for (int j = 1; j <= 5; j++) {
            SortedMap<RootedTree, Rational> weights = new TreeMap<>();
            equation.terms(j - 1).forEach(term -> weights.put(term.tree(), term.coefficient()));
            double[] expected = exact.sum(weights).stream()
                    .mapToDouble(Rational::doubleValue)
                    .toArray();
            Problems.assertClose(expected, orders.get(j - 1), 1e-14, formula + " f" + j);
        }
    }
}
