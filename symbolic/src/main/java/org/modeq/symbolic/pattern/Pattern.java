package org.modeq.symbolic.pattern;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.modeq.symbolic.tree.BlockedForest;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * A forest of rooted trees with a set partition of its vertices: a pattern tree if it is one tree, otherwise a pattern forest.
 *
 * <p>Immutable and canonical: the trees are sorted, and of all ways to give the letters a, b, c, … to the blocks the one that makes
 * the forest smallest is taken, so that two are equal exactly when there is an isomorphism that maps blocks to blocks. The letter
 * {@code f} is no block but the mean field, and stays.
 */
public final class Pattern implements Comparable<Pattern> {
    /** The mean field f̄ of the centred form. */
    public static final Colour MEAN = Colour.F;

    private static final List<Colour> LETTERS =
            Arrays.stream("a b c d e i j k l m".split(" ")).map(Colour::new).toList();

    /** Holds the trees together; never a block. */
    private static final Colour GROUND = new Colour("ground");

    private final RootedTree planted;
    private final int blocks;

    private Pattern(RootedTree planted, int blocks) {
        this.planted = planted;
        this.blocks = blocks;
    }

    /**
     * The pattern of coloured trees: vertices of one colour are a block, those of the colour f stand for the mean field.
     *
     * @param trees the trees, at least one
     * @return the pattern
     * @throws IllegalArgumentException if there is no tree, there are more than ten blocks, or one is named {@code ground}
     */
    public static Pattern of(List<RootedTree> trees) {
        if (trees.isEmpty()) {
            throw new IllegalArgumentException("given no trees, expected at least one");
        }
        if (trees.stream().anyMatch(tree -> tree.colours().contains(GROUND))) {
            throw new IllegalArgumentException("given a block named " + GROUND + ", expected another name");
        }
        RootedTree all = RootedTree.graft(GROUND, trees);
        SortedSet<Colour> bound = bound(all);
        if (bound.size() > LETTERS.size()) {
            throw new IllegalArgumentException(
                    "given a pattern of " + bound.size() + " blocks, expected at most " + LETTERS.size());
        }
        List<RootedTree> smallest = new ArrayList<>();
        forEachNaming(all, bound, named -> {
            if (smallest.isEmpty() || named.compareTo(smallest.get(0)) < 0) {
                smallest.clear();
                smallest.add(named);
            }
        });
        return new Pattern(smallest.get(0), bound.size());
    }

    /**
     * Reads a pattern as {@link #toString} writes it, {@code a[a,b]} or {@code a a[b]}; any letters will do.
     *
     * @param text the trees, with spaces between them
     * @return the pattern
     * @throws IllegalArgumentException if a part is not a tree
     */
    public static Pattern parse(String text) {
        return of(
                Arrays.stream(text.strip().split("\\s+")).map(RootedTree::parse).toList());
    }

    private static SortedSet<Colour> bound(RootedTree all) {
        SortedSet<Colour> bound = new TreeSet<>(all.colours());
        bound.remove(GROUND);
        bound.remove(MEAN);
        return bound;
    }

    /** The tree with every naming of its blocks by the first letters. */
    private static void forEachNaming(RootedTree all, SortedSet<Colour> bound, Consumer<RootedTree> action) {
        name(all, List.copyOf(bound), new HashMap<>(), action);
    }

    private static void name(
            RootedTree all, List<Colour> bound, Map<Colour, Colour> names, Consumer<RootedTree> action) {
        if (names.size() == bound.size()) {
            action.accept(all.recoloured(colour -> names.getOrDefault(colour, colour)));
            return;
        }
        for (Colour letter : LETTERS.subList(0, bound.size())) {
            if (!names.containsValue(letter)) {
                Colour block = bound.get(names.size());
                names.put(block, letter);
                name(all, bound, names, action);
                names.remove(block);
            }
        }
    }

    /** {@return the trees, in canonical order} */
    public List<RootedTree> trees() {
        return planted.children();
    }

    /**
     * The only tree of a pattern tree.
     *
     * @return t, in the colours of its blocks
     * @throws IllegalArgumentException if this is a forest of several trees
     */
    public RootedTree tree() {
        if (trees().size() != 1) {
            throw new IllegalArgumentException("given the forest " + this + ", expected one tree");
        }
        return trees().get(0);
    }

    /** {@return the number of vertices} */
    public int order() {
        return planted.order() - 1;
    }

    /** {@return k, the number of blocks} */
    public int blocks() {
        return blocks;
    }

    /** {@return the number of vertices of each block, in the order of the letters} */
    public List<Integer> blockSizes() {
        int[] sizes = new int[blocks];
        trees().forEach(tree -> count(tree, sizes));
        return Arrays.stream(sizes).boxed().toList();
    }

    private static void count(RootedTree tree, int... sizes) {
        if (!tree.colour().equals(MEAN)) {
            sizes[LETTERS.indexOf(tree.colour())]++;
        }
        tree.children().forEach(child -> count(child, sizes));
    }

    /**
     * σ: the automorphisms of the forest that map blocks to blocks.
     *
     * @return those that keep every block, times the permutations of the blocks that some automorphism makes
     */
    public BigInteger symmetry() {
        long[] renamings = {0};
        forEachNaming(planted, bound(planted), named -> renamings[0] += named.equals(planted) ? 1 : 0);
        return planted.symmetry().multiply(BigInteger.valueOf(renamings[0]));
    }

    /** The vertices with their blocks; those of the mean field are a block as well. */
    BlockedForest blocked() {
        return BlockedForest.of(trees());
    }

    @Override
    public int compareTo(Pattern other) {
        return planted.compareTo(other.planted);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pattern that && planted.equals(that.planted);
    }

    @Override
    public int hashCode() {
        return planted.hashCode();
    }

    /** {@return the trees with spaces between them, as {@code a a[b]}} */
    @Override
    public String toString() {
        return trees().stream().map(RootedTree::toString).collect(Collectors.joining(" "));
    }

    /** The letter of a block. */
    static Colour letter(int block) {
        return LETTERS.get(block);
    }
}
