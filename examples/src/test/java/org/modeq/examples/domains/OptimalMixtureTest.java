package org.modeq.examples.domains;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.modeq.examples.ExperimentRun;
import org.modeq.examples.domains.OptimalMixture.Arc;
import org.modeq.numeric.kernel.Euclidean;

@DisplayName("The optimal mixture of two domains")
class OptimalMixtureTest {
    private static final double[] WEIGHTS = {0.1, 0.7, 0.4, 0.9, 0.3, 0.6};

    @Test
    @DisplayName("has its decisive outcomes")
    void quick() {
        ExperimentRun.quick(new OptimalMixture());
    }

    @Test
    @Tag("slow")
    @DisplayName("has all its outcomes")
    void full() {
        ExperimentRun.full(new OptimalMixture());
    }

    /** The gradient in the weights by central differences. */
    private static double[] differences(int steps) {
        double[] gradient = new double[WEIGHTS.length];
        for (int i = 0; i < gradient.length; i++) {
            double[] more = WEIGHTS.clone();
            double[] less = WEIGHTS.clone();
            more[i] += 1e-4;
            less[i] -= 1e-4;
            gradient[i] = (MixedFlow.of(steps, more).loss()
                            - MixedFlow.of(steps, less).loss())
                    / 2e-4;
        }
        return gradient;
    }

    @Test
    @DisplayName("is searched with the gradient of the discrete run, whatever its steps")
    void gradient() {
        for (int steps : new int[] {6, 12, 120}) {
            double[] exact = MixedFlow.of(steps, WEIGHTS).adjoint().gradient();
            assertEquals(0, Euclidean.distance(differences(steps), exact), 1e-8, steps + " steps");
        }
    }

    @Test
    @DisplayName(
            "would be searched with a gradient that is off by O(τ) if the adjoint of the flow were discretised by itself")
    void adjointOfFlow() {
        double[] errors = IntStream.of(60, 120, 240)
                .mapToDouble(steps -> Euclidean.distance(
                        differences(steps),
                        MixedFlow.of(steps, WEIGHTS).adjointOfFlow().gradient()))
                .toArray();
        assertTrue(errors[2] > 1e-4, Arrays.toString(errors));
        assertEquals(2, errors[0] / errors[1], 0.1);
        assertEquals(2, errors[1] / errors[2], 0.1);
    }

    @Test
    @DisplayName("is found from three starts, on which the search does not depend")
    void starts() {
        double best = OptimalMixture.best(20).loss();
        for (double start : new double[] {0.25, 0.5, 0.75}) {
            assertEquals(
                    best,
                    MixtureSearch.from(20, OptimalMixture.STEPS, 3000, start).loss(),
                    1e-9);
        }
    }

    @Test
    @DisplayName("has in the middle of its arc the weight that keeps a path on the conic: w = ∇D·g_B / ∇D·(g_B − g_A)")
    void weightOfTheConic() {
        Arc arc = Arc.of(OptimalMixture.best(60));
        for (int k : arc.inner()) {
            double[] theta = arc.flow().points().get(k);
            double[] normal = new double[2];
            for (int i = 0; i < 2; i++) {
                double[] more = theta.clone();
                double[] less = theta.clone();
                more[i] += 1e-5;
                less[i] -= 1e-5;
                normal[i] = TwoDomains.determinant(more) - TwoDomains.determinant(less);
            }
            double w = -Euclidean.product(normal, TwoDomains.gradient(true, theta))
                    / Euclidean.product(normal, TwoDomains.difference(theta));
            assertEquals(w, arc.flow().weights()[Math.min(k, OptimalMixture.STEPS - 1) / 2], 1e-3, "step " + k);
        }
    }

    @Test
    @DisplayName(
            "is noisy at both ends of its arc, also when the search has converged: a test of the whole arc would fail")
    void endsOfTheArc() {
        Arc arc = Arc.of(OptimalMixture.best(60));
        int[] whole = IntStream.rangeClosed(arc.first(), arc.last()).toArray();
        assertTrue(arc.largestDeterminant(whole) > 1e-2);
        assertTrue(arc.largestDeterminant(arc.inner()) <= 1e-6);
        Arc stopped = Arc.of(MixtureSearch.from(60, OptimalMixture.STEPS, 100, 0.25));
        assertTrue(stopped.largestDeterminant(stopped.inner()) <= 2.5e-3);
    }
}
