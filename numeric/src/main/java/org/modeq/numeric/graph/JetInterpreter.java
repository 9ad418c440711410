package org.modeq.numeric.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.jet.LinearImage;

/** Evaluates nodes on jets, operation by operation, as the definitions stand: the reference for {@link TaylorProgram}. */
public final class JetInterpreter {
    private final Jet theta;
    private final JetAlgebra algebra;
    private final Map<Integer, Jet> values = new HashMap<>();

    private JetInterpreter(Jet theta) {
        this.theta = theta;
        this.algebra = theta.algebra();
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
        JetInterpreter interpreter = new JetInterpreter(theta);
        node.ancestors().forEach(each -> interpreter.values.put(each.number(), interpreter.compute(each)));
        return interpreter.value(node);
    }

    private Jet value(Node node) {
        Jet value = values.get(node.number());
        if (value == null) {
            throw new AssertionError(node);
        }
        return value;
    }

    private Jet compute(Node node) {
        Operation operation = node.operation();
        if (operation instanceof Operation.Parameters) {
            return theta;
        }
        if (operation instanceof Operation.Constant constant) {
            return Jet.constant(algebra, constant.matrix().matrix());
        }
        if (operation instanceof Operation.Stacked stacked) {
            return stacked(node, stacked.offsets());
        }
        Jet first = value(node.input(0));
        if (operation instanceof Operation.Block block) {
            return first.block(block.offset(), node.rows(), node.columns());
        }
        if (operation instanceof Operation.Product product) {
            Jet second = value(node.input(1));
            return product.isLeftTransposed()
                    ? first.transposeTimes(second)
                    : product.isRightTransposed() ? first.timesTranspose(second) : first.times(second);
        }
        if (operation instanceof Operation.Hadamard) {
            return first.hadamard(value(node.input(1)));
        }
        if (operation instanceof Operation.ScaledRows) {
            return first.hadamard(value(node.input(1)).times(ones(1, node.columns())));
        }
        if (operation instanceof Operation.Combination combination) {
            return combination(node, combination.weights());
        }
        if (operation instanceof Operation.PlusRow) {
            return first.plusRow(value(node.input(1)));
        }
        if (operation instanceof Operation.Applied applied) {
            return applied(applied, first);
        }
        if (operation instanceof Operation.Shifted) {
            return first.minus(Jet.constant(algebra, rowMaxima(first)));
        }
        return spread(node, first);
    }

    private Jet spread(Node node, Jet first) {
        Operation operation = node.operation();
        if (operation instanceof Operation.RowSums) {
            return first.rowSums();
        }
        if (operation instanceof Operation.ColumnSums) {
            return first.columnSums();
        }
        if (operation instanceof Operation.RepeatedRow) {
            return ones(node.rows(), 1).times(first);
        }
        if (operation instanceof Operation.RepeatedColumn) {
            return first.times(ones(1, node.columns()));
        }
        if (operation instanceof Operation.Gathered gathered) {
            return LinearImage.of(first, node.rows(), node.columns(), matrix -> {
                DMatrixRMaj image = new DMatrixRMaj(node.rows(), node.columns());
                gathered.map().set(first.rows(), matrix.data, 0, image.data, 0);
                return image;
            });
        }
        if (operation instanceof Operation.Scattered scattered) {
            return LinearImage.of(first, node.rows(), node.columns(), matrix -> {
                DMatrixRMaj image = new DMatrixRMaj(node.rows(), node.columns());
                scattered.map().setTransposed(node.rows(), matrix.data, 0, image.data, 0);
                return image;
            });
        }
        throw new AssertionError(node);
    }

    private Jet combination(Node node, List<Double> weights) {
        Jet sum = Jet.zero(algebra, node.rows(), node.columns());
        for (int i = 0; i < weights.size(); i++) {
            sum = sum.plus(weights.get(i), value(node.input(i)));
        }
        return sum;
    }

    private Jet stacked(Node node, List<Integer> offsets) {
        Jet sum = Jet.zero(algebra, node.rows(), 1);
        for (int i = 0; i < offsets.size(); i++) {
            Jet part = value(node.input(i));
            int entries = part.rows() * part.columns();
            int after = node.rows() - offsets.get(i) - entries;
            sum = sum.plus(
                    Jet.stacked(List.of(Jet.zero(algebra, offsets.get(i), 1), part, Jet.zero(algebra, after, 1))));
        }
        return sum;
    }

    /** φ⁽ᵏ⁾(x₀ + u) = Σ_j φ⁽ᵏ⁺ʲ⁾(x₀)/j! uʲ, by Horner's rule. */
    private Jet applied(Operation.Applied applied, Jet argument) {
        int degree = algebra.degrees().stream().mapToInt(Integer::intValue).sum();
        double[] points = argument.constantEntries();
        int count = points.length;
        int highest = applied.derivative() + degree;
        double[] table = new double[count * (highest + 1)];
        applied.function().derivatives(points, 0, count, highest, table, 0);
        Jet u = argument.minus(Jet.constant(algebra, matrix(argument, points)));
        Jet sum = Jet.zero(algebra, argument.rows(), argument.columns());
        for (int j = degree; j >= 0; j--) {
            int start = (applied.derivative() + j) * count;
            Jet slope = Jet.constant(algebra, matrix(argument, Arrays.copyOfRange(table, start, start + count)));
            sum = slope.plus(sum.hadamard(u).scaled(1.0 / (j + 1)));
        }
        return sum;
    }

    private static DMatrixRMaj matrix(Jet size, double[] entries) {
        return new DMatrixRMaj(size.rows(), size.columns(), true, entries);
    }

    private static DMatrixRMaj rowMaxima(Jet jet) {
        double[] entries = jet.constantEntries();
        int columns = jet.columns();
        for (int start = 0; start < entries.length; start += columns) {
            double largest =
                    Arrays.stream(entries, start, start + columns).max().orElseThrow();
            Arrays.fill(entries, start, start + columns, largest);
        }
        return matrix(jet, entries);
    }

    private Jet ones(int rows, int columns) {
        DMatrixRMaj ones = new DMatrixRMaj(rows, columns);
        ones.fill(1);
        return Jet.constant(algebra, ones);
    }
}
