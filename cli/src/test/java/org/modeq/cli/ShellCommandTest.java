package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modeq.symbolic.Modeq;

@DisplayName("The shell")
class ShellCommandTest {
    @TempDir
    private Path folder;

    /** What the shell prints to these lines; in a process of its own, because it takes the standard streams. */
    private String answer(String lines, String... arguments) throws IOException, InterruptedException {
        Path input = Files.writeString(folder.resolve("input.jsh"), lines);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.modeq.cli.Main",
                "shell"));
        command.addAll(List.of(arguments));
        Process shell = new ProcessBuilder(command)
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, shell.waitFor(), output);
        return output;
    }

    @Test
    @DisplayName("gives in three lines the terms of order 4 as values, the coefficient of a tree, and its LaTeX")
    void threeLines() throws IOException, InterruptedException {
        assertEquals("""
                $1 ==> %s
                $2 ==> -1/12
                f''(f,f'f)
                """.formatted(Modeq.terms(Modeq.derive("gd", 4), 4)), answer("""
                        terms(derive("gd", 4), 4)
                        coefficient(derive("gd", 4), "f[f,f[f]]")
                        latex(tree("f[f,f[f]]"))
                        """));
    }

    @Test
    @DisplayName(
            "runs a file first, answers with whole formulas, prints text, writes pages, runs commands, leaves at /exit")
    void session() throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("first.jsh"), "var gd = derive(\"gd\", 4);\n");
        Path page = folder.resolve("pages").resolve("gd.html");
        String output = answer("""
                gd
                text(gd)
                page(gd, "%s")
                modeq("derive gd --order 'x'")
                latex(coefficient(gd, "f[f]"))
                /exit
                latex(gd)
                """.formatted(page.toString().replace("\\", "\\\\")), script.toString());
        assertTrue(
                output.startsWith("gd ==> " + Modeq.derive("gd", 4) + "\n"
                        + Modeq.derive("gd", 4).toText()),
                output);
        assertTrue(output.contains("modeq: given --order x, expected a whole number"), output);
        assertTrue(output.endsWith("==> 2\n-\\frac{1}{2}\n"), output);
        String html = Files.readString(page);
        assertTrue(html.contains("<h1>derive gd --order 4</h1>"), html);
        assertTrue(html.contains("f[f,f[f]]"), html);
    }

    @Test
    @DisplayName("passes options on to jshell and says its own help")
    void options() throws IOException, InterruptedException {
        assertTrue(answer("1 + 1\n", "--feedback", "verbose").contains("created scratch variable"), "not verbose");
        assertTrue(Run.of("shell", "--help").out().contains("echo 'derive(\"gd\", 4)' | modeq shell"));
    }
}
