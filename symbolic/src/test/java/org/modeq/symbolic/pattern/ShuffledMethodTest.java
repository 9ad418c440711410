package org.modeq.symbolic.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.method.RandomSweep;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.modified.StepMap;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.series.BSeriesMap;
import org.modeq.symbolic.tree.BlockedForest;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;

@DisplayName("The mean over the orders of some tasks")
class ShuffledMethodTest {
    private static List<Colour> tasks(int count) {
        return List.of("A", "B", "C", "D", "E").subList(0, count).stream()
                .map(Colour::new)
                .toList();
    }

    private static void forEachOrder(List<Colour> tasks, int fixed, Consumer<List<Colour>> action) {
        if (fixed == tasks.size()) {
            action.accept(List.copyOf(tasks));
            return;
        }
        for (int i = fixed; i < tasks.size(); i++) {
            List<Colour> changed = new ArrayList<>(tasks);
            Collections.swap(changed, fixed, i);
            forEachOrder(changed, fixed + 1, action);
        }
    }

    /** Every order derived by itself as a sequence, and their mean map. */
    private static BSeriesMap<Rational> averageMap(int count, int order) {
        SortedMap<RootedTree, Rational> sum = new TreeMap<>();
        int[] orders = {0};
        forEachOrder(tasks(count), 0, tasks -> {
            orders[0]++;
            StepMap.of(EulerSteps.sequence(tasks), order)
                    .nonzero()
                    .forEach((tree, a) -> sum.merge(tree, a, Rational::add));
        });
        sum.replaceAll((tree, a) -> a.divide(Rational.of(orders[0])));
        return BSeriesMap.of(order, sum);
    }

    @ParameterizedTest(
            name = "of {0} tasks is the average over all of them, as map and, by its logarithm, as field, to order {1}")
    @CsvSource({"1, 5", "2, 5", "3, 4", "4, 4", "5, 4"})
    void againstAllOrders(int count, int order) {
        RandomSweep method = RandomSweep.shuffled(tasks(count));
        BSeriesMap<Rational> average = averageMap(count, order);
        assertEquals(average, StepMap.of(method, order));
        assertEquals(average.logarithm(), ModifiedEquation.of(method, order).field());
    }

    /** Σ over the assignments of the tasks to the blocks of every pattern. */
    private static BSeriesField<Rational> expanded(PatternSeries series, int count) {
        SortedMap<RootedTree, Rational> weights = new TreeMap<>();
        List<Colour> tasks = tasks(count);
        for (PatternSeries.Term term : series.terms()) {
            BlockedForest forest = BlockedForest.of(term.pattern().trees());
            int blocks = forest.blockCount();
            for (long number = 0; number < Math.round(Math.pow(count, blocks)); number++) {
                long digits = number;
                List<Colour> colours = new ArrayList<>();
                for (int block = 0; block < blocks; block++) {
                    colours.add(tasks.get((int) (digits % count)));
                    digits /= count;
                }
                weights.merge(
                        forest.trees(colours::get).get(0), term.coefficient().coefficient(0), Rational::add);
            }
        }
        return BSeriesField.ofWeights(org.modeq.symbolic.ring.Rationals.RATIONALS, series.order(), weights);
    }

    @ParameterizedTest(name = "for {0} batches, with m a symbol, to order {1}")
    @CsvSource({"1, 5", "2, 4", "3, 4", "4, 4", "5, 4"})
    void patterns(int count, int order) {
        BSeriesField<Rational> field =
                ModifiedEquation.of(RandomSweep.shuffled(tasks(count)), order).field();
        assertEquals(field, expanded(ShuffledEpoch.field(order), count));
    }

    @ParameterizedTest(name = "the mean of the fields of {0} batches, to order {1}")
    @CsvSource({"2, 4", "3, 4"})
    void meanOfFields(int count, int order) {
        SortedMap<RootedTree, Rational> sum = new TreeMap<>();
        int[] orders = {0};
        forEachOrder(tasks(count), 0, tasks -> {
            orders[0]++;
            ModifiedEquation.of(EulerSteps.sequence(tasks), order)
                    .field()
                    .nonzero()
                    .forEach((tree, b) -> sum.merge(tree, b, Rational::add));
        });
        sum.replaceAll((tree, b) -> b.divide(Rational.of(orders[0])));
        assertEquals(BSeriesField.of(order, sum), expanded(ShuffledEpoch.meanOfFields(order), count));
    }

    /** θ² and 1 − θ at 1: f = 1, −1, 7/4, −3. With a third field 1: 2, −1, 13/6, −13/4. */
    @ParameterizedTest(name = "of {0} scalar fields")
    @CsvSource({"2, '[1, -1, 7/4, -3]'", "3, '[2, -1, 13/6, -13/4]'"})
    void scalars(int count, String expected) {
        BSeriesField<Rational> field =
                ModifiedEquation.of(RandomSweep.shuffled(tasks(count)), 4).field();
        List<Rational> values = new ArrayList<>();
        for (int order = 1; order <= 4; order++) {
            Rational sum = Rational.ZERO;
            for (RootedTree tree : TreeEnumeration.over(tasks(count)).ofOrder(order)) {
                sum = sum.add(field.weight(tree).multiply(tree.fold(ShuffledMethodTest::differential)));
            }
            values.add(sum);
        }
        assertEquals(expected, values.toString());
    }

    /** A = θ² has the derivatives 1, 2, 2 at 1; B = 1 − θ has 0, −1; C = 1. */
    private static Rational differential(Colour field, List<Rational> children) {
        Map<String, List<Integer>> derivatives =
                Map.of("A", List.of(1, 2, 2, 0), "B", List.of(0, -1, 0, 0), "C", List.of(1, 0, 0, 0));
        Rational value = Rational.of(derivatives.get(field.name()).get(children.size()));
        for (Rational child : children) {
            value = value.multiply(child);
        }
        return value;
    }

    /** Every one of the m^m epochs derived by itself. */
    @ParameterizedTest(name = "with replacement, of {0} tasks is the average over all epochs, to order {1}")
    @CsvSource({"1, 4", "2, 4", "3, 4"})
    void withReplacement(int count, int order) {
        SortedMap<RootedTree, Rational> sum = new TreeMap<>();
        int epochs = (int) Math.round(Math.pow(count, count));
        for (int number = 0; number < epochs; number++) {
            List<Colour> epoch = new ArrayList<>();
            for (int rest = number, draw = 0; draw < count; draw++, rest /= count) {
                epoch.add(tasks(count).get(rest % count));
            }
            StepMap.of(EulerSteps.sequence(epoch), order)
                    .nonzero()
                    .forEach((tree, a) -> sum.merge(tree, a, Rational::add));
        }
        sum.replaceAll((tree, a) -> a.divide(Rational.of(epochs)));
        BSeriesMap<Rational> average = BSeriesMap.of(order, sum);
        RandomSweep method = RandomSweep.resampled(tasks(count));
        assertEquals(average, StepMap.of(method, order));
        assertEquals(average.logarithm(), ModifiedEquation.of(method, order).field());
    }

    @Test
    @DisplayName("is read from its name; the same task twice is refused")
    void names() {
        assertEquals("shuffle:A,B", Methods.parse("shuffle:A, B").name());
        assertEquals("resample:A,B", Methods.parse("resample:A,B").name());
        assertEquals("epoch", Methods.parse("shuffle:A,B").clock().toString());
        assertThrows(IllegalArgumentException.class, () -> Methods.parse("shuffle:A,A"));
        assertThrows(IllegalArgumentException.class, () -> Methods.parse("shuffle"));
    }
}
