package org.modeq.numeric.graph;

import java.util.List;
import org.modeq.numeric.graph.Buffer.View;

/** One step of a program: it reads views and writes or adds to one. */
sealed interface Instruction {
    /** Runs on the arrays of a workspace. */
    void run(double[][] arrays);

    /** The views it touches. */
    List<View> views();

    /** The number of multiplications in a product of matrices; what else there is costs little beside it. */
    default long multiplications() {
        return 0;
    }

    /** C = number. */
    record Fill(int count, double number, View target) implements Instruction {
        @Override
        public void run(double[][] arrays) {
            Loops.fill(count, number, target.data(arrays), target.offset());
        }

        @Override
        public List<View> views() {
            return List.of(target);
        }
    }

    /** C = op(A)·op(B), or C += op(A)·op(B), C being m×n and the sum over k. */
    record Multiply(
            boolean isSum,
            int m,
            int k,
            int n,
            boolean isLeftTransposed,
            boolean isRightTransposed,
            View a,
            View b,
            View c)
            implements Instruction {
        @Override
        public void run(double[][] arrays) {
            Loops.multiply(
                    isSum,
                    m,
                    k,
                    n,
                    isLeftTransposed,
                    isRightTransposed,
                    a.data(arrays),
                    a.offset(),
                    b.data(arrays),
                    b.offset(),
                    c.data(arrays),
                    c.offset());
        }

        @Override
        public List<View> views() {
            return List.of(a, b, c);
        }

        @Override
        public long multiplications() {
            return (long) m * k * n;
        }
    }

    /** C += w A. */
    record AddScaled(int count, double weight, View a, View c) implements Instruction {
        @Override
        public void run(double[][] arrays) {
            Loops.addScaled(count, weight, a.data(arrays), a.offset(), c.data(arrays), c.offset());
        }

        @Override
        public List<View> views() {
            return List.of(a, c);
        }
    }

    /** C = w A. */
    record SetScaled(int count, double weight, View a, View c) implements Instruction {
        @Override
        public void run(double[][] arrays) {
            Loops.setScaled(count, weight, a.data(arrays), a.offset(), c.data(arrays), c.offset());
        }

        @Override
        public List<View> views() {
            return List.of(a, c);
        }
    }

    /** C += w A∘B. */
    record AddHadamard(int count, double weight, View a, View b, View c) implements Instruction {
        @Override
        public void run(double[][] arrays) {
            Loops.addHadamard(
                    count, weight, a.data(arrays), a.offset(), b.data(arrays), b.offset(), c.data(arrays), c.offset());
        }

        @Override
        public List<View> views() {
            return List.of(a, b, c);
        }
    }

    /** C = w A∘B. */
    record SetHadamard(int count, double weight, View a, View b, View c) implements Instruction {
        @Override
        public void run(double[][] arrays) {
            Loops.setHadamard(
                    count, weight, a.data(arrays), a.offset(), b.data(arrays), b.offset(), c.data(arrays), c.offset());
        }

        @Override
        public List<View> views() {
            return List.of(a, b, c);
        }
    }

    /** C += diag(v)·A. */
    record AddScaledRows(int rows, int columns, View a, View v, View c) implements Instruction {
        @Override
        public void run(double[][] arrays) {
            Loops.addScaledRows(
                    rows, columns, a.data(arrays), a.offset(), v.data(arrays), v.offset(), c.data(arrays), c.offset());
        }

        @Override
        public List<View> views() {
            return List.of(a, v, c);
        }
    }

    /** C = Aᵀ, A with that many rows and columns. */
    record SetTransposed(int rows, int columns, View a, View c) implements Instruction {
        @Override
        public void run(double[][] arrays) {
            Loops.setTransposed(rows, columns, a.data(arrays), a.offset(), c.data(arrays), c.offset());
        }

        @Override
        public List<View> views() {
            return List.of(a, c);
        }
    }

    /** C = diag(v)·A. */
    record SetScaledRows(int rows, int columns, View a, View v, View c) implements Instruction {
        @Override
        public void run(double[][] arrays) {
            Loops.setScaledRows(
                    rows, columns, a.data(arrays), a.offset(), v.data(arrays), v.offset(), c.data(arrays), c.offset());
        }

        @Override
        public List<View> views() {
            return List.of(a, v, c);
        }
    }

    /** C = A summed along or spread over rows or columns. */
    record SetSpread(Spread spread, int rows, int columns, View a, View c) implements Instruction {
        @Override
        public void run(double[][] arrays) {
            spread.set(rows, columns, a.data(arrays), a.offset(), c.data(arrays), c.offset());
        }

        @Override
        public List<View> views() {
            return List.of(a, c);
        }
    }

    /** C = the image of each row of A. */
    record SetGathered(int rows, EntryMap map, View a, View c) implements Instruction {
        @Override
        public void run(double[][] arrays) {
            map.set(rows, a.data(arrays), a.offset(), c.data(arrays), c.offset());
        }

        @Override
        public List<View> views() {
            return List.of(a, c);
        }
    }

    /** C = the image of each row of A under the transposed map. */
    record SetScattered(int rows, EntryMap map, View a, View c) implements Instruction {
        @Override
        public void run(double[][] arrays) {
            map.setTransposed(rows, a.data(arrays), a.offset(), c.data(arrays), c.offset());
        }

        @Override
        public List<View> views() {
            return List.of(a, c);
        }
    }

    /** The table φ(X), φ′(X), …, φ⁽ᴷ⁾(X). */
    record Derivatives(SmoothFunction function, int count, int highest, View x, View table) implements Instruction {
        @Override
        public void run(double[][] arrays) {
            function.derivatives(x.data(arrays), x.offset(), count, highest, table.data(arrays), table.offset());
        }

        @Override
        public List<View> views() {
            return List.of(x, table);
        }
    }

    /** C = A less the largest entry of each row. */
    record SetShifted(int rows, int columns, View a, View c) implements Instruction {
        @Override
        public void run(double[][] arrays) {
            Loops.setShifted(rows, columns, a.data(arrays), a.offset(), c.data(arrays), c.offset());
        }

        @Override
        public List<View> views() {
            return List.of(a, c);
        }
    }
}
