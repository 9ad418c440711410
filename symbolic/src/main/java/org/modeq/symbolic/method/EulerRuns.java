package org.modeq.symbolic.method;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.word.Letter;

/**
 * Runs of explicit Euler steps whose lengths may be symbols: r₁ times one step, then r₂ times another, and so on.
 *
 * <p>Within a run the coefficient of a tree is a polynomial in the number k of steps made, so it has a value at a symbol.
 * With P_i(t; n, k) the coefficient of t after k steps of run i in sweep n, and w the weights of that run,
 * <pre>
 *   P_i(t; n, k) = P_i(t; n, 0) + w_root · Σ_{j&lt;k} Π P_i(children; n, j),      P_{i+1}(t; n, 0) = P_i(t; n, r_i).
 * </pre>
 * For numbers this is {@link EulerSteps} with each step written out, which is the faster form.
 *
 * @param <E> the weights and the lengths
 */
public final class EulerRuns<E> implements Method<E> {
    /** The largest number of steps that a sweep is written out with. */
    static final int LONGEST_SWEEP = 10_000;

    private final String name;
    private final Clock clock;
    private final Ring<E> ring;
    private final List<Run<E>> runs;
    private final SortedMap<String, String> parameters;

    /**
     * A step repeated.
     *
     * @param step the step
     * @param times r, how often it is made
     * @param <E> the weights and the length
     */
    public record Run<E>(EulerSteps.Step<E> step, E times) {}

    /**
     * Runs one after the other.
     *
     * @param name how the method is called
     * @param clock what takes time h: all runs together
     * @param ring the ring of the weights and lengths
     * @param runs the runs, the first acting first; at least one
     * @param parameters its parameters by name with their values
     * @throws IllegalArgumentException if there are no runs
     */
    public EulerRuns(String name, Clock clock, Ring<E> ring, List<Run<E>> runs, SortedMap<String, String> parameters) {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException(
                    "given no steps, expected at least one; name the fields, as in sequence:A*n,B*m");
        }
        this.name = name;
        this.clock = clock;
        this.ring = ring;
        this.runs = List.copyOf(runs);
        this.parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /** Makes the runs of a sweep over the ring of its parameters. */
    interface Recipe {
        <E> List<Run<E>> of(ParameterSource<E> parameters);
    }

    /**
     * A sweep of runs: written out as {@link EulerSteps} if all lengths are numbers.
     *
     * @param names the parameters other than lengths
     * @param times the lengths of the runs, each a number or a symbol
     */
    static Method<?> sweep(
            String name, List<String> names, List<Repetition> times, MethodParameters parameters, Recipe recipe) {
        List<Repetition> lengths =
                times.stream().map(length -> length.given(parameters.values())).toList();
        Set<String> all = new LinkedHashSet<>(names);
        times.forEach(length -> length.symbol().ifPresent(all::add));
        List<String> open = lengths.stream()
                .flatMap(length -> length.symbol().stream())
                .distinct()
                .toList();
        List<ParameterPolynomial> divisors =
                open.stream().map(ParameterPolynomial::parameter).toList();
        return ParameterSource.build(
                name, List.copyOf(all), parameters.values(), divisors, new ParameterSource.Recipe<Method<?>>() {
                    @Override
                    public <E> Method<?> build(ParameterSource<E> source) {
                        List<Run<E>> runs = recipe.of(source);
                        return open.isEmpty()
                                ? new EulerSteps<>(
                                        name, Clock.SWEEP, source.ring(), writtenOut(runs, lengths), source.written())
                                : new EulerRuns<>(name, Clock.SWEEP, source.ring(), runs, source.written());
                    }
                });
    }

    private static <E> List<EulerSteps.Step<E>> writtenOut(List<Run<E>> runs, List<Repetition> lengths) {
        long total = lengths.stream().mapToLong(Repetition::number).sum();
        if (total > LONGEST_SWEEP) {
            throw new IllegalArgumentException("given " + total + " steps in a sweep, expected at most " + LONGEST_SWEEP
                    + "; shorten the sequence, or repeat by a symbol as in A*n");
        }
        List<EulerSteps.Step<E>> steps = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            steps.addAll(
                    Collections.nCopies(lengths.get(i).number(), runs.get(i).step()));
        }
        return steps;
    }

    /** {@return the runs of one sweep, the first acting first} */
    public List<Run<E>> runs() {
        return runs;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String map() {
        return runs.stream()
                .map(run -> "θ ← θ + h " + run.step()
                        + (run.times().equals(ring.one()) ? "" : " (" + run.times() + " times)"))
                .collect(Collectors.joining(", then "));
    }

    @Override
    public SortedSet<Colour> fields() {
        SortedSet<Colour> fields = new TreeSet<>();
        runs.forEach(run -> fields.addAll(run.step().weights().keySet()));
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
        List<SortedMap<Letter, E>> exponents = runs.stream()
                .flatMap(run -> run.step().exponent(ring, run.times(), order).stream())
                .toList();
        return exponents.size() == runs.size() ? Optional.of(exponents) : Optional.empty();
    }

    /**
     * The iterates of a tree.
     *
     * @param afterSweep P(t; 0), …, P(t; N) at the ends of sweeps
     * @param inRun for each sweep n and each run i the values P_i(t; n, 0), …, P_i(t; n, N)
     */
    private record Iterates<E>(List<E> afterSweep, List<List<StepPolynomial<E>>> inRun) {}

    /** The recurrence of the class comment. Cost per tree: K(N+1)² products for each child and for each run. */
    @Override
    public StepRecurrence<?, E> recurrence(int order) {
        return new StepRecurrence<Iterates<E>, E>() {
            @Override
            public Iterates<E> solve(Colour root, List<Iterates<E>> children) {
                List<E> afterSweep = new ArrayList<>();
                List<List<StepPolynomial<E>>> inRun = new ArrayList<>();
                E current = ring.zero();
                for (int n = 0; n <= order; n++) {
                    afterSweep.add(current);
                    List<StepPolynomial<E>> sweep = new ArrayList<>();
                    for (int i = 0; i < runs.size(); i++) {
                        StepPolynomial<E> polynomial = run(i, current, root, factors(children, n, i));
                        sweep.add(polynomial);
                        current = polynomial.at(runs.get(i).times());
                    }
                    inRun.add(sweep);
                }
                return new Iterates<>(afterSweep, inRun);
            }

            private StepPolynomial<E> run(int i, E start, Colour root, List<StepPolynomial<E>> factors) {
                StepPolynomial<E> constant = StepPolynomial.constant(ring, start, order);
                E weight = runs.get(i).step().weights().get(root);
                if (weight == null) {
                    return constant;
                }
                StepPolynomial<E> product = StepPolynomial.constant(ring, ring.one(), order);
                for (StepPolynomial<E> factor : factors) {
                    product = product.multiply(factor);
                }
                return constant.plus(weight, product.strictSum());
            }

            @Override
            public StepPolynomial<E> iterate(Iterates<E> solution) {
                return StepPolynomial.ofValues(ring, solution.afterSweep());
            }

            @Override
            public long valuesPerTree() {
                return (runs.size() * (order + 1L) + 1) * (order + 1L);
            }
        };
    }

    /** The children's polynomials in sweep n and run i. */
    private static <E> List<StepPolynomial<E>> factors(List<Iterates<E>> children, int n, int i) {
        return children.stream().map(child -> child.inRun().get(n).get(i)).toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
