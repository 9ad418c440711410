package org.modeq.examples.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Outcome;
import org.modeq.examples.tasks.JointAgainstSequential.Compared;
import org.modeq.numeric.evaluate.DerivedFields;
import org.modeq.numeric.evaluate.GradientAlignment;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.evaluate.SeriesEvaluator;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;

@DisplayName("Joint training against training in turn")
class JointAgainstSequentialTest {
    private static final TaskPair PAIR = DigitTasks.SPLIT.onRows(DigitTasks.TRAINING_ROWS);

    @Test
    @DisplayName("leaves residuals as expected for one step per task")
    void outcomes() {
        Findings findings = new JointAgainstSequential().run(Experiment.Extent.QUICK, Progress.silent());
        assertEquals(List.of(), SharedAnchorsTest.missed(findings.outcomes()));
        assertEquals(3 + 4 + 1 + 2 + 1, findings.outcomes().size());
    }

    @ParameterizedTest(name = "for k = {0}")
    @ValueSource(ints = {1, 2, 5})
    @DisplayName("differs by (k²/2) [g_A, g_B] + (k/2) ∇(g_A·g_B), written out")
    void writtenOut(int k) {
        double[] start = DigitTasks.NETWORK.initialParameters(1);
        double[] derived = SeriesEvaluator.of(
                        JointAgainstSequential.derivedDifference(k, Compared.A_THEN_B), PAIR.fields())
                .orders(start)
                .get(1);
        double[] written = new double[start.length];
        Euclidean.add(
                written,
                k * k / 2.0,
                DerivedFields.lieBracket(PAIR.fieldA(), PAIR.fieldB()).at(start));
        Euclidean.add(
                written,
                k / 2.0,
                GradientAlignment.of(PAIR.lossA(), PAIR.lossB()).gradient(start));
        assertEquals(0, Euclidean.distance(derived, written) / Euclidean.norm(written), 1e-12);
    }

    @Test
    @DisplayName(
            "misses what is expected where the sign of the bracket is flipped: the mean of both orders minus twice")
    void flippedSign() {
        BSeriesField<Rational> order = JointAgainstSequential.derivedDifference(1, Compared.A_THEN_B);
        BSeriesField<Rational> mean = JointAgainstSequential.derivedDifference(1, Compared.MEAN);
        BSeriesField<Rational> flipped = mean.scaled(Rational.of(2)).add(order.scaled(Rational.of(-1)));
        List<Double> residuals = JointAgainstSequential.residuals(PAIR, 1, Compared.A_THEN_B, flipped);
        List<Outcome> outcomes = JointAgainstSequential.outcomes(1, Compared.A_THEN_B, residuals);
        assertEquals(outcomes.size(), SharedAnchorsTest.missed(outcomes).size());
        assertTrue(residuals.get(3) > 0.5, String.valueOf(residuals));
    }

    @Test
    @DisplayName("misses what is expected where every term is halved, as with the mean of the losses for their sum")
    void meanForSum() {
        BSeriesField<Rational> halved =
                JointAgainstSequential.derivedDifference(1, Compared.MEAN).scaled(Rational.of(1, 2));
        List<Double> residuals = JointAgainstSequential.residuals(PAIR, 1, Compared.MEAN, halved);
        List<Outcome> outcomes = JointAgainstSequential.outcomes(1, Compared.MEAN, residuals);
        assertEquals(outcomes.size(), SharedAnchorsTest.missed(outcomes).size());
        assertEquals(0.5, residuals.get(3), 0.01);
    }
}
