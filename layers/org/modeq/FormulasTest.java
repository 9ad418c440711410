package org.modeq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Reads the formulas in the documentation of the module it runs in: LaTeX between {@code \(} and {@code \)}, or {@code \[} and
 * {@code \]}, which the pages of {@code ./mvnw -Pjavadoc} typeset with KaTeX.
 */
@DisplayName("A formula in the documentation")
class FormulasTest {
    /** What KaTeX reads and is used here; a new one is added after a look at the page. */
    private static final Set<String> COMMANDS = Set.of(
            ("alpha beta gamma delta varepsilon theta lambda mu nu rho sigma tau varphi nabla partial "
                            + "Delta Phi sum prod int log exp max min frac tfrac tilde bar dot hat left right bigl bigr Bigl Bigr "
                            + "cdot cdots dots star circ otimes odot times le ge lt gt ne approx equiv pm to mapsto in infty "
                            + "quad qquad text mathbb mathsf mathrm operatorname langle rangle ell")
                    .split(" "));

    private static final Pattern COMMENT = Pattern.compile("/\\*\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("\\{@code (?:[^{}]|\\{[^{}]*})*}|<(pre|code)>.*?</\\1>", Pattern.DOTALL);
    private static final Pattern FORMULA = Pattern.compile("\\\\\\((.*?)\\\\\\)|\\\\\\[(.*?)\\\\\\]", Pattern.DOTALL);
    private static final Pattern DELIMITER = Pattern.compile("\\\\[(\\[\\])]");
    private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+|.)", Pattern.DOTALL);

    /** The comments of all sources, without code and without the stars of their lines. */
    private static List<String> comments() throws IOException {
        List<String> comments = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                COMMENT.matcher(Files.readString(file))
                        .results()
                        .map(comment -> CODE.matcher(comment.group().replaceAll("\n *\\*", "\n"))
                                .replaceAll(""))
                        .forEach(comments::add);
            }
        }
        return comments;
    }

    private static List<String> formulas() throws IOException {
        return comments().stream()
                .flatMap(comment -> FORMULA.matcher(comment).results())
                .map(formula -> formula.group(1) == null ? formula.group(2) : formula.group(1))
                .toList();
    }

    @Test
    @DisplayName("is closed where it is open")
    void delimiters() throws IOException {
        for (String comment : comments()) {
            assertFalse(DELIMITER.matcher(FORMULA.matcher(comment).replaceAll("")).find(), comment);
        }
    }

    @Test
    @DisplayName("has its braces in balance and commands that KaTeX reads")
    void commands() throws IOException {
        List<String> unknown = new ArrayList<>();
        for (String formula : formulas()) {
            int depth = 0;
            int i = 0;
            Matcher command = COMMAND.matcher(formula);
            while (i < formula.length()) {
                char c = formula.charAt(i);
                if (c == '\\' && command.find(i)) {
                    String name = command.group(1);
                    if (Character.isLetter(name.charAt(0)) ? !COMMANDS.contains(name) : !",;!:|{}\\ ".contains(name)) {
                        unknown.add("\\" + name + " in " + formula);
                    }
                    i = command.end();
                } else {
                    depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                    assertFalse(depth < 0, formula);
                    i++;
                }
            }
            assertEquals(0, depth, formula);
        }
        assertEquals(List.of(), unknown);
    }
}
