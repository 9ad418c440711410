package org.modeq.examples.diagonal;

import java.util.List;
import java.util.stream.IntStream;
import org.modeq.examples.experiment.Findings;
import org.modeq.numeric.plot.Axis;
import org.modeq.numeric.plot.Plot;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Guide;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;

/** Plots of arrays. */
final class Pictures {
    private Pictures() {}

    /** A figure without guides. */
    static Findings.Figure of(
            String name, String title, String description, Axis horizontal, Axis vertical, List<Curve> curves) {
        return of(name, title, description, horizontal, vertical, curves, List.of());
    }

    /** A figure. */
    static Findings.Figure of(
            String name,
            String title,
            String description,
            Axis horizontal,
            Axis vertical,
            List<Curve> curves,
            List<Guide> guides) {
        return new Findings.Figure(name, plot(title, description, horizontal, vertical, curves, guides));
    }

    /** A plot of curves, by itself or as one of several side by side. */
    static Plot plot(
            String title, String description, Axis horizontal, Axis vertical, List<Curve> curves, List<Guide> guides) {
        return new Plot(title, description, horizontal, vertical, false, curves, guides, List.of(), List.of());
    }

    /** A number as one writes it: 1 and 0.1, and powers of ten where they are small. */
    static String number(double value) {
        if (value == Math.rint(value)) {
            return String.valueOf((long) value);
        }
        return String.valueOf(value).replace("1.0E-", "1e-").replace('-', '−');
    }

    /** A curve through the points (xᵢ, yᵢ). */
    static Curve curve(String name, int style, Look look, double[] x, double[] y) {
        return new Curve(
                name,
                style,
                look,
                IntStream.range(0, x.length).mapToObj(i -> Mark.at(x[i], y[i])).toList());
    }
}
