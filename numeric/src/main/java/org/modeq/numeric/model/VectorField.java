package org.modeq.numeric.model;

import java.util.List;
import java.util.function.UnaryOperator;
import org.modeq.numeric.graph.SweepShape;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.JetAlgebra;

/** A vector field f on ℝᵈ, extended to truncated polynomials: it knows all its derivatives. */
public interface VectorField {
    /** {@return d} */
    int dimension();

    /**
     * The value at a jet, which contains the derivatives along its directions.
     *
     * @param theta θ, a d×1 jet over any algebra
     * @return f(θ), a d×1 jet over the same algebra
     */
    Jet at(Jet theta);

    /**
     * The field made ready for sweeps: what can be done once is done, and nothing is allocated later where the field is that
     * of a graph.
     *
     * @param shapes the sweeps that will be asked for
     * @return the field with memory of its own
     */
    default PreparedField prepare(List<SweepShape> shapes) {
        return new JetSweeps(this, shapes);
    }

    /**
     * The value at a point.
     *
     * @param theta θ
     * @return f(θ)
     */
    default double[] at(double[] theta) {
        return at(Jet.column(JetAlgebra.of(), theta)).constantEntries();
    }

    /**
     * The value at a point, in an array that is used again; where the field is that of a graph nothing is allocated.
     *
     * @param theta θ
     * @param target where the d entries of f(θ) go; not θ itself
     */
    default void at(double[] theta, double[] target) {
        System.arraycopy(at(theta), 0, target, 0, dimension());
    }

    /**
     * The field given by a formula.
     *
     * @param dimension d
     * @param formula θ ↦ f(θ) on d×1 jets
     * @return f
     */
    static VectorField of(int dimension, UnaryOperator<Jet> formula) {
        return new VectorField() {
            @Override
            public int dimension() {
                return dimension;
            }

            @Override
            public Jet at(Jet theta) {
                return formula.apply(theta);
            }
        };
    }

    /**
     * The sum of fields, as in joint training.
     *
     * @param fields f_A, f_B, …, of one dimension
     * @return f_A + f_B + …
     * @throws IllegalArgumentException if there is no field, or they have several dimensions
     */
    static VectorField sum(List<VectorField> fields) {
        List<VectorField> summands = List.copyOf(fields);
        if (summands.isEmpty()) {
            throw new IllegalArgumentException("given no fields, expected at least one to add up");
        }
        int dimension = summands.get(0).dimension();
        for (VectorField field : summands) {
            if (field.dimension() != dimension) {
                throw new IllegalArgumentException("given fields of the dimensions " + dimension + " and "
                        + field.dimension() + ", expected one dimension");
            }
        }
        return of(
                dimension,
                theta -> summands.stream()
                        .map(field -> field.at(theta))
                        .reduce(Jet::plus)
                        .orElseThrow());
    }

    /**
     * A multiple of this field.
     *
     * @param factor w
     * @return w·f
     */
    default VectorField scaled(double factor) {
        return of(dimension(), theta -> at(theta).scaled(factor));
    }
}
