package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("LaTeX in the names of one's own paper")
class LatexOptionsTest {
    private static String out(String line) {
        Run run = Run.ofLine(line);
        assertEquals(Main.DONE, run.exitCode(), run.err());
        return run.out();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "derive gd --order 2 --format latex; \\dot{w} &= -\\nabla \\mathcal{L}-\\frac{\\eta }{2}",
                "derive gd --order 2 --format latex-document; exact time-$\\eta$ flow",
                "modifying gd --order 2 --format latex; \\tilde f &= -\\nabla \\mathcal{L}+\\frac{\\eta }{2}",
                "derive gd --as loss --order 2 --format latex; \\tilde{\\mathcal{L}} &= \\mathcal{L}+\\frac{\\eta }{4}",
                "derive gd --as loss --order 2 --format latex-document; exact time-$\\eta$ flow",
                "derive gd --as loss --order 2 --format latex-document; every field is $-\\nabla \\mathcal{L}$ of its loss",
                "derive gd --as metric --order 2 --format latex-document; every field is $-\\nabla \\mathcal{L}$ of its loss",
                "derive gd --as metric --order 2 --format latex; \\dot{w} &= -M\\,\\nabla\\tilde{\\mathcal{L}}",
                "derive sequence:A,B --as brackets --order 2 --format latex-document; exact time-$\\eta$ flow"
            })
    @DisplayName("calls the loss, the step size and the parameters as it is told")
    void names(String line, String expected) {
        String out = out(line + " --name L=\\mathcal{L} --name h=\\eta --name theta=w");
        assertTrue(out.contains(expected), out);
        // Lines of formulas have no other letter for them; the comment has the map in words.
        out.lines()
                .filter(row -> row.startsWith("\\dot") || row.startsWith("&\\quad"))
                .forEach(row -> assertTrue(!row.matches(".*(?<![A-Za-z])h(?![A-Za-z]).*"), row));
    }

    @Test
    @DisplayName("names tasks and letters, writes macros, the other bracket, and common denominators")
    void otherOptions() {
        assertTrue(out("derive joint:A,B --order 2 --format latex --name A=1").contains("\\nabla L_{1}"));
        assertTrue(out("bch --degree 2 --format latex --name A=\\alpha").contains("e^{\\alpha }e^{B}"));
        String macros = out("derive gd --order 2 --format latex-document --macros");
        assertTrue(macros.contains("\\providecommand{\\loss}{L}") && macros.contains("\\grad^{2}\\loss "), macros);
        Run bracket = Run.of("bch", "--degree", "2", "--format", "latex", "--bracket", "f'g - g'f");
        assertTrue(bracket.out().contains("A+B-\\frac{1}{2}[A,B]"), bracket.out());
        assertTrue(bracket.out().contains("for fields [f,g] = f'g - g'f"), bracket.out());
        assertTrue(out("derive gd --order 3 --notation field --format latex --common-denominator")
                .contains("\\frac{h^{2}}{12}\\Bigl(4f'f'f+f''(f,f)\\Bigr)"));
    }

    @ParameterizedTest(name = "--as {0}")
    @ValueSource(strings = {"field", "brackets", "loss", "metric"})
    @DisplayName("defines macros before a document uses them")
    void macros(String form) {
        String document = out("derive sequence:A,B --order 2 --format latex-document --macros --as " + form);
        for (String macro : List.of("\\loss", "\\grad", "\\stepsize")) {
            int use = document.indexOf(macro);
            assertTrue(
                    use < 0 || document.startsWith("\\providecommand{", use - "\\providecommand{".length()), document);
        }
        assertTrue(document.contains("exact time-$\\stepsize$ flow"), document);
    }

    @ParameterizedTest(name = "{0} is refused: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "derive gd --format latex --name L=\\input{x}; \\input is not a command for a letter",
                "derive gd --format latex --name L={; a brace is open",
                "derive gd --format latex --name L=a%b; '%' has no place there",
                "derive gd --format latex --name Q=w; given --name Q=w, expected SYMBOL=LATEX with one of L, f, h, theta",
                "derive joint:A,B --format latex --name C=w; one of A, B, L, f, h, theta",
                "derive gd --format latex --name thet=w; did you mean theta?",
                "derive gd --format latex --name w; expected SYMBOL=LATEX",
                "derive gd --name L=w; given --name L=w with --format text, expected --format latex",
                "derive gd --json --macros; given --macros with --format json",
                "bch --common-denominator; given --common-denominator with --format text",
                "derive gd --format latex --bracket fg-gf; expected what [f,g] is to mean",
                "derive gd --format latex --bracket f'g-g'f; there is no bracket in it",
                "derive gd --as loss --format latex --bracket f'g-g'f; there is no bracket in it",
                "derive adam --format latex --macros; given --macros for an adaptive method",
                "derive sgd --as generator --format latex --macros; given --macros for an average over random batches",
                "derive heavy-ball --as start --format latex --macros; given --macros for an effective start",
                "derive sequence:A,B --as swap --format latex --macros; given --macros for a swap"
            })
    @DisplayName("refuses what it cannot set, in one line")
    void refused(String line, String reason) {
        Run run = Run.ofLine(line);
        assertEquals(Main.BAD_INPUT, run.exitCode(), run.out());
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains(reason), run.err());
    }
}
