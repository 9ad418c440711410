package org.modeq.examples.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Outcome;
import org.modeq.examples.tasks.ConflictSlopes.Field;
import org.modeq.examples.tasks.ConflictSlopes.Training;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.study.LadderResult;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.ring.Rational;

@DisplayName("The slopes of fields with and without the terms of conflict")
class ConflictSlopesTest {
    private static final List<Integer> STEP_COUNTS = List.of(8, 16, 32);

    @Test
    @DisplayName("are as expected for split tasks and three step sizes")
    void outcomes() {
        Findings findings = new ConflictSlopes().run(Experiment.Extent.QUICK, Progress.silent());
        assertEquals(List.of(), SharedAnchorsTest.missed(findings.outcomes()));
        assertEquals(3 * 2 + 4 + 2, findings.outcomes().size());
        assertEquals(2, findings.figures().size());
    }

    @Test
    @DisplayName(
            "belong to fields of which that of A then B and that of B then A have the corrections of each task as mean")
    void mean() {
        assertEquals(
                Field.SELF.derived().scaled(Rational.of(2)),
                Field.BRACKET.derived().add(Field.FLIPPED.derived()));
    }

    @Test
    @DisplayName("show half a correction that is worse than none for joint training of split tasks")
    void worseThanNone() {
        List<LadderResult> ladders = ladders(Training.JOINT, List.of(Field.NONE, Field.SELF));
        double none = ladders.get(0).points().get(2).error();
        double self = ladders.get(1).points().get(2).error();
        assertTrue(self > 4 * none, self + " against " + none);
    }

    @Test
    @DisplayName("miss what is expected where the sign of the bracket is flipped")
    void flippedSign() {
        LadderResult flipped =
                ladders(Training.SEQUENCE, List.of(Field.FLIPPED)).get(0);
        List<Outcome> outcomes = ConflictSlopes.outcomes(DigitTasks.SPLIT, Training.SEQUENCE, Field.BRACKET, flipped);
        assertEquals(outcomes.size(), SharedAnchorsTest.missed(outcomes).size());
    }

    @Test
    @DisplayName("miss what is expected where the optimizer follows the mean of the losses and the field their sum")
    void meanForSum() {
        TaskPair pair = DigitTasks.SPLIT.onRows(ConflictSlopes.ROWS);
        LadderResult mean = ConflictSlopes.ladders(
                        pair,
                        EulerSteps.jointMean(List.of(TaskPair.A, TaskPair.B)),
                        List.of(Field.CONFLICT),
                        STEP_COUNTS)
                .get(0);
        List<Outcome> outcomes = ConflictSlopes.outcomes(DigitTasks.SPLIT, Training.JOINT, Field.CONFLICT, mean);
        assertEquals(outcomes.size(), SharedAnchorsTest.missed(outcomes).size());
    }

    private static List<LadderResult> ladders(Training training, List<Field> fields) {
        return ConflictSlopes.ladders(
                DigitTasks.SPLIT.onRows(ConflictSlopes.ROWS), training.method(), fields, STEP_COUNTS);
    }
}
