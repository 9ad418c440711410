package org.modeq.numeric.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.numeric.study.LadderResult;
import org.modeq.symbolic.display.Display;

@DisplayName("A study")
class StudyDisplaysTest {
    private final LadderResult ladder = PlotSamples.ladder("order 2", 2, 3, 1e-12);

    @Test
    @DisplayName("prints as its slope, and its text has a line for every step size with the dropped ones named")
    void text() {
        assertEquals("order 2: slope 2.000 ± 0.000, expected 2.00", ladder.toString());
        List<String> lines = ladder.toText().lines().toList();
        assertEquals(ladder.toString(), lines.get(0));
        assertEquals(3 + ladder.points().size(), lines.size());
        assertTrue(lines.get(3).startsWith("0.1000       0.03000      1.000e-12    dropped: "), lines.get(3));
    }

    @Test
    @DisplayName("has its slope in LaTeX and its picture in HTML")
    void page() {
        assertEquals("\\text{order 2: }p=2.000\\pm 0.000", ladder.toLatex());
        assertTrue(
                ladder.toHtml()
                        .startsWith(LadderPlot.of("order 2", List.of(ladder)).toSvg()),
                ladder.toHtml());
        Plot plot = LadderPlot.of("order 2", List.of(ladder));
        assertEquals(plot.toSvg(), Display.of(plot).html());
        assertEquals("order 2", Display.of(plot).line());
    }

    @Test
    @DisplayName("without a slope says so")
    void noSlope() {
        LadderResult single = new LadderResult("field", 1, ladder.points().subList(0, 2), Optional.empty());
        assertEquals("field: no slope, too few points are used, expected 1.00", single.toString());
        assertEquals("\\text{field: }\\text{no slope}", single.toLatex());
    }
}
