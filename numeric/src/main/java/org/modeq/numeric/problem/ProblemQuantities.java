package org.modeq.numeric.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.modeq.numeric.evaluate.Curl;
import org.modeq.numeric.evaluate.FieldOrders;
import org.modeq.numeric.evaluate.LieSeriesEvaluator;
import org.modeq.numeric.evaluate.ModifiedLossEvaluator;
import org.modeq.numeric.evaluate.TaskQuantities;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.model.RandomStream;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.modified.LossForm;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * A modified equation and its problem at one point after the other: the orders, and what stands beside them. Not for several
 * threads at a time.
 */
public final class ProblemQuantities {
    /** A curl of a higher order takes more evaluations on jets than anybody waits for. */
    private static final int HIGHEST_CURL = 4;

    private static final long SEED = 1;

    private final FieldOrders orders;

    /** f₁, f₂, … as fields that can be derived; empty where an order vanishes for every problem. */
    private final List<Optional<VectorField>> orderFields = new ArrayList<>();

    private final TaskQuantities tasks;
    private final Optional<ModifiedLossEvaluator> modifiedLoss;

    /**
     * What stands beside the orders at a point.
     *
     * @param tasks losses, gradients, brackets and curvatures
     * @param modifiedLoss L₁, …, L_N of L̃ = L₁ + h L₂ + …, the part of the field that is a gradient; empty if a field of the
     *     method has no loss
     * @param curl the {@linkplain Curl#share share of the skew part} in the Jacobian of f₁, f₂, …, at most f₄, along a random
     *     direction
     */
    public record Values(TaskQuantities.AtPoint tasks, List<Double> modifiedLoss, List<Double> curl) {
        /**
         * What stands beside the orders at a point.
         *
         * @param tasks losses, gradients, brackets and curvatures
         * @param modifiedLoss L₁, …, L_N, or nothing
         * @param curl the share of the skew part of each order
         */
        public Values {
            modifiedLoss = List.copyOf(modifiedLoss);
            curl = List.copyOf(curl);
        }
    }

    private ProblemQuantities(
            ModifiedEquation<Rational> equation,
            SortedMap<Colour, VectorField> fields,
            SortedMap<Colour, Loss> losses,
            TaskQuantities tasks) {
        this.orders = FieldOrders.of(equation.method(), fields, equation.order());
        for (int power = 0; power < Math.min(HIGHEST_CURL, equation.order()); power++) {
            SortedMap<RootedTree, Rational> weights = new TreeMap<>();
            equation.terms(power).forEach(term -> weights.put(term.tree(), term.coefficient()));
            weights.values().removeIf(Rational::isZero);
            orderFields.add(
                    weights.isEmpty() ? Optional.empty() : Optional.of(LieSeriesEvaluator.sumOfTrees(weights, fields)));
        }
        this.tasks = tasks;
        this.modifiedLoss = losses.keySet().containsAll(equation.method().fields())
                ? Optional.of(ModifiedLossEvaluator.of(LossForm.of(equation), losses))
                : Optional.empty();
    }

    /**
     * The quantities of a modified equation on a problem.
     *
     * @param equation the equation
     * @param meaning which field of the problem each field of the method is
     * @param problem the problem
     * @return the quantities as functions of θ
     * @throws ArithmeticException if a formula is no real elementary expression
     */
    public static ProblemQuantities of(
            ModifiedEquation<Rational> equation, UnaryOperator<Colour> meaning, Problem problem) {
        SortedMap<Colour, VectorField> all = problem.vectorFields();
        SortedMap<Colour, Loss> allLosses = problem.losses();
        SortedMap<Colour, VectorField> fields = new TreeMap<>();
        SortedMap<Colour, Loss> losses = new TreeMap<>();
        SortedMap<Colour, VectorField> named = new TreeMap<>();
        SortedMap<Colour, Loss> namedLosses = new TreeMap<>();
        for (Colour colour : equation.method().fields()) {
            Colour name = meaning.apply(colour);
            VectorField field = all.get(name);
            if (field == null) {
                throw new AssertionError(name);
            }
            fields.put(colour, field);
            named.put(name, field);
            Optional.ofNullable(allLosses.get(name)).ifPresent(loss -> {
                losses.put(colour, loss);
                namedLosses.put(name, loss);
            });
        }
        return new ProblemQuantities(equation, fields, losses, TaskQuantities.of(namedLosses, named));
    }

    /**
     * The orders at a point.
     *
     * @param theta θ
     * @return f₁(θ), …, f_N(θ)
     * @throws ArithmeticException if a derivative is not finite
     */
    public List<double[]> orders(double[] theta) {
        return orders.orders(theta);
    }

    /** {@return the way to the orders that is taken, with the reason} */
    public String road() {
        return orders.reason();
    }

    /**
     * What stands beside the orders at a point.
     *
     * @param theta θ
     * @return the values
     * @throws ArithmeticException if a derivative is not finite
     */
    public Values at(double[] theta) {
        double[] direction = RandomStream.ofSeed(SEED).normals(theta.length);
        List<Double> curl = new ArrayList<>();
        for (Optional<VectorField> field : orderFields) {
            curl.add(field.map(ofOrder -> Curl.share(ofOrder, theta, direction)).orElse(0.0));
        }
        return new Values(
                tasks.at(theta), modifiedLoss.map(loss -> loss.orders(theta)).orElse(List.of()), curl);
    }
}
