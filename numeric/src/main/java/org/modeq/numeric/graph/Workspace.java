package org.modeq.numeric.graph;

import java.util.Arrays;
import java.util.List;
import org.modeq.numeric.graph.Buffer.View;

/** The memory on which a program runs; for one thread at a time. Nothing is allocated after it is made. */
public final class Workspace {
    private final TaylorProgram program;
    private final double[][] arrays;
    private boolean isSetUp;

    Workspace(TaylorProgram program, double[][] arrays) {
        this.program = program;
        this.arrays = arrays;
    }

    /**
     * Puts other data in the place of a matrix of data, here and not in other workspaces: a batch of other rows, for example,
     * without compiling anew. What depends on data alone is computed again at the next point.
     *
     * @param constant a node made by {@link Graph#constant}
     * @param entries its entries, row by row; kept, not copied, and if they change later this method is to be called again
     * @throws IllegalArgumentException if the program does not read that node as data, or the number of entries is another
     */
    public void replace(Node constant, double[] entries) {
        int place = program.constantPlace(constant);
        if (place < 0) {
            throw new IllegalArgumentException("given the node " + constant
                    + ", expected a matrix of data that the program reads; take the node that Graph.constant gave");
        }
        if (entries.length != constant.entries()) {
            throw new IllegalArgumentException("given " + entries.length + " entries for a matrix of data of "
                    + constant.rows() + "×" + constant.columns() + ", expected " + constant.entries());
        }
        arrays[place] = entries;
        isSetUp = false;
    }

    /**
     * Goes to a point: computes all that the sweeps have in common.
     *
     * @param theta θ; it must not be changed before the last sweep at it
     * @throws IllegalArgumentException if it has not one entry for each parameter
     */
    public void moveTo(double[] theta) {
        if (theta.length != program.parameterCount()) {
            throw new IllegalArgumentException("given a point of dimension " + theta.length + ", expected "
                    + program.parameterCount() + ", the number of parameters");
        }
        arrays[0] = theta;
        if (!isSetUp) {
            run(program.setUp());
            isSetUp = true;
        }
        run(program.primal());
    }

    private void run(List<Instruction> instructions) {
        for (int i = 0; i < instructions.size(); i++) {
            instructions.get(i).run(arrays);
        }
    }

    /**
     * Runs a sweep at the point.
     *
     * @param sweep its place among the shapes of the program
     * @param directions v_g in the order of the monomials given, each with an entry for each parameter
     * @throws IllegalArgumentException if there are too few directions
     */
    public void sweep(int sweep, double[]... directions) {
        int expected = program.shapes().get(sweep).given().size();
        if (directions.length != expected) {
            throw new IllegalArgumentException(
                    "given " + directions.length + " directions, expected " + expected + " for this sweep");
        }
        System.arraycopy(directions, 0, arrays, 1, expected);
        run(program.sweep(sweep).instructions());
    }

    /**
     * A coefficient that the last sweep has computed.
     *
     * @param sweep its place among the shapes of the program
     * @param wanted its place among the coefficients wanted
     * @param target where its entries go, row by row
     */
    public void read(int sweep, int wanted, double[] target) {
        View view = program.sweep(sweep).results().get(wanted);
        System.arraycopy(view.data(arrays), view.offset(), target, 0, program.resultCount());
    }

    /**
     * A coefficient that the last sweep has computed, in a new array.
     *
     * @param sweep its place among the shapes of the program
     * @param wanted its place among the coefficients wanted
     * @return its entries row by row
     */
    public double[] read(int sweep, int wanted) {
        View view = program.sweep(sweep).results().get(wanted);
        double[] data = view.data(arrays);
        return Arrays.copyOfRange(data, view.offset(), view.offset() + program.resultCount());
    }
}
