package org.modeq.numeric.evaluate;

import java.util.List;
import java.util.Optional;
import org.modeq.numeric.graph.Graph;
import org.modeq.numeric.graph.Node;
import org.modeq.numeric.graph.TangentSweep;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.Tangent;
import org.modeq.numeric.model.GraphField;
import org.modeq.numeric.model.VectorField;

/**
 * Fields made of fields and their derivatives. They are fields on jets again, so they may be derived further: brackets of
 * brackets, the derivative of an elementary differential.
 */
public final class DerivedFields {
    private DerivedFields() {}

    /**
     * The field θ ↦ Dᵏf(θ)[v₁(θ), …, v_k(θ)].
     *
     * <p>Exact up to rounding; the cost of f on jets with 2ᵏ times the coefficients, and of each direction.
     *
     * @param field f
     * @param directions v₁, …, v_k
     * @return the derivative
     */
    public static VectorField derivative(VectorField field, List<VectorField> directions) {
        List<VectorField> fixed = List.copyOf(directions);
        return VectorField.of(field.dimension(), theta -> {
            Jet point = theta;
            for (int k = 0; k < fixed.size(); k++) {
                point = Tangent.at(point, withoutTangents(fixed.get(k).at(theta), k));
            }
            Jet derivative = field.at(point);
            for (int k = 0; k < fixed.size(); k++) {
                derivative = Tangent.derivative(derivative);
            }
            return derivative;
        });
    }

    /** The same jet over an algebra with k more variables. */
    private static Jet withoutTangents(Jet jet, int k) {
        return k == 0
                ? jet
                : withoutTangents(Tangent.at(jet, Jet.zero(jet.algebra(), jet.rows(), jet.columns())), k - 1);
    }

    /**
     * The Lie bracket [f, g] = g′f − f′g as a field.
     *
     * <p>With this sign the flow of hf followed by the flow of hg is that of hf + hg + h²/2 [f, g] + …. Exact up to
     * rounding. The bracket of fields that are graphs is a graph too where {@linkplain TangentSweep products of their data} save
     * multiplications; otherwise f once, and each of f and g once with one tangent.
     *
     * @param f the field that acts first
     * @param g the field that acts second
     * @return [f, g]
     */
    public static VectorField lieBracket(VectorField f, VectorField g) {
        if (f instanceof GraphField first && g instanceof GraphField second) {
            Optional<VectorField> asGraph = bracketOfData(first.node(), second.node());
            if (asGraph.isPresent()) {
                return asGraph.get();
            }
        }
        return new LieBracket(f, g);
    }

    /** The bracket as one graph, if products of data with data occur in it. */
    private static Optional<VectorField> bracketOfData(Node first, Node second) {
        Graph graph = new Graph(first.graph().parameterCount());
        Node f = first.copiedTo(graph);
        Node g = second.copiedTo(graph);
        TangentSweep alongF = TangentSweep.along(f);
        TangentSweep alongG = TangentSweep.along(g);
        Node bracket = alongF.derivative(g).minus(alongG.derivative(f));
        return alongF.productsOfData() + alongG.productsOfData() > 0
                ? Optional.of(GraphField.of(bracket))
                : Optional.empty();
    }
}
