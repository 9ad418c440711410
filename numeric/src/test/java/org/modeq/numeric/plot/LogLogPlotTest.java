package org.modeq.numeric.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.modeq.numeric.study.LadderPoint;
import org.modeq.numeric.study.LadderResult;
import org.modeq.numeric.study.SlopeFit;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

@DisplayName("The picture of a step ladder")
class LogLogPlotTest {
    private static LadderResult ladder(String name, int slope, double constant) {
        List<LadderPoint> points = new ArrayList<>();
        for (int k = 0; k < 5; k++) {
            double h = 0.1 / (1 << k);
            points.add(new LadderPoint(h, constant * Math.pow(h, slope), 1e-16, 1e-16, k > 0));
        }
        return new LadderResult(name, slope, points, Optional.of(SlopeFit.of(points)));
    }

    private final LogLogPlot plot = LogLogPlot.ofLadder(
            "Error & step <size>", List.of(ladder("gradient flow", 1, 1), ladder("order_2", 2, 0.5)));

    @Nested
    @DisplayName("as SVG")
    class Svg {
        private final String svg = plot.toSvg();

        private Document document() throws Exception {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        }

        @Test
        @DisplayName("is well-formed and has title and description for screen readers")
        void accessible() throws Exception {
            Element root = document().getDocumentElement();
            assertEquals("img", root.getAttribute("role"));
            assertEquals(
                    "Error & step <size>",
                    root.getElementsByTagName("title").item(0).getTextContent());
            String description = root.getElementsByTagName("desc").item(0).getTextContent();
            assertTrue(description.contains("order_2 has slope 2.000 ± 0.000"), description);
        }

        @Test
        @DisplayName("contains no script and nothing from elsewhere")
        void selfContained() {
            assertFalse(svg.contains("<script") || svg.contains("href") || svg.contains("url("));
        }

        @Test
        @DisplayName("draws the dropped mark of each curve hollow, and all others filled")
        void hollowMarks() throws Exception {
            NodeList groups = document().getElementsByTagName("g");
            for (int i = 0; i < groups.getLength(); i++) {
                Element group = (Element) groups.item(i);
                if (group.getAttribute("class").startsWith("curve-")) {
                    NodeList paths = group.getElementsByTagName("path");
                    int hollow = 0;
                    int filled = 0;
                    for (int k = 0; k < paths.getLength(); k++) {
                        String fill = ((Element) paths.item(k)).getAttribute("fill");
                        hollow += fill.equals("none") ? 1 : 0;
                        filled += fill.equals("currentColor") ? 1 : 0;
                    }
                    assertEquals(1, hollow);
                    assertEquals(4 + 1, filled, "four marks and the legend");
                }
            }
        }

        @Test
        @DisplayName("keeps every path within its frame")
        void withinTheFrame() throws Exception {
            NodeList texts = document().getElementsByTagName("polyline");
            for (int i = 0; i < texts.getLength(); i++) {
                for (String pair :
                        ((Element) texts.item(i)).getAttribute("points").split(" ", -1)) {
                    double x = Double.parseDouble(pair.split(",", -1)[0]);
                    double y = Double.parseDouble(pair.split(",", -1)[1]);
                    assertTrue(x > 78 && x < 620 && y > 44 && y < 404, pair);
                }
            }
        }
    }

    @Nested
    @DisplayName("for pgfplots")
    class Pgfplots {
        @Test
        @DisplayName("escapes what LaTeX would misread, and lists the dropped marks apart")
        void source() {
            String tex = plot.toPgfplots();
            assertTrue(tex.contains("title={Error \\& step <size>}"), tex);
            assertTrue(tex.contains("\\addlegendentry{order\\_2: slope 2.000 $\\pm$ 0.000}"), tex);
            assertTrue(tex.contains("mark=o, forget plot] coordinates {(1.000000e-01,1.000000e-01)};"), tex);
            assertEquals(
                    tex.chars().filter(c -> c == '{').count(),
                    tex.chars().filter(c -> c == '}').count());
        }
    }

    @Test
    @DisplayName("refuses marks that have no logarithm and plots without curves")
    void refusals() {
        assertThrows(IllegalArgumentException.class, () -> new LogLogPlot.Mark(0.1, 0, true));
        assertThrows(IllegalArgumentException.class, () -> new LogLogPlot.Mark(Double.NaN, 1, true));
        assertThrows(IllegalArgumentException.class, () -> new LogLogPlot("t", "d", "x", "y", List.of()));
    }
}
