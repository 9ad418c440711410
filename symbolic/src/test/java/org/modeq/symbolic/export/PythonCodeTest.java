package org.modeq.symbolic.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("A series as Python")
class PythonCodeTest {
    private static final PythonCode.Heading HEADING = new PythonCode.Heading("modeq export \"\"\" \\ ", "1");

    private static String code(String method, int order, CodeLanguage language, CodePart part) {
        return PythonCode.of(ModifiedEquation.of(Methods.parse(method), order), language, part, HEADING);
    }

    /** The lines between two lines. */
    private static List<String> between(String code, String first, String last) {
        List<String> lines = code.lines().toList();
        int start = lines.indexOf(first);
        return lines.subList(start, start + lines.subList(start, lines.size()).indexOf(last) + 1);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("has the series of gradient descent in tables, fractions as they are")
    void tables(CodeLanguage language) {
        String code = code("gd", 3, language, CodePart.FIELD);
        assertEquals("""
                def _field_coefficients():
                    \"""c of the terms c h^p F(t): for p = 0, 1, ... by tree.\"""
                    return (
                        {"f": 1},
                        {"f[f]": -1 / 2},
                        {
                            "f[f,f]": 1 / 12,
                            "f[f[f]]": 1 / 3,
                        },
                    )""", String.join("\n", between(code, "def _field_coefficients():", "    )")));
        assertEquals(
                """
                    return {
                        "f": ("f", ()),
                        "f[f]": ("f", ("f",)),
                        "f[f,f]": ("f", ("f", "f")),
                        "f[f[f]]": ("f", ("f[f]",)),
                    }""".indent(4).stripTrailing(),
                String.join("\n", between(code.substring(code.indexOf("def _trees")), "    return {", "    }")));
    }

    /** L̃ = L + h/4 ‖∇L‖² + …, and D L[F(f)] = −‖∇L‖². */
    @Test
    @DisplayName("has the loss with the signs of the directions in it")
    void loss() {
        String code = code("gd", 2, CodeLanguage.PYTORCH, CodePart.LOSS);
        assertTrue(code.contains("        [(1, \"f\", ())],\n        [(-1 / 4, \"f\", (\"f\",))],\n"), code);
        assertTrue(code.contains("The loss of which the field is minus the gradient."), code);
        assertFalse(code.contains("_field_coefficients"), code);
        assertTrue(code("gd", 3, CodeLanguage.JAX, CodePart.LOSS).contains("from h^2 on"));
    }

    @Test
    @DisplayName("has the trees that others stand on although their coefficient is 0, and no others of that kind")
    void zeros() {
        String code = code("sequence:A,B,B,A", 3, CodeLanguage.NUMPY, CodePart.TERMS);
        List<String> field = between(code, "def _field_coefficients():", "    )");
        assertFalse(field.stream().anyMatch(line -> line.contains("\"A[B]\"")), code);
        assertTrue(code.contains("\"A[B]\": (\"A\", (\"B\",)),"), code);
        assertFalse(code("rk:rk4", 4, CodeLanguage.NUMPY, CodePart.TERMS).contains("f[f]"));
    }

    @ParameterizedTest
    @CsvSource({
        "(1+beta)/(2*(1-beta)^3), (1 + beta) / (2 * (1 - beta)**3)",
        "-lambda^2/2, -lambda_**2 / 2",
        "-1/2, -1 / 2",
        "1, 1"
    })
    @DisplayName("has coefficients as Python reads them")
    void coefficients(String formula, String code) {
        assertEquals(code, PythonScript.coefficient(formula));
    }

    @Test
    @DisplayName("takes no formula of another kind")
    void foreign() {
        assertThrows(IllegalArgumentException.class, () -> PythonScript.coefficient("sin(x);1"));
        assertThrows(IllegalArgumentException.class, () -> CodeLanguage.parse("cobol"));
        assertThrows(IllegalArgumentException.class, () -> CodePart.parse("all"));
        assertThrows(IllegalArgumentException.class, () -> code("stormer-verlet", 2, CodeLanguage.JAX, CodePart.FIELD));
    }

    @Test
    @DisplayName("lets no word of the heading end its docstring")
    void docstring() {
        String code = code("gd", 1, CodeLanguage.NUMPY, CodePart.TERMS);
        assertTrue(code.contains("modeq export \\\"\\\"\\\" \\\\ \n"), code);
        assertEquals(CodePart.TERMS, CodePart.parse("terms"));
        assertEquals(CodeLanguage.NUMPY, CodeLanguage.parse("numpy"));
    }

    @Test
    @DisplayName("writes a term of the loss at the most central vertex")
    void centre() {
        String code = code("gd", 4, CodeLanguage.NUMPY, CodePart.LOSS);
        RootedTree star = RootedTree.parse("f[f,f,f]");
        assertTrue(code.contains("\"f\", (\"f\", \"f\", \"f\"))"), star + " in " + code);
    }
}
