package org.modeq.numeric.problem;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.modeq.numeric.model.NumberTable;

/** Points in a file: a trajectory, or a single point. */
public final class PointFile {
    private PointFile() {}

    /**
     * Reads points of known dimension.
     *
     * <p>A file named {@code .npy} is read as {@link NpyFile#map}, one point at a time as it is asked for, after a check of all its
     * numbers; any other as comma-separated values, compressed by gzip or not. A row is a point; a single column, or an array of
     * one index, of d numbers is a single point too.
     *
     * @param file the file
     * @param dimension d ≥ 1
     * @return the points, at least one
     * @throws IllegalArgumentException if there is no such file, it is not of its format, or it holds no points of this
     *     dimension
     */
    public static List<double[]> read(Path file, int dimension) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        List<double[]> rows = name.endsWith(".npy") ? checked(NpyFile.map(file)) : table(NumberTable.read(file));
        int columns = rows.get(0).length;
        if (columns == dimension) {
            return rows;
        }
        if (columns == 1 && rows.size() == dimension) {
            return List.of(rows.stream().mapToDouble(row -> row[0]).toArray());
        }
        throw new IllegalArgumentException(file + " holds " + rows.size() + " rows of " + columns
                + " numbers, expected a point of " + dimension + " parameters in each row, or " + dimension
                + " lines of one number for a single point");
    }

    /** Reads every row once: a number that is not finite is refused before a long evaluation, not at its end. */
    private static List<double[]> checked(List<double[]> rows) {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i);
        }
        return rows;
    }

    private static List<double[]> table(NumberTable table) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < table.rowCount(); i++) {
            double[] row = new double[table.columnCount()];
            for (int j = 0; j < row.length; j++) {
                row[j] = table.at(i, j);
            }
            rows.add(row);
        }
        return rows;
    }
}
