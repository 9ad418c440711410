package org.modeq.numeric.problem;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** The folder of a problem file, to which the names of its data are relative; remembers what was read. */
final class DataFolder {
    private final Path folder;
    private final SortedSet<Path> files = new TreeSet<>();

    private DataFolder(Path folder) {
        this.folder = folder;
    }

    /** The folder of a problem file. */
    static DataFolder of(Path problemFile) {
        Path above = problemFile.toAbsolutePath().normalize().getParent();
        return new DataFolder(above == null ? problemFile.toAbsolutePath() : above);
    }

    /** What is in a file that the problem names. */
    <E> E read(YamlNode file, Function<Path, E> reader) {
        String name = file.text("expected the name of a file, as in file: digits.csv");
        try {
            Path path = folder.resolve(name);
            E content = reader.apply(path);
            files.add(path.normalize());
            return content;
        } catch (InvalidPathException notAPath) {
            throw file.unexpected("expected the name of a file, as in file: digits.csv");
        } catch (IllegalArgumentException badTable) {
            throw file.because(badTable);
        }
    }

    /** The files read so far. */
    List<Path> files() {
        return List.copyOf(files);
    }
}
