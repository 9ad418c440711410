package org.modeq.numeric.evaluate;

import java.util.Map;
import java.util.TreeSet;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/** The elementary differential of one tree, as the definition stands: its value, and itself as a field. */
public final class ElementaryDifferential {
    private ElementaryDifferential() {}

    /**
     * F(B₊(t₁ … t_k))(θ) = Dᵏf_c(θ)[F(t₁)(θ), …, F(t_k)(θ)], c the colour of the root.
     *
     * <p>Exact up to rounding. One evaluation on jets per vertex; a {@link SeriesProgram} shares equal subtrees, this
     * does not.
     *
     * @param tree t
     * @param fields the field of every colour of the tree
     * @param theta θ
     * @return F(t)(θ)
     * @throws IllegalArgumentException if a colour of the tree has no field
     */
    public static double[] of(RootedTree tree, Map<Colour, VectorField> fields, double[] theta) {
        return tree.fold((colour, values) -> DirectionalDerivative.of(field(colour, fields), theta, values));
    }

    /**
     * The elementary differential as a field on jets, so that it can be derived further.
     *
     * <p>Exact up to rounding. Every vertex doubles the jets of its parent.
     *
     * @param tree t
     * @param fields the field of every colour of the tree
     * @return F(t)
     * @throws IllegalArgumentException if a colour of the tree has no field
     */
    public static VectorField asField(RootedTree tree, Map<Colour, VectorField> fields) {
        return tree.fold((colour, children) -> DerivedFields.derivative(field(colour, fields), children));
    }

    private static VectorField field(Colour colour, Map<Colour, VectorField> fields) {
        VectorField field = fields.get(colour);
        if (field == null) {
            throw new IllegalArgumentException("the tree has the colour " + colour + ", expected one of "
                    + new TreeSet<>(fields.keySet()) + "; give " + colour + " a field");
        }
        return field;
    }
}
