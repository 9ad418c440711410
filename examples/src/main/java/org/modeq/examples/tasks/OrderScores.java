package org.modeq.examples.tasks;

import java.util.ArrayList;
import java.util.List;
import org.modeq.numeric.evaluate.DerivedFields;
import org.modeq.numeric.evaluate.FieldAtPoint;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.ring.Rational;

/**
 * What the order of two tasks changes in a third loss, and what the bracket says of it beforehand.
 *
 * <p>With k steps on each task, L_E(AᵏBᵏ) − L_E(BᵏAᵏ) is to lowest order (kh)² ⟨∇L_E, [g_A, g_B]⟩. The <em>start score</em> is
 * that product at θ₀. The <em>middle score</em> takes the bracket at the middle of the joint run of k steps, carries it to its end
 * as a displacement, v ← v − h(H_A + H_B)v at each of the iterates between, and takes ∇L_E at that end.
 */
final class OrderScores {
    private final TaskPair pair;
    private final Rational stepSize;
    private final double h;
    private final VectorField bracket;
    private final ThreadLocal<FieldAtPoint> fieldA;
    private final ThreadLocal<FieldAtPoint> fieldB;

    private OrderScores(TaskPair pair, Rational stepSize) {
        this.pair = pair;
        this.stepSize = stepSize;
        this.h = stepSize.doubleValue();
        this.bracket = DerivedFields.lieBracket(pair.fieldA(), pair.fieldB());
        this.fieldA = ThreadLocal.withInitial(() -> FieldAtPoint.of(pair.fieldA()));
        this.fieldB = ThreadLocal.withInitial(() -> FieldAtPoint.of(pair.fieldB()));
    }

    /**
     * What happened, and what was said of it.
     *
     * @param steps k, the number of steps on each task
     * @param actual L_E(AᵏBᵏ) − L_E(BᵏAᵏ), positive where A should not go first
     * @param start (kh)² times the start score
     * @param middle (kh)² times the middle score
     */
    record Score(int steps, double actual, double start, double middle) {
        /** Whether the start score has the sign of what happened. */
        boolean isStartRight() {
            return start * actual > 0;
        }

        /** Whether the middle score has the sign of what happened. */
        boolean isMiddleRight() {
            return middle * actual > 0;
        }
    }

    /** The scores of a pair of tasks; for several threads. */
    static OrderScores of(TaskPair pair, Rational stepSize) {
        return new OrderScores(pair, stepSize);
    }

    /**
     * The scores of runs from one point.
     *
     * @param start θ₀
     * @param counts the numbers k of steps on each task, rising
     * @return a score for each
     */
    List<Score> from(double[] start, List<Integer> counts) {
        int most = counts.get(counts.size() - 1);
        List<double[]> onA = pair.run(TaskPair.ON_A, start, stepSize, most);
        List<double[]> onB = pair.run(TaskPair.ON_B, start, stepSize, most);
        List<double[]> joint = pair.run(TaskPair.JOINT, start, stepSize, most);
        double atStart = Euclidean.product(pair.evaluation().gradient(start), bracket.at(start));
        List<Score> scores = new ArrayList<>();
        for (int k : counts) {
            double lossAB = pair.evaluation().value(pair.end(TaskPair.ON_B, onA.get(k), stepSize, k));
            double lossBA = pair.evaluation().value(pair.end(TaskPair.ON_A, onB.get(k), stepSize, k));
            double squaredTime = k * h * k * h;
            scores.add(new Score(k, lossAB - lossBA, squaredTime * atStart, squaredTime * middleScore(joint, k)));
        }
        return scores;
    }

    private double middleScore(List<double[]> joint, int k) {
        double[] displacement = bracket.at(middle(joint, k));
        for (int step = (k + 1) / 2; step < k; step++) {
            displacement = carried(displacement, joint.get(step));
        }
        return Euclidean.product(pair.evaluation().gradient(joint.get(k)), displacement);
    }

    /** The middle iterate of k steps, or the mean of the two middle ones. */
    private static double[] middle(List<double[]> joint, int k) {
        double[] middle = joint.get(k / 2).clone();
        Euclidean.add(middle, 1, joint.get((k + 1) / 2));
        Euclidean.scale(middle, 0.5);
        return middle;
    }

    /** v − h(H_A + H_B)v = v + h(f_A′ + f_B′)v: one step of joint training moves θ + εv by so much. */
    private double[] carried(double[] displacement, double[] theta) {
        double[] carried = displacement.clone();
        for (FieldAtPoint field : List.of(fieldA.get(), fieldB.get())) {
            field.moveTo(theta);
            Euclidean.add(carried, h, field.derivative(displacement));
        }
        return carried;
    }
}
