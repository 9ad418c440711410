package org.modeq.symbolic.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.BlockedForest;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * Series in the batches rewritten in the mean field f̄ and the deviations d_i = f_i − f̄.
 *
 * <p>A vertex of the mean field may have been in any block: the coefficient of a centred pattern is the sum over all partitions of
 * its vertices in which the deviations lie together as they do.
 */
final class CentredForm {
    private CentredForm() {}

    /** The coefficients of centred patterns; what a partition of all vertices counts is given. */
    static PatternSeries of(
            int order,
            Function<Integer, Iterable<Pattern>> patterns,
            Function<BlockedForest, Rational> coefficient,
            Function<Integer, Polynomial> weightOfBlocks) {
        SortedMap<Pattern, Polynomial> coefficients = new TreeMap<>();
        for (int n = 1; n <= order; n++) {
            for (Pattern pattern : patterns.apply(n)) {
                coefficients.put(pattern, coefficient(pattern, coefficient, weightOfBlocks));
            }
        }
        return new PatternSeries(order, true, coefficients);
    }

    private static Polynomial coefficient(
            Pattern pattern,
            Function<BlockedForest, Rational> coefficient,
            Function<Integer, Polynomial> weightOfBlocks) {
        BlockedForest forest = pattern.blocked();
        List<Colour> colours = new ArrayList<>();
        pattern.trees().forEach(tree -> addColours(tree, colours));
        Polynomial[] sum = {Polynomial.ZERO};
        BlockedForest.forEachPartition(forest.size(), blocks -> {
            if (keepsDeviations(colours, blocks)) {
                BlockedForest partitioned = forest.withBlocks(blocks);
                Polynomial weight = weightOfBlocks.apply(partitioned.blockCount());
                sum[0] = sum[0].add(weight.multiply(Polynomial.constant(coefficient.apply(partitioned))));
            }
        });
        return sum[0];
    }

    private static void addColours(RootedTree tree, List<Colour> colours) {
        colours.add(tree.colour());
        tree.children().forEach(child -> addColours(child, colours));
    }

    /** Two deviations are in one block exactly when they are in the pattern. */
    private static boolean keepsDeviations(List<Colour> colours, int... blocks) {
        for (int i = 0; i < blocks.length; i++) {
            for (int j = 0; j < i; j++) {
                boolean areDeviations =
                        !colours.get(i).equals(Pattern.MEAN) && !colours.get(j).equals(Pattern.MEAN);
                if (areDeviations && colours.get(i).equals(colours.get(j)) != (blocks[i] == blocks[j])) {
                    return false;
                }
            }
        }
        return true;
    }
}
