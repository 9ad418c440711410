package org.modeq.examples;

import java.util.List;

/** The outcomes of an experiment that are not as expected, with what was found. */
final class Unmet {
    private Unmet() {}

    static List<Outcome> quick(Experiment experiment) {
        long[] heard = new long[2];
        Findings findings = experiment.run(Experiment.Extent.QUICK, (done, total) -> {
            heard[0] = done;
            heard[1] = total;
        });
        if (heard[0] != heard[1] || heard[1] == 0 || findings.outcomes().isEmpty()) {
            throw new AssertionError("progress " + heard[0] + " of " + heard[1] + " with "
                    + findings.outcomes().size() + " outcomes");
        }
        findings.figures().forEach(figure -> figure.plot().toSvg());
        return findings.outcomes().stream().filter(outcome -> !outcome.isMet()).toList();
    }
}
