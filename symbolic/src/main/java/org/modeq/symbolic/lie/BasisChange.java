package org.modeq.symbolic.lie;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.ring.LinearSystem;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.word.Bracketing;
import org.modeq.symbolic.word.Letter;
import org.modeq.symbolic.word.LieBasis;
import org.modeq.symbolic.word.LyndonWord;

/**
 * The change between Lyndon coordinates and those in another basis b₁, b₂, … of the free Lie algebra, up to a weight.
 *
 * <p>Elements of different contents are independent, so there is a system for each content:
 * Σᵢ xᵢ · (coordinate of bᵢ at l) = c_l for the Lyndon words l of that content. Exact; the coordinates of the bᵢ are
 * integers, found by {@link LyndonRewriting}, and elimination costs at most the third power of the number of elements of
 * one content. Not for use by two threads.
 */
public final class BasisChange {
    private final LieBasis basis;
    private final int maximalWeight;
    private final List<Bracketing> elements;
    /** The places in the basis of the elements of each content. */
    private final Map<SortedMap<Letter, Integer>, List<Integer>> places = new HashMap<>();

    private final Map<Integer, SortedMap<LyndonWord, Rational>> expanded = new HashMap<>();
    private final LyndonRewriting rewriting = new LyndonRewriting();

    /**
     * Prepares the change.
     *
     * @param basis b₁, b₂, …
     * @param maximalWeight the weight up to which it is wanted
     */
    public BasisChange(LieBasis basis, int maximalWeight) {
        this.basis = basis;
        this.maximalWeight = maximalWeight;
        this.elements = basis.upTo(maximalWeight);
        for (int i = 0; i < elements.size(); i++) {
            places.computeIfAbsent(elements.get(i).content(), content -> new ArrayList<>())
                    .add(i);
        }
    }

    /**
     * The coordinates of a Lie series in the basis.
     *
     * @param series Σ c_l P(l)
     * @param <E> the coefficients
     * @return the non-zero xᵢ with Σ xᵢ bᵢ = Σ c_l P(l), in the order of the basis
     * @throws IllegalArgumentException if the series has letters outside the alphabet of the basis, or terms beyond the
     *     maximal weight of this change
     */
    public <E> Map<Bracketing, E> coordinates(LieSeries<E> series) {
        Map<SortedMap<Letter, Integer>, SortedMap<LyndonWord, E>> parts = new HashMap<>();
        series.coordinates()
                .forEach((lyndon, coordinate) -> parts.computeIfAbsent(
                                lyndon.word().content(), content -> new TreeMap<>())
                        .put(lyndon, coordinate));
        SortedMap<Integer, E> solution = new TreeMap<>();
        parts.forEach((content, part) -> solution.putAll(solved(series.ring(), content, part)));
        Map<Bracketing, E> coordinates = new LinkedHashMap<>();
        solution.forEach((place, value) -> {
            if (!value.equals(series.ring().zero())) {
                coordinates.put(elements.get(place), value);
            }
        });
        return Collections.unmodifiableMap(coordinates);
    }

    private <E> SortedMap<Integer, E> solved(
            Ring<E> ring, SortedMap<Letter, Integer> content, SortedMap<LyndonWord, E> part) {
        SortedMap<LyndonWord, SortedMap<Integer, Rational>> rows = rows(content);
        LinearSystem<Integer, E> system = new LinearSystem<>(ring);
        rows.forEach((lyndon, row) -> system.add(row, part.getOrDefault(lyndon, ring.zero())));
        return system.solution()
                .orElseThrow(() -> new AssertionError("the elements of " + basis + " are dependent at " + content));
    }

    /** The coordinates of the elements of one content, by Lyndon word and then by place in the basis. */
    private SortedMap<LyndonWord, SortedMap<Integer, Rational>> rows(SortedMap<Letter, Integer> content) {
        List<Integer> columns = places.get(content);
        if (columns == null) {
            throw new IllegalArgumentException(
                    "given a series with a term of content " + content + ", expected letters of " + basis.alphabet()
                            + " and weights up to " + maximalWeight + "; prepare the change for these");
        }
        SortedMap<LyndonWord, SortedMap<Integer, Rational>> rows = new TreeMap<>();
        for (int column : columns) {
            expanded.computeIfAbsent(column, i -> rewriting.coordinates(elements.get(i)))
                    .forEach((lyndon, entry) ->
                            rows.computeIfAbsent(lyndon, l -> new TreeMap<>()).put(column, entry));
        }
        return rows;
    }

    /** {@return how many elements of a content are independent: all of them, if this is a basis} */
    int rank(SortedMap<Letter, Integer> content) {
        LinearSystem<Integer, Rational> system = new LinearSystem<>(RATIONALS);
        rows(content).values().forEach(row -> system.add(row, Rational.ZERO));
        return system.rank();
    }

    /**
     * The series Σ xᵢ bᵢ, of bracketings of any kind, in Lyndon coordinates.
     *
     * @param ring the ring of the coefficients
     * @param coordinates xᵢ by bracketing
     * @param <E> the coefficients
     * @return Σ xᵢ bᵢ, known to the maximal weight
     */
    public <E> LieSeries<E> toLyndon(Ring<E> ring, Map<Bracketing, E> coordinates) {
        SortedMap<LyndonWord, E> sum = new TreeMap<>();
        coordinates.forEach((bracketing, factor) -> rewriting
                .coordinates(bracketing)
                .forEach((lyndon, entry) -> sum.merge(lyndon, ring.scale(entry, factor), ring::add)));
        return new LieSeries<>(ring, maximalWeight, sum);
    }
}
