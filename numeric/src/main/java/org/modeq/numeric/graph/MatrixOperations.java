package org.modeq.numeric.graph;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * What nodes may be evaluated in: matrices M over any algebra, with one method for each operation of a graph.
 *
 * <p>Sizes are checked when a graph is built; an implementation may rely on them. Matrices are row-major. The reference over
 * truncated polynomials with double coefficients is {@link JetInterpreter}.
 *
 * @param <M> the matrices
 */
public interface MatrixOperations<M> {
    /**
     * A matrix of data.
     *
     * @param matrix the matrix, the same object for every evaluation of a node; it is not changed
     * @return the same over the algebra
     */
    M constant(DMatrixRMaj matrix);

    /**
     * A stretch of a matrix, read row by row.
     *
     * @param a A
     * @param offset the place of its first entry
     * @param rows its number of rows
     * @param columns its number of columns
     * @return the matrix with these entries
     */
    M block(M a, int offset, int rows, int columns);

    /**
     * The product op(A)·op(B); at most one of the two is transposed.
     *
     * @param a A
     * @param isLeftTransposed whether op(A) = Aᵀ
     * @param b B
     * @param isRightTransposed whether op(B) = Bᵀ
     * @return op(A)·op(B)
     */
    M product(M a, boolean isLeftTransposed, M b, boolean isRightTransposed);

    /**
     * The product coordinate by coordinate.
     *
     * @param a A
     * @param b B, of the same size
     * @return A∘B
     */
    M hadamard(M a, M b);

    /**
     * Each row times its own number.
     *
     * @param a A
     * @param factors v, a column
     * @return diag(v)·A
     */
    M scaledRows(M a, M factors);

    /**
     * A linear combination.
     *
     * @param weights w₁, w₂, …, at least one
     * @param terms A₁, A₂, …, of one size
     * @return Σ wᵢAᵢ
     */
    M combination(List<Double> weights, List<M> terms);

    /**
     * A row added to every row.
     *
     * @param a A
     * @param row y
     * @return A + 1·y
     */
    M plusRow(M a, M row);

    /**
     * A derivative of a function, of every coordinate.
     *
     * @param function φ
     * @param derivative k ≥ 0
     * @param a A
     * @return φ⁽ᵏ⁾(A)
     */
    M applied(SmoothFunction function, int derivative, M a);

    /**
     * Rows less their maxima.
     *
     * @param a A
     * @return A − m·1ᵀ with mᵢ the largest entry of row i of the constant part, a real number
     */
    M minusRowMaxima(M a);

    /**
     * The sums of the rows.
     *
     * @param a A
     * @return A·1
     */
    M rowSums(M a);

    /**
     * The sums of the columns.
     *
     * @param a A
     * @return 1ᵀ·A
     */
    M columnSums(M a);

    /**
     * A row as every row.
     *
     * @param row y
     * @param count n, the number of rows
     * @return 1·y
     */
    M repeatedRow(M row, int count);

    /**
     * A column as every column.
     *
     * @param column v
     * @param count n, the number of columns
     * @return v·1ᵀ
     */
    M repeatedColumn(M column, int count);

    /**
     * The image of every row, one after the other.
     *
     * @param map x ↦ y
     * @param a the rows x
     * @param rows the number of rows into which the images are read
     * @param columns the number of columns
     * @return the images y₁, y₂, …, row by row
     */
    M gathered(EntryMap map, M a, int rows, int columns);

    /**
     * The image of every stretch under the transposed map.
     *
     * @param map x ↦ y
     * @param a the stretches y₁, y₂, …, one after the other
     * @param rows their number
     * @return a row xⱼ = Σ_{s(i)=j} yᵢ for each
     */
    M scattered(EntryMap map, M a, int rows);

    /**
     * Matrices, row by row, at places of a column; where two meet they are added.
     *
     * @param parts the matrices
     * @param offsets the place of the first entry of each
     * @param rows the number of entries of the column
     * @return the column, 0 where no part stands
     */
    M stacked(List<M> parts, List<Integer> offsets, int rows);
}
