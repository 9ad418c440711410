package org.modeq.numeric.model;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A table of finite numbers, read from comma-separated values, compressed by gzip or not; immutable. */
public final class NumberTable {
    private static final int GZIP_MAGIC = 0x1f8b;

    private final String source;
    private final List<double[]> rows;

    private NumberTable(String source, List<double[]> rows) {
        this.source = source;
        this.rows = rows;
    }

    /**
     * Reads a file.
     *
     * @param file its path
     * @return the table
     * @throws IllegalArgumentException if there is no such file, it cannot be read, or it is not a table of numbers
     */
    public static NumberTable read(Path file) {
        if (!Files.isRegularFile(file)) {
            Path directory = file.toAbsolutePath().normalize().getParent();
            throw new IllegalArgumentException("there is no file '" + file.getFileName() + "' in the directory "
                    + directory + "; put it there or correct the path");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return read(stream, file.toString());
        } catch (IOException problem) {
            throw new IllegalArgumentException(
                    "the file " + file + " cannot be read (" + problem.getMessage() + "); give one that can", problem);
        }
    }

    /**
     * Reads a stream to its end. A first line in which something is not a number is a header and skipped.
     *
     * @param stream the bytes, in UTF-8, compressed by gzip or not
     * @param source what to call the stream in messages
     * @return the table
     * @throws IllegalArgumentException if the stream breaks off, holds no row, the rows differ in length, or an entry
     *     is not a finite number
     */
    public static NumberTable read(InputStream stream, String source) {
        try (BufferedReader reader = reader(stream)) {
            List<double[]> rows = new ArrayList<>();
            int lineNumber = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lineNumber++;
                boolean isHeader = lineNumber == 1 && !isAllNumbers(line);
                if (!line.isBlank() && !isHeader) {
                    rows.add(row(line, source + ", line " + lineNumber, rows));
                }
            }
            if (rows.isEmpty()) {
                throw new IllegalArgumentException(source + " holds no row of numbers, expected at least one");
            }
            return new NumberTable(source, rows);
        } catch (IOException problem) {
            throw new IllegalArgumentException(
                    source + " cannot be read to its end (" + problem.getMessage() + "); give a complete file",
                    problem);
        }
    }

    private static BufferedReader reader(InputStream stream) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(stream);
        bytes.mark(2);
        int magic = bytes.read() << Byte.SIZE | bytes.read();
        bytes.reset();
        InputStream text = magic == GZIP_MAGIC ? new GZIPInputStream(bytes) : bytes;
        return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
    }

    private static boolean isAllNumbers(String line) {
        for (String entry : line.split(",", -1)) {
            try {
                Double.parseDouble(entry.strip());
            } catch (NumberFormatException notANumber) {
                return false;
            }
        }
        return true;
    }

    private static double[] row(String line, String place, List<double[]> earlier) {
        String[] entries = line.split(",", -1);
        if (!earlier.isEmpty() && entries.length != earlier.get(0).length) {
            throw new IllegalArgumentException(place + " has " + entries.length + " columns, expected "
                    + earlier.get(0).length + " as in the first row; complete the row or remove it");
        }
        double[] row = new double[entries.length];
        for (int j = 0; j < row.length; j++) {
            row[j] = number(entries[j].strip(), place + ", column " + (j + 1));
        }
        return row;
    }

    private static double number(String entry, String place) {
        double number = Double.NaN;
        try {
            number = Double.parseDouble(entry);
        } catch (NumberFormatException notANumber) {
            // Refused below, together with NaN and the infinities.
        }
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(
                    place + " is '" + entry + "', expected a finite number; correct the entry or remove the row");
        }
        return number;
    }

    /** {@return the number of rows, at least 1} */
    public int rowCount() {
        return rows.size();
    }

    /** {@return the number of columns, at least 1} */
    public int columnCount() {
        return rows.get(0).length;
    }

    /**
     * An entry.
     *
     * @param row its row, counted from 0
     * @param column its column, counted from 0
     * @return the number there
     */
    public double at(int row, int column) {
        return rows.get(row)[column];
    }

    /** {@return what the table was read from} */
    public String source() {
        return source;
    }
}
