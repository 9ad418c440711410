package org.modeq.symbolic.latex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.lie.ExponentialProduct;
import org.modeq.symbolic.lie.LieExpansion;
import org.modeq.symbolic.lie.LyndonCoordinates;
import org.modeq.symbolic.word.Alphabet;
import org.modeq.symbolic.word.Letter;
import org.modeq.symbolic.word.LieBasis;

@DisplayName("The logarithm of a product of exponentials on paper")
class LieViewTest {
    private static LieExpansion expansion(String word, String basis, int degree) {
        ExponentialProduct product = ExponentialProduct.parse(word);
        List<Letter> letters = product.letters().isEmpty() ? List.of(Letter.of("A")) : List.copyOf(product.letters());
        return LieExpansion.of(product, LieBasis.named(basis, new Alphabet(letters)), degree);
    }

    private static List<String> latexLines(String word, String basis, int degree, double width) {
        return FormulaSum.of(expansion(word, basis, degree), new LatexScript()).lines(width);
    }

    /** To degree 3 the worked example of the package {@code lie}; by hand 1/24 = ½ · 1/12 in degree 4. */
    @Test
    @DisplayName("is an equation under a comment with the command and the conventions")
    void snippet() {
        assertEquals("""
                % modeq: bch --degree 4; the first factor acts first; [X,Y] = XY - YX, for fields [f,g] = g'f - f'g; ad_X Y = [X,Y]
                \\begin{equation}\\label{eq:modeq-bch-lyndon-4}
                \\begin{aligned}
                &\\log\\bigl(e^{A}e^{B}\\bigr)=\\\\
                &\\quad A+B+\\frac{1}{2}[A,B]+\\frac{1}{12}[A,[A,B]]+\\frac{1}{12}[[A,B],B]+\\frac{1}{24}[A,[[A,B],B]]+\\cdots
                \\end{aligned}
                \\end{equation}
                """, LieView.snippet("bch --degree 4", expansion("A,B", "lyndon", 4), LatexStyle.of(60)));
    }

    @ParameterizedTest(name = "log of {0} to degree {2} in the basis {1} is {3}")
    @CsvSource(
            delimiter = ';',
            value = {
                "A,B; lyndon; 2; A+B+\\frac{1}{2}[A,B]+\\cdots",
                "B,A; lyndon; 2; A+B-\\frac{1}{2}[A,B]+\\cdots",
                "A,B; right-normed; 2; A+B-\\frac{1}{2}[B,A]+\\cdots",
                "-A,B; lyndon; 2; -A+B-\\frac{1}{2}[A,B]+\\cdots",
                "A,B,-A,-B; lyndon; 2; [A,B]+\\cdots",
                "B,A,-B,-A; lyndon; 2; -[A,B]+\\cdots",
                "A,B,-A,-B; lyndon; 1; 0+\\cdots",
                "A,-A; lyndon; 3; 0",
                "A/2,A/2; lyndon; 3; A",
                "3*A/2; lyndon; 3; \\frac{3}{2}A",
                "x_1,xy; lyndon; 2; x_{1}+\\mathrm{xy}+\\frac{1}{2}[x_{1},\\mathrm{xy}]+\\cdots"
            })
    void formulas(String word, String basis, int degree, String formula) {
        assertEquals(List.of(formula), latexLines(word, basis, degree, 100));
    }

    @ParameterizedTest(name = "the left side of {0} is {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "A/2,B,A/2; e^{A/2}e^{B}e^{A/2}; log(e^(A/2) e^B e^(A/2))",
                "3/8*A,-B; e^{3A/8}e^{-B}; log(e^(3*A/8) e^(−B))",
                "A-B/2,2*x_y_z; e^{A-B/2}e^{2x_{\\mathrm{y\\_z}}}; log(e^(A − B/2) e^(2*x_y_z))",
                "A_; e^{\\mathrm{A\\_}}; log(e^A_)",
                "x_12; e^{x_{12}}; log(e^x_12)",
                "A,-A; 1; log(1)"
            })
    void leftSides(String word, String latex, String text) {
        ExponentialProduct product = ExponentialProduct.parse(word);
        assertEquals("&\\log\\bigl(" + latex + "\\bigr)=\\\\\n&\\quad ", new LatexScript().logarithmSide(product));
        assertEquals(text, TextScript.logarithm(product));
    }

    @Test
    @DisplayName("has powers of ad from the third on, at every depth")
    void powers() {
        List<String> lines = latexLines("A,B", "hall", 6, 38);
        String formula = String.join("", lines);
        assertTrue(formula.contains("-\\frac{1}{720}\\operatorname{ad}_{A}^{4}B"), formula);
        assertTrue(formula.contains("[B,\\operatorname{ad}_{A}^{3}B]"), formula);
        assertTrue(formula.contains("[B,[B,[A,[A,B]]]]"), formula);
        assertFalse(formula.contains("[A,[A,[A"), formula);
        assertTrue(String.join("", latexLines("A,B", "lyndon", 7, 38)).contains("\\operatorname{ad}_{[A,B]}^{3}B"));
        assertTrue(LieView.text(expansion("A,B", "lyndon", 7), 100).contains("ad_[A,B]³ B"));
    }

    @ParameterizedTest(name = "of {0} in the basis {1}")
    @CsvSource({
        "'A,B', lyndon",
        "'A,B', hall",
        "'A,B', right-normed",
        "'A/2,B,A/2', lyndon",
        "'A,B,-A,-B', hall",
        "'A+B/2,A-B/2', lyndon"
    })
    @DisplayName("has no factor 1, no two signs in a row, no line that begins with an operator's right side")
    void wellFormed(String word, String basis) {
        List<String> lines = latexLines(word, basis, 8, 38);
        for (String line : lines.subList(1, lines.size())) {
            assertTrue(line.startsWith("+") || line.startsWith("-"), line);
        }
        assertFalse(lines.get(0).startsWith("+"), lines.get(0));
        assertTrue(Stream.of("+-", "--", "++", "-+", "+1[", "-1[", "{1}{1}", "^{1}", "^{2}")
                .noneMatch(String.join("", lines)::contains));
    }

    @Test
    @DisplayName("is broken between terms, so that lines of text keep the width")
    void width() {
        LieExpansion expansion = expansion("A,B", "lyndon", 7);
        for (int width : List.of(60, 80, 100)) {
            String formula = FormulaSum.of(expansion, new TextScript()).display(width);
            assertTrue(formula.lines().allMatch(line -> line.length() <= width), formula);
        }
        String snippet = LieView.snippet("bch", expansion, LatexStyle.of(22));
        assertTrue(snippet.contains("\\begin{align}") && snippet.contains("\\notag\\\\"), snippet);
    }

    @Test
    @DisplayName("is on the terminal a formula and a table, of more than sixty terms the table alone")
    void text() {
        assertEquals("""
                log(e^A e^B), degree 3, Hall basis
                the first factor acts first; [X,Y] = XY − YX, for fields [f,g] = g′f − f′g; ad_X Y = [X,Y]

                log(e^A e^B) =
                      A + B + 1/2 [A,B] + 1/12 [A,[A,B]] − 1/12 [B,[A,B]] + …

                degree  word  bracket    coefficient
                1       A     A          1
                1       B     B          1
                2       AB    [A,B]      1/2
                3       AAB   [A,[A,B]]  1/12
                3       BAB   [B,[A,B]]  -1/12
                """, LieView.text(expansion("A,B", "hall", 3), 100));
        String large = LieView.text(expansion("A,B", "lyndon", 9), 100);
        assertFalse(large.contains(" =\n"), large);
        assertTrue(large.contains("9       AAAAAAAAB  [A,[A,[A,[A,[A,[A,[A,[A,B]]]]]]]]  -1/1209600"), large);
        assertTrue(LieView.text(expansion("A,-A", "lyndon", 3), 100).endsWith("log(1) =\n      0\n\nno terms\n"));
        assertTrue(LieView.text(expansion("xy,B", "lyndon", 2), 100).contains("2       B xy  [B,xy]   -1/2"));
    }

    @Test
    @DisplayName("is a document with its conventions, or a table of totals")
    void documentAndSummary() {
        String document = LieView.document("bch", expansion("A,B", "hall", 3), LatexStyle.of(38));
        assertTrue(document.startsWith("\\documentclass") && document.contains("in the Hall basis"), document);
        assertTrue(document.contains("\\operatorname{ad}_{X}Y=[X,Y]"), document);
        assertEquals(
                """
                degree  elements  c ≠ 0  Σ c   Σ |c|
                1       2         2      2     2
                2       1         1      1/2   1/2
                3       2         2      1/6   1/6
                4       3         1      1/24  1/24
                """,
                LieView.summary(LyndonCoordinates.of(
                                ExponentialProduct.parse("A,B"), List.of(Letter.of("A"), Letter.of("B")), 4)
                        .totals()));
    }
}
