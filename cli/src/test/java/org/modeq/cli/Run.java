package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** What a run left: exit code and both streams. */
public record Run(int exitCode, String out, String err) {
    public static Run of(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Main.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                arguments);
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    public static Run ofLine(String line) {
        return of(line.isEmpty() ? new String[0] : line.split(" ", -1));
    }

    /** Of a line whose problem files and arrays stand in a folder. */
    public static Run inFolder(Path folder, String line) {
        return of(Arrays.stream(line.split(" +", -1))
                .map(word -> word.matches(".*\\.(yaml|npy|csv)")
                        ? folder.resolve(word).toString()
                        : word)
                .toArray(String[]::new));
    }

    public JsonNode json() throws IOException {
        assertEquals("", err);
        return new ObjectMapper().readTree(out);
    }
}
