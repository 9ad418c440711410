package org.modeq.numeric.jet;

import org.ejml.data.DMatrixRMaj;

/** Linear maps of matrices that move or add up entries. */
final class Reshaping {
    private Reshaping() {}

    /** A linear map of matrices. */
    interface LinearMap {
        /** The image, a new matrix. */
        DMatrixRMaj apply(DMatrixRMaj matrix);
    }

    /** X·1. */
    static DMatrixRMaj rowSums(DMatrixRMaj matrix) {
        DMatrixRMaj sums = new DMatrixRMaj(matrix.numRows, 1);
        int place = 0;
        for (int i = 0; i < matrix.numRows; i++) {
            double sum = 0;
            for (int j = 0; j < matrix.numCols; j++) {
                sum += matrix.data[place++];
            }
            sums.data[i] = sum;
        }
        return sums;
    }

    /** 1ᵀ·X. */
    static DMatrixRMaj columnSums(DMatrixRMaj matrix) {
        DMatrixRMaj sums = new DMatrixRMaj(1, matrix.numCols);
        int place = 0;
        for (int i = 0; i < matrix.numRows; i++) {
            for (int j = 0; j < matrix.numCols; j++) {
                sums.data[j] += matrix.data[place++];
            }
        }
        return sums;
    }

    /** 1·x for a row x. */
    static DMatrixRMaj repeatedRow(DMatrixRMaj row, int rows) {
        DMatrixRMaj repeated = new DMatrixRMaj(rows, row.numCols);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(row.data, 0, repeated.data, i * row.numCols, row.numCols);
        }
        return repeated;
    }

    /** The entries from an offset on, row by row, as a matrix of the given size. */
    static DMatrixRMaj block(DMatrixRMaj matrix, int offset, int rows, int columns) {
        DMatrixRMaj block = new DMatrixRMaj(rows, columns);
        System.arraycopy(matrix.data, offset, block.data, 0, rows * columns);
        return block;
    }

    /** C += diag(y)·X for a column y. */
    static void addScaledRows(DMatrixRMaj matrix, DMatrixRMaj factors, DMatrixRMaj target) {
        double[] x = matrix.data;
        double[] c = target.data;
        int columns = matrix.numCols;
        for (int i = 0; i < matrix.numRows; i++) {
            double factor = factors.data[i];
            int end = (i + 1) * columns;
            for (int place = i * columns; place < end; place++) {
                c[place] += factor * x[place];
            }
        }
    }
}
