package org.modeq.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Experiment.Extent;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Outcome;
import org.modeq.numeric.evaluate.Progress;

/** Runs an experiment and holds it to its outcomes. */
public final class ExperimentRun {
    private ExperimentRun() {}

    /**
     * The decisive outcomes.
     *
     * @param experiment the experiment
     */
    public static void quick(Experiment experiment) {
        assertMet(experiment, Extent.QUICK);
    }

    /**
     * All outcomes.
     *
     * @param experiment the experiment
     */
    public static void full(Experiment experiment) {
        assertMet(experiment, Extent.FULL);
    }

    private static void assertMet(Experiment experiment, Extent extent) {
        long[] heard = new long[2];
        Progress progress = (done, total) -> {
            heard[0] = done;
            heard[1] = total;
        };
        Findings findings = experiment.run(extent, progress);
        List<Outcome> missed =
                findings.outcomes().stream().filter(outcome -> !outcome.isMet()).toList();
        assertEquals(List.of(), missed, experiment.name());
        assertFalse(findings.outcomes().isEmpty(), experiment.name());
        assertFalse(findings.figures().isEmpty(), experiment.name());
        assertEquals(heard[1], heard[0], "progress comes to its end");
        assertEquals(experiment.name(), Gallery.named(experiment.name()).name());
    }
}
