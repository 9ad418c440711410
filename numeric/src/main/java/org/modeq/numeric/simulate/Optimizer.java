package org.modeq.numeric.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.modeq.symbolic.tree.Colour;

/** A real optimizer: how the next point is computed from the last ones. Immutable. */
public interface Optimizer {
    /** {@return the fields that it evaluates} */
    SortedSet<Colour> fields();

    /** {@return k, how many points the next one depends on; 1 for a one-step method} */
    int memory();

    /**
     * One step, sweep or epoch, which takes time h.
     *
     * @param arithmetic the vectors, and h times the fields
     * @param last θₙ, θₙ₋₁, …, θₙ₋ₖ₊₁, the newest first
     * @param <V> the vectors
     * @return θₙ₊₁
     * @throws ArithmeticException if an implicit step cannot be solved
     */
    <V> V step(StepArithmetic<V> arithmetic, List<V> last);

    /**
     * Many steps.
     *
     * @param arithmetic the vectors, and h times the fields
     * @param start θ₀, θ₋₁, …, as many as it remembers
     * @param steps n ≥ 0
     * @param <V> the vectors
     * @return θ₀, θ₁, …, θₙ
     * @throws IllegalArgumentException if there are not as many points as it remembers
     */
    default <V> List<V> run(StepArithmetic<V> arithmetic, List<V> start, int steps) {
        if (start.size() != memory() || steps < 0) {
            throw new IllegalArgumentException("given " + start.size() + " points and " + steps + " steps, expected "
                    + memory() + ", the newest first, and at least 0 steps");
        }
        List<V> last = new ArrayList<>(start);
        List<V> run = new ArrayList<>(List.of(start.get(0)));
        for (int n = 0; n < steps; n++) {
            V next = step(arithmetic, last);
            last.add(0, next);
            last.remove(last.size() - 1);
            run.add(next);
        }
        return run;
    }
}
