package org.modeq.numeric.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.modeq.numeric.plot.PlotSamples.ladder;

import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;
import org.w3c.dom.Element;

@DisplayName("The PNG of a picture")
class PngTest {
    private static final Pattern PLACE = Pattern.compile("translate\\(([\\d.]+) ([\\d.]+)\\)");
    private static final int WHITE = 0xffffffff;

    private final Plot plot =
            LadderPlot.of("Error, θ̇ = −∇L", List.of(ladder("one", 1, 1, 1e-30), ladder("two", 2, 0.5, 1e-30)));

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static int colour(int style) {
        return 0xff000000 | Integer.parseInt(CurveStyle.of(style).light().substring(1), 16);
    }

    /** Draws a picture in the way of a user and says so; run in a machine of its own below. */
    static final class Alone {
        private Alone() {}

        public static void main(String[] arguments) {
            System.out.println(
                    "drawn " + PlotSamples.plotOf(Mark.at(1, 1), Mark.at(2, 3)).toPng().length);
        }
    }

    @Test
    @DisplayName("has twice the size of the SVG, a white ground, and the same bytes each time")
    void size() throws Exception {
        BufferedImage image = read(plot.toPng());
        Element svg = PlotSamples.parsed(plot);
        assertEquals(2 * Integer.parseInt(svg.getAttribute("width")), image.getWidth());
        assertEquals(2 * Integer.parseInt(svg.getAttribute("height")), image.getHeight());
        assertEquals(WHITE, image.getRGB(0, 0));
        assertEquals(WHITE, image.getRGB(image.getWidth() - 1, image.getHeight() - 1));
        assertArrayEquals(plot.toPng(), plot.toPng());
    }

    @Test
    @DisplayName("has each filled mark of the SVG at its place in its colour")
    void marks() throws Exception {
        BufferedImage image = read(plot.toPng());
        List<Element> groups = PlotSamples.curves(PlotSamples.parsed(plot));
        for (int i = 0; i < 2; i++) {
            int filled = 0;
            for (int k = 0; k < groups.get(i).getElementsByTagName("path").getLength(); k++) {
                Element path =
                        (Element) groups.get(i).getElementsByTagName("path").item(k);
                Matcher place = PLACE.matcher(path.getAttribute("transform"));
                if (place.find() && path.getAttribute("fill").equals("currentColor")) {
                    int x = (int) Math.rint(2 * Double.parseDouble(place.group(1)));
                    int y = (int) Math.rint(2 * Double.parseDouble(place.group(2)));
                    assertEquals(colour(i), image.getRGB(x, y));
                    filled++;
                }
            }
            assertEquals(4, filled);
        }
    }

    @Test
    @DisplayName("has the dashes and gaps of the SVG at twice their length")
    void dashes() throws Exception {
        // Between the lines of the grid, which are at multiples of 0.2.
        Curve level = new Curve("c", 1, Look.LINE, List.of(Mark.at(0, 0.9), Mark.at(1, 0.9)));
        Curve ground = new Curve("c", 2, Look.MARKS, List.of(Mark.at(0, 0)));
        Plot flat = new Plot(
                "t",
                "d",
                Axis.linear("x"),
                Axis.linear("y"),
                false,
                List.of(level, ground),
                List.of(),
                List.of(),
                List.of());
        Layout layout = new Layout(0, 0, 640, true);
        double place = Frame.of(flat).vertical().place(0.9);
        int y = (int) Math.floor(2 * (layout.frameBottom() - place * layout.frameHeight()));
        BufferedImage image = read(flat.toPng());
        List<Integer> begins = new ArrayList<>();
        for (int x = 1; x < image.getWidth(); x++) {
            if (image.getRGB(x, y) == colour(1) && image.getRGB(x - 1, y) != colour(1)) {
                begins.add(x);
            }
        }
        int last = begins.size() - 1;
        assertTrue(last > 30, "dashes: " + begins.size());
        assertEquals(last * 2.0 * (7 + 4), begins.get(last) - begins.get(0), 1);
        double ink = 0;
        for (int x = begins.get(0); x < begins.get(last); x++) {
            // The colour has no red at all, the ground has all of it; tolerance: lines of the grid in the gaps.
            ink += 1 - (image.getRGB(x, y) >> 16 & 0xff) / 255.0;
        }
        assertEquals(7.0 / (7 + 4), ink / (begins.get(last) - begins.get(0)), 0.01);
    }

    @Test
    @DisplayName("has at most 256 colours, those of the curves and of the text among them")
    void colours() throws Exception {
        BufferedImage image = read(plot.toPng());
        SortedSet<Integer> seen = new TreeSet<>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                seen.add(image.getRGB(x, y));
            }
        }
        assertTrue(seen.size() <= 256, "colours: " + seen.size());
        assertTrue(seen.containsAll(List.of(WHITE, colour(0), colour(1), 0xff222222)));
    }

    @Test
    @DisplayName("is drawn without a screen, without fontconfig and without one class of the machine's font system")
    void withoutFonts() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                Alone.class.getName());
        builder.environment().put("FONTCONFIG_FILE", "/dev/null");
        builder.environment().put("FONTCONFIG_PATH", "/nonexistent");
        Process process = builder.redirectErrorStream(true).start();
        String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), log);
        assertTrue(log.contains("drawn "), log);
        List<String> fonts = log.lines()
                .filter(line -> line.contains(" sun.font.") || line.contains(" java.awt.Font "))
                .toList();
        assertEquals(List.of(), fonts);
    }

    @Nested
    @DisplayName("writes its letters from outlines")
    class Letters {
        private final Lettering letters = Lettering.only();

        @Test
        @DisplayName("of a font that has all the characters of our formulas")
        void characters() {
            String needed = "αβγδεζηθκλμνξπρστφχψωΓΔΘΛΣΦΨΩ∇∂∫∑∏√∞±−·×⊗∘≥≤≠≈∼∈→⟨⟩ℓ‖|…–²³¹⁰⁴⁵⁶⁷⁸⁹⁻ᵀ₀₁₂₃₄₅₆₇₈₉½¼'’*äéß";
            List<String> missing = new ArrayList<>();
            needed.codePoints()
                    .filter(character -> !letters.has(character))
                    .forEach(character -> missing.add(Character.toString(character)));
            assertEquals(List.of(), missing);
        }

        @Test
        @DisplayName("each beside the one before, as wide as the words")
        void widths() {
            double one = letters.width("m", 13);
            assertEquals(3 * one, letters.width("mmm", 13), 1e-9);
            assertEquals(2 * one, letters.width("m", 26), 1e-9);
            Rectangle2D first = letters.outline("m", 13).getBounds2D();
            Rectangle2D all = letters.outline("mmm", 13).getBounds2D();
            assertEquals(first.getWidth() + 2 * one, all.getWidth(), 1e-6);
            assertTrue(first.getMaxY() <= 1e-6 && first.getMinY() < -6, "above the base line, up is negative");
        }

        @Test
        @DisplayName("with a dot over θ: centred, above, and without a width of its own")
        void dot() {
            assertEquals(letters.width("θ", 13), letters.width("θ̇", 13));
            Rectangle2D theta = letters.outline("θ", 13).getBounds2D();
            Rectangle2D both = letters.outline("θ̇", 13).getBounds2D();
            assertEquals(theta.getCenterX(), both.getCenterX(), 1e-6);
            assertEquals(theta.getMaxY(), both.getMaxY(), 1e-6);
            assertTrue(both.getMinY() < theta.getMinY() - 1.5, both + " over " + theta);
        }

        @Test
        @DisplayName("and the plain letter for a form of it that the font does not have, a box for what no font has")
        void fallback() {
            assertTrue(!letters.has("𝓛".codePointAt(0)));
            assertEquals(
                    letters.outline("L", 13).getBounds2D(),
                    letters.outline("𝓛", 13).getBounds2D());
            assertEquals(letters.width("L", 13), letters.width("𝓛", 13));
            assertTrue(!letters.has(0xE123)
                    && letters.outline("\uE123", 13).getBounds2D().getHeight() > 5);
        }
    }

    @Nested
    @DisplayName("covers pixels")
    class Covers {
        private double area(Shape shape, Rectangle window) {
            double[] sum = {0};
            Coverage.of(shape, window, (x, y, share) -> {
                assertTrue(window.contains(x, y) && share > 0 && share <= 1);
                sum[0] += share;
            });
            return sum[0];
        }

        private final Rectangle all = new Rectangle(0, 0, 100, 100);

        @Test
        @DisplayName("by the area of the shape in them")
        void areas() {
            // Between a curve and its chords, parabolas in good approximation, lies 2/3 of length times distance.
            double chords = 2.0 / 3 * Coverage.FLATNESS * 2 * Math.PI * 30;
            assertEquals(Math.PI * 900, area(new Ellipse2D.Double(10.3, 20.7, 60, 60), all), chords);
            assertEquals(0.25 * 0.5, area(new Rectangle2D.Double(3.25, 4.5, 0.25, 0.5), all), 1e-12);
            assertEquals(0, area(new Rectangle2D.Double(200, 4, 5, 5), all));
        }

        @Test
        @DisplayName("once where parts of a shape lie over each other, not at all in a hole")
        void winding() {
            Path2D twice = new Path2D.Double(Path2D.WIND_NON_ZERO);
            twice.append(new Rectangle2D.Double(10, 10, 20, 20), false);
            twice.append(new Rectangle2D.Double(20, 10, 20, 20), false);
            assertEquals(600, area(twice, all), 1e-9);
            Path2D hole = new Path2D.Double(new Rectangle2D.Double(10, 10, 20, 20));
            hole.moveTo(15, 15);
            hole.lineTo(15, 25);
            hole.lineTo(25, 25);
            hole.lineTo(25, 15);
            hole.closePath();
            assertEquals(300, area(hole, all), 1e-9);
        }

        @Test
        @DisplayName("in the window only, also of shapes that begin to the left of it")
        void windows() {
            Rectangle window = new Rectangle(5, 5, 10, 10);
            assertEquals(100, area(new Rectangle2D.Double(-50, -50, 200, 200), window), 1e-9);
            assertEquals(50, area(new Rectangle2D.Double(-50, 10, 200, 200), window), 1e-9);
        }
    }
}
