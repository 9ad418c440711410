package org.modeq.numeric.problem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A file for numpy.load")
class NpyFileTest {
    @TempDir
    private Path folder = Path.of("");

    /** The bytes by the description of the format, NumPy Enhancement Proposal 1. */
    @Test
    @DisplayName("is magic, version, header of 118 bytes, and the rows in little endian")
    void bytes() throws IOException {
        Path file = folder.resolve("new").resolve("fields.npy");
        NpyFile.write(file, List.of(new double[] {1, -2, 0.5}, new double[] {0, 1e-3, Double.MAX_VALUE}));
        byte[] bytes = Files.readAllBytes(file);
        HexFormat hex = HexFormat.of();
        assertEquals("934e554d505901007600", hex.formatHex(bytes, 0, 10));
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }";
        assertEquals(
                header + " ".repeat(117 - header.length()) + "\n",
                new String(bytes, 10, 118, StandardCharsets.US_ASCII));
        assertEquals(
                "000000000000f03f" + "00000000000000c0" + "000000000000e03f" + "0000000000000000" + "fca9f1d24d62503f"
                        + "ffffffffffffef7f",
                hex.formatHex(bytes, 128, bytes.length));
    }

    @Test
    @DisplayName("begins its numbers at a multiple of 64 bytes, whatever the shape")
    void alignment() throws IOException {
        double[] row = new double[123_457];
        Arrays.setAll(row, i -> i / 7.0);
        Path file = folder.resolve("long.npy");
        NpyFile.write(file, List.of(row, row));
        byte[] bytes = Files.readAllBytes(file);
        int start = 10 + ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(8);
        assertEquals(0, start % 64);
        assertEquals('\n', bytes[start - 1]);
        assertEquals(start + 2 * 8 * row.length, bytes.length);
        double[] last = new double[row.length];
        ByteBuffer.wrap(bytes, start + 8 * row.length, 8 * row.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer()
                .get(last);
        assertArrayEquals(row, last);
    }

    @Test
    @DisplayName("is refused without a row, with rows of several lengths, and where nothing can be written")
    void refused() {
        Path file = folder.resolve("bad.npy");
        for (List<double[]> rows : List.of(List.<double[]>of(), List.of(new double[1], new double[2]))) {
            String message = assertThrows(IllegalArgumentException.class, () -> NpyFile.write(file, rows))
                    .getMessage();
            assertTrue(message.contains("expected at least one row and one length"), message);
        }
        String message = assertThrows(
                        IllegalArgumentException.class, () -> NpyFile.write(folder, List.of(new double[] {1})))
                .getMessage();
        assertTrue(message.contains("cannot write"), message);
    }
}
