package org.modeq.symbolic.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.modeq.symbolic.tree.BlockedForest;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;

/**
 * All patterns of an order, each once, in canonical order: every shape with every set partition of its vertices.
 *
 * <p>Trees: 1, 2, 9, 48, 329, 2633. Forests, with the trees among them: 1, 4, 17, … Centred: the vertices of the mean field are in
 * no block, the others in blocks of at least two.
 */
public final class PatternEnumeration {
    private PatternEnumeration() {}

    /**
     * The pattern trees of one order.
     *
     * @param order n ≥ 1
     * @param isCentred whether those of the centred form
     * @return every one with n vertices
     */
    public static SortedSet<Pattern> trees(int order, boolean isCentred) {
        SortedSet<Pattern> patterns = new TreeSet<>();
        for (RootedTree shape : shapes(order)) {
            add(patterns, List.of(shape), isCentred);
        }
        return patterns;
    }

    /**
     * The pattern forests of one order.
     *
     * @param order n ≥ 1
     * @param isCentred whether those of the centred form
     * @return every one with n vertices
     */
    public static SortedSet<Pattern> forests(int order, boolean isCentred) {
        SortedSet<Pattern> patterns = new TreeSet<>();
        for (RootedTree shape : shapes(order + 1)) {
            add(patterns, shape.children(), isCentred);
        }
        return patterns;
    }

    private static List<RootedTree> shapes(int order) {
        return TreeEnumeration.over(List.of(Colour.F)).ofOrder(order);
    }

    private static void add(SortedSet<Pattern> patterns, List<RootedTree> shape, boolean isCentred) {
        BlockedForest forest = BlockedForest.of(shape);
        BlockedForest.forEachPartition(forest.size(), blocks -> {
            if (isCentred) {
                // Block by block: of the mean field or of deviations.
                int count = forest.withBlocks(blocks).blockCount();
                for (int ofMean = -1; ofMean < count; ofMean++) {
                    addCentred(patterns, forest.withBlocks(blocks), blocks, ofMean);
                }
            } else {
                patterns.add(Pattern.of(forest.withBlocks(blocks).trees(Pattern::letter)));
            }
        });
    }

    /** The vertices of one block, or of none, are the mean field; another block of one vertex would average to 0. */
    private static void addCentred(SortedSet<Pattern> patterns, BlockedForest forest, int[] blocks, int ofMean) {
        int[] sizes = new int[forest.blockCount()];
        for (int block : blocks) {
            sizes[block]++;
        }
        for (int block = 0; block < sizes.length; block++) {
            if (block != ofMean && sizes[block] < 2) {
                return;
            }
        }
        List<Colour> colours = new ArrayList<>();
        for (int block = 0; block < sizes.length; block++) {
            colours.add(block == ofMean ? Pattern.MEAN : Pattern.letter(block));
        }
        patterns.add(Pattern.of(forest.trees(colours::get)));
    }
}
