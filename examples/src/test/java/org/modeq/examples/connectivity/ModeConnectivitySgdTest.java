package org.modeq.examples.connectivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.examples.ExperimentRun;
import org.modeq.examples.connectivity.Learner.Courses;
import org.modeq.examples.connectivity.Learner.Lengths;
import org.modeq.examples.connectivity.SequencePictures.OfFamily;
import org.modeq.examples.experiment.Outcome;

@DisplayName("Learning tasks one after the other")
class ModeConnectivitySgdTest {
    @Test
    @DisplayName("keeps old tasks in the expected order of the ways, for one seed and short runs")
    void outcomes() {
        ExperimentRun.quick(new ModeConnectivitySgd());
    }

    @Test
    @DisplayName("is caught with the factor alpha left out of MC-SGD: the order is then another")
    void withoutFactor() {
        TaskSequence tasks = TaskSequence.of(TaskFamily.PERMUTATIONS, 4);
        Courses courses = Learner.of(tasks, new Lengths(10, 200)).courses(1);
        List<Course> exchanged = new ArrayList<>(courses.all());
        Collections.swap(exchanged, Learning.LINES.place(), Learning.LINES_WITHOUT_FACTOR.place());
        assertTrue(order(courses.all()).isMet());
        assertFalse(order(exchanged).isMet());
    }

    private static Outcome order(List<Course> courses) {
        return ModeConnectivitySgd.required(new OfFamily(TaskFamily.PERMUTATIONS, List.of(new Courses(courses))))
                .get(0);
    }

    @Test
    @DisplayName("forgets the best accuracy before the end less that at the end, in the mean over the old tasks")
    void forgetting() {
        // Task 1: 0.75 − 0.25, the best being after task 2; task 2: 1 − 0.5; the last task does not count.
        List<List<Double>> accuracies = List.of(List.of(0.5), List.of(0.75, 1.0), List.of(0.25, 0.5, 0.125));
        assertEquals(0.5, Course.forgetting(accuracies));
    }
}
