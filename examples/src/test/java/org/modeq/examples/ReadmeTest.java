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
    private static final Path FIRST_STEPS =
            Path.of("src", "main", "java", "org", "modeq", "examples", "FirstSteps.java");

    @Test
    @DisplayName("shows the lines of FirstSteps, which compiles")
    void firstSteps() throws IOException {
        String source = Files.readString(FIRST_STEPS);
        String body = source.substring(source.indexOf("        Method<Rational> method"), source.lastIndexOf("    }"))
                .stripTrailing()
                .stripIndent()
                .strip();
        assertTrue(Files.readString(README).contains("```java\n" + body + "\n```"), body);
    }
}
