package org.modeq.symbolic.contraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.symbolic.ring.Rational;

@DisplayName("A formula")
class FormulaMeaningTest {
    private static final Map<String, TensorForm<Rational>> LOSSES = Map.of(
            "A", TensorForm.loss(RATIONALS, "A"),
            "B", TensorForm.loss(RATIONALS, "B"),
            "L", TensorForm.loss(RATIONALS, "L"));

    private static final FormulaMeaning<Rational> MEANING = new FormulaMeaning<>(
            RATIONALS,
            LOSSES,
            Map.of("A", field("A"), "B", field("B"), "f", field("L")),
            Map.of("rate", Rational.of(3)),
            Map.of("phi", 1, "U", 2));

    private static TensorForm<Rational> field(String loss) {
        return TensorForm.loss(RATIONALS, loss).derivative().negate();
    }

    private static TensorForm<Rational> vector(String formula) {
        return MEANING.value(FormulaParser.parse(formula), 1);
    }

    private static String normal(String formula) {
        return FormulaText.ascii(vector(formula).toFormula(name -> name));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "grad(norm2(grad(L))); 2*hess(L)*grad(L)",
                "grad(dot(grad(A),grad(B))); hess(A)*grad(B) + hess(B)*grad(A)",
                "bracket(grad(A),grad(B)); -hess(A)*grad(B) + hess(B)*grad(A)",
                "bracket(A,B); -hess(A)*grad(B) + hess(B)*grad(A)",
                "jac(f)*f; hess(L)*grad(L)",
                "-f; grad(L)",
                "hess(A)*hess(B)*A; -hess(A)*hess(B)*grad(A)",
                "hess(L)^2*grad(L); hess(L)*hess(L)*grad(L)",
                "hess(A+B)*grad(A); hess(A)*grad(A) + hess(B)*grad(A)",
                "(hess(A) - 2*hess(B))*grad(A); hess(A)*grad(A) - 2*hess(B)*grad(A)",
                "(hess(A)/2)*grad(A); 1/2*hess(A)*grad(A)",
                "grad(dot(grad(L), hess(L)*grad(L))); 2*hess(L)*hess(L)*grad(L) + D(L,3)[grad(L),grad(L)]",
                "D(L,3)[grad(L),f]; -D(L,3)[grad(L),grad(L)]",
                "grad(D(L,2)[grad(L),grad(L)]); 2*hess(L)*hess(L)*grad(L) + D(L,3)[grad(L),grad(L)]",
                "D(L,1) - grad(L); 0",
                "h^2/4*(grad(A)+grad(B))*2; 1/2*h^2*grad(A) + 1/2*h^2*grad(B)",
                "grad(A + h/2*B)*(1-h); grad(A) - h*grad(A) + 1/2*h*grad(B) - 1/2*h^2*grad(B)",
                "-grad(L)/0.5; -2*grad(L)",
                "rate*grad(L)/rate^2; 1/3*grad(L)",
                "grad(L*L); 2*L*grad(L)",
                "grad(L^2) - 2*L*grad(L); 0",
                "jac(L*f)*f; grad(L)*norm2(f) + L*hess(L)*grad(L)",
                "transpose(jac(hess(L)*f))*f; hess(L)*hess(L)*grad(L) + D(L,3)[grad(L),grad(L)]",
                "D(f,2)[f,f]; -D(L,3)[f,f]",
                "D(norm2(f),1) - 2*hess(L)*grad(L); 0",
                "odot(f,f) - odot(grad(L),grad(L)); 0",
                "div(f)*grad(L); -laplacian(L)*grad(L)",
                "trace(hess(L)^2)*f + norm2(f)*f*0; -trace(hess(L)*hess(L))*grad(L)",
                "(1 - h*hess(L))*grad(L); grad(L) - h*hess(L)*grad(L)",
                "(hess(L) + rate)*f; -hess(L)*grad(L) - 3*grad(L)",
                "contract(free(i),d(L)[i,j],d(f,j)); -hess(L)*grad(L)",
                "contract(free(i),d(f,i)[j],d(A,j)); hess(L)*grad(A)",
                "grad(1); 0"
            })
    void normalForms(String formula, String expected) {
        // Trees stand in canonical order; the expected formula is put into it by reading it again.
        assertEquals(normal(expected), normal(formula));
        assertEquals(vector(expected), vector(formula));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "grad(L) + psi(f); at position 11: unknown function 'psi', expected one of D, U, bracket",
                "phi(f,f); at position 1: given 2 arguments of phi, expected 1",
                "grad(A) + U_3(f,f); at position 11: given the derivative U_3 by argument 3, expected 1 to 2",
                "phi(f + h*grad(A)); given h in an argument of phi, expected a vector without it; expand in h",
                "phi(f - f); the same number in every coordinate, expected vectors such as grad(L)",
                "phi_1(f); expected primes for the derivatives",
                "U'(f,f); expected the numbers of the arguments"
            })
    @DisplayName("says what a function of coordinates takes")
    void badFunctions(String formula, String expected) {
        String message = assertThrows(IllegalArgumentException.class, () -> vector(formula))
                .getMessage();
        assertTrue(message.contains(expected), message);
    }

    @Test
    @DisplayName("takes functions of coordinates by names that are free")
    void functionNames() {
        for (String taken : List.of("A", "f", "rate", "h", "grad", "sum", "varphi", "U_1", "")) {
            Map<String, Integer> functions = Map.of(taken, 1);
            String message = assertThrows(
                            IllegalArgumentException.class,
                            () -> new FormulaMeaning<>(
                                    RATIONALS,
                                    LOSSES,
                                    Map.of("f", field("L")),
                                    Map.of("rate", Rational.ONE),
                                    functions))
                    .getMessage();
            assertTrue(message.startsWith("given a function called '" + taken + "'"), message);
        }
    }

    @Test
    @DisplayName("has functions of minus a gradient, and of any sum with numbers")
    void functionsOfSums() {
        assertEquals(vector("phi(-grad(L))"), vector("phi(f)"));
        assertEquals(vector("phi(rate*f + grad(A)/2)"), vector("phi((grad(A) - 6*grad(L))/2)"));
        assertEquals(vector("U(grad(A),contract(free(i),d(phi(grad(B)),i)))"), vector("U(grad(A),phi(grad(B)))"));
    }

    @Test
    @DisplayName("prints as a formula that means the same")
    void roundTrip() {
        assertEquals("-grad(L) - 1/2*h*hess(L)*grad(L)", normal("-grad(L + h/4*norm2(grad(L)))"));
        assertEquals("D(L,3)[grad(L),hess(L)*grad(L)]", normal("D(L,3)[hess(L)*grad(L),grad(L)]"));
        assertEquals("0", normal("grad(L)-grad(L)"));
    }

    @Test
    @DisplayName("is cut off at a power of h")
    void truncated() {
        TensorForm<Rational> form = vector("grad(A) + h*grad(B) + h^2*grad(A)");
        assertEquals(vector("grad(A) + h*grad(B)"), form.truncated(1));
        assertTrue(form.truncated(1).subtract(form.truncated(1)).isZero());
    }

    @ParameterizedTest(name = "''{0}'' does not parse: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "grad(L; expected ')'",
                "grad(L)+; expected a number",
                "''; expected a number",
                "grad(L) grad(L); position 9, expected an operation",
                "1.2.3*grad(L); expected a number",
                "D(L,2)[grad(L); expected ']'",
                "3 $ 4; expected an operation",
                "f(; expected a number"
            })
    void badSyntax(String formula, String expected) {
        String message = assertThrows(IllegalArgumentException.class, () -> FormulaParser.parse(formula))
                .getMessage();
        assertTrue(message.contains(expected), message);
    }

    @Test
    @DisplayName("with f' says how the derivative is written")
    void primes() {
        String message = assertThrows(IllegalArgumentException.class, () -> vector("f' + f"))
                .getMessage();
        assertTrue(message.contains("write jac(f) for f'"), message);
    }

    @ParameterizedTest(name = "''{0}'' has no meaning as a vector")
    @ValueSource(
            strings = {
                "grad(C)",
                "g",
                "L",
                "norm2(grad(L))",
                "dot(f,f)",
                "hess(L)",
                "grad(L)^2",
                "grad(L,L)",
                "bracket(f)",
                "1",
                "grad(L)/h",
                "grad(L)/0",
                "D(L,3)[f]",
                "D(L,0)",
                "D(L,h)[f]",
                "f*f",
                "hess(L)^h*f",
                "sin(f)",
                "grad(dot(f))",
                "hess(L)^99*f",
                "A*A",
                "hess(L)^0*f",
                "transpose(f)",
                "grad(L)[f]",
                "curl(L)*f",
                "rate",
                "contract(free(i),d(L)[i],e(f))",
                "contract(free(i,j,k),d(L)[i,j,k])",
                "contract(free(i),d(C)[i])",
                "contract(free(i),d(L)[1])",
                "phi(L)",
                "phi(grad(L),f)",
                "phi_1(f)",
                "U(f)",
                "U'(f,f)",
                "U_3(f,f)",
                "psi(f)",
                "phi(f + h*grad(A))",
                "phi(0)",
                "phi(f - f)",
                "phi(contract(free(i)))",
                "phi(f)[f]",
                "phi'''''''''''''(f)",
                "sum(L)",
                "diag(hess(L))",
                "contract(d(phi(f),i)[j])",
                "contract(free(i),d(grad(A),i))"
            })
    void badMeaning(String formula) {
        Formula parsed = FormulaParser.parse(formula);
        String message = assertThrows(IllegalArgumentException.class, () -> MEANING.value(parsed, 1))
                .getMessage();
        assertTrue(message.startsWith("at position "), message);
    }

    @Test
    @DisplayName("is not read when it is too deep or too long")
    void bounds() {
        assertThrows(IllegalArgumentException.class, () -> FormulaParser.parse("(".repeat(5000)));
        assertThrows(IllegalArgumentException.class, () -> FormulaParser.parse("1+".repeat(20_000) + "1"));
    }
}
