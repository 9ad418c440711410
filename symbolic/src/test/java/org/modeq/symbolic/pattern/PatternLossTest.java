package org.modeq.symbolic.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.RandomSweep;
import org.modeq.symbolic.method.ShuffledOnce;
import org.modeq.symbolic.modified.LossForm;
import org.modeq.symbolic.pattern.PatternEquation.Kind;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.BlockedForest;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.FreeTree;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("The loss of a field over patterns")
class PatternLossTest {
    private static List<Colour> tasks(int count) {
        return List.of("A", "B", "C").subList(0, count).stream()
                .map(Colour::new)
                .toList();
    }

    private static Method<Rational> method(Kind kind, int count) {
        return switch (kind) {
            case FIELD -> RandomSweep.shuffled(tasks(count));
            case MEAN_OF_FIELDS -> ShuffledOnce.of(tasks(count));
            case RESAMPLED -> RandomSweep.resampled(tasks(count));
            case GENERATOR -> throw new AssertionError(kind);
        };
    }

    /**
     * Σ, or the mean, over all tasks for each block. A vertex of a deviation is one of its task less 1/m of each, a vertex of the mean
     * field 1/m of each; as every contraction is linear in each vertex, these are sums over coloured trees.
     */
    private static SortedMap<RootedTree, Rational> expanded(RootedTree tree, PatternEquation equation, int count) {
        SortedMap<RootedTree, Rational> sum = new TreeMap<>();
        BlockedForest forest = BlockedForest.of(List.of(tree));
        List<Colour> letters = new ArrayList<>();
        addLetters(tree, letters);
        boolean isCentred = equation.series().isCentred();
        int blocks = (int) letters.stream()
                .filter(letter -> !letter.equals(Pattern.MEAN))
                .distinct()
                .count();
        Rational share =
                equation.isOfSums() ? Rational.ONE : Rational.of(1, count).pow(blocks);
        for (int[] assigned : tuples(count, forest.blockCount())) {
            for (int[] chosen : tuples(count, forest.size())) {
                Rational factor = share;
                for (int vertex = 0; vertex < forest.size(); vertex++) {
                    factor = factor.multiply(factor(
                            letters.get(vertex), assigned[forest.block(vertex)], chosen[vertex], isCentred, count));
                }
                // The block of the mean field has no task: count it once.
                boolean isOnce = isOnce(forest, letters, assigned);
                if (!factor.isZero() && isOnce) {
                    int[] each = new int[forest.size()];
                    for (int vertex = 0; vertex < each.length; vertex++) {
                        each[vertex] = vertex;
                    }
                    RootedTree coloured = forest.withBlocks(each)
                            .trees(vertex -> tasks(count).get(chosen[vertex]))
                            .get(0);
                    sum.merge(coloured, factor, Rational::add);
                }
            }
        }
        return sum;
    }

    private static boolean isOnce(BlockedForest forest, List<Colour> letters, int... assigned) {
        for (int vertex = 0; vertex < forest.size(); vertex++) {
            if (letters.get(vertex).equals(Pattern.MEAN) && assigned[forest.block(vertex)] != 0) {
                return false;
            }
        }
        return true;
    }

    private static Rational factor(Colour letter, int assigned, int chosen, boolean isCentred, int count) {
        if (letter.equals(Pattern.MEAN)) {
            return Rational.of(1, count);
        }
        Rational own = assigned == chosen ? Rational.ONE : Rational.ZERO;
        return isCentred ? own.add(Rational.of(-1, count)) : own;
    }

    private static void addLetters(RootedTree tree, List<Colour> letters) {
        letters.add(tree.colour());
        tree.children().forEach(child -> addLetters(child, letters));
    }

    private static List<int[]> tuples(int count, int length) {
        List<int[]> tuples = new ArrayList<>();
        for (int number = 0; number < Math.round(Math.pow(count, length)); number++) {
            int[] tuple = new int[length];
            for (int i = 0, rest = number; i < length; i++, rest /= count) {
                tuple[i] = rest % count;
            }
            tuples.add(tuple);
        }
        return tuples;
    }

    /** In units of an epoch of time h: a series in means has the clock mh. */
    private static Rational unit(PatternEquation equation, int count) {
        return equation.isOfSums() ? Rational.ONE : Rational.of(count);
    }

    @ParameterizedTest(name = "{0}, centred: {1}, for {2} batches is that of the tasks by name, to order {3}")
    @CsvSource({
        "FIELD, false, 2, 4",
        "FIELD, false, 3, 4",
        "FIELD, true, 2, 4",
        "FIELD, true, 3, 4",
        "MEAN_OF_FIELDS, false, 2, 4",
        "MEAN_OF_FIELDS, true, 3, 4",
        "RESAMPLED, false, 2, 4",
        "RESAMPLED, true, 3, 4"
    })
    void againstTasks(Kind kind, boolean isCentred, int count, int order) {
        PatternLoss loss = PatternLoss.of(kind.of("epoch", order, isCentred));
        LossForm<Rational> expected = LossForm.of(method(kind, count), order);
        SortedMap<FreeTree, Rational> scalars = new TreeMap<>();
        for (PatternLoss.Term term : loss.terms()) {
            Rational coefficient =
                    term.coefficient().valueAt(Rational.of(count)).multiply(unit(loss.equation(), count));
            expanded(term.tree().representative(), loss.equation(), count)
                    .forEach((tree, factor) ->
                            scalars.merge(new FreeTree(tree), factor.multiply(coefficient), Rational::add));
        }
        scalars.values().removeIf(Rational::isZero);
        assertEquals(expected.coefficients(), scalars);
        SortedMap<RootedTree, Rational> rest = new TreeMap<>();
        for (PatternSeries.Term term : loss.remainder()) {
            Rational coefficient =
                    term.coefficient().valueAt(Rational.of(count)).multiply(unit(loss.equation(), count));
            expanded(term.pattern().tree(), loss.equation(), count)
                    .forEach((tree, factor) -> rest.merge(tree, factor.multiply(coefficient), Rational::add));
        }
        rest.values().removeIf(Rational::isZero);
        SortedMap<RootedTree, Rational> weights = new TreeMap<>();
        expected.remainder()
                .nonzero()
                .keySet()
                .forEach(tree -> weights.put(tree, expected.remainder().weight(tree)));
        assertEquals(weights, rest);
        assertEquals(expected.orderOfGradient(), loss.orderOfGradient());
    }

    /** Smith, Dherin, Barrett and De (2021): C + ε/4 ‖∇C‖² + ε/(4m) Σ ‖∇Ĉ_i − ∇C‖². */
    @Test
    @DisplayName("of a shuffled epoch is that of Smith et al. to order 2, and there is none at h²")
    void smith() {
        PatternLoss loss = PatternLoss.of(Kind.FIELD.of("shuffle:m", 2, true));
        assertTrue(loss.isGradient());
        List<String> terms = loss.terms().stream()
                .map(term ->
                        term.tree().representative() + " " + term.coefficient().coefficient(0))
                .toList();
        assertEquals(List.of("f 1", "f[f] 1/4", "a[a] 1/4"), terms);
        PatternLoss next = PatternLoss.of(Kind.FIELD.of("shuffle:m", 3, false));
        assertEquals(2, next.orderOfGradient());
        assertEquals("a[a,a]", next.obstruction().orElseThrow().first().toString());
        assertEquals("a[a[a]]", next.obstruction().orElseThrow().second().toString());
    }

    @Test
    @DisplayName("is refused for a generator")
    void refused() {
        PatternEquation generator = Kind.GENERATOR.of("sgd", 2, false);
        assertThrows(IllegalArgumentException.class, () -> PatternLoss.of(generator));
    }
}
