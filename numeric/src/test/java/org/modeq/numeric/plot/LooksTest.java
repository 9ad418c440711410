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
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.LevelLine;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

@DisplayName("A picture may have")
class LooksTest {
    private static Plot plot(Axis horizontal, Axis vertical, List<Curve> curves) {
        return new Plot("t", "d", horizontal, vertical, false, curves, List.of(), List.of(), List.of());
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @Nested
    @DisplayName("bars")
    class OfBars {
        private final Plot bars = plot(
                Axis.whole("coordinate"),
                Axis.linear("value"),
                List.of(
                        new Curve("first", 0, Look.BARS, List.of(Mark.at(1, 2), Mark.at(2, -1))),
                        new Curve("second", 1, Look.BARS, List.of(Mark.at(1, 1), Mark.at(2, 3)))));

        private Element bar(int curve, int number) throws Exception {
            return (Element)
                    curves(parsed(bars)).get(curve).getElementsByTagName("rect").item(number);
        }

        @Test
        @DisplayName("side by side and equally wide, of which 0 is the foot")
        void geometry() throws Exception {
            requireSound(bars);
            double foot = number(bar(0, 0), "y") + number(bar(0, 0), "height");
            assertEquals(foot, number(bar(0, 1), "y"), 0.02, "a negative bar hangs");
            assertEquals(number(bar(0, 0), "height"), 2 * number(bar(0, 1), "height"), 0.05);
            assertEquals(3 * number(bar(1, 0), "height"), number(bar(1, 1), "height"), 0.05);
            assertEquals(number(bar(0, 0), "x") + number(bar(0, 0), "width"), number(bar(1, 0), "x"), 0.02);
            assertEquals(number(bar(0, 0), "width"), number(bar(1, 1), "width"), 0.02);
        }

        @Test
        @DisplayName("that differ by their filling too, in the picture and in the legend")
        void fillings() throws Exception {
            assertEquals("0.85", bar(0, 0).getAttribute("fill-opacity"));
            assertEquals("", bar(1, 0).getAttribute("fill"));
            assertEquals("0.85", bar(2, 0).getAttribute("fill-opacity"), "the key of the first in the legend");
        }

        @Test
        @DisplayName("that are rectangles for LaTeX")
        void latex() {
            String tex = bars.toPgfplots();
            assertTrue(tex.contains("] (axis cs:0.6,0) rectangle (axis cs:1,2);"), tex);
            assertTrue(tex.contains("] (axis cs:2,0) rectangle (axis cs:2.4,3);"), tex);
            assertTrue(tex.contains("\\addlegendimage{area legend, color={rgb,255:red,85"), tex);
        }

        @Test
        @DisplayName("on a logarithmic axis from its bottom, but not over one")
        void logarithmic() throws Exception {
            List<Curve> curve = List.of(new Curve("c", 0, Look.BARS, List.of(Mark.at(1, 1e-3), Mark.at(2, 1))));
            Element svg = parsed(plot(Axis.whole("x"), Axis.logarithmic("y"), curve));
            Element shorter =
                    (Element) curves(svg).get(0).getElementsByTagName("rect").item(0);
            assertEquals(
                    new Layout(0, 0, 640, true).frameBottom(), number(shorter, "y") + number(shorter, "height"), 0.02);
            assertThrows(IllegalArgumentException.class, () -> plot(Axis.logarithmic("x"), Axis.linear("y"), curve));
        }
    }

    @Nested
    @DisplayName("error bars")
    class OfIntervals {
        private final Plot plot = plot(
                Axis.linear("x"),
                Axis.linear("rate"),
                List.of(new Curve(
                        "c",
                        0,
                        Look.LINE_AND_MARKS,
                        List.of(Mark.within(1, 0.9, 0.5, 1), Mark.at(2, 0.8), Mark.within(3, 0.7, 0.6, 0.75)))));

        @Test
        @DisplayName("with two ends each, all within the frame, and none where there is no interval")
        void drawn() throws Exception {
            requireSound(plot);
            Element curve = curves(parsed(plot)).get(0);
            NodeList paths = curve.getElementsByTagName("path");
            assertEquals(3 + 1, paths.getLength(), "marks, and the bars with their ends in one path");
            List<String> ways = IntStream.range(0, paths.getLength())
                    .mapToObj(i -> ((Element) paths.item(i)).getAttribute("d"))
                    .filter(way -> way.split("M", -1).length - 1 == 2 * 3)
                    .toList();
            assertEquals(1, ways.size(), "two bars of three strokes each");
            assertTrue(Frame.of(plot).vertical().holds(0.5)
                    && Frame.of(plot).vertical().holds(1));
            assertEquals(2, plot.toPgfplots().split("\\|-\\|", -1).length - 1);
        }

        @Test
        @DisplayName("whose ends are in the table")
        void table() {
            assertEquals(
                    List.of(
                            "curve,x,y,sign,lower,upper",
                            "\"c\",1.0,0.9,plain,0.5,1.0",
                            "\"c\",2.0,0.8,plain,0.8,0.8",
                            "\"c\",3.0,0.7,plain,0.6,0.75"),
                    plot.toCsv().lines().toList());
        }

        @Test
        @DisplayName("but not upside down, and not beyond what the axis can show")
        void refused() {
            assertThrows(IllegalArgumentException.class, () -> Mark.within(1, 1, 2, 1));
            List<Curve> toZero = List.of(new Curve("c", 0, Look.MARKS, List.of(Mark.within(1, 1, 0, 2))));
            String message = assertThrows(
                            IllegalArgumentException.class, () -> plot(Axis.linear("x"), Axis.logarithmic("y"), toZero))
                    .getMessage();
            assertTrue(message.contains("the interval 0.0 to 2.0"), message);
        }
    }

    @Nested
    @DisplayName("a heat map")
    class OfHeat {
        private final Axis across = Axis.logarithmic("γ");
        private final Axis up = Axis.linear("a");
        private final Grid grid =
                Grid.of(List.of(0.01, 0.1, 1.0, 10.0), List.of(0.0, 1.0, 2.0), (x, y) -> Math.log10(x) + 2 * y);
        private final List<LevelLine> levels = grid.levelLines(1.5, "1.5", across, up);
        private final Plot plot = new Plot(
                "t",
                "d",
                across,
                up,
                false,
                List.of(),
                List.of(),
                levels,
                List.of(),
                Optional.of(new HeatMap(grid, List.of(0.0, 2.0), "value")));

        @Test
        @DisplayName("whose level lines are exact where the function is linear on the axes")
        void levels() {
            assertEquals(1, levels.size());
            levels.get(0).points().forEach(point -> assertEquals(1.5, Math.log10(point.x()) + 2 * point.y(), 1e-12));
            assertTrue(plot.toSvg().contains(">1.5</text>") && plot.toPgfplots().contains("{1.5};"));
        }

        @Test
        @DisplayName("of cells around its places that fill the frame")
        void cells() {
            Frame frame = Frame.of(plot);
            assertEquals(-2.5, frame.horizontal().lowest(), 1e-12);
            assertEquals(1.5, frame.horizontal().highest(), 1e-12);
            assertEquals(-0.5, frame.vertical().lowest(), 1e-12);
            assertEquals(2.5, frame.vertical().highest(), 1e-12);
        }

        @Test
        @DisplayName("in which cells of a band are one box, the lowest band has none, and the legend has the borders")
        void bands() throws Exception {
            requireSound(plot);
            Element map = curves(parsed(plot)).get(0);
            // Rows −2 −1 | 0 1; 0 1 | 2 3; 2 3 4 5: the values 0 and 2 belong to the band above.
            assertEquals(1 + 2 + 1, map.getElementsByTagName("rect").getLength());
            assertEquals(2, count(map, "rect", "fill-opacity", "0.35"));
            assertEquals(2, count(map, "rect", "fill-opacity", "0.7"));
            assertTrue(plot.toSvg().contains(">value, from pale to full with borders at 0, 2</text>"), plot.toSvg());
        }

        @Test
        @DisplayName("whose values are in the table")
        void table() {
            List<String> lines = plot.toCsv().lines().toList();
            assertEquals(1 + 12, lines.size());
            assertEquals("\"value\",10.0,2.0,5.0", lines.get(12));
        }

        @Test
        @DisplayName("but not one with disorder in it")
        void refused() {
            List<Double> two = List.of(1.0, 2.0);
            assertThrows(IllegalArgumentException.class, () -> Grid.of(List.of(2.0, 1.0), two, Double::sum));
            assertThrows(IllegalArgumentException.class, () -> Grid.of(List.of(1.0), two, Double::sum));
            assertThrows(IllegalArgumentException.class, () -> new Grid(two, two, List.of(two)));
            assertThrows(IllegalArgumentException.class, () -> new HeatMap(grid, List.of(), "value"));
            assertThrows(IllegalArgumentException.class, () -> new HeatMap(grid, List.of(1.0, 1.0), "value"));
        }
    }

    @Test
    @DisplayName("words of formulas, which LaTeX gets as formulas")
    void words() {
        assertEquals("$\\dot{\\theta}$ = $-$$\\nabla$L", LatexWords.of("θ̇ = −∇L"));
        assertEquals("$\\tilde{f}$, $\\|$$\\beta$$\\|$$^2$ $\\approx$ 10$^-$$^6$", LatexWords.of("f̃, ‖β‖² ≈ 10⁻⁶"));
        assertEquals("$\\alpha$$_3$ $|$c/c$_0$$|$ 5--10 \\%", LatexWords.of("α₃ |c/c₀| 5–10 %"));
        assertEquals("$\\mathbb E$ $\\mathcal L$", LatexWords.of("𝔼 𝓛"));
    }
}
