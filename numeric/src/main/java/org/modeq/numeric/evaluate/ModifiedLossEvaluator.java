package org.modeq.numeric.evaluate;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.modified.LossForm;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * A modified loss as a number: L̃ = L₁ + h L₂ + h² L₃ + …, the scalars of a {@link LossForm} on concrete losses.
 *
 * <p>Cutting a leaf of colour c off a free tree T leaves a tree t rooted where the leaf was, and S(T) = ⟨∇L_c, G(t)⟩ with
 * G(t) = (−1)^|t| F(t). So the part of order j is a sum over colours of inner products of ∇L_c with one B-series of trees of
 * order j − 1, and costs no more than the field through that order.
 */
public final class ModifiedLossEvaluator {
    private final SortedMap<Colour, Rational> first = new TreeMap<>();
    private final SortedMap<Colour, SeriesEvaluator> further = new TreeMap<>();
    private final SortedMap<Colour, Loss> losses;
    private final int order;

    private ModifiedLossEvaluator(int order, Map<Colour, Loss> losses) {
        this.order = order;
        this.losses = new TreeMap<>(losses);
    }

    /**
     * The evaluator of a loss form.
     *
     * @param form the loss form
     * @param losses L_c by colour
     * @return the evaluator
     * @throws IllegalArgumentException if a colour of the form has no loss, or the losses have several dimensions
     */
    public static ModifiedLossEvaluator of(LossForm<Rational> form, Map<Colour, Loss> losses) {
        ModifiedLossEvaluator evaluator = new ModifiedLossEvaluator(form.order(), losses);
        SortedMap<Colour, SortedMap<RootedTree, Rational>> weights = new TreeMap<>();
        form.coefficients().forEach((tree, coefficient) -> {
            RootedTree atLeaf = tree.rootings().stream()
                    .filter(rooting -> rooting.children().size() <= 1)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(tree));
            if (atLeaf.isVertex()) {
                evaluator.first.put(atLeaf.colour(), coefficient);
            } else {
                RootedTree rest = atLeaf.children().get(0);
                Rational signed = rest.order() % 2 == 0 ? coefficient : coefficient.negate();
                weights.computeIfAbsent(atLeaf.colour(), colour -> new TreeMap<>())
                        .merge(rest, signed, Rational::add);
            }
        });
        SortedMap<Colour, VectorField> fields = new TreeMap<>();
        losses.forEach((colour, loss) -> fields.put(colour, loss.negativeGradient()));
        weights.forEach((colour, ofLeaf) -> {
            requireLoss(colour, losses);
            evaluator.further.put(colour, SeriesEvaluator.of(series(ofLeaf, form.order() - 1), fields));
        });
        evaluator.first.keySet().forEach(colour -> requireLoss(colour, losses));
        return evaluator;
    }

    private static void requireLoss(Colour colour, Map<Colour, Loss> losses) {
        if (!losses.containsKey(colour)) {
            throw new IllegalArgumentException("the modified loss has the colour " + colour
                    + " but losses are given for " + new TreeMap<>(losses).keySet() + " only; give " + colour
                    + " a loss");
        }
    }

    /** Σ w(t) F(t) as a B-series, whose coefficients are σ(t) w(t). */
    private static BSeriesField<Rational> series(SortedMap<RootedTree, Rational> weights, int order) {
        SortedMap<RootedTree, Rational> coefficients = new TreeMap<>();
        weights.forEach((tree, weight) ->
                coefficients.put(tree, weight.multiply(Rational.of(tree.symmetry(), BigInteger.ONE))));
        return BSeriesField.of(RATIONALS, order, coefficients);
    }

    /**
     * The orders of the loss.
     *
     * @param theta θ
     * @return L₁(θ), …, L_N(θ); exact up to rounding
     */
    public List<Double> orders(double[] theta) {
        double[] sums = new double[order];
        first.forEach((colour, weight) ->
                sums[0] += weight.doubleValue() * loss(colour).value(theta));
        further.forEach((colour, evaluator) -> {
            double[] gradient = loss(colour).gradient(theta);
            List<double[]> parts = evaluator.orders(theta);
            for (int j = 0; j < parts.size(); j++) {
                sums[j + 1] += Euclidean.product(gradient, parts.get(j));
            }
        });
        List<Double> orders = new ArrayList<>();
        for (double sum : sums) {
            orders.add(sum);
        }
        return orders;
    }

    private Loss loss(Colour colour) {
        Loss loss = losses.get(colour);
        if (loss == null) {
            throw new AssertionError(colour);
        }
        return loss;
    }

    /**
     * The truncated loss L₁(θ) + h L₂(θ) + … + h^(N−1) L_N(θ).
     *
     * @param theta θ
     * @param stepSize h
     * @return its value
     */
    public double at(double[] theta, double stepSize) {
        double value = 0;
        double power = 1;
        for (double part : orders(theta)) {
            value += power * part;
            power *= stepSize;
        }
        return value;
    }
}
