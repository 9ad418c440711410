package org.modeq.numeric.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.graph.Buffer.View;
import org.modeq.numeric.jet.JetAlgebra;

/**
 * A node as a straight-line program: its value at a point, and Taylor coefficients along directions, on memory that is made
 * once.
 *
 * <p>What all sweeps have in common, the coefficients of ε⁰, is computed once for a point; each sweep then fills only the
 * coefficients that can be other than 0 and that something asks for. Immutable; a {@link Workspace} holds the numbers.
 */
public final class TaylorProgram {
    private static final int PARAMETERS = 0;

    private final Node output;
    private final List<SweepShape> shapes;
    private final int directionCount;
    private final List<double[]> constants = new ArrayList<>();
    private final Map<Node, Integer> constantPlaces = new HashMap<>();

    /** Of those constants that every workspace computes for itself, by their place in the list: the number of entries. */
    private final Map<Integer, Integer> ownCounts = new HashMap<>();

    private final List<Instruction> transposes = new ArrayList<>();
    private final List<Instruction> setUp;
    private final List<Instruction> primal;
    private final List<Sweep> sweeps = new ArrayList<>();
    private final Arena setUpArena;
    private final Arena primalArena;
    private final int sweepArenaSize;

    /** The instructions of a sweep, and where what is wanted stands afterwards. */
    record Sweep(List<Instruction> instructions, List<View> results) {}

    private TaylorProgram(Node output, List<SweepShape> shapes) {
        this.output = output;
        this.shapes = List.copyOf(shapes);
        this.directionCount =
                shapes.stream().mapToInt(shape -> shape.given().size()).max().orElse(0);
        List<Node> nodes = output.ancestors();
        List<Demand> demands =
                shapes.stream().map(shape -> demand(nodes, shape)).toList();
        BitSet isNeeded = new BitSet();
        Map<Demand.Table, Integer> tables = new LinkedHashMap<>();
        for (Demand demand : demands) {
            nodes.stream().filter(node -> demand.needed(node).get(0)).forEach(node -> isNeeded.set(node.number()));
            demand.tables().forEach((table, order) -> tables.merge(table, order, Math::max));
        }
        this.setUpArena = new Arena(directionCount + 1);
        this.primalArena = new Arena(directionCount + 2);
        Primal known = new Primal(tables);
        Demand ofPoint = demand(nodes, new SweepShape(JetAlgebra.of(), List.of(), List.of(List.of())));
        Emitter setUpEmitter = new Emitter(ofPoint, known, setUpArena::buffer);
        Emitter primalEmitter = new Emitter(ofPoint, known, primalArena::buffer);
        if (output.operation() instanceof Operation.Stacked stacked && isNeeded.get(output.number())) {
            primalEmitter.place(output, 0, stacked);
        }
        for (Node node : nodes) {
            if (isNeeded.get(node.number())) {
                known.emit(node, node.dependsOnParameters() ? primalEmitter : setUpEmitter);
            }
        }
        setUpArena.placeAll();
        if (directionCount == 0 && isNeeded.get(output.number())) {
            // Nothing is read but the value itself: memory is used again, and stays in the cache.
            primalArena.placeByUse(primalEmitter.instructions(), List.of(known.constantPart(output)));
        } else {
            primalArena.placeAll();
        }
        this.primal = List.copyOf(primalEmitter.instructions());
        int largest = 0;
        for (int s = 0; s < shapes.size(); s++) {
            Arena arena = new Arena(directionCount + 3);
            sweeps.add(sweep(shapes.get(s), demands.get(s), known, arena));
            largest = Math.max(largest, arena.size());
        }
        this.sweepArenaSize = largest;
        transposes.addAll(setUpEmitter.instructions());
        this.setUp = List.copyOf(transposes);
    }

    /**
     * Compiles a node for sweeps of given shapes.
     *
     * @param output the node, for example a {@linkplain ReverseSweep#gradient gradient}
     * @param shapes the sweeps that will be asked for; one of no directions gives the value
     * @return the program
     */
    public static TaylorProgram compile(Node output, List<SweepShape> shapes) {
        return new TaylorProgram(output, shapes);
    }

    private static Demand demand(List<Node> nodes, SweepShape shape) {
        Monomials monomials = new Monomials(shape.algebra());
        BitSet given = new BitSet();
        shape.given().forEach(exponents -> given.set(monomials.index(exponents)));
        BitSet wanted = new BitSet();
        shape.wanted().forEach(exponents -> wanted.set(monomials.index(exponents)));
        return new Demand(monomials, nodes, given, wanted);
    }

    /** Where the coefficients at the point and the tables stand. */
    private final class Primal implements Emitter.Known {
        private final Map<Integer, View> constantParts = new HashMap<>();
        private final Map<Demand.Table, View> tableViews = new HashMap<>();
        private final Map<Integer, View> turned = new HashMap<>();
        private final Map<Demand.Table, Integer> orders;

        Primal(Map<Demand.Table, Integer> orders) {
            this.orders = orders;
        }

        @Override
        public View constantPart(Node node) {
            View view = constantParts.get(node.number());
            if (view == null) {
                throw new AssertionError(node + " has no value at the point");
            }
            return view;
        }

        @Override
        public View table(Demand.Table table) {
            View view = tableViews.get(table);
            if (view == null) {
                throw new AssertionError(table);
            }
            return view;
        }

        void emit(Node node, Emitter emitter) {
            if (node.operation() instanceof Operation.Parameters) {
                constantParts.put(
                        node.number(), Buffer.given(node.entries(), PARAMETERS).at(0));
            } else if (node.operation() instanceof Operation.Constant constant) {
                constantParts.put(
                        node.number(), constantView(node, constant.matrix().matrix()));
            } else {
                emitter.emit(node, 0);
                if (!emitter.isMerged(node)) {
                    constantParts.put(node.number(), emitter.view(node, 0));
                }
            }
            orders.keySet().stream()
                    .filter(table -> table.argument() == node.number())
                    .forEach(table -> tabulate(node, table, emitter));
        }

        private View constantView(Node node, DMatrixRMaj matrix) {
            View view = slot(matrix.data, matrix.getNumElements());
            constantPlaces.put(node, directionCount + 3 + constants.size());
            return view;
        }

        /** Written when a workspace is set up, and again when its data are replaced. */
        @Override
        public View transpose(Node data) {
            return turned.computeIfAbsent(data.number(), number -> {
                ownCounts.put(constants.size(), data.entries());
                View view = slot(new double[0], data.entries());
                transposes.add(new Instruction.SetTransposed(data.rows(), data.columns(), constantPart(data), view));
                return view;
            });
        }

        private View slot(double[] data, int count) {
            constants.add(data);
            return Buffer.given(count, directionCount + 3 + constants.size()).at(0);
        }

        private void tabulate(Node argument, Demand.Table table, Emitter emitter) {
            int highest = orders.getOrDefault(table, 0);
            Arena arena = argument.dependsOnParameters() ? primalArena : setUpArena;
            View view = arena.buffer(argument.entries() * (highest + 1)).at(0);
            emitter.instructions()
                    .add(new Instruction.Derivatives(
                            table.function(), argument.entries(), highest, constantPart(argument), view));
            tableViews.put(table, view);
        }
    }

    private Sweep sweep(SweepShape shape, Demand demand, Primal known, Arena arena) {
        Emitter emitter = new Emitter(demand, known, arena::buffer);
        Monomials monomials = demand.monomials();
        List<Integer> wanted = shape.wanted().stream().map(monomials::index).toList();
        if (output.operation() instanceof Operation.Stacked stacked) {
            wanted.stream()
                    .filter(e -> e > 0 && demand.needed(output).get(e))
                    .distinct()
                    .forEach(e -> emitter.place(output, e, stacked));
        }
        for (Node node : demand.nodes()) {
            demand.needed(node).stream().filter(e -> e > 0).forEach(e -> {
                if (node.operation() instanceof Operation.Parameters) {
                    emitter.give(node, e, direction(shape, monomials, e));
                } else {
                    emitter.emit(node, e);
                }
            });
        }
        List<View> results = new ArrayList<>();
        for (int e : wanted) {
            results.add(demand.present(output).get(e) ? emitter.view(output, e) : zero(emitter, arena));
        }
        arena.placeByUse(emitter.instructions(), results);
        return new Sweep(List.copyOf(emitter.instructions()), List.copyOf(results));
    }

    private View direction(SweepShape shape, Monomials monomials, int e) {
        for (int i = 0; i < shape.given().size(); i++) {
            if (monomials.index(shape.given().get(i)) == e) {
                return Buffer.given(output.graph().parameterCount(), 1 + i).at(0);
            }
        }
        throw new AssertionError(shape);
    }

    private View zero(Emitter emitter, Arena arena) {
        View view = arena.buffer(output.entries()).at(0);
        emitter.instructions().add(new Instruction.Fill(output.entries(), 0, view));
        return view;
    }

    /** {@return the sweeps for which it was compiled} */
    public List<SweepShape> shapes() {
        return shapes;
    }

    /** {@return d, the number of parameters} */
    public int parameterCount() {
        return output.graph().parameterCount();
    }

    /** {@return the number of entries of the node} */
    public int resultCount() {
        return output.entries();
    }

    /** {@return the multiplications in products of matrices that going to a point costs} */
    public long multiplicationsAtPoint() {
        return multiplications(primal);
    }

    /**
     * The multiplications in products of matrices that a sweep costs.
     *
     * @param sweep its place among the shapes
     * @return their number
     */
    public long multiplications(int sweep) {
        return multiplications(sweeps.get(sweep).instructions());
    }

    private static long multiplications(List<Instruction> instructions) {
        return instructions.stream().mapToLong(Instruction::multiplications).sum();
    }

    /** {@return the number of doubles in a workspace} */
    public long memory() {
        long own = ownCounts.values().stream().mapToLong(count -> count).sum();
        return own + setUpArena.size() + primalArena.size() + (long) sweepArenaSize;
    }

    /** {@return memory of its own for one thread} */
    public Workspace workspace() {
        double[][] arrays = new double[directionCount + 4 + constants.size()][];
        arrays[directionCount + 1] = new double[setUpArena.size()];
        arrays[directionCount + 2] = new double[primalArena.size()];
        arrays[directionCount + 3] = new double[sweepArenaSize];
        for (int i = 0; i < constants.size(); i++) {
            Integer own = ownCounts.get(i);
            arrays[directionCount + 4 + i] = own == null ? constants.get(i) : new double[own];
        }
        return new Workspace(this, arrays);
    }

    /** The array of a matrix of data among those of a workspace; −1 if the program does not read it as data. */
    int constantPlace(Node node) {
        return constantPlaces.getOrDefault(node, -1);
    }

    /** What does not depend on the point. */
    List<Instruction> setUp() {
        return setUp;
    }

    List<Instruction> primal() {
        return primal;
    }

    Sweep sweep(int place) {
        return sweeps.get(place);
    }
}
