package org.modeq.examples.connectivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.modeq.examples.ExperimentRun;
import org.modeq.examples.connectivity.Connection.Line;
import org.modeq.examples.experiment.Outcome;

@DisplayName("The minima of two tasks")
class ModeConnectivityTest {
    @Test
    @DisplayName("are joined and separated as expected, for one seed and ten epochs")
    void outcomes() {
        ExperimentRun.quick(new ModeConnectivity());
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @DisplayName("on turned digits, for the tenth seed")
    class Turned {
        private final TaskSequence tasks = TaskSequence.of(TaskFamily.ROTATIONS, 2);
        private final Minima minima = Minima.of(tasks, 10, 40);

        private List<String> missed(Connection connection) {
            return ModeConnectivity.required(TaskFamily.ROTATIONS, List.of(connection)).stream()
                    .filter(outcome -> !outcome.isMet())
                    .map(Outcome::name)
                    .toList();
        }

        @Test
        @DisplayName(
                "have a barrier where w* is trained from the random start in place of w1: that is another experiment")
        void fromRandomStart() {
            Connection right = Connection.of(tasks, minima);
            Connection wrong = new Connection(
                    Line.of(tasks, minima.sameStart(), minima.first()),
                    Line.of(tasks, minima.sameStart(), minima.second()),
                    right.firstToSecond(),
                    right.jointToOther(),
                    right.jointToSame(),
                    right.distances());
            assertEquals(0, right.jointToSecond().ofSecond().barrier(), 0.01);
            assertEquals(0.12, wrong.jointToSecond().ofSecond().barrier(), 0.05);
            String second = "3a rot barrier of L2 on w2-w*, most";
            assertTrue(
                    missed(wrong).contains(second) && !missed(right).contains(second),
                    missed(wrong).toString());
        }

        @Test
        @DisplayName(
                "have none between w1 and w2, though the loss of task 1 rises a hundredfold: read against 0 it would be one")
        void readAgainstZero() {
            LineProfile profile = LineProfile.of(tasks.loss(0), minima.first(), minima.second());
            assertEquals(0, profile.barrier(), 0.03);
            double againstZero = Collections.max(profile.values());
            assertEquals(profile.atEnd(), againstZero, 1e-12, "it is L1(w2) itself");
            assertTrue(againstZero > 0.8);
        }

        @Test
        @DisplayName("have the loss of task 1 rising at every point from w1 to w2")
        void monotone() {
            List<Double> values = LineProfile.of(tasks.loss(0), minima.first(), minima.second())
                    .values();
            List<Double> sorted = values.stream().sorted().toList();
            assertEquals(sorted, values);
        }
    }
}
