package org.modeq.examples.kernels;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.modeq.symbolic.ring.Rational;

/** A square matrix of rational numbers; immutable. */
final class ExactMatrix {
    private final Rational[][] entries;

    private ExactMatrix(Rational[][] entries) {
        this.entries = entries;
    }

    /** What stands in a row and a column. */
    @FunctionalInterface
    interface Entry {
        /** The entry. */
        Rational at(int row, int column);
    }

    static ExactMatrix of(int size, Entry entry) {
        Rational[][] entries = new Rational[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                entries[i][j] = entry.at(i, j);
            }
        }
        return new ExactMatrix(entries);
    }

    static ExactMatrix identity(int size) {
        return of(size, (i, j) -> Rational.of(i == j ? 1 : 0));
    }

    int size() {
        return entries.length;
    }

    Rational at(int row, int column) {
        return entries[row][column];
    }

    ExactMatrix plus(ExactMatrix other) {
        return of(size(), (i, j) -> at(i, j).add(other.at(i, j)));
    }

    ExactMatrix scaled(Rational factor) {
        return of(size(), (i, j) -> at(i, j).multiply(factor));
    }

    ExactMatrix minus(ExactMatrix other) {
        return plus(other.scaled(Rational.of(-1)));
    }

    ExactMatrix times(ExactMatrix other) {
        List<List<Rational>> columns = IntStream.range(0, size())
                .mapToObj(j -> applied(i -> other.at(i, j)))
                .toList();
        return of(size(), (i, j) -> columns.get(j).get(i));
    }

    List<Rational> times(List<Rational> vector) {
        return applied(vector::get);
    }

    private List<Rational> applied(IntFunction<Rational> vector) {
        List<Rational> image = new ArrayList<>(Collections.nCopies(size(), Rational.ZERO));
        for (int i = 0; i < size(); i++) {
            Rational sum = Rational.ZERO;
            for (int j = 0; j < size(); j++) {
                Rational entry = at(i, j);
                if (!entry.isZero() && !vector.apply(j).isZero()) {
                    sum = sum.add(entry.multiply(vector.apply(j)));
                }
            }
            image.set(i, sum);
        }
        return image;
    }

    /** A ⊗ B: row and column (r, s) is the place r·size + s. */
    ExactMatrix kronecker(ExactMatrix other) {
        int n = other.size();
        return of(size() * n, (i, j) -> {
            Rational left = at(i / n, j / n);
            return left.isZero() ? Rational.ZERO : left.multiply(other.at(i % n, j % n));
        });
    }

    /** The largest absolute value of an entry. */
    Rational largest() {
        Rational largest = Rational.ZERO;
        for (Rational[] row : entries) {
            for (Rational entry : row) {
                largest = entry.abs().compareTo(largest) > 0 ? entry.abs() : largest;
            }
        }
        return largest;
    }

    double[][] toDoubles() {
        double[][] doubles = new double[size()][size()];
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < size(); j++) {
                doubles[i][j] = at(i, j).doubleValue();
            }
        }
        return doubles;
    }
}
