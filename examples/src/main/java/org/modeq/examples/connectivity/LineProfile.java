package org.modeq.examples.connectivity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.Loss;

/**
 * A loss at points of equal distance on a line.
 *
 * @param values L(a), …, L(b)
 */
record LineProfile(List<Double> values) {
    /** The number of points. */
    static final int POINTS = 21;

    LineProfile {
        values = List.copyOf(values);
    }

    /** The values of a loss from one point to another. */
    static LineProfile of(Loss loss, double[] from, double[] to) {
        return new LineProfile(IntStream.range(0, POINTS)
                .mapToObj(i -> loss.value(between(from, to, share(i))))
                .toList());
    }

    /** The mean of some profiles. */
    static LineProfile mean(List<LineProfile> profiles) {
        List<Double> means = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            int place = i;
            means.add(profiles.stream()
                    .mapToDouble(profile -> profile.values().get(place))
                    .average()
                    .orElseThrow());
        }
        return new LineProfile(means);
    }

    /** t of point i. */
    static double share(int i) {
        return (double) i / (POINTS - 1);
    }

    /** a + t(b − a). */
    static double[] between(double[] from, double[] to, double t) {
        double[] point = from.clone();
        Euclidean.scale(point, 1 - t);
        Euclidean.add(point, t, to);
        return point;
    }

    /** The largest height above the straight line between the ends; 0 at least, as the ends are on it. */
    double barrier() {
        return IntStream.range(0, POINTS)
                .mapToDouble(i -> values.get(i) - (1 - share(i)) * atStart() - share(i) * atEnd())
                .max()
                .orElseThrow();
    }

    /** L(a). */
    double atStart() {
        return values.get(0);
    }

    /** L(b). */
    double atEnd() {
        return values.get(POINTS - 1);
    }
}
