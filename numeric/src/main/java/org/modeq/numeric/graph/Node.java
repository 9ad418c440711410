package org.modeq.numeric.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A matrix that depends on the parameters: a vertex of a computational graph; immutable.
 *
 * <p>Nodes of one graph that are made in the same way from the same inputs are the same node.
 */
public final class Node {
    private final Graph graph;
    private final int number;
    private final Operation operation;
    private final List<Node> inputs;
    private final int rows;
    private final int columns;
    private final boolean dependsOnParameters;

    Node(Graph graph, int number, Operation operation, List<Node> inputs, int rows, int columns) {
        this.graph = graph;
        this.number = number;
        this.operation = operation;
        this.inputs = List.copyOf(inputs);
        this.rows = rows;
        this.columns = columns;
        this.dependsOnParameters =
                operation instanceof Operation.Parameters || inputs.stream().anyMatch(Node::dependsOnParameters);
    }

    /** {@return the graph to which it belongs} */
    public Graph graph() {
        return graph;
    }

    /** Inputs have smaller numbers. */
    int number() {
        return number;
    }

    Operation operation() {
        return operation;
    }

    List<Node> inputs() {
        return inputs;
    }

    Node input(int place) {
        return inputs.get(place);
    }

    boolean dependsOnParameters() {
        return dependsOnParameters;
    }

    /** {@return the number of rows} */
    public int rows() {
        return rows;
    }

    /** {@return the number of columns} */
    public int columns() {
        return columns;
    }

    /** {@return rows times columns} */
    public int entries() {
        return rows * columns;
    }

    private void require(boolean fits, Node other, String expected) {
        if (!fits) {
            throw new IllegalArgumentException("given matrices of " + rows + "×" + columns + " and " + other.rows + "×"
                    + other.columns + ", expected " + expected);
        }
        if (graph != other.graph) {
            throw new IllegalArgumentException(
                    "given nodes of two graphs, expected both of one; build them in one graph");
        }
    }

    /**
     * The matrix product.
     *
     * @param right B, with as many rows as this has columns
     * @return A·B
     * @throws IllegalArgumentException if the sizes do not fit
     */
    public Node times(Node right) {
        require(columns == right.rows, right, "columns of A = rows of B for A·B");
        return product(right, false, false);
    }

    /**
     * The product with the transpose of this matrix.
     *
     * @param right B, with as many rows as this
     * @return Aᵀ·B
     * @throws IllegalArgumentException if the sizes do not fit
     */
    public Node transposeTimes(Node right) {
        require(rows == right.rows, right, "rows of A = rows of B for Aᵀ·B");
        return product(right, true, false);
    }

    /**
     * The product with the transpose of the other matrix.
     *
     * @param right B, with as many columns as this
     * @return A·Bᵀ
     * @throws IllegalArgumentException if the sizes do not fit
     */
    public Node timesTranspose(Node right) {
        require(columns == right.columns, right, "columns of A = columns of B for A·Bᵀ");
        return product(right, false, true);
    }

    private Node product(Node right, boolean isLeftTransposed, boolean isRightTransposed) {
        return graph.node(
                new Operation.Product(isLeftTransposed, isRightTransposed),
                List.of(this, right),
                isLeftTransposed ? columns : rows,
                isRightTransposed ? right.rows : right.columns);
    }

    /**
     * The product coordinate by coordinate.
     *
     * @param right B, of the same size
     * @return A∘B
     * @throws IllegalArgumentException if the sizes do not fit
     */
    public Node hadamard(Node right) {
        require(isAsLargeAs(right), right, "equal sizes");
        return graph.node(new Operation.Hadamard(), List.of(this, right), rows, columns);
    }

    /**
     * Each row times its own number.
     *
     * @param factors v, a column with as many rows as this
     * @return diag(v)·A
     * @throws IllegalArgumentException if the sizes do not fit
     */
    public Node scaledRows(Node factors) {
        require(factors.rows == rows && factors.columns == 1, factors, "a column with as many rows");
        return graph.node(new Operation.ScaledRows(), List.of(this, factors), rows, columns);
    }

    /**
     * The sum.
     *
     * @param other B, of the same size
     * @return A + B
     * @throws IllegalArgumentException if the sizes differ
     */
    public Node plus(Node other) {
        return plus(1, other);
    }

    /**
     * The difference.
     *
     * @param other B, of the same size
     * @return A − B
     * @throws IllegalArgumentException if the sizes differ
     */
    public Node minus(Node other) {
        return plus(-1, other);
    }

    /**
     * A sum with a weight.
     *
     * @param factor w
     * @param other B, of the same size
     * @return A + w·B
     * @throws IllegalArgumentException if the sizes differ
     */
    public Node plus(double factor, Node other) {
        require(isAsLargeAs(other), other, "equal sizes");
        return graph.combination(List.of(this, other), List.of(1.0, factor));
    }

    /**
     * A real multiple.
     *
     * @param factor w
     * @return w·A
     */
    public Node scaled(double factor) {
        return factor == 1 ? this : graph.combination(List.of(this), List.of(factor));
    }

    /**
     * A row added to every row.
     *
     * @param row y, with as many columns as this
     * @return A + 1·y
     * @throws IllegalArgumentException if the sizes do not fit
     */
    public Node plusRow(Node row) {
        require(row.rows == 1 && row.columns == columns, row, "a row with as many columns");
        return graph.node(new Operation.PlusRow(), List.of(this, row), rows, columns);
    }

    /**
     * A function of every coordinate.
     *
     * @param function φ
     * @return φ(A)
     */
    public Node apply(SmoothFunction function) {
        return graph.node(new Operation.Applied(function, 0), List.of(this), rows, columns);
    }

    /** {@return A − m·1ᵀ with mᵢ the largest entry of row i; in derivatives m is held fast} */
    public Node minusRowMaxima() {
        return graph.node(new Operation.Shifted(), List.of(this), rows, columns);
    }

    /** {@return the column of the sums of the rows, A·1} */
    public Node rowSums() {
        return columns == 1 ? this : graph.node(new Operation.RowSums(), List.of(this), rows, 1);
    }

    /** {@return the row of the sums of the columns, 1ᵀ·A} */
    public Node columnSums() {
        return rows == 1 ? this : graph.node(new Operation.ColumnSums(), List.of(this), 1, columns);
    }

    /** {@return the 1×1 sum of all entries} */
    public Node sum() {
        return rowSums().columnSums();
    }

    /** 1·y of a row y, with a number of rows. */
    Node repeatedRow(int count) {
        return count == 1 ? this : graph.node(new Operation.RepeatedRow(), List.of(this), count, columns);
    }

    /** v·1ᵀ of a column v, with a number of columns. */
    Node repeatedColumn(int count) {
        return count == 1 ? this : graph.node(new Operation.RepeatedColumn(), List.of(this), rows, count);
    }

    /**
     * A stretch of this matrix, read row by row, as a matrix of another size.
     *
     * @param offset the place of its first entry
     * @param blockRows its number of rows
     * @param blockColumns its number of columns
     * @return the matrix with these entries row by row
     * @throws IllegalArgumentException if the stretch does not lie within this matrix
     */
    public Node block(int offset, int blockRows, int blockColumns) {
        if (offset < 0 || blockRows < 0 || blockColumns < 0 || offset + blockRows * blockColumns > entries()) {
            throw new IllegalArgumentException("given a block of " + blockRows + "×" + blockColumns + " from place "
                    + offset + " on, expected one within the " + entries() + " entries");
        }
        if (offset == 0 && blockRows == rows && blockColumns == columns) {
            return this;
        }
        if (operation instanceof Operation.Stacked stacked) {
            Optional<Node> piece = piece(stacked, offset, blockRows * blockColumns);
            if (piece.isPresent()) {
                return piece.get().block(0, blockRows, blockColumns);
            }
        }
        // A block of a block is a block of the whole.
        return operation instanceof Operation.Block outer
                ? graph.node(new Operation.Block(outer.offset() + offset), inputs, blockRows, blockColumns)
                : graph.node(new Operation.Block(offset), List.of(this), blockRows, blockColumns);
    }

    /**
     * The entries of each row moved to other places, read on as a matrix with rows of another length.
     *
     * @param map x ↦ y for a row x of this matrix
     * @param newColumns the number of columns of the result; it divides (number of rows)·(entries of y)
     * @return the images y₁, y₂, … one after the other, row by row
     * @throws IllegalArgumentException if the map does not take rows of this length or the entries do not fill the rows
     */
    public Node gathered(EntryMap map, int newColumns) {
        int count = rows * map.size();
        if (map.sourceCount() != columns || newColumns < 1 || count % newColumns != 0) {
            throw new IllegalArgumentException(
                    "given a map " + map + " of the rows of a matrix of " + rows + "×" + columns
                            + " into rows of " + newColumns + ", expected one that takes " + columns
                            + " entries and gives a multiple of " + newColumns + " in all");
        }
        return graph.node(new Operation.Gathered(map), List.of(this), count / newColumns, newColumns);
    }

    /** The transpose of gathering: a matrix with a row for each stretch of as many entries as the map gives. */
    Node scattered(EntryMap map) {
        return graph.node(new Operation.Scattered(map), List.of(this), entries() / map.size(), map.sourceCount());
    }

    /** The piece of a stack that fills a stretch alone. */
    private Optional<Node> piece(Operation.Stacked stacked, int offset, int count) {
        Optional<Node> alone = Optional.empty();
        for (int i = 0; i < inputs.size(); i++) {
            int start = stacked.offsets().get(i);
            if (start < offset + count && offset < start + inputs.get(i).entries()) {
                if (alone.isPresent() || start != offset || inputs.get(i).entries() != count) {
                    return Optional.empty();
                }
                alone = Optional.of(inputs.get(i));
            }
        }
        return alone;
    }

    /**
     * The same node in another graph on as many parameters.
     *
     * @param target the graph
     * @return the node there, with all that it depends on
     * @throws IllegalArgumentException if the graph has another number of parameters
     */
    public Node copiedTo(Graph target) {
        if (target.parameterCount() != graph.parameterCount()) {
            throw new IllegalArgumentException("given a graph on " + target.parameterCount()
                    + " parameters, expected one on " + graph.parameterCount());
        }
        Map<Integer, Node> copies = new HashMap<>();
        for (Node each : ancestors()) {
            List<Node> copied = each.inputs.stream()
                    .map(input -> Objects.requireNonNull(copies.get(input.number)))
                    .toList();
            copies.put(each.number, target.node(each.operation, copied, each.rows, each.columns));
        }
        return Objects.requireNonNull(copies.get(number));
    }

    private boolean isAsLargeAs(Node other) {
        return rows == other.rows && columns == other.columns;
    }

    /**
     * The value over any algebra.
     *
     * <p>Every node on which this one depends is evaluated once, inputs first.
     *
     * @param operations the operations on matrices over the algebra
     * @param theta θ, a column with an entry for each parameter
     * @param <M> the matrices
     * @return N(θ)
     */
    public <M> M evaluated(MatrixOperations<M> operations, M theta) {
        return new NodeEvaluation<>(operations, theta).value(this);
    }

    /** {@return all nodes on which this one depends, and itself, inputs first} */
    public List<Node> ancestors() {
        boolean[] isNeeded = new boolean[number + 1];
        isNeeded[number] = true;
        for (int i = number; i >= 0; i--) {
            if (isNeeded[i]) {
                graph.get(i).inputs.forEach(input -> isNeeded[input.number] = true);
            }
        }
        return IntStream.rangeClosed(0, number)
                .filter(i -> isNeeded[i])
                .mapToObj(graph::get)
                .toList();
    }

    /** {@return the number of the node, its operation, inputs and size} */
    @Override
    public String toString() {
        return "n" + number + " = " + operation
                + inputs.stream().map(input -> "n" + input.number).toList() + " " + rows + "×" + columns;
    }
}
