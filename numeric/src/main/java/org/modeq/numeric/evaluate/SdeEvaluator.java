package org.modeq.numeric.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.pattern.ModifiedSde;
import org.modeq.symbolic.pattern.Pattern;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * The stochastic differential equation of SGD at a point, of which one of m batches is drawn for each step with equal probability:
 * the drift B = B₁ + h B₂ + … and a noise column C_b = σ_b + h c_b + … for each batch, σ_b = (f_b − f̄)/√m.
 */
public final class SdeEvaluator {
    private final ModifiedSde equation;
    private final List<Colour> batches;
    private final Map<Colour, VectorField> fields = new HashMap<>();
    private final double columnScale;

    private SdeEvaluator(ModifiedSde equation, SortedMap<Colour, VectorField> batches) {
        this.equation = equation;
        this.batches = List.copyOf(batches.keySet());
        this.columnScale = 1 / Math.sqrt(batches.size());
        List<VectorField> all = List.copyOf(batches.values());
        VectorField mean = VectorField.sum(all).scaled(1.0 / all.size());
        fields.put(Pattern.MEAN, mean);
        batches.forEach((name, field) -> fields.put(deviation(name), VectorField.sum(List.of(field, mean.scaled(-1)))));
    }

    /**
     * The evaluator of an equation on some batches.
     *
     * @param equation the equation, for batches
     * @param batches the field of each batch by its name
     * @return the evaluator
     * @throws IllegalArgumentException if there are fewer than two batches, or they have several dimensions
     */
    public static SdeEvaluator of(ModifiedSde equation, SortedMap<Colour, VectorField> batches) {
        if (batches.size() < 2) {
            throw new IllegalArgumentException("given the batches " + batches.keySet()
                    + ", expected at least two: without them there is no noise; with one loss derive gd");
        }
        return new SdeEvaluator(equation, batches);
    }

    /** No batch has this name. */
    private static Colour deviation(Colour batch) {
        return new Colour("d" + batch.name().length() + batch.name());
    }

    /**
     * The drift at a point.
     *
     * <p>Cost: one elementary differential for each term, and one for each batch in place of a letter.
     *
     * @param theta θ
     * @return B₁(θ), …, B_N(θ)
     */
    public List<double[]> drift(double[] theta) {
        List<double[]> orders = zeros(equation.order(), theta.length);
        equation.drift().forEach((pattern, coefficient) -> {
            SortedSet<Colour> letters = new TreeSet<>(pattern.tree().colours());
            letters.remove(Pattern.MEAN);
            add(orders, pattern, coefficient, List.copyOf(letters), new HashMap<>(), theta);
        });
        return orders;
    }

    /** Adds the mean over the draws for the letters that are left. */
    private void add(
            List<double[]> orders,
            Pattern pattern,
            Rational coefficient,
            List<Colour> left,
            Map<Colour, Colour> drawn,
            double[] theta) {
        if (left.isEmpty()) {
            double weight = coefficient.doubleValue() / Math.pow(batches.size(), drawn.size());
            Euclidean.add(orders.get(pattern.order() - 1), weight, differential(pattern.tree(), drawn, theta));
            return;
        }
        for (Colour batch : batches) {
            Map<Colour, Colour> more = new HashMap<>(drawn);
            more.put(left.get(0), deviation(batch));
            add(orders, pattern, coefficient, left.subList(1, left.size()), more, theta);
        }
    }

    /**
     * The noise columns at a point.
     *
     * @param theta θ
     * @return for each batch, in the order of their names, the coefficients of 1, h, … of C_b(θ)
     */
    public List<List<double[]>> columns(double[] theta) {
        List<List<double[]>> columns = new ArrayList<>();
        for (Colour batch : batches) {
            List<double[]> orders = zeros(Math.max(1, equation.order() - 1), theta.length);
            equation.columns().forEach((pattern, coefficient) -> {
                Map<Colour, Colour> drawn = new HashMap<>();
                pattern.tree().colours().stream()
                        .filter(letter -> !letter.equals(Pattern.MEAN))
                        .forEach(letter -> drawn.put(letter, deviation(batch)));
                Euclidean.add(
                        orders.get(pattern.order() - 1),
                        columnScale * coefficient.doubleValue(),
                        differential(pattern.tree(), drawn, theta));
            });
            columns.add(orders);
        }
        return columns;
    }

    /** {@return the names of the batches, in the order of the columns} */
    public List<Colour> batches() {
        return batches;
    }

    private double[] differential(RootedTree tree, Map<Colour, Colour> drawn, double[] theta) {
        return ElementaryDifferential.of(tree.recoloured(letter -> drawn.getOrDefault(letter, letter)), fields, theta);
    }

    private static List<double[]> zeros(int count, int dimension) {
        List<double[]> zeros = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            zeros.add(new double[dimension]);
        }
        return zeros;
    }
}
