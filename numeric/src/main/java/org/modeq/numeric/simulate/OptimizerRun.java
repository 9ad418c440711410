package org.modeq.numeric.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.tree.Colour;

/**
 * Runs of any optimizer in doubles from one point, with a step size and, if wanted, a batch of its own for every step.
 *
 * <p>The same run has the same bits whenever it is made: nothing is random but what was drawn from a seed beforehand.
 */
public final class OptimizerRun {
    private final StatefulOptimizer optimizer;
    private final IntFunction<Map<Colour, VectorField>> fieldsOfStep;
    private final StepSizeSchedule schedule;
    private final InitialState initial;
    private final double[] start;
    private final int mostSteps;

    private OptimizerRun(
            StatefulOptimizer optimizer,
            IntFunction<Map<Colour, VectorField>> fieldsOfStep,
            int mostSteps,
            StepSizeSchedule schedule,
            InitialState initial,
            double... start) {
        this.optimizer = optimizer;
        this.fieldsOfStep = fieldsOfStep;
        this.mostSteps = mostSteps;
        this.schedule = schedule;
        this.initial = initial;
        this.start = start;
    }

    /**
     * A run on the same fields in every step.
     *
     * @param optimizer the optimizer
     * @param fields f_c = −∇L_c by colour
     * @param schedule h₀, h₁, …
     * @param initial how averages begin
     * @param start θ₀
     * @return the run
     */
    public static OptimizerRun of(
            StatefulOptimizer optimizer,
            Map<Colour, VectorField> fields,
            StepSizeSchedule schedule,
            InitialState initial,
            double... start) {
        return new OptimizerRun(optimizer, step -> fields, Integer.MAX_VALUE, schedule, initial, start.clone());
    }

    /**
     * A run on one batch in every step; a steady state is that of the first.
     *
     * @param optimizer an optimizer with the one field F
     * @param batches L₀, …, L_(m−1)
     * @param batchOfStep the number of the batch of each step, as drawn by {@link BatchSampling}
     * @param schedule h₀, h₁, …
     * @param initial how averages begin
     * @param start θ₀
     * @return the run
     * @throws IllegalArgumentException if there is no batch, or no batch of a number
     */
    public static OptimizerRun onBatches(
            StatefulOptimizer optimizer,
            List<? extends Loss> batches,
            int[] batchOfStep,
            StepSizeSchedule schedule,
            InitialState initial,
            double... start) {
        List<Map<Colour, VectorField>> fields = batches.stream()
                .map(batch -> Map.of(Colour.F, batch.negativeGradient()))
                .toList();
        int[] numbers = batchOfStep.clone();
        for (int number : numbers) {
            if (number < 0 || number >= fields.size()) {
                throw new IllegalArgumentException(
                        "given the batch " + number + ", expected one of the batches 0 to " + (fields.size() - 1));
            }
        }
        return new OptimizerRun(
                optimizer, step -> fields.get(numbers[step]), numbers.length, schedule, initial, start.clone());
    }

    /**
     * Makes the run; no point is kept.
     *
     * @param steps K ≥ 0
     * @param visitor is given θ₀, θ₁, …, θ_K in turn, each an array of its own
     * @throws IllegalArgumentException if K &lt; 0, there are batches or step sizes for fewer steps, or no such initial state
     * @throws ArithmeticException if a step ends in a number that is not finite; the message names it
     */
    public void forEach(int steps, Consumer<? super double[]> visitor) {
        if (steps > mostSteps) {
            throw new IllegalArgumentException("given " + steps + " steps and the batches of " + mostSteps
                    + ", expected a batch for each step; draw more");
        }
        if (steps == 0) {
            visitor.accept(start.clone());
            return;
        }
        optimizer.run(
                step -> new DoubleArithmetic(
                        fieldsOfStep.apply(step), schedule.at(step).doubleValue()),
                start.clone(),
                initial,
                steps,
                point -> visitor.accept(point.clone()));
    }

    /**
     * Makes the run and keeps all its points: (K + 1)d doubles.
     *
     * @param steps K ≥ 0
     * @return θ₀, θ₁, …, θ_K
     * @throws IllegalArgumentException as {@link #forEach}
     * @throws ArithmeticException as {@link #forEach}
     */
    public List<double[]> points(int steps) {
        List<double[]> points = new ArrayList<>();
        forEach(steps, points::add);
        return points;
    }

    /**
     * Makes the run and keeps its end.
     *
     * @param steps K ≥ 0
     * @return θ_K
     * @throws IllegalArgumentException as {@link #forEach}
     * @throws ArithmeticException as {@link #forEach}
     */
    public double[] endPoint(int steps) {
        double[] end = start.clone();
        forEach(steps, point -> System.arraycopy(point, 0, end, 0, end.length));
        return end;
    }
}
