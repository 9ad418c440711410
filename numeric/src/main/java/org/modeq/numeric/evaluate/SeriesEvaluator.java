package org.modeq.numeric.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.numeric.graph.SweepShape;
import org.modeq.numeric.model.PreparedField;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;

/** A truncated B-series with a field for each colour: f₁(θ), …, f_N(θ) as numbers. */
public final class SeriesEvaluator {
    private final SeriesProgram program;
    private final SortedMap<Colour, VectorField> fields;
    private final int dimension;

    /** The memory of each thread. */
    private final ThreadLocal<Registers> registers = ThreadLocal.withInitial(() -> new Registers(this));

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

    /** {@return an estimate of the cost of one evaluation, about the number of multiplications} */
    public double cost() {
        return registers.get().cost();
    }

    private double[][] run(double[] theta) {
        if (theta.length != dimension) {
            throw new IllegalArgumentException("given a point of dimension " + theta.length
                    + ", expected the dimension " + dimension + " of the fields");
        }
        return registers.get().run(theta);
    }

    /** Memory for the registers, and the fields made ready for the sweeps of the program. */
    private static final class Registers {
        private final SeriesProgram program;
        private final double[][] values;
        private final SortedMap<Colour, PreparedField> prepared = new TreeMap<>();

        /** The place of each sweep among those of its field, in the order of the program. */
        private final List<Integer> places = new ArrayList<>();

        Registers(SeriesEvaluator evaluator) {
            this.program = evaluator.program;
            this.values = new double[program.registerCount()][evaluator.dimension];
            SortedMap<Colour, List<SweepShape>> shapes = new TreeMap<>();
            for (SeriesProgram.Instruction instruction : program.instructions()) {
                if (instruction instanceof SeriesProgram.Sweep sweep) {
                    List<SweepShape> ofField = shapes.computeIfAbsent(sweep.colour(), colour -> new ArrayList<>());
                    SweepShape shape = sweep.shape();
                    if (!ofField.contains(shape)) {
                        ofField.add(shape);
                    }
                    places.add(ofField.indexOf(shape));
                }
            }
            evaluator.fields.forEach((colour, field) -> {
                List<SweepShape> ofField = shapes.get(colour);
                if (ofField != null) {
                    prepared.put(colour, field.prepare(ofField));
                }
            });
        }

        double cost() {
            double sum = prepared.values().stream()
                    .mapToDouble(PreparedField::costAtPoint)
                    .sum();
            int next = 0;
            for (SeriesProgram.Instruction instruction : program.instructions()) {
                if (instruction instanceof SeriesProgram.Sweep sweep) {
                    PreparedField field = prepared.get(sweep.colour());
                    sum += field == null ? 0 : field.cost(places.get(next));
                    next++;
                }
            }
            return sum;
        }

        double[][] run(double[] theta) {
            prepared.values().forEach(field -> field.moveTo(theta));
            int next = 0;
            for (SeriesProgram.Instruction instruction : program.instructions()) {
                if (instruction instanceof SeriesProgram.Sweep sweep) {
                    run(sweep, places.get(next++));
                } else if (instruction instanceof SeriesProgram.Combination combination) {
                    double[] sum = values[combination.target()];
                    Arrays.fill(sum, 0);
                    addCombination(sum, 1, combination.weights(), values);
                } else {
                    throw new AssertionError(instruction);
                }
            }
            return values;
        }

        private void run(SeriesProgram.Sweep sweep, int place) {
            PreparedField field = prepared.get(sweep.colour());
            if (field == null) {
                throw new AssertionError(sweep.colour());
            }
            double[][] directions = new double[sweep.directions().size()][];
            for (int i = 0; i < directions.length; i++) {
                directions[i] = values[sweep.directions().get(i)];
            }
            field.sweep(place, directions);
            int wanted = 0;
            for (Map.Entry<Integer, List<Integer>> reading : sweep.readings().entrySet()) {
                double[] derivative = values[reading.getKey()];
                field.read(place, wanted++, derivative);
                scale(derivative, DirectionalDerivative.factorial(reading.getValue()));
                requireFinite(derivative, reading.getKey(), sweep);
            }
        }

        private static void scale(double[] values, double factor) {
            for (int i = 0; i < values.length; i++) {
                values[i] *= factor;
            }
        }
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
