package org.modeq.numeric.study;

import java.util.List;
import java.util.Optional;
import org.modeq.symbolic.display.Display;
import org.modeq.symbolic.display.Displayable;

/**
 * The ladder of one field.
 *
 * @param name the field's name
 * @param expectedSlope the slope that theory expects
 * @param points one point per step size, the largest first; the dropped ones are among them
 * @param fit the slope, empty if fewer than three points are used
 */
public record LadderResult(String name, double expectedSlope, List<LadderPoint> points, Optional<SlopeFit> fit)
        implements Displayable {
    /**
     * The ladder of one field.
     *
     * @param name the field's name
     * @param expectedSlope the slope that theory expects
     * @param points one point per step size, the largest first
     * @param fit the slope, empty if fewer than three points are used
     */
    public LadderResult {
        points = List.copyOf(points);
    }

    static LadderResult of(Contender contender, List<LadderPoint> points) {
        long used = points.stream().filter(LadderPoint::used).count();
        Optional<SlopeFit> fit = used >= SlopeFit.FEWEST_POINTS ? Optional.of(SlopeFit.of(points)) : Optional.empty();
        return new LadderResult(contender.name(), contender.expectedSlope(), points, fit);
    }

    /** {@return the name with its slope} */
    @Override
    public String toString() {
        return Display.of(this).line();
    }
}
