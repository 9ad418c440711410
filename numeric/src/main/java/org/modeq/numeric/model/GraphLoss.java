package org.modeq.numeric.model;

import org.modeq.numeric.graph.Node;
import org.modeq.numeric.graph.ReverseSweep;
import org.modeq.numeric.jet.Jet;

/** A loss that is a 1×1 node of a computational graph; the gradient is derived from it. */
public final class GraphLoss implements Loss {
    private final Node node;
    private final GraphField value;
    private final GraphField gradient;
    private final Node negativeGradientNode;
    private final GraphField negativeGradient;

    private GraphLoss(Node loss) {
        this.node = loss;
        this.value = GraphField.of(loss);
        this.gradient = GraphField.of(ReverseSweep.gradient(loss));
        this.negativeGradientNode = ReverseSweep.gradient(loss.scaled(-1));
        this.negativeGradient = GraphField.of(negativeGradientNode);
    }

    /**
     * The loss given by a node.
     *
     * @param loss L, 1×1
     * @return L with all its derivatives
     * @throws IllegalArgumentException if the node is not 1×1
     */
    public static GraphLoss of(Node loss) {
        return new GraphLoss(loss);
    }

    /** {@return L, 1×1} */
    public Node node() {
        return node;
    }

    /** {@return −∇L, a column} */
    public Node negativeGradientNode() {
        return negativeGradientNode;
    }

    @Override
    public int dimension() {
        return gradient.dimension();
    }

    @Override
    public Jet value(Jet theta) {
        return value.at(theta);
    }

    @Override
    public Jet gradient(Jet theta) {
        return gradient.at(theta);
    }

    @Override
    public double value(double[] theta) {
        return value.at(theta)[0];
    }

    @Override
    public double[] gradient(double[] theta) {
        return gradient.at(theta);
    }

    @Override
    public VectorField negativeGradient() {
        return negativeGradient;
    }
}
