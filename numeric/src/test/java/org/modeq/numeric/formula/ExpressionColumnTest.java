package org.modeq.numeric.formula;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.numeric.evaluate.DirectionalDerivative;
import org.modeq.numeric.graph.SweepShape;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.model.GraphField;
import org.modeq.numeric.model.PreparedField;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.ring.Rational;

@DisplayName("A field given by formulas")
class ExpressionColumnTest {
    private static final Expression X = Expression.variable(0, "x");
    private static final Expression Y = Expression.variable(1, "y");
    private static final double[] POINT = {0.75, -0.5};
    private static final double[] V = {0.3, -0.2};
    private static final double[] W = {-0.1, 0.7};

    private static VectorField field(List<Expression> components) {
        return GraphField.of(new ExpressionGraph(Math.max(1, components.size())).column(components));
    }

    private static double value(Expression expression) {
        return expression.approximately(variable -> POINT[variable.index()]);
    }

    /** Σ_ij ∂_i∂_j u v_i w_j, of the formula. */
    private static double second(Expression component) {
        double sum = 0;
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                sum += value(component.derivative(i).derivative(j)) * V[i] * W[j];
            }
        }
        return sum;
    }

    @Test
    @DisplayName(
            "has the values and second derivatives of its formulas, also prepared, with shared and constant components")
    void values() {
        Expression shared = Expression.application("exp", X.multiply(Y));
        List<List<Expression>> fields = List.of(
                List.of(shared.add(X), shared.multiply(Y.power(Rational.of(3)))),
                List.of(shared, shared),
                List.of(Y, X.scaled(Rational.of(-1))),
                List.of(Expression.of(Rational.of(2, 3)), X.multiply(X)),
                List.of(Expression.ZERO, Expression.ONE));
        SweepShape shape = new SweepShape(
                JetAlgebra.of(1, 1), List.of(List.of(1, 0), List.of(0, 1)), List.of(List.of(1, 1), List.of(0, 0)));
        for (List<Expression> components : fields) {
            VectorField field = field(components);
            double[] values =
                    components.stream().mapToDouble(ExpressionColumnTest::value).toArray();
            double[] seconds = components.stream()
                    .mapToDouble(ExpressionColumnTest::second)
                    .toArray();
            assertEquals(2, field.dimension());
            assertArrayEquals(values, field.at(POINT), 1e-15);
            assertArrayEquals(seconds, DirectionalDerivative.of(field, POINT, List.of(V, W)), 1e-15);
            PreparedField prepared = field.prepare(List.of(shape));
            prepared.moveTo(POINT);
            prepared.sweep(0, V, W);
            double[] read = new double[2];
            prepared.read(0, 0, read);
            assertArrayEquals(seconds, read, 1e-15);
            prepared.read(0, 1, read);
            assertArrayEquals(values, read, 1e-15);
        }
    }

    @Test
    @DisplayName("is refused without components and with a variable beyond them")
    void refused() {
        assertThrows(IllegalArgumentException.class, () -> field(List.of()));
        String message = assertThrows(IllegalArgumentException.class, () -> field(List.of(Y)))
                .getMessage();
        assertTrue(message.contains("the variable y of the place 1"), message);
    }
}
