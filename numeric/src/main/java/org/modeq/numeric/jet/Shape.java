package org.modeq.numeric.jet;

import org.ejml.data.DMatrixRMaj;

/** The size of a matrix. */
record Shape(int rows, int columns) {
    int entries() {
        return rows * columns;
    }

    DMatrixRMaj zero() {
        return new DMatrixRMaj(rows, columns);
    }

    /** Refuses a pair of matrices that do not fit together. */
    void require(boolean fits, Shape other, String expected) {
        if (!fits) {
            throw new IllegalArgumentException("given " + this + " and " + other + ", expected " + expected);
        }
    }

    @Override
    public String toString() {
        return "a " + rows + "×" + columns + " jet";
    }
}
