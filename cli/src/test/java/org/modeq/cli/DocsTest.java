package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modeq.symbolic.circuit.AdaptiveMethods;
import org.modeq.symbolic.method.Methods;

/** Runs the commands of the pages as printed; {@link DocPage} says how a page marks what is run and what is not. */
@DisplayName("The documentation")
class DocsTest {
    private static final Path ROOT = Path.of("..");
    private static final Path DOCS = ROOT.resolve("docs");
    private static final Pattern LINK = Pattern.compile("(?<!\\\\)\\]\\(([^)#\\s]+)(#[^)\\s]*)?\\)");
    private static final String RENEW =
            "; 'java -cp \"lib/*:cli/target/test-classes\" org.modeq.cli.DocPage docs/*.md' after a build writes the"
                    + " outputs of the pages anew";

    static List<Path> pages() throws IOException {
        return markdown(DOCS, 1);
    }

    static List<Path> allPages() throws IOException {
        return markdown(DOCS, 2);
    }

    private static List<Path> markdown(Path folder, int depth) throws IOException {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    @DisplayName("shows what its commands print, word for word")
    void commands(Path file, @TempDir Path folder) throws IOException {
        DocPage page = DocPage.read(file);
        page.writeFiles(folder);
        for (DocPage.Block block : page.blocks()) {
            for (DocPage.Step step : block.isConsole() ? block.steps() : List.<DocPage.Step>of()) {
                Run run = DocPage.run(step.command(), folder);
                assertEquals(step.exitCode(), run.exitCode(), step.line() + "\n" + run.err());
                List<String> printed = DocPage.printed(run);
                assertTrue(
                        step.shows(printed),
                        () -> file + ", " + step.line() + " prints\n" + String.join("\n", printed) + "\nand not\n"
                                + String.join("\n", step.output()) + RENEW);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    @DisplayName("gives the commands that are not run here options that they have")
    void commandsNotRun(Path file) throws IOException {
        for (DocPage.Block block : DocPage.read(file).blocks()) {
            for (String command : block.language().equals("sh") ? block.commands() : List.<String>of()) {
                List<String> words = List.of(command.split(" +", -1));
                Run help = Run.of(words.get(1), "--help");
                assertEquals(0, help.exitCode(), command);
                words.stream()
                        .filter(word -> word.startsWith("--"))
                        .forEach(option -> assertTrue(
                                Pattern.compile(Pattern.quote(option) + "\\b")
                                        .matcher(help.out())
                                        .find(),
                                command));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("allPages")
    @DisplayName("links only to files that are there")
    void links(Path file) throws IOException {
        String text = Files.readString(file)
                .replaceAll("(?s)```.*?\n```\n", "")
                .replaceAll("\\$[^$\n]+\\$", ""); // a bracket in a formula is no link
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            String target = link.group(1);
            assertTrue(
                    target.startsWith("https://") || Files.exists(file.resolveSibling(target)), file + ": " + target);
        }
    }

    @Test
    @DisplayName("has every method of the command line on the page of methods")
    void methods() throws IOException {
        String page = Files.readString(DOCS.resolve("methods.md"));
        Stream<String> names = Stream.concat(
                Methods.entries().stream().map(entry -> entry.usage().replaceAll("[:,].*", "")),
                AdaptiveMethods.entries().stream().map(AdaptiveMethods.Entry::name));
        names.forEach(name -> assertTrue(page.contains("`" + name), name));
    }

    @Test
    @DisplayName("is listed in its index, page by page")
    void index() throws IOException {
        String index = Files.readString(DOCS.resolve("README.md"));
        for (Path page : pages()) {
            String name = page.getFileName().toString();
            assertTrue(name.equals("README.md") || index.contains(name), name);
        }
    }
}
