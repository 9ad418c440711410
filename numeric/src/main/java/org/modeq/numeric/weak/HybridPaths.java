package org.modeq.numeric.weak;

import java.util.ArrayList;
import java.util.List;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.RandomStream;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.weak.GaussianRule.Node;

/**
 * SGD against its modified stochastic differential equation by sampled paths that share their draws.
 *
 * <p>With P the mean over a step of SGD and Q that over the time h of the equation,
 * <pre>
 *   𝔼φ(θₙ) − 𝔼φ(X_{nh}) = Σ_k Qᵏ (P − Q) P^(n−k−1) φ:
 * </pre>
 * a path follows the equation for k steps, then both laws of one step, in points and weights, and from each of these points SGD with
 * the same draws. The points of the two laws have the same moments up to h^(N+1), so that the difference on each path is of that
 * size, and so is its spread; without sharing it would be that of φ itself, √h. k is every step in turn.
 */
public final class HybridPaths {
    /** Test functions: all products of up to so many coordinates of θ − θ₀. */
    private static final int DEGREE = 3;

    private final Batches batches;
    private final double[] start;
    private final SdeStep equation;
    private final double stepSize;
    private final int steps;
    private final TaylorAlgebra monomials;

    private HybridPaths(Batches batches, int weakOrder, double stepSize, int steps, double... start) {
        this.batches = batches;
        this.start = start.clone();
        this.equation = new SdeStep(batches, weakOrder, stepSize);
        this.stepSize = stepSize;
        this.steps = steps;
        this.monomials = TaylorAlgebra.of(start.length, DEGREE);
    }

    /**
     * What was sampled.
     *
     * @param difference 𝔼φ(θₙ) − 𝔼φ(X_{nh}) for all products φ of up to three coordinates of θ − θ₀, in graded order
     * @param error its norm e
     * @param standardError of e
     * @param equationError about how far the steps of the equation are off, in the same norm
     * @param varianceReduction the variance of a path of each kind, drawn independently, over that of a hybrid path
     * @param paths how many hybrid paths
     */
    public record Difference(
            List<Double> difference,
            double error,
            double standardError,
            double equationError,
            double varianceReduction,
            int paths) {
        /**
         * What was sampled.
         *
         * @param difference 𝔼φ(θₙ) − 𝔼φ(X_{nh})
         * @param error its norm
         * @param standardError of the norm
         * @param equationError how far the steps of the equation are off
         * @param varianceReduction by sharing
         * @param paths how many hybrid paths
         */
        public Difference {
            difference = List.copyOf(difference);
        }
    }

    /**
     * Samples the difference of the two laws after n steps.
     *
     * @param batches f₁, …, f_m, m ≥ 2
     * @param weakOrder of the equation, 1 or 2
     * @param start θ₀
     * @param stepSize h
     * @param steps n ≥ 1
     * @param atLeast paths at least; there are as many for each k
     * @param seed of the draws
     * @return the difference with its errors
     * @throws IllegalArgumentException if there is one batch only, or the weak order is out of range
     * @throws ArithmeticException if a path leaves the finite numbers
     */
    public static Difference sampled(
            Batches batches, int weakOrder, double[] start, double stepSize, int steps, int atLeast, long seed) {
        if (batches.count() < 2 || weakOrder < 1 || weakOrder > 2) {
            throw new IllegalArgumentException("given " + batches.count() + " batches and the weak order " + weakOrder
                    + ", expected at least 2 batches and the weak order 1 or 2");
        }
        return new HybridPaths(batches, weakOrder, stepSize, steps, start)
                .sampled(Math.max(1, (atLeast + steps - 1) / steps), RandomStream.ofSeed(seed));
    }

    private Difference sampled(int rounds, RandomStream stream) {
        List<double[]> differences = new ArrayList<>();
        List<double[]> independent = new ArrayList<>();
        double[] equationError = new double[monomials.size() - 1];
        int paths = rounds * steps;
        for (int round = 0; round < rounds; round++) {
            for (int k = 0; k < steps; k++) {
                differences.add(hybrid(k, stream, equationError, 1.0 / paths));
            }
            independent.add(independent(stream));
        }
        while (independent.size() < Math.min(paths, 200)) {
            independent.add(independent(stream));
        }
        double[] mean = mean(differences);
        double error = Euclidean.norm(mean);
        if (!(error < Double.POSITIVE_INFINITY)) {
            throw new ArithmeticException(
                    "a sampled path leaves the finite numbers with the step size " + stepSize + "; take a smaller one");
        }
        double variance = variance(differences, mean, error);
        double whole = variance(independent, mean, error);
        List<Double> difference = new ArrayList<>();
        for (double entry : mean) {
            difference.add(entry);
        }
        return new Difference(
                difference, error, Math.sqrt(variance / paths), Euclidean.norm(equationError), whole / variance, paths);
    }

    private static double[] mean(List<double[]> vectors) {
        double[] mean = new double[vectors.get(0).length];
        vectors.forEach(vector -> Euclidean.add(mean, 1.0 / vectors.size(), vector));
        return mean;
    }

    /** The variance along a direction. */
    private static double variance(List<double[]> vectors, double[] direction, double norm) {
        double[] mean = mean(vectors);
        double sum = 0;
        for (double[] vector : vectors) {
            double deviation = Euclidean.product(Euclidean.difference(vector, mean), direction) / norm;
            sum += deviation * deviation;
        }
        return sum / (vectors.size() - 1);
    }

    /** n Qᵏ(P − Q)P^(n−k−1)φ on one path, Q extrapolated from steps over one part and two. */
    private double[] hybrid(int k, RandomStream stream, double[] equationError, double weight) {
        double[] point = start;
        for (int step = 0; step < k; step++) {
            point = equation.random(point, stream);
        }
        int[] draws = new int[steps - k - 1];
        for (int i = 0; i < draws.length; i++) {
            draws[i] = stream.integer(batches.count());
        }
        double[] ofSgd = new double[monomials.size() - 1];
        for (int b = 0; b < batches.count(); b++) {
            add(ofSgd, 1.0 / batches.count(), stepped(point, b), draws);
        }
        double[] ofOne = new double[ofSgd.length];
        double[] ofTwo = new double[ofSgd.length];
        for (Node node : equation.law(point, 1)) {
            add(ofOne, node.weight(), node.point(), draws);
        }
        for (Node node : equation.law(point, 2)) {
            add(ofTwo, node.weight(), node.point(), draws);
        }
        double[] change = Euclidean.difference(ofTwo, ofOne);
        Euclidean.add(equationError, weight * steps / 3, change);
        double[] difference = Euclidean.difference(ofSgd, ofTwo);
        Euclidean.add(difference, -1.0 / 3, change);
        Euclidean.scale(difference, steps);
        return difference;
    }

    /** φ at the end of a path of SGD, less φ at the end of one of the equation. */
    private double[] independent(RandomStream stream) {
        double[] descended = start;
        double[] diffused = start;
        for (int step = 0; step < steps; step++) {
            descended = stepped(descended, stream.integer(batches.count()));
            diffused = equation.random(diffused, stream);
        }
        double[] difference = new double[monomials.size() - 1];
        add(difference, 1, descended);
        add(difference, -1, diffused);
        return difference;
    }

    private double[] stepped(double[] point, int batch) {
        double[] next = point.clone();
        VectorField field = batches.fields().get(batch);
        Euclidean.add(next, stepSize, field.at(point));
        return next;
    }

    /** Adds w φ at the end of a path of SGD. */
    private void add(double[] target, double weight, double[] point, int... draws) {
        double[] end = point;
        for (int batch : draws) {
            end = stepped(end, batch);
        }
        double[] displacement = Euclidean.difference(end, start);
        double[] products = new double[monomials.size()];
        products[0] = 1;
        for (int e = 1; e < products.length; e++) {
            int v = 0;
            while (monomials.lowered(e, v) < 0) {
                v++;
            }
            products[e] = products[monomials.lowered(e, v)] * displacement[v];
            target[e - 1] += weight * products[e];
        }
    }
}
