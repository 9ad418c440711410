package org.modeq.numeric.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.modeq.numeric.plot.PlotSamples.count;
import static org.modeq.numeric.plot.PlotSamples.curves;
import static org.modeq.numeric.plot.PlotSamples.ladder;
import static org.modeq.numeric.plot.PlotSamples.parsed;
import static org.modeq.numeric.plot.PlotSamples.plotOf;
import static org.modeq.numeric.plot.PlotSamples.requireSound;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

@DisplayName("The picture of a step ladder")
class LadderPlotTest {
    private final Plot plot = LadderPlot.of(
            "Error & step <size>", List.of(ladder("gradient flow", 1, 1, 1e-30), ladder("order_2", 2, 0.5, 1e-30)));

    /** Errors come down to 4e-5, the floor is 1e-8. */
    private final Plot nearFloor = LadderPlot.of("Near the floor", List.of(ladder("doubles", 2, 1, 1e-8)));

    @Nested
    @DisplayName("as SVG")
    class Svg {
        @Test
        @DisplayName("is well formed, has title and description, and nothing from elsewhere")
        void sound() throws Exception {
            requireSound(plot);
            requireSound(nearFloor);
            assertTrue(plot.description().contains("order_2 has slope 2.000 ± 0.000"), plot.description());
        }

        @Test
        @DisplayName("says which values the sides of its frame have, so that a mark can be read off")
        void values() throws Exception {
            Element window = (Element) parsed(plot).getElementsByTagName("svg").item(0);
            assertEquals(plot.horizontal().label(), window.getAttribute("data-across"));
            assertEquals(plot.vertical().label(), window.getAttribute("data-up"));
            Plot.Mark mark = plot.curves().get(0).marks().get(0);
            NodeList paths = window.getElementsByTagName("path");
            String place = "";
            for (int i = 0; place.isEmpty(); i++) {
                place = ((Element) paths.item(i)).getAttribute("transform");
            }
            String[] xy = place.replaceAll("translate\\(|\\)", "").split(" ", -1);
            double right = (Double.parseDouble(xy[0]) - Double.parseDouble(window.getAttribute("x")))
                    / Double.parseDouble(window.getAttribute("width"));
            double down = (Double.parseDouble(xy[1]) - Double.parseDouble(window.getAttribute("y")))
                    / Double.parseDouble(window.getAttribute("height"));
            assertEquals(1, value(window.getAttribute("data-x"), right) / mark.x(), 1e-3);
            assertEquals(1, value(window.getAttribute("data-y"), 1 - down) / mark.y(), 1e-3);
        }

        private double value(String range, double part) {
            String[] words = range.split(" ", -1);
            assertEquals("log", words[0]);
            double lowest = Double.parseDouble(words[1]);
            return Math.pow(10, lowest + part * (Double.parseDouble(words[2]) - lowest));
        }

        @Test
        @DisplayName(
                "draws the dropped mark of each curve hollow with a cross, all others filled, and says so in the legend")
        void droppedMarks() throws Exception {
            Element svg = parsed(plot);
            List<Element> groups = curves(svg);
            for (Element group : groups.subList(0, 2)) {
                assertEquals(1, count(group, "path", "class", "dropped"));
                assertEquals(2, count(group, "path", "fill", "none"), "the hollow shape and its cross");
                assertEquals(4, count(group, "path", "fill", "currentColor"));
            }
            assertEquals(5, groups.size(), "two curves, their names, and the sign of the dropped");
            assertEquals(3, count(svg, "path", "class", "dropped"));
            assertTrue(plot.toSvg().contains(">dropped: not used in the fit</text>"), plot.toSvg());
            assertTrue(plot.toSvg().contains("slope 2.000 ± 0.000, 1 dropped</text>"), plot.toSvg());
        }

        @Test
        @DisplayName("tells its curves by dashes and shapes too")
        void withoutColour() throws Exception {
            List<Element> groups = curves(parsed(plot));
            Element first = groups.get(0);
            Element second = groups.get(1);
            assertFalse(dashes(first).equals(dashes(second)));
            assertFalse(shape(first).equals(shape(second)));
        }

        private String dashes(Element group) {
            return ((Element) group.getElementsByTagName("polyline").item(0)).getAttribute("stroke-dasharray");
        }

        private String shape(Element group) {
            return ((Element) group.getElementsByTagName("path").item(0)).getAttribute("d");
        }

        @Test
        @DisplayName("keeps every mark within its frame")
        void withinTheFrame() throws Exception {
            NodeList lines = parsed(plot).getElementsByTagName("polyline");
            for (int i = 0; i < lines.getLength(); i++) {
                for (String pair :
                        ((Element) lines.item(i)).getAttribute("points").split(" ", -1)) {
                    double x = Double.parseDouble(pair.split(",", -1)[0]);
                    double y = Double.parseDouble(pair.split(",", -1)[1]);
                    assertTrue(x > 78 && x < 618 && y > 44 && y < 404, pair);
                }
            }
        }

        @Test
        @DisplayName("has a reference line of each slope expected, of that slope on the page")
        void references() throws Exception {
            assertEquals(2, count(parsed(plot), "g", "class", "guide"));
            for (int i = 0; i < 2; i++) {
                Plot.Guide guide = plot.guides().get(i);
                assertEquals(
                        i + 1,
                        Math.log(guide.to().y() / guide.from().y())
                                / Math.log(guide.to().x() / guide.from().x()),
                        1e-12);
                assertEquals("slope " + (i + 1), guide.label());
            }
        }

        @Test
        @DisplayName("draws the floor of round-off where it is near, and says where it is if not")
        void floors() throws Exception {
            List<Element> near = curves(parsed(nearFloor));
            assertEquals("1 3", dashes(near.get(1)), "the floor is thin and dotted");
            assertTrue(nearFloor.toSvg().contains("thin dotted lines: the floor of round-off"), nearFloor.toSvg());
            assertEquals(2, parsed(plot).getElementsByTagName("polyline").getLength(), "no floor in this one");
            assertTrue(
                    plot.toSvg().contains("the floor of round-off, at most 1e-30, is below the picture"), plot.toSvg());
        }
    }

    @Nested
    @DisplayName("for pgfplots")
    class Pgfplots {
        @Test
        @DisplayName("escapes what LaTeX would misread, and lists the dropped marks apart")
        void source() {
            String tex = plot.toPgfplots();
            assertTrue(tex.contains("title={Error \\& step $<$size$>$}"), tex);
            assertTrue(tex.contains("\\addlegendentry{order\\_2: slope 2.000 $\\pm$ 0.000, 1 dropped}"), tex);
            assertTrue(tex.contains("mark=o, forget plot] coordinates {(1.000000e-01,1.000000e-01)};"), tex);
            assertTrue(tex.contains("mark=x, forget plot] coordinates {(1.000000e-01,1.000000e-01)};"), tex);
            assertTrue(tex.contains("xmode=log") && tex.contains("ymode=log"), tex);
        }

        @Test
        @DisplayName("shows the same part of the plane as the SVG")
        void sameFrame() {
            Frame frame = Frame.of(plot);
            assertTrue(
                    plot.toPgfplots()
                            .contains(String.format(
                                    Locale.ROOT,
                                    "ymin=%.6e",
                                    Math.pow(10, frame.vertical().lowest()))),
                    plot.toPgfplots());
        }
    }

    @Test
    @DisplayName("gives its data as a table with every mark and every floor")
    void csv() {
        List<String> lines = plot.toCsv().lines().toList();
        assertEquals("curve,x,y,sign", lines.get(0));
        assertEquals("\"gradient flow: slope 1.000 ± 0.000, 1 dropped\",0.1,0.1,dropped", lines.get(1));
        assertEquals(1 + 4 * 5, lines.size());
    }

    @Test
    @DisplayName("refuses marks that have no logarithm and plots without curves")
    void refusals() {
        assertThrows(IllegalArgumentException.class, () -> plotOf(Plot.Mark.at(0.1, 0)));
        assertThrows(IllegalArgumentException.class, () -> plotOf(Plot.Mark.at(Double.NaN, 1)));
        assertThrows(IllegalArgumentException.class, PlotSamples::plotOf);
    }
}
