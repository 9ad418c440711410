package org.modeq.symbolic.latex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.contraction.FormulaParser;
import org.modeq.symbolic.contraction.FormulaText;
import org.modeq.symbolic.contraction.LatexFormulaParser;
import org.modeq.symbolic.method.Methods;

@DisplayName("A formula of the language on paper")
class FormulaViewTest {
    private static String aligned(String formula, double width) {
        return FormulaView.aligned("x", FormulaParser.parse(formula), "", name -> name.equals("L") ? "L" : "", width);
    }

    @Test
    @DisplayName("is broken before a sign, also inside parentheses, and nowhere else")
    void breaks() {
        assertEquals("""
                \\begin{aligned}
                x &= -\\nabla L\\\\
                &\\quad -\\frac{h}{2}\\,\\bigl(\\nabla^{2}L\\,\\nabla L\\\\
                &\\quad +\\nabla L\\bigr)
                \\end{aligned}""", aligned("-grad(L) - h/2*(hess(L)*grad(L) + grad(L))", 8));
        assertEquals(
                3,
                aligned("-grad(L) - h/2*(hess(L)*grad(L) + grad(L))", 60)
                        .lines()
                        .count());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "L + h/4*norm2(grad(L))",
                "(1+beta)*(L - 2*(L + h*L))/(1-beta)^3",
                "-(L - h)*(L + h) - -2*L",
                "-grad(L) - h*(hess(L)*grad(L) - (grad(L) + 2*grad(L)))",
                "D(L,3)[grad(L) + h*grad(L),grad(L)] + odot(grad(L),grad(L))"
            })
    @DisplayName("is read back as the same formula whatever the width")
    void roundTrip(String formula) {
        for (double width : List.of(1.0, 10.0, 30.0, 100.0)) {
            String source = aligned(formula, width)
                    .replace("\\begin{aligned}\nx &= ", "")
                    .replace("\n\\end{aligned}", "")
                    .replace("\\\\\n&\\quad ", "");
            assertEquals(
                    plain(FormulaText.ascii(LatexFormulaParser.parse(
                            aligned(formula, 1000)
                                    .replace("\\begin{aligned}\nx &= ", "")
                                    .replace("\n\\end{aligned}", ""),
                            List.of("L"),
                            Set.of("f")))),
                    plain(FormulaText.ascii(LatexFormulaParser.parse(source, List.of("L"), Set.of("f")))));
        }
    }

    private static String plain(String formula) {
        return formula.replace(" ", "");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "gd; $\\theta  \\leftarrow  \\theta  + h f(\\theta )$",
                "sequence:A*3,B; $\\theta  \\leftarrow  \\theta  + h A(\\theta ) (3$ times$)$, then $\\theta  \\leftarrow  \\theta  + h B(\\theta )$",
                "splitting:A/2,B; the flow of $A$ for the time $1/2 h$, then the flow of $B$ for the time $h$"
            })
    @DisplayName("The map of a method is text with its formulas in math")
    void maps(String method, String latex) {
        assertEquals(latex, MapFormula.latex(Methods.parse(method)));
    }

    @Test
    @DisplayName("The table of step polynomials has a row for each tree, and leaves P out where it is too wide")
    void iterates() {
        String table = IterateTable.of(Methods.parse("gd"), 3);
        assertTrue(table.contains(
                "3 & \\texttt{f[f[f]]} & $f'f'f$ & $\\frac{1}{6}n^{3}-\\frac{1}{2}n^{2}+\\frac{1}{3}n$ & $1/3$ & $1$"));
        assertEquals(4, table.lines().filter(line -> line.contains("texttt")).count());
        assertTrue(!IterateTable.of(Methods.parse("heavy-ball"), 3).contains("P(t;n)"));
    }
}
