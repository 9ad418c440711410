package org.modeq.numeric.problem;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Matrices of doubles as NumPy reads them with {@code numpy.load} and writes them with {@code numpy.save}.
 *
 * <p>The format NPY version 1.0: {@code \x93NUMPY}, 1, 0, the length of the header in two bytes, a header that says
 * {@code '<f8'}, C order and the shape, padded with spaces to a multiple of 64 bytes and ended by a line feed; then the
 * numbers, row by row, low byte first.
 */
public final class NpyFile {
    private NpyFile() {}

    /**
     * Writes a matrix, its folder made if there is none.
     *
     * @param file the file
     * @param rows the rows, at least one, of one length
     * @throws IllegalArgumentException if there is no row, the rows differ in length, or the file cannot be written
     */
    public static void write(Path file, List<double[]> rows) {
        if (rows.isEmpty() || rows.stream().anyMatch(row -> row.length != rows.get(0).length)) {
            throw new IllegalArgumentException("given " + rows.size() + " rows of the lengths "
                    + rows.stream().map(row -> row.length).distinct().toList()
                    + ", expected at least one row and one length");
        }
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file))) {
                stream.write(NpyHeader.ofDoubles(rows.size(), rows.get(0).length));
                for (double[] row : rows) {
                    byte[] bytes = new byte[Math.multiplyExact(row.length, Double.BYTES)];
                    littleEndian(bytes).asDoubleBuffer().put(row);
                    stream.write(bytes);
                }
            }
        } catch (IOException failure) {
            throw new IllegalArgumentException(
                    "cannot write '" + file + "'; name a file in a folder that can be written", failure);
        }
    }

    /**
     * Reads a matrix of doubles or of single precision, in C or Fortran order; a vector is a single row.
     *
     * @param file the file
     * @return the rows, at least one
     * @throws IllegalArgumentException if there is no such file, it is not of this format, it holds something else than a
     *     vector or matrix of finite real numbers, or it breaks off
     */
    public static List<double[]> read(Path file) {
        return List.copyOf(MappedRows.of(file));
    }

    /**
     * The rows of a matrix of any length, also above the memory, each read from the mapped file when it is asked for.
     *
     * <p>A row of d doubles in C order costs as much as reading 8d bytes; in Fortran order it lies scattered over the file. The
     * file must not change meanwhile. For any number of threads.
     *
     * @param file the file
     * @return the rows, at least one, each a new array; {@code get} refuses, by an IllegalArgumentException, a row with a
     *     number that is not finite
     * @throws IllegalArgumentException if there is no such file, it is not of this format, it holds something else than a
     *     vector or matrix of real numbers, or it breaks off
     */
    public static List<double[]> map(Path file) {
        return MappedRows.of(file);
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
