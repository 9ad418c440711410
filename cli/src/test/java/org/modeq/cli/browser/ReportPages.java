package org.modeq.cli.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.modeq.cli.Run;

/** The reports that are looked at, each made once, as the command line makes them. */
final class ReportPages {
    private static final String HOSTILE = "</script><img src=x onerror=alert(1)> & \\\"$x$ %s \\\\input{x}";

    private final Path folder;
    private final Map<String, String> pages = new ConcurrentHashMap<>();

    ReportPages(Path folder) {
        this.folder = folder;
        write("problem.yaml", """
                variables: [x, y]
                losses: {A: "x^3/3 - x*y^2 + x^2", B: "x*y + y^4/4"}
                point: [1/2, -1/3]
                """);
        write("claims.yaml", """
                paper: {id: p, title: "%s", authors: ["%s"], year: 2026, url: ""}
                claims:
                  - {id: igr, where: "eq. 1 %s", printed: confirmed, kind: loss, method: gd, order: 2,
                     formula: L + h/4*norm2(grad(L))}
                  - {id: wrong, where: eq. 2, printed: confirmed, kind: loss, method: gd, order: 2, expect: refuted,
                     formula: L + h/2*norm2(grad(L))}
                  - {id: field, where: eq. 3, printed: confirmed, kind: field, method: "sequence:A,B", order: 2,
                     expect: refuted, formula: "-grad(A) - grad(B)"}
                """.formatted(HOSTILE, HOSTILE, HOSTILE));
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page of a command without {@code --format html}. */
    String of(String command) {
        return pages.computeIfAbsent(command, line -> {
            Run run = Run.inFolder(folder, line + " --format html");
            assertTrue(run.out().startsWith("<!DOCTYPE html>"), run.err());
            return run.out();
        });
    }
}
