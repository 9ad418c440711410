package org.modeq.numeric.problem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the numbers of a file in NumPy's format.
 *
 * @param rows the number of rows; a vector is a single row
 * @param columns the number of columns
 * @param isDouble whether numbers have eight bytes, not four
 * @param isFortran whether they stand column by column
 * @param length the number of bytes before them
 */
record NpyHeader(int rows, int columns, boolean isDouble, boolean isFortran, long length) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;

    /** The magic string, the version, and the length of the header in four bytes. */
    private static final int LONGEST_START = 12;

    private static final int LONGEST_TEXT = 1 << 16;

    /** Nine digits. */
    static final int MOST_ROWS = 999_999_999;

    private static final Pattern HEADER =
            Pattern.compile("\\s*\\{'descr': *'<f([48])', *'fortran_order': *(True|False), *"
                    + "'shape': *\\((\\d{1,9}), *(?:(\\d{1,9}),? *)?\\),? *\\}\\s*");

    /** The bytes of one number. */
    int numberLength() {
        return isDouble ? Double.BYTES : Float.BYTES;
    }

    /** The bytes of all numbers. */
    long contentLength() {
        return (long) rows * columns * numberLength();
    }

    /** Reads the header of a file and checks that as many numbers follow as it says. */
    static NpyHeader read(FileChannel channel, Path file) throws IOException {
        ByteBuffer start = bytes(channel, 0, (int) Math.min(channel.size(), LONGEST_START));
        byte[] magic = new byte[MAGIC.length - 2];
        if (start.remaining() == LONGEST_START) {
            start.get(magic);
            int version = start.get();
            start.get();
            boolean isKnown = Arrays.equals(magic, Arrays.copyOf(MAGIC, magic.length)) && version >= 1 && version <= 3;
            int length = version == 1 ? Short.toUnsignedInt(start.getShort()) : start.getInt();
            if (isKnown && length >= 0 && length <= Math.min(LONGEST_TEXT, channel.size() - start.position())) {
                String text = StandardCharsets.US_ASCII
                        .decode(bytes(channel, start.position(), length))
                        .toString();
                NpyHeader header = parse(text, (long) start.position() + length, file);
                header.requireContent(channel.size() - header.length, file);
                return header;
            }
        }
        throw new IllegalArgumentException("the file " + file + " is not in NumPy's format NPY; save it by numpy.save");
    }

    private static ByteBuffer bytes(FileChannel channel, long position, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) >= 0) {
            // A channel may give fewer bytes than are asked for.
        }
        return bytes.flip();
    }

    private static NpyHeader parse(String text, long length, Path file) {
        Matcher matcher = HEADER.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("the file " + file + " has the header " + text.strip()
                    + ", expected a vector or matrix of '<f8' or '<f4'; save it by numpy.save(file, x.astype('<f8'))");
        }
        boolean isVector = matcher.group(4) == null;
        return new NpyHeader(
                isVector ? 1 : Integer.parseInt(matcher.group(3)),
                Integer.parseInt(matcher.group(isVector ? 3 : 4)),
                matcher.group(1).equals("8"),
                matcher.group(2).equals("True"),
                length);
    }

    private void requireContent(long found, Path file) {
        if (rows < 1 || columns < 1 || contentLength() != found) {
            boolean isCut = rows >= 1 && columns >= 1 && contentLength() < found;
            throw new IllegalArgumentException("the file " + file + " has " + found
                    + " bytes after its header, expected those of " + rows + "×" + columns
                    + " numbers, at least one; save it again"
                    + (isCut
                            ? ", or, if the run that wrote it was interrupted, cut the file to "
                                    + (length + contentLength()) + " bytes"
                            : ""));
        }
    }

    /** The bytes before a matrix of doubles, row by row: 128 whatever the shape. */
    static byte[] ofDoubles(int rows, int columns) {
        String entries = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + rows + ", " + columns + "), }";
        int before = MAGIC.length + Short.BYTES;
        int unpadded = before + entries.length() + 1;
        int length = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        String header = entries + " ".repeat(length - unpadded) + "\n";
        byte[] head = new byte[length];
        ByteBuffer.wrap(head)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putShort((short) header.length())
                .put(header.getBytes(StandardCharsets.US_ASCII));
        return head;
    }
}
