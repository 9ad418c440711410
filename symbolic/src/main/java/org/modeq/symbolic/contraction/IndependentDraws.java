package org.modeq.symbolic.contraction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;

/**
 * Averages over independent draws of a random field f + d_ξ with mean f: in a form the letters a, b, … stand for the deviations of
 * different draws, and every term is averaged over all of them.
 *
 * <p>So {@code D(phi,2)[a,a]} is 𝔼 φ″(d, d), a term with a letter that stands once is 0, and other letters for the draws change
 * nothing. Over all random fields, distinct normal forms are different averages.
 */
public final class IndependentDraws {
    private final List<String> letters;
    private final Distribution distribution;

    /** What is known of the deviations. */
    public enum Distribution {
        /** Their mean is 0. */
        ANY,
        /** d and −d are alike: a term in which a letter stands an odd number of times is 0. */
        SYMMETRIC,
        /** d = Σ σ_j ξ_j with independent standard normal ξ_j: the mean over a draw is the sum over all pairings. */
        GAUSSIAN
    }

    /**
     * Draws by the letters of their deviations.
     *
     * @param letters the letters, in their order
     * @param distribution what is known of them
     */
    public IndependentDraws(List<String> letters, Distribution distribution) {
        this.letters = List.copyOf(letters);
        this.distribution = distribution;
    }

    /**
     * The form in which averages are equal exactly if they are the same.
     *
     * <p>Cost: k! canonical forms of a term with k letters.
     *
     * @param form a form in the mean and the letters
     * @param <E> the coefficients
     * @return the normal form
     * @throws IllegalArgumentException if a letter stands in an argument of a function, or there are more draws than letters
     */
    public <E> TensorForm<E> normalForm(TensorForm<E> form) {
        Ring<E> ring = form.ring();
        SortedMap<TensorForm.Term, E> sum = new TreeMap<>();
        form.terms().forEach((term, coefficient) -> {
            requireOutsideOfFunctions(term.graph());
            for (List<String> names : averaged(names(term.graph()))) {
                ContractionGraph smallest = smallest(term.graph(), names);
                sum.merge(new TensorForm.Term(term.power(), smallest), coefficient, ring::add);
            }
        });
        return new TensorForm<>(ring, form.rank(), sum);
    }

    private void requireOutsideOfFunctions(ContractionGraph graph) {
        graph.vertices()
                .forEach(vertex -> vertex.function()
                        .ifPresent(function -> function.arguments().forEach(argument -> {
                            if (!Collections.disjoint(argument.names(), letters)) {
                                throw new IllegalArgumentException("given a deviation in an argument of "
                                        + function.name() + ", expected the letters " + String.join(", ", letters)
                                        + " outside of functions");
                            }
                        })));
    }

    private static List<String> names(ContractionGraph graph) {
        return graph.vertices().stream().map(Vertex::name).toList();
    }

    /** The namings of the vertices whose sum is the average: none if it is 0, several if draws fall apart into pairs. */
    private List<List<String>> averaged(List<String> names) {
        List<List<Integer>> blocks = blocks(names);
        boolean isZero = blocks.stream()
                .anyMatch(block -> block.size() == 1 || (distribution != Distribution.ANY && block.size() % 2 == 1));
        if (isZero) {
            return List.of();
        }
        if (distribution != Distribution.GAUSSIAN) {
            return List.of(names);
        }
        List<List<List<Integer>>> partitions = List.of(List.of());
        for (List<Integer> block : blocks) {
            List<List<List<Integer>>> longer = new ArrayList<>();
            for (List<List<Integer>> partition : partitions) {
                pairings(block).forEach(pairing -> longer.add(joined(partition, pairing)));
            }
            partitions = longer;
        }
        return partitions.stream().map(partition -> named(names, partition)).toList();
    }

    /** The places of each letter that occurs. */
    private List<List<Integer>> blocks(List<String> names) {
        List<List<Integer>> blocks = new ArrayList<>();
        for (String letter : letters) {
            List<Integer> block = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                if (names.get(i).equals(letter)) {
                    block.add(i);
                }
            }
            if (!block.isEmpty()) {
                blocks.add(block);
            }
        }
        return blocks;
    }

    /** All ways to divide an even number of places into pairs: 1, 3, 15, … */
    private static List<List<List<Integer>>> pairings(List<Integer> places) {
        if (places.isEmpty()) {
            return List.of(List.of());
        }
        List<List<List<Integer>>> pairings = new ArrayList<>();
        for (int i = 1; i < places.size(); i++) {
            List<Integer> rest = new ArrayList<>(places.subList(1, places.size()));
            List<Integer> pair = List.of(places.get(0), rest.remove(i - 1));
            pairings(rest).forEach(pairing -> pairings.add(joined(List.of(pair), pairing)));
        }
        return pairings;
    }

    private static List<List<Integer>> joined(List<List<Integer>> first, List<List<Integer>> second) {
        List<List<Integer>> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }

    private List<String> named(List<String> names, List<List<Integer>> blocks) {
        if (blocks.size() > letters.size()) {
            throw new IllegalArgumentException("given a term with " + blocks.size() + " draws, expected at most "
                    + letters.size() + ", " + String.join(", ", letters));
        }
        List<String> named = new ArrayList<>(names);
        for (int k = 0; k < blocks.size(); k++) {
            for (int place : blocks.get(k)) {
                named.set(place, letters.get(k));
            }
        }
        return named;
    }

    /** The least of the graphs with the first letters for the draws, in any order. */
    private ContractionGraph smallest(ContractionGraph graph, List<String> names) {
        List<ContractionGraph> graphs = new ArrayList<>();
        orders(blocks(names), order -> graphs.add(graph.withNames(named(names, order))));
        return Collections.min(graphs);
    }

    private static void orders(List<List<Integer>> blocks, Consumer<List<List<Integer>>> action) {
        extend(List.of(), blocks, action);
    }

    private static void extend(
            List<List<Integer>> begun, List<List<Integer>> rest, Consumer<List<List<Integer>>> action) {
        if (rest.isEmpty()) {
            action.accept(begun);
        }
        for (int i = 0; i < rest.size(); i++) {
            List<List<Integer>> others = new ArrayList<>(rest);
            List<Integer> next = others.remove(i);
            extend(joined(begun, List.of(next)), others, action);
        }
    }

    /**
     * The average where the random field is one of several with equal probability, in terms of these: f = Σ f_j/m and
     * d_ξ = f_ξ − f.
     *
     * <p>Cost: m to the power of the number of vertices of each term.
     *
     * @param form a form in the mean and the letters
     * @param mean the name of f
     * @param values the names of f₁, …, f_m
     * @param <E> the coefficients
     * @return the form in f₁, …, f_m
     */
    public <E> TensorForm<E> onEquallyLikely(TensorForm<E> form, String mean, List<String> values) {
        Ring<E> ring = form.ring();
        SortedMap<TensorForm.Term, E> sum = new TreeMap<>();
        form.terms().forEach((term, coefficient) -> {
            List<String> names = names(term.graph());
            new Expansion(mean, values, names).forEach((chosen, weight) -> {
                ContractionGraph graph = term.graph().withNames(chosen);
                sum.merge(new TensorForm.Term(term.power(), graph), ring.scale(weight, coefficient), ring::add);
            });
        });
        return new TensorForm<>(ring, form.rank(), sum);
    }

    /**
     * The average where d_ξ = ξ σ with a standard normal ξ: a letter that stands 2k times gives (2k − 1)!!, one that stands an odd
     * number of times 0.
     *
     * @param form a form in the mean and the letters
     * @param column the name of σ
     * @param <E> the coefficients
     * @return the form in the mean and σ
     */
    public <E> TensorForm<E> onOneColumn(TensorForm<E> form, String column) {
        Ring<E> ring = form.ring();
        SortedMap<TensorForm.Term, E> sum = new TreeMap<>();
        form.terms().forEach((term, coefficient) -> {
            List<String> names = names(term.graph());
            long moments = 1;
            for (List<Integer> block : blocks(names)) {
                moments *= block.size() % 2 == 1 ? 0 : pairings(block).size();
            }
            ContractionGraph graph = term.graph()
                    .withNames(names.stream()
                            .map(name -> letters.contains(name) ? column : name)
                            .toList());
            sum.merge(
                    new TensorForm.Term(term.power(), graph), ring.scale(Rational.of(moments), coefficient), ring::add);
        });
        return new TensorForm<>(ring, form.rank(), sum);
    }

    /** A product of sums over the fields, multiplied out. */
    private final class Expansion {
        private final String mean;
        private final List<String> values;
        private final List<String> names;
        private final Rational share;

        Expansion(String mean, List<String> values, List<String> names) {
            this.mean = mean;
            this.values = values;
            this.names = names;
            this.share = Rational.of(1, values.size());
        }

        /** Every choice of a field for each vertex, with its weight. */
        void forEach(BiConsumer<List<String>, Rational> action) {
            draw(blocks(names), new TreeMap<>(), Rational.ONE, action);
        }

        /** Chooses what is drawn for the letters that are left. */
        private void draw(
                List<List<Integer>> left,
                Map<Integer, String> drawn,
                Rational weight,
                BiConsumer<List<String>, Rational> action) {
            if (left.isEmpty()) {
                choose(new ArrayList<>(), drawn, weight, action);
                return;
            }
            for (String value : values) {
                Map<Integer, String> more = new TreeMap<>(drawn);
                left.get(0).forEach(place -> more.put(place, value));
                draw(left.subList(1, left.size()), more, weight.multiply(share), action);
            }
        }

        private void choose(
                List<String> chosen,
                Map<Integer, String> drawn,
                Rational weight,
                BiConsumer<List<String>, Rational> action) {
            int place = chosen.size();
            if (place == names.size()) {
                action.accept(List.copyOf(chosen), weight);
                return;
            }
            boolean isDeviation = drawn.containsKey(place);
            if (!isDeviation && !names.get(place).equals(mean)) {
                extend(chosen, names.get(place), drawn, weight, action);
                return;
            }
            for (String value : values) {
                Rational factor = isDeviation
                        ? (value.equals(drawn.get(place)) ? Rational.ONE : Rational.ZERO).subtract(share)
                        : share;
                extend(chosen, value, drawn, weight.multiply(factor), action);
            }
        }

        private void extend(
                List<String> chosen,
                String value,
                Map<Integer, String> drawn,
                Rational weight,
                BiConsumer<List<String>, Rational> action) {
            chosen.add(value);
            choose(chosen, drawn, weight, action);
            chosen.remove(chosen.size() - 1);
        }
    }
}
