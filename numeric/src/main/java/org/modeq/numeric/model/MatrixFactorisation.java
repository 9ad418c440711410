package org.modeq.numeric.model;

import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.graph.Graph;
import org.modeq.numeric.graph.Node;

/**
 * The distance of a product of factors from a matrix: L = ½ ‖UVᵀ − M‖², or ½ ‖W∘(UVᵀ − M)‖² with weights of the entries.
 *
 * <p>For M of m×n and the rank r, U is m×r and V is n×r; θ = (U, V). Without weights ∇_U L = (UVᵀ − M)·V and ∇_V L =
 * (UVᵀ − M)ᵀ·U, and UᵀU − VᵀV is constant along gradient flow. The factors start as N(0, 1)/√r.
 */
public final class MatrixFactorisation implements LossOnGraph {
    private final ParameterLayout layout;
    private final GraphLoss loss;

    private MatrixFactorisation(ParameterLayout layout, GraphLoss loss) {
        this.layout = layout;
        this.loss = loss;
    }

    /**
     * All entries alike.
     *
     * @param target M; copied
     * @param rank r ≥ 1
     * @return L on (m + n)·r parameters
     * @throws IllegalArgumentException if the rank is below 1 or M has no entries
     */
    public static MatrixFactorisation of(DMatrixRMaj target, int rank) {
        DMatrixRMaj ones = new DMatrixRMaj(target.numRows, target.numCols);
        ones.fill(1);
        return of(target, rank, ones);
    }

    /**
     * With a weight for each entry; 1 where an entry of M is known and 0 elsewhere makes it matrix completion.
     *
     * @param target M; copied
     * @param rank r ≥ 1
     * @param mask W, of the size of M; copied
     * @return L on (m + n)·r parameters
     * @throws IllegalArgumentException if the rank is below 1, M has no entries or W another size
     */
    public static MatrixFactorisation of(DMatrixRMaj target, int rank, DMatrixRMaj mask) {
        if (rank < 1 || target.getNumElements() < 1) {
            throw new IllegalArgumentException("given the rank " + rank + " for a matrix of " + target.numRows + "×"
                    + target.numCols + ", expected a rank of at least 1 and a matrix with entries");
        }
        double scale = 1 / Math.sqrt(rank);
        ParameterLayout layout = ParameterLayout.empty()
                .random("U", target.numRows, rank, scale)
                .random("V", target.numCols, rank, scale);
        Graph graph = new Graph(layout.size());
        Node theta = graph.parameters();
        Node product = layout.view(theta, "U").timesTranspose(layout.view(theta, "V"));
        Node error = product.minus(graph.constant(target.copy())).hadamard(graph.constant(mask.copy()));
        return new MatrixFactorisation(
                layout, GraphLoss.of(error.hadamard(error).sum().scaled(0.5)));
    }

    /** {@return U and V} */
    public ParameterLayout layout() {
        return layout;
    }

    @Override
    public GraphLoss graphLoss() {
        return loss;
    }
}
