package org.modeq.numeric.plot;

import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How much of each pixel a shape covers, by the non-zero winding rule.
 *
 * <p>Each row of pixels is cut by {@value #CUTS} horizontal lines. On each the shape is a union of intervals between crossings with its
 * border, found exactly up to the flattening of curves; a pixel is covered by the mean of the lengths of its parts in them. O(crossings ·
 * log crossings + pixels from the first to the last crossing of a row). No class of the graphics system is touched, and hence no font of the machine.
 */
final class Coverage {
    private static final int CUTS = 16;
    private static final int FEW = 16;

    /** How far straight pieces may be from a curve. */
    static final double FLATNESS = 0.02;

    /**
     * Where the border of the shape crosses a horizontal line.
     *
     * @param cut the number of the line; there are 16 in a pixel
     * @param x the place on it
     * @param winding 1 if the border goes down, otherwise −1
     */
    private record Crossing(int cut, double x, int winding) {}

    /** What is told about a pixel. */
    interface Pixel {
        void cover(int x, int y, double share);
    }

    private final Rectangle window;
    private final List<Crossing> crossings = new ArrayList<>();

    /** What the parts of the intervals cover that are less than a pixel wide. */
    private final double[] parts;

    /** How many more intervals than in the pixel before cover a pixel from side to side. */
    private final int[] changes;

    /** Beyond these pixels nothing is covered in the row. */
    private int first;

    private int end;

    private Coverage(Rectangle window) {
        this.window = window;
        this.parts = new double[window.width];
        this.changes = new int[window.width + 1];
        this.first = window.width;
    }

    /** Tells of each pixel in a window that a shape covers, row by row. */
    static void of(Shape shape, Rectangle window, Pixel pixel) {
        Rectangle seen = shape.getBounds().intersection(window);
        if (!seen.isEmpty()) {
            Coverage coverage = new Coverage(seen);
            coverage.cross(shape);
            coverage.tell(coverage.sorted(), pixel);
        }
    }

    private void cross(Shape shape) {
        double[] point = new double[6];
        double startX = 0;
        double startY = 0;
        double x = 0;
        double y = 0;
        for (PathIterator path = shape.getPathIterator(null, FLATNESS); !path.isDone(); path.next()) {
            int kind = path.currentSegment(point);
            double toX = kind == PathIterator.SEG_CLOSE || kind == PathIterator.SEG_MOVETO ? startX : point[0];
            double toY = kind == PathIterator.SEG_CLOSE || kind == PathIterator.SEG_MOVETO ? startY : point[1];
            edge(x, y, toX, toY);
            if (kind == PathIterator.SEG_MOVETO) {
                startX = point[0];
                startY = point[1];
                toX = startX;
                toY = startY;
            }
            x = toX;
            y = toY;
        }
        edge(x, y, startX, startY);
    }

    /** The crossings of a straight piece with the lines at (cut + ½)/16 in the window. */
    private void edge(double x, double y, double toX, double toY) {
        double high = Math.min(y, toY);
        double low = Math.max(y, toY);
        int first = Math.max(window.y * CUTS, (int) Math.ceil(high * CUTS - 0.5));
        int end = Math.min((window.y + window.height) * CUTS, (int) Math.ceil(low * CUTS - 0.5));
        for (int cut = first; cut < end; cut++) {
            double part = ((cut + 0.5) / CUTS - y) / (toY - y);
            crossings.add(new Crossing(cut, x + part * (toX - x), toY > y ? 1 : -1));
        }
    }

    /** By the line, and on it from left to right: most lines have few crossings, which are put in order by hand. */
    private Crossing[] sorted() {
        int top = window.y * CUTS;
        int[] ends = new int[window.height * CUTS + 1];
        crossings.forEach(crossing -> ends[crossing.cut() - top + 1]++);
        for (int cut = 1; cut < ends.length; cut++) {
            ends[cut] += ends[cut - 1];
        }
        int[] places = ends.clone();
        Crossing[] sorted = new Crossing[crossings.size()];
        for (Crossing crossing : crossings) {
            sorted[places[crossing.cut() - top]++] = crossing;
        }
        for (int cut = 1; cut < ends.length; cut++) {
            if (ends[cut] - ends[cut - 1] > FEW) {
                Arrays.sort(sorted, ends[cut - 1], ends[cut], Comparator.comparingDouble(Crossing::x));
            } else {
                insert(sorted, ends[cut - 1], ends[cut]);
            }
        }
        return sorted;
    }

    private static void insert(Crossing[] crossings, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            Crossing crossing = crossings[i];
            int place = i;
            while (place > from && crossings[place - 1].x() > crossing.x()) {
                crossings[place] = crossings[place - 1];
                place--;
            }
            crossings[place] = crossing;
        }
    }

    private void tell(Crossing[] sorted, Pixel pixel) {
        int winding = 0;
        for (int i = 0; i < sorted.length; i++) {
            Crossing here = sorted[i];
            winding += here.winding();
            boolean isLast = i + 1 == sorted.length;
            if (winding != 0 && !isLast) {
                add(here.x() - window.x, sorted[i + 1].x() - window.x);
            }
            int y = Math.floorDiv(here.cut(), CUTS);
            if (isLast || Math.floorDiv(sorted[i + 1].cut(), CUTS) != y) {
                flush(y, pixel);
            }
        }
    }

    /** An interval of one line. */
    private void add(double from, double to) {
        double left = Math.max(0, from);
        double right = Math.min(parts.length, to);
        if (right <= left) {
            return;
        }
        int whole = (int) Math.ceil(left);
        int rest = (int) right;
        first = Math.min(first, (int) left);
        end = Math.max(end, (int) Math.ceil(right));
        if (whole > rest) {
            parts[rest] += (right - left) / CUTS;
            return;
        }
        if (whole > left) {
            parts[whole - 1] += (whole - left) / CUTS;
        }
        if (right > rest) {
            parts[rest] += (right - rest) / CUTS;
        }
        changes[whole]++;
        changes[rest]--;
    }

    private void flush(int y, Pixel pixel) {
        int intervals = 0;
        for (int x = first; x < end; x++) {
            intervals += changes[x];
            double share = parts[x] + (double) intervals / CUTS;
            if (share > 0) {
                pixel.cover(window.x + x, y, Math.min(1, share));
            }
            parts[x] = 0;
            changes[x] = 0;
        }
        changes[end] = 0;
        first = parts.length;
        end = 0;
    }
}
