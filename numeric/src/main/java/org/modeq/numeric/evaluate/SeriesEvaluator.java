package org.modeq.numeric.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;

/** A truncated B-series with a field for each colour: f₁(θ), …, f_N(θ) as numbers. */
public final class SeriesEvaluator {
    private final SeriesProgram program;
    private final SortedMap<Colour, VectorField> fields;
    private final int dimension;

    private SeriesEvaluator(SeriesProgram program, SortedMap<Colour, VectorField> fields, int dimension) {
        this.program = program;
        this.fields = fields;
        this.dimension = dimension;
    }

    /**
     * The evaluator of a series.
     *
     * @param series the field, known to order N
     * @param fields f_c by colour
     * @return the evaluator
     * @throws IllegalArgumentException if a colour of the series has no field, or the fields have several dimensions
     */
    public static SeriesEvaluator of(BSeriesField<Rational> series, Map<Colour, VectorField> fields) {
        return of(SeriesProgram.compile(series), fields);
    }

    /**
     * The evaluator of a program.
     *
     * @param program the compiled series
     * @param fields f_c by colour
     * @return the evaluator
     * @throws IllegalArgumentException if a colour of the program has no field, or the fields have several dimensions
     */
    public static SeriesEvaluator of(SeriesProgram program, Map<Colour, VectorField> fields) {
        SortedMap<Colour, VectorField> sorted = new TreeMap<>(fields);
        for (Colour colour : program.colours()) {
            if (!sorted.containsKey(colour)) {
                throw new IllegalArgumentException("the series has the colour " + colour + " but fields are given for "
                        + sorted.keySet() + " only; give " + colour + " a field");
            }
        }
        List<Integer> dimensions =
                sorted.values().stream().map(VectorField::dimension).distinct().toList();
        if (dimensions.size() != 1) {
            throw new IllegalArgumentException(
                    "given fields of the dimensions " + dimensions + ", expected one dimension");
        }
        return new SeriesEvaluator(program, sorted, dimensions.get(0));
    }

    /** {@return N} */
    public int truncationOrder() {
        return program.orders().size();
    }

    /** {@return the dimension of θ} */
    public int dimension() {
        return dimension;
    }

    /** {@return the program that is run} */
    public SeriesProgram program() {
        return program;
    }

    /**
     * The orders of the field.
     *
     * @param theta θ
     * @return f₁(θ), …, f_N(θ); exact up to rounding
     * @throws ArithmeticException if a derivative is not finite; the message names it
     */
    public List<double[]> orders(double[] theta) {
        double[][] registers = run(theta);
        List<double[]> orders = new ArrayList<>();
        for (SortedMap<Integer, Rational> weights : program.orders()) {
            double[] order = new double[dimension];
            addCombination(order, 1, weights, registers);
            orders.add(order);
        }
        return orders;
    }

    /**
     * The truncated field f₁(θ) + h f₂(θ) + … + h^(N−1) f_N(θ).
     *
     * @param theta θ
     * @param stepSize h
     * @return its value
     * @throws ArithmeticException if a derivative is not finite; the message names it
     */
    public double[] at(double[] theta, double stepSize) {
        double[][] registers = run(theta);
        double[] field = new double[dimension];
        double power = 1;
        for (SortedMap<Integer, Rational> weights : program.orders()) {
            addCombination(field, power, weights, registers);
            power *= stepSize;
        }
        return field;
    }

    private double[][] run(double[] theta) {
        if (theta.length != dimension) {
            throw new IllegalArgumentException("given a point of dimension " + theta.length
                    + ", expected the dimension " + dimension + " of the fields");
        }
        double[][] registers = new double[program.registerCount()][];
        for (SeriesProgram.Instruction instruction : program.instructions()) {
            if (instruction instanceof SeriesProgram.Sweep sweep) {
                runSweep(sweep, theta, registers);
            } else if (instruction instanceof SeriesProgram.Combination combination) {
                double[] sum = new double[dimension];
                addCombination(sum, 1, combination.weights(), registers);
                registers[combination.target()] = sum;
            } else {
                throw new AssertionError(instruction);
            }
        }
        return registers;
    }

    private void runSweep(SeriesProgram.Sweep sweep, double[] theta, double[][] registers) {
        List<double[]> directions =
                sweep.directions().stream().map(register -> registers[register]).toList();
        VectorField field = fields.get(sweep.colour());
        if (field == null) {
            throw new AssertionError(sweep.colour());
        }
        Jet value = field.at(Jet.affine(JetAlgebra.of(sweep.multiplicities()), theta, directions));
        sweep.readings().forEach((register, exponents) -> {
            double[] derivative = DirectionalDerivative.derivative(value, exponents);
            requireFinite(derivative, register, sweep);
            registers[register] = derivative;
        });
    }

    private static void requireFinite(double[] derivative, int register, SeriesProgram.Sweep sweep) {
        for (int i = 0; i < derivative.length; i++) {
            if (!Double.isFinite(derivative[i])) {
                throw new ArithmeticException("coordinate " + (i + 1) + " of v" + register + " in " + sweep + " is "
                        + derivative[i] + "; the point is too far out or the data are too large");
            }
        }
    }

    private static void addCombination(
            double[] sum, double factor, SortedMap<Integer, Rational> weights, double[][] registers) {
        weights.forEach((register, rational) -> {
            double weight = factor * rational.doubleValue();
            double[] summand = registers[register];
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weight * summand[i];
            }
        });
    }
}
