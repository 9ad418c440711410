package org.modeq.symbolic.latex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.symbolic.lie.ExponentialProduct;
import org.modeq.symbolic.lie.LieExpansion;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.BracketForm;
import org.modeq.symbolic.modified.LossForm;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.word.Alphabet;
import org.modeq.symbolic.word.Letter;
import org.modeq.symbolic.word.LieBasis;

@DisplayName("The style of a formula in LaTeX")
class LatexStyleTest {
    private static final LatexStyle USUAL = LatexStyle.of(100);

    private static String field(String method, Notation notation, LatexStyle style) {
        String snippet = LatexView.snippet("derive", ModifiedEquation.of(Methods.parse(method), 3), notation, style);
        return snippet.substring(snippet.indexOf("&= ") + 3, snippet.indexOf("\n\\end{aligned}"));
    }

    private static String brackets(LatexStyle style) {
        return LatexView.snippet("derive", BracketForm.of(Methods.parse("splitting:A,B"), 3), style);
    }

    @Test
    @DisplayName("calls loss, field, step size and parameters what the paper calls them")
    void names() {
        LatexStyle style = USUAL.named("L", "\\mathcal{L}").named("h", "\\eta").named("theta", "w");
        assertEquals(
                "-\\nabla \\mathcal{L}-\\frac{\\eta }{2}\\nabla^{2}\\mathcal{L}\\,\\nabla \\mathcal{L}"
                        + "-\\eta ^{2}\\Bigl(\\frac{1}{3}(\\nabla^{2}\\mathcal{L})^{2}\\nabla \\mathcal{L}"
                        + "+\\frac{1}{12}\\nabla^{3}\\mathcal{L}[\\nabla \\mathcal{L},\\nabla \\mathcal{L}]\\Bigr)"
                        + "+O(\\eta ^{3})",
                field("gd", Notation.GRADIENT, style));
        String snippet =
                LatexView.snippet("derive", ModifiedEquation.of(Methods.parse("gd"), 2), Notation.GRADIENT, style);
        assertTrue(snippet.contains("\\dot{w} &= "), snippet);
        assertTrue(
                snippet.lines()
                        .findFirst()
                        .orElseThrow()
                        .endsWith("; L is written \\mathcal{L}; h is written \\eta; theta is written w"),
                snippet);
        assertTrue(field("gd", Notation.FIELD, USUAL.named("f", "g_{0}"))
                .startsWith("{g_{0}}-\\frac{h}{2}{g_{0}}'{g_{0}}"));
        assertTrue(field("joint:A,B", Notation.FIELD, USUAL.named("A", "\\text{new}"))
                .contains("f_{\\text{new}}'f_{B}"));
        assertTrue(field("joint:A,B", Notation.INDEX, USUAL.named("A", "a")).contains("a^{i}_{j}B^{j}"));
        String loss = ScalarView.snippet("derive", LossForm.of(Methods.parse("gd"), 2), Notation.GRADIENT, style);
        assertTrue(
                loss.contains("\\tilde{\\mathcal{L}} &= \\mathcal{L}+\\frac{\\eta }{4}\\|\\nabla \\mathcal{L}\\|^{2}"),
                loss);
    }

    @ParameterizedTest(name = "{0} is an atom as {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "w; w",
                "\\eta; '\\eta '",
                "\\mathcal{L}; \\mathcal{L}",
                "\\mathcal L; \\mathcal L",
                "L_{0}; {L_{0}}",
                "f'; {f'}",
                "\\Delta t; {\\Delta t}",
                "L^{(k)}_{\\mathrm{tr}}; {L^{(k)}_{\\mathrm{tr}}}",
                "\\hat{\\boldsymbol{\\theta}}; \\hat{\\boldsymbol{\\theta}}",
                "\\text{old task}; \\text{old task}"
            })
    @DisplayName("takes names that are letters with marks, indices and exponents")
    void atoms(String latex, String atom) {
        assertEquals(atom, LatexName.parse("L", latex).latex());
    }

    @ParameterizedTest(name = "refuses {0}")
    @ValueSource(
            strings = {
                "",
                "{",
                "}",
                "L}",
                "{L",
                "L_",
                "L^",
                "^2",
                "_x",
                "L_a_b",
                "L^a^b",
                "L^2'",
                "\\mathcal",
                "\\frac12",
                "\\input{secret}",
                "\\write18{ls}",
                "\\def\\x{}",
                "\\csname x\\endcsname",
                "L%",
                "L&M",
                "$L$",
                "L#1",
                "L~M",
                "\\\\",
                "\\",
                "L\nM",
                "</script>",
                "\"><img",
                "\\href{a}{b}",
                "\\mathcal{\\input x}",
                "é",
                "a\\",
                "\\loss",
                "{\\bf x}",
                "\\left(",
                "\\text{$x$}",
                "\\text{%}",
                "\\mathrm}"
            })
    @DisplayName("refuses a name that could break a formula, or do anything at all, and says what a name is")
    void hostile(String latex) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> USUAL.named("L", latex));
        assertTrue(refusal.getMessage().startsWith("given the name L="), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("expected at most 60 characters of LaTeX"), refusal.getMessage());
    }

    @Test
    @DisplayName("refuses a name that is too long")
    void tooLong() {
        assertThrows(IllegalArgumentException.class, () -> USUAL.named("L", "x".repeat(61)));
    }

    @Test
    @DisplayName("writes macros, and defines those that it uses where the paper does not")
    void macros() {
        LatexStyle style = USUAL.named("L", "\\ell").withMacros();
        String snippet =
                LatexView.snippet("derive", ModifiedEquation.of(Methods.parse("gd"), 2), Notation.GRADIENT, style);
        assertTrue(snippet.contains("""
                \\providecommand{\\loss}{\\ell}
                \\providecommand{\\grad}{\\nabla}
                \\providecommand{\\stepsize}{h}
                """), snippet);
        assertTrue(
                snippet.contains(
                        "-\\grad \\loss -\\frac{\\stepsize }{2}\\grad^{2}\\loss \\,\\grad \\loss +O(\\stepsize ^{2})"),
                snippet);
        String inFields =
                LatexView.snippet("derive", ModifiedEquation.of(Methods.parse("gd"), 2), Notation.FIELD, style);
        assertTrue(
                !inFields.contains("\\grad") && !inFields.contains("\\loss") && inFields.contains("\\stepsize"),
                inFields);
    }

    @Test
    @DisplayName("with the other bracket changes the sign of the terms with an odd number of brackets, and says so")
    void otherBracket() {
        String ours = brackets(USUAL);
        String theirs = brackets(USUAL.withBracket(LatexStyle.Sign.parse("f'g − g'f")));
        assertTrue(ours.contains("[f,g] = g'f - f'g") && theirs.contains("[f,g] = f'g - g'f"), theirs);
        assertTrue(ours.contains("f_{A}+f_{B}+\\frac{h}{2}[f_{A},f_{B}]+h^{2}\\Bigl(\\frac{1}{12}"), ours);
        assertTrue(theirs.contains("f_{A}+f_{B}-\\frac{h}{2}[f_{A},f_{B}]+h^{2}\\Bigl(\\frac{1}{12}"), theirs);
        LieExpansion expansion = LieExpansion.of(
                ExponentialProduct.parse("A,B"),
                LieBasis.named("lyndon", Alphabet.of(Letter.of("A"), Letter.of("B"))),
                3);
        String product = LieView.snippet(
                "bch", expansion, USUAL.withBracket(LatexStyle.Sign.FIELDS).named("A", "\\alpha"));
        assertTrue(product.contains("-\\frac{1}{2}[\\alpha ,B]+\\frac{1}{12}[\\alpha ,[\\alpha ,B]]"), product);
        assertTrue(product.contains("[X,Y] = YX - XY, for fields [f,g] = f'g - g'f"), product);
        assertThrows(IllegalArgumentException.class, () -> LatexStyle.Sign.parse("fg - gf"));
    }

    @Test
    @DisplayName("puts the numbers of one power over their common denominator")
    void commonDenominators() {
        LatexStyle style = USUAL.withCommonDenominators();
        assertEquals(
                "f-\\frac{h}{2}f'f+\\frac{h^{2}}{12}\\Bigl(4f'f'f+f''(f,f)\\Bigr)+O(h^{3})",
                field("gd", Notation.FIELD, style));
        String symbols = field("heavy-ball", Notation.FIELD, style);
        assertEquals(field("heavy-ball", Notation.FIELD, USUAL), symbols);
    }

    @Test
    @DisplayName("breaks a coefficient that is wider than the line before its signs, the denominator in front")
    void wideCoefficients() {
        List<String> pieces = new ArrayList<>();
        CoefficientBreaker.pieces("\\frac{6\\beta(1+\\beta(2-\\nu)-3\\nu)}{(1-\\beta)^{3}}")
                .forEach(piece -> pieces.add(piece.source()));
        assertEquals(List.of("\\frac{6\\beta}{(1-\\beta)^{3}}\\bigl(1", "+\\beta(2-\\nu)", "-3\\nu\\bigr)"), pieces);
        assertEquals(1, CoefficientBreaker.pieces("\\frac{\\beta}{1-\\beta}").size());
        String narrow = LatexView.snippet(
                "derive", ModifiedEquation.of(Methods.parse("qhm"), 4), Notation.GRADIENT, LatexStyle.of(22));
        assertTrue(narrow.contains("}\\bigl(") && narrow.contains("\\bigr)\\nabla"), narrow);
        assertTrue(field("weight-decay", Notation.FIELD, USUAL).contains("+\\lambda f_{w}"));
    }

    @ParameterizedTest(name = "{0} is about {1} em wide")
    @CsvSource(
            delimiter = ';',
            value = {
                "x; 0.55",
                "10; 1.0",
                "\\frac{a+b}{12}; 2.56",
                "x^{2}_{i}; 0.98",
                "\\mathcal{L}; 0.74",
                "(1-\\beta)^{3}; 3.49"
            })
    @DisplayName("estimates widths from what is seen, not from what is typed")
    void widths(String source, double expected) {
        assertEquals(expected, SourceWidth.of(source), 0.06);
    }
}
