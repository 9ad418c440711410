package org.modeq.numeric.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;
import org.modeq.numeric.study.LadderPoint;
import org.modeq.numeric.study.LadderResult;
import org.modeq.numeric.study.SlopeFit;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Pictures to test, and what every picture must be. */
final class PlotSamples {
    private PlotSamples() {}

    /** Errors C hᵖ on five rungs, the first of them dropped, with the same floor on all. */
    static LadderResult ladder(String name, int slope, double constant, double floor) {
        List<LadderPoint> points = new ArrayList<>();
        for (int k = 0; k < 5; k++) {
            double h = 0.1 / (1 << k);
            points.add(new LadderPoint(h, constant * Math.pow(h, slope), floor, 1e-30, k > 0));
        }
        return new LadderResult(name, slope, points, Optional.of(SlopeFit.of(points)));
    }

    static Plot plotOf(Mark... marks) {
        return new Plot(
                "t",
                "d",
                Axis.logarithmic("x"),
                Axis.logarithmic("y"),
                false,
                List.of(new Curve("c", 0, Look.LINE_AND_MARKS, List.of(marks))),
                List.of(),
                List.of(),
                List.of());
    }

    static Element parsed(Plot plot) throws Exception {
        return parsed(Panels.of(plot));
    }

    static Element parsed(Panels panels) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(panels.toSvg().getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    /** The groups of curves, in the picture and in the legend. */
    static List<Element> curves(Element svg) {
        List<Element> curves = new ArrayList<>();
        NodeList groups = svg.getElementsByTagName("g");
        for (int i = 0; i < groups.getLength(); i++) {
            if (((Element) groups.item(i)).getAttribute("class").startsWith("curve-")) {
                curves.add((Element) groups.item(i));
            }
        }
        return curves;
    }

    /** How many elements of a name below an element have a value of an attribute. */
    static long count(Element element, String name, String attribute, String value) {
        NodeList list = element.getElementsByTagName(name);
        long count = 0;
        for (int i = 0; i < list.getLength(); i++) {
            count += ((Element) list.item(i)).getAttribute(attribute).equals(value) ? 1 : 0;
        }
        return count;
    }

    /** Well formed, with title and description, without script or anything from elsewhere; the same bytes each time. */
    static void requireSound(Plot plot) throws Exception {
        Element svg = parsed(plot);
        assertEquals("img", svg.getAttribute("role"));
        assertEquals(plot.title(), svg.getElementsByTagName("title").item(0).getTextContent());
        assertEquals(
                plot.description(), svg.getElementsByTagName("desc").item(0).getTextContent());
        String text = plot.toSvg();
        assertTrue(!text.contains("<script") && !text.contains("href") && !text.contains("url("), text);
        assertTrue(!text.contains("NaN") && !text.contains("Infinity"), text);
        assertEquals(text, plot.toSvg());
        String tex = plot.toPgfplots();
        assertEquals(
                tex.chars().filter(c -> c == '{').count(),
                tex.chars().filter(c -> c == '}').count());
        assertTrue(tex.chars().allMatch(c -> c < 0x250), tex);
        assertEquals(tex, plot.toPgfplots());
    }
}
