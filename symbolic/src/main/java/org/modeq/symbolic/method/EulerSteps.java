package org.modeq.symbolic.method;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.word.Letter;

/**
 * Explicit Euler steps one after the other: θ ← θ + h Σ_c w_c f_c(θ), with the weights w of each step in turn.
 *
 * <p>This is gradient descent (one step on one field), joint training (one step on a sum of fields) and training on a
 * sequence of tasks (a step on each in turn, repeated or not, forwards and backwards). One sweep over the steps takes
 * time h. With P_i(t; n) the coefficient of t after i steps of sweep n,
 * <pre>
 *   P_{i+1}(t; n) = P_i(t; n) + w_root · Π P_i(children; n),      P_0(t; n+1) = P_K(t; n),      P_0(t; 0) = 0.
 * </pre>
 *
 * @param <E> the weights
 */
public final class EulerSteps<E> implements Method<E> {
    private final Ring<E> ring;
    private final String name;
    private final Clock clock;
    private final List<Step<E>> steps;
    private final SortedMap<String, String> parameters;

    /**
     * One explicit Euler step on a sum of fields.
     *
     * @param weights w_c by field c
     * @param <E> the weights
     */
    public record Step<E>(SortedMap<Colour, E> weights) {
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
         * @param weight w
         * @param <E> the weight
         * @return the step θ ← θ + w h f(θ)
         */
        public static <E> Step<E> on(Colour field, E weight) {
            return new Step<>(new TreeMap<>(Collections.singletonMap(field, weight)));
        }

        /** {@return the sum, as {@code A(θ)} or {@code (1/2 A(θ) + 1/2 B(θ))}} */
        @Override
        public String toString() {
            String sum = weights.entrySet().stream()
                    .map(entry -> (entry.getValue() + " " + entry.getKey() + "(θ)").replaceFirst("^1 ", ""))
                    .collect(Collectors.joining(" + "));
            return weights.size() == 1 ? sum : "(" + sum + ")";
        }

        /**
         * The exponent r Σ_j w^j A_j of a step of weight w on the field A that is made r times.
         *
         * @return the exponent, or empty if the step is on several fields
         */
        Optional<SortedMap<Letter, E>> exponent(Ring<E> ring, E times, int order) {
            if (weights.size() != 1) {
                return Optional.empty();
            }
            Colour field = weights.firstKey();
            SortedMap<Letter, E> exponent = new TreeMap<>();
            E power = times;
            for (int j = 1; j <= order; j++) {
                power = ring.multiply(power, weights.getOrDefault(field, ring.zero()));
                exponent.put(new Letter(field.name(), j), power);
            }
            return Optional.of(exponent);
        }
    }

    /**
     * Steps one after the other.
     *
     * @param name how the method is called
     * @param clock what takes time h: all steps together
     * @param ring the ring of the weights
     * @param steps the steps, the first acting first; at least one
     * @param parameters its parameters by name with their values
     * @throws IllegalArgumentException if there are no steps
     */
    public EulerSteps(
            String name, Clock clock, Ring<E> ring, List<Step<E>> steps, SortedMap<String, String> parameters) {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException(
                    "given no steps, expected at least one; name the fields, as in sequence:A,B");
        }
        this.name = name;
        this.clock = clock;
        this.ring = ring;
        this.steps = List.copyOf(steps);
        this.parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /** {@return gradient descent: one Euler step on the field f} */
    public static EulerSteps<Rational> gradientDescent() {
        return new EulerSteps<>("gd", Clock.STEP, RATIONALS, List.of(Step.on(Colour.F, Rational.ONE)), new TreeMap<>());
    }

    /**
     * One step on each field in turn, the first field acting first.
     *
     * @param fields the fields in the order of their steps, with repetitions
     * @return the method {@code sequence:…}, whose clock is the sweep
     * @throws IllegalArgumentException if there are no fields
     */
    public static EulerSteps<Rational> sequence(List<Colour> fields) {
        return new EulerSteps<>(
                "sequence:" + written(fields),
                Clock.SWEEP,
                RATIONALS,
                fields.stream().map(field -> Step.on(field, Rational.ONE)).toList(),
                new TreeMap<>());
    }

    /**
     * One step on the sum of the fields; a field named n times counts n times.
     *
     * @param fields the fields
     * @return the method {@code joint:…}
     * @throws IllegalArgumentException if there are no fields
     */
    public static EulerSteps<Rational> joint(List<Colour> fields) {
        return new EulerSteps<>(
                "joint:" + written(fields), Clock.STEP, RATIONALS, List.of(sum(fields, Rational.ONE)), new TreeMap<>());
    }

    /**
     * One step on the mean of the fields; a field named n times counts n times.
     *
     * @param fields the fields
     * @return the method {@code joint-mean:…}
     * @throws IllegalArgumentException if there are no fields
     */
    public static EulerSteps<Rational> jointMean(List<Colour> fields) {
        Rational weight = fields.isEmpty() ? Rational.ONE : Rational.of(1, fields.size());
        return new EulerSteps<>(
                "joint-mean:" + written(fields), Clock.STEP, RATIONALS, List.of(sum(fields, weight)), new TreeMap<>());
    }

    private static Step<Rational> sum(List<Colour> fields, Rational weight) {
        SortedMap<Colour, Rational> weights = new TreeMap<>();
        fields.forEach(field -> weights.merge(field, weight, Rational::add));
        return new Step<>(weights);
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
    EulerSteps<E> named(String newName) {
        return new EulerSteps<>(newName, clock, ring, steps, parameters);
    }

    /** {@return the steps of one sweep, the first acting first} */
    public List<Step<E>> steps() {
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

    @Override
    public Ring<E> ring() {
        return ring;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return parameters;
    }

    @Override
    public Optional<List<SortedMap<Letter, E>>> exponents(int order) {
        List<SortedMap<Letter, E>> exponents = steps.stream()
                .flatMap(step -> step.exponent(ring, ring.one(), order).stream())
                .toList();
        return exponents.size() == steps.size() ? Optional.of(exponents) : Optional.empty();
    }

    /**
     * The recurrence of the class comment; the solution on a tree is the list of P_0, …, P_K as rows of values at
     * n = 0 … N. Cost per tree: K(N+1) products for each child.
     */
    @Override
    public StepRecurrence<List<List<E>>, E> recurrence(int order) {
        return new StepRecurrence<>() {
            @Override
            public List<List<E>> solve(Colour root, List<List<List<E>>> children) {
                List<List<E>> afterStep = new ArrayList<>();
                for (int i = 0; i <= steps.size(); i++) {
                    afterStep.add(new ArrayList<>(order + 1));
                }
                E current = ring.zero();
                for (int n = 0; n <= order; n++) {
                    afterStep.get(0).add(current);
                    for (int i = 0; i < steps.size(); i++) {
                        E product = steps.get(i).weights().getOrDefault(root, ring.zero());
                        for (List<List<E>> child : children) {
                            product = ring.multiply(product, child.get(i).get(n));
                        }
                        current = ring.add(current, product);
                        afterStep.get(i + 1).add(current);
                    }
                }
                return afterStep;
            }

            @Override
            public StepPolynomial<E> iterate(List<List<E>> solution) {
                return StepPolynomial.ofValues(ring, solution.get(0));
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
