package org.modeq.numeric.graph;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** How a node is made from its inputs. Linear in one input, bilinear in two, a sum of several, or a function of coordinates. */
sealed interface Operation {
    /** θ, a column. */
    record Parameters() implements Operation {}

    /** A matrix that does not depend on θ; equal only if it is the same object. */
    record Constant(Held matrix) implements Operation {}

    /** A matrix by its identity. */
    final class Held {
        private final DMatrixRMaj matrix;

        Held(DMatrixRMaj matrix) {
            this.matrix = matrix;
        }

        DMatrixRMaj matrix() {
            return matrix;
        }
    }

    /** A stretch of a matrix, read row by row, from a place on. */
    record Block(int offset) implements Operation {}

    /** op(A) · op(B). */
    record Product(boolean isLeftTransposed, boolean isRightTransposed) implements Operation {}

    /** A ∘ B. */
    record Hadamard() implements Operation {}

    /** diag(v) · A, the column v being the second input. */
    record ScaledRows() implements Operation {}

    /** Σ wᵢ Aᵢ. */
    record Combination(List<Double> weights) implements Operation {}

    /** A + 1·y, the row y being the second input. */
    record PlusRow() implements Operation {}

    /** φ⁽ᵏ⁾ of every coordinate. */
    record Applied(SmoothFunction function, int derivative) implements Operation {}

    /** A − m 1ᵀ with mᵢ the largest entry of row i at the point itself, which is held fast in derivatives. */
    record Shifted() implements Operation {}

    /** A · 1. */
    record RowSums() implements Operation {}

    /** 1ᵀ · A. */
    record ColumnSums() implements Operation {}

    /** 1 · y of a row y. */
    record RepeatedRow() implements Operation {}

    /** v · 1ᵀ of a column v. */
    record RepeatedColumn() implements Operation {}

    /** The image of every row, row by row one after the other. */
    record Gathered(EntryMap map) implements Operation {}

    /** The image of every row under the transposed map, the rows of which stand in the input one after the other. */
    record Scattered(EntryMap map) implements Operation {}

    /** A column in which the inputs, row by row, stand at given places; where two meet they are added. */
    record Stacked(List<Integer> offsets) implements Operation {}
}
