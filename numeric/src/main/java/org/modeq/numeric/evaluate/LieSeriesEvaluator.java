package org.modeq.numeric.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.lie.LieSeries;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.word.Bracketing;
import org.modeq.symbolic.word.Letter;
import org.modeq.symbolic.word.LyndonWord;

/**
 * A Lie series with a field for each letter as numbers: Σ_w h^(w−1) Σ_l c_l P(l)(θ), l over the Lyndon words of weight w.
 *
 * <p>Every bracket is evaluated on jets as it stands, [f, g] = g′f − f′g, two gradients and two tangents for two losses;
 * nothing is expanded into trees.
 */
public final class LieSeriesEvaluator {
    private final int maximalWeight;
    private final int dimension;

    /** The terms by weight. */
    private final SortedMap<Integer, List<Term>> terms = new TreeMap<>();

    private record Term(double coefficient, VectorField bracket) {}

    private LieSeriesEvaluator(int maximalWeight, int dimension) {
        this.maximalWeight = maximalWeight;
        this.dimension = dimension;
    }

    /**
     * The evaluator of a series.
     *
     * @param series Σ c_l P(l)
     * @param dimension d
     * @param meaning the field of a letter
     * @return the evaluator
     */
    public static LieSeriesEvaluator of(
            LieSeries<Rational> series, int dimension, Function<Letter, VectorField> meaning) {
        LieSeriesEvaluator evaluator = new LieSeriesEvaluator(series.maximalWeight(), dimension);
        Map<Letter, VectorField> letters = new HashMap<>();
        for (Map.Entry<LyndonWord, Rational> entry : series.coordinates().entrySet()) {
            Bracketing bracketing = entry.getKey().bracketing();
            VectorField field =
                    bracketing.fold(letter -> letters.computeIfAbsent(letter, meaning), DerivedFields::lieBracket);
            evaluator
                    .terms
                    .computeIfAbsent(bracketing.weight(), weight -> new ArrayList<>())
                    .add(new Term(entry.getValue().doubleValue(), field));
        }
        return evaluator;
    }

    /**
     * The field of a letter that stands for a sum of elementary differentials.
     *
     * @param weights w(t) by tree
     * @param fields the field of every colour
     * @return Σ w(t) F(t)
     * @throws IllegalArgumentException if a colour has no field or there are no trees
     */
    public static VectorField sumOfTrees(SortedMap<RootedTree, Rational> weights, Map<Colour, VectorField> fields) {
        List<VectorField> summands = new ArrayList<>();
        weights.forEach((tree, weight) ->
                summands.add(ElementaryDifferential.asField(tree, fields).scaled(weight.doubleValue())));
        return VectorField.sum(summands);
    }

    /**
     * The orders of the series.
     *
     * @param theta θ
     * @return Σ c_l P(l)(θ) over the words of weight 1, 2, …, N; exact up to rounding
     */
    public List<double[]> orders(double[] theta) {
        List<double[]> orders = new ArrayList<>();
        for (int weight = 1; weight <= maximalWeight; weight++) {
            double[] order = new double[dimension];
            for (Term term : terms.getOrDefault(weight, List.of())) {
                double[] value = term.bracket().at(theta);
                for (int i = 0; i < dimension; i++) {
                    order[i] += term.coefficient() * value[i];
                }
            }
            orders.add(order);
        }
        return orders;
    }

    /**
     * The truncated series for one step size as a field.
     *
     * @param stepSize h
     * @param order the highest weight that is kept
     * @return Σ_{w ≤ order} h^(w−1) Σ c_l P(l)
     */
    public VectorField at(double stepSize, int order) {
        return VectorField.of(dimension, theta -> {
            Jet sum = Jet.zero(theta.algebra(), dimension, 1);
            for (Map.Entry<Integer, List<Term>> entry : terms.headMap(order + 1).entrySet()) {
                double power = Math.pow(stepSize, entry.getKey() - 1.0);
                for (Term term : entry.getValue()) {
                    sum = sum.plus(power * term.coefficient(), term.bracket().at(theta));
                }
            }
            return sum;
        });
    }
}
