package org.modeq.numeric.graph;

import java.util.Arrays;
import java.util.List;
import org.modeq.numeric.graph.Buffer.View;

/** The memory on which a program runs; for one thread at a time. Nothing is allocated after it is made. */
public final class Workspace {
    private final TaylorProgram program;
    private final double[][] arrays;

    Workspace(TaylorProgram program, double[][] arrays) {
        this.program = program;
        this.arrays = arrays;
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
        List<Instruction> primal = program.primal();
        for (int i = 0; i < primal.size(); i++) {
            primal.get(i).run(arrays);
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
        List<Instruction> instructions = program.sweep(sweep).instructions();
        for (int i = 0; i < instructions.size(); i++) {
            instructions.get(i).run(arrays);
        }
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
