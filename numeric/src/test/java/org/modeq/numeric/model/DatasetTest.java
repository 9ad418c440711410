package org.modeq.numeric.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A dataset")
class DatasetTest {
    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static NumberTable table(String text) {
        return NumberTable.read(stream(text), "data.csv");
    }

    @Nested
    @DisplayName("read from comma-separated values")
    class ReadFromText {
        @Test
        @DisplayName("takes features and target from the columns named, and skips a header")
        void columns() {
            Dataset data = Dataset.of(table("a,b,class\n1,2,0\n3,4,1\n\n"), IndexRange.parse("1-2"), 3);
            assertEquals(2, data.size());
            assertArrayEquals(new double[] {1, 2, 3, 4}, data.features().data);
            assertArrayEquals(new double[] {0, 1}, data.targets());
        }

        @Test
        @DisplayName("is read the same when it is compressed, from a file or a stream")
        void compressed(@TempDir Path directory) throws IOException {
            Path file = directory.resolve("data.csv.gz");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write("1,2\r\n3,4\r\n".getBytes(StandardCharsets.UTF_8));
            }
            Files.write(file, bytes.toByteArray());
            NumberTable table = NumberTable.read(file);
            assertEquals(2, table.rowCount());
            assertEquals(4, table.at(1, 1));
        }

        @ParameterizedTest(name = "''{0}'' is refused because of: {1}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "1,2;3|line 2 has 1 columns, expected 2",
                    "1,2;3,x|line 2, column 2 is 'x', expected a finite number",
                    "1,2;3,NaN|line 2, column 2 is 'NaN', expected a finite number",
                    "1,2;Infinity,3|line 2, column 1 is 'Infinity', expected a finite number",
                    "1,2;3,|line 2, column 2 is '', expected a finite number",
                    "a,b|holds no row of numbers",
                    "' '|holds no row of numbers"
                })
        void broken(String text, String reason) {
            String message = assertThrows(IllegalArgumentException.class, () -> table(text.replace(';', '\n')))
                    .getMessage();
            assertTrue(message.startsWith("data.csv") && message.contains(reason), message);
        }

        @Test
        @DisplayName("is refused by the name of the directory searched when there is no such file")
        void missingFile(@TempDir Path directory) {
            String message = assertThrows(
                            IllegalArgumentException.class, () -> NumberTable.read(directory.resolve("nothing.csv")))
                    .getMessage();
            assertTrue(message.contains("'nothing.csv'") && message.contains(directory.toString()), message);
        }

        @Test
        @DisplayName("is refused when the compressed file breaks off")
        void brokenOff() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write("1,2\n3,4\n".repeat(1000).getBytes(StandardCharsets.UTF_8));
            }
            byte[] half = Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> NumberTable.read(new ByteArrayInputStream(half), "data.csv.gz"));
        }

        @Test
        @DisplayName("is refused when a column is not there")
        void wrongColumn() {
            NumberTable table = table("1,2,3\n");
            String message = assertThrows(
                            IllegalArgumentException.class, () -> Dataset.of(table, IndexRange.parse("1-4"), 3))
                    .getMessage();
            assertTrue(message.contains("columns from 1 to 3"), message);
            assertThrows(IllegalArgumentException.class, () -> Dataset.of(table, IndexRange.parse("1-2"), 0));
        }
    }

    @Nested
    @DisplayName("of four samples with the targets 0, 1, 2, 1")
    class FourSamples {
        private final Dataset data =
                Dataset.of(new DMatrixRMaj(new double[][] {{1, 2}, {3, 4}, {5, 6}, {7, 8}}), 0, 1, 2, 1);

        @Test
        @DisplayName("gives rows by range, by index and by class")
        void subsets() {
            assertArrayEquals(
                    new double[] {1, 2}, data.rows(IndexRange.parse("2-3")).targets());
            assertArrayEquals(new double[] {7, 8, 1, 2}, data.select(3, 0).features().data);
            assertArrayEquals(
                    new double[] {3, 4, 7, 8}, data.where(target -> target == 1).features().data);
            assertArrayEquals(new double[] {0.5, 1}, data.select(0).scaled(0.5).features().data);
        }

        @Test
        @DisplayName("gives the features in other places, and samples of several datasets one after the other")
        void rearrangedAndTogether() {
            Dataset swapped = data.rearranged(column -> 1 - column);
            assertArrayEquals(new double[] {2, 1, 4, 3, 6, 5, 8, 7}, swapped.features().data);
            assertArrayEquals(data.targets(), swapped.targets());
            Dataset both = Dataset.together(List.of(data.select(3), swapped.select(0, 1)));
            assertArrayEquals(new double[] {7, 8, 2, 1, 4, 3}, both.features().data);
            double[] targets = data.targets();
            assertArrayEquals(new double[] {targets[3], targets[0], targets[1]}, both.targets());
        }

        @Test
        @DisplayName("refuses places that are not there, and datasets of other features or none to put together")
        void notTogether() {
            assertThrows(IllegalArgumentException.class, () -> data.rearranged(column -> column + 1));
            assertThrows(IllegalArgumentException.class, () -> Dataset.together(List.of()));
            Dataset narrow = Dataset.of(new DMatrixRMaj(1, 1), 0);
            assertThrows(IllegalArgumentException.class, () -> Dataset.together(List.of(data, narrow)));
        }

        @Test
        @DisplayName("gives the indicators of the classes")
        void indicators() {
            assertArrayEquals(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0}, data.classIndicators(3).data);
        }

        @Test
        @DisplayName("refuses rows that are not there, tasks without samples, too few classes")
        void refusals() {
            assertThrows(IllegalArgumentException.class, () -> data.rows(IndexRange.parse("3-5")));
            assertThrows(IllegalArgumentException.class, () -> data.select(4));
            assertThrows(IllegalArgumentException.class, () -> data.select());
            assertThrows(IllegalArgumentException.class, () -> data.where(target -> target > 2));
            assertThrows(IllegalArgumentException.class, () -> data.classIndicators(2));
            assertThrows(IllegalArgumentException.class, () -> data.scaled(Double.NaN));
        }

        @Test
        @DisplayName("does not fit a network of other inputs or of too few outputs")
        void network() {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> NetworkLoss.of(DenseNetwork.of(3, 3), OutputLoss.SOFTMAX_CROSS_ENTROPY, data));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> NetworkLoss.of(DenseNetwork.of(2, 2), OutputLoss.SOFTMAX_CROSS_ENTROPY, data));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> NetworkLoss.of(DenseNetwork.of(2, 1), OutputLoss.SOFTMAX_CROSS_ENTROPY, data));
        }
    }

    @ParameterizedTest(name = "the range ''{0}'' is refused")
    @ValueSource(strings = {"", "0-3", "5-2", "a-b", "1-2-3", "-3", "1.5"})
    void badRange(String text) {
        assertThrows(IllegalArgumentException.class, () -> IndexRange.parse(text));
    }

    @Test
    @DisplayName("of digits has 1797 samples of 64 pixels between 0 and 1 and the classes 0 to 9")
    void digits() {
        Dataset digits = Digits.load();
        assertEquals(1797, digits.size());
        assertEquals(64, digits.featureCount());
        assertEquals(1.0, Arrays.stream(digits.features().data).max().orElseThrow());
        assertEquals(0.0, Arrays.stream(digits.features().data).min().orElseThrow());
        assertEquals(10, Arrays.stream(digits.targets()).distinct().count());
    }
}
