package org.modeq.symbolic.symja;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.modeq.symbolic.contraction.AppliedFunction;
import org.modeq.symbolic.contraction.FormulaParser;
import org.modeq.symbolic.contraction.TensorForm;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.FieldEquation;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("A concrete problem")
class ConcreteProblemTest {
    private static final Colour A = new Colour("A");
    private static final Colour B = new Colour("B");
    private static final String LOSS_A = "x^3/3 - x*y^2 + y";
    private static final String LOSS_B = "x^2*y^2/2 + x - 2*y^3";
    private static final List<Rational> POINT = List.of(Rational.of(1, 2), Rational.of(-1, 3));

    private static List<Rational> point(String... coordinates) {
        return List.of(coordinates).stream().map(Rational::parse).toList();
    }

    @Test
    @DisplayName("has exact contractions: x³/3 at 2 gives 4 and 16")
    void contractions() {
        ConcreteProblem problem = new ConcreteProblem(List.of("x"), Map.of(Colour.F, "x^3/3"), point("2"));
        assertEquals(point("4"), problem.contraction(RootedTree.parse("f")));
        assertEquals(point("16"), problem.contraction(RootedTree.parse("f[f]")));
        assertEquals(point("32"), problem.contraction(RootedTree.parse("f[f,f]")));
    }

    @Test
    @DisplayName("reads the functions of problem files")
    void functions() {
        ConcreteProblem problem = new ConcreteProblem(
                List.of("x", "E"),
                Map.of(Colour.F, "exp(x)+tanh(x)+sin(E)*cos(x)-log(1+x)+sqrt(1+E)+tan(x)+atan(E)"),
                point("0", "0"));
        assertEquals(point("2", "5/2"), problem.contraction(RootedTree.parse("f")));
    }

    /**
     * f₁ … f₄ of A then B from trees, against the optimizer run in Symja: four sweeps in powers of h at the point, and
     * Σ (−1)^(k+1)/k Δᵏ of the iterates. No tree is used on the right.
     */
    @Test
    @DisplayName("has the same modified field from trees and from the optimizer's run in powers of h")
    void seriesInStepSize() {
        int order = 4;
        ModifiedEquation<Rational> equation = ModifiedEquation.of(Methods.parseRational("sequence:A,B"), order);
        ConcreteProblem problem = new ConcreteProblem(List.of("x", "y"), Map.of(A, LOSS_A, B, LOSS_B), POINT);
        List<List<Rational>> run = modifiedFieldByRunning(order);
        for (int j = 1; j <= order; j++) {
            List<Rational> fromTrees = new ArrayList<>(List.of(Rational.ZERO, Rational.ZERO));
            for (FieldEquation.Term<Rational> term : equation.terms(j - 1)) {
                List<Rational> contraction = problem.contraction(term.tree());
                Rational factor =
                        j % 2 == 0 ? term.coefficient() : term.coefficient().negate();
                for (int i = 0; i < 2; i++) {
                    fromTrees.set(i, fromTrees.get(i).add(factor.multiply(contraction.get(i))));
                }
            }
            assertEquals(run.get(j - 1), fromTrees);
        }
    }

    @Test
    @DisplayName("has functions of coordinates: for φ(t) = t³ and L = x²y, φ′(∇L) at (1, 2) is (48, 3)")
    void functionsOfCoordinates() {
        ConcreteFunction cube = ConcreteFunction.of(List.of("t"), "t^3");
        ConcreteProblem problem = new ConcreteProblem(
                List.of("x", "y"), Map.of(A, "x^2*y"), Map.of(), Map.of("phi", cube), point("1", "2"));
        TensorForm<Rational> gradient = TensorForm.loss(RATIONALS, "A").derivative();
        TensorForm<Rational> form = new AppliedFunction("phi", List.of(1), List.of(gradient)).toForm(RATIONALS);
        assertEquals(
                List.of(Polynomial.constant(Rational.of(48)), Polynomial.constant(Rational.of(3))),
                problem.value(form));
        assertEquals(
                Rational.of(6),
                ConcreteFunction.of(List.of("s", "t"), "s^2*t^3").derivative(List.of(2, 1), point("5", "-1")));
        List<Rational> two = point("1", "2");
        assertThrows(IllegalArgumentException.class, () -> cube.derivative(List.of(1), two));
        ConcreteProblem without = new ConcreteProblem(List.of("x", "y"), Map.of(A, "x^2*y"), two);
        assertThrows(IllegalArgumentException.class, () -> without.value(form));
    }

    private static List<List<Rational>> modifiedFieldByRunning(int order) {
        F.initSymbols();
        EvalEngine engine = new EvalEngine(false);
        IExpr x = F.Dummy("refereex");
        IExpr y = F.Dummy("refereey");
        IExpr h = F.Dummy("refereeh");
        IExpr[] theta = {SymjaExpression.of(POINT.get(0)), SymjaExpression.of(POINT.get(1))};
        List<IExpr[]> iterates = new ArrayList<>();
        iterates.add(theta);
        for (int sweep = 0; sweep < order; sweep++) {
            for (String loss : List.of(LOSS_A, LOSS_B)) {
                IExpr formula = SymjaExpression.of(FormulaParser.parse(loss), Map.of("x", x, "y", y));
                IExpr[] next = new IExpr[2];
                for (int i = 0; i < 2; i++) {
                    IExpr gradient = engine.evaluate(F.D(formula, i == 0 ? x : y));
                    IExpr there = F.subst(gradient, Map.of(x, theta[0], y, theta[1]));
                    next[i] = truncated(engine, F.Subtract(theta[i], F.Times(h, there)), h, order);
                }
                theta = next;
            }
            iterates.add(theta);
        }
        List<List<Rational>> field = new ArrayList<>();
        for (int j = 1; j <= order; j++) {
            field.add(List.of(linear(engine, iterates, 0, h, j), linear(engine, iterates, 1, h, j)));
        }
        return field;
    }

    private static IExpr truncated(EvalEngine engine, IExpr expression, IExpr h, int order) {
        IExpr expanded = engine.evaluate(F.ExpandAll(expression));
        IExpr sum = F.C0;
        for (int j = 0; j <= order; j++) {
            sum = F.Plus(sum, F.Times(F.Coefficient(expanded, h, F.ZZ(j)), F.Power(h, j)));
        }
        return engine.evaluate(sum);
    }

    /** Σ_{k≥1} (−1)^(k+1)/k Δᵏ of the coefficient of h^j along the run. */
    private static Rational linear(EvalEngine engine, List<IExpr[]> iterates, int component, IExpr h, int j) {
        List<Rational> differences = new ArrayList<>();
        for (IExpr[] iterate : iterates) {
            IExpr value = engine.evaluate(F.Coefficient(iterate[component], h, F.ZZ(j)));
            differences.add(SymjaExpression.toRational(value, "a coefficient of the run"));
        }
        Rational sum = Rational.ZERO;
        for (int k = 1; k < iterates.size(); k++) {
            for (int n = 0; n < differences.size() - k; n++) {
                differences.set(n, differences.get(n + 1).subtract(differences.get(n)));
            }
            sum = sum.add(differences.get(0).multiply(Rational.of(k % 2 == 1 ? 1 : -1, k)));
        }
        return sum;
    }

    @ParameterizedTest(name = "refuses the loss ''{0}''")
    @ValueSource(strings = {"z", "x+", "Integrate(x)", "sin(x,x)", "N(x)", "x!", "sin(x)[x]", ""})
    void badLosses(String loss) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new ConcreteProblem(List.of("x"), Map.of(Colour.F, loss), point("0")));
    }

    @Test
    @DisplayName("refuses wrong dimensions, twice the same name, unknown losses, and values that are not rational")
    void refused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new ConcreteProblem(List.of("x"), Map.of(Colour.F, "x"), point("0", "1")));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ConcreteProblem(List.of("x", "x"), Map.of(Colour.F, "x"), point("0", "1")));
        ConcreteProblem problem = new ConcreteProblem(List.of("x"), Map.of(Colour.F, "exp(x)"), point("1"));
        assertThrows(IllegalArgumentException.class, () -> problem.contraction(RootedTree.parse("A")));
        String message = assertThrows(ArithmeticException.class, () -> problem.contraction(RootedTree.parse("f")))
                .getMessage();
        assertTrue(message.contains("choose another point"), message);
    }
}
