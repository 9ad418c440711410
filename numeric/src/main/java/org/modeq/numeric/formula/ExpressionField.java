package org.modeq.numeric.formula;

import java.util.List;
import org.modeq.numeric.graph.Graph;
import org.modeq.numeric.graph.Node;
import org.modeq.numeric.model.GraphField;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.expression.Expression;

/** A vector field given by formulas, f(x) = (u₁(x), …, u_d(x)): in doubles, with all derivatives, no formula being derived. */
public final class ExpressionField {
    private ExpressionField() {}

    /**
     * The field of some formulas; what occurs in several of them is evaluated once.
     *
     * <p>Where a function or power is not real or has no derivative, evaluation throws an {@link ArithmeticException}.
     *
     * @param components u₁, …, u_d, in variables of the places 0, …, d − 1
     * @return f
     * @throws IllegalArgumentException if there is no component, or one has another variable or an unknown function
     */
    public static VectorField of(List<Expression> components) {
        ExpressionGraph graph = new ExpressionGraph(components.size());
        List<Node> nodes = components.stream().map(graph::node).toList();
        Graph whole = nodes.get(0).graph();
        return GraphField.of(whole.stacked(nodes));
    }
}
