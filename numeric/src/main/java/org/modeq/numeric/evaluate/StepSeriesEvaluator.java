package org.modeq.numeric.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.modeq.numeric.graph.SweepShape;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.PreparedField;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/**
 * The modified field of a sequence of Euler steps from its own power series in h, on memory that is made once: f₁ … f_N
 * without trees.
 *
 * <p>The sweeps n = 0, …, N − 1 of the optimizer are run in ℝ[h]/(h^N). The coefficient of hᵉ in the state before a step, and
 * in the field there, is a polynomial of degree at most e in n; so it is computed for n ≤ e alone and known for larger n from
 * its values at 0, …, e. Hence sweep n asks each field for the coefficients hⁿ, …, h^(N−1) only. At the end f_j is the linear
 * coefficient of the coefficient of h^j of θₙ,
 * <pre>
 *   f_j = Σ_{k=1}^{j} (−1)^(k+1)/k · Δᵏ (θ₀, θ₁, …, θ_j)_j.
 * </pre>
 * Exact up to rounding. Not for several threads at a time.
 */
public final class StepSeriesEvaluator {
    private final int order;
    private final List<SortedMap<Colour, Double>> steps = new ArrayList<>();
    private final SortedMap<Colour, PreparedField> fields = new TreeMap<>();
    private final SortedMap<Colour, List<SweepShape>> shapes = new TreeMap<>();
    private final int dimension;

    /** The coefficients of the fields at each step, by the power of h, then by the sweep n ≤ power. */
    private final Map<Place, double[]> known = new HashMap<>();

    private record Place(int step, Colour field, int power, int sweep) {}

    private StepSeriesEvaluator(EulerSteps<Rational> method, Map<Colour, VectorField> fields, int order) {
        this.order = order;
        method.steps().forEach(step -> {
            SortedMap<Colour, Double> weights = new TreeMap<>();
            step.weights().forEach((colour, weight) -> weights.put(colour, weight.doubleValue()));
            steps.add(weights);
        });
        int evaluations = 0;
        for (int n = 0; n < order; n++) {
            for (SortedMap<Colour, Double> step : steps) {
                for (Colour colour : step.keySet()) {
                    List<SweepShape> ofField = shapes.computeIfAbsent(colour, name -> new ArrayList<>());
                    SweepShape shape = shape(evaluations, n);
                    if (!ofField.contains(shape)) {
                        ofField.add(shape);
                    }
                }
                evaluations++;
            }
        }
        shapes.forEach((colour, ofField) ->
                this.fields.put(colour, field(colour, fields).prepare(ofField)));
        this.dimension = field(shapes.firstKey(), fields).dimension();
    }

    /**
     * The evaluator of a method.
     *
     * @param method Euler steps in sequence
     * @param fields f_c by colour
     * @param order N ≥ 1
     * @return the evaluator
     * @throws IllegalArgumentException if N &lt; 1 or a colour has no field
     */
    public static StepSeriesEvaluator of(EulerSteps<Rational> method, Map<Colour, VectorField> fields, int order) {
        if (order < 1) {
            throw new IllegalArgumentException("given the order " + order + ", expected at least 1");
        }
        return new StepSeriesEvaluator(method, fields, order);
    }

    private static VectorField field(Colour colour, Map<Colour, VectorField> fields) {
        VectorField field = fields.get(colour);
        if (field == null) {
            throw new IllegalArgumentException("the method has the field " + colour + " but fields are given for "
                    + new TreeMap<>(fields).keySet() + " only; give " + colour + " a field");
        }
        return field;
    }

    /** {@return an estimate of the cost of one evaluation, about the number of multiplications} */
    public double cost() {
        double sum =
                fields.values().stream().mapToDouble(PreparedField::costAtPoint).sum();
        int evaluations = 0;
        for (int n = 0; n < order; n++) {
            for (SortedMap<Colour, Double> step : steps) {
                for (Colour colour : step.keySet()) {
                    PreparedField field = fields.get(colour);
                    List<SweepShape> ofField = shapes.getOrDefault(colour, List.of());
                    sum += field == null ? 0 : field.cost(ofField.indexOf(shape(evaluations, n)));
                }
                evaluations++;
            }
        }
        return sum;
    }

    /** After no step θ has no powers of h, after one it has the first, then all; sweep n wants those from n on. */
    private SweepShape shape(int evaluations, int sweep) {
        int highest = Math.min(order - 1, evaluations < 2 ? evaluations : order - 1);
        return new SweepShape(JetAlgebra.of(order - 1), powers(1, highest), powers(sweep, order - 1));
    }

    private static List<List<Integer>> powers(int lowest, int highest) {
        return IntStream.rangeClosed(lowest, highest).mapToObj(List::of).toList();
    }

    /**
     * The orders of the field.
     *
     * @param theta θ
     * @return f₁(θ), …, f_N(θ)
     * @throws IllegalArgumentException if θ has another dimension than the fields
     */
    public List<double[]> orders(double[] theta) {
        if (theta.length != dimension) {
            throw new IllegalArgumentException("given a point of dimension " + theta.length
                    + ", expected the dimension " + dimension + " of the fields");
        }
        double[][] state = new double[order + 1][dimension];
        state[0] = theta.clone();
        List<double[][]> iterates = new ArrayList<>();
        iterates.add(copy(state));
        fields.values().forEach(field -> field.moveTo(theta));
        int evaluations = 0;
        for (int n = 0; n < order; n++) {
            for (int step = 0; step < steps.size(); step++) {
                SortedMap<Colour, Double> weights = steps.get(step);
                for (Colour colour : weights.keySet()) {
                    evaluate(colour, state, step, n, evaluations);
                }
                for (Map.Entry<Colour, Double> weight : weights.entrySet()) {
                    for (int power = 0; power < order; power++) {
                        double[] value = coefficient(step, weight.getKey(), power, n);
                        Euclidean.add(state[power + 1], weight.getValue(), value);
                    }
                }
                evaluations++;
            }
            iterates.add(copy(state));
        }
        return IntStream.rangeClosed(1, order)
                .mapToObj(j -> linearCoefficient(iterates, j))
                .toList();
    }

    private static double[][] copy(double[][] state) {
        return Arrays.stream(state).map(double[]::clone).toArray(double[][]::new);
    }

    /** Computes the coefficients of hⁿ, …, h^(N−1) of a field at the state before a step of sweep n. */
    private void evaluate(Colour colour, double[][] state, int step, int sweep, int evaluations) {
        PreparedField field = fields.get(colour);
        List<SweepShape> ofField = shapes.get(colour);
        if (field == null || ofField == null) {
            throw new AssertionError(colour);
        }
        SweepShape shape = shape(evaluations, sweep);
        int place = ofField.indexOf(shape);
        double[][] directions = Arrays.copyOfRange(state, 1, 1 + shape.given().size());
        field.sweep(place, directions);
        for (int power = sweep; power < order; power++) {
            double[] target =
                    known.computeIfAbsent(new Place(step, colour, power, sweep), missing -> new double[dimension]);
            field.read(place, power - sweep, target);
        }
    }

    /** The coefficient for sweep n: computed if n is at most the power, else by Newton's forward form from 0, …, power. */
    private double[] coefficient(int step, Colour colour, int power, int sweep) {
        if (sweep <= power) {
            return at(step, colour, power, sweep);
        }
        double[] sum = new double[dimension];
        for (int node = 0; node <= power; node++) {
            Euclidean.add(sum, lagrange(node, power, sweep), at(step, colour, power, node));
        }
        return sum;
    }

    private double[] at(int step, Colour colour, int power, int sweep) {
        double[] value = known.get(new Place(step, colour, power, sweep));
        if (value == null) {
            throw new AssertionError(power + " of sweep " + sweep);
        }
        return value;
    }

    /** The value at n of the polynomial of degree p that is 1 at a node and 0 at the others of 0, …, p; an integer. */
    private static double lagrange(int node, int degree, int n) {
        double value = 1;
        for (int other = 0; other <= degree; other++) {
            if (other != node) {
                value *= (double) (n - other) / (node - other);
            }
        }
        return Math.rint(value);
    }

    private double[] linearCoefficient(List<double[][]> iterates, int power) {
        List<double[]> differences = new ArrayList<>();
        for (int n = 0; n <= power; n++) {
            differences.add(iterates.get(n)[power].clone());
        }
        double[] sum = new double[dimension];
        for (int k = 1; k <= power; k++) {
            for (int n = 0; n + k <= power; n++) {
                differences.set(n, Euclidean.difference(differences.get(n + 1), differences.get(n)));
            }
            Euclidean.add(sum, (k % 2 == 1 ? 1.0 : -1.0) / k, differences.get(0));
        }
        for (double entry : sum) {
            if (!Double.isFinite(entry)) {
                throw new ArithmeticException("a coordinate of f" + power + " from the series in h is " + entry
                        + "; the point is too far out or the data are too large");
            }
        }
        return sum;
    }
}
