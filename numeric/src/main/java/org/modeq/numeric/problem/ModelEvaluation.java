package org.modeq.numeric.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.modeq.numeric.evaluate.DirectionalDerivative;
import org.modeq.numeric.evaluate.FieldOrders;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.modified.FieldEquation;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * A modified equation on a network, at its point: f₁ … f_N, and every term.
 *
 * <p>The orders come from the compiled series or from the series in h, whichever is cheaper; the terms tree by tree from the
 * definition of F(t). That the terms of one power add up to the order is a check of both.
 */
public final class ModelEvaluation {
    private final List<double[]> orders;
    private final String road;
    private final List<Term> terms;

    private ModelEvaluation(List<double[]> orders, String road, List<Term> terms) {
        this.orders = orders;
        this.road = road;
        this.terms = List.copyOf(terms);
    }

    /**
     * The value of one term h^p · coefficient · F(t).
     *
     * @param power p
     * @param tree t, in the names of the method
     * @param coefficient b(t)/σ(t)
     * @param norm ‖coefficient · F(t)‖, Euclidean
     * @param vector coefficient · F(t), empty if it is not kept; f_{p+1} is the sum of these
     */
    public record Term(int power, RootedTree tree, Rational coefficient, double norm, List<Double> vector) {
        /**
         * The value of one term.
         *
         * @param power p
         * @param tree t, in the names of the method
         * @param coefficient b(t)/σ(t)
         * @param norm ‖coefficient · F(t)‖
         * @param vector coefficient · F(t), empty if it is not kept
         */
        public Term {
            vector = List.copyOf(vector);
        }
    }

    /**
     * Evaluates a modified equation.
     *
     * <p>Exact up to rounding. The terms cost one evaluation on jets for each tree.
     *
     * @param equation the equation
     * @param meaning which loss of the network each field of the method is
     * @param problem the network
     * @param keepsVectors whether the terms keep their vectors or their norms only
     * @param progress hears of every term
     * @return f₁ … f_N and every term
     * @throws IllegalArgumentException if the order needs more memory than there is; the message says the largest that
     *     fits
     * @throws ArithmeticException if a derivative is not finite
     */
    public static ModelEvaluation of(
            ModifiedEquation<Rational> equation,
            UnaryOperator<Colour> meaning,
            ModelProblem problem,
            boolean keepsVectors,
            Progress progress) {
        ModelMemory.of(problem, keepsVectors).requireThatItFits(equation.field());
        SortedMap<Colour, VectorField> fields = new TreeMap<>();
        for (Colour colour : equation.method().fields()) {
            fields.put(colour, problem.loss(meaning.apply(colour)).negativeGradient());
        }
        FieldOrders orders = FieldOrders.of(equation.method(), fields, equation.order());
        return new ModelEvaluation(
                orders.orders(problem.start()),
                orders.reason(),
                new Trees(fields, problem, equation).terms(keepsVectors, progress));
    }

    /** The elementary differentials at the point, each subtree once. */
    private static final class Trees {
        private final Map<Colour, VectorField> fields;
        private final double[] point;
        private final ModifiedEquation<Rational> equation;
        private final SortedMap<RootedTree, double[]> known = new TreeMap<>();

        Trees(Map<Colour, VectorField> fields, ModelProblem problem, ModifiedEquation<Rational> equation) {
            this.fields = fields;
            this.point = problem.start();
            this.equation = equation;
        }

        List<Term> terms(boolean keepsVectors, Progress progress) {
            List<FieldEquation.Term<Rational>> all = equation.terms();
            List<Term> terms = new ArrayList<>();
            for (FieldEquation.Term<Rational> term : all) {
                double weight = term.coefficient().doubleValue();
                double[] vector = weight == 0 ? new double[point.length] : value(term.tree());
                List<Double> kept = keepsVectors
                        ? Arrays.stream(vector)
                                .map(entry -> weight * entry)
                                .boxed()
                                .toList()
                        : List.of();
                double norm = Math.abs(weight) * Euclidean.norm(vector);
                terms.add(new Term(term.power(), term.tree(), term.coefficient(), norm, kept));
                progress.report(terms.size(), all.size());
            }
            return terms;
        }

        private double[] value(RootedTree tree) {
            double[] value = known.get(tree);
            if (value == null) {
                List<double[]> directions =
                        tree.children().stream().map(this::value).toList();
                VectorField field = fields.get(tree.colour());
                if (field == null) {
                    throw new AssertionError(tree);
                }
                value = finite(DirectionalDerivative.of(field, point, directions), tree);
                if (tree.order() < equation.order()) {
                    known.put(tree, value);
                }
            }
            return value;
        }

        private static double[] finite(double[] value, RootedTree tree) {
            for (int i = 0; i < value.length; i++) {
                if (!Double.isFinite(value[i])) {
                    throw new ArithmeticException("coordinate " + (i + 1) + " of " + tree + " is " + value[i]
                            + "; the point is too far out or the data are too large");
                }
            }
            return value;
        }
    }

    /** {@return copies of f₁, …, f_N} */
    public List<double[]> orders() {
        return orders.stream().map(double[]::clone).toList();
    }

    /** {@return the way to the orders that was taken, with the reason} */
    public String road() {
        return road;
    }

    /** {@return every term, powers of h rising, then trees in canonical order; zeros among them} */
    public List<Term> terms() {
        return terms;
    }
}
