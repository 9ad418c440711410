package org.modeq.numeric.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.modeq.numeric.plot.PlotSamples.count;
import static org.modeq.numeric.plot.PlotSamples.curves;
import static org.modeq.numeric.plot.PlotSamples.parsed;
import static org.modeq.numeric.plot.PlotSamples.requireSound;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.numeric.plot.Axis.Scale;
import org.modeq.numeric.study.LinearStability;
import org.modeq.numeric.study.PhasePortrait;
import org.modeq.numeric.study.PhasePortrait.Flow;
import org.modeq.numeric.study.PhasePortrait.Place;
import org.modeq.numeric.study.Regime;
import org.w3c.dom.Element;

@DisplayName("Pictures")
class PicturesTest {
    @Nested
    @DisplayName("of a regime")
    class OfARegime {
        /** ‖f_k‖ = 1, so that the terms are h^(k−1): with h = 1/2 they fall at h/4 and h, and grow at 4h. */
        private final Regime regime = new Regime(
                0.5,
                1.5,
                List.of(new Regime.Curvature(0, 0), new Regime.Curvature(0.5, 1.5)),
                new LinearStability(1, 2, 0),
                List.of(1.0, 0.5, 0.25),
                3,
                1,
                List.of());

        @Test
        @DisplayName("ring the smallest term at each step size, and name its order")
        void terms() throws Exception {
            Plot plot = RegimePlot.terms("Terms", regime);
            requireSound(plot);
            Element svg = parsed(plot);
            assertEquals(3 + 1, count(svg, "path", "class", "smallest"), "one for each step size, and the legend");
            assertEquals(
                    List.of(
                            "h = 0.125: N* = 3, the last one looked at",
                            "h = 0.500: N* = 3, the last one looked at",
                            "h = 2.00: N* = 1"),
                    plot.curves().stream().map(Plot.Curve::name).toList());
            assertEquals(4, plot.curves().get(2).marks().get(2).y(), 1e-15, "(4 h)² = 4");
            assertTrue(plot.toPgfplots().contains("xtick={1,2,3}"), plot.toPgfplots());
            assertTrue(plot.toPgfplots().contains("$h^{k-1}$$\\|$$f_k$$\\|$"), plot.toPgfplots());
        }

        @Test
        @DisplayName("have lines at 1 and 2 beside the curvature along the run")
        void curvature() throws Exception {
            Plot plot = RegimePlot.curvature("Curvature", regime);
            requireSound(plot);
            assertEquals(
                    List.of(1.0, 2.0),
                    plot.guides().stream().map(guide -> guide.from().y()).toList());
            assertEquals(2, plot.curves().get(0).marks().size());
            assertTrue(Frame.of(plot).vertical().holds(2), "the line at 2 is in the picture");
        }
    }

    @Nested
    @DisplayName("of a run")
    class OfARun {
        private final List<Place> iterates = List.of(new Place(0, 0), new Place(1, 1), new Place(2, 0));
        private final Plot plot = TrajectoryPlot.of(new PhasePortrait(
                "gd",
                0.5,
                "x",
                "y",
                true,
                iterates,
                List.of(
                        new Flow(1, iterates, Optional.of(0.25)),
                        new Flow(2, List.of(new Place(0, 0), new Place(0.5, 0.75)), Optional.empty())),
                Optional.of(LevelLinesTest.landscape(9, (x, y) -> x * x + y * y))));

        @Test
        @DisplayName("draw iterates as marks without a line, flows as lines without marks")
        void looks() throws Exception {
            requireSound(plot);
            List<Element> groups = curves(parsed(plot));
            assertEquals(0, groups.get(0).getElementsByTagName("polyline").getLength());
            assertEquals(3, groups.get(0).getElementsByTagName("path").getLength());
            assertEquals(1, groups.get(1).getElementsByTagName("polyline").getLength());
            assertEquals(0, groups.get(1).getElementsByTagName("path").getLength());
            assertEquals(1, count(parsed(plot), "g", "class", "levels"));
        }

        @Test
        @DisplayName("say how far each flow is from the last iterate, or that it has no end")
        void names() {
            assertEquals(
                    "flow of order 1: 2.50e-01 from the last iterate at the end",
                    plot.curves().get(1).name());
            assertEquals(
                    "flow of order 2: leaves the finite numbers",
                    plot.curves().get(2).name());
        }

        @Test
        @DisplayName("have the same unit on both axes")
        void isometric() {
            Frame frame = Frame.of(plot);
            assertEquals(
                    Frame.ASPECT, frame.horizontal().width() / frame.vertical().width(), 1e-12);
        }
    }

    @ParameterizedTest(name = "style {0} has a contrast of 4.5 on a light and on a dark page")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void contrast(int index) {
        assertTrue(contrast(CurveStyle.of(index).light(), "#ffffff") >= 4.5);
        assertTrue(contrast(CurveStyle.of(index).dark(), "#131313") >= 4.5);
    }

    @Test
    @DisplayName("differ in every style by shape, by dashes and in the marks of pgfplots")
    void styles() {
        SortedMap<String, Integer> seen = new TreeMap<>();
        for (int i = 0; i < CurveStyle.count(); i++) {
            CurveStyle style = CurveStyle.of(i);
            seen.put(style.shape().toSvg(), i);
            seen.put("dashes " + style.dashes(), i);
            seen.put(style.pgfMark(), i);
            seen.put(style.pgfDashes(), i);
        }
        assertEquals(4 * CurveStyle.count(), seen.size());
    }

    /** WCAG 2.2: (L₁ + 0.05)/(L₂ + 0.05) of the relative luminances. */
    private static double contrast(String one, String other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double c = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    @Nested
    @DisplayName("have an axis")
    class Axes {
        private List<String> labels(Ruler ruler) {
            return ruler.ticks().stream().map(Ruler.Tick::label).toList();
        }

        @Test
        @DisplayName("of round numbers, of whole numbers, of powers of ten")
        void ticks() {
            assertEquals(
                    List.of("-0.2", "0.0", "0.2", "0.4", "0.6", "0.8", "1.0"),
                    labels(new Ruler(Scale.LINEAR, -0.25, 1.05)));
            assertEquals(List.of("1", "2", "3"), labels(new Ruler(Scale.WHOLE, 0.6, 3.4)));
            assertEquals(List.of("-2", "-1", "0"), labels(new Ruler(Scale.LOGARITHMIC, -2.1, 0.5)));
            assertEquals(List.of("100", "150", "200", "250", "300"), labels(new Ruler(Scale.LINEAR, 51, 349)));
        }

        @Test
        @DisplayName("of 2 and 5 beside the only power of ten in it, so that one can read a scale")
        void between() {
            Ruler narrow = new Ruler(Scale.LOGARITHMIC, -2.8, -1.6);
            assertEquals(List.of("-2", "0.002", "0.005", "0.02"), labels(narrow));
            assertEquals(
                    List.of(true, false, false, false),
                    narrow.ticks().stream().map(Ruler.Tick::isPower).toList());
            assertEquals(List.of("7", "2e6", "5e6", "2e7"), labels(new Ruler(Scale.LOGARITHMIC, 6.2, 7.4)));
        }

        @Test
        @DisplayName("of some length even for a single value")
        void single() {
            assertTrue(Ruler.around(Scale.LINEAR, DoubleStream.of(0)).width() > 0);
            assertEquals(
                    1.2, Ruler.around(Scale.LOGARITHMIC, DoubleStream.of(10)).width(), 1e-12);
        }
    }

    @Test
    @DisplayName("of a report without dropped terms are refused")
    void noNullTests() {
        assertThrows(IllegalArgumentException.class, () -> LadderPlot.of("none", List.of()));
    }
}
