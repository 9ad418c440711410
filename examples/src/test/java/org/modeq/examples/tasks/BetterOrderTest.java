package org.modeq.examples.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.tasks.BetterOrder.PanelScores;
import org.modeq.examples.tasks.OrderScores.Score;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.model.QuadraticLoss;
import org.modeq.symbolic.ring.Rational;

@DisplayName("The better order of two tasks")
class BetterOrderTest {
    private static final int SEEDS = 40;

    @Test
    @DisplayName("is predicted as often as expected for one and two steps per task")
    void outcomes() {
        Findings findings = new BetterOrder().run(Experiment.Extent.QUICK, Progress.silent());
        assertEquals(List.of(), SharedAnchorsTest.missed(findings.outcomes()));
        assertEquals(3 * 2 * 3 + 4, findings.outcomes().size());
        assertEquals(3, findings.figures().size());
    }

    @Test
    @DisplayName("is predicted almost never with the sign of the bracket flipped, and 0.7 at k = 20 is then no finding")
    void flippedSign() {
        PanelScores cold = BetterOrder.scores(DigitTasks.ROTATE, false, List.of(1, 20), SEEDS)
                .get(0);
        List<Score> first = flipped(cold.scores().get(0));
        List<Score> later = flipped(cold.scores().get(1));
        assertTrue(BetterOrder.hits(first, Score::isStartRight).rate() <= 0.05);
        assertTrue(BetterOrder.hits(later, Score::isStartRight).rate() >= 0.6);
        List<String> missed = SharedAnchorsTest.missed(BetterOrder.outcomes(cold.panel(), List.of(first)));
        assertEquals(3, missed.size(), missed.toString());
    }

    private static List<Score> flipped(List<Score> scores) {
        return scores.stream()
                .map(score -> new Score(score.steps(), score.actual(), -score.start(), -score.middle()))
                .toList();
    }

    @Test
    @DisplayName(
            "is the same for most seeds of turned digits from a warm start: a constant answer scores as well as a late one")
    void constantAnswer() {
        List<List<Score>> scores = BetterOrder.scores(DigitTasks.ROTATE, true, List.of(1, 20), SEEDS)
                .get(1)
                .scores();
        assertEquals(0.85, BetterOrder.constantAnswer(scores.get(0)), 0.1);
        assertEquals(1, BetterOrder.hits(scores.get(0), Score::isStartRight).rate(), 0.05);
        // At k = 20 all seeds agree: that the middle score is right for all of them is no finding.
        assertEquals(1, BetterOrder.constantAnswer(scores.get(1)), 0.05);
    }

    @Test
    @DisplayName("is not predicted at all where there is no bracket: a score of 0 is never right")
    void noBracket() {
        QuadraticLoss lossA = QuadraticLoss.of(new DMatrixRMaj(new double[][] {{2, 0}, {0, 1}}), 0, 0);
        QuadraticLoss lossB = QuadraticLoss.of(new DMatrixRMaj(new double[][] {{1, 0}, {0, 3}}), 0, 0);
        TaskPair pair = new TaskPair(lossA, lossB, lossA);
        List<Score> scores = OrderScores.of(pair, Rational.of(1, 20))
                .from(new double[] {1, 2}, List.of(1, 4))
                .scores();
        for (Score score : scores) {
            assertEquals(0, score.start(), 1e-15);
            assertEquals(0, score.actual(), 1e-14);
        }
    }

    @Test
    @DisplayName(
            "is told exactly by the middle score where the bracket is constant and the evaluation linear up to order h²")
    void constantBracket() {
        // One dimension, H = 1, c_A = 1, c_B = 0: θ_AB − θ_BA = h²(c_B − c_A) = −h² for one step each, at every θ.
        QuadraticLoss lossA = QuadraticLoss.of(new DMatrixRMaj(new double[][] {{1}}), 1);
        QuadraticLoss lossB = QuadraticLoss.of(new DMatrixRMaj(new double[][] {{1}}), 0);
        QuadraticLoss evaluation = QuadraticLoss.of(new DMatrixRMaj(new double[][] {{1}}), 3);
        Score score = OrderScores.of(new TaskPair(lossA, lossB, evaluation), Rational.of(1, 20))
                .from(new double[] {0}, List.of(1))
                .scores()
                .get(0);
        // From θ = 0: A then B ends in 0.05·0.95 = 0.0475, B then A in 0.05, the joint step too.
        assertEquals(((3 - 0.0475) * (3 - 0.0475) - (3 - 0.05) * (3 - 0.05)) / 2, score.actual(), 1e-15);
        assertEquals(0.0025 * 3, score.start(), 1e-15);
        assertEquals(0.0025 * (3 - 0.05), score.middle(), 1e-15);
    }
}
