package org.modeq.numeric.study;

import java.util.Optional;

/**
 * One rung of a step ladder.
 *
 * @param stepSize h
 * @param error the distance of the optimizer's end point to that of the flow
 * @param floor the round-off of the optimizer's end point
 * @param flowError the measured error of the flow's end point
 * @param used whether the point is admitted to the fit
 */
public record LadderPoint(double stepSize, double error, double floor, double flowError, boolean used) {
    /** A point must stand this far above the floor, and its flow must be this much more accurate. */
    static final double MARGIN = 100;

    /**
     * Why the point is not in the fit: error &lt; 100 · floor, error &lt; 100 · error of the flow, or else error &gt; 0.1 · ‖θ‖.
     *
     * @return the reason in a few words; empty for a point that is used
     */
    public Optional<String> whyDropped() {
        if (used) {
            return Optional.empty();
        }
        if (error < MARGIN * floor || error == 0) {
            return Optional.of("near the round-off");
        }
        return Optional.of(error < MARGIN * flowError ? "flow not known well enough" : "step size too large");
    }
}
