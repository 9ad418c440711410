package org.modeq.symbolic.symja;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.interfaces.IExpr;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("The Lie recursion")
class LieRecursionTest {
    private static final Colour A = new Colour("A");
    private static final Colour B = new Colour("B");

    /** Two losses in two variables; two in one variable; fields that are no gradients. The field f is A once more. */
    private static final List<ConcreteFields> PROBLEMS = List.of(
            ConcreteFields.ofLosses(
                    List.of("x", "y"),
                    Map.of(A, "x^3/3 - x*y^2 + y", B, "x^2*y/2 + x - y^3", Colour.F, "x^3/3 - x*y^2 + y")),
            ConcreteFields.ofLosses(List.of("x"), Map.of(A, "x^4/4 - x^2", B, "x^3/3 + 2*x", Colour.F, "x^4/4 - x^2")),
            ConcreteFields.ofComponents(
                    List.of("p", "q"),
                    Map.of(
                            A,
                            List.of("q + p^2", "1 - p*q"),
                            B,
                            List.of("-q^2", "p"),
                            Colour.F,
                            List.of("q + p^2", "1 - p*q"))));

    private static List<SortedMap<Colour, Rational>> steps(EulerSteps<Rational> method) {
        return method.steps().stream().map(step -> step.weights()).toList();
    }

    private static Map<RootedTree, Rational> weights(ModifiedEquation<Rational> equation, int n) {
        Map<RootedTree, Rational> weights = new TreeMap<>();
        equation.terms(n - 1).forEach(term -> weights.put(term.tree(), term.coefficient()));
        return weights;
    }

    @ParameterizedTest(name = "gives the same f₁ … f₅ as the trees of {0}")
    @ValueSource(strings = {"gd", "sequence:A,B", "sequence:A,B,A", "joint:A,B", "joint-mean:A,B,B"})
    void sameAsTrees(String name) {
        int order = 5;
        EulerSteps<Rational> method = (EulerSteps<Rational>) Methods.parseRational(name);
        ModifiedEquation<Rational> equation = ModifiedEquation.of(method, order);
        for (ConcreteFields fields : PROBLEMS) {
            List<String> point = List.of("1/2", "-1/3").subList(0, fields.dimension());
            ElementaryDifferentials<Rational> trees = fields.exactAt(point);
            List<List<Rational>> recursion =
                    LieRecursion.ofEulerSteps(fields, steps(method), order).at(point);
            assertEquals(order, recursion.size());
            for (int n = 1; n <= order; n++) {
                assertEquals(recursion.get(n - 1), trees.sum(weights(equation, n)), name + ", f" + n);
            }
        }
    }

    @Test
    @DisplayName("gives the same polynomials as the trees, not only the same values")
    void samePolynomials() {
        EulerSteps<Rational> method = (EulerSteps<Rational>) Methods.parseRational("sequence:A,B");
        ModifiedEquation<Rational> equation = ModifiedEquation.of(method, 3);
        ConcreteFields fields = PROBLEMS.get(0);
        List<List<IExpr>> recursion =
                LieRecursion.ofEulerSteps(fields, steps(method), 3).expressions();
        for (int n = 1; n <= 3; n++) {
            CollectedExpression collected = new CollectedExpression(fields.coordinates());
            assertEquals(
                    recursion.get(n - 1).stream().map(collected::of).toList(),
                    fields.symbolic().sum(weights(equation, n)));
        }
    }

    /**
     * By hand, for f = −x² at x = 2: f′ = −4, f″ = −2, so F(f) = −4, F(f[f]) = 16, F(f[f,f]) = −32 and F(f[f[f]]) =
     * −64; f₂ = −½·16 = −8 and f₃ = −32/12 − 64/3 = −24.
     */
    @Test
    @DisplayName("gives −4, −8, −24 for gradient descent on x³/3 at 2")
    void byHand() {
        ConcreteFields fields = ConcreteFields.ofLosses(List.of("x"), Map.of(Colour.F, "x^3/3"));
        List<List<Rational>> field = LieRecursion.ofEulerSteps(fields, steps(EulerSteps.gradientDescent()), 3)
                .at(List.of("2"));
        assertEquals(List.of(List.of(Rational.of(-4)), List.of(Rational.of(-8)), List.of(Rational.of(-24))), field);
    }

    @Test
    @DisplayName("refuses order 0 and fields that are not there")
    void refused() {
        ConcreteFields fields = ConcreteFields.ofLosses(List.of("x"), Map.of(A, "x"));
        assertThrows(IllegalArgumentException.class, () -> LieRecursion.ofEulerSteps(fields, List.of(), 0));
        List<Map<Colour, Rational>> steps = List.of(Map.of(B, Rational.ONE));
        assertThrows(IllegalArgumentException.class, () -> LieRecursion.ofEulerSteps(fields, steps, 1));
    }
}
