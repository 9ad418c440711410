package org.modeq.numeric.precise;

import java.util.List;
import org.modeq.numeric.graph.Node;
import org.modeq.numeric.graph.ReverseSweep;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.model.GraphLoss;

/**
 * A vector field f on ℝᵈ in numbers of any precision, extended to truncated polynomials: it knows all its derivatives.
 *
 * @param <T> the numbers
 */
public interface PreciseField<T> {
    /** {@return d} */
    int dimension();

    /** {@return the numbers} */
    Numbers<T> numbers();

    /**
     * The value at a jet.
     *
     * @param theta θ, a d×1 jet over any algebra
     * @return f(θ), a d×1 jet over the same algebra
     * @throws IllegalArgumentException if θ is of another size
     */
    PreciseJet<T> at(PreciseJet<T> theta);

    /**
     * The value at a point.
     *
     * @param theta θ
     * @return f(θ)
     * @throws IllegalArgumentException if θ has another dimension
     * @throws ArithmeticException if a function does not exist there
     */
    default List<T> at(List<T> theta) {
        return at(PreciseJet.column(numbers(), JetAlgebra.of(), theta)).constantEntries();
    }

    /**
     * The field given by a column of a graph.
     *
     * @param column f, a d×1 node of a graph on d parameters
     * @param numbers the numbers
     * @param <T> the numbers
     * @return f
     * @throws IllegalArgumentException if the node is not a column with an entry for each parameter
     */
    static <T> PreciseField<T> of(Node column, Numbers<T> numbers) {
        int dimension = column.graph().parameterCount();
        if (column.rows() != dimension || column.columns() != 1) {
            throw new IllegalArgumentException("given a field as a matrix of " + column.rows() + "×" + column.columns()
                    + ", expected a column with an entry for each of the " + dimension + " parameters");
        }
        PreciseNode<T> node = PreciseNode.of(column, numbers);
        return new PreciseField<>() {
            @Override
            public int dimension() {
                return dimension;
            }

            @Override
            public Numbers<T> numbers() {
                return numbers;
            }

            @Override
            public PreciseJet<T> at(PreciseJet<T> theta) {
                return node.at(theta);
            }
        };
    }

    /**
     * The field f = −∇L that gradient descent follows.
     *
     * @param loss L
     * @param numbers the numbers
     * @param <T> the numbers
     * @return −∇L
     */
    static <T> PreciseField<T> negativeGradient(GraphLoss loss, Numbers<T> numbers) {
        return of(ReverseSweep.gradient(loss.node().scaled(-1)), numbers);
    }
}
