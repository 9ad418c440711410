package org.modeq.numeric.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One pass over a node and all it depends on, inputs first, with the operations of any algebra. */
final class NodeEvaluation<M> {
    private final MatrixOperations<M> operations;
    private final M theta;
    private final Map<Integer, M> values = new HashMap<>();

    NodeEvaluation(MatrixOperations<M> operations, M theta) {
        this.operations = operations;
        this.theta = theta;
    }

    M value(Node node) {
        node.ancestors().forEach(each -> values.put(each.number(), compute(each)));
        return known(node);
    }

    private M known(Node node) {
        M value = values.get(node.number());
        if (value == null) {
            throw new AssertionError(node);
        }
        return value;
    }

    private M compute(Node node) {
        Operation operation = node.operation();
        if (operation instanceof Operation.Parameters) {
            return theta;
        }
        if (operation instanceof Operation.Constant constant) {
            return operations.constant(constant.matrix().matrix());
        }
        List<M> inputs = node.inputs().stream().map(this::known).toList();
        if (operation instanceof Operation.Stacked stacked) {
            return operations.stacked(inputs, stacked.offsets(), node.rows());
        }
        M first = inputs.get(0);
        if (operation instanceof Operation.Block block) {
            return operations.block(first, block.offset(), node.rows(), node.columns());
        }
        if (operation instanceof Operation.Product product) {
            return operations.product(first, product.isLeftTransposed(), inputs.get(1), product.isRightTransposed());
        }
        if (operation instanceof Operation.Hadamard) {
            return operations.hadamard(first, inputs.get(1));
        }
        if (operation instanceof Operation.ScaledRows) {
            return operations.scaledRows(first, inputs.get(1));
        }
        if (operation instanceof Operation.Combination combination) {
            return operations.combination(combination.weights(), inputs);
        }
        if (operation instanceof Operation.PlusRow) {
            return operations.plusRow(first, inputs.get(1));
        }
        if (operation instanceof Operation.Applied applied) {
            return operations.applied(applied.function(), applied.derivative(), first);
        }
        if (operation instanceof Operation.Shifted) {
            return operations.minusRowMaxima(first);
        }
        return moved(node, first);
    }

    /** The operations that only add entries or move them. */
    private M moved(Node node, M input) {
        Operation operation = node.operation();
        if (operation instanceof Operation.RowSums) {
            return operations.rowSums(input);
        }
        if (operation instanceof Operation.ColumnSums) {
            return operations.columnSums(input);
        }
        if (operation instanceof Operation.RepeatedRow) {
            return operations.repeatedRow(input, node.rows());
        }
        if (operation instanceof Operation.RepeatedColumn) {
            return operations.repeatedColumn(input, node.columns());
        }
        if (operation instanceof Operation.Gathered gathered) {
            return operations.gathered(gathered.map(), input, node.rows(), node.columns());
        }
        if (operation instanceof Operation.Scattered scattered) {
            return operations.scattered(scattered.map(), input, node.rows());
        }
        throw new AssertionError(node);
    }
}
