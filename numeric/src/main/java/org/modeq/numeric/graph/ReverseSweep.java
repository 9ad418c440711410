package org.modeq.numeric.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The gradient of a scalar as nodes of the same graph: the reverse sweep, written down instead of run.
 *
 * <p>With the adjoint N̄ = ∂L/∂N of every node, L̄ = 1, a node N = op(A, B, …) adds its share to the adjoints of its inputs,
 * for example Ā += N̄·Bᵀ and B̄ += Aᵀ·N̄ for N = A·B. Griewank and Walther (2008), section 3.2.
 */
public final class ReverseSweep {
    private final Graph graph;
    private final Map<Integer, List<Node>> adjoints = new TreeMap<>();
    private final List<Node> pieces = new ArrayList<>();
    private final List<Integer> offsets = new ArrayList<>();

    private ReverseSweep(Graph graph) {
        this.graph = graph;
    }

    /**
     * The gradient.
     *
     * @param scalar L, 1×1
     * @return ∇L, a column with an entry for each parameter
     * @throws IllegalArgumentException if the node is not 1×1
     */
    public static Node gradient(Node scalar) {
        if (scalar.entries() != 1) {
            throw new IllegalArgumentException("given the gradient of a matrix of " + scalar.rows() + "×"
                    + scalar.columns() + ", expected a scalar; add its entries up with sum()");
        }
        ReverseSweep sweep = new ReverseSweep(scalar.graph());
        List<Node> ancestors = scalar.ancestors();
        org.ejml.data.DMatrixRMaj one = new org.ejml.data.DMatrixRMaj(1, 1);
        one.set(0, 0, 1);
        sweep.add(scalar, scalar.graph().constant(one));
        for (int i = ancestors.size() - 1; i >= 0; i--) {
            Node node = ancestors.get(i);
            List<Node> shares = sweep.adjoints.get(node.number());
            if (shares != null && node.dependsOnParameters()) {
                sweep.backwards(node, sum(shares));
            }
        }
        return sweep.graph.node(
                new Operation.Stacked(List.copyOf(sweep.offsets)),
                sweep.pieces,
                scalar.graph().parameterCount(),
                1);
    }

    private static Node sum(List<Node> shares) {
        return shares.stream().reduce(Node::plus).orElseThrow();
    }

    private void add(Node node, Node share) {
        if (node.dependsOnParameters()) {
            adjoints.computeIfAbsent(node.number(), number -> new ArrayList<>()).add(share);
        }
    }

    /** Adds the shares of a node's adjoint to those of its inputs. */
    private void backwards(Node node, Node adjoint) {
        Operation operation = node.operation();
        if (operation instanceof Operation.Parameters) {
            piece(adjoint, 0);
        } else if (operation instanceof Operation.Block block) {
            if (node.input(0).operation() instanceof Operation.Parameters) {
                piece(adjoint, block.offset());
            } else {
                Node input = node.input(0);
                if (input.entries() == node.entries()) {
                    add(input, adjoint.block(0, input.rows(), input.columns()));
                    return;
                }
                Node column = graph.node(
                        new Operation.Stacked(List.of(block.offset())), List.of(adjoint), input.entries(), 1);
                add(input, column.block(0, input.rows(), input.columns()));
            }
        } else if (operation instanceof Operation.Product product) {
            product(product, node.input(0), node.input(1), adjoint);
        } else if (operation instanceof Operation.Hadamard) {
            add(node.input(0), times(adjoint, node.input(1)));
            add(node.input(1), times(adjoint, node.input(0)));
        } else if (operation instanceof Operation.ScaledRows) {
            add(node.input(0), adjoint.scaledRows(node.input(1)));
            add(node.input(1), times(adjoint, node.input(0)).rowSums());
        } else if (operation instanceof Operation.Combination combination) {
            for (int i = 0; i < node.inputs().size(); i++) {
                add(node.input(i), adjoint.scaled(combination.weights().get(i)));
            }
        } else if (operation instanceof Operation.PlusRow) {
            add(node.input(0), adjoint);
            add(node.input(1), adjoint.columnSums());
        } else if (operation instanceof Operation.Applied applied) {
            Operation slope = new Operation.Applied(applied.function(), applied.derivative() + 1);
            Node input = node.input(0);
            add(input, times(adjoint, graph.node(slope, List.of(input), node.rows(), node.columns())));
        } else if (operation instanceof Operation.Shifted) {
            add(node.input(0), adjoint);
        } else {
            sums(node, adjoint);
        }
    }

    private void sums(Node node, Node adjoint) {
        Operation operation = node.operation();
        Node input = node.input(0);
        if (operation instanceof Operation.RowSums) {
            add(input, adjoint.repeatedColumn(input.columns()));
        } else if (operation instanceof Operation.ColumnSums) {
            add(input, adjoint.repeatedRow(input.rows()));
        } else if (operation instanceof Operation.RepeatedRow) {
            add(input, adjoint.columnSums());
        } else if (operation instanceof Operation.RepeatedColumn) {
            add(input, adjoint.rowSums());
        } else if (operation instanceof Operation.Gathered gathered) {
            add(input, adjoint.scattered(gathered.map()));
        } else if (operation instanceof Operation.Scattered scattered) {
            add(
                    input,
                    graph.node(
                            new Operation.Gathered(scattered.map()), List.of(adjoint), input.rows(), input.columns()));
        } else if (operation instanceof Operation.Stacked stacked) {
            for (int i = 0; i < node.inputs().size(); i++) {
                Node part = node.input(i);
                add(part, adjoint.block(stacked.offsets().get(i), part.rows(), part.columns()));
            }
        } else {
            throw new AssertionError(node);
        }
    }

    private void product(Operation.Product product, Node left, Node right, Node adjoint) {
        if (product.isLeftTransposed()) {
            add(left, right.timesTranspose(adjoint));
            add(right, left.times(adjoint));
        } else if (product.isRightTransposed()) {
            add(left, adjoint.times(right));
            add(right, adjoint.transposeTimes(left));
        } else {
            if (left.dependsOnParameters()) {
                add(left, adjoint.timesTranspose(right));
            }
            if (right.dependsOnParameters()) {
                add(right, left.transposeTimes(adjoint));
            }
        }
    }

    /** A∘B; a repeated column scales rows, a repeated 1×1 row or column multiplies. */
    private static Node times(Node left, Node right) {
        if (left.operation() instanceof Operation.RepeatedColumn) {
            return right.scaledRows(left.input(0));
        }
        return right.operation() instanceof Operation.RepeatedColumn
                ? left.scaledRows(right.input(0))
                : left.hadamard(right);
    }

    private void piece(Node part, int offset) {
        pieces.add(part);
        offsets.add(offset);
    }
}
