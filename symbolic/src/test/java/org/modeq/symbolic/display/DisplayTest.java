package org.modeq.symbolic.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modeq.symbolic.Modeq;
import org.modeq.symbolic.latex.LatexView;
import org.modeq.symbolic.latex.Notation;
import org.modeq.symbolic.latex.TextView;
import org.modeq.symbolic.modified.BracketForm;
import org.modeq.symbolic.modified.EffectiveStart;
import org.modeq.symbolic.modified.FieldEquation;
import org.modeq.symbolic.modified.HamiltonianForm;
import org.modeq.symbolic.modified.MetricForm;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.modified.StepMap;
import org.modeq.symbolic.pattern.Noise;
import org.modeq.symbolic.pattern.PatternEquation;
import org.modeq.symbolic.pattern.PatternLoss;
import org.modeq.symbolic.pattern.ShuffledEpoch;
import org.modeq.symbolic.ring.Rational;

@DisplayName("A result")
class DisplayTest {
    private static final Pattern ENVIRONMENT = Pattern.compile("\\\\(begin|end)\\{(\\w+)\\}");
    private static final ModifiedEquation<?> DESCENT = Modeq.derive("gd", 4);

    private static PatternEquation shuffled() {
        return new PatternEquation("shuffle:m", PatternEquation.Kind.FIELD, Noise.BATCHES, ShuffledEpoch.field(3));
    }

    /** One value of every type that is displayable. */
    static Stream<Displayable> results() {
        BracketForm<?> brackets = Modeq.brackets("sequence:A,B", 3);
        return Stream.of(
                DESCENT,
                Modeq.derive("heavy-ball", 3),
                Modeq.derive("sequence:A,B", 5),
                Modeq.modifying("gd", 3),
                DESCENT.field(),
                StepMap.of(Modeq.method("rk:heun"), 3),
                brackets,
                brackets.series(),
                Modeq.loss("gd", 3),
                MetricForm.of(Modeq.derive("gd", 3)),
                HamiltonianForm.of(Modeq.derive("rk:midpoint", 3)),
                EffectiveStart.of(Modeq.method("heavy-ball"), 2),
                Modeq.bch("A,B", 4),
                shuffled(),
                PatternLoss.of(shuffled()),
                Modeq.tree("f[f,f[f]]"),
                Rational.of(-1, 2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("results")
    @DisplayName("has a line, a text, LaTeX in balance that stands between \\[ and \\], and a fragment of HTML")
    void forms(Displayable result) {
        String latex = result.toLatex();
        assertFalse(result.toString().isBlank());
        assertTrue(result.toString().lines().count() <= result.toText().lines().count(), result.toText());
        assertFalse(result.toString().contains("ring="), "the components of a record: " + result);
        requireBalance(latex);
        for (String forbidden : List.of("%", "\\[", "$", "equation}", "\\label", "\\notag", "\\modeqtree")) {
            assertFalse(latex.contains(forbidden), latex);
        }
        String html = result.toHtml();
        assertTrue(html.contains("<svg") || html.contains("\\[" + HtmlFragment.text(latex) + "\\]"), html);
        assertEquals(html, result.toHtml());
    }

    private static void requireBalance(String latex) {
        int depth = 0;
        for (int i = 0; i < latex.length(); i++) {
            char c = latex.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            assertTrue(depth >= 0, latex);
        }
        assertEquals(0, depth, latex);
        Deque<String> open = new ArrayDeque<>();
        Matcher environments = ENVIRONMENT.matcher(latex);
        while (environments.find()) {
            if (environments.group(1).equals("begin")) {
                open.push(environments.group(2));
            } else {
                assertEquals(open.pop(), environments.group(2), latex);
            }
        }
        assertTrue(open.isEmpty(), latex);
    }

    @Test
    @DisplayName("says what the views say")
    void views() {
        assertEquals(TextView.of(DESCENT, Notation.GRADIENT, 100), DESCENT.toText());
        assertEquals(LatexView.aligned(DESCENT, Notation.GRADIENT, 38), DESCENT.toLatex());
        assertEquals(TextView.formula(DESCENT, Notation.GRADIENT, 100).strip(), DESCENT.toString());
        assertEquals("f''(f,f)", Modeq.tree("f[f,f]").toLatex());
        assertEquals("-\\frac{1}{2}", Rational.of(-1, 2).toLatex());
    }

    @Test
    @DisplayName("of several fields and an order with many terms says how many")
    void longLine() {
        ModifiedEquation<?> equation = Modeq.derive("sequence:A,B", 6);
        long nonzero = equation.terms().stream()
                .filter(term -> !term.coefficient().equals(Rational.ZERO))
                .count();
        assertTrue(nonzero > 300);
        assertEquals("derive sequence:A,B --order 6: " + nonzero + " terms", equation.toString());
    }

    @Test
    @DisplayName("has in its page a row for every tree, with its picture and its coefficient")
    void page() {
        String html = DESCENT.toHtml();
        for (FieldEquation.Term<?> term : DESCENT.terms()) {
            assertTrue(html.contains("<td>" + term.tree() + "</td><td><svg"), html);
            assertTrue(html.contains("<td>" + term.coefficient() + "</td></tr>"), html);
        }
        assertEquals(DESCENT.terms().size(), html.split("<svg", -1).length - 1);
    }

    @Test
    @DisplayName("has a bundle with the three types of a notebook")
    void bundle() {
        assertEquals(
                List.of("text/plain", "text/latex", "text/html"),
                List.copyOf(Display.of(DESCENT).mimeBundle().keySet()));
        assertEquals("$$f'f$$", Display.of(Modeq.tree("f[f]")).mimeBundle().get("text/latex"));
    }

    @Test
    @DisplayName("may be a term, a list or a text, which is escaped for its place")
    void others() {
        List<?> terms = Modeq.terms(DESCENT, 3);
        assertEquals("1/12 h² f″(f,f)\n1/3 h² f′f′f", Display.of(terms).line());
        assertTrue(Display.of(terms).latex().startsWith("\\begin{gathered}"));
        assertEquals("\\text{50\\% of \\_x}", Display.of("50% of _x").latex());
        assertEquals("<pre>&lt;b&gt;</pre>", Display.of("<b>").html());
        assertEquals("3", Display.of(BigInteger.valueOf(3)).text());
    }

    @Test
    @DisplayName("that no provider knows is refused with what is missing")
    void unknown() {
        NoSuchElementException refusal =
                assertThrows(NoSuchElementException.class, () -> new Displayable() {}.toLatex());
        assertTrue(String.valueOf(refusal.getMessage()).contains("META-INF/services"));
    }

    @Test
    @DisplayName("of a shell is what the packages say, and its parameters are checked")
    void door() {
        assertEquals(Rational.of(1, 12), Modeq.coefficient(DESCENT, "f[f,f]"));
        assertEquals(DESCENT.terms(3), Modeq.terms(DESCENT, 4));
        assertNotEquals(Modeq.derive("heavy-ball", 2), Modeq.derive("heavy-ball", 2, "beta=9/10"));
        assertTrue(String.valueOf(assertThrows(IllegalArgumentException.class, () -> Modeq.method("heavy-ball", "beta"))
                        .getMessage())
                .contains("beta=9/10"));
    }
}
