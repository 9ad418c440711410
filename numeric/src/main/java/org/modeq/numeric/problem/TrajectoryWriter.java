package org.modeq.numeric.problem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * Writes the points of a run, or some of them, as the rows of a file for {@code numpy.load} while the run is made.
 *
 * <p>One mebibyte of memory, whatever the run. The header counts the rows whenever a mebibyte or a row of more has been written, so
 * that a run that is interrupted leaves nearly all its points. For one thread.
 */
public final class TrajectoryWriter implements Consumer<double[]>, AutoCloseable {
    private static final int BUFFERED = 1 << 20;

    private final Path file;
    private final FileChannel channel;
    private final int dimension;
    private final StoredSteps steps;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFERED).order(ByteOrder.LITTLE_ENDIAN);
    private long step;
    private int rows;
    private long unrecorded;

    private TrajectoryWriter(Path file, FileChannel channel, int dimension, StoredSteps steps) {
        this.file = file;
        this.channel = channel;
        this.dimension = dimension;
        this.steps = steps;
    }

    /**
     * Begins a file, its folder made if there is none; what was in the file is lost.
     *
     * @param file the file
     * @param dimension d ≥ 1
     * @param steps which points are stored
     * @return a writer that waits for θ₀
     * @throws IllegalArgumentException if d &lt; 1 or the file cannot be written
     */
    public static TrajectoryWriter open(Path file, int dimension, StoredSteps steps) {
        if (dimension < 1) {
            throw new IllegalArgumentException("given points of dimension " + dimension + ", expected at least 1");
        }
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
            TrajectoryWriter writer = new TrajectoryWriter(file, channel, dimension, steps);
            writer.record();
            channel.position(channel.size());
            return writer;
        } catch (IOException failure) {
            throw unwritable(file, failure);
        }
    }

    private static IllegalArgumentException unwritable(Path file, IOException failure) {
        return new IllegalArgumentException(
                "cannot write '" + file + "'; name a file in a folder that can be written and has room", failure);
    }

    /**
     * The next point of the run; it is written if its step is one of those stored.
     *
     * @param point θₙ, n being the number of points so far
     * @throws IllegalArgumentException if it has another dimension, the file cannot be written, or has 999 999 999 rows already
     * @throws ArithmeticException if a coordinate that would be written is not finite
     */
    @Override
    public void accept(double[] point) {
        if (point.length != dimension) {
            throw new IllegalArgumentException("given a point of dimension " + point.length + " at step " + step
                    + ", expected the dimension " + dimension + " of the file " + file);
        }
        if (steps.contains(step)) {
            requireRow(point);
            try {
                append(point);
            } catch (IOException failure) {
                throw unwritable(file, failure);
            }
        }
        step++;
    }

    private void requireRow(double[] point) {
        if (rows == NpyHeader.MOST_ROWS) {
            throw new IllegalArgumentException("given more than " + NpyHeader.MOST_ROWS + " points for the file " + file
                    + ", expected at most so many; store fewer points of the run");
        }
        for (int i = 0; i < dimension; i++) {
            if (!Double.isFinite(point[i])) {
                throw new ArithmeticException("coordinate " + (i + 1) + " of the parameters is " + point[i]
                        + " at step " + step + "; take a smaller step size");
            }
        }
    }

    private void append(double[] point) throws IOException {
        for (double entry : point) {
            if (!buffer.hasRemaining()) {
                drain();
            }
            buffer.putDouble(entry);
        }
        rows++;
        unrecorded += (long) dimension * Double.BYTES;
        if (unrecorded >= BUFFERED) {
            drain();
            record();
        }
    }

    private void drain() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    /** Says in the header how many rows there are. */
    private void record() throws IOException {
        ByteBuffer header = ByteBuffer.wrap(NpyHeader.ofDoubles(rows, dimension));
        while (header.hasRemaining()) {
            channel.write(header, header.position());
        }
        unrecorded = 0;
    }

    /**
     * Ends the file.
     *
     * @throws IllegalArgumentException if it cannot be written
     */
    @Override
    public void close() {
        try (channel) {
            if (channel.isOpen()) {
                drain();
                record();
                channel.force(true);
            }
        } catch (IOException failure) {
            throw unwritable(file, failure);
        }
    }
}
