package org.modeq.numeric.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The files of a problem")
class InputFilesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    @DisplayName("are its own and those that it names, relative to its folder")
    void named() throws IOException {
        Path problem = Files.writeString(
                folder.resolve("net.yaml"),
                "{model: {kind: mlp}, data: {file: data/digits.csv, known: mask.csv}, point: {file: w.npy}}");
        assertEquals(
                List.of(
                        problem,
                        folder.resolve("data/digits.csv"),
                        folder.resolve("mask.csv"),
                        folder.resolve("w.npy")),
                InputFiles.of(problem));
    }

    @Test
    @DisplayName("of formulas are one; a missing one is refused")
    void alone() throws IOException {
        Path problem = Files.writeString(folder.resolve("f.yaml"), "{variables: [x], losses: {L: x^2}, point: [1]}");
        assertEquals(List.of(problem), InputFiles.of(problem));
        assertThrows(IllegalArgumentException.class, () -> InputFiles.of(folder.resolve("none.yaml")));
    }
}
