package org.modeq.symbolic.latex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.BracketForm;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("A formula on paper")
class LatexViewTest {
    private static ModifiedEquation<?> equation(String method, int order) {
        return ModifiedEquation.of(Methods.parse(method), order);
    }

    @ParameterizedTest(name = "{0} is {1}, or {2}, or {3}")
    @CsvSource(
            delimiter = ';',
            value = {
                "f; \\nabla L; f; f",
                "f[f]; \\nabla^{2}L\\,\\nabla L; f'f; f′f",
                "f[f[f]]; (\\nabla^{2}L)^{2}\\nabla L; f'f'f; f′f′f",
                "f[f,f]; \\nabla^{3}L[\\nabla L,\\nabla L]; f''(f,f); f″(f,f)",
                "A[A[B]]; (\\nabla^{2}L_{A})^{2}\\nabla L_{B}; f_{A}'f_{A}'f_{B}; A′A′B",
                "A[B[A]]; \\nabla^{2}L_{A}\\,\\nabla^{2}L_{B}\\,\\nabla L_{A}; f_{A}'f_{B}'f_{A}; A′B′A",
                "t1[t1,t1,t1,t1]; \\nabla^{5}L_{\\mathrm{t1}}[\\nabla L_{\\mathrm{t1}},\\nabla L_{\\mathrm{t1}},"
                        + "\\nabla L_{\\mathrm{t1}},\\nabla L_{\\mathrm{t1}}]; f_{\\mathrm{t1}}^{(4)}(f_{\\mathrm{t1}},"
                        + "f_{\\mathrm{t1}},f_{\\mathrm{t1}},f_{\\mathrm{t1}}); t1⁽⁴⁾(t1,t1,t1,t1)"
            })
    void differentials(String text, String gradient, String field, String plain) {
        RootedTree tree = RootedTree.parse(text);
        assertEquals(
                gradient,
                new LatexScript().differential(tree, Notation.GRADIENT).source());
        assertEquals(field, new LatexScript().differential(tree, Notation.FIELD).source());
        assertEquals(plain, new TextScript().differential(tree, Notation.FIELD).source());
    }

    @Test
    @DisplayName("puts the sign of f = −∇L into the coefficient, shares powers of h, and never writes a factor 1")
    void gradientDescent() {
        assertEquals("""
                % modeq: derive gd --order 3; theta <- theta + h f(theta); f = -grad L; [f,g] = g'f - f'g; time h per step
                \\begin{equation}\\label{eq:modeq-gd-3}
                \\begin{aligned}
                \\dot\\theta &= -\\nabla L-\\frac{h}{2}\\nabla^{2}L\\,\\nabla L-h^{2}\\Bigl(\\frac{1}{3}(\\nabla^{2}L)^{2}\\nabla L+\\frac{1}{12}\\nabla^{3}L[\\nabla L,\\nabla L]\\Bigr)+O(h^{3})
                \\end{aligned}
                \\end{equation}
                """, LatexView.snippet(equation("gd", 3), Notation.GRADIENT, 60));
        assertEquals(
                "θ̇ = f − 1/2 h f′f + h² (1/3 f′f′f + 1/12 f″(f,f)) + O(h³)",
                TextView.formula(equation("gd", 3), Notation.FIELD, 100));
        assertEquals("θ̇ = −∇L + O(h)", TextView.formula(equation("gd", 1), Notation.GRADIENT, 100));
    }

    @Test
    @DisplayName("shows self-corrections and brackets")
    void brackets() {
        BracketForm<?> form = BracketForm.of(Methods.parse("sequence:A,B"), 2);
        assertTrue(LatexView.snippet(form, 38)
                .contains("f_{A}+f_{B}+h\\Bigl(f_{A,2}+f_{B,2}+\\frac{1}{2}[f_{A},f_{B}]\\Bigr)+O(h^{2})"));
        assertEquals("""
                sequence:A,B, order 2
                θ ← θ + h A(θ), then θ ← θ + h B(θ); A = −∇L_A for each field; [f,g] = g′f − f′g; time h per sweep

                θ̇ = A + B + h (A_2 + B_2 + 1/2 [A,B]) + O(h²)

                Self-corrections of one step:
                  A_2 = −1/2 A′A
                  B_2 = −1/2 B′B
                """, TextView.of(form, 100));
        assertTrue(LatexView.aligned(BracketForm.of(Methods.parse("gd"), 2), 38).contains("f+hf_{2}+O(h^{2})"));
    }

    @Test
    @DisplayName("is broken into lines of the width, and into numbered lines of align past twelve")
    void breaking() {
        String narrow = LatexView.snippet(equation("sequence:A,B", 4), Notation.GRADIENT, 22);
        assertTrue(narrow.contains("\\begin{align}") && narrow.contains("\\notag\\\\"));
        assertFalse(narrow.contains("+-") || narrow.contains("+ -") || narrow.contains("1\\nabla"));
        String text = TextView.formula(equation("sequence:A,B", 4), Notation.GRADIENT, 80);
        assertTrue(text.lines().count() > 10 && text.lines().allMatch(line -> line.length() <= 82), text);
        assertEquals(text, TextView.formula(equation("sequence:A,B", 4), Notation.GRADIENT, 80));
    }

    @Test
    @DisplayName("stands in documents with tables, long ones past thirty rows")
    void documents() {
        String small = LatexView.document("derive", equation("gd", 4), Notation.FIELD, LatexStyle.of(38));
        assertTrue(small.startsWith("\\documentclass") && small.contains("\\begin{tabular}"));
        assertTrue(small.contains("3 & "
                + TreeDrawing.of(RootedTree.parse("f[f,f]")).latex() + " & $f''(f,f)$ & $1/6$ & $2$ & $1/12$\\\\"));
        assertTrue(small.contains("tikz}") && small.contains("\\ifdefined\\modeqtree"), small);
        String large =
                LatexView.document("derive", equation("joint-mean:A,B", 4), Notation.GRADIENT, LatexStyle.of(38));
        assertTrue(large.contains("\\begin{longtable}"));
        assertTrue(LatexView.section(BracketForm.of(Methods.parse("sequence:A,B"), 2), 38)
                .contains("\\texttt{sequence:A,B}"));
        String brackets =
                LatexView.document("derive", BracketForm.of(Methods.parse("sequence:A,B"), 3), LatexStyle.of(38));
        assertTrue(
                brackets.contains("$f_{A,2}=-\\frac{1}{2}f_{A}'f_{A}$, $f_{B,2}=-\\frac{1}{2}f_{B}'f_{B}$."), brackets);
        assertTrue(brackets.contains("$2$ & $[f_{A},[f_{A},f_{B}]]$ & $1/12$\\\\"), brackets);
        assertFalse(brackets.contains("ad_f"), brackets);
        String exact =
                LatexView.document("derive", BracketForm.of(Methods.parse("splitting:A,B"), 6), LatexStyle.of(38));
        assertTrue(exact.contains("$4$ & $\\operatorname{ad}_{f_{A}}^{4}f_{B}$ & $-1/720$\\\\"), exact);
        assertTrue(exact.contains("$\\operatorname{ad}_{f}g=[f,g]$") && !exact.contains("A last index"), exact);
        String symbols =
                LatexView.document("derive", BracketForm.of(Methods.parse("sequence:A*n,B"), 2), LatexStyle.of(38));
        assertTrue(symbols.contains("$1$ & $[f_{A},f_{B}]$ & $\\displaystyle \\frac{n}{2}$\\\\"), symbols);
        assertEquals("50\\% \\{a\\_b\\} \\textasciicircum{}", LatexView.escape("50% {a_b} ^"));
    }

    @Test
    @DisplayName("comes with the table of all trees and their numbers on the terminal")
    void terminal() {
        String text = TextView.of(equation("gd", 4), Notation.GRADIENT, 100);
        assertTrue(text.contains("h³     f[f,f,f]    f‴(f,f,f)  0      6     0"), text);
        assertTrue(TextView.summary(equation("gd", 4).summary()).contains("4      4      3      -1/2  1/2"));
    }

    @Test
    @DisplayName("has four notations, known by name, of which only that in gradients takes a sign")
    void notations() {
        assertEquals(Notation.FIELD, Notation.parse("field"));
        assertEquals(Notation.INDEX, Notation.parse("index"));
        assertEquals(Notation.TREE, Notation.parse("tree"));
        assertThrows(IllegalArgumentException.class, () -> Notation.parse("runes"));
        assertEquals(
                Rational.of(1, 3), Notation.INDEX.factor(RootedTree.parse("f[f,f]"), Rational.of(1, 3), RATIONALS));
        assertEquals(
                Rational.of(-1, 3), Notation.GRADIENT.factor(RootedTree.parse("f[f,f]"), Rational.of(1, 3), RATIONALS));
        assertEquals(
                Rational.of(1, 3), Notation.FIELD.factor(RootedTree.parse("f[f,f]"), Rational.of(1, 3), RATIONALS));
    }
}
