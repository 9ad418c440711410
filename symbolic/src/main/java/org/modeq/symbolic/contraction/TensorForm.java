package org.modeq.symbolic.contraction;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.TwoLeggedTree;

/**
 * The normal form of a scalar, a vector or a matrix: Σ h^p c G over contraction graphs G of one rank, without zeros, so equal
 * forms are equal for all losses and fields.
 *
 * @param ring the ring of the coefficients
 * @param rank 0 for a scalar, 1 for a vector, 2 for a matrix
 * @param terms c by power of h and graph
 * @param <E> the coefficients
 */
public record TensorForm<E>(Ring<E> ring, int rank, SortedMap<Term, E> terms) {
    /**
     * A power of h with a graph.
     *
     * @param power p
     * @param graph G
     */
    public record Term(int power, ContractionGraph graph) implements Comparable<Term> {
        @Override
        public int compareTo(Term other) {
            int byPower = Integer.compare(power, other.power);
            return byPower != 0 ? byPower : graph.compareTo(other.graph);
        }
    }

    /**
     * A form by its coefficients; zeros are dropped.
     *
     * @param ring the ring of the coefficients
     * @param rank the number of free indices
     * @param terms c by power of h and graph
     */
    public TensorForm {
        SortedMap<Term, E> kept = new TreeMap<>(terms);
        kept.values().removeIf(coefficient -> coefficient.equals(ring.zero()));
        terms = Collections.unmodifiableSortedMap(kept);
    }

    /**
     * The form 0.
     *
     * @param ring the ring of the coefficients
     * @param rank the number of free indices
     * @param <E> the coefficients
     * @return 0
     */
    public static <E> TensorForm<E> zero(Ring<E> ring, int rank) {
        return new TensorForm<>(ring, rank, new TreeMap<>());
    }

    /**
     * A single graph.
     *
     * @param ring the ring of the coefficients
     * @param graph G
     * @param <E> the coefficients
     * @return G
     */
    public static <E> TensorForm<E> of(Ring<E> ring, ContractionGraph graph) {
        return new TensorForm<>(
                ring, graph.rank(), new TreeMap<>(Collections.singletonMap(new Term(0, graph), ring.one())));
    }

    /**
     * The symmetric matrix W of derivatives of losses along a tree with two legs.
     *
     * @param ring the ring of the coefficients
     * @param tree T
     * @param <E> the coefficients
     * @return ∇²L, ½ (∇²A ∇²B + ∇²B ∇²A), …
     */
    public static <E> TensorForm<E> ofLosses(Ring<E> ring, TwoLeggedTree tree) {
        TensorForm<E> product = of(ring, ContractionGraph.ofLosses(tree));
        return product.add(product.transposed()).scaled(ring.of(Rational.of(1, 2)));
    }

    /**
     * A number.
     *
     * @param ring its ring
     * @param power the power of h in front
     * @param number c
     * @param <E> the coefficients
     * @return the scalar c h^p
     */
    public static <E> TensorForm<E> number(Ring<E> ring, int power, E number) {
        Term term = new Term(power, new Assembly().finish());
        return new TensorForm<>(ring, 0, new TreeMap<>(Collections.singletonMap(term, number)));
    }

    /**
     * A loss.
     *
     * @param ring the ring of the coefficients
     * @param name its name
     * @param <E> the coefficients
     * @return the scalar L
     */
    public static <E> TensorForm<E> loss(Ring<E> ring, String name) {
        Assembly assembly = new Assembly();
        assembly.add(Vertex.loss(name, List.of()));
        return of(ring, assembly.finish());
    }

    /**
     * A vector field that is no gradient.
     *
     * @param ring the ring of the coefficients
     * @param name its name
     * @param <E> the coefficients
     * @return the vector f
     */
    public static <E> TensorForm<E> field(Ring<E> ring, String name) {
        Assembly assembly = new Assembly();
        int output = assembly.newIndex();
        assembly.add(Vertex.field(name, output, List.of()));
        return of(ring, assembly.finish(output));
    }

    /**
     * The identity matrix.
     *
     * @param ring the ring of the coefficients
     * @param <E> the coefficients
     * @return I
     */
    public static <E> TensorForm<E> identity(Ring<E> ring) {
        Assembly assembly = new Assembly();
        int index = assembly.newIndex();
        return of(ring, assembly.finish(index, index));
    }

    /** A constant vector that stands for a direction until it is {@link #filled}. */
    static <E> TensorForm<E> standIn(Ring<E> ring, int number) {
        return field(ring, Vertex.standIn(number));
    }

    /** The form with a vector put where a stand-in stands. */
    TensorForm<E> filled(int number, TensorForm<E> vector) {
        requireRank(vector, 1);
        String name = Vertex.standIn(number);
        SortedMap<Term, E> sum = new TreeMap<>();
        terms.forEach((term, a) -> vector.terms.forEach((other, b) -> {
            Assembly assembly = new Assembly();
            int[] free = GraphProducts.newIndices(assembly, rank);
            assembly.addFilled(term.graph(), name, other.graph(), free);
            Term filled = new Term(term.power() + other.power(), assembly.finish(free));
            sum.merge(filled, ring.multiply(a, b), ring::add);
        }));
        return new TensorForm<>(ring, rank, sum);
    }

    /** {@return whether this is 0} */
    public boolean isZero() {
        return terms.isEmpty();
    }

    /** {@return the names of the losses and fields that occur, also in arguments of functions} */
    public SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        terms.keySet().forEach(term -> names.addAll(term.graph().names()));
        return names;
    }

    /** {@return the functions of coordinates that occur, with the highest order of their derivatives by each argument} */
    public SortedMap<String, List<Integer>> functions() {
        SortedMap<String, List<Integer>> functions = new TreeMap<>();
        terms.keySet()
                .forEach(term -> term.graph()
                        .functions()
                        .forEach((name, orders) -> functions.merge(name, orders, AppliedFunction::highest)));
        return functions;
    }

    /**
     * The sum.
     *
     * @param other a form of the same rank
     * @return the sum of both
     */
    public TensorForm<E> add(TensorForm<E> other) {
        requireRank(other, rank);
        SortedMap<Term, E> sum = new TreeMap<>(terms);
        other.terms.forEach((term, coefficient) -> sum.merge(term, coefficient, ring::add));
        return new TensorForm<>(ring, rank, sum);
    }

    /**
     * A multiple.
     *
     * @param factor c
     * @return c times this form
     */
    public TensorForm<E> scaled(E factor) {
        SortedMap<Term, E> scaled = new TreeMap<>(terms);
        scaled.replaceAll((term, coefficient) -> ring.multiply(factor, coefficient));
        return new TensorForm<>(ring, rank, scaled);
    }

    /** {@return minus this form} */
    public TensorForm<E> negate() {
        return scaled(ring.negate(ring.one()));
    }

    /**
     * The difference.
     *
     * @param other a form of the same rank
     * @return this less the other
     */
    public TensorForm<E> subtract(TensorForm<E> other) {
        return add(other.negate());
    }

    /**
     * The product with a scalar.
     *
     * @param scalar a form of rank 0
     * @return scalar times this form
     */
    public TensorForm<E> times(TensorForm<E> scalar) {
        requireRank(scalar, 0);
        return combined(scalar, rank, GraphProducts::scaled);
    }

    /**
     * The contraction of the last index of this form with the first of another: M v, M N, u · v, uᵀ M.
     *
     * @param other a form of rank at least 1
     * @return the contraction, of rank at most 2
     * @throws IllegalArgumentException if a form is a scalar
     */
    public TensorForm<E> contracted(TensorForm<E> other) {
        if (rank == 0 || other.rank == 0) {
            throw new IllegalArgumentException("given a scalar in a contraction, expected vectors or matrices");
        }
        return combined(other, rank + other.rank - 2, GraphProducts::contracted);
    }

    /**
     * The coordinate-wise product.
     *
     * @param other a vector
     * @return (u ⊙ v)_i = u_i v_i
     */
    public TensorForm<E> coordinatewise(TensorForm<E> other) {
        requireRank(this, 1);
        requireRank(other, 1);
        return combined(other, 1, GraphProducts::coordinatewise);
    }

    /** {@return the diagonal matrix v_i δ_ij of a vector} */
    public TensorForm<E> diagonal() {
        requireRank(this, 1);
        return mapped(2, GraphProducts::diagonal);
    }

    /** {@return the transposed matrix} */
    public TensorForm<E> transposed() {
        requireRank(this, 2);
        return mapped(2, GraphProducts::transposed);
    }

    /** {@return the trace of a matrix} */
    public TensorForm<E> trace() {
        requireRank(this, 2);
        return mapped(0, GraphProducts::trace);
    }

    /** {@return Σ_i v_i of a vector} */
    public TensorForm<E> summed() {
        requireRank(this, 1);
        return mapped(0, GraphProducts::summed);
    }

    /**
     * The derivative with one more index, the last: the gradient of a scalar, the Jacobian M_ij = ∂_j v_i of a vector.
     *
     * @return Σ over the tensors of each graph of the graph with one more leg there; functions by the chain rule
     * @throws IllegalArgumentException if this is a matrix
     */
    public TensorForm<E> derivative() {
        if (rank > 1) {
            throw new IllegalArgumentException(
                    "given the derivative of a matrix, which has three indices; give it a direction, as in D(M)[v]");
        }
        return Derivatives.withNewIndex(this);
    }

    /**
     * The derivative along a vector, of any rank.
     *
     * @param direction w
     * @return Σ_j w_j ∂_j of this form
     */
    public TensorForm<E> derivative(TensorForm<E> direction) {
        requireRank(direction, 1);
        return Derivatives.along(this, direction);
    }

    /**
     * The Lie bracket [v, w] = w′v − v′w of vector fields.
     *
     * @param other w
     * @return [v, w]
     */
    public TensorForm<E> bracket(TensorForm<E> other) {
        return other.derivative(this).subtract(derivative(other));
    }

    /**
     * The part with powers of h up to a bound.
     *
     * @param power the highest power kept
     * @return the form without the higher powers
     */
    public TensorForm<E> truncated(int power) {
        SortedMap<Term, E> kept = new TreeMap<>();
        terms.forEach((term, coefficient) -> {
            if (term.power() <= power) {
                kept.put(term, coefficient);
            }
        });
        return new TensorForm<>(ring, rank, kept);
    }

    /**
     * The same form over another ring, coefficient by coefficient.
     *
     * @param target the other ring
     * @param map a homomorphism into it
     * @param <F> its elements
     * @return the form with mapped coefficients
     */
    public <F> TensorForm<F> mapped(Ring<F> target, Function<E, F> map) {
        SortedMap<Term, F> mapped = new TreeMap<>();
        terms.forEach((term, coefficient) -> mapped.put(term, map.apply(coefficient)));
        return new TensorForm<>(target, rank, mapped);
    }

    /**
     * The form as a formula of the language, powers of h rising.
     *
     * @param names how losses and fields are written
     * @return for example {@code -grad(L)-1/2*h*hess(L)*grad(L)}; {@code 0} for 0
     */
    public Formula toFormula(UnaryOperator<String> names) {
        return FormFormula.of(this, names);
    }

    private TensorForm<E> combined(
            TensorForm<E> other, int newRank, BiFunction<ContractionGraph, ContractionGraph, ContractionGraph> join) {
        SortedMap<Term, E> sum = new TreeMap<>();
        terms.forEach((mine, a) -> other.terms.forEach((others, b) -> {
            ContractionGraph graph = join.apply(mine.graph(), others.graph());
            sum.merge(new Term(mine.power() + others.power(), graph), ring.multiply(a, b), ring::add);
        }));
        return new TensorForm<>(ring, newRank, sum);
    }

    private TensorForm<E> mapped(int newRank, UnaryOperator<ContractionGraph> map) {
        SortedMap<Term, E> sum = new TreeMap<>();
        terms.forEach((term, coefficient) ->
                sum.merge(new Term(term.power(), map.apply(term.graph())), coefficient, ring::add));
        return new TensorForm<>(ring, newRank, sum);
    }

    private static void requireRank(TensorForm<?> form, int rank) {
        if (form.rank != rank) {
            List<String> names = List.of("a scalar", "a vector", "a matrix");
            throw new IllegalArgumentException("given " + names.get(form.rank) + ", expected " + names.get(rank));
        }
    }

    /** {@return the form in index notation} */
    @Override
    public String toString() {
        return terms.isEmpty()
                ? "0"
                : terms.entrySet().stream()
                        .map(entry -> entry.getValue() + " h^" + entry.getKey().power() + " "
                                + entry.getKey().graph())
                        .collect(Collectors.joining(" + "));
    }
}
