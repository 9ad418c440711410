package org.modeq.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.modeq.cli.report.Block;
import org.modeq.cli.report.Section;
import org.modeq.numeric.kernel.Kernels;

/**
 * What one needs to make a result again: the command, versions, and the SHA-256 of every file that was read.
 *
 * @param command the command line
 * @param rows a name and a value for each further thing
 */
record Provenance(String command, List<List<String>> rows) {
    static final List<String> HEADING = List.of("what", "value");
    static final String CAPTION = "Versions, seed, and the SHA-256 of the files that were read";

    Provenance {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Of a command that read some files; a seed, say, goes in front. */
    static Provenance of(String command, List<List<String>> first, List<Path> files) {
        List<List<String>> rows = new ArrayList<>(first);
        rows.add(List.of("modeq", Main.Version.number()));
        rows.add(List.of("Java", System.getProperty("java.version", "unknown")));
        rows.add(List.of("kernel of matrix products", Kernels.chosen().name()));
        for (Path file : files) {
            rows.add(List.of("SHA-256 of " + file.getFileName(), sha256(file)));
        }
        return new Provenance("modeq " + command, rows);
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException failure) {
            throw new IllegalArgumentException("cannot read '" + file + "'; name a file that can be read", failure);
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError("every Java platform has SHA-256", missing);
        }
    }

    Section section() {
        return new Section(
                "How to reproduce",
                List.of(new Block.Code(command), new Block.Table(CAPTION, HEADING, rows, Set.of())));
    }
}
