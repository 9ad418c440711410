package org.modeq.symbolic.pattern;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.method.StepRecurrence;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.BlockedForest;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/** The modified field of a sweep over k distinct batches, its coefficient b averaged over the k! orders of the sweep. */
final class OrderedSweep {
    private final int order;
    private final Map<Integer, StepRecurrence<?, Rational>> recurrences = new HashMap<>();

    OrderedSweep(int order) {
        this.order = order;
    }

    Rational mean(BlockedForest tree) {
        int count = tree.blockCount();
        List<List<Integer>> orders = new ArrayList<>();
        permute(count, new ArrayList<>(), orders);
        Rational sum = Rational.ZERO;
        StepRecurrence<?, Rational> sweep = recurrences.computeIfAbsent(count, this::recurrence);
        for (List<Integer> permutation : orders) {
            RootedTree coloured =
                    tree.trees(block -> Pattern.letter(permutation.get(block))).get(0);
            sum = sum.add(coefficient(sweep, coloured));
        }
        return sum.divide(Rational.of(BigInteger.valueOf(orders.size()), BigInteger.ONE));
    }

    private StepRecurrence<?, Rational> recurrence(int batches) {
        List<Colour> letters = new ArrayList<>();
        for (int block = 0; block < batches; block++) {
            letters.add(Pattern.letter(block));
        }
        return EulerSteps.sequence(letters).recurrence(order);
    }

    private static <S> Rational coefficient(StepRecurrence<S, Rational> sweep, RootedTree tree) {
        return sweep.iterate(tree.<S>fold(sweep::solve)).linearCoefficient();
    }

    private static void permute(int count, List<Integer> first, List<List<Integer>> orders) {
        if (first.size() == count) {
            orders.add(List.copyOf(first));
            return;
        }
        for (int i = 0; i < count; i++) {
            if (!first.contains(i)) {
                first.add(i);
                permute(count, first, orders);
                first.remove(first.size() - 1);
            }
        }
    }
}
