package org.modeq.symbolic.tree;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * All coloured rooted trees up to an order, by number: no tree is built, nothing is hashed.
 *
 * <p>A tree is a root colour and the forest of its children; the trees of order n are numbered colour by colour,
 * <pre>
 *   number of c[F] = c · (number of forests of size n − 1) + number of F,        size of F = Σ |t| over t in F.
 * </pre>
 * Trees are compared by order, then by number. A forest that is not empty is its smallest tree t″ and the forest of
 * the others, F = F′ ∪ {t″} with t″ ≤ min F′, so that c[F] = c[F′] ∘ t″. Forests of one size are numbered by t″, then
 * by F′: the forests with min F′ ≥ t″ are the last ones of their size, and F′ ↦ F′ ∪ {t″} maps them onto one
 * contiguous {@linkplain Block block}. If F′ is not empty then 2|t″| is at most the size; the forests {t″} of a single
 * tree come last.
 *
 * <p>Worked example, one colour: the forests of size 3 are {f,f,f}, {f,f[f]}, {f[f,f]}, {f[f[f]]}, so the trees of
 * order 4 are numbered f[f,f,f], f[f,f[f]], f[f[f,f]], f[f[f[f]]]. The number of blocks is the number of trees of at
 * most half the size, so the index itself is small.
 */
public final class TreeIndex {
    private final int order;
    private final List<Colour> colours;
    /** By size: the number of forests. */
    private final int[] forests;
    /** By order: the number of trees of lower order. */
    private final int[] treesBelow;
    /** By size: the first forest of each block; the number of the block counts all trees t″ up to half the size. */
    private final int[][] starts;
    /** By size: the first of the forests of a single tree. */
    private final int[] singles;

    private TreeIndex(int order, List<Colour> colours) {
        this.order = order;
        this.colours = colours;
        this.forests = new int[order];
        this.treesBelow = new int[order + 2];
        this.starts = new int[order][];
        this.singles = new int[order];
        starts[0] = new int[0];
        forests[0] = 1;
        for (int size = 0; size < order; size++) {
            if (size > 0) {
                numberForests(size);
            }
            treesBelow[size + 2] = treesBelow[size + 1] + treeCount(size + 1);
        }
    }

    private void numberForests(int size) {
        int[] blocks = new int[treesBelow[size / 2 + 1]];
        int forest = 0;
        for (int k = 1; 2 * k <= size; k++) {
            for (int tree = 0; tree < treeCount(k); tree++) {
                blocks[treesBelow[k] + tree] = forest;
                forest += forests[size - k] - firstFrom(size - k, k, tree);
            }
        }
        starts[size] = blocks;
        singles[size] = forest;
        forests[size] = forest + treeCount(size);
    }

    /**
     * Numbers the trees up to an order.
     *
     * @param order n ≥ 1, the highest order
     * @param colours the colours of the vertices, numbered in canonical order; at least one
     * @return the index
     * @throws IllegalArgumentException if n &lt; 1, if there is no colour, or if there are 2³¹ trees up to order n or
     * more
     */
    public static TreeIndex upTo(int order, Collection<Colour> colours) {
        List<Colour> sorted = List.copyOf(new TreeSet<>(colours));
        if (order < 1 || sorted.isEmpty()) {
            throw new IllegalArgumentException("given order " + order + " and " + sorted.size()
                    + " colours, expected an order of at least 1 and at least one colour");
        }
        BigInteger trees = BigInteger.ZERO;
        for (int k = 1; k <= order; k++) {
            trees = trees.add(TreeEnumeration.count(k, sorted.size()));
            if (trees.bitLength() >= Integer.SIZE) {
                throw new IllegalArgumentException(
                        "given order " + order + ", but from order " + k + " on the trees in " + sorted.size()
                                + " colours are too many to be numbered; give an order below " + k);
            }
        }
        return new TreeIndex(order, sorted);
    }

    /** {@return the highest order} */
    public int order() {
        return order;
    }

    /** {@return the colours in the order of their numbers} */
    public List<Colour> colours() {
        return colours;
    }

    /**
     * The number of forests of one size.
     *
     * @param size 0 ≤ size &lt; order()
     * @return how many there are
     */
    public int forestCount(int size) {
        return forests[size];
    }

    /**
     * The number of trees of one order: the number of colours times the number of forests of size n − 1.
     *
     * @param treeOrder 1 ≤ n ≤ order()
     * @return how many there are
     */
    public int treeCount(int treeOrder) {
        return colours.size() * forests[treeOrder - 1];
    }

    /**
     * The number of a tree.
     *
     * @param colour the number of the root's colour
     * @param size the size of the forest of its children
     * @param forest the number of that forest
     * @return the number among the trees of order size + 1
     */
    public int tree(int colour, int size, int forest) {
        return colour * forests[size] + forest;
    }

    /**
     * The colour of a root.
     *
     * @param treeOrder the order of the tree
     * @param tree its number
     * @return the number of the colour
     */
    public int colourOf(int treeOrder, int tree) {
        return tree / forests[treeOrder - 1];
    }

    /**
     * The forest of the children of a root.
     *
     * @param treeOrder the order of the tree
     * @param tree its number
     * @return the number of the forest, of size treeOrder − 1
     */
    public int forestOf(int treeOrder, int tree) {
        return tree % forests[treeOrder - 1];
    }

    /**
     * The forests of a single tree: the last ones of their size, in the order of their trees.
     *
     * @param size 1 ≤ size &lt; order()
     * @return the number of {t} where t is tree 0 of this order
     */
    public int firstSingle(int size) {
        return singles[size];
    }

    /**
     * The forests without a tree smaller than t: they are the last ones of their size.
     *
     * @param size 1 ≤ size &lt; order()
     * @param treeOrder the order of t
     * @param tree the number of t
     * @return the first forest F of this size with min F ≥ t; the number of forests if there is none
     */
    public int firstFrom(int size, int treeOrder, int tree) {
        if (2 * treeOrder <= size) {
            return starts[size][treesBelow[treeOrder] + tree];
        }
        if (treeOrder < size) {
            return singles[size];
        }
        return treeOrder == size ? singles[size] + tree : forests[size];
    }

    /**
     * The forests of one size whose smallest tree is t″ and which have other trees, F = F′ ∪ {t″}.
     *
     * @param branchOrder |t″|
     * @param branch the number of t″
     * @param start the first forest F of the block
     * @param length how many there are
     * @param rest the F′ of the first; the others follow one by one
     */
    public record Block(int branchOrder, int branch, int start, int length, int rest) {}

    /**
     * The blocks of one size; with the forests of a single tree, which stand behind them, they are all forests.
     *
     * @param size 1 ≤ size &lt; order()
     * @return the blocks, none of them empty, in the order of their forests
     */
    public List<Block> blocks(int size) {
        List<Block> blocks = new ArrayList<>();
        for (int k = 1; 2 * k <= size; k++) {
            for (int tree = 0; tree < treeCount(k); tree++) {
                int rest = firstFrom(size - k, k, tree);
                blocks.add(new Block(k, tree, firstFrom(size, k, tree), forests[size - k] - rest, rest));
            }
        }
        return blocks;
    }

    /**
     * A forest without one of its smallest trees: F = F′ ∪ {t″}. With a root c it is the tree c[F] = c[F′] ∘ t″.
     *
     * @param restSize the size of F′
     * @param rest the number of F′
     * @param branchOrder |t″|
     * @param branch the number of t″
     */
    public record Split(int restSize, int rest, int branchOrder, int branch) {}

    /**
     * Takes the smallest tree out of a forest.
     *
     * @param size 1 ≤ size &lt; order()
     * @param forest the number of F
     * @return F′ and t″
     */
    public Split split(int size, int forest) {
        if (forest >= singles[size]) {
            return new Split(0, 0, size, forest - singles[size]);
        }
        int found = Arrays.binarySearch(starts[size], forest);
        int block = found >= 0 ? found : -found - 2;
        int branchOrder = 1;
        while (treesBelow[branchOrder + 1] <= block) {
            branchOrder++;
        }
        int branch = block - treesBelow[branchOrder];
        int restSize = size - branchOrder;
        int rest = firstFrom(restSize, branchOrder, branch) + forest - starts[size][block];
        return new Split(restSize, rest, branchOrder, branch);
    }

    /**
     * The density γ(c[F]) = n · Π γ(t) over the trees t of F. Exact.
     *
     * @param treeOrder n, the order of the tree
     * @param tree its number
     * @return γ ≥ 1
     */
    public BigInteger density(int treeOrder, int tree) {
        BigInteger density = BigInteger.valueOf(treeOrder);
        for (Split split : splits(treeOrder, tree)) {
            density = density.multiply(density(split.branchOrder(), split.branch()));
        }
        return density;
    }

    /**
     * The tree of a number.
     *
     * @param treeOrder its order, 1 ≤ n ≤ order()
     * @param tree its number, 0 ≤ number &lt; treeCount(n)
     * @return the tree
     * @throws IllegalArgumentException if there is no such tree in this index
     */
    public RootedTree treeAt(int treeOrder, int tree) {
        if (treeOrder < 1 || treeOrder > order || tree < 0 || tree >= treeCount(treeOrder)) {
            throw new IllegalArgumentException("given tree " + tree + " of order " + treeOrder
                    + ", expected an order from 1 to " + order + " and a number below the number of its trees");
        }
        List<RootedTree> children = new ArrayList<>();
        for (Split split : splits(treeOrder, tree)) {
            children.add(treeAt(split.branchOrder(), split.branch()));
        }
        return RootedTree.graft(colours.get(colourOf(treeOrder, tree)), children);
    }

    /**
     * The number of a tree among the trees of its order.
     *
     * @param tree a tree in these colours
     * @return its number
     * @throws IllegalArgumentException if its order is higher than order() or a colour is not one of these
     */
    public int indexOf(RootedTree tree) {
        int colour = Collections.binarySearch(colours, tree.colour());
        if (colour < 0 || tree.order() > order) {
            throw new IllegalArgumentException(
                    "given the tree " + tree + ", expected order " + order + " at most and colours among " + colours
                            + "; build the index with a higher order or more colours");
        }
        List<int[]> children = new ArrayList<>();
        for (RootedTree child : tree.children()) {
            children.add(new int[] {child.order(), indexOf(child)});
        }
        children.sort((left, right) -> Arrays.compare(right, left));
        int size = 0;
        int forest = 0;
        for (int[] child : children) {
            int above = size == 0 ? 0 : forest - firstFrom(size, child[0], child[1]);
            size += child[0];
            forest = firstFrom(size, child[0], child[1]) + above;
        }
        return tree(colour, size, forest);
    }

    /** The trees of the forest of children as they are split off, the smallest first. */
    private List<Split> splits(int treeOrder, int tree) {
        List<Split> splits = new ArrayList<>();
        int size = treeOrder - 1;
        int forest = forestOf(treeOrder, tree);
        while (size > 0) {
            Split split = split(size, forest);
            splits.add(split);
            size = split.restSize();
            forest = split.rest();
        }
        return splits;
    }
}
