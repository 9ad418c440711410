package org.modeq.cli;

import java.util.Optional;
import org.modeq.numeric.study.PhasePortrait;
import org.modeq.numeric.study.ValidationReport;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;

/**
 * What a run of {@code validate} has for a report.
 *
 * @param report what was measured
 * @param method the method
 * @param series the series that was tested
 * @param equation the method's own equation, unless the series came from a file
 * @param portrait the iterates and flows; empty where the first step leaves the finite numbers
 * @param provenance how to make it again
 */
record ValidationResult(
        ValidationReport report,
        Method<Rational> method,
        BSeriesField<Rational> series,
        Optional<ModifiedEquation<Rational>> equation,
        Optional<PhasePortrait> portrait,
        Provenance provenance) {
    /** The problem without the folder of its file. */
    String problem() {
        return withoutFolder(report.problem());
    }

    static String withoutFolder(String problem) {
        return problem.substring(problem.lastIndexOf('/') + 1);
    }
}
