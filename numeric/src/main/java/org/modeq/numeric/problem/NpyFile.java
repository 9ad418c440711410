package org.modeq.numeric.problem;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Matrices of doubles as NumPy reads them with {@code numpy.load}.
 *
 * <p>The format NPY version 1.0: {@code \x93NUMPY}, 1, 0, the length of the header in two bytes, a header that says
 * {@code '<f8'}, C order and the shape, padded with spaces to a multiple of 64 bytes and ended by a line feed; then the
 * numbers, row by row, low byte first.
 */
public final class NpyFile {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;

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
                stream.write(head(rows.size(), rows.get(0).length));
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

    private static byte[] head(int rows, int columns) {
        String entries = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + rows + ", " + columns + "), }";
        int before = MAGIC.length + Short.BYTES;
        int unpadded = before + entries.length() + 1;
        int length = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        String header = entries + " ".repeat(length - unpadded) + "\n";
        byte[] head = new byte[length];
        littleEndian(head).put(MAGIC).putShort((short) header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
        return head;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
