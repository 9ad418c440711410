package org.modeq.numeric.precise;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.graph.Node;
import org.modeq.numeric.jet.JetAlgebra;

/**
 * A node of a computational graph as a function of the parameters, in numbers of any precision.
 *
 * <p>The data and the weights of the graph are doubles and are taken exactly: what is had to many digits is the function of
 * just these doubles.
 *
 * @param <T> the numbers
 */
public final class PreciseNode<T> {
    private final Node node;
    private final Numbers<T> numbers;

    /** The data of the graph in these numbers. */
    private final Map<DMatrixRMaj, T[]> constants = Collections.synchronizedMap(new IdentityHashMap<>());

    private PreciseNode(Node node, Numbers<T> numbers) {
        this.node = node;
        this.numbers = numbers;
    }

    /**
     * A node as a function.
     *
     * @param node N, of any size
     * @param numbers the numbers
     * @param <T> the numbers
     * @return θ ↦ N(θ)
     */
    public static <T> PreciseNode<T> of(Node node, Numbers<T> numbers) {
        return new PreciseNode<>(node, numbers);
    }

    /** {@return N} */
    public Node node() {
        return node;
    }

    /** {@return the numbers} */
    public Numbers<T> numbers() {
        return numbers;
    }

    /**
     * The value at a jet; each coefficient is computed when it is read.
     *
     * <p>The coefficient at ε^e of N(θ + Σ εᵢvᵢ) is Dᵏ N[v₁^e₁, …, v_m^e_m]/(e₁! ⋯ e_m!). The coefficient of degree 0 costs
     * as many multiplications as in doubles; one more, as many as it has pairs a + b = e with neither factor 0.
     *
     * @param theta θ, a column with an entry for each parameter
     * @return N(θ) over the same algebra
     * @throws IllegalArgumentException if θ is of another size
     */
    public PreciseJet<T> at(PreciseJet<T> theta) {
        int count = node.graph().parameterCount();
        if (theta.rows() != count || theta.columns() != 1) {
            throw new IllegalArgumentException("given a point of dimension " + theta.rows() * theta.columns()
                    + ", expected the dimension " + count + " of the graph; give a number for each parameter");
        }
        return node.evaluated(new PreciseOperations<>(numbers, theta.algebra(), constants), theta);
    }

    /**
     * The value at a point.
     *
     * @param theta θ
     * @return N(θ), row by row
     * @throws IllegalArgumentException if θ has another dimension
     * @throws ArithmeticException if a function does not exist there
     */
    public List<T> at(List<T> theta) {
        return at(PreciseJet.column(numbers, JetAlgebra.of(), theta)).constantEntries();
    }
}
