package org.modeq.symbolic.method;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.series.BSeriesMap;
import org.modeq.symbolic.tree.Colour;

/**
 * Methods with memory, on their slow manifold: ρ(E)θₙ = h σ(E) f(B(E)θₙ), E the shift to the next step.
 *
 * <p>This is heavy ball, Nesterov's method, momentum by exponential averages, and any linear multistep recurrence. With
 * E = 1 + Δ and ρ(1) = 0 write ρ(E) = Δ·ρ̂(Δ); then the polynomial solution with P(t; 0) = 0 is unique,
 * <pre>
 *   G(t; n) = Π over the children c of B(Δ) P(c; n),      P(t; n) = Σ_{j&lt;n} (A(Δ) G(t))(j),      A = σ(1 + Δ)/ρ̂(Δ),
 * </pre>
 * a finite sum of differences, because G is a polynomial in n. What the other roots of ρ do, the transient, is not in it.
 *
 * @param <E> the coefficients of the recurrence
 */
public final class LinearMultistep<E> implements Method<E> {
    private final String name;
    private final String map;
    private final Ring<E> ring;
    private final FromRest<E> fromRest;
    private final List<E> rhoInShifts;
    private final List<E> sigmaInShifts;
    private final List<E> lookAheadInShifts;
    private final List<E> rho;
    private final List<E> sigma;
    private final E inverseOfSlope;
    private final List<E> lookAhead;
    private final SortedMap<String, String> parameters;
    private final Optional<List<E>> poles;
    private final String remark;

    /**
     * A recurrence.
     *
     * @param name how it is called
     * @param map what one step does, as a formula in plain text
     * @param ring the ring of the coefficients
     * @param rho ρ₀, ρ₁, …, the coefficients of ρ(E) = Σ ρ_i Eⁱ, with ρ(1) = 0
     * @param sigma σ₀, σ₁, …, the coefficients of σ(E)
     * @param inverseOfSlope 1/ρ′(1)
     * @param lookAhead the coefficients of B(E), where the field is evaluated; 1 alone for θₙ itself
     * @param parameters its parameters by name with their values
     * @throws IllegalArgumentException if ρ(1) ≠ 0 or the inverse is none
     */
    public LinearMultistep(
            String name,
            String map,
            Ring<E> ring,
            List<E> rho,
            List<E> sigma,
            E inverseOfSlope,
            List<E> lookAhead,
            SortedMap<String, String> parameters) {
        this(name, map, ring, rho, sigma, inverseOfSlope, lookAhead, parameters, Optional.empty(), "");
    }

    private LinearMultistep(
            String name,
            String map,
            Ring<E> ring,
            List<E> rho,
            List<E> sigma,
            E inverseOfSlope,
            List<E> lookAhead,
            SortedMap<String, String> parameters,
            Optional<List<E>> poles,
            String remark) {
        this.name = name;
        this.map = map;
        this.ring = ring;
        this.fromRest = new FromRest<>(ring, rho, sigma, lookAhead);
        this.rhoInShifts = List.copyOf(rho);
        this.sigmaInShifts = List.copyOf(sigma);
        this.lookAheadInShifts = List.copyOf(lookAhead);
        this.rho = inDifferences(ring, rho);
        this.sigma = inDifferences(ring, sigma);
        this.inverseOfSlope = inverseOfSlope;
        this.lookAhead = inDifferences(ring, lookAhead);
        this.parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        this.poles = poles.map(List::copyOf);
        this.remark = remark;
        if (rho.size() < 2 || !this.rho.get(0).equals(ring.zero())) {
            throw new IllegalArgumentException("given " + name + " with rho(1) = " + this.rho.get(0)
                    + ", expected rho(1) = 0: constants must satisfy the recurrence without f");
        }
        if (!ring.multiply(this.rho.get(1), inverseOfSlope).equals(ring.one())) {
            throw new IllegalArgumentException(
                    "given " + name + " with rho'(1) = " + this.rho.get(1)
                            + ", expected a number with an inverse: otherwise 1 is a double root and there is no slow manifold");
        }
    }

    /**
     * The same recurrence, said what the roots of ρ are: how its transient fades.
     *
     * @param roots β₁, β₂, … with ρ(E) = Eʲ(E − 1)(E − β₁)(E − β₂)⋯
     * @return the recurrence
     */
    public LinearMultistep<E> withPoles(List<E> roots) {
        return new LinearMultistep<>(
                name,
                map,
                ring,
                rhoInShifts,
                sigmaInShifts,
                inverseOfSlope,
                lookAheadInShifts,
                parameters,
                Optional.of(roots),
                remark);
    }

    /**
     * The same recurrence over a larger ring, with what else is to be said of it.
     *
     * @param larger the ring
     * @param embedding an element there
     * @param said its remark
     * @param further parameters by name with their values, besides its own
     * @param <F> the elements of the larger ring
     * @return the recurrence
     */
    public <F> LinearMultistep<F> over(
            Ring<F> larger, Function<E, F> embedding, String said, Map<String, String> further) {
        SortedMap<String, String> all = new TreeMap<>(parameters);
        all.putAll(further);
        return new LinearMultistep<>(
                name,
                map,
                larger,
                rhoInShifts.stream().map(embedding).toList(),
                sigmaInShifts.stream().map(embedding).toList(),
                embedding.apply(inverseOfSlope),
                lookAheadInShifts.stream().map(embedding).toList(),
                all,
                poles.map(roots -> roots.stream().map(embedding).toList()),
                said);
    }

    /** {@return the roots of ρ besides 1 and 0, where they are known} */
    public Optional<List<E>> poles() {
        return poles;
    }

    /** The coefficients of Σ p_i (1 + Δ)ⁱ in powers of Δ. */
    private static <E> List<E> inDifferences(Ring<E> ring, List<E> inShifts) {
        List<E> result = new ArrayList<>(Collections.nCopies(Math.max(1, inShifts.size()), ring.zero()));
        for (int i = inShifts.size() - 1; i >= 0; i--) {
            for (int r = result.size() - 1; r >= 1; r--) {
                result.set(r, ring.add(result.get(r), result.get(r - 1)));
            }
            result.set(0, ring.add(result.get(0), inShifts.get(i)));
        }
        return result;
    }

    /** A(Δ) = σ/ρ̂ to the given degree: a_r = (σ_r − Σ_{k≥1} ρ̂_k a_{r−k}) / ρ̂₀. */
    private List<E> filter(int degree) {
        List<E> filter = new ArrayList<>();
        for (int r = 0; r <= degree; r++) {
            E sum = r < sigma.size() ? sigma.get(r) : ring.zero();
            for (int k = 1; k <= r && k + 1 < rho.size(); k++) {
                sum = ring.add(sum, ring.negate(ring.multiply(rho.get(k + 1), filter.get(r - k))));
            }
            filter.add(ring.multiply(sum, inverseOfSlope));
        }
        return filter;
    }

    @Override
    public String name() {
        return name;
    }

    /** {@return ρ₀, ρ₁, …, the coefficients of ρ(E)} */
    public List<E> rho() {
        return rhoInShifts;
    }

    /** {@return σ₀, σ₁, …, the coefficients of σ(E)} */
    public List<E> sigma() {
        return sigmaInShifts;
    }

    /** {@return the coefficients of B(E), where the field is evaluated} */
    public List<E> lookAhead() {
        return lookAheadInShifts;
    }

    @Override
    public String map() {
        return map;
    }

    @Override
    public String remark() {
        return remark;
    }

    @Override
    public Ring<E> ring() {
        return ring;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return parameters;
    }

    /**
     * The solution on a tree.
     *
     * @param iterate P(t; n)
     * @param argument B(Δ)P(t; n), what a parent sees of this tree
     * @param <E> the coefficients
     */
    record Solution<E>(StepPolynomial<E> iterate, StepPolynomial<E> argument) {}

    @Override
    public StepRecurrence<Solution<E>, E> recurrence(int order) {
        List<E> filter = filter(order);
        return new StepRecurrence<>() {
            @Override
            public Solution<E> solve(Colour root, List<Solution<E>> children) {
                StepPolynomial<E> slope = StepPolynomial.constant(ring, ring.one(), order);
                for (Solution<E> child : children) {
                    slope = slope.multiply(child.argument());
                }
                StepPolynomial<E> iterate = slope.filtered(filter).strictSum();
                return new Solution<>(iterate, iterate.filtered(lookAhead));
            }

            @Override
            public StepPolynomial<E> iterate(Solution<E> solution) {
                return solution.iterate();
            }

            @Override
            public long valuesPerTree() {
                return 2L * (order + 1);
            }
        };
    }

    /**
     * The map from θ₀ to θₙ of a run from rest: all earlier iterates are θ₀, and no gradient is read before step 0, so that
     * averages and velocities begin at 0. This is the run itself, with its transient, not the slow manifold.
     *
     * <p>Exact; for each tree one step of the recurrence and one product for each child and iterate.
     *
     * @param steps n ≥ 0
     * @param order the truncation order
     * @return Φₙ as a B-series
     * @throws IllegalArgumentException if n &lt; 0, the order is below 1, or the recurrence is not solved for its last
     *     iterate
     */
    public BSeriesMap<E> mapFromRest(int steps, int order) {
        return fromRest.map(steps, order);
    }

    @Override
    public String toString() {
        return name;
    }
}
