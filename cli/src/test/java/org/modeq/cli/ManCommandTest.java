package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.OptionSpec;

@DisplayName("The manual")
class ManCommandTest {
    private static final List<String> SECTIONS =
            List.of("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXAMPLES", "EXIT STATUS", "ENVIRONMENT", "SEE ALSO");

    @TempDir
    private Path folder = Path.of("");

    private static Stream<String> commands() {
        return Commands.names().stream();
    }

    @ParameterizedTest(name = "of {0} has its sections and all its options, as text and as roff")
    @MethodSource("commands")
    void sections(String command) {
        String text = Run.of("man", command).out();
        String roff = Run.of("man", command, "--format", "roff").out();
        assertTrue(text.startsWith("NAME\n       modeq-" + command + " - "), text);
        assertTrue(roff.startsWith(".TH \"MODEQ-" + command.toUpperCase(java.util.Locale.ROOT) + "\" \"1\""), roff);
        for (String section : SECTIONS) {
            assertTrue(text.contains(section + "\n"), section);
            assertTrue(roff.contains(".SH " + section + "\n"), section);
        }
        for (OptionSpec option :
                Commands.all().getSubcommands().get(command).getCommandSpec().options()) {
            assertTrue(text.contains(option.longestName()), option.longestName());
            assertTrue(
                    roff.contains("\\fB") && roff.contains(option.longestName().replace("-", "\\-")));
        }
        assertTrue(roff.chars().allMatch(unit -> unit < 128), roff);
        assertFalse(text.contains("DEFAULT-VALUE"), text);
    }

    @Test
    @DisplayName("of the program lists the commands")
    void program() {
        String text = Run.of("man").out();
        assertTrue(text.startsWith("NAME\n       modeq - modified equations of optimizers"), text);
        commands().forEach(name -> assertTrue(text.contains("modeq-" + name + "(1)"), name));
    }

    @Test
    @DisplayName("is written to a folder, a page for each command and one for the program")
    void files() throws IOException {
        Run run = Run.of("man", "--output", folder.resolve("man1").toString());
        assertEquals(0, run.exitCode());
        try (Stream<Path> pages = Files.list(folder.resolve("man1"))) {
            assertEquals(Commands.names().size() + 1, pages.count());
        }
        assertEquals(
                Run.of("man", "derive", "--format", "roff").out(),
                Files.readString(folder.resolve("man1").resolve("modeq-derive.1")));
    }

    @Test
    @DisplayName("is set by groff without a warning, each line as it stands in the help")
    void groff() throws IOException, InterruptedException {
        assumeTrue(
                Stream.of("/usr/bin", "/bin", "/usr/local/bin")
                        .anyMatch(bin -> Files.isExecutable(Path.of(bin, "groff"))),
                "there is no groff here");
        Path page = folder.resolve("modeq-bch.1");
        Run.of("man", "--output", folder.toString());
        Process groff = new ProcessBuilder("groff", "-man", "-Tascii", "-P-cbou", "-ww", page.toString())
                .redirectErrorStream(true)
                .start();
        String set = new String(groff.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(groff.waitFor(1, TimeUnit.MINUTES));
        assertEquals(0, groff.exitValue(), set);
        assertFalse(set.contains("warning"), set);
        assertTrue(set.contains("modeq bch --word A,B,-A,-B --basis hall               a commutator"), set);
        assertTrue(set.contains("log(e^A e^B)"), set);
    }

    @Test
    @DisplayName("has no page of an unknown command, and no other format")
    void refused() {
        assertTrue(Run.of("man", "bhc").err().contains("did you mean bch?"));
        assertTrue(Run.of("man", "--format", "html").err().contains("expected text or roff"));
    }
}
