package org.modeq.numeric.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.kernel.Products;

/**
 * Derivatives along a direction as nodes of the same graph: N′ with N(θ + εv) = N(θ) + ε N′(θ) + …, where v is a node itself.
 *
 * <p>Products of data with data are made once: where A and B are constants, A·(Bᵀ·D) becomes (A·Bᵀ)·D if that takes fewer
 * multiplications. So the derivative of one network along the gradient of another on few samples of many features never meets the
 * features in its first layer.
 *
 * <p>Source: Griewank and Walther, <em>Evaluating Derivatives</em> (2008), section 3.1.
 */
public final class TangentSweep {
    private final Graph graph;
    private final Node direction;
    private final Map<Integer, Node> tangents = new HashMap<>();
    private final Map<Pair, Node> constants = new HashMap<>();

    private record Pair(Node left, boolean isLeftTransposed, Node right, boolean isRightTransposed) {}

    private TangentSweep(Node direction) {
        this.graph = direction.graph();
        this.direction = direction;
    }

    /**
     * Derivatives along a direction.
     *
     * @param direction v, a column with an entry for each parameter
     * @return the derivatives of nodes of its graph
     * @throws IllegalArgumentException if the direction is of another size
     */
    public static TangentSweep along(Node direction) {
        if (direction.rows() != direction.graph().parameterCount() || direction.columns() != 1) {
            throw new IllegalArgumentException("given a direction of " + direction.rows() + "×" + direction.columns()
                    + ", expected a column of " + direction.graph().parameterCount());
        }
        return new TangentSweep(direction);
    }

    /**
     * The derivative of a node.
     *
     * <p>A small multiple of the cost of the node; what N needs and N′ needs too is one node.
     *
     * @param node N, of the graph of the direction
     * @return N′, of the size of N
     * @throws IllegalArgumentException if the node is of another graph
     */
    public Node derivative(Node node) {
        if (node.graph() != graph) {
            throw new IllegalArgumentException(
                    "given a node of another graph than the direction, expected one graph; copy the node to it");
        }
        for (Node each : node.ancestors()) {
            if (each.dependsOnParameters() && !tangents.containsKey(each.number())) {
                forwards(each).ifPresent(tangent -> tangents.put(each.number(), tangent));
            }
        }
        return tangent(node).orElseGet(() -> graph.constant(new DMatrixRMaj(node.rows(), node.columns())));
    }

    /** {@return how many products of data with data were made} */
    public int productsOfData() {
        return constants.size();
    }

    /** Nothing where the derivative is 0. */
    private Optional<Node> tangent(Node node) {
        return Optional.ofNullable(tangents.get(node.number()));
    }

    private Optional<Node> forwards(Node node) {
        Operation operation = node.operation();
        if (operation instanceof Operation.Parameters) {
            return Optional.of(direction);
        }
        Node first = node.input(0);
        if (operation instanceof Operation.Product product) {
            return sum(
                    tangent(first)
                            .map(left -> product(
                                    left, product.isLeftTransposed(), node.input(1), product.isRightTransposed())),
                    tangent(node.input(1))
                            .map(right ->
                                    product(first, product.isLeftTransposed(), right, product.isRightTransposed())));
        }
        if (operation instanceof Operation.Hadamard) {
            return sum(
                    tangent(first).map(node.input(1)::hadamard),
                    tangent(node.input(1)).map(first::hadamard));
        }
        if (operation instanceof Operation.ScaledRows) {
            return sum(
                    tangent(first).map(left -> left.scaledRows(node.input(1))),
                    tangent(node.input(1)).map(first::scaledRows));
        }
        if (operation instanceof Operation.PlusRow) {
            return sum(tangent(first), tangent(node.input(1)).map(row -> row.repeatedRow(node.rows())));
        }
        if (operation instanceof Operation.Combination combination) {
            Optional<Node> sum = Optional.empty();
            for (int i = 0; i < node.inputs().size(); i++) {
                double weight = combination.weights().get(i);
                sum = sum(sum, tangent(node.input(i)).map(summand -> summand.scaled(weight)));
            }
            return sum;
        }
        if (operation instanceof Operation.Applied applied) {
            Operation slope = new Operation.Applied(applied.function(), applied.derivative() + 1);
            return tangent(first)
                    .map(inner -> graph.node(slope, List.of(first), node.rows(), node.columns())
                            .hadamard(inner));
        }
        if (operation instanceof Operation.Stacked stacked) {
            return stacked(node, stacked);
        }
        return tangent(first).map(inner -> linear(node, inner));
    }

    private static Optional<Node> sum(Optional<Node> left, Optional<Node> right) {
        return left.isPresent() && right.isPresent() ? Optional.of(left.get().plus(right.get())) : left.or(() -> right);
    }

    private Optional<Node> stacked(Node node, Operation.Stacked stacked) {
        List<Node> pieces = new ArrayList<>();
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < node.inputs().size(); i++) {
            Optional<Node> piece = tangent(node.input(i));
            if (piece.isPresent()) {
                pieces.add(piece.get());
                offsets.add(stacked.offsets().get(i));
            }
        }
        return pieces.isEmpty()
                ? Optional.empty()
                : Optional.of(graph.node(new Operation.Stacked(List.copyOf(offsets)), pieces, node.rows(), 1));
    }

    /** The same operation, which is linear, on the derivative of its input. */
    private Node linear(Node node, Node inner) {
        Operation operation = node.operation();
        if (operation instanceof Operation.Block block) {
            return inner.block(block.offset(), node.rows(), node.columns());
        }
        // The largest entries of the rows are held fast in derivatives.
        return operation instanceof Operation.Shifted
                ? inner
                : graph.node(operation, List.of(inner), node.rows(), node.columns());
    }

    /** op(A)·op(B), with products of constants made once. */
    private Node product(Node left, boolean isLeftTransposed, Node right, boolean isRightTransposed) {
        if (!isRightTransposed
                && isConstant(left)
                && right.operation() instanceof Operation.Product inner
                && isConstant(right.input(0))) {
            Node data = right.input(0);
            double rows = isLeftTransposed ? left.columns() : left.rows();
            double depth = right.rows();
            double innerDepth = inner.isLeftTransposed() ? data.rows() : data.columns();
            if (rows * innerDepth < rows * depth + depth * innerDepth) {
                Node constant = constants.computeIfAbsent(
                        new Pair(left, isLeftTransposed, data, inner.isLeftTransposed()), this::constant);
                return inner.isRightTransposed()
                        ? constant.timesTranspose(right.input(1))
                        : constant.times(right.input(1));
            }
        }
        return isLeftTransposed
                ? left.transposeTimes(right)
                : isRightTransposed ? left.timesTranspose(right) : left.times(right);
    }

    private static boolean isConstant(Node node) {
        return node.operation() instanceof Operation.Constant;
    }

    private static DMatrixRMaj matrix(Node node) {
        if (node.operation() instanceof Operation.Constant constant) {
            return constant.matrix().matrix();
        }
        throw new AssertionError(node);
    }

    private Node constant(Pair pair) {
        DMatrixRMaj left = pair.isLeftTransposed() ? transposed(matrix(pair.left())) : matrix(pair.left());
        DMatrixRMaj right = matrix(pair.right());
        DMatrixRMaj product = new DMatrixRMaj(left.numRows, pair.isRightTransposed() ? right.numRows : right.numCols);
        if (pair.isRightTransposed()) {
            Products.addProductTranspose(left, right, product);
        } else {
            Products.addProduct(left, right, product);
        }
        return graph.constant(product);
    }

    private static DMatrixRMaj transposed(DMatrixRMaj matrix) {
        DMatrixRMaj transposed = new DMatrixRMaj(matrix.numCols, matrix.numRows);
        for (int i = 0; i < matrix.numRows; i++) {
            for (int j = 0; j < matrix.numCols; j++) {
                transposed.set(j, i, matrix.get(i, j));
            }
        }
        return transposed;
    }
}
