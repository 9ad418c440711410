package org.modeq.symbolic.latex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.FieldEquation;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.modified.ModifyingEquation;

@DisplayName("One term in LaTeX")
class TermViewTest {
    private static <E> String term(FieldEquation<E> equation, String tree, Notation notation) {
        List<FieldEquation.Term<E>> terms = equation.terms().stream()
                .filter(term -> term.tree().toString().equals(tree))
                .toList();
        return TermView.latex(equation, terms.get(0), notation);
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "gd | f[f] | GRADIENT | -\\frac{h}{2}\\nabla^{2}L\\,\\nabla L",
                "gd | f[f] | FIELD | -\\frac{h}{2}f'f",
                "gd | f[f,f] | GRADIENT | -\\frac{h^{2}}{12}\\nabla^{3}L[\\nabla L,\\nabla L]",
                "gd | f[f,f] | FIELD | \\frac{h^{2}}{12}f''(f,f)",
                "gd | f | GRADIENT | -\\nabla L",
                "gd | f | INDEX | f^{i}",
                "gd | f[f,f,f] | FIELD | 0"
            })
    @DisplayName("has its sign, the power of h and the differential in its notation")
    void ofGradientDescent(String method, String tree, Notation notation, String expected) {
        assertEquals(expected, term(ModifiedEquation.of(Methods.parse(method), 4), tree, notation));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gd", "sequence:A,B", "heavy-ball"})
    @DisplayName("stands in the whole formula where its power has no other term")
    void inTheFormula(String method) {
        ModifiedEquation<?> equation = ModifiedEquation.of(Methods.parse(method), 1);
        String whole = LatexView.aligned(equation, Notation.FIELD, 1000);
        equation.terms()
                .forEach(
                        term -> assertTrue(whole.contains(LatexView.differential(term.tree(), Notation.FIELD)), whole));
        assertTrue(whole.contains(term(equation, equation.terms().get(0).tree().toString(), Notation.FIELD)), whole);
    }

    @Test
    @DisplayName("of an equation that is cut off is that of the equation derived to the lower order")
    void truncated() {
        ModifiedEquation<?> long5 = ModifiedEquation.of(Methods.parse("sequence:A,B"), 5);
        ModifiedEquation<?> short3 = ModifiedEquation.of(Methods.parse("sequence:A,B"), 3);
        assertEquals(
                LatexView.snippet(short3, Notation.FIELD, 38),
                LatexView.snippet(long5.truncated(3), Notation.FIELD, 38));
        assertEquals(
                ModifyingEquation.of(Methods.parse("rk:midpoint"), 2).summary(),
                ModifyingEquation.of(Methods.parse("rk:midpoint"), 4)
                        .truncated(2)
                        .summary());
        assertThrows(IllegalArgumentException.class, () -> short3.truncated(4));
    }
}
