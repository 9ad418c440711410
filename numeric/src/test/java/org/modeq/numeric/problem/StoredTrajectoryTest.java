package org.modeq.numeric.problem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.numeric.evaluate.LookAheadLogarithm;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.PolynomialLoss;
import org.modeq.numeric.simulate.GradientMomentum;
import org.modeq.numeric.simulate.InitialState;
import org.modeq.numeric.simulate.OptimizerRun;
import org.modeq.numeric.simulate.StepSizeSchedule;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

@DisplayName("A stored trajectory")
class StoredTrajectoryTest {
    /** x⁴/4 + x²y/2 + y²/2. */
    private static final PolynomialLoss LOSS = PolynomialLoss.of(
            2,
            List.of(
                    new PolynomialLoss.Term(0.25, List.of(4, 0)),
                    new PolynomialLoss.Term(0.5, List.of(2, 1)),
                    new PolynomialLoss.Term(0.5, List.of(0, 2))));

    private static final int STEPS = 103;

    @TempDir
    private Path folder = Path.of("");

    private static OptimizerRun run() {
        return OptimizerRun.of(
                GradientMomentum.average(Rational.of(1, 2)),
                Map.of(Colour.F, LOSS.negativeGradient()),
                StepSizeSchedule.constant(Rational.of(1, 64)),
                InitialState.STEADY,
                1,
                -0.5);
    }

    private Path written(StoredSteps steps) {
        Path file = folder.resolve("runs/run.npy");
        try (TrajectoryWriter writer = TrajectoryWriter.open(file, 2, steps)) {
            run().forEach(STEPS, writer);
        }
        return file;
    }

    private static void refused(String expected, Executable action) {
        String message = assertThrows(IllegalArgumentException.class, action).getMessage();
        assertTrue(message.contains(expected), message);
        assertEquals(1, message.lines().count(), message);
    }

    @Test
    @DisplayName("of every point is the file that NpyFile writes, byte by byte, and gives the points back bit by bit")
    void everyPoint() throws IOException {
        Path file = written(StoredSteps.all());
        List<double[]> points = run().points(STEPS);
        Path whole = folder.resolve("whole.npy");
        NpyFile.write(whole, points);
        assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(file));
        StoredTrajectory stored = StoredTrajectory.open(file, StoredSteps.all());
        assertArrayEquals(points.toArray(), stored.points().toArray());
        assertArrayEquals(points.toArray(), NpyFile.read(file).toArray());
        assertArrayEquals(points.toArray(), PointFile.read(file, 2).toArray());
    }

    @ParameterizedTest(name = "of {0} points every {1} steps has just these, and knows their steps")
    @CsvSource({"1, 1", "1, 10", "4, 10", "3, 4", "5, 5", "7, 103", "1, 1000"})
    void windows(int window, int stride) {
        StoredSteps steps = new StoredSteps(window, stride);
        StoredTrajectory stored = StoredTrajectory.open(written(steps), steps);
        List<double[]> points = run().points(STEPS);
        int row = 0;
        for (int n = 0; n <= STEPS; n++) {
            assertEquals(n % stride < window, steps.contains(n), "step " + n);
            if (n % stride < window) {
                assertEquals(n, stored.step(row));
                assertArrayEquals(points.get(n), stored.points().get(row));
                row++;
            }
        }
        assertEquals(row, stored.points().size());
    }

    /** The look-ahead logarithm of N steps misses that of many by hᴺ, after the burn-in. */
    @Test
    @DisplayName("has in each window the look-ahead logarithm of the whole run")
    void lookAhead() {
        StoredSteps steps = new StoredSteps(5, 20);
        StoredTrajectory stored = StoredTrajectory.open(written(steps), steps);
        List<double[]> points = run().points(STEPS);
        double h = 1 / 64.0;
        for (int window = 0; window < 5; window++) {
            double[] found = stored.lookAhead(5 * window, h, 4);
            assertArrayEquals(LookAheadLogarithm.at(points, 20 * window, h, 4), found);
            double[] better = LookAheadLogarithm.at(points, 20 * window, h, 8);
            double[] gradient = LOSS.gradient(points.get(20 * window));
            double missed = Euclidean.distance(better, found) / Euclidean.norm(gradient);
            // The first window is not on the slow manifold yet, and differences of 2⁻ⁿ do not fall with their order.
            assertTrue(window == 0 ? missed > 1e-4 : missed < 1e-4, "window " + window + " is off by " + missed);
        }
        assertArrayEquals(LookAheadLogarithm.at(points, 22, h, 2), stored.lookAhead(7, h, 2));
        refused("5 consecutive points every 20 steps; expected 4 more points", () -> stored.lookAhead(1, h, 4));
        refused("which has 29 rows", () -> stored.lookAhead(28, h, 1));
        refused("the row -1", () -> stored.lookAhead(-1, h, 1));
        refused("at least 1", () -> stored.lookAhead(0, h, 0));
        refused("positive step size", () -> stored.lookAhead(0, 0, 1));
        StoredTrajectory whole = StoredTrajectory.open(written(StoredSteps.all()), StoredSteps.all());
        assertArrayEquals(LookAheadLogarithm.at(points, 3, h, 8), whole.lookAhead(3, h, 8));
    }

    @Test
    @DisplayName("of long rows can be read while it is written, and what an interrupted writer leaves can be mended")
    void interrupted() throws IOException {
        double[] row = new double[200_000];
        Arrays.setAll(row, i -> i / 3.0);
        Path file = folder.resolve("long.npy");
        try (TrajectoryWriter writer = TrajectoryWriter.open(file, row.length, StoredSteps.all())) {
            refused("0×200000", () -> NpyFile.map(file));
            for (int n = 1; n <= 3; n++) {
                row[7] = n;
                writer.accept(row);
                List<double[]> rows = NpyFile.map(file);
                assertEquals(n, rows.size());
                assertArrayEquals(row, rows.get(n - 1));
            }
        }
        long length = Files.size(file);
        Files.write(file, new byte[1000], StandardOpenOption.APPEND);
        refused("cut the file to " + length + " bytes", () -> NpyFile.map(file));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
        assertArrayEquals(row, NpyFile.map(file).get(2));
    }

    @Test
    @DisplayName("is refused when its file is short, its header is damaged, or a point is not finite; the row is named")
    void damaged() throws IOException {
        StoredSteps all = StoredSteps.all();
        byte[] bytes = Files.readAllBytes(written(all));
        Path file = folder.resolve("damaged.npy");
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        refused("has 1663 bytes after its header, expected those of 104×2", () -> StoredTrajectory.open(file, all));
        Files.write(file, Arrays.copyOf(bytes, 60));
        refused("is not in NumPy's format", () -> StoredTrajectory.open(file, all));
        Files.write(file, new byte[0]);
        refused("is not in NumPy's format", () -> StoredTrajectory.open(file, all));
        byte[] header = bytes.clone();
        header[20] = '?';
        Files.write(file, header);
        refused("expected a vector or matrix of '<f8' or '<f4'", () -> StoredTrajectory.open(file, all));
        refused("there is no file", () -> StoredTrajectory.open(folder.resolve("none.npy"), all));
        refused("a folder of that name", () -> StoredTrajectory.open(folder, all));

        byte[] notFinite = bytes.clone();
        int place = 128 + 8 * (2 * 50 + 1);
        ByteBuffer.wrap(notFinite).order(ByteOrder.LITTLE_ENDIAN).putDouble(place, Double.NaN);
        Files.write(file, notFinite);
        StoredTrajectory stored = StoredTrajectory.open(file, all);
        assertEquals(2, stored.points().get(49).length);
        refused("row 50, column 1 (from 0)", () -> stored.points().get(50));
        refused("row 50, column 1 (from 0)", () -> stored.lookAhead(48, 0.1, 4));
        refused("row 50, column 1 (from 0)", () -> PointFile.read(file, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> stored.points().get(104));
    }

    @Test
    @DisplayName(
            "is not written with points of another dimension or that are not finite, nor where nothing can be written")
    void unwritable() {
        Path file = folder.resolve("bad.npy");
        try (TrajectoryWriter writer = TrajectoryWriter.open(file, 2, StoredSteps.every(2))) {
            writer.accept(new double[] {1, 2});
            writer.accept(new double[] {1, Double.NaN});
            refused("dimension 3 at step 2", () -> writer.accept(new double[3]));
            String message = assertThrows(
                            ArithmeticException.class, () -> writer.accept(new double[] {1, Double.POSITIVE_INFINITY}))
                    .getMessage();
            assertTrue(message.contains("coordinate 2 of the parameters is Infinity at step 2"), message);
            writer.accept(new double[] {3, 4});
        }
        assertArrayEquals(new double[][] {{1, 2}, {3, 4}}, NpyFile.map(file).toArray());
        refused("cannot write", () -> TrajectoryWriter.open(folder, 2, StoredSteps.all()));
        refused("dimension 0", () -> TrajectoryWriter.open(file, 0, StoredSteps.all()));
        refused("windows of 3 points every 2", () -> new StoredSteps(3, 2));
        refused("windows of 0 points", () -> new StoredSteps(0, 2));
    }

    /** 2.4 GB of zeros, nearly all of them holes of the file; rows of 8000 bytes lie across the ends of the maps. */
    @Test
    @DisplayName("of more than 2 GB is read row by row, also across the ends of maps, and no row before it")
    void sparse() throws IOException {
        int rows = 300_000;
        int columns = 1000;
        assumeTrue(
                Files.getFileStore(folder).getUsableSpace() > 3_000_000_000L,
                "skipped: less than 3 GB free for a sparse file");
        Path file = folder.resolve("sparse.npy");
        List<Integer> written = new ArrayList<>(List.of(0, (1 << 30) / 8000, (int) ((1L << 31) / 8000), rows - 1));
        double[] row = new double[columns];
        Arrays.setAll(row, i -> 1.0 / (i + 1));
        ByteBuffer bytes = ByteBuffer.allocate(8 * columns).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(row);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.SPARSE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(NpyHeader.ofDoubles(rows, columns)));
            for (int index : written) {
                channel.write(bytes.rewind(), 128 + 8000L * index);
            }
        } catch (IOException failure) {
            abort("skipped: the file system makes no sparse file of 2.4 GB: " + failure);
        }
        StoredTrajectory stored = StoredTrajectory.open(file, StoredSteps.all());
        assertEquals(rows, stored.points().size());
        for (int index : written) {
            assertArrayEquals(row, stored.points().get(index), "row " + index);
        }
        assertArrayEquals(new double[columns], stored.points().get(200_000));
        // From 0 to the row before last, to the last: Δ = 0 and row.
        double[] logarithm = stored.lookAhead(rows - 3, 0.5, 2);
        for (int j = 0; j < columns; j++) {
            assertEquals(-row[j], logarithm[j], "the second difference is halved, and so is h");
        }
    }
}
