package org.modeq.symbolic.latex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.MetricForm;

@DisplayName("A metric form on paper")
class MetricViewTest {
    private static MetricForm<?> form(String method, int order) {
        return MetricForm.of(Methods.parse(method), order);
    }

    @Test
    @DisplayName("as text has the matrix, the loss and their terms")
    void text() {
        assertEquals("""
                gd, order 4
                θ ← θ + h f(θ); f = −∇L; [f,g] = g′f − f′g; time h per step; sym X = (X + Xᵀ)/2

                θ̇ = −M ∇L̃
                M = I + 1/6 h² (∇²L)² + h³ (1/6 (∇²L)³ + 1/6 sym(∇²L ∇³L[∇L])) + O(h⁴)
                L̃ = L + 1/4 h ‖∇L‖² + 1/12 h² ⟨∇L,∇²L ∇L⟩ + O(h⁴)

                To this order the field has a metric form, whatever the losses are; it is not unique, here the loss takes what it can

                part  power  term                                                     coefficient
                M     h⁰     1                                                        1
                M     h²     hess(L)*hess(L)                                          1/6
                M     h³     hess(L)*hess(L)*hess(L)                                  1/6
                M     h³     1/2*(hess(L)*D(L,3)[grad(L)] + D(L,3)[grad(L)]*hess(L))  1/6
                L     h⁰     L                                                        1
                L     h      norm2(grad(L))                                           1/4
                L     h²     dot(grad(L),hess(L)*grad(L))                             1/12
                """, MetricView.text(form("gd", 4), 100));
    }

    @Test
    @DisplayName("ends where there is none, and says why")
    void certificate() {
        String text = MetricView.text(form("sequence:A,B,C", 3), 100);
        assertTrue(
                text.contains(
                        "M = I + O(h)\nL̃ = L_A + L_B + L_C + O(h)\n\nThere is no metric form from h on: -c(A[B])"),
                text);
        assertTrue(MetricView.text(form("splitting:A,B", 3), 100).contains("M = I + h ∇²L_A + O(h²)\n"));
        assertTrue(MetricView.text(form("splitting:A,B", 3), 100).contains("no metric form from h² on: -2 c(A[A,A])"));
    }

    @Test
    @DisplayName("in LaTeX is a snippet with its command and conventions")
    void snippet() {
        assertEquals("""
                % modeq: derive gd --as metric; theta <- theta + h f(theta); f = -grad L; [f,g] = g'f - f'g; time h per step; \
                sym X = (X + X^T)/2
                \\begin{equation}\\label{eq:modeq-gd-metric-4}
                \\begin{aligned}
                \\dot\\theta &= -M\\,\\nabla\\tilde L\\\\
                M &= I+\\frac{h^{2}}{6}(\\nabla^{2}L)^{2}+h^{3}\\Bigl(\\frac{1}{6}(\\nabla^{2}L)^{3}\
                +\\frac{1}{6}\\operatorname{sym}(\\nabla^{2}L\\,\\nabla^{3}L[\\nabla L])\\Bigr)+O(h^{4})\\\\
                \\tilde L &= L+\\frac{h}{4}\\|\\nabla L\\|^{2}+\\frac{h^{2}}{12}\\langle \\nabla L,\\nabla^{2}L\\,\\nabla L\\rangle +O(h^{4})
                \\end{aligned}
                \\end{equation}
                """, MetricView.snippet("derive gd --as metric", form("gd", 4), LatexStyle.of(38)));
        assertTrue(MetricView.snippet("derive", form("sequence:A,B,C", 2), LatexStyle.of(38))
                .contains("\n% -c(A[B]) + c(A[C])"));
    }

    @Test
    @DisplayName("is a document with the table of both")
    void document() {
        String document =
                MetricView.document("derive sequence:A,B --as metric", form("sequence:A,B", 3), LatexStyle.of(38));
        assertTrue(document.contains("\\title{Metric form of \\texttt{sequence:A,B}, order 3}"));
        assertTrue(document.contains("$\\operatorname{sym}X=\\frac{1}{2}(X+X^{\\top})$.\n"));
        assertTrue(document.contains("The form is not unique: here the loss takes what it can.\n"));
        assertTrue(
                document.contains(
                        "$M$ & 2 & $\\operatorname{sym}(\\nabla^{2}L_{A}\\,\\nabla^{2}L_{B})$ & \\texttt{1/2*(hess(A)*hess(B) + hess(B)*hess(A))} & $1/3$\\\\"),
                document);
        assertTrue(document.contains(
                "$\\tilde L$ & 1 & $\\|\\nabla L_{A}\\|^{2}$ & \\texttt{norm2(grad(A))} & $-1/4$\\\\"));
        String none = MetricView.document("derive", form("sequence:A,B,C", 2), LatexStyle.of(38));
        assertTrue(none.contains(", up to the power of $h$ that is shown; every field is $-\\nabla L$ of its loss.\n"));
        assertTrue(none.contains("There is no metric form at the next power: -c(A[B]) + c(A[C])"));
    }
}
