package org.modeq.numeric.precise;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.graph.EntryMap;
import org.modeq.numeric.graph.MatrixOperations;
import org.modeq.numeric.graph.SmoothFunction;
import org.modeq.numeric.jet.JetAlgebra;

/** The operations of graphs on jets of any precision; for one evaluation of a node. */
final class PreciseOperations<T> implements MatrixOperations<PreciseJet<T>> {
    private final Numbers<T> numbers;
    private final JetAlgebra algebra;
    private final Map<DMatrixRMaj, T[]> constants;
    private final T one;
    private final Map<Applied<T>, DerivativeTower<T>> towers = new HashMap<>();

    /** A function of one matrix: its derivatives are shared by all nodes that apply them. */
    private record Applied<T>(SmoothFunction function, PreciseJet<T> argument) {}

    /** Operations over an algebra, with the data that are already known in these numbers. */
    PreciseOperations(Numbers<T> numbers, JetAlgebra algebra, Map<DMatrixRMaj, T[]> constants) {
        this.numbers = numbers;
        this.algebra = algebra;
        this.constants = constants;
        this.one = numbers.one();
    }

    @Override
    public PreciseJet<T> constant(DMatrixRMaj matrix) {
        T[] entries = constants.computeIfAbsent(matrix, this::converted);
        return constant(matrix.numRows, matrix.numCols, entries);
    }

    private T[] converted(DMatrixRMaj matrix) {
        T[] entries = numbers.zeros(matrix.getNumElements());
        for (int i = 0; i < entries.length; i++) {
            entries[i] = numbers.of(matrix.data[i]);
        }
        return entries;
    }

    private PreciseJet<T> constant(int rows, int columns, T[] entries) {
        return new PreciseJet<>(numbers, algebra, rows, columns, e -> e == 0 ? entries : null);
    }

    @Override
    public PreciseJet<T> block(PreciseJet<T> a, int offset, int rows, int columns) {
        return a.image(rows, columns, (entries, place) -> entries[offset + place]);
    }

    @Override
    public PreciseJet<T> product(
            PreciseJet<T> a, boolean isLeftTransposed, PreciseJet<T> b, boolean isRightTransposed) {
        int rows = isLeftTransposed ? a.columns() : a.rows();
        int count = isLeftTransposed ? a.rows() : a.columns();
        int columns = isRightTransposed ? b.rows() : b.columns();
        int leftRow = isLeftTransposed ? 1 : a.columns();
        int leftStep = isLeftTransposed ? a.columns() : 1;
        int rightColumn = isRightTransposed ? b.columns() : 1;
        int rightStep = isRightTransposed ? 1 : b.columns();
        return PreciseJet.bilinear(
                a,
                b,
                rows,
                columns,
                (sum, x, y, place) -> sum.add(
                        x, place / columns * leftRow, leftStep, y, place % columns * rightColumn, rightStep, count));
    }

    @Override
    public PreciseJet<T> hadamard(PreciseJet<T> a, PreciseJet<T> b) {
        return PreciseJet.bilinear(a, b, a.rows(), a.columns(), (sum, x, y, place) -> sum.add(x[place], y[place]));
    }

    @Override
    public PreciseJet<T> scaledRows(PreciseJet<T> a, PreciseJet<T> factors) {
        int columns = a.columns();
        return PreciseJet.bilinear(
                factors, a, a.rows(), columns, (sum, v, x, place) -> sum.add(v[place / columns], x[place]));
    }

    @Override
    public PreciseJet<T> combination(List<Double> weights, List<PreciseJet<T>> terms) {
        return PreciseJet.combination(weights.stream().map(numbers::of).toList(), terms);
    }

    @Override
    public PreciseJet<T> plusRow(PreciseJet<T> a, PreciseJet<T> row) {
        return a.plus(repeatedRow(row, a.rows()));
    }

    @Override
    public PreciseJet<T> applied(SmoothFunction function, int derivative, PreciseJet<T> a) {
        return towers.computeIfAbsent(
                        new Applied<>(function, a), key -> new DerivativeTower<>(key.function(), key.argument()))
                .derivative(derivative);
    }

    @Override
    public PreciseJet<T> minusRowMaxima(PreciseJet<T> a) {
        int columns = a.columns();
        return new PreciseJet<>(numbers, algebra, a.rows(), columns, e -> {
            T[] entries = a.coefficient(e);
            if (e > 0 || entries == null) {
                return entries;
            }
            T[] shifted = entries.clone();
            for (int start = 0; start < entries.length; start += columns) {
                T largest = Arrays.stream(entries, start, start + columns)
                        .max(numbers::compare)
                        .orElseThrow();
                for (int i = start; i < start + columns; i++) {
                    shifted[i] = numbers.subtract(entries[i], largest);
                }
            }
            return shifted;
        });
    }

    private T sum(T[] entries, int start, int step, int count) {
        Numbers.Sum<T> sum = numbers.sum();
        for (int i = 0; i < count; i++) {
            sum.add(one, entries[start + i * step]);
        }
        return sum.take();
    }

    @Override
    public PreciseJet<T> rowSums(PreciseJet<T> a) {
        int columns = a.columns();
        return a.image(a.rows(), 1, (entries, place) -> sum(entries, place * columns, 1, columns));
    }

    @Override
    public PreciseJet<T> columnSums(PreciseJet<T> a) {
        return a.image(1, a.columns(), (entries, place) -> sum(entries, place, a.columns(), a.rows()));
    }

    @Override
    public PreciseJet<T> repeatedRow(PreciseJet<T> row, int count) {
        int columns = row.columns();
        return row.image(count, columns, (entries, place) -> entries[place % columns]);
    }

    @Override
    public PreciseJet<T> repeatedColumn(PreciseJet<T> column, int count) {
        return column.image(column.rows(), count, (entries, place) -> entries[place / count]);
    }

    @Override
    public PreciseJet<T> gathered(EntryMap map, PreciseJet<T> a, int rows, int columns) {
        T zero = numbers.zero();
        return a.image(rows, columns, (entries, place) -> {
            int source = map.source(place % map.size());
            return source == EntryMap.NONE ? zero : entries[place / map.size() * map.sourceCount() + source];
        });
    }

    @Override
    public PreciseJet<T> scattered(EntryMap map, PreciseJet<T> a, int rows) {
        return new PreciseJet<>(numbers, algebra, rows, map.sourceCount(), e -> {
            T[] entries = a.coefficient(e);
            if (entries == null) {
                return null;
            }
            T[] result = numbers.zeros(rows * map.sourceCount());
            for (int i = 0; i < rows * map.size(); i++) {
                int source = map.source(i % map.size());
                if (source != EntryMap.NONE) {
                    int place = i / map.size() * map.sourceCount() + source;
                    result[place] = numbers.add(result[place], entries[i]);
                }
            }
            return result;
        });
    }

    @Override
    public PreciseJet<T> stacked(List<PreciseJet<T>> parts, List<Integer> offsets, int rows) {
        return new PreciseJet<>(numbers, algebra, rows, 1, e -> {
            T[] result = numbers.zeros(rows);
            boolean isAbsent = true;
            for (int i = 0; i < parts.size(); i++) {
                T[] entries = parts.get(i).coefficient(e);
                if (entries != null) {
                    isAbsent = false;
                    for (int k = 0; k < entries.length; k++) {
                        int place = offsets.get(i) + k;
                        result[place] = numbers.add(result[place], entries[k]);
                    }
                }
            }
            return isAbsent ? null : result;
        });
    }
}
