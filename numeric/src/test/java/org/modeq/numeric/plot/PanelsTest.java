package org.modeq.numeric.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.modeq.numeric.plot.PlotSamples.count;
import static org.modeq.numeric.plot.PlotSamples.ladder;
import static org.modeq.numeric.plot.PlotSamples.parsed;
import static org.modeq.numeric.plot.PlotSamples.plotOf;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.numeric.plot.Plot.Mark;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

@DisplayName("Pictures side by side")
class PanelsTest {
    private final Plot plot = plotOf(Mark.at(1, 1), Mark.at(2, 4));
    private final Plot other = LadderPlot.of("Errors", List.of(ladder("one", 1, 1, 1e-30)));

    private static List<Rectangle2D> frames(Element svg) {
        List<Rectangle2D> frames = new ArrayList<>();
        NodeList nested = svg.getElementsByTagName("svg");
        for (int i = 0; i < nested.getLength(); i++) {
            Element frame = (Element) nested.item(i);
            frames.add(new Rectangle2D.Double(
                    Double.parseDouble(frame.getAttribute("x")),
                    Double.parseDouble(frame.getAttribute("y")),
                    Double.parseDouble(frame.getAttribute("width")),
                    Double.parseDouble(frame.getAttribute("height"))));
        }
        return frames;
    }

    @ParameterizedTest(name = "stand in {1} columns without touching: {0} of them")
    @CsvSource({"2, 2", "3, 3", "4, 2", "5, 3", "6, 3", "2, 1"})
    void places(int number, int columns) throws Exception {
        List<Plot> plots = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            plots.add(i % 2 == 0 ? plot : other);
        }
        Panels panels = new Panels("Title", "what it shows", columns, plots);
        Element svg = parsed(panels);
        Rectangle2D page = new Rectangle2D.Double(
                0, 0, Double.parseDouble(svg.getAttribute("width")), Double.parseDouble(svg.getAttribute("height")));
        List<Rectangle2D> frames = frames(svg);
        assertEquals(number, frames.size());
        for (int i = 0; i < number; i++) {
            assertTrue(page.contains(frames.get(i)));
            for (int k = 0; k < i; k++) {
                assertFalse(frames.get(i).intersects(frames.get(k)));
                assertEquals(
                        k / columns == i / columns,
                        frames.get(i).getY() == frames.get(k).getY());
            }
        }
        var png = ImageIO.read(new ByteArrayInputStream(panels.toPng()));
        assertEquals(2 * page.getWidth(), png.getWidth());
        assertEquals(2 * page.getHeight(), png.getHeight());
    }

    @Test
    @DisplayName("have one title and one description, and each its own title above its frame")
    void titles() throws Exception {
        Element svg = parsed(new Panels("All of them", "two pictures", 2, List.of(plot, other)));
        assertEquals("All of them", svg.getElementsByTagName("title").item(0).getTextContent());
        assertEquals("two pictures", svg.getElementsByTagName("desc").item(0).getTextContent());
        assertEquals(1, svg.getElementsByTagName("title").getLength());
        List<String> words = words(svg);
        assertTrue(words.containsAll(List.of("All of them", "t", "Errors")), words.toString());
    }

    private static List<String> words(Element svg) {
        List<String> words = new ArrayList<>();
        NodeList texts = svg.getElementsByTagName("text");
        for (int i = 0; i < texts.getLength(); i++) {
            words.add(texts.item(i).getTextContent());
        }
        return words;
    }

    @Test
    @DisplayName("share their legend if it is the same for all, otherwise each has its own")
    void legends() throws Exception {
        Panels same = new Panels("t", "d", 2, List.of(plot, plot));
        assertEquals(1, words(parsed(same)).stream().filter("c"::equals).count());
        assertEquals(1, same.toPgfplots().split("\\\\ref\\{modeq-t\\}", -1).length - 1);
        assertEquals(2, same.toPgfplots().split("legend to name=modeq-t,", -1).length - 1);
        Panels different = new Panels("t", "d", 2, List.of(plot, other));
        assertEquals(1, words(parsed(different)).stream().filter("c"::equals).count());
        assertEquals(1, count(parsed(different), "path", "class", "dropped") - 1, "in the curve and in the legend");
        assertFalse(different.toPgfplots().contains("legend to name"));
    }

    @Test
    @DisplayName("are for LaTeX one tikzpicture each, in boxes of equal width")
    void pgfplots() {
        String tex = new Panels("100 % of α", "d", 3, List.of(plot, other, plot, other)).toPgfplots();
        assertTrue(tex.startsWith("% 100 \\% of $\\alpha$\n"), tex);
        assertEquals(4, tex.split("\\\\begin\\{tikzpicture\\}", -1).length - 1);
        assertEquals(4, tex.split("\\\\begin\\{minipage\\}\\[t\\]\\{0.330", -1).length - 1);
        assertEquals(2, tex.split("\\\\noindent", -1).length - 1, "one for each row");
        assertEquals(
                tex.chars().filter(c -> c == '{').count(),
                tex.chars().filter(c -> c == '}').count());
    }

    @Test
    @DisplayName("have for LaTeX titles and legends of their own in lines that fit into their boxes")
    void narrow() {
        String words = "words that say at some length what there is to see";
        Plot wide = LadderPlot.of(words, List.of(ladder(words, 1, 1, 1e-30)));
        String tex = new Panels("t", "d", 3, List.of(wide, plot, plot)).toPgfplots();
        assertTrue(tex.contains("title={words that say at some\\\\length what there is to see}"), tex);
        assertTrue(tex.contains("\\addlegendentry{words that say at some length}\n"), tex);
    }

    @Test
    @DisplayName("have the title of each in the first column of their table")
    void csv() {
        List<String> lines =
                new Panels("t", "d", 2, List.of(plot, other)).toCsv().lines().toList();
        assertEquals("panel,curve,x,y,sign", lines.get(0));
        assertEquals("\"t\",\"c\",1.0,1.0,plain", lines.get(1));
        assertTrue(lines.get(3).startsWith("\"Errors\",\"one"), lines.get(3));
    }

    @Test
    @DisplayName("are, if there is only one, that picture")
    void single() {
        assertEquals(plot.toSvg(), Panels.of(plot).toSvg());
        assertEquals(plot.toPgfplots(), Panels.of(plot).toPgfplots());
        assertEquals(plot.toCsv(), Panels.of(plot).toCsv());
        assertArrayEquals(plot.toPng(), Panels.of(plot).toPng());
    }

    @ParameterizedTest(name = "are refused in {0} columns")
    @CsvSource({"0", "4", "-1", "3"})
    void columns(int columns) {
        List<Plot> two = List.of(plot, plot);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new Panels("t", "d", columns, two))
                .getMessage()
                .contains("expected from 1 to 3 columns"));
    }
}
