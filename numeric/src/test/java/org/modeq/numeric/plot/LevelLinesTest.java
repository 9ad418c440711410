package org.modeq.numeric.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.numeric.plot.Plot.LevelLine;
import org.modeq.numeric.plot.Plot.Mark;
import org.modeq.numeric.study.PhasePortrait.Landscape;
import org.modeq.numeric.study.PhasePortrait.Place;

@DisplayName("Level lines")
class LevelLinesTest {
    /** A function on [−2, 2]² with so many values in each direction. */
    static Landscape landscape(int size, DoubleBinaryOperator function) {
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<Double> row = new ArrayList<>();
            for (int j = 0; j < size; j++) {
                row.add(function.applyAsDouble(-2 + 4.0 * j / (size - 1), -2 + 4.0 * i / (size - 1)));
            }
            rows.add(row);
        }
        return new Landscape(new Place(-2, -2), new Place(2, 2), rows);
    }

    @Test
    @DisplayName("of x² + y² at 1 are one closed line on the unit circle, to the square of the grid")
    void circle() {
        List<LevelLine> lines = LevelLines.at(landscape(81, (x, y) -> x * x + y * y), 1);
        assertEquals(1, lines.size());
        List<Mark> points = lines.get(0).points();
        assertEquals(points.get(0), points.get(points.size() - 1));
        double length = 0;
        for (int i = 0; i < points.size(); i++) {
            // Linear interpolation on an edge of length 1/20: an error of at most (1/20)²/8 · 2 in the value.
            assertEquals(1, Math.hypot(points.get(i).x(), points.get(i).y()), 0.05 * 0.05 / 8);
            if (i > 0) {
                Mark last = points.get(i - 1);
                length += Math.hypot(points.get(i).x() - last.x(), points.get(i).y() - last.y());
            }
        }
        assertEquals(2 * Math.PI, length, 0.01);
    }

    @Test
    @DisplayName("of a plane are exact, and end at the border")
    void plane() {
        List<LevelLine> lines = LevelLines.at(landscape(5, (x, y) -> x + 3 * y), 0.5);
        assertEquals(1, lines.size());
        List<Mark> points = lines.get(0).points();
        points.forEach(point -> assertEquals(0.5, point.x() + 3 * point.y(), 1e-14));
        assertEquals(2, Math.abs(points.get(0).x()), 1e-15);
        assertEquals(2, Math.abs(points.get(points.size() - 1).x()), 1e-15);
    }

    @Test
    @DisplayName("at a saddle keep apart what the middle of the cell keeps apart")
    void saddle() {
        // One cell with the corners 1, −1, −1, 1: the middle is 0, above −0.1 and below 0.1.
        Landscape cell = landscape(2, (x, y) -> x * y / 4);
        for (double level : new double[] {-0.1, 0.1}) {
            List<LevelLine> lines = LevelLines.at(cell, level);
            assertEquals(2, lines.size());
            for (LevelLine line : lines) {
                assertEquals(2, line.points().size());
                // Each line stays in the quadrant of one corner, on the side of x y = 4 · level.
                Mark from = line.points().get(0);
                Mark to = line.points().get(1);
                assertEquals(
                        Math.signum(level), Math.signum((from.x() + to.x()) * (from.y() + to.y())), line.toString());
            }
        }
    }

    @Test
    @DisplayName("leave out cells where the function is not finite")
    void notFinite() {
        Landscape half = landscape(41, (x, y) -> x < 0 ? Double.NaN : x * x + y * y);
        for (LevelLine line : LevelLines.at(half, 1)) {
            line.points().forEach(point -> assertTrue(point.x() >= 0));
        }
        assertTrue(LevelLines.at(landscape(4, (x, y) -> Double.NaN), 1).isEmpty());
    }

    @Test
    @DisplayName("are chosen so that the levels part the values into equal shares")
    void shares() {
        double[] levels = LevelLines.of(landscape(81, (x, y) -> x), 4).stream()
                .mapToDouble(LevelLine::level)
                .toArray();
        assertEquals(4, levels.length);
        for (int i = 0; i < 4; i++) {
            assertEquals(-1.5 + i, levels[i], 0.05);
        }
    }
}
