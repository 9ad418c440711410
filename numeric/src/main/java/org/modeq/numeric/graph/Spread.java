package org.modeq.numeric.graph;

/** Sums of rows or columns, and their transposes; the sizes are those of the larger matrix. */
enum Spread {
    /** The sums of the rows of A, a column. */
    ROW_SUMS {
        @Override
        void add(int rows, int columns, double[] a, int aStart, double[] c, int cStart) {
            for (int i = 0; i < rows; i++) {
                double sum = 0;
                int start = aStart + i * columns;
                for (int j = 0; j < columns; j++) {
                    sum += a[start + j];
                }
                c[cStart + i] += sum;
            }
        }
    },

    /** The sums of the columns of A, a row. */
    COLUMN_SUMS {
        @Override
        void add(int rows, int columns, double[] a, int aStart, double[] c, int cStart) {
            for (int i = 0; i < rows; i++) {
                Loops.addScaled(columns, 1, a, aStart + i * columns, c, cStart);
            }
        }
    },

    /** A row in every row. */
    REPEATED_ROW {
        @Override
        void add(int rows, int columns, double[] a, int aStart, double[] c, int cStart) {
            for (int i = 0; i < rows; i++) {
                Loops.addScaled(columns, 1, a, aStart, c, cStart + i * columns);
            }
        }
    },

    /** A column in every column. */
    REPEATED_COLUMN {
        @Override
        void add(int rows, int columns, double[] a, int aStart, double[] c, int cStart) {
            for (int i = 0; i < rows; i++) {
                double number = a[aStart + i];
                int start = cStart + i * columns;
                for (int j = 0; j < columns; j++) {
                    c[start + j] += number;
                }
            }
        }
    };

    /** C += the sums or copies of A. */
    abstract void add(int rows, int columns, double[] a, int aStart, double[] c, int cStart);
}
