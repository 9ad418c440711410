package org.modeq.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a result goes: the file of {@code --output}, or standard output. */
final class Output {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--output", paramLabel = "FILE", description = "Write to this file instead of standard output.")
    private Optional<Path> file;

    @SuppressWarnings("NullAway.Init")
    Output() {}

    void write(String text) {
        if (file.isPresent()) {
            write(file.get(), Main.forFile(spec, text));
        } else {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        }
    }

    /** Writes a file, its folder made if there is none. */
    static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file of bytes, its folder made if there is none. */
    static void write(Path file, byte[] bytes) {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(
                    "given --output " + file + ", which is a folder; name a file, as " + file.resolve("result.txt"));
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(file, bytes);
        } catch (IOException failure) {
            throw new IllegalArgumentException(
                    "cannot write '" + file + "'; name a file in a folder that can be written", failure);
        }
    }
}
