package org.modeq.numeric.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.modeq.numeric.formula.ExpressionGraph;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.model.GraphField;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.precise.Numbers;
import org.modeq.numeric.precise.PreciseArithmetic;
import org.modeq.numeric.precise.PreciseField;
import org.modeq.numeric.precise.PreciseJet;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/** Small problems on which optimizers with a state run, in doubles and in any precision. */
final class AdaptiveProblems {
    private static final Expression X = Expression.variable(0, "x");
    private static final Expression Y = Expression.variable(1, "y");

    /** −∇L of L = x⁴/4 + x³/3 + x²y²/2 − xy² + xy + 55x/72 + y²/2 − 7y/4; at (1/2, −1/3) it is (−3/4, 4/3). */
    static final List<Expression> QUARTIC = List.of(
            sum(
                    X.multiply(X).multiply(X),
                    X.multiply(X),
                    X.multiply(Y).multiply(Y),
                    Y.multiply(Y).scaled(Rational.of(-1)),
                    Y,
                    Expression.of(Rational.of(55, 72))),
            sum(
                    X.multiply(X).multiply(Y),
                    X.multiply(Y).scaled(Rational.of(-2)),
                    X,
                    Y,
                    Expression.of(Rational.of(-7, 4))));

    private AdaptiveProblems() {}

    /** −(a + b + …). */
    private static Expression sum(Expression... summands) {
        Expression sum = summands[0];
        for (int i = 1; i < summands.length; i++) {
            sum = sum.add(summands[i]);
        }
        return sum.scaled(Rational.of(-1));
    }

    /** The field −(a + bx) of a loss of one parameter with the gradient a + bx. */
    static List<Expression> line(Rational a, Rational b) {
        return List.of(sum(Expression.of(a), X.scaled(b)));
    }

    static Map<Colour, VectorField> inDoubles(List<Expression> field) {
        return Map.of(Colour.F, GraphField.of(new ExpressionGraph(field.size()).column(field)));
    }

    static <T> Map<Colour, PreciseField<T>> precise(List<Expression> field, Numbers<T> numbers) {
        return Map.of(
                Colour.F, PreciseField.of(ExpressionGraph.exact(field.size()).column(field), numbers));
    }

    /** θ₀, …, θ_K of a run with one step size. */
    static List<double[]> run(
            StatefulOptimizer optimizer,
            List<Expression> field,
            double stepSize,
            InitialState initial,
            int steps,
            double... start) {
        DoubleArithmetic arithmetic = new DoubleArithmetic(inDoubles(field), stepSize);
        List<double[]> points = new ArrayList<>();
        optimizer.run(n -> arithmetic, start, initial, steps, points::add);
        return points;
    }

    /** The same in numbers of any precision. */
    static <T> List<List<T>> run(
            StatefulOptimizer optimizer,
            Map<Colour, PreciseField<T>> fields,
            Rational stepSize,
            InitialState initial,
            int steps,
            List<T> start) {
        Numbers<T> numbers = fields.values().iterator().next().numbers();
        JetAlgebra reals = JetAlgebra.of();
        PreciseArithmetic<T> arithmetic =
                new PreciseArithmetic<>(fields, PreciseJet.column(numbers, reals, List.of(numbers.of(stepSize))));
        List<List<T>> points = new ArrayList<>();
        Consumer<PreciseJet<T>> visitor = point -> points.add(point.constantEntries());
        optimizer.run(n -> arithmetic, PreciseJet.column(numbers, reals, start), initial, steps, visitor);
        return points;
    }
}
