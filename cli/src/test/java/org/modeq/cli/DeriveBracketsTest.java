package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The command derive --as brackets")
class DeriveBracketsTest {
    private static String out(String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Main.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                line.split(" ", -1));
        assertEquals(0, exitCode, err.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("gives brackets as a document, and sums them up, with symbols without Σ|c|")
    void bracketFormats() throws IOException {
        String document = out("derive splitting:A,B --as brackets --order 5 --format latex-document");
        assertTrue(document.contains("$4$ & $\\operatorname{ad}_{f_{A}}^{4}f_{B}$ & $-1/720$"), document);
        assertEquals("""
                order  brackets  c ≠ 0  Σ c   Σ |c|
                1      2         2      2     2
                2      3         3      5/2   5/2
                3      8         6      19/6  19/6
                """, out("derive sequence:A,B --as brackets --format summary"));
        assertEquals(
                "{\"order\":2,\"count\":3,\"nonzero\":3,\"sum\":\"(2*m+2*n+m*n)/2\",\"absoluteSum\":null}",
                new ObjectMapper()
                        .readTree(out("derive sequence:A*n,B*m --as brackets --format summary --json"))
                        .path("orders")
                        .get(1)
                        .toString());
    }

    @Test
    @DisplayName("prints the brackets with symbols that the README shows")
    void readmeOfBrackets() throws IOException {
        String text = out("derive sequence:A*n,B*m --order 3 --as brackets");
        String formula = text.substring(text.indexOf("θ̇ ="), text.indexOf("\n\nSelf-corrections"));
        String readme = Files.readString(Path.of("..", "README.md"));
        assertTrue(readme.contains(formula.replaceAll("(?m)^", "      ")), formula);
    }
}
