package org.modeq.numeric.model;

import java.util.List;
import org.modeq.numeric.graph.JetInterpreter;
import org.modeq.numeric.graph.Node;
import org.modeq.numeric.graph.SweepShape;
import org.modeq.numeric.graph.TaylorProgram;
import org.modeq.numeric.graph.Workspace;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.JetAlgebra;

/** A column of a computational graph as a function of the parameters: a gradient, or any field. */
public final class GraphField implements VectorField {
    private static final SweepShape VALUE = new SweepShape(JetAlgebra.of(), List.of(), List.of(List.of()));

    private final Node node;

    /** The value alone, compiled once; with memory for each thread. */
    private final ThreadLocal<Workspace> values;

    private GraphField(Node node) {
        this.node = node;
        this.values = ThreadLocal.withInitial(
                () -> TaylorProgram.compile(node, List.of(VALUE)).workspace());
    }

    /**
     * The function given by a node.
     *
     * @param column a column, with an entry for each parameter where it is to be a field
     * @return θ ↦ the column, with all its derivatives
     * @throws IllegalArgumentException if the node is no column
     */
    public static GraphField of(Node column) {
        if (column.columns() != 1) {
            throw new IllegalArgumentException(
                    "given a node of " + column.rows() + "×" + column.columns() + ", expected a column");
        }
        return new GraphField(column);
    }

    /** {@return the column that it is} */
    public Node node() {
        return node;
    }

    @Override
    public int dimension() {
        return node.rows();
    }

    @Override
    public Jet at(Jet theta) {
        return JetInterpreter.value(node, theta);
    }

    @Override
    public double[] at(double[] theta) {
        Workspace workspace = values.get();
        workspace.moveTo(theta);
        workspace.sweep(0);
        return workspace.read(0, 0);
    }

    @Override
    public void at(double[] theta, double[] target) {
        Workspace workspace = values.get();
        workspace.moveTo(theta);
        workspace.sweep(0);
        workspace.read(0, 0, target);
    }

    @Override
    public PreparedField prepare(List<SweepShape> shapes) {
        TaylorProgram program = TaylorProgram.compile(node, shapes);
        return new Prepared(program, program.workspace());
    }

    /** A workspace of the field's program. */
    private record Prepared(TaylorProgram program, Workspace workspace) implements PreparedField {
        @Override
        public void moveTo(double[] theta) {
            workspace.moveTo(theta);
        }

        @Override
        public void sweep(int sweep, double[]... directions) {
            workspace.sweep(sweep, directions);
        }

        @Override
        public void read(int sweep, int wanted, double[] target) {
            workspace.read(sweep, wanted, target);
        }

        @Override
        public double cost(int sweep) {
            return program.multiplications(sweep);
        }

        @Override
        public double costAtPoint() {
            return program.multiplicationsAtPoint();
        }
    }
}
