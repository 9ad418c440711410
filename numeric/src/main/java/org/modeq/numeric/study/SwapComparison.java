package org.modeq.numeric.study;

import java.util.ArrayList;
import java.util.List;
import org.modeq.numeric.evaluate.DerivedFields;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.simulate.EulerSweep;

/**
 * One step on A and one on B, in both orders: θ_AB − θ_BA = h² [f_A, f_B](θ) + O(h³).
 *
 * @param stepSize h
 * @param difference ‖θ_AB − θ_BA‖
 * @param prediction ‖h² [f_A, f_B](θ)‖
 * @param residual ‖θ_AB − θ_BA − h² [f_A, f_B](θ)‖
 */
public record SwapComparison(double stepSize, double difference, double prediction, double residual) {
    /**
     * The comparison for several step sizes.
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
        EulerSweep firstA = EulerSweep.of(List.of(taskA, taskB));
        EulerSweep firstB = EulerSweep.of(List.of(taskB, taskA));
        List<SwapComparison> comparisons = new ArrayList<>();
        for (double h : stepSizes) {
            if (!(h > 0)) {
                throw new IllegalArgumentException("given the step size " + h + ", expected a positive number");
            }
            double[] difference = Euclidean.difference(firstA.step(theta, h), firstB.step(theta, h));
            double[] residual = difference.clone();
            for (int i = 0; i < residual.length; i++) {
                residual[i] -= h * h * bracket[i];
            }
            comparisons.add(new SwapComparison(
                    h, Euclidean.norm(difference), h * h * Euclidean.norm(bracket), Euclidean.norm(residual)));
        }
        return comparisons;
    }
}
