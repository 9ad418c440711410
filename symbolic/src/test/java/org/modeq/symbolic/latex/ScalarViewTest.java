package org.modeq.symbolic.latex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.HamiltonianForm;
import org.modeq.symbolic.modified.LossForm;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.FreeTree;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("A modified loss or Hamiltonian on paper")
class ScalarViewTest {
    private static LossForm<?> loss(String method, int order) {
        return LossForm.of(Methods.parse(method), order);
    }

    private static HamiltonianForm<?> hamiltonian(String method, int order) {
        return HamiltonianForm.of(Methods.parse(method), order);
    }

    @Nested
    @DisplayName("as text")
    class Text {
        @Test
        @DisplayName("has the loss, the remainder, the certificate and the terms")
        void remainder() {
            assertEquals("""
                    gd, order 3
                    θ ← θ + h f(θ); f = −∇L; [f,g] = g′f − f′g; time h per step

                    θ̇ = −∇L̃ + R
                    L̃ = L + 1/4 h ‖∇L‖² + 5/36 h² ⟨∇L,∇²L ∇L⟩ + O(h³)
                    R = h² (1/18 ∇³L[∇L,∇L] − 1/18 ∇²L ∇²L ∇L) + O(h³)

                    There is no loss from h² on: b(f[f,f]) = 1/6 but b(f[f[f]]) = 1/3 for the same free tree

                    power  term                          coefficient
                    h⁰     L                             1
                    h      norm2(grad(L))                1/4
                    h²     dot(grad(L),hess(L)*grad(L))  5/36
                    """, ScalarView.text(loss("gd", 3), Notation.GRADIENT, 100));
        }

        @Test
        @DisplayName("says what a Hamiltonian field is, and not what a gradient is")
        void partitioned() {
            String text = ScalarView.text(hamiltonian("stormer-verlet", 3), 100);
            assertTrue(text.contains("; time h per step; p = −∂H/∂q, q = ∂H/∂p\n\nθ̇ = J⁻¹∇H̃\n"), text);
            assertTrue(text.contains("""
                            H̃ = H − h² (1/12 H″(p,q) − 1/12 H″(q,q) + 1/24 H″(p,p)) + O(h³)

                            To this order the field has a Hamiltonian, whatever the Hamiltonians are
                            """), text);
            String descent = ScalarView.text(hamiltonian("gd", 2), 100);
            assertTrue(descent.contains("; f = J⁻¹∇H, J skew\n"), descent);
            assertTrue(
                    descent.contains("H̃ = H + O(h²)\nR = −1/2 h f′f + O(h²)\n\nThere is no Hamiltonian from h on: "));
        }

        @Test
        @DisplayName("names the Hamiltonian of each field, and a remainder of the lowest order")
        void severalFields() {
            String text = ScalarView.text(hamiltonian("splitting:A,B", 2), 100);
            assertTrue(text.contains("; A = J⁻¹∇H_A for each field, J skew"), text);
            assertTrue(text.contains("H̃ = H_A + H_B + 1/2 h H_B′(A) + O(h²)"), text);
            Map<RootedTree, Rational> field =
                    Map.of(RootedTree.parse("p"), Rational.of(3), RootedTree.parse("q"), Rational.ONE);
            String none = ScalarView.text(
                    HamiltonianForm.of(new ModifiedEquation<>(
                            Methods.parseRational("symplectic-euler"), BSeriesField.of(1, field))),
                    100);
            assertTrue(none.contains("H̃ = 2 H + O(h)\nR = p − q + O(h)\n\nThere is no Hamiltonian: b(p) = 3"), none);
        }
    }

    @Nested
    @DisplayName("in LaTeX")
    class Latex {
        @ParameterizedTest(name = "S({0}) is {1}")
        @CsvSource(
                delimiter = ';',
                value = {
                    "f; L",
                    "A; L_{A}",
                    "f[f]; \\|\\nabla L\\|^{2}",
                    "B[A]; \\langle \\nabla L_{A},\\nabla L_{B}\\rangle ",
                    "f[f,f,f]; \\nabla^{3}L[\\nabla L,\\nabla L,\\nabla L]",
                    "A[A,B,B]; \\nabla^{3}L_{A}[\\nabla L_{A},\\nabla L_{B},\\nabla L_{B}]"
                },
                ignoreLeadingAndTrailingWhitespace = false)
        void contractions(String tree, String latex) {
            assertEquals(
                    latex.strip(),
                    ScalarScript.LATEX
                            .contraction(new FreeTree(RootedTree.parse(tree.strip())))
                            .source()
                            .strip());
        }

        @Test
        @DisplayName("is a snippet with the certificate in a comment")
        void snippet() {
            assertEquals(
                    """
                    % modeq: derive sequence:A,B --as loss; theta <- theta + h A(theta), then theta <- theta + h B(theta); \
                    A = -grad L_A for each field; [f,g] = g'f - f'g; time h per sweep
                    % b(A[B]) = -1/2 but b(B[A]) = 1/2 for the same free tree
                    \\begin{equation}\\label{eq:modeq-sequence-A-B-loss-2}
                    \\begin{aligned}
                    \\dot\\theta &= -\\nabla\\tilde L+R\\\\
                    \\tilde L &= L_{A}+L_{B}+h\\Bigl(\\frac{1}{4}\\|\\nabla L_{A}\\|^{2}+\\frac{1}{4}\\|\\nabla L_{B}\\|^{2}\\Bigr)+O(h^{2})\\\\
                    R &= -h\\Bigl(\\frac{1}{2}\\nabla^{2}L_{A}\\,\\nabla L_{B}-\\frac{1}{2}\\nabla^{2}L_{B}\\,\\nabla L_{A}\\Bigr)+O(h^{2})
                    \\end{aligned}
                    \\end{equation}
                    """,
                    ScalarView.snippet(
                            "derive sequence:A,B --as loss", loss("sequence:A,B", 2), Notation.GRADIENT, 38));
        }

        @Test
        @DisplayName("writes elementary Hamiltonians with primes and orders")
        void elementaryHamiltonians() {
            assertTrue(ScalarView.snippet("derive", hamiltonian("rk:implicit-midpoint", 5), LatexStyle.of(38))
                    .contains("+h^{4}\\Bigl(\\frac{1}{160}H''(f'f,f'f)+\\frac{1}{480}H'''(f,f,f'f)"
                            + "+\\frac{7}{5760}H^{(4)}(f,f,f,f)\\Bigr)"));
            HamiltonianForm<?> splitting = hamiltonian("splitting:A,B", 2);
            assertEquals(
                    "H_{B}'(f_{A})",
                    ScalarScript.LATEX
                            .elementary(RootedTree.parse("B[A]"), splitting)
                            .source());
            assertEquals(
                    "H_{A}",
                    ScalarScript.LATEX
                            .elementary(RootedTree.vertex(new Colour("A")), splitting)
                            .source());
        }

        @Test
        @DisplayName("is a document with the reason and the table")
        void document() {
            String document =
                    ScalarView.document("derive gd --as loss", loss("gd", 3), Notation.GRADIENT, LatexStyle.of(38));
            assertTrue(document.contains("\\title{Modified loss of \\texttt{gd}, order 3}"));
            assertTrue(
                    document.contains(
                            "2 & $\\langle \\nabla L,\\nabla^{2}L\\,\\nabla L\\rangle $ & \\texttt{dot(grad(L),hess(L)*grad(L))} & $5/36$\\\\"));
            assertTrue(document.contains("b(f[f,f]) = 1/6 but b(f[f[f]]) = 1/3 for the same free tree.\n"));
            assertTrue(ScalarView.document("derive gd --as loss", loss("gd", 9), Notation.GRADIENT, LatexStyle.of(38))
                    .contains("\\begin{longtable}"));
            assertTrue(ScalarView.document("derive", hamiltonian("stormer-verlet", 2), LatexStyle.of(38))
                    .contains("$p=-\\partial H/\\partial q$ and $q=\\partial H/\\partial p$"));
            assertTrue(ScalarView.document("derive", hamiltonian("splitting:A,B", 2), LatexStyle.of(38))
                    .contains("There is no remainder to this order."));
        }
    }
}
