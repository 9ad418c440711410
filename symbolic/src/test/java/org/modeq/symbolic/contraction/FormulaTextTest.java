package org.modeq.symbolic.contraction;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.symbolic.ring.Rational;

@DisplayName("A form written as a formula")
class FormulaTextTest {
    private static final TensorForm<Rational> L = TensorForm.loss(RATIONALS, "L");
    private static final FormulaMeaning<Rational> MEANING = new FormulaMeaning<>(
            RATIONALS,
            Map.of("L", L),
            Map.of("f", TensorForm.field(RATIONALS, "f"), "g", TensorForm.field(RATIONALS, "g")),
            Map.of(),
            Map.of("phi", 1, "U", 2));

    private static TensorForm<Rational> read(String text, int rank) {
        return MEANING.value(FormulaParser.parse(text), rank);
    }

    private static String write(TensorForm<Rational> form) {
        return FormulaText.ascii(form.toFormula(name -> name));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    @DisplayName("is read back to the same form")
    void roundTrip(int seed) {
        Random random = new Random(seed);
        for (int sample = 0; sample < 20; sample++) {
            TensorForm<Rational> vector = RandomForms.vector(random, 3);
            TensorForm<Rational> scalar = RandomForms.scalar(random, 3);
            TensorForm<Rational> matrix = RandomForms.vector(random, 2).derivative();
            assertEquals(vector, read(write(vector), 1), () -> write(vector));
            assertEquals(scalar, read(write(scalar), 0), () -> write(scalar));
            assertEquals(matrix, read(write(matrix), 2), () -> write(matrix));
            assertEquals(matrix.transposed(), read(write(matrix.transposed()), 2));
        }
    }

    private static TensorForm<Rational> readLatex(String text, int rank) {
        Formula formula = LatexFormulaParser.parse(text, List.of("L"), Set.of("f", "g"), Set.of("phi", "U"));
        return assertDoesNotThrow(() -> MEANING.value(formula, rank), () -> text);
    }

    private static String latex(TensorForm<Rational> form) {
        return FormulaLatex.of(form.toFormula(name -> name), name -> "Lfg".contains(name) ? name : "");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {11, 12, 13, 14, 15, 16, 17, 18})
    @DisplayName("is read back from LaTeX to the same form")
    void roundTripInLatex(int seed) {
        Random random = new Random(seed);
        for (int sample = 0; sample < 20; sample++) {
            TensorForm<Rational> vector = RandomForms.vector(random, 3);
            TensorForm<Rational> scalar = RandomForms.scalar(random, 3);
            TensorForm<Rational> matrix = RandomForms.vector(random, 2).derivative();
            assertEquals(vector, readLatex(latex(vector), 1), () -> latex(vector) + " from " + write(vector));
            assertEquals(scalar, readLatex(latex(scalar), 0), () -> latex(scalar) + " from " + write(scalar));
            assertEquals(matrix, readLatex(latex(matrix), 2), () -> latex(matrix) + " from " + write(matrix));
        }
    }

    @ParameterizedTest(name = "{0} is {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "grad(norm2(grad(L))); 1; 2*hess(L)*grad(L)",
                "-grad(L) - h/2*hess(L)*grad(L); 1; -grad(L) - 1/2*h*hess(L)*grad(L)",
                "jac(hess(L)*grad(L)); 2; hess(L)*hess(L) + D(L,3)[grad(L)]",
                "trace(hess(L)^2); 0; trace(hess(L)*hess(L))",
                "laplacian(L); 0; trace(hess(L))",
                "div(jac(f)*g); 0; trace(D(f,2)[g]) + trace(jac(f)*jac(g))",
                "curl(f); 2; jac(f) - transpose(jac(f))",
                "dot(f,jac(g)*f); 0; dot(f,jac(g)*f)",
                "odot(grad(L),f); 1; odot(f,grad(L))",
                "L*norm2(f)*h^2; 0; h^2*L*norm2(f)",
                "D(L,3)[f,g,f]; 0; dot(f,D(L,3)[f,g])",
                "grad(sum(phi(grad(L)))); 1; hess(L)*phi'(grad(L))",
                "odot(phi(grad(L)),phi(f)); 1; odot(phi(f),phi(grad(L)))",
                "jac(U(f,g))*g; 1; odot(U_1(f,g),jac(f)*g) + odot(U_2(f,g),jac(g)*g)",
                "U_21(f,g); 1; U_12(f,g)",
                "dot(phi(f),U(f,f-2*g)); 0; dot(phi(f),U(f,f - 2*g))",
                "hess(sum(phi(f)))*g; 1; transpose(D(f,2)[g])*phi'(f) + transpose(jac(f))*odot(jac(f)*g,phi''(f))",
                "jac(phi(grad(L))); 2; diag(phi'(grad(L)))*hess(L)",
                "hess(L)*diag(odot(f,phi''(f)))*hess(L); 2; hess(L)*diag(odot(f,phi''(f)))*hess(L)",
                "trace(jac(phi(grad(L)))); 0; trace(diag(phi'(grad(L)))*hess(L))",
                "transpose(diag(f)); 2; diag(f)",
                "phi(odot(f,phi(f/2-g))); 1; phi(odot(f,phi(1/2*f - g)))",
                "sum(odot(f,odot(f,f))); 0; sum(odot(odot(f,f),f))"
            })
    @DisplayName("reads as a person would write it")
    void normalForms(String formula, int rank, String expected) {
        TensorForm<Rational> form = read(formula, rank);
        assertEquals(form, read(expected, rank));
        assertEquals(expected, write(form));
    }

    @Test
    @DisplayName("falls back to index notation where there is no other")
    void indexNotation() {
        String text = "contract(free(i,j),d(L)[i,k],d(L)[j,k],d(L)[k])";
        TensorForm<Rational> form = read(text, 2);
        assertEquals(form, read(write(form), 2));
        assertEquals(form, form.transposed());
        TensorForm<Rational> dimension = TensorForm.identity(RATIONALS).trace();
        assertEquals(dimension, read(write(dimension), 0));
        TensorForm<Rational> identity = TensorForm.identity(RATIONALS);
        assertEquals(identity, read(write(identity), 2));
    }
}
