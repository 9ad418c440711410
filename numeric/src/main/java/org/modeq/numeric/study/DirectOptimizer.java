package org.modeq.numeric.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.model.StepMap;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.simulate.CollocationTableau;
import org.modeq.numeric.simulate.DoubleArithmetic;
import org.modeq.numeric.simulate.EulerSequence;
import org.modeq.numeric.simulate.JetArithmetic;
import org.modeq.numeric.simulate.MeanOfOptimizers;
import org.modeq.numeric.simulate.MultistepRecurrence;
import org.modeq.numeric.simulate.Optimizer;
import org.modeq.numeric.simulate.RungeKuttaStep;
import org.modeq.symbolic.method.Collocation;
import org.modeq.symbolic.method.EulerRuns;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.method.LinearMultistep;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.RandomSweep;
import org.modeq.symbolic.method.RungeKutta;
import org.modeq.symbolic.method.ShuffledOnce;
import org.modeq.symbolic.method.Tableau;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/** The real optimizer that a symbolic method stands for. */
public final class DirectOptimizer {
    private static final long MOST_STEPS = 10_000;

    private DirectOptimizer() {}

    /**
     * The optimizer of a method, which shares nothing with its derivation but its numbers.
     *
     * @param method Euler steps, repeated or not, a Runge–Kutta method, partitioned or not, collocation, a linear
     *     multistep recurrence, or the mean over at most 720 orders of an epoch or over the draws of at most four tasks
     * @return the optimizer
     * @throws IllegalArgumentException if the method is of another kind (exact flows, integrals over a step, an order that is kept), repeats a step
     *     more than 10 000 times or a number of times that is not whole
     */
    public static Optimizer of(Method<Rational> method) {
        if (method instanceof EulerSteps<Rational> steps) {
            return EulerSequence.of(
                    steps.steps().stream().map(EulerSteps.Step::weights).toList());
        }
        if (method instanceof EulerRuns<Rational> runs) {
            List<SortedMap<Colour, Rational>> steps = new ArrayList<>();
            for (EulerRuns.Run<Rational> run : runs.runs()) {
                for (long k = times(method, run.times()); k > 0; k--) {
                    steps.add(run.step().weights());
                }
            }
            return EulerSequence.of(steps);
        }
        if (method instanceof RungeKutta<Rational> rungeKutta) {
            return RungeKuttaStep.of(rungeKutta.tableaus());
        }
        if (method instanceof Collocation collocation && collocation.nodes().isPresent()) {
            Tableau<Rational> tableau =
                    CollocationTableau.of(collocation.nodes().get());
            return RungeKuttaStep.of(Map.of(Colour.F, tableau));
        }
        if (method instanceof LinearMultistep<Rational> multistep) {
            return MultistepRecurrence.of(multistep.rho(), multistep.sigma(), multistep.lookAhead());
        }
        if (method instanceof RandomSweep random) {
            return random.isShuffled()
                    ? MeanOfOptimizers.ofOrders(random.orders())
                    : MeanOfOptimizers.resampled(random.tasks());
        }
        if (method instanceof ShuffledOnce) {
            throw new IllegalArgumentException("given " + method.name()
                    + ", whose field is a mean over runs in different orders and follows none of them; expected one order, as"
                    + " sequence:A,B, or one drawn anew every epoch, as shuffle:A,B");
        }
        throw new IllegalArgumentException("given " + method.name()
                + ", which cannot be run step by step: it has exact flows or integrals over a step; expected a"
                + " method that evaluates its fields at points, as gd, sequence:A,B, heavy-ball or rk:rk4");
    }

    private static long times(Method<Rational> method, Rational times) {
        if (!times.isInteger() || times.signum() < 0 || times.compareTo(Rational.of(MOST_STEPS)) > 0) {
            throw new IllegalArgumentException("given " + method.name() + ", which repeats a step " + times
                    + " times, expected a whole number up to " + MOST_STEPS + "; choose another by --param");
        }
        return times.numerator().longValueExact();
    }

    /**
     * A one-step optimizer on real fields.
     *
     * @param method the method
     * @param fields f_c by colour
     * @return one step of it, in doubles and in power series of h
     * @throws IllegalArgumentException if the method cannot be run or remembers more than one point, or a colour of it has no
     *     field
     */
    public static StepMap of(Method<Rational> method, Map<Colour, VectorField> fields) {
        Optimizer optimizer = of(method);
        if (optimizer.memory() != 1) {
            throw new IllegalArgumentException("given " + method.name() + ", which remembers " + optimizer.memory()
                    + " points, expected a method whose step depends on the last point alone");
        }
        for (Colour colour : optimizer.fields()) {
            if (!fields.containsKey(colour)) {
                throw new IllegalArgumentException("the method steps on " + colour + " but fields are given for "
                        + new TreeSet<>(fields.keySet()) + " only; give " + colour + " a field");
            }
        }
        return new OneStep(optimizer, Map.copyOf(fields));
    }

    /** A step from the last point alone: on jets, and on doubles as a program would make it. */
    private record OneStep(Optimizer optimizer, Map<Colour, VectorField> fields) implements StepMap {
        @Override
        public Jet step(Jet theta, Jet stepSize) {
            return optimizer.step(new JetArithmetic(fields, stepSize), List.of(theta));
        }

        @Override
        public double[] step(double[] theta, double stepSize) {
            return optimizer.step(new DoubleArithmetic(fields, stepSize), List.of(theta));
        }
    }
}
