package org.modeq.numeric.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/**
 * f₁ … f_N of a method on concrete fields, by the cheaper of two roads: from trees, or from the series in h of the steps
 * themselves. Not for several threads at a time.
 */
public final class FieldOrders {
    /** From this order on there are so many trees that nobody would compile them. */
    private static final int HIGHEST_FROM_TREES = 9;

    private final Road road;
    private final String reason;

    /** A way to the orders. */
    private interface Road {
        List<double[]> orders(double[] theta);
    }

    private FieldOrders(Road road, String reason) {
        this.road = road;
        this.reason = reason;
    }

    /**
     * The cheaper road, by the multiplications in the products of matrices; the steps are a road for Euler steps only.
     *
     * @param method the optimizer
     * @param fields f_c by colour
     * @param order N ≥ 1
     * @return the orders as a function of θ
     * @throws IllegalArgumentException if N &lt; 1 or a colour has no field
     */
    public static FieldOrders of(Method<Rational> method, Map<Colour, VectorField> fields, int order) {
        if (!(method instanceof EulerSteps<Rational> steps)) {
            SeriesEvaluator trees = fromTrees(method, fields, order);
            return new FieldOrders(trees::orders, "from trees: the steps are no Euler steps");
        }
        StepSeriesEvaluator series = StepSeriesEvaluator.of(steps, fields, order);
        if (order > HIGHEST_FROM_TREES) {
            return new FieldOrders(series::orders, "from the series in h: too many trees");
        }
        SeriesEvaluator trees = fromTrees(method, fields, order);
        if (trees.cost() == series.cost()) {
            return new FieldOrders(trees::orders, "from trees: the series in h takes as many multiplications");
        }
        boolean isByTrees = trees.cost() < series.cost();
        String costs = String.format(
                Locale.ROOT,
                " (%.3g multiplications against %.3g)",
                Math.min(trees.cost(), series.cost()),
                Math.max(trees.cost(), series.cost()));
        return isByTrees
                ? new FieldOrders(trees::orders, "from trees" + costs)
                : new FieldOrders(series::orders, "from the series in h" + costs);
    }

    private static SeriesEvaluator fromTrees(Method<Rational> method, Map<Colour, VectorField> fields, int order) {
        return SeriesEvaluator.of(ModifiedEquation.of(method, order).field(), fields);
    }

    /**
     * The orders of the field.
     *
     * @param theta θ
     * @return f₁(θ), …, f_N(θ)
     */
    public List<double[]> orders(double[] theta) {
        return road.orders(theta);
    }

    /** {@return the road that was taken, with the reason} */
    public String reason() {
        return reason;
    }
}
