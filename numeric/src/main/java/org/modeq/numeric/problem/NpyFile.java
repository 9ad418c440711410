package org.modeq.numeric.problem;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Matrices of doubles as NumPy reads them with {@code numpy.load} and writes them with {@code numpy.save}.
 *
 * <p>The format NPY version 1.0: {@code \x93NUMPY}, 1, 0, the length of the header in two bytes, a header that says
 * {@code '<f8'}, C order and the shape, padded with spaces to a multiple of 64 bytes and ended by a line feed; then the
 * numbers, row by row, low byte first.
 */
public final class NpyFile {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;

    /** The magic string, the version, and the length of the header in four bytes. */
    private static final int LONGEST_START = 12;

    private static final Pattern HEADER =
            Pattern.compile("\\s*\\{'descr': *'<f([48])', *'fortran_order': *(True|False), *"
                    + "'shape': *\\((\\d{1,9}), *(?:(\\d{1,9}),? *)?\\),? *\\}\\s*");

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

    /**
     * Reads a matrix of doubles or of single precision, in C or Fortran order; a vector is a single row.
     *
     * @param file the file
     * @return the rows, at least one
     * @throws IllegalArgumentException if there is no such file, it is not of this format, it holds something else than a
     *     vector or matrix of finite real numbers, or it breaks off
     */
    public static List<double[]> read(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException | OutOfMemoryError failure) {
            throw new IllegalArgumentException(
                    "cannot read '" + file + "'; name a file that exists and is smaller than the memory", failure);
        }
        ByteBuffer content = littleEndian(bytes);
        String header = header(content, file);
        Matcher matcher = HEADER.matcher(header);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("the file " + file + " has the header " + header.strip()
                    + ", expected a vector or matrix of '<f8' or '<f4'; save it by numpy.save(file, x.astype('<f8'))");
        }
        boolean isDouble = matcher.group(1).equals("8");
        int rows = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(3));
        int columns = Integer.parseInt(matcher.group(matcher.group(4) == null ? 3 : 4));
        if (rows < 1
                || columns < 1
                || (long) rows * columns * (isDouble ? Double.BYTES : Float.BYTES) != content.remaining()) {
            throw new IllegalArgumentException("the file " + file + " has " + content.remaining()
                    + " bytes after its header, expected those of " + rows + "×" + columns
                    + " numbers, at least one; save it again");
        }
        List<double[]> matrix = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            matrix.add(new double[columns]);
        }
        boolean isFortran = matcher.group(2).equals("True");
        for (int place = 0; place < rows * columns; place++) {
            double number = isDouble ? content.getDouble() : content.getFloat();
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException(
                        "the file " + file + " has the number " + number + ", expected finite numbers; correct it");
            }
            int row = isFortran ? place % rows : place / columns;
            matrix.get(row)[isFortran ? place / rows : place % columns] = number;
        }
        return List.copyOf(matrix);
    }

    /** The text after the magic string; the buffer then stands at the first number. */
    private static String header(ByteBuffer content, Path file) {
        byte[] magic = new byte[MAGIC.length - 2];
        if (content.remaining() >= LONGEST_START) {
            content.get(magic);
            int version = content.get();
            content.get();
            int length = version == 1 ? Short.toUnsignedInt(content.getShort()) : content.getInt();
            boolean isKnown = Arrays.equals(magic, Arrays.copyOf(MAGIC, magic.length)) && version >= 1 && version <= 3;
            if (isKnown && length >= 0 && length <= content.remaining()) {
                byte[] header = new byte[length];
                content.get(header);
                return new String(header, StandardCharsets.US_ASCII);
            }
        }
        throw new IllegalArgumentException("the file " + file + " is not in NumPy's format NPY; save it by numpy.save");
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
