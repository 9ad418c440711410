package org.modeq.numeric.simulate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/** Explicit Euler steps in turn, θ ← θ + h Σ_c w_c f_c(θ); the whole sweep is one step. */
public final class EulerSequence implements Optimizer {
    private final List<SortedMap<Colour, Rational>> steps;

    private EulerSequence(List<SortedMap<Colour, Rational>> steps) {
        this.steps = List.copyOf(steps);
    }

    /**
     * Euler steps.
     *
     * @param steps the weights of each step, the first acting first
     * @return the sweep
     * @throws IllegalArgumentException if there is no step, or one without a field
     */
    public static EulerSequence of(List<? extends SortedMap<Colour, Rational>> steps) {
        if (steps.isEmpty() || steps.stream().anyMatch(Map::isEmpty)) {
            throw new IllegalArgumentException(
                    "given " + steps.size() + " steps, expected at least one, each with at least one field");
        }
        List<SortedMap<Colour, Rational>> copies = new ArrayList<>();
        steps.forEach(step -> copies.add(Collections.unmodifiableSortedMap(new TreeMap<>(step))));
        return new EulerSequence(copies);
    }

    /**
     * One Euler step on each field in turn.
     *
     * @param fields the fields, the first acting first
     * @return the sweep
     * @throws IllegalArgumentException if there is none
     */
    public static EulerSequence onEach(List<Colour> fields) {
        return of(fields.stream()
                .map(field -> new TreeMap<>(Map.of(field, Rational.ONE)))
                .toList());
    }

    /** {@return the weights of each step, the first acting first} */
    public List<SortedMap<Colour, Rational>> steps() {
        return steps;
    }

    @Override
    public SortedSet<Colour> fields() {
        SortedSet<Colour> fields = new TreeSet<>();
        steps.forEach(step -> fields.addAll(step.keySet()));
        return fields;
    }

    @Override
    public int memory() {
        return 1;
    }

    @Override
    public <V> V step(StepArithmetic<V> arithmetic, List<V> last) {
        V theta = last.get(0);
        for (SortedMap<Colour, Rational> step : steps) {
            List<V> increments = new ArrayList<>();
            for (Colour colour : step.keySet()) {
                increments.add(arithmetic.increment(colour, theta));
            }
            theta = arithmetic.moved(theta, List.copyOf(step.values()), increments);
        }
        return theta;
    }
}
