package org.modeq.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The README")
class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "modeq", "examples");

    /** The lines of a source from one that begins with a text to one that is another, without their indent. */
    private static String lines(String file, String first, String last) throws IOException {
        String source = Files.readString(SOURCES.resolve(file));
        int start = source.indexOf("\n" + first) + 1;
        int end = source.indexOf("\n" + last, start);
        return source.substring(start, end).stripTrailing().stripIndent().strip();
    }

    private static void requireShown(String lines) throws IOException {
        assertTrue(Files.readString(README).contains("```java\n" + lines + "\n```"), lines);
    }

    @Test
    @DisplayName("shows the lines of FirstSteps, which compiles")
    void firstSteps() throws IOException {
        requireShown(lines("FirstSteps.java", "        Method<Rational> method", "    }"));
    }

    @Test
    @DisplayName("shows the optimizer of StaleGradients, which compiles")
    void staleGradients() throws IOException {
        requireShown(lines("StaleGradients.java", "    public static Method<Rational> method()", "\n    /**"));
    }
}
