package org.modeq.numeric.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.tree.Colour;

/**
 * What one looks at along a run of some tasks: losses, gradients, how the tasks stand to each other, how curved the losses
 * are. Not for several threads at a time.
 */
public final class TaskQuantities {
    /** A random direction finds the largest eigenvalue in far fewer products with the Hessian. */
    private static final int MOST_PRODUCTS = 200;

    private static final double TOLERANCE = 1e-6;
    private static final long SEED = 1;
    private final SortedMap<Colour, Loss> losses;
    private final SortedMap<Colour, VectorField> fields;
    private final SortedMap<Colour, FieldAtPoint> gradients = new TreeMap<>();
    private final Map<Pair, VectorField> brackets = new HashMap<>();

    private record Pair(Colour first, Colour second) {}

    /**
     * One task.
     *
     * @param name its name
     * @param loss L
     * @param gradientNormSquared ‖∇L‖²
     * @param sharpness λ_max, the largest eigenvalue of ∇²L
     * @param residual ‖∇²L v − λ_max v‖ for the unit vector v found; ∇²L has an eigenvalue within it of λ_max
     */
    public record OfTask(Colour name, double loss, double gradientNormSquared, double sharpness, double residual) {}

    /**
     * Two tasks.
     *
     * @param first A, by name
     * @param second B, after A
     * @param alignment ⟨f_A, f_B⟩ = ⟨∇L_A, ∇L_B⟩
     * @param cosine the alignment divided by both norms, 0 if one of them is 0
     * @param bracketNorm ‖[f_A, f_B]‖, the conflict that the order of the tasks makes
     */
    public record OfPair(Colour first, Colour second, double alignment, double cosine, double bracketNorm) {}

    /**
     * All of it at one point.
     *
     * @param tasks each task that has a loss
     * @param pairs each pair of fields
     */
    public record AtPoint(List<OfTask> tasks, List<OfPair> pairs) {
        /**
         * All of it at one point.
         *
         * @param tasks each task that has a loss
         * @param pairs each pair of fields
         */
        public AtPoint {
            tasks = List.copyOf(tasks);
            pairs = List.copyOf(pairs);
        }
    }

    private TaskQuantities(Map<Colour, Loss> losses, Map<Colour, VectorField> fields) {
        this.losses = new TreeMap<>(losses);
        this.fields = new TreeMap<>(fields);
        losses.forEach((task, loss) -> gradients.put(task, new FieldAtPoint(loss.negativeGradient())));
    }

    /**
     * The quantities of some tasks.
     *
     * @param losses L_c of those tasks that have one
     * @param fields f_c of all of them, −∇L_c where there is a loss
     * @return the quantities as functions of θ
     * @throws IllegalArgumentException if a loss has no field
     */
    public static TaskQuantities of(Map<Colour, Loss> losses, Map<Colour, VectorField> fields) {
        if (!fields.keySet().containsAll(losses.keySet())) {
            throw new IllegalArgumentException("given losses of " + new TreeMap<>(losses).keySet() + " and fields of "
                    + new TreeMap<>(fields).keySet() + ", expected a field for each loss");
        }
        return new TaskQuantities(losses, fields);
    }

    /**
     * The quantities at a point.
     *
     * <p>Cost: a gradient of each task, four sweeps for each pair, and for λ_max as many products with the Hessian as bring the
     * residual below 10⁻⁶ λ_max, at most 200.
     *
     * @param theta θ
     * @return the quantities
     * @throws ArithmeticException if a derivative is not finite
     */
    public AtPoint at(double[] theta) {
        SortedMap<Colour, double[]> values = new TreeMap<>();
        fields.forEach((name, field) -> values.put(name, field.at(theta)));
        List<OfTask> tasks = new ArrayList<>();
        gradients.forEach((name, gradient) -> tasks.add(task(name, gradient, theta)));
        List<OfPair> pairs = new ArrayList<>();
        values.forEach((first, ofFirst) -> values.tailMap(first).forEach((second, ofSecond) -> {
            if (!second.equals(first)) {
                pairs.add(pair(first, ofFirst, second, ofSecond, theta));
            }
        }));
        return new AtPoint(tasks, pairs);
    }

    private OfTask task(Colour name, FieldAtPoint gradient, double[] theta) {
        double[] value = gradient.valueAt(theta);
        Lanczos.Eigenpair largest = largestEigenvalue(gradient, theta.length);
        return new OfTask(
                name,
                Objects.requireNonNull(losses.get(name)).value(theta),
                Euclidean.product(value, value),
                largest.value(),
                largest.residual());
    }

    private OfPair pair(Colour first, double[] ofFirst, Colour second, double[] ofSecond, double[] theta) {
        double alignment = Euclidean.product(ofFirst, ofSecond);
        double norms = Euclidean.norm(ofFirst) * Euclidean.norm(ofSecond);
        double[] bracket = brackets.computeIfAbsent(
                        new Pair(first, second), pair -> DerivedFields.lieBracket(field(first), field(second)))
                .at(theta);
        return new OfPair(first, second, alignment, norms == 0 ? 0 : alignment / norms, Euclidean.norm(bracket));
    }

    private VectorField field(Colour name) {
        return Objects.requireNonNull(fields.get(name));
    }

    private static Lanczos.Eigenpair largestEigenvalue(FieldAtPoint gradient, int dimension) {
        return Lanczos.largest(
                direction -> {
                    double[] image = gradient.derivative(direction);
                    Euclidean.scale(image, -1);
                    return image;
                },
                dimension,
                TOLERANCE,
                MOST_PRODUCTS,
                SEED);
    }
}
