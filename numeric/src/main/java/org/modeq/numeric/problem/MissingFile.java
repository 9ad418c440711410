package org.modeq.numeric.problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.modeq.symbolic.method.NearestWord;

/** What is said of a file that is not there: where it was looked for, and which one there has nearly its name. */
public final class MissingFile {
    private static final int MOST_FILES = 10_000;

    private MissingFile() {}

    /**
     * The error.
     *
     * @param file what was given for a file
     * @return for example {@code there is no file 'problm.yaml'; looked in /home/ada; did you mean problem.yaml?}
     */
    public static IllegalArgumentException of(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        String what = Files.isDirectory(file) ? "', but a folder of that name" : "'";
        Path folder = Objects.requireNonNullElse(absolute.getParent(), absolute);
        String name =
                Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
        String hint = Files.isDirectory(file) ? "; name a file in it" : NearestWord.hint(name, files(folder));
        return new IllegalArgumentException("there is no file '" + file + what + "; looked in " + folder + hint);
    }

    /** Nothing, where the folder cannot be read. */
    private static List<String> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.limit(MOST_FILES)
                    .filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
