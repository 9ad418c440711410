package org.modeq.symbolic.contraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.ring.Rational;

@DisplayName("A formula in LaTeX")
class LatexFormulaParserTest {
    private static final List<String> NAMES = List.of("A", "B", "C");

    /** The tasks A, B, C; or the loss L with its field f, and a field v besides. */
    private static TensorForm<Rational> value(Formula formula, int rank) {
        Map<String, TensorForm<Rational>> losses = new TreeMap<>();
        Map<String, TensorForm<Rational>> fields = new TreeMap<>();
        for (String name : List.of("A", "B", "C", "L")) {
            TensorForm<Rational> loss = TensorForm.loss(RATIONALS, name);
            losses.put(name, loss);
            fields.put(name.equals("L") ? "f" : name, loss.derivative().negate());
        }
        fields.put("v", TensorForm.field(RATIONALS, "v"));
        Map<String, Rational> parameters = Map.of("beta", Rational.of(1, 2), "vA", Rational.of(3));
        Map<String, Integer> functions = Map.of("phi", 1, "U", 2, "sgn", 1);
        return new FormulaMeaning<>(RATIONALS, losses, fields, parameters, functions).value(formula, rank);
    }

    private static Formula one(String latex) {
        return LatexFormulaParser.parse(latex, List.of("L"), Set.of("f", "v"), Set.of("phi", "U", "sgn"));
    }

    private static Formula tasks(String latex) {
        return LatexFormulaParser.parse(latex, NAMES, Set.of("A", "B", "C"));
    }

    @ParameterizedTest(name = "{0} is {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "L + \\frac{h}{4}\\|\\nabla L\\|^2; 0; L + h/4*norm2(grad(L))",
                "\\tilde L = L + \\tfrac h4 \\lVert\\nabla L\\rVert^{2}; 0; L + h/4*norm2(grad(L))",
                "-\\nabla L - \\frac{h}{2}\\nabla^2 L\\,\\nabla L; 1; -grad(L) - h/2*hess(L)*grad(L)",
                "\\dot\\theta = -\\nabla\\Bigl(L+\\frac h4\\|\\nabla L\\|^2\\Bigr); 1; -grad(L + h/4*norm2(grad(L)))",
                "-\\tfrac13 H^2g-\\tfrac1{12}\\nabla^3L[g,g]; 1; -1/3*hess(L)^2*grad(L) - 1/12*D(L,3)[grad(L),grad(L)]",
                "f'f'f + \\frac12 f''(f,f); 1; jac(f)*jac(f)*f + 1/2*D(f,2)[f,f]",
                "f^{(3)}(f,f,v); 1; D(f,3)[f,f,v]",
                "\\langle\\nabla L,\\nabla^2L\\,v\\rangle; 0; dot(grad(L),hess(L)*v)",
                "g^\\top H g; 0; dot(grad(L),hess(L)*grad(L))",
                "(v')^{\\top}v; 1; transpose(jac(v))*v",
                "v\\cdot\\nabla L; 0; dot(v,grad(L))",
                "2\\cdot\\nabla L; 1; 2*grad(L)",
                "\\nabla\\cdot v; 0; div(v)",
                "\\Delta L\\,v; 1; laplacian(L)*v",
                "\\operatorname{tr}(\\nabla^2L\\,v'); 0; trace(hess(L)*jac(v))",
                "\\nabla L\\odot v; 1; odot(grad(L),v)",
                "\\partial_i\\partial_j L\\,\\partial_j L; 1; hess(L)*grad(L)",
                "\\partial_i\\partial_j\\partial_k L\\,\\partial_jL\\,\\partial_kL; 1; D(L,3)[grad(L),grad(L)]",
                "\\frac{1}{2}\\partial_j v^i v^j; 1; 1/2*jac(v)*v",
                "\\partial_i\\partial_i L; 0; laplacian(L)",
                "\\frac{L}{1-\\beta}; 0; 2*L",
                "[f,v]; 1; bracket(f,v)",
                "\\nabla \\|\\nabla L\\|^2; 1; 2*hess(L)*grad(L)",
                "\\varphi(\\nabla L); 1; phi(grad(L))",
                "\\nabla^2L\\,\\phi''(\\nabla L) \\odot v; 1; hess(L)*odot(phi''(grad(L)),v)",
                "\\varphi^{(4)}\\left(v\\right); 1; phi''''(v)",
                "U_{122}(\\nabla L,v) - U_1(v,v); 1; U_122(grad(L),v) - U_1(v,v)",
                "\\operatorname{sum}(\\operatorname{sgn}(v)); 0; sum(sgn(v))",
                "v^\\top \\varphi(v); 0; dot(v,phi(v))",
                "\\operatorname{diag}(\\varphi'(\\nabla L))\\,\\nabla^2 L; 2; jac(phi(grad(L)))",
                "(\\varphi'(\\nabla L)_i\\,\\partial_i\\partial_j L\\, v^j)_{i}; 1; jac(phi(grad(L)))*v"
            })
    @DisplayName("means what it means in the language of the project")
    void oneLoss(String latex, int rank, String expected) {
        assertEquals(value(FormulaParser.parse(expected), rank), value(one(latex), rank));
    }

    @ParameterizedTest(name = "{0} is {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "L_A + L_{B} + L_{\\mathrm{C}}; 0; A + B + C",
                "\\sum_i L_i + \\frac h4\\sum_i\\|\\nabla L_i\\|^2; 0;"
                        + "A + B + C + h/4*(norm2(grad(A)) + norm2(grad(B)) + norm2(grad(C)))",
                "\\frac h2 \\sum_{i<j} [\\nabla L_i,\\nabla L_j]; 1;"
                        + "h/2*(bracket(grad(A),grad(B)) + bracket(grad(A),grad(C)) + bracket(grad(B),grad(C)))",
                "\\sum_{i=1}^{K} g_i; 1; grad(A) + grad(B) + grad(C)",
                "\\nabla^2 L_B\\,\\nabla L_A-\\nabla^2 L_A\\,\\nabla L_B; 1; bracket(grad(A),grad(B))",
                "H_Bg_A-H_Ag_B; 1; bracket(grad(A),grad(B))",
                "[f_A,f_B]; 1; bracket(A,B)",
                "\\frac13 f_{A}''(f_{A},f_{B}); 1; -1/3*D(grad(A),2)[grad(A),grad(B)]",
                "v_A\\nabla L_A; 1; 3*grad(A)",
                "\\mathcal{L}_A; 0; A"
            })
    @DisplayName("runs its sums over the tasks")
    void severalLosses(String latex, int rank, String expected) {
        assertEquals(value(FormulaParser.parse(expected), rank), value(tasks(latex), rank));
    }

    @ParameterizedTest(name = "''{0}'': {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "\\nabla; a number, a name or a group",
                "\\|\\nabla L\\|; square of a norm",
                "\\|\\nabla L; second bar",
                "\\frac{h}{4; expected '}'",
                "\\nabla^0 L; from 1 to 9",
                "L_Z; a loss such as L",
                "\\sum_{i>j} L_i; \\sum_{i<j}",
                "(L; expected ')'",
                "L); end of the formula",
                "\\operatorname{foo}(L); \\operatorname{tr}",
                "\\langle f v\\rangle; expected ','",
                "\\odot f; a factor before",
                "''; a number, a name",
                "\\partial L; expected '_'",
                "\\varphi; expected '('",
                "\\varphi(v; expected ')'",
                "U_{A}(v,v); the numbers of arguments behind U_"
            })
    @DisplayName("says where it makes no sense, and what was expected")
    void badFormulas(String latex, String expected) {
        String message =
                assertThrows(IllegalArgumentException.class, () -> one(latex)).getMessage();
        assertTrue(message.contains("at position ") && message.contains(expected), message);
        assertThrows(IllegalArgumentException.class, () -> one("(".repeat(200)));
        assertThrows(IllegalArgumentException.class, () -> one("1+".repeat(20_000)));
    }
}
