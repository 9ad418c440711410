package org.modeq.examples.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.symbolic.ring.Rational;

/** How far the law that a truncated generator makes is from the exact one at a time, for halved steps. */
final class MomentLadder {
    /** The kernels at the start, W₁ first: (1, −1/2), (0, 1), (−1, 1/2). */
    private static final List<Rational> START = List.of(
            Rational.of(1), Rational.of(-1, 2), Rational.ZERO, Rational.ONE, Rational.of(-1), Rational.of(1, 2));

    private static final int TIME = 1;

    /** The parts into which the time of the generator is cut, and the terms of the exponential of each. */
    private static final int PARTS = 16;

    private static final int TERMS = 24;

    private final QuadraticKernels kernels;
    private final List<Integer> steps;
    private final List<double[]> exact;

    private MomentLadder(QuadraticKernels kernels, List<Integer> steps, List<double[]> exact) {
        this.kernels = kernels;
        this.steps = steps;
        this.exact = exact;
    }

    /** The exact laws after n steps of size 1/n, in rational numbers until the last. */
    static MomentLadder of(QuadraticKernels kernels, List<Integer> steps) {
        List<double[]> exact = steps.stream()
                .map(n -> toDoubles(kernels.afterSteps(START, Rational.of(TIME, n), n)))
                .toList();
        return new MomentLadder(kernels, List.copyOf(steps), exact);
    }

    QuadraticKernels kernels() {
        return kernels;
    }

    /** h of each step of the ladder. */
    List<Double> stepSizes() {
        return steps.stream().map(n -> (double) TIME / n).toList();
    }

    /**
     * The distances between the exact moments and those of exp(T(𝓛₀ + h𝓛₁ + …)).
     *
     * @param generator 𝓛₀, 𝓛₁, …
     * @return one for each step size
     */
    List<Double> errors(List<ExactMatrix> generator) {
        List<double[][]> operators =
                generator.stream().map(ExactMatrix::toDoubles).toList();
        List<Double> errors = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            double stepSize = (double) TIME / steps.get(i);
            double[] moments = toDoubles(QuadraticKernels.moments(START));
            double[][] sum = sum(operators, stepSize);
            for (int part = 0; part < PARTS; part++) {
                moments = exponential(sum, moments);
            }
            errors.add(Euclidean.distance(moments, exact.get(i)));
        }
        return errors;
    }

    private static double[][] sum(List<double[][]> operators, double stepSize) {
        int size = operators.get(0).length;
        double[][] sum = new double[size][size];
        double power = (double) TIME / PARTS;
        for (double[][] operator : operators) {
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    sum[i][j] += power * operator[i][j];
                }
            }
            power *= stepSize;
        }
        return sum;
    }

    /** Σ Mⁿv/n!. */
    private static double[] exponential(double[][] matrix, double... vector) {
        double[] sum = vector.clone();
        double[] term = vector;
        for (int n = 1; n <= TERMS; n++) {
            double[] last = term;
            int divisor = n;
            term = IntStream.range(0, last.length)
                    .mapToDouble(i -> Euclidean.product(matrix[i], last) / divisor)
                    .toArray();
            Euclidean.add(sum, 1, term);
        }
        return sum;
    }

    private static double[] toDoubles(List<Rational> numbers) {
        return numbers.stream().mapToDouble(Rational::doubleValue).toArray();
    }
}
