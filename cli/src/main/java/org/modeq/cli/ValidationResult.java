package org.modeq.cli;

import java.util.Optional;
import org.modeq.cli.ValidationTables.Table;
import org.modeq.numeric.study.PhasePortrait;
import org.modeq.numeric.study.ValidationReport;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;

/**
 * What a run of {@code validate} has for a report.
 *
 * @param report what was measured
 * @param conventions of the method, in a line
 * @param series the terms that were tested
 * @param equation the method's own equation, if it is one of B-series that does not come from a file
 * @param portraits the iterates and flows with several step sizes; empty where there are none or the first step leaves the finite
 *     numbers
 * @param provenance how to make it again
 */
record ValidationResult(
        ValidationReport report,
        String conventions,
        Table series,
        Optional<ModifiedEquation<Rational>> equation,
        Optional<StepFrames> portraits,
        Provenance provenance) {
    /** The iterates and flows with the step size that was asked for. */
    Optional<PhasePortrait> portrait() {
        return portraits.map(StepFrames::shown);
    }

    /** The problem without the folder of its file. */
    String problem() {
        return withoutFolder(report.problem());
    }

    static String withoutFolder(String problem) {
        return problem.substring(problem.lastIndexOf('/') + 1);
    }
}
