package org.modeq.numeric.problem;

import java.nio.file.Path;
import java.util.List;
import org.modeq.numeric.evaluate.LookAheadLogarithm;

/**
 * A run in a file, written by a {@link TrajectoryWriter}, by {@link NpyFile} or by {@code numpy.save}, of which only the points
 * asked for are in memory.
 */
public final class StoredTrajectory {
    private final List<double[]> points;
    private final StoredSteps steps;
    private final Path file;

    private StoredTrajectory(List<double[]> points, StoredSteps steps, Path file) {
        this.points = points;
        this.steps = steps;
        this.file = file;
    }

    /**
     * Opens a file.
     *
     * @param file the file, in NumPy's format, a point in each row
     * @param steps which points of the run its rows are
     * @return the run
     * @throws IllegalArgumentException if there is no such file, it is not of this format, or it breaks off
     */
    public static StoredTrajectory open(Path file, StoredSteps steps) {
        return new StoredTrajectory(NpyFile.map(file), steps, file);
    }

    /**
     * The points, read as they are asked for.
     *
     * @return one for each row; {@code get} refuses, by an IllegalArgumentException, a point that is not finite
     */
    public List<double[]> points() {
        return points;
    }

    /**
     * The step of a point.
     *
     * @param row i, from 0 to below the number of rows
     * @return n, so that row i is θₙ
     */
    public long step(int row) {
        return steps.step(row);
    }

    /**
     * The modified field at a point, from the run itself: f̃(θₙ) ≈ Σ_{k&lt;N} (−1)^k/(k+1) · Δᵏ (θₙ₊₁ − θₙ)/h.
     *
     * <p>The error is O(h^N), as in {@link LookAheadLogarithm}; N + 1 rows in memory.
     *
     * @param row i, the row of θₙ
     * @param stepSize h &gt; 0, the same over these steps
     * @param nodes N ≥ 1
     * @return f̃(θₙ)
     * @throws IllegalArgumentException if h is not positive, N &lt; 1, or θₙ, …, θₙ₊N are not all stored or not finite
     */
    public double[] lookAhead(int row, double stepSize, int nodes) {
        boolean isThere = row >= 0 && nodes >= 1 && (long) row + nodes < points.size();
        if (!isThere || step(row + nodes) - step(row) != nodes) {
            throw new IllegalArgumentException("given the row " + row + " and " + nodes + " steps ahead in " + file
                    + ", which has " + points.size() + " rows, " + steps.window() + " consecutive points every "
                    + steps.stride() + " steps; expected " + nodes + " more points right after it, at least 1; store"
                    + " longer windows, or begin at the first point of one");
        }
        return LookAheadLogarithm.at(points, row, stepSize, nodes);
    }
}
