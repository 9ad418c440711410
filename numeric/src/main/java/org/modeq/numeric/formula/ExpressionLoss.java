package org.modeq.numeric.formula;

import org.modeq.numeric.model.GraphLoss;
import org.modeq.numeric.model.LossOnGraph;
import org.modeq.symbolic.expression.Expression;

/** A loss given by a formula, L(x) = u(x₁, …, x_d): evaluated in doubles with all derivatives, no formula being derived. */
public final class ExpressionLoss implements LossOnGraph {
    private final GraphLoss loss;

    private ExpressionLoss(GraphLoss loss) {
        this.loss = loss;
    }

    /**
     * The loss of a formula.
     *
     * <p>Cost of the gradient: a small multiple of that of the value, whatever d is (Griewank and Walther, 2008, section 4.5).
     * Where a function or power is not real or has no derivative, evaluation throws an {@link ArithmeticException}.
     *
     * @param dimension d ≥ 1
     * @param formula u, in variables of the places 0, …, d − 1
     * @return L
     * @throws IllegalArgumentException if d &lt; 1 or the formula has another variable or an unknown function
     */
    public static ExpressionLoss of(int dimension, Expression formula) {
        return new ExpressionLoss(GraphLoss.of(new ExpressionGraph(dimension).node(formula)));
    }

    /**
     * The loss of a formula for numbers of more digits than doubles have: fractions in it stay fractions.
     *
     * @param dimension d ≥ 1
     * @param formula u, in variables of the places 0, …, d − 1
     * @return L
     * @throws IllegalArgumentException as for {@link #of}, or if a coefficient that is no double has more than 53 bits above or
     *     below
     */
    public static ExpressionLoss exact(int dimension, Expression formula) {
        return new ExpressionLoss(GraphLoss.of(ExpressionGraph.exact(dimension).node(formula)));
    }

    @Override
    public GraphLoss graphLoss() {
        return loss;
    }
}
