package org.modeq.numeric.study;

import java.util.ArrayList;
import java.util.List;
import org.modeq.numeric.evaluate.DerivedFields;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.simulate.Trajectory;

/**
 * How two tasks stand to each other at one point of a run.
 *
 * @param step the number of the step, 0 at the start
 * @param bracketNorm ‖[f_A, f_B]‖, the conflict term of training in sequence
 * @param alignment ⟨∇L_A, ∇L_B⟩ = ⟨f_A, f_B⟩, positive where the tasks agree
 */
public record ConflictRecord(int step, double bracketNorm, double alignment) {
    /**
     * The record at one point.
     *
     * @param taskA f_A = −∇L_A
     * @param taskB f_B = −∇L_B
     * @param theta θ
     * @param step the number of the step
     * @return the record; six evaluations of a field
     */
    public static ConflictRecord at(VectorField taskA, VectorField taskB, double[] theta, int step) {
        double[] bracket = DerivedFields.lieBracket(taskA, taskB).at(theta);
        return new ConflictRecord(step, Euclidean.norm(bracket), Euclidean.product(taskA.at(theta), taskB.at(theta)));
    }

    /**
     * The records along a run.
     *
     * @param taskA f_A = −∇L_A
     * @param taskB f_B = −∇L_B
     * @param run the run
     * @param stride the distance of the steps that are recorded, at least 1
     * @return the records at the steps 0, stride, 2·stride, …
     * @throws IllegalArgumentException if the stride is below 1
     */
    public static List<ConflictRecord> along(VectorField taskA, VectorField taskB, Trajectory run, int stride) {
        if (stride < 1) {
            throw new IllegalArgumentException("given the stride " + stride + ", expected at least 1");
        }
        List<ConflictRecord> records = new ArrayList<>();
        for (int step = 0; step <= run.steps(); step += stride) {
            records.add(at(taskA, taskB, run.point(step), step));
        }
        return records;
    }
}
