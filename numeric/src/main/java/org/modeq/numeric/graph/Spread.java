package org.modeq.numeric.graph;

/** Sums of rows or columns, and their transposes; the sizes are those of the larger matrix. */
enum Spread {
    /** The sums of the rows of A, a column. */
    ROW_SUMS {
        @Override
        void set(int rows, int columns, double[] a, int aStart, double[] c, int cStart) {
            for (int i = 0; i < rows; i++) {
                double sum = 0;
                int start = aStart + i * columns;
                for (int j = 0; j < columns; j++) {
                    sum += a[start + j];
                }
                c[cStart + i] = sum;
            }
        }
    },

    /** The sums of the columns of A, a row; four rows at a time. */
    COLUMN_SUMS {
        @Override
        void set(int rows, int columns, double[] a, int aStart, double[] c, int cStart) {
            Loops.fill(columns, 0, c, cStart);
            int i = 0;
            for (; i + 4 <= rows; i += 4) {
                int first = aStart + i * columns;
                int second = first + columns;
                int third = second + columns;
                int fourth = third + columns;
                for (int j = 0; j < columns; j++) {
                    c[cStart + j] += (a[first + j] + a[second + j]) + (a[third + j] + a[fourth + j]);
                }
            }
            for (; i < rows; i++) {
                Loops.addScaled(columns, 1, a, aStart + i * columns, c, cStart);
            }
        }
    },

    /** A row in every row: twice as many with each copy. */
    REPEATED_ROW {
        @Override
        void set(int rows, int columns, double[] a, int aStart, double[] c, int cStart) {
            System.arraycopy(a, aStart, c, cStart, columns);
            int count = rows * columns;
            int done = columns;
            while (done < count) {
                int next = Math.min(done, Math.min(BLOCK / columns * columns + columns, count - done));
                System.arraycopy(c, cStart, c, cStart + done, next);
                done += next;
            }
        }
    },

    /** A column in every column. */
    REPEATED_COLUMN {
        @Override
        void set(int rows, int columns, double[] a, int aStart, double[] c, int cStart) {
            for (int i = 0; i < rows; i++) {
                double number = a[aStart + i];
                int start = cStart + i * columns;
                for (int j = 0; j < columns; j++) {
                    c[start + j] = number;
                }
            }
        }
    };

    /** The source of a copy stays in the first cache: 1024 doubles are 8 kB. */
    private static final int BLOCK = 1024;

    /** C = the sums or copies of A, of which there is at least one. */
    abstract void set(int rows, int columns, double[] a, int aStart, double[] c, int cStart);
}
