package org.modeq.numeric.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.modeq.numeric.model.StepMap;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.simulate.EulerSweep;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/** The real optimizer that a symbolic method stands for. */
public final class DirectOptimizer {
    private DirectOptimizer() {}

    /**
     * The Euler steps of a method on real fields.
     *
     * @param method the steps, each on Σ w_c f_c
     * @param fields f_c by colour
     * @return one sweep of the method
     * @throws IllegalArgumentException if a colour of the method has no field
     */
    public static StepMap of(EulerSteps<Rational> method, Map<Colour, VectorField> fields) {
        List<VectorField> steps = new ArrayList<>();
        for (EulerSteps.Step<Rational> step : method.steps()) {
            List<VectorField> summands = new ArrayList<>();
            step.weights().forEach((colour, weight) -> summands.add(weighted(weight, colour, fields)));
            steps.add(VectorField.sum(summands));
        }
        return EulerSweep.of(steps);
    }

    private static VectorField weighted(Rational weight, Colour colour, Map<Colour, VectorField> fields) {
        VectorField field = fields.get(colour);
        if (field == null) {
            throw new IllegalArgumentException("the method steps on " + colour + " but fields are given for "
                    + new TreeSet<>(fields.keySet()) + " only; give " + colour + " a field");
        }
        return weight.equals(Rational.ONE) ? field : field.scaled(weight.doubleValue());
    }
}
