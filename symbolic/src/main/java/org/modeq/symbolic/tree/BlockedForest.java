package org.modeq.symbolic.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * A forest whose vertices have numbers, with a block for each: what counting is done on. Parents come before their children.
 *
 * <p>Blocks are numbered in the order in which they first occur, so that equal arrays are equal partitions.
 */
public final class BlockedForest {
    /** The parent of a root. */
    public static final int NONE = -1;

    private final int[] parents;
    private final int[] blocks;

    private BlockedForest(int[] parents, int... blocks) {
        this.parents = parents.clone();
        this.blocks = normalised(blocks);
    }

    /**
     * Trees with a block for each of their colours.
     *
     * @param trees the trees
     * @return the forest, its vertices numbered root first, tree by tree
     */
    public static BlockedForest of(List<RootedTree> trees) {
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

    /** {@return the number of vertices} */
    public int size() {
        return parents.length;
    }

    /**
     * The parent of a vertex.
     *
     * @param vertex its number, from 0
     * @return the number of its parent, {@link #NONE} for a root
     */
    public int parent(int vertex) {
        return parents[vertex];
    }

    /**
     * The block of a vertex.
     *
     * @param vertex its number, from 0
     * @return the number of the block, from 0
     */
    public int block(int vertex) {
        return blocks[vertex];
    }

    /** {@return k, the number of blocks} */
    public int blockCount() {
        return blocks.length == 0 ? 0 : Arrays.stream(blocks).max().orElseThrow() + 1;
    }

    /**
     * The same forest with another partition.
     *
     * @param other the block of each vertex; any numbers
     * @return the forest
     */
    public BlockedForest withBlocks(int... other) {
        return new BlockedForest(parents, other);
    }

    /**
     * The part on some vertices; one whose parent is not among them becomes a root.
     *
     * @param vertices their numbers, rising
     * @return the part
     */
    public BlockedForest restricted(List<Integer> vertices) {
        int[] partParents = new int[vertices.size()];
        int[] partBlocks = new int[vertices.size()];
        for (int i = 0; i < vertices.size(); i++) {
            partParents[i] = vertices.indexOf(parents[vertices.get(i)]);
            partBlocks[i] = blocks[vertices.get(i)];
        }
        return new BlockedForest(partParents, partBlocks);
    }

    /**
     * The trees, each vertex in the colour of its block.
     *
     * @param colourOfBlock the colour of block 0, 1, …
     * @return the trees in the order of their roots
     */
    public List<RootedTree> trees(IntFunction<Colour> colourOfBlock) {
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

    /**
     * e: the orders of the blocks in which every vertex comes before its parent.
     *
     * @return e ≥ 0; 0 if a block would come before itself; 2^k steps for k blocks
     */
    public long linearExtensions() {
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

    /**
     * All set partitions of some vertices, as the numbers of their blocks: 1, 2, 5, 15, 52, 203, … of them.
     *
     * @param size the number of vertices
     * @param action is given each in an array of its own
     */
    public static void forEachPartition(int size, Consumer<int[]> action) {
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
