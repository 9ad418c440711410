package org.modeq.numeric.plot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.numeric.plot.Plot.LevelLine;
import org.modeq.numeric.plot.Plot.Mark;
import org.modeq.numeric.study.PhasePortrait.Landscape;

/**
 * Level lines of a function on a grid, by marching squares.
 *
 * <p>On an edge of the grid whose ends lie on both sides of the level, the line passes where the linear interpolation has it; in
 * a cell two such edges are joined, and four as the mean of the corners says which opposite corners belong together. Cells with a
 * value that is not finite are left out. Pieces that share an edge are strung together. O(cells) for each level.
 *
 * <p>Source: Lorensen and Cline, <em>Marching cubes</em> (1987), in two dimensions.
 */
public final class LevelLines {
    private final Landscape landscape;
    private final double level;
    private final int columns;

    /** The edges that each crossed edge is joined to, at most two. An edge is 2 (row · columns + column), plus 1 if it goes up. */
    private final SortedMap<Integer, List<Integer>> joined = new TreeMap<>();

    private LevelLines(Landscape landscape, double level) {
        this.landscape = landscape;
        this.level = level;
        this.columns = landscape.rows().get(0).size();
    }

    /**
     * The lines of the levels that part the values of the grid into so many equal shares, each value counted once.
     *
     * @param landscape a function on a grid of at least two rows and two columns
     * @param shares the number of levels
     * @return the lines of all levels
     */
    public static List<LevelLine> of(Landscape landscape, int shares) {
        double[] values = landscape.rows().stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        List<LevelLine> lines = new ArrayList<>();
        for (int i = 0; i < shares && values.length > 0; i++) {
            double level = values[(int) ((2L * i + 1) * values.length / (2L * shares))];
            lines.addAll(at(landscape, level));
        }
        return lines;
    }

    /**
     * The lines of one level.
     *
     * @param landscape a function on a grid of at least two rows and two columns
     * @param level the value along them
     * @return the lines, each as long as it can be followed; none where the function does not take the value
     */
    public static List<LevelLine> at(Landscape landscape, double level) {
        return new LevelLines(landscape, level).lines();
    }

    private List<LevelLine> lines() {
        for (int row = 0; row + 1 < landscape.rows().size(); row++) {
            for (int column = 0; column + 1 < columns; column++) {
                march(row, column);
            }
        }
        List<LevelLine> lines = new ArrayList<>();
        while (!joined.isEmpty()) {
            Deque<Integer> edges = new ArrayDeque<>(List.of(joined.firstKey()));
            int first = edges.getFirst();
            List<Integer> ways = new ArrayList<>(joined.getOrDefault(first, List.of()));
            joined.remove(first);
            if (!ways.isEmpty()) {
                follow(first, ways.get(0), edges, true);
            }
            if (ways.size() > 1 && joined.containsKey(ways.get(1))) {
                follow(first, ways.get(1), edges, false);
            }
            lines.add(new LevelLine(level, edges.stream().map(this::crossing).toList()));
        }
        return lines;
    }

    /** Goes on from an edge to the next until the line ends or is back. */
    private void follow(int from, int to, Deque<Integer> edges, boolean isForward) {
        int last = from;
        int next = to;
        while (true) {
            if (isForward) {
                edges.addLast(next);
            } else {
                edges.addFirst(next);
            }
            List<Integer> ways = joined.remove(next);
            if (ways == null) {
                return; // back at the beginning
            }
            int before = last;
            last = next;
            List<Integer> on = ways.stream().filter(way -> way != before).toList();
            if (on.isEmpty()) {
                return;
            }
            next = on.get(0);
        }
    }

    private double value(int row, int column) {
        return landscape.rows().get(row).get(column);
    }

    private boolean isAbove(int row, int column) {
        return value(row, column) > level;
    }

    private int edge(int row, int column, boolean isUp) {
        return 2 * (row * columns + column) + (isUp ? 1 : 0);
    }

    private void march(int row, int column) {
        double mean =
                (value(row, column) + value(row, column + 1) + value(row + 1, column) + value(row + 1, column + 1)) / 4;
        if (!Double.isFinite(mean)) {
            return;
        }
        int bottom = edge(row, column, false);
        int top = edge(row + 1, column, false);
        int left = edge(row, column, true);
        int right = edge(row, column + 1, true);
        boolean first = isAbove(row, column);
        List<Integer> crossed = new ArrayList<>();
        addIf(crossed, bottom, first != isAbove(row, column + 1));
        addIf(crossed, left, first != isAbove(row + 1, column));
        addIf(crossed, top, isAbove(row + 1, column) != isAbove(row + 1, column + 1));
        addIf(crossed, right, isAbove(row, column + 1) != isAbove(row + 1, column + 1));
        if (crossed.size() == 2) {
            join(crossed.get(0), crossed.get(1));
        } else if (crossed.size() == 4) {
            // A saddle: the lines cut off the two corners that are not on the side of the middle.
            boolean isFirstCutOff = first != mean > level;
            join(bottom, isFirstCutOff ? left : right);
            join(top, isFirstCutOff ? right : left);
        }
    }

    private static void addIf(List<Integer> edges, int edge, boolean isCrossed) {
        if (isCrossed) {
            edges.add(edge);
        }
    }

    private void join(int one, int other) {
        joined.computeIfAbsent(one, key -> new ArrayList<>()).add(other);
        joined.computeIfAbsent(other, key -> new ArrayList<>()).add(one);
    }

    /** Where the line passes an edge. */
    private Mark crossing(int edge) {
        boolean isUp = edge % 2 == 1;
        int row = edge / 2 / columns;
        int column = edge / 2 % columns;
        double here = value(row, column);
        double there = isUp ? value(row + 1, column) : value(row, column + 1);
        double part = (level - here) / (there - here);
        double x = column + (isUp ? 0 : part);
        double y = row + (isUp ? part : 0);
        double width = landscape.highest().x() - landscape.lowest().x();
        double height = landscape.highest().y() - landscape.lowest().y();
        return Mark.at(
                landscape.lowest().x() + width * x / (columns - 1),
                landscape.lowest().y() + height * y / (landscape.rows().size() - 1));
    }
}
