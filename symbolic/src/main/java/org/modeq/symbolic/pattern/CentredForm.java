package org.modeq.symbolic.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.tree.BlockedForest;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * Series in the batches rewritten in the mean field f̄ and the deviations d_i = f_i − f̄.
 *
 * <p>A vertex of the mean field may have been in any block: the coefficient of a centred pattern is the sum over all partitions of
 * its vertices in which the deviations lie together as they do.
 *
 * <p>A joint moment is the sum over the partitions of its factors of products of joint cumulants. So where blocks are cumulants a
 * pattern collects the partitions in which the deviations lie together at least as they do: blocks may have been united.
 */
final class CentredForm {
    private CentredForm() {}

    /** A series over trees in central moments, given what a partition of all vertices counts. */
    static PatternSeries ofTrees(int order, Function<BlockedForest, Polynomial> coefficient) {
        return of(order, n -> PatternEnumeration.trees(n, true), coefficient, false);
    }

    /**
     * The coefficients of centred patterns, given what a partition of all vertices counts.
     *
     * @param areCumulants whether a block is a joint cumulant, and not a joint moment
     */
    static PatternSeries of(
            int order,
            IntFunction<? extends Iterable<Pattern>> patterns,
            Function<BlockedForest, Polynomial> coefficient,
            boolean areCumulants) {
        SortedMap<Pattern, Polynomial> coefficients = new TreeMap<>();
        for (int n = 1; n <= order; n++) {
            for (Pattern pattern : patterns.apply(n)) {
                coefficients.put(pattern, coefficient(pattern, coefficient, areCumulants));
            }
        }
        return new PatternSeries(order, true, coefficients);
    }

    private static Polynomial coefficient(
            Pattern pattern, Function<BlockedForest, Polynomial> coefficient, boolean areCumulants) {
        BlockedForest forest = pattern.blocked();
        List<Colour> colours = new ArrayList<>();
        pattern.trees().forEach(tree -> addColours(tree, colours));
        Polynomial[] sum = {Polynomial.ZERO};
        BlockedForest.forEachPartition(forest.size(), blocks -> {
            if (keepsDeviations(colours, areCumulants, blocks)) {
                sum[0] = sum[0].add(coefficient.apply(forest.withBlocks(blocks)));
            }
        });
        return sum[0];
    }

    private static void addColours(RootedTree tree, List<Colour> colours) {
        colours.add(tree.colour());
        tree.children().forEach(child -> addColours(child, colours));
    }

    /** Two deviations are in one block where they are in the pattern; of moments, and only there. */
    private static boolean keepsDeviations(List<Colour> colours, boolean areCumulants, int... blocks) {
        for (int i = 0; i < blocks.length; i++) {
            for (int j = 0; j < i; j++) {
                boolean areDeviations =
                        !colours.get(i).equals(Pattern.MEAN) && !colours.get(j).equals(Pattern.MEAN);
                boolean isSame = colours.get(i).equals(colours.get(j));
                boolean isTogether = blocks[i] == blocks[j];
                if (areDeviations && isSame != isTogether && (isSame || !areCumulants)) {
                    return false;
                }
            }
        }
        return true;
    }
}
