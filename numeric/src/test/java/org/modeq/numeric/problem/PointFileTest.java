package org.modeq.numeric.problem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A file of points")
class PointFileTest {
    @TempDir
    private Path folder = Path.of("");

    private Path text(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /** A file of the format by hand: version, header, numbers. */
    private Path npy(int version, String header, int bytesPerNumber, double... numbers) {
        byte[] text = header.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer bytes = ByteBuffer.allocate(12 + text.length + bytesPerNumber * numbers.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) version)
                .put((byte) 0);
        if (version == 1) {
            bytes.putShort((short) text.length);
        } else {
            bytes.putInt(text.length);
        }
        bytes.put(text);
        for (double number : numbers) {
            if (bytesPerNumber == Double.BYTES) {
                bytes.putDouble(number);
            } else {
                bytes.putFloat((float) number);
            }
        }
        byte[] whole = new byte[bytes.position()];
        bytes.flip().get(whole);
        try {
            return Files.write(folder.resolve("points.npy"), whole);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static String header(String type, String order, String shape) {
        return "{'descr': '" + type + "', 'fortran_order': " + order + ", 'shape': " + shape + ", }   \n";
    }

    @Test
    @DisplayName("gives rows as points, and a column of d numbers as one point")
    void table() {
        assertArrayEquals(
                new double[][] {{1, 2}, {3, 4}},
                PointFile.read(text("run.csv", "1,2\n3,4\n"), 2).toArray());
        assertArrayEquals(
                new double[][] {{1, 2, 3}},
                PointFile.read(text("point.csv", "1\n2\n3\n"), 3).toArray());
        assertArrayEquals(
                new double[][] {{1}, {2}},
                PointFile.read(text("line.csv", "1\n2\n"), 1).toArray());
    }

    @Test
    @DisplayName("reads what it writes, bit by bit")
    void roundTrip() {
        Path file = folder.resolve("a/run.NPY");
        List<double[]> rows = List.of(new double[] {1e-300, -0.0, Math.PI}, new double[] {Double.MIN_VALUE, 1e300, 3});
        NpyFile.write(file, rows);
        assertArrayEquals(rows.toArray(), PointFile.read(file, 3).toArray());
    }

    @Test
    @DisplayName("reads single precision, Fortran order, vectors and later versions of the format")
    void otherArrays() {
        assertArrayEquals(
                new double[][] {{1, 3, 5}, {2, 4, 6}},
                NpyFile.read(npy(1, header("<f8", "True", "(2, 3)"), 8, 1, 2, 3, 4, 5, 6))
                        .toArray());
        assertArrayEquals(
                new double[][] {{0.5, 0.25}},
                NpyFile.read(npy(2, header("<f4", "False", "(2,)"), 4, 0.5, 0.25))
                        .toArray());
        assertArrayEquals(
                new double[][] {{7}},
                NpyFile.read(npy(3, header("<f8", "False", "(1, 1)"), 8, 7)).toArray());
    }

    @ParameterizedTest(name = "is refused with the header {0} {1} {2}: {4}")
    @CsvSource(
            delimiter = ';',
            value = {
                "<i8; False; (2, 1); 1; expected a vector or matrix of '<f8' or '<f4'",
                ">f8; False; (2, 1); 1; expected a vector or matrix",
                "<f8; False; (2, 1, 1); 1; expected a vector or matrix",
                "<f8; False; (); 1; expected a vector or matrix",
                "<f8; Maybe; (2, 1); 1; expected a vector or matrix",
                "<f8; False; (3, 1); 1; has 16 bytes after its header, expected those of 3×1 numbers",
                "<f8; False; (0, 2); 1; expected those of 0×2 numbers, at least one",
                "<f8; False; (99999999, 99999999); 1; expected those of 99999999×99999999",
                "<f8; False; (2, 1); NaN; has the number NaN, expected finite numbers"
            })
    void badArrays(String type, String order, String shape, double second, String expected) {
        refused(npy(1, header(type, order, shape), 8, 1, second), 1, expected);
    }

    @Test
    @DisplayName("is refused if it is missing, cut off, or of another dimension")
    void badFiles() {
        refused(folder.resolve("none.npy"), 1, "there is no file");
        refused(folder.resolve("none.csv"), 1, "there is no file");
        refused(text("short.npy", "\u0093NUM"), 1, "is not in NumPy's format");
        refused(text("text.npy", "1, 2, 3, 4, 5, 6, 7, 8"), 1, "is not in NumPy's format");
        refused(npy(9, header("<f8", "False", "(1,)"), 8, 1), 1, "is not in NumPy's format");
        refused(
                text("wide.csv", "1,2\n3,4\n"),
                3,
                "holds 2 rows of 2 numbers, expected a point of 3 parameters in each row, or 3 lines of one number");
    }

    private static void refused(Path file, int dimension, String expected) {
        String message = assertThrows(IllegalArgumentException.class, () -> PointFile.read(file, dimension))
                .getMessage();
        assertTrue(message.contains(expected), message);
        assertTrue(message.contains(String.valueOf(file.getFileName())), message);
        assertFalse(message.contains("Exception"), message);
        assertEquals(1, message.lines().count(), message);
    }
}
