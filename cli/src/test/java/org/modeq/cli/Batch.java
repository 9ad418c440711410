package org.modeq.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Many runs in one process, for checks that need hundreds of results and cannot wait for as many virtual machines.
 *
 * <p>The argument is a folder; each line of the standard input is the name of a file in it, a tab, and the arguments of a
 * run with tabs between them. The output of each run is written to its file. Stops with exit code 1 at the first run that
 * does not end well.
 */
final class Batch {
    private Batch() {}

    /**
     * Runs every line.
     *
     * @param arguments the folder
     * @throws IOException if the lines cannot be read or a file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        List<String> lines;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            lines = reader.lines().toList();
        }
        Optional<String> failure = lines.parallelStream()
                .map(line -> run(folder, line.split("\t", -1)))
                .flatMap(Optional::stream)
                .findFirst();
        failure.ifPresent(reason -> {
            System.err.println(reason);
            System.exit(1);
        });
    }

    private static Optional<String> run(Path folder, String[] words) {
        Run run = Run.of(Arrays.copyOfRange(words, 1, words.length));
        if (run.exitCode() != Main.DONE) {
            return Optional.of(String.join(" ", words) + ": exit code " + run.exitCode() + " " + run.err());
        }
        try {
            Files.writeString(folder.resolve(words[0]), run.out());
        } catch (IOException unwritable) {
            return Optional.of("cannot write " + folder.resolve(words[0]) + ": " + unwritable.getMessage());
        }
        return Optional.empty();
    }
}
