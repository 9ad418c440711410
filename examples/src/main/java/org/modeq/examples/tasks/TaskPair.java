package org.modeq.examples.tasks;

import java.util.List;
import java.util.Map;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.simulate.InitialState;
import org.modeq.numeric.simulate.OptimizerRun;
import org.modeq.numeric.simulate.StatefulOptimizer;
import org.modeq.numeric.simulate.StepSizeSchedule;
import org.modeq.numeric.study.DirectOptimizer;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/**
 * Two tasks, and a loss by which the result is judged.
 *
 * @param lossA L_A
 * @param lossB L_B
 * @param evaluation L_E, on rows that neither task has
 */
record TaskPair(Loss lossA, Loss lossB, Loss evaluation) {
    static final Colour A = new Colour("A");
    static final Colour B = new Colour("B");

    /** A step on L_A. */
    static final Method<Rational> ON_A = EulerSteps.sequence(List.of(A));

    /** A step on L_B. */
    static final Method<Rational> ON_B = EulerSteps.sequence(List.of(B));

    /** A step on L_A + L_B. */
    static final Method<Rational> JOINT = EulerSteps.joint(List.of(A, B));

    /** A step on L_A, then one on L_B; time h for both. */
    static final Method<Rational> IN_TURN = EulerSteps.sequence(List.of(A, B));

    /** f_A = −∇L_A. */
    VectorField fieldA() {
        return lossA.negativeGradient();
    }

    /** f_B = −∇L_B. */
    VectorField fieldB() {
        return lossB.negativeGradient();
    }

    Map<Colour, VectorField> fields() {
        return Map.of(A, fieldA(), B, fieldB());
    }

    /** The run θ₀, θ₁, …, θ_K of an optimizer with one step size. */
    List<double[]> run(Method<Rational> method, double[] start, Rational stepSize, int steps) {
        return optimizerRun(method, start, stepSize).points(steps);
    }

    /** The end θ_K of such a run. */
    double[] end(Method<Rational> method, double[] start, Rational stepSize, int steps) {
        return optimizerRun(method, start, stepSize).endPoint(steps);
    }

    private OptimizerRun optimizerRun(Method<Rational> method, double[] start, Rational stepSize) {
        return OptimizerRun.of(
                StatefulOptimizer.ofRecurrence(DirectOptimizer.of(method)),
                fields(),
                StepSizeSchedule.constant(stepSize),
                InitialState.ZERO,
                start);
    }
}
