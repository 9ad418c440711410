package org.modeq.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.evaluate.DerivedFields;
import org.modeq.numeric.evaluate.SeriesEvaluator;
import org.modeq.numeric.graph.SweepShape;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.model.Dataset;
import org.modeq.numeric.model.DenseNetwork;
import org.modeq.numeric.model.NetworkLoss;
import org.modeq.numeric.model.OutputLoss;
import org.modeq.numeric.model.PreparedField;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.tree.Colour;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The evaluators on dense networks with random data, each at a point that has just been moved to. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EvaluationBenchmark {
    private static final double STEP_SIZE = 0.01;

    /** What is evaluated. */
    public enum Quantity {
        /** f = −∇L. */
        GRADIENT("f"),
        /** f′f. */
        HESSIAN_PRODUCT("f′f"),
        /** f″(f, f), with f at hand. */
        THIRD_DERIVATIVE("f″(f, f)"),
        /** f + h f₂ of gradient descent, f at hand included. */
        FIELD_TO_H("f̃ through h"),
        /** f + h f₂ + h² f₃. */
        FIELD_TO_H2("f̃ through h²"),
        /** f + h f₂ + h² f₃ + h³ f₄. */
        FIELD_TO_H3("f̃ through h³"),
        /** [f, g] = g′f − f′g of two losses of this size. */
        BRACKET("[f, g]");

        private final String formula;

        Quantity(String formula) {
            this.formula = formula;
        }

        String formula() {
            return formula;
        }
    }

    /** The widths of the layers, and the number of data points after the sign. */
    @Param({"10-32-32-1@200", "784-64-10@256", "784-512-512-10@1024"})
    public String network = "10-32-32-1@200";

    /** What is evaluated. */
    @Param
    public Quantity quantity = Quantity.GRADIENT;

    private double[] result = {};
    private Runnable evaluation = () -> {};

    /** For JMH. */
    public EvaluationBenchmark() {}

    /** The network, two sets of random data, and the evaluator. */
    @Setup
    public void prepare() {
        String[] parts = network.split("@", -1);
        int[] widths = Arrays.stream(parts[0].split("-", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        int points = Integer.parseInt(parts[1]);
        DenseNetwork dense = DenseNetwork.of(widths);
        VectorField f = field(dense, widths, points, 1);
        double[] theta = dense.initialParameters(1);
        result = new double[theta.length];
        evaluation = switch (quantity) {
            case GRADIENT -> sweep(f, theta, new SweepShape(JetAlgebra.of(), List.of(), List.of(List.of())));
            case HESSIAN_PRODUCT -> alongItself(f, theta, 1);
            case THIRD_DERIVATIVE -> alongItself(f, theta, 2);
            case FIELD_TO_H -> modified(f, theta, 2);
            case FIELD_TO_H2 -> modified(f, theta, 3);
            case FIELD_TO_H3 -> modified(f, theta, 4);
            case BRACKET -> bracket(f, field(dense, widths, points, 2), theta);
        };
    }

    private static VectorField field(DenseNetwork network, int[] widths, int points, int seed) {
        Random random = new Random(seed);
        int outputs = widths[widths.length - 1];
        DMatrixRMaj features = new DMatrixRMaj(points, widths[0]);
        Arrays.setAll(features.data, index -> random.nextGaussian());
        double[] targets = new double[points];
        Arrays.setAll(targets, index -> outputs == 1 ? random.nextGaussian() : random.nextInt(outputs));
        OutputLoss loss = outputs == 1 ? OutputLoss.MEAN_SQUARED_ERROR : OutputLoss.SOFTMAX_CROSS_ENTROPY;
        return NetworkLoss.of(network, loss, Dataset.of(features, targets)).negativeGradient();
    }

    private Runnable alongItself(VectorField field, double[] theta, int order) {
        return sweep(
                field,
                theta,
                new SweepShape(JetAlgebra.of(order), List.of(List.of(1)), List.of(List.of(order))),
                field.at(theta));
    }

    private Runnable sweep(VectorField field, double[] theta, SweepShape shape, double[]... directions) {
        PreparedField prepared = field.prepare(List.of(shape));
        return () -> {
            prepared.moveTo(theta);
            prepared.sweep(0, directions);
            prepared.read(0, 0, result);
        };
    }

    private Runnable modified(VectorField field, double[] theta, int order) {
        SeriesEvaluator series = SeriesEvaluator.of(
                ModifiedEquation.of(Methods.parseRational("gd"), order).field(), Map.of(Colour.F, field));
        return () -> result = series.at(theta, STEP_SIZE);
    }

    private Runnable bracket(VectorField f, VectorField g, double[] theta) {
        VectorField bracket = DerivedFields.lieBracket(f, g);
        double[] value = new double[theta.length];
        return () -> {
            bracket.at(theta, value);
            result = value;
        };
    }

    /**
     * One evaluation.
     *
     * @return the values
     */
    @Benchmark
    public double[] evaluate() {
        evaluation.run();
        return result;
    }
}
