package org.modeq.numeric.simulate;

import java.util.List;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.model.StepMap;
import org.modeq.numeric.model.VectorField;

/** Explicit Euler steps θ ← θ + h f_i(θ) on given fields in turn; the whole sweep is one step of the optimizer. */
public final class EulerSweep implements StepMap {
    private final List<VectorField> fields;

    private EulerSweep(List<VectorField> fields) {
        this.fields = fields;
    }

    /**
     * A step on each field in turn.
     *
     * @param fields the fields in the order of their steps, the first acting first; repetitions are allowed
     * @return the sweep
     * @throws IllegalArgumentException if there is no field, or they have several dimensions
     */
    public static EulerSweep of(List<VectorField> fields) {
        List<Integer> dimensions =
                fields.stream().map(VectorField::dimension).distinct().toList();
        if (dimensions.size() != 1) {
            throw new IllegalArgumentException("given " + fields.size() + " fields of the dimensions " + dimensions
                    + ", expected at least one field and one dimension");
        }
        return new EulerSweep(List.copyOf(fields));
    }

    /**
     * Gradient descent: one step on −∇L.
     *
     * @param loss L
     * @return the step θ ← θ − h ∇L(θ)
     */
    public static EulerSweep gradientDescent(Loss loss) {
        return of(List.of(loss.negativeGradient()));
    }

    @Override
    public Jet step(Jet theta, Jet stepSize) {
        Jet current = theta;
        for (VectorField field : fields) {
            current = current.plus(field.at(current).timesScalar(stepSize));
        }
        return current;
    }
}
