package org.modeq.examples.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Outcome;
import org.modeq.numeric.evaluate.DerivedFields;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.evaluate.TaskQuantities;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.study.ConflictRecord;
import org.modeq.symbolic.ring.Rational;

@DisplayName("The conflict of two tasks along joint training")
class ConflictAlongRunTest {
    private static final double[] START = DigitTasks.NETWORK.initialParameters(1);

    @Test
    @DisplayName("is as expected at the start, and of the expected kind for ten steps")
    void outcomes() {
        Findings findings = new ConflictAlongRun().run(Experiment.Extent.QUICK, Progress.silent());
        assertEquals(List.of(), SharedAnchorsTest.missed(findings.outcomes()));
        assertEquals(3 * 8 + 3 + 4 + 4, findings.outcomes().size());
        assertEquals(6, findings.figures().size());
    }

    @Test
    @DisplayName("has the norms and products that the library's own records have")
    void librarysRecords() {
        TaskPair pair = DigitTasks.SPLIT.onRows(DigitTasks.TRAINING_ROWS);
        ConflictAlongRun.Moment moment = ConflictAlongRun.at(pair, START, 0);
        ConflictRecord record = ConflictRecord.at(pair.fieldA(), pair.fieldB(), START, 0);
        assertEquals(record.bracketNorm(), moment.bracketNorm(), 1e-12);
        assertEquals(record.alignment(), moment.alignment(), 1e-12);
        TaskQuantities.AtPoint quantities = TaskQuantities.of(
                        Map.of(TaskPair.A, pair.lossA(), TaskPair.B, pair.lossB()), pair.fields())
                .at(START);
        assertEquals(quantities.pairs().get(0).cosine(), moment.cosine(), 1e-12);
        assertEquals(
                quantities.tasks().stream()
                        .mapToDouble(TaskQuantities.OfTask::gradientNormSquared)
                        .sum(),
                moment.squares(),
                1e-12);
    }

    @Test
    @DisplayName("has the bracket H_B g_A − H_A g_B, by differences of gradients that know no second derivative")
    void bracketByDifferences() {
        TaskPair pair = DigitTasks.SPLIT.onRows(DigitTasks.TRAINING_ROWS);
        double[] bracket =
                DerivedFields.lieBracket(pair.fieldA(), pair.fieldB()).at(START);
        double[] differences = differences(pair, START);
        assertEquals(0, Euclidean.distance(bracket, differences) / Euclidean.norm(bracket), 1e-7);
    }

    @ParameterizedTest(name = "{0} at step {1}: {2}")
    @CsvSource({"ROTATE, 64, 0.01458", "ROTATE, 0, 0.03087", "PERMUTE, 400, 0.01971", "PERMUTE, 85, 0.04038"})
    @DisplayName("has the least and the largest share of the bracket, derived and by differences")
    void extremeShares(DigitTasks tasks, int step, double expected) {
        TaskPair pair = tasks.onRows(DigitTasks.TRAINING_ROWS);
        double[] theta = pair.end(TaskPair.JOINT, START, Rational.of(1, 10), step);
        double[] sum = pair.lossA().gradient(theta);
        Euclidean.add(sum, 1, pair.lossB().gradient(theta));
        double byDifferences = 0.05 * Euclidean.norm(differences(pair, theta)) / Euclidean.norm(sum);
        assertEquals(expected, byDifferences, 6e-6);
        assertEquals(expected, ConflictAlongRun.at(pair, theta, step).share(), 6e-6);
    }

    /** (∇L_B(θ + εg_A) − ∇L_B(θ − εg_A))/2ε minus the same with A and B exchanged. */
    private static double[] differences(TaskPair pair, double[] theta) {
        double[] differences = difference(pair.lossB(), theta, pair.lossA().gradient(theta));
        Euclidean.add(
                differences, -1, difference(pair.lossA(), theta, pair.lossB().gradient(theta)));
        return differences;
    }

    private static double[] difference(Loss loss, double[] theta, double[] direction) {
        double small = 1e-5;
        double[] ahead = theta.clone();
        double[] behind = theta.clone();
        Euclidean.add(ahead, small, direction);
        Euclidean.add(behind, -small, direction);
        double[] difference = Euclidean.difference(loss.gradient(ahead), loss.gradient(behind));
        Euclidean.scale(difference, 1 / (2 * small));
        return difference;
    }

    @Test
    @DisplayName("would be half as large or less with the mean of the losses for their sum, and is then not met")
    void meanForSum() {
        TaskPair pair = DigitTasks.SPLIT.onRows(DigitTasks.TRAINING_ROWS);
        ConflictAlongRun.Moment sum = ConflictAlongRun.at(pair, START, 0);
        // Gradients, and Hessians, of L_A/2 and L_B/2: products of two of them have the factor 1/4.
        ConflictAlongRun.Moment mean = new ConflictAlongRun.Moment(
                0,
                sum.lossA() / 2,
                sum.lossB() / 2,
                sum.squares() / 4,
                sum.alignment() / 4,
                sum.cosine(),
                sum.bracketNorm() / 4,
                sum.share() / 2,
                sum.bracketAlongA() / 8,
                sum.bracketAlongB() / 8);
        List<Outcome> outcomes = ConflictAlongRun.outcomes(DigitTasks.SPLIT, List.of(mean));
        // Only the cosine, and the two bounds that are upper ones, do not notice.
        assertEquals(outcomes.size() - 3, SharedAnchorsTest.missed(outcomes).size());
    }

    @Test
    @DisplayName("leaves a score of L_A + L_B near nothing at a joint minimum: it cannot tell one order from the other")
    void lossOfBothTasks() {
        TaskPair pair = DigitTasks.SPLIT.onRows(DigitTasks.TRAINING_ROWS);
        double[] later = pair.end(TaskPair.JOINT, START, Rational.of(1, 10), 50);
        ConflictAlongRun.Moment start = ConflictAlongRun.at(pair, START, 0);
        ConflictAlongRun.Moment moment = ConflictAlongRun.at(pair, later, 50);
        assertTrue(shareOfSum(start) > 0.3);
        assertTrue(shareOfSum(moment) < 1e-3);
        double[] bracket =
                DerivedFields.lieBracket(pair.fieldA(), pair.fieldB()).at(later);
        double[] ofEvaluation = pair.evaluation().gradient(later);
        double score = Euclidean.product(ofEvaluation, bracket);
        double scoreOfSum = moment.bracketAlongA() + moment.bracketAlongB();
        assertTrue(Math.abs(score) > 10 * Math.abs(scoreOfSum), score + " against " + scoreOfSum);
    }

    private static double shareOfSum(ConflictAlongRun.Moment moment) {
        return Math.abs(moment.bracketAlongA() + moment.bracketAlongB())
                / (Math.abs(moment.bracketAlongA()) + Math.abs(moment.bracketAlongB()));
    }
}
