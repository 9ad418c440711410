package org.modeq.symbolic.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * A forest whose vertices have numbers, with a block for each: what counting is done on. Parents come before their children.
 *
 * <p>Blocks are numbered in the order in which they first occur, so that equal arrays are equal partitions.
 */
final class BlockedForest {
    /** The parent of a root. */
    static final int NONE = -1;

    private final int[] parents;
    private final int[] blocks;

    BlockedForest(int[] parents, int... blocks) {
        this.parents = parents.clone();
        this.blocks = normalised(blocks);
    }

    /** A tree, a block for each of its colours. */
    static BlockedForest of(RootedTree tree) {
        return ofForest(List.of(tree));
    }

    /** Trees, a block for each of their colours. */
    static BlockedForest ofForest(List<RootedTree> trees) {
        List<Integer> parents = new ArrayList<>();
        List<Integer> blocks = new ArrayList<>();
        List<Colour> colours = new ArrayList<>();
        trees.forEach(tree -> add(tree, NONE, parents, blocks, colours));
        return new BlockedForest(
                parents.stream().mapToInt(Integer::intValue).toArray(),
                blocks.stream().mapToInt(Integer::intValue).toArray());
    }

    private static void add(
            RootedTree tree, int parent, List<Integer> parents, List<Integer> blocks, List<Colour> colours) {
        int number = parents.size();
        parents.add(parent);
        if (!colours.contains(tree.colour())) {
            colours.add(tree.colour());
        }
        blocks.add(colours.indexOf(tree.colour()));
        tree.children().forEach(child -> add(child, number, parents, blocks, colours));
    }

    private static int[] normalised(int... blocks) {
        int[] result = new int[blocks.length];
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < blocks.length; i++) {
            if (!seen.contains(blocks[i])) {
                seen.add(blocks[i]);
            }
            result[i] = seen.indexOf(blocks[i]);
        }
        return result;
    }

    int size() {
        return parents.length;
    }

    int parent(int vertex) {
        return parents[vertex];
    }

    int block(int vertex) {
        return blocks[vertex];
    }

    /** k. */
    int blockCount() {
        return blocks.length == 0 ? 0 : Arrays.stream(blocks).max().orElseThrow() + 1;
    }

    BlockedForest withBlocks(int... other) {
        return new BlockedForest(parents, other);
    }

    /** The part on some vertices; a vertex whose parent is not among them becomes a root. */
    BlockedForest restricted(List<Integer> vertices) {
        int[] partParents = new int[vertices.size()];
        int[] partBlocks = new int[vertices.size()];
        for (int i = 0; i < vertices.size(); i++) {
            partParents[i] = vertices.indexOf(parents[vertices.get(i)]);
            partBlocks[i] = blocks[vertices.get(i)];
        }
        return new BlockedForest(partParents, partBlocks);
    }

    /** The trees, each vertex in the colour of its block. */
    List<RootedTree> trees(IntFunction<Colour> colourOfBlock) {
        List<RootedTree> trees = new ArrayList<>();
        for (int vertex = 0; vertex < size(); vertex++) {
            if (parents[vertex] == NONE) {
                trees.add(tree(vertex, colourOfBlock));
            }
        }
        return trees;
    }

    private RootedTree tree(int root, IntFunction<Colour> colourOfBlock) {
        List<RootedTree> children = new ArrayList<>();
        for (int vertex = root + 1; vertex < size(); vertex++) {
            if (parents[vertex] == root) {
                children.add(tree(vertex, colourOfBlock));
            }
        }
        return RootedTree.graft(colourOfBlock.apply(blocks[root]), children);
    }

    /** e: the orders of the blocks in which every vertex comes before its parent; 0 if a block would come before itself. */
    long linearExtensions() {
        int count = blockCount();
        int[] before = new int[count];
        for (int vertex = 0; vertex < size(); vertex++) {
            if (parents[vertex] != NONE) {
                before[blocks[parents[vertex]]] |= 1 << blocks[vertex];
            }
        }
        long[] ways = new long[1 << count];
        ways[0] = 1;
        for (int set = 0; set < ways.length; set++) {
            for (int block = 0; block < count; block++) {
                boolean isNext = (set >> block & 1) == 0 && (before[block] & ~set) == 0;
                if (isNext) {
                    ways[set | 1 << block] += ways[set];
                }
            }
        }
        return ways[ways.length - 1];
    }

    /** All set partitions of so many vertices, as the numbers of their blocks. */
    static void forEachPartition(int size, Consumer<int[]> action) {
        partition(new int[size], 0, 0, action);
    }

    private static void partition(int[] blocks, int vertex, int count, Consumer<int[]> action) {
        if (vertex == blocks.length) {
            action.accept(blocks.clone());
            return;
        }
        for (int block = 0; block <= count; block++) {
            blocks[vertex] = block;
            partition(blocks, vertex + 1, Math.max(count, block + 1), action);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BlockedForest that
                && Arrays.equals(parents, that.parents)
                && Arrays.equals(blocks, that.blocks);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(parents) + Arrays.hashCode(blocks);
    }
}
