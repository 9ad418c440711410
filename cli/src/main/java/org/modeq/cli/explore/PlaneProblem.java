package org.modeq.cli.explore;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.modeq.numeric.evaluate.DirectionalDerivative;
import org.modeq.numeric.evaluate.LieSeriesEvaluator;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.problem.FormulaProblem;
import org.modeq.numeric.study.ValidationProblem;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.symja.ConcreteFields;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * The fields of a method in the plane: minus the gradients of losses, or given by their components.
 *
 * @param validation the fields with the start
 * @param losses the losses, empty if components were given
 */
record PlaneProblem(ValidationProblem validation, SortedMap<Colour, Loss> losses) {
    private static final List<String> VARIABLES = List.of("x", "y");
    private static final int LONGEST_FORMULA = 400;

    /**
     * Reads the fields.
     *
     * @param fields the names of the fields
     * @param formulas by name: a loss in x and y, or two components with a semicolon between them
     * @param start the first iterate
     * @throws IllegalArgumentException if a formula is missing or does not parse, or losses and components are mixed
     */
    static PlaneProblem of(SortedSet<Colour> fields, Map<String, String> formulas, double... start) {
        SortedMap<Colour, String> given = new TreeMap<>();
        for (Colour field : fields) {
            String formula = formulas.getOrDefault(field.name(), "").strip();
            if (formula.isEmpty() || formula.length() > LONGEST_FORMULA) {
                throw new IllegalArgumentException("given a formula of " + formula.length() + " characters for "
                        + field.name() + ", expected 1 to " + LONGEST_FORMULA
                        + "; type a loss in x and y, as x^2/2 + 2*y^2, or the two components of a field, as -y; x");
            }
            given.put(field, formula);
        }
        long withComponents =
                given.values().stream().filter(formula -> formula.contains(";")).count();
        if (withComponents > 0 && withComponents < given.size()) {
            throw new IllegalArgumentException("given losses and components of fields together, expected the same for"
                    + " all of " + fields + "; write each as a loss, or each as two components, as -y; x");
        }
        FormulaProblem problem = new FormulaProblem("the loss", concrete(given, withComponents > 0), List.of());
        return new PlaneProblem(
                ValidationProblem.of("the loss", new TreeMap<>(problem.fieldNodes()), start), problem.losses());
    }

    private static ConcreteFields concrete(SortedMap<Colour, String> given, boolean areComponents) {
        if (!areComponents) {
            return ConcreteFields.ofLosses(VARIABLES, given);
        }
        SortedMap<Colour, List<String>> components = new TreeMap<>();
        given.forEach((name, formula) -> components.put(
                name, Arrays.stream(formula.split(";", -1)).map(String::strip).toList()));
        return ConcreteFields.ofComponents(VARIABLES, components);
    }

    /** Σ c_A L_A for the field f₁ = Σ c_A f_A of order 1, if there are losses. */
    Optional<ToDoubleFunction<double[]>> loss(SortedMap<RootedTree, Rational> slope) {
        if (losses.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(point -> {
            double sum = 0;
            for (Map.Entry<RootedTree, Rational> term : slope.entrySet()) {
                Loss loss = losses.get(term.getKey().colour());
                sum += loss == null ? 0 : term.getValue().doubleValue() * loss.value(point);
            }
            return sum;
        });
    }

    /** The largest |λ| of the Jacobian of f₁ at a point: for a loss, λ_max of its Hessian, as {@code validate} reports it. */
    double curvature(SortedMap<RootedTree, Rational> slope, double... point) {
        VectorField field = field(slope);
        double[] first = DirectionalDerivative.of(field, point, List.of(new double[] {1, 0}));
        double[] second = DirectionalDerivative.of(field, point, List.of(new double[] {0, 1}));
        double half = (first[0] + second[1]) / 2;
        double determinant = first[0] * second[1] - first[1] * second[0];
        double discriminant = half * half - determinant;
        return discriminant >= 0 ? Math.abs(half) + Math.sqrt(discriminant) : Math.sqrt(determinant);
    }

    /** ‖f₁‖ at a point. */
    double speed(SortedMap<RootedTree, Rational> slope, double... point) {
        return Euclidean.norm(field(slope).at(point));
    }

    private VectorField field(SortedMap<RootedTree, Rational> slope) {
        return LieSeriesEvaluator.sumOfTrees(slope, validation.fields());
    }
}
