package org.modeq.numeric.graph;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.jet.LinearImage;

/** Evaluates nodes on jets, operation by operation, as the definitions stand: the reference for {@link TaylorProgram}. */
public final class JetInterpreter implements MatrixOperations<Jet> {
    private final JetAlgebra algebra;

    private JetInterpreter(JetAlgebra algebra) {
        this.algebra = algebra;
    }

    /**
     * The value of a node at a jet.
     *
     * <p>Exact up to rounding; every node once.
     *
     * @param node N
     * @param theta θ, a column with an entry for each parameter
     * @return N(θ) over the same algebra
     * @throws IllegalArgumentException if θ is of another size
     */
    public static Jet value(Node node, Jet theta) {
        int count = node.graph().parameterCount();
        if (theta.rows() != count || theta.columns() != 1) {
            throw new IllegalArgumentException(
                    "given " + theta.rows() + "×" + theta.columns() + " parameters, expected a column of " + count);
        }
        return node.evaluated(new JetInterpreter(theta.algebra()), theta);
    }

    @Override
    public Jet constant(DMatrixRMaj matrix) {
        return Jet.constant(algebra, matrix);
    }

    @Override
    public Jet block(Jet a, int offset, int rows, int columns) {
        return a.block(offset, rows, columns);
    }

    @Override
    public Jet product(Jet a, boolean isLeftTransposed, Jet b, boolean isRightTransposed) {
        return isLeftTransposed ? a.transposeTimes(b) : isRightTransposed ? a.timesTranspose(b) : a.times(b);
    }

    @Override
    public Jet hadamard(Jet a, Jet b) {
        return a.hadamard(b);
    }

    @Override
    public Jet scaledRows(Jet a, Jet factors) {
        return a.hadamard(repeatedColumn(factors, a.columns()));
    }

    @Override
    public Jet combination(List<Double> weights, List<Jet> terms) {
        Jet first = terms.get(0);
        Jet sum = Jet.zero(algebra, first.rows(), first.columns());
        for (int i = 0; i < weights.size(); i++) {
            sum = sum.plus(weights.get(i), terms.get(i));
        }
        return sum;
    }

    @Override
    public Jet plusRow(Jet a, Jet row) {
        return a.plusRow(row);
    }

    /** φ⁽ᵏ⁾(x₀ + u) = Σ_j φ⁽ᵏ⁺ʲ⁾(x₀)/j! uʲ, by Horner's rule. */
    @Override
    public Jet applied(SmoothFunction function, int derivative, Jet argument) {
        int degree = algebra.degrees().stream().mapToInt(Integer::intValue).sum();
        double[] points = argument.constantEntries();
        int count = points.length;
        int highest = derivative + degree;
        double[] table = new double[count * (highest + 1)];
        function.derivatives(points, 0, count, highest, table, 0);
        Jet u = argument.minus(Jet.constant(algebra, matrix(argument, points)));
        Jet sum = Jet.zero(algebra, argument.rows(), argument.columns());
        for (int j = degree; j >= 0; j--) {
            int start = (derivative + j) * count;
            Jet slope = Jet.constant(algebra, matrix(argument, Arrays.copyOfRange(table, start, start + count)));
            sum = slope.plus(sum.hadamard(u).scaled(1.0 / (j + 1)));
        }
        return sum;
    }

    @Override
    public Jet minusRowMaxima(Jet a) {
        double[] entries = a.constantEntries();
        int columns = a.columns();
        for (int start = 0; start < entries.length; start += columns) {
            double largest =
                    Arrays.stream(entries, start, start + columns).max().orElseThrow();
            Arrays.fill(entries, start, start + columns, largest);
        }
        return a.minus(Jet.constant(algebra, matrix(a, entries)));
    }

    @Override
    public Jet rowSums(Jet a) {
        return a.rowSums();
    }

    @Override
    public Jet columnSums(Jet a) {
        return a.columnSums();
    }

    @Override
    public Jet repeatedRow(Jet row, int count) {
        return ones(count, 1).times(row);
    }

    @Override
    public Jet repeatedColumn(Jet column, int count) {
        return column.times(ones(1, count));
    }

    @Override
    public Jet gathered(EntryMap map, Jet a, int rows, int columns) {
        return LinearImage.of(a, rows, columns, matrix -> {
            DMatrixRMaj image = new DMatrixRMaj(rows, columns);
            map.set(a.rows(), matrix.data, 0, image.data, 0);
            return image;
        });
    }

    @Override
    public Jet scattered(EntryMap map, Jet a, int rows) {
        return LinearImage.of(a, rows, map.sourceCount(), matrix -> {
            DMatrixRMaj image = new DMatrixRMaj(rows, map.sourceCount());
            map.setTransposed(rows, matrix.data, 0, image.data, 0);
            return image;
        });
    }

    @Override
    public Jet stacked(List<Jet> parts, List<Integer> offsets, int rows) {
        Jet sum = Jet.zero(algebra, rows, 1);
        for (int i = 0; i < offsets.size(); i++) {
            Jet part = parts.get(i);
            int after = rows - offsets.get(i) - part.rows() * part.columns();
            sum = sum.plus(
                    Jet.stacked(List.of(Jet.zero(algebra, offsets.get(i), 1), part, Jet.zero(algebra, after, 1))));
        }
        return sum;
    }

    private static DMatrixRMaj matrix(Jet size, double[] entries) {
        return new DMatrixRMaj(size.rows(), size.columns(), true, entries);
    }

    private Jet ones(int rows, int columns) {
        DMatrixRMaj ones = new DMatrixRMaj(rows, columns);
        ones.fill(1);
        return Jet.constant(algebra, ones);
    }
}
