package org.modeq.numeric.model;

import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.graph.Graph;
import org.modeq.numeric.graph.Node;

/** L(x) = ½ (x − c)ᵀA(x − c), with ∇L = ½ (A + Aᵀ)(x − c): the simplest loss, whose modified equations have closed forms. */
public final class QuadraticLoss implements LossOnGraph {
    private final GraphLoss loss;

    private QuadraticLoss(GraphLoss loss) {
        this.loss = loss;
    }

    /**
     * The quadratic with a matrix and a centre.
     *
     * @param matrix A, d×d; its symmetric part alone counts; copied
     * @param centre c, d ≥ 1 numbers; copied
     * @return L
     * @throws IllegalArgumentException if A is not d×d or d = 0
     */
    public static QuadraticLoss of(DMatrixRMaj matrix, double... centre) {
        int dimension = centre.length;
        if (dimension < 1 || matrix.numRows != dimension || matrix.numCols != dimension) {
            throw new IllegalArgumentException("given a matrix of " + matrix.numRows + "×" + matrix.numCols
                    + " and a centre of dimension " + dimension
                    + ", expected a square matrix and one number per row of it");
        }
        Graph graph = new Graph(dimension);
        DMatrixRMaj column = new DMatrixRMaj(dimension, 1, true, centre.clone());
        Node distance = graph.parameters().minus(graph.constant(column));
        Node image = graph.constant(matrix.copy()).times(distance);
        return new QuadraticLoss(GraphLoss.of(distance.transposeTimes(image).scaled(0.5)));
    }

    @Override
    public GraphLoss graphLoss() {
        return loss;
    }
}
