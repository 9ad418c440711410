package org.modeq.numeric.study;

import java.util.ArrayList;
import java.util.List;
import org.modeq.numeric.evaluate.DerivedFields;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.simulate.EulerSweep;

/**
 * One step on A and one on B, in both orders, against a prediction of θ_AB − θ_BA = h² [f_A, f_B](θ) + O(h³).
 *
 * @param stepSize h
 * @param difference ‖θ_AB − θ_BA‖
 * @param prediction the norm of what was predicted
 * @param residual the norm of θ_AB − θ_BA minus what was predicted
 */
public record SwapComparison(double stepSize, double difference, double prediction, double residual) {
    /** What θ_AB − θ_BA should be. */
    interface Prediction {
        /** The displacement for a step size, θ_BA known. */
        double[] at(double stepSize, double[] pointBA);
    }

    /**
     * The comparison with h² [f_A, f_B](θ) for several step sizes; {@link SwapSeries} goes to higher powers of h.
     *
     * @param taskA f_A = −∇L_A
     * @param taskB f_B = −∇L_B
     * @param theta θ
     * @param stepSizes the step sizes, each positive
     * @return one comparison per step size
     * @throws IllegalArgumentException if a step size is not positive
     */
    public static List<SwapComparison> of(
            VectorField taskA, VectorField taskB, double[] theta, List<Double> stepSizes) {
        double[] bracket = DerivedFields.lieBracket(taskA, taskB).at(theta);
        return of(taskA, taskB, theta, stepSizes, (h, pointBA) -> {
            double[] displacement = new double[bracket.length];
            for (int i = 0; i < bracket.length; i++) {
                displacement[i] = h * h * bracket[i];
            }
            return displacement;
        });
    }

    static List<SwapComparison> of(
            VectorField taskA, VectorField taskB, double[] theta, List<Double> stepSizes, Prediction prediction) {
        EulerSweep firstA = EulerSweep.of(List.of(taskA, taskB));
        EulerSweep firstB = EulerSweep.of(List.of(taskB, taskA));
        List<SwapComparison> comparisons = new ArrayList<>();
        for (double h : stepSizes) {
            if (!(h > 0)) {
                throw new IllegalArgumentException("given the step size " + h + ", expected a positive number");
            }
            double[] pointBA = firstB.step(theta, h);
            double[] difference = Euclidean.difference(firstA.step(theta, h), pointBA);
            double[] predicted = prediction.at(h, pointBA);
            comparisons.add(new SwapComparison(
                    h,
                    Euclidean.norm(difference),
                    Euclidean.norm(predicted),
                    Euclidean.distance(difference, predicted)));
        }
        return comparisons;
    }
}
