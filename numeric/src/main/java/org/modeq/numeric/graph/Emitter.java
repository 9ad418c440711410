package org.modeq.numeric.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.modeq.numeric.graph.Buffer.View;

/** Writes the instructions that fill the coefficients of nodes, from those of their inputs. */
final class Emitter {
    /** Where other programs have left the coefficient 0 of a node, and the tables of derivatives. */
    interface Known {
        View constantPart(Node node);

        View table(Demand.Table table);

        /** The transpose of data, made once. */
        View transpose(Node data);
    }

    /** Columns up to which reading Aᵀ against its rows costs more than the products with it. */
    private static final int NARROW = 32;

    /** Entries up to which data are kept in both forms: 32 MB. */
    private static final int SMALL = 1 << 22;

    private record Key(int node, int e) {}

    private record Power(int node, int exponent, int e) {}

    private final Demand demand;
    private final Monomials monomials;
    private final Known known;
    private final IntFunction<Buffer> memory;
    private final List<Instruction> instructions = new ArrayList<>();
    private final Map<Key, View> views = new HashMap<>();
    private final Map<Power, View> powers = new HashMap<>();
    private final Map<Key, View> destinations = new HashMap<>();
    private final Set<Integer> merged;

    Emitter(Demand demand, Known known, IntFunction<Buffer> memory) {
        this.demand = demand;
        this.monomials = demand.monomials();
        this.known = known;
        this.memory = memory;
        this.merged = merged(demand.nodes());
    }

    /** Products that nothing but the addition of a row reads: they are added to the rows at once. */
    private static Set<Integer> merged(List<Node> nodes) {
        Map<Integer, Long> readers = nodes.stream()
                .flatMap(node -> node.inputs().stream())
                .collect(Collectors.groupingBy(Node::number, Collectors.counting()));
        return nodes.stream()
                .filter(node -> node.operation() instanceof Operation.PlusRow)
                .map(node -> node.input(0))
                .filter(matrix -> matrix.operation() instanceof Operation.Product && matrix.dependsOnParameters())
                .map(Node::number)
                .filter(number -> readers.getOrDefault(number, 0L) == 1)
                .collect(Collectors.toSet());
    }

    /** Whether a node has no memory of its own, because it is made within the one that reads it. */
    boolean isMerged(Node node) {
        return merged.contains(node.number());
    }

    List<Instruction> instructions() {
        return instructions;
    }

    void give(Node node, int e, View view) {
        views.put(new Key(node.number(), e), view);
    }

    /** Where a coefficient stands. */
    View view(Node node, int e) {
        View view = views.get(new Key(node.number(), e));
        return view != null ? view : known.constantPart(node);
    }

    /** The pieces of a column are made where they shall stand, if no other piece stands there; the gaps are 0. */
    void place(Node column, int e, Operation.Stacked stacked) {
        View target = memory.apply(column.entries()).at(0);
        views.put(new Key(column.number(), e), target);
        SortedMap<Integer, Integer> filled = new TreeMap<>();
        for (int i = 0; i < column.inputs().size(); i++) {
            Node piece = column.input(i);
            Key key = new Key(piece.number(), e);
            boolean isFree = !destinations.containsKey(key) && !isShared(column, stacked, i);
            if (isFree && piece.dependsOnParameters() && demand.needed(piece).get(e)) {
                int start = stacked.offsets().get(i);
                destinations.put(key, target.at(start));
                filled.put(start, start + piece.entries());
            }
        }
        filled.put(column.entries(), column.entries());
        int end = 0;
        for (Map.Entry<Integer, Integer> stretch : filled.entrySet()) {
            if (stretch.getKey() > end) {
                instructions.add(new Instruction.Fill(stretch.getKey() - end, 0, target.at(end)));
            }
            end = stretch.getValue();
        }
    }

    private static boolean isShared(Node column, Operation.Stacked stacked, int place) {
        int start = stacked.offsets().get(place);
        int end = start + column.input(place).entries();
        for (int i = 0; i < column.inputs().size(); i++) {
            int otherStart = stacked.offsets().get(i);
            int otherEnd = otherStart + column.input(i).entries();
            if (i != place && otherStart < end && start < otherEnd) {
                return true;
            }
        }
        return false;
    }

    private View fresh(Node node, int e) {
        Key key = new Key(node.number(), e);
        View destination = destinations.get(key);
        View view =
                destination != null ? destination : memory.apply(node.entries()).at(0);
        views.put(key, view);
        return view;
    }

    private View zeroed(Node node, int e) {
        View view = fresh(node, e);
        instructions.add(new Instruction.Fill(node.entries(), 0, view));
        return view;
    }

    /** Fills the coefficient e of a node whose inputs are filled. */
    void emit(Node node, int e) {
        Operation operation = node.operation();
        if (isMerged(node)) {
            return;
        }
        if (operation instanceof Operation.Block block) {
            View whole = view(node.input(0), e);
            alias(node, e, whole.at(block.offset()));
        } else if (Demand.isBilinear(operation)) {
            bilinear(node, e, fresh(node, e), false);
        } else if (operation instanceof Operation.Applied applied) {
            applied(node, e, applied);
        } else if (operation instanceof Operation.Combination combination) {
            combination(node, e, combination);
        } else if (operation instanceof Operation.PlusRow) {
            plusRow(node, e);
        } else if (operation instanceof Operation.Shifted) {
            shifted(node, e);
        } else if (operation instanceof Operation.Stacked stacked) {
            stacked(node, e, stacked);
        } else if (operation instanceof Operation.Gathered gathered) {
            int rows = node.input(0).rows();
            instructions.add(new Instruction.SetGathered(rows, gathered.map(), view(node.input(0), e), fresh(node, e)));
        } else if (operation instanceof Operation.Scattered scattered) {
            instructions.add(
                    new Instruction.SetScattered(node.rows(), scattered.map(), view(node.input(0), e), fresh(node, e)));
        } else {
            spread(node, e);
        }
    }

    /** The node is another name for a view, or a copy of it where it has a destination. */
    private void alias(Node node, int e, View source) {
        if (destinations.containsKey(new Key(node.number(), e))) {
            instructions.add(new Instruction.SetScaled(node.entries(), 1, source, fresh(node, e)));
        } else {
            views.put(new Key(node.number(), e), source);
        }
    }

    private boolean has(Node node, int e) {
        return demand.present(node).get(e);
    }

    /** Sets the target to the sum of products, or adds it. */
    private void bilinear(Node node, int e, View target, boolean isSum) {
        Node left = node.input(0);
        Node right = node.input(1);
        boolean isFirst = !isSum;
        for (int[] pair : monomials.pairs(e)) {
            if (has(left, pair[0]) && has(right, pair[1])) {
                instructions.add(term(node, view(left, pair[0]), view(right, pair[1]), target, isFirst));
                isFirst = false;
            }
        }
        if (isFirst) {
            throw new AssertionError(node + " has no coefficient " + e);
        }
    }

    private Instruction term(Node node, View a, View b, View target, boolean isFirst) {
        if (node.operation() instanceof Operation.Product product) {
            return product(node, product, a, b, target, isFirst);
        }
        if (node.operation() instanceof Operation.Hadamard) {
            return isFirst
                    ? new Instruction.SetHadamard(node.entries(), 1, a, b, target)
                    : new Instruction.AddHadamard(node.entries(), 1, a, b, target);
        }
        return isFirst
                ? new Instruction.SetScaledRows(node.rows(), node.columns(), a, b, target)
                : new Instruction.AddScaledRows(node.rows(), node.columns(), a, b, target);
    }

    private Instruction product(Node node, Operation.Product product, View a, View b, View target, boolean isFirst) {
        Node left = node.input(0);
        int k = product.isLeftTransposed() ? left.rows() : left.columns();
        View transposed = null;
        if (product.isLeftTransposed()
                && left.operation() instanceof Operation.Constant
                && node.columns() <= NARROW
                && left.entries() <= SMALL) {
            transposed = known.transpose(left);
        }
        return new Instruction.Multiply(
                !isFirst,
                node.rows(),
                k,
                node.columns(),
                product.isLeftTransposed() && transposed == null,
                product.isRightTransposed(),
                transposed == null ? a : transposed,
                b,
                target);
    }

    /** φ⁽ᵏ⁾(x₀ + u) = Σ_j φ⁽ᵏ⁺ʲ⁾(x₀)/j! · uʲ. */
    private void applied(Node node, int e, Operation.Applied applied) {
        Node input = node.input(0);
        int count = node.entries();
        View table = known.table(new Demand.Table(input.number(), applied.function()));
        if (e == 0) {
            alias(node, e, table.at(applied.derivative() * count));
            return;
        }
        View target = fresh(node, e);
        boolean isFirst = true;
        double factorial = 1;
        for (int j = 1; j <= monomials.degree(e); j++) {
            factorial *= j;
            View power = power(input, j, e);
            if (power != null) {
                View slope = table.at((applied.derivative() + j) * count);
                instructions.add(
                        isFirst
                                ? new Instruction.SetHadamard(count, 1 / factorial, slope, power, target)
                                : new Instruction.AddHadamard(count, 1 / factorial, slope, power, target));
                isFirst = false;
            }
        }
        if (isFirst) {
            throw new AssertionError(node + " has no coefficient " + e);
        }
    }

    /** The coefficient e of uʲ, u being the input without its constant part; null where it is 0. */
    private @Nullable View power(Node input, int j, int e) {
        if (j == 1) {
            return has(input, e) ? view(input, e) : null;
        }
        Power key = new Power(input.number(), j, e);
        View present = powers.get(key);
        if (present != null) {
            return present;
        }
        View target = null;
        for (int[] pair : monomials.pairs(e)) {
            boolean isProper = pair[0] != 0 && pair[1] != 0 && has(input, pair[0]);
            // The square is symmetric: the pairs (a, b) and (b, a) are one of double weight.
            boolean isMirror = j == 2 && pair[1] < pair[0];
            View rest = isProper && !isMirror ? power(input, j - 1, pair[1]) : null;
            if (rest != null) {
                double weight = j == 2 && pair[0] < pair[1] ? 2 : 1;
                int count = input.entries();
                View first = view(input, pair[0]);
                if (target == null) {
                    target = memory.apply(count).at(0);
                    instructions.add(new Instruction.SetHadamard(count, weight, first, rest, target));
                } else {
                    instructions.add(new Instruction.AddHadamard(count, weight, first, rest, target));
                }
            }
        }
        if (target != null) {
            powers.put(key, target);
        }
        return target;
    }

    private void combination(Node node, int e, Operation.Combination combination) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < node.inputs().size(); i++) {
            if (has(node.input(i), e)) {
                places.add(i);
            }
        }
        boolean isAlias = places.size() == 1 && combination.weights().get(places.get(0)) == 1;
        if (isAlias) {
            alias(node, e, view(node.input(places.get(0)), e));
            return;
        }
        View target = fresh(node, e);
        for (int place : places) {
            double weight = combination.weights().get(place);
            View source = view(node.input(place), e);
            instructions.add(
                    place == places.get(0)
                            ? new Instruction.SetScaled(node.entries(), weight, source, target)
                            : new Instruction.AddScaled(node.entries(), weight, source, target));
        }
    }

    private void plusRow(Node node, int e) {
        Node matrix = node.input(0);
        Node row = node.input(1);
        if (!has(row, e) && !isMerged(matrix)) {
            alias(node, e, view(matrix, e));
            return;
        }
        View target = fresh(node, e);
        if (has(row, e)) {
            instructions.add(
                    new Instruction.SetSpread(Spread.REPEATED_ROW, node.rows(), node.columns(), view(row, e), target));
        }
        if (has(matrix, e)) {
            if (isMerged(matrix)) {
                bilinear(matrix, e, target, has(row, e));
            } else {
                instructions.add(new Instruction.AddScaled(node.entries(), 1, view(matrix, e), target));
            }
        }
    }

    private void shifted(Node node, int e) {
        View source = view(node.input(0), e);
        if (e > 0) {
            alias(node, e, source);
        } else {
            instructions.add(new Instruction.SetShifted(node.rows(), node.columns(), source, fresh(node, e)));
        }
    }

    private void stacked(Node node, int e, Operation.Stacked stacked) {
        View placed = views.get(new Key(node.number(), e));
        View target = placed != null ? placed : zeroed(node, e);
        for (int i = 0; i < node.inputs().size(); i++) {
            Node part = node.input(i);
            View place = target.at(stacked.offsets().get(i));
            boolean isInPlace = place.equals(destinations.get(new Key(part.number(), e)));
            if (has(part, e) && !isInPlace) {
                instructions.add(new Instruction.AddScaled(part.entries(), 1, view(part, e), place));
            }
        }
    }

    private void spread(Node node, int e) {
        Node input = node.input(0);
        Operation operation = node.operation();
        Spread spread = operation instanceof Operation.RowSums
                ? Spread.ROW_SUMS
                : operation instanceof Operation.ColumnSums
                        ? Spread.COLUMN_SUMS
                        : operation instanceof Operation.RepeatedRow ? Spread.REPEATED_ROW : Spread.REPEATED_COLUMN;
        boolean isSum = spread == Spread.ROW_SUMS || spread == Spread.COLUMN_SUMS;
        Node larger = isSum ? input : node;
        instructions.add(
                new Instruction.SetSpread(spread, larger.rows(), larger.columns(), view(input, e), fresh(node, e)));
    }
}
