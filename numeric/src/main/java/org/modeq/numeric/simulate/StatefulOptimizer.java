package org.modeq.numeric.simulate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.modeq.symbolic.tree.Colour;

/**
 * A real optimizer with a state, the point θₙ and what it remembers besides (averages, velocities). Immutable.
 *
 * <p>The step θₙ → θₙ₊₁ reads g = ∇L(θₙ) and makes the averages mₙ, vₙ, which include it; before step 0 they are m₋₁, v₋₁. Fields
 * are f = −∇L.
 */
public interface StatefulOptimizer {
    /** {@return the fields that it evaluates; the field f alone unless it says otherwise} */
    default SortedSet<Colour> fields() {
        return new TreeSet<>(Collections.singleton(Colour.F));
    }

    /**
     * The state before the first step.
     *
     * @param arithmetic the vectors, with the h of step 0
     * @param theta θ₀
     * @param initial how the averages begin
     * @param <V> the vectors
     * @return θ₀, then what it remembers
     * @throws IllegalArgumentException if it has no such state
     */
    <V> List<V> start(CoordinateArithmetic<V> arithmetic, V theta, InitialState initial);

    /**
     * One step.
     *
     * @param arithmetic the vectors, with the h of this step
     * @param index n ≥ 0, the number of steps before this one
     * @param state θₙ, then what it remembers
     * @param <V> the vectors
     * @return θₙ₊₁, then what it remembers
     * @throws ArithmeticException if it cannot be made
     */
    <V> List<V> step(CoordinateArithmetic<V> arithmetic, int index, List<V> state);

    /**
     * Many steps; no point is kept.
     *
     * @param arithmeticOfStep the vectors, with the h and the fields of step 0, 1, …
     * @param theta θ₀
     * @param initial how the averages begin
     * @param steps K ≥ 0
     * @param visitor is given θ₀, θ₁, …, θ_K in turn
     * @param <V> the vectors
     * @return the state after the last step
     * @throws IllegalArgumentException if K &lt; 0 or there is no such initial state
     * @throws ArithmeticException if a step cannot be made or ends in a number that is not finite; the message names it
     */
    default <V> List<V> run(
            IntFunction<? extends CoordinateArithmetic<V>> arithmeticOfStep,
            V theta,
            InitialState initial,
            int steps,
            Consumer<? super V> visitor) {
        if (steps < 0) {
            throw new IllegalArgumentException("given " + steps + " steps, expected at least 0");
        }
        visitor.accept(theta);
        List<V> state = start(arithmeticOfStep.apply(0), theta, initial);
        for (int n = 0; n < steps; n++) {
            CoordinateArithmetic<V> arithmetic = arithmeticOfStep.apply(n);
            try {
                state = step(arithmetic, n, state).stream()
                        .map(arithmetic::kept)
                        .toList();
            } catch (ArithmeticException failure) {
                ArithmeticException named =
                        new ArithmeticException("in step " + (n + 1) + " of the run: " + failure.getMessage());
                named.initCause(failure);
                throw named;
            }
            visitor.accept(state.get(0));
        }
        return state;
    }

    /**
     * A recurrence; its state is the last points, which at first are all θ₀.
     *
     * @param optimizer a recurrence
     * @return the same as an optimizer with a state
     */
    static StatefulOptimizer ofRecurrence(Optimizer optimizer) {
        return new StatefulOptimizer() {
            @Override
            public SortedSet<Colour> fields() {
                return optimizer.fields();
            }

            @Override
            public <V> List<V> start(CoordinateArithmetic<V> arithmetic, V theta, InitialState initial) {
                if (initial == InitialState.STEADY && optimizer.memory() > 1) {
                    throw new IllegalArgumentException(
                            "given a recurrence over " + optimizer.memory()
                                    + " points and a steady start, expected a start from 0; its earlier points would not be θ₀");
                }
                return Collections.nCopies(optimizer.memory(), theta);
            }

            @Override
            public <V> List<V> step(CoordinateArithmetic<V> arithmetic, int index, List<V> state) {
                List<V> last = new ArrayList<>(List.of(optimizer.step(arithmetic, state)));
                last.addAll(state.subList(0, state.size() - 1));
                return last;
            }
        };
    }
}
