package org.modeq.benchmarks;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleUnaryOperator;
import org.modeq.numeric.kernel.CoordinateKernel;
import org.modeq.numeric.kernel.Kernels;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Functions of coordinates by each kernel, and by the Java library, on normally distributed numbers that the first cache holds. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CoordinateBenchmark {
    /** Coordinates in one call. */
    static final int COUNT = 1024;

    /** What is computed. */
    public enum Quantity {
        /** exp x. */
        EXP("exp x"),
        /** tanh x. */
        TANH("tanh x"),
        /** tanh x and 1/cosh² x. */
        TANH_WITH_SLOPE("tanh x and its slope"),
        /** 1/(1 + exp(−x)). */
        LOGISTIC("1/(1 + exp(−x))");

        private final String formula;

        Quantity(String formula) {
            this.formula = formula;
        }

        String formula() {
            return formula;
        }
    }

    /** A kernel by its name, or {@code library}. */
    @Param({"vector", "plain", "library"})
    public String kernel = "plain";

    /** What is computed. */
    @Param
    public Quantity quantity = Quantity.EXP;

    private final double[] arguments = new double[COUNT];
    private final double[] values = new double[2 * COUNT];
    private Runnable evaluation = () -> {};

    /** For JMH. */
    public CoordinateBenchmark() {}

    /** Random numbers, and the kernel. */
    @Setup
    public void prepare() {
        Random random = new Random(1);
        Arrays.setAll(arguments, i -> random.nextGaussian());
        evaluation = kernel.equals("library") ? byLibrary() : byKernel();
    }

    private Runnable byKernel() {
        CoordinateKernel found = Kernels.foundForCoordinates().stream()
                .filter(each -> each.name().equals(kernel))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the kernel '" + kernel + "' is not found here"));
        return switch (quantity) {
            case EXP -> () -> found.exp(COUNT, arguments, 0, values, 0);
            case TANH -> () -> found.tanh(COUNT, arguments, 0, 0, values, 0);
            case TANH_WITH_SLOPE -> () -> found.tanh(COUNT, arguments, 0, 1, values, 0);
            case LOGISTIC -> () -> found.logistic(COUNT, arguments, 0, 0, values, 0);
        };
    }

    private Runnable byLibrary() {
        DoubleUnaryOperator function = switch (quantity) {
            case EXP -> Math::exp;
            case TANH, TANH_WITH_SLOPE -> Math::tanh;
            case LOGISTIC -> x -> 1 / (1 + Math.exp(-x));
        };
        return () -> {
            for (int i = 0; i < COUNT; i++) {
                double value = function.applyAsDouble(arguments[i]);
                values[i] = value;
                if (quantity == Quantity.TANH_WITH_SLOPE) {
                    values[COUNT + i] = 1 - value * value;
                }
            }
        };
    }

    /**
     * One stretch.
     *
     * @return the values
     */
    @Benchmark
    public double[] evaluate() {
        evaluation.run();
        return values;
    }
}
