package org.modeq.symbolic.method;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/**
 * Explicit Euler steps one after the other: θ ← θ + h Σ_c w_c f_c(θ), with the weights w of each step in turn.
 *
 * <p>This is gradient descent (one step on one field), joint training (one step on a sum of fields) and training on a
 * sequence of tasks (a step on each in turn, repeated or not, forwards and backwards). One sweep over the steps takes
 * time h. With P_i(t; n) the coefficient of t after i steps of sweep n,
 * <pre>
 *   P_{i+1}(t; n) = P_i(t; n) + w_root · Π P_i(children; n),      P_0(t; n+1) = P_K(t; n),      P_0(t; 0) = 0.
 * </pre>
 */
public final class EulerSteps implements Method {
    private final String name;
    private final Clock clock;
    private final List<Step> steps;

    /**
     * One explicit Euler step on a sum of fields.
     *
     * @param weights w_c by field c
     */
    public record Step(SortedMap<Colour, Rational> weights) {
        /**
         * A step on Σ w_c f_c.
         *
         * @param weights w_c by field c; at least one
         * @throws IllegalArgumentException if there is no field
         */
        public Step {
            if (weights.isEmpty()) {
                throw new IllegalArgumentException("given a step on no field, expected at least one field");
            }
            weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
        }

        /**
         * A step on one field.
         *
         * @param field its colour
         * @return the step θ ← θ + h f(θ)
         */
        public static Step on(Colour field) {
            return new Step(new TreeMap<>(Collections.singletonMap(field, Rational.ONE)));
        }

        /** {@return the sum, as {@code A(θ)} or {@code (1/2 A(θ) + 1/2 B(θ))}} */
        @Override
        public String toString() {
            String sum = weights.entrySet().stream()
                    .map(entry -> (entry.getValue().equals(Rational.ONE) ? "" : entry.getValue() + " ") + entry.getKey()
                            + "(θ)")
                    .collect(Collectors.joining(" + "));
            return weights.size() == 1 ? sum : "(" + sum + ")";
        }

        /** {@return whether this is a full step on a single field} */
        public boolean isOnOneField() {
            return weights.size() == 1 && weights.containsValue(Rational.ONE);
        }
    }

    private EulerSteps(String name, Clock clock, List<Step> steps) {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException(
                    "given no steps, expected at least one; name the fields, as in sequence:A,B");
        }
        this.name = name;
        this.clock = clock;
        this.steps = List.copyOf(steps);
    }

    /** {@return gradient descent: one Euler step on the field f} */
    public static EulerSteps gradientDescent() {
        return new EulerSteps("gd", Clock.STEP, List.of(Step.on(Colour.F)));
    }

    /**
     * One step on each field in turn, the first field acting first.
     *
     * @param fields the fields in the order of their steps, with repetitions
     * @return the method {@code sequence:…}, whose clock is the sweep
     * @throws IllegalArgumentException if there are no fields
     */
    public static EulerSteps sequence(List<Colour> fields) {
        return new EulerSteps(
                "sequence:" + written(fields),
                Clock.SWEEP,
                fields.stream().map(Step::on).toList());
    }

    /**
     * One step on the sum of the fields; a field named n times counts n times.
     *
     * @param fields the fields
     * @return the method {@code joint:…}
     * @throws IllegalArgumentException if there are no fields
     */
    public static EulerSteps joint(List<Colour> fields) {
        return new EulerSteps("joint:" + written(fields), Clock.STEP, List.of(sum(fields, Rational.ONE)));
    }

    /**
     * One step on the mean of the fields; a field named n times counts n times.
     *
     * @param fields the fields
     * @return the method {@code joint-mean:…}
     * @throws IllegalArgumentException if there are no fields
     */
    public static EulerSteps jointMean(List<Colour> fields) {
        Rational weight = fields.isEmpty() ? Rational.ONE : Rational.of(1, fields.size());
        return new EulerSteps("joint-mean:" + written(fields), Clock.STEP, List.of(sum(fields, weight)));
    }

    private static Step sum(List<Colour> fields, Rational weight) {
        SortedMap<Colour, Rational> weights = new TreeMap<>();
        fields.forEach(field -> weights.merge(field, weight, Rational::add));
        return new Step(weights);
    }

    /** A maximal run of equal elements. */
    private record Run<T>(T element, int length) {}

    private static <T> List<Run<T>> runs(List<T> elements) {
        List<Run<T>> runs = new ArrayList<>();
        for (T element : elements) {
            Run<T> last = runs.isEmpty() ? new Run<>(element, 0) : runs.remove(runs.size() - 1);
            if (last.element().equals(element)) {
                runs.add(new Run<>(element, last.length() + 1));
            } else {
                runs.add(last);
                runs.add(new Run<>(element, 1));
            }
        }
        return runs;
    }

    /** The fields with runs shortened: A,A,A,B is written A*3,B. */
    private static String written(List<Colour> fields) {
        return runs(fields).stream()
                .map(run -> run.element() + (run.length() == 1 ? "" : "*" + run.length()))
                .collect(Collectors.joining(","));
    }

    /** The same method under the name by which it was asked for. */
    EulerSteps named(String newName) {
        return new EulerSteps(newName, clock, steps);
    }

    /** {@return the steps of one sweep, the first acting first} */
    public List<Step> steps() {
        return steps;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String map() {
        return runs(steps).stream()
                .map(run -> "θ ← θ + h " + run.element() + (run.length() == 1 ? "" : " (" + run.length() + " times)"))
                .collect(Collectors.joining(", then "));
    }

    @Override
    public SortedSet<Colour> fields() {
        SortedSet<Colour> fields = new TreeSet<>();
        steps.forEach(step -> fields.addAll(step.weights().keySet()));
        return fields;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    /**
     * The recurrence of the class comment; the solution on a tree is the list of P_0, …, P_K as rows of values at
     * n = 0 … N. Cost per tree: K(N+1) products for each child.
     */
    @Override
    public StepRecurrence<List<Rational[]>> recurrence(int order) {
        return new StepRecurrence<>() {
            @Override
            public List<Rational[]> solve(Colour root, List<List<Rational[]>> children) {
                List<Rational[]> afterStep = new ArrayList<>();
                for (int i = 0; i <= steps.size(); i++) {
                    afterStep.add(new Rational[order + 1]);
                }
                Rational current = Rational.ZERO;
                for (int n = 0; n <= order; n++) {
                    afterStep.get(0)[n] = current;
                    for (int i = 0; i < steps.size(); i++) {
                        Rational product = steps.get(i).weights().getOrDefault(root, Rational.ZERO);
                        for (List<Rational[]> child : children) {
                            product = product.multiply(child.get(i)[n]);
                        }
                        current = current.add(product);
                        afterStep.get(i + 1)[n] = current;
                    }
                }
                return afterStep;
            }

            @Override
            public StepPolynomial iterate(List<Rational[]> solution) {
                return StepPolynomial.ofValues(List.of(solution.get(0)));
            }

            @Override
            public long valuesPerTree() {
                return (steps.size() + 1L) * (order + 1L);
            }
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
