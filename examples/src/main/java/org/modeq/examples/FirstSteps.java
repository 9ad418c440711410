package org.modeq.examples;

import java.util.List;
import java.util.Map;
import org.modeq.numeric.evaluate.SeriesEvaluator;
import org.modeq.numeric.model.PolynomialLoss;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.latex.LatexView;
import org.modeq.symbolic.latex.Notation;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/** How does one use the library? Ten lines: derive, look at a coefficient, write LaTeX, evaluate. */
public final class FirstSteps {
    private FirstSteps() {}

    /**
     * Derives the modified equation of gradient descent and evaluates it for L = x³/3 + x y² at (1, 2).
     *
     * @param arguments not used
     */
    public static void main(String[] arguments) {
        Method<Rational> method = Methods.parseRational("gd");
        ModifiedEquation<Rational> equation = ModifiedEquation.of(method, 4);
        System.out.println(equation.field().coefficient(RootedTree.parse("f[f,f]"))); // 1/6
        System.out.println(LatexView.snippet(equation, Notation.GRADIENT, LatexView.DEFAULT_WIDTH));

        VectorField field = PolynomialLoss.of(
                        2,
                        List.of(
                                new PolynomialLoss.Term(1.0 / 3, List.of(3, 0)),
                                new PolynomialLoss.Term(1, List.of(1, 2))))
                .negativeGradient();
        SeriesEvaluator evaluator = SeriesEvaluator.of(equation.field(), Map.of(Colour.F, field));
        double[] atTheta = evaluator.at(new double[] {1, 2}, 0.1); // f₁ + h f₂ + h² f₃ + h³ f₄ with h = 0.1
        System.out.println(atTheta[0] + ", " + atTheta[1]);
    }
}
