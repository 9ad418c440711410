package org.modeq.examples.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Outcome;
import org.modeq.numeric.evaluate.Progress;

@DisplayName("The anchors that all experiments share")
class SharedAnchorsTest {
    /** The names of the outcomes that are not met. */
    static List<String> missed(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> !outcome.isMet())
                .map(outcome -> outcome.name() + " is " + outcome.value() + ", expected " + outcome.expected())
                .toList();
    }

    @Test
    @DisplayName("are met: streams, shuffle, initial weights, loss, gradient, largest curvature")
    void outcomes() {
        Findings findings = new SharedAnchors().run(Experiment.Extent.FULL, Progress.silent());
        assertEquals(List.of(), missed(findings.outcomes()));
        assertEquals(22, findings.outcomes().size());
    }
}
