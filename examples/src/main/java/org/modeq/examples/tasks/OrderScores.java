package org.modeq.examples.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.modeq.numeric.kernel.Euclidean;
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
    private final ThreadLocal<CarriedBrackets> brackets;

    private OrderScores(TaskPair pair, Rational stepSize) {
        this.pair = pair;
        this.stepSize = stepSize;
        this.h = stepSize.doubleValue();
        this.brackets = ThreadLocal.withInitial(() -> CarriedBrackets.of(pair, h));
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

    /**
     * The scores of runs from one point.
     *
     * @param scores a score for each k
     * @param jointEnd where the largest number of steps of joint training ends
     */
    @SuppressWarnings("ArrayRecordComponent") // made here, read by the experiment, never compared
    record Runs(List<Score> scores, double[] jointEnd) {}

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
    Runs from(double[] start, List<Integer> counts) {
        int most = counts.get(counts.size() - 1);
        List<double[]> onA = pair.run(TaskPair.ON_A, start, stepSize, most);
        List<double[]> onB = pair.run(TaskPair.ON_B, start, stepSize, most);
        CarriedBrackets.Along joint = brackets.get().from(start, counts);
        double atStart = Euclidean.product(pair.evaluation().gradient(start), joint.atStart());
        List<Score> scores = new ArrayList<>();
        for (int k : counts) {
            double lossAB = pair.evaluation().value(pair.end(TaskPair.ON_B, onA.get(k), stepSize, k));
            double lossBA = pair.evaluation().value(pair.end(TaskPair.ON_A, onB.get(k), stepSize, k));
            double[] carried = Objects.requireNonNull(joint.atEnd().get(k));
            double middle = Euclidean.product(
                    pair.evaluation().gradient(joint.iterates().get(k)), carried);
            double squaredTime = k * h * k * h;
            scores.add(new Score(k, lossAB - lossBA, squaredTime * atStart, squaredTime * middle));
        }
        return new Runs(scores, joint.iterates().get(most));
    }
}
