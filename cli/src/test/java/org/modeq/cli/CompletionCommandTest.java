package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Completion")
class CompletionCommandTest {
    @TempDir
    private Path folder = Path.of("");

    /** What bash offers for the last of these words, sorted. */
    private List<String> offered(String words) throws IOException, InterruptedException {
        Path script = folder.resolve("completion.bash");
        Run.of("completion", "bash", "--output", script.toString());
        Files.writeString(folder.resolve("problem.yaml"), "");
        Process bash = new ProcessBuilder(
                        "bash",
                        "--norc",
                        "-c",
                        ". ./completion.bash; COMP_WORDS=(" + words + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1));"
                                + " COMP_LINE=\"${COMP_WORDS[*]}\"; COMP_POINT=${#COMP_LINE}; _complete_modeq;"
                                + " printf '%s\\n' \"${COMPREPLY[@]}\"")
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(bash.waitFor(1, TimeUnit.MINUTES));
        return out.lines().map(String::strip).sorted().toList();
    }

    private static boolean hasBash() {
        try {
            return new ProcessBuilder("bash", "-c", "exit 0").start().waitFor() == 0;
        } catch (IOException | InterruptedException none) {
            return false;
        }
    }

    @ParameterizedTest(name = "of ''modeq {0}'' offers {1}")
    @CsvSource({
        "der, derive",
        "derive heavy, heavy-ball",
        "derive seq, sequence:",
        "derive gd --form, --format",
        "derive gd --notation gr, gradient",
        "derive gd --as br, brackets",
        "export gd --as te, terms",
        "export gd --language j, jax",
        "derive gd --format latex-, latex-document",
        "bch --basis right, right-normed",
        "validate problem.yaml --method neste, nesterov",
        "validate prob, problem.yaml",
        "example task-sl, task-slopes",
        "help modi, modifying",
        "completion z, zsh"
    })
    void offers(String words, String expected) throws IOException, InterruptedException {
        assumeTrue(hasBash(), "there is no bash here");
        assertTrue(offered("modeq " + words).contains(expected), () -> words + ": " + expected);
    }

    @Test
    @DisplayName("offers all commands after the program")
    void commands() throws IOException, InterruptedException {
        assumeTrue(hasBash(), "there is no bash here");
        assertEquals(
                Commands.names().stream().sorted().toList(),
                offered("modeq ''").stream()
                        .filter(word -> !word.startsWith("-"))
                        .toList());
    }

    @Test
    @DisplayName("is the same script for zsh, which reads it by its emulation of bash")
    void zsh() {
        Run zsh = Run.of("completion", "zsh");
        assertEquals(Run.of("completion", "bash").out(), zsh.out());
        assertTrue(zsh.out().contains("bashcompinit"));
    }

    @ParameterizedTest(name = "of {0} is refused")
    @CsvSource({"fish, expected bash or zsh", "zhs, did you mean zsh?"})
    void unknownShell(String shell, String expected) {
        Run run = Run.of("completion", shell);
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains(expected), run.err());
    }
}
