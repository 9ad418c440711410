package org.modeq.examples.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.numeric.evaluate.FieldAtPoint;
import org.modeq.numeric.kernel.Euclidean;

/**
 * The bracket of two tasks along joint training θ_{j+1} = θ_j + h(f_A + f_B)(θ_j): at the start, and for numbers of steps k taken in
 * the middle and carried to the end as a displacement, v ← v + h(f_A′ + f_B′)v at each iterate from there on.
 *
 * <p>One run serves all k, and at each iterate both fields are prepared once, for the step and for all products with their Jacobians;
 * for one thread at a time.
 */
final class CarriedBrackets {
    private final double stepSize;
    private final FieldAtPoint fieldA;
    private final FieldAtPoint fieldB;

    private CarriedBrackets(TaskPair pair, double stepSize) {
        this.stepSize = stepSize;
        this.fieldA = FieldAtPoint.of(pair.fieldA());
        this.fieldB = FieldAtPoint.of(pair.fieldB());
    }

    /** The brackets of a pair of tasks for joint training with the step size h. */
    static CarriedBrackets of(TaskPair pair, double stepSize) {
        return new CarriedBrackets(pair, stepSize);
    }

    /**
     * What is found along one run.
     *
     * @param iterates θ₀, …, θ_K for the largest k
     * @param atStart [f_A, f_B] = [g_A, g_B] at θ₀
     * @param atEnd for each k the bracket at the middle of k steps, carried to θ_k
     */
    @SuppressWarnings("ArrayRecordComponent") // made here, read by the scores, never compared
    record Along(List<double[]> iterates, double[] atStart, SortedMap<Integer, double[]> atEnd) {}

    /**
     * Makes the run.
     *
     * @param start θ₀
     * @param counts the numbers of steps k ≥ 1, rising; the middle of an odd one is the mean of two iterates
     */
    Along from(double[] start, List<Integer> counts) {
        int most = counts.get(counts.size() - 1);
        SortedMap<Integer, double[]> carried = new TreeMap<>();
        List<double[]> iterates = new ArrayList<>(List.of(start));
        double[] atStart = {};
        for (int step = 0; step < most; step++) {
            double[] theta = iterates.get(step);
            double[] valueA = fieldA.valueAt(theta);
            double[] valueB = fieldB.valueAt(theta);
            if (step == 0) {
                atStart = bracket(valueA, valueB);
            } else if (counts.contains(2 * step)) {
                carried.put(2 * step, bracket(valueA, valueB));
            }
            carried.tailMap(step + 1).values().forEach(this::carry);
            double[] next = theta.clone();
            Euclidean.add(next, stepSize, valueA);
            Euclidean.add(next, stepSize, valueB);
            iterates.add(next);
            if (counts.contains(2 * step + 1)) {
                carried.put(2 * step + 1, bracketBetween(theta, next));
            }
        }
        return new Along(iterates, atStart, carried);
    }

    /** f_B′f_A − f_A′f_B at the point last gone to. */
    private double[] bracket(double[] valueA, double[] valueB) {
        double[] bracket = fieldB.derivative(valueA);
        Euclidean.add(bracket, -1, fieldA.derivative(valueB));
        return bracket;
    }

    private double[] bracketBetween(double[] theta, double[] next) {
        double[] middle = theta.clone();
        Euclidean.add(middle, 1, next);
        Euclidean.scale(middle, 0.5);
        return bracket(fieldA.valueAt(middle), fieldB.valueAt(middle));
    }

    /** v ← v + h(f_A′ + f_B′)v: a step of joint training moves θ + εv by so much. */
    private void carry(double[] displacement) {
        double[] byA = fieldA.derivative(displacement);
        double[] byB = fieldB.derivative(displacement);
        Euclidean.add(displacement, stepSize, byA);
        Euclidean.add(displacement, stepSize, byB);
    }
}
