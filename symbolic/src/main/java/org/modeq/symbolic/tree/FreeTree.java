package org.modeq.symbolic.tree;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A free (unrooted) tree with coloured vertices: the class of all rootings of one tree, kept by the greatest of them.
 *
 * <p>It stands for the closed contraction S(T) of derivative tensors of losses, one tensor per vertex and one summed
 * index per edge; ∇S(T) is the sum of the contractions of its {@linkplain #rootings() rootings}.
 *
 * @param representative the greatest rooting
 */
public record FreeTree(RootedTree representative) implements Comparable<FreeTree> {
    private static final Comparator<RootedTree> CENTRAL = Comparator.<RootedTree>comparingInt(
                    tree -> tree.children().size())
            .thenComparing(
                    Comparator.<RootedTree>comparingInt(FreeTree::longestBranch).reversed())
            .thenComparing(Comparator.naturalOrder());

    /**
     * Forgets the root.
     *
     * @param representative any rooting of the tree; the greatest is kept
     */
    public FreeTree {
        representative = Collections.max(representative.rootings());
    }

    /** {@return |T|, the number of vertices} */
    public int order() {
        return representative.order();
    }

    /** {@return the tree rooted at each vertex in turn: |T| trees, not necessarily distinct} */
    public List<RootedTree> rootings() {
        return representative.rootings();
    }

    /** {@return the distinct rootings in canonical order, each with the number of vertices at which it arises} */
    public SortedMap<RootedTree, Integer> distinctRootings() {
        SortedMap<RootedTree, Integer> vertices = new TreeMap<>();
        rootings().forEach(tree -> vertices.merge(tree, 1, Integer::sum));
        return vertices;
    }

    /**
     * The symmetry coefficient σ(T), the order of the automorphism group.
     *
     * <p>An automorphism moves the root of a rooting t to one of the n vertices at which t arises, and those that keep it
     * are the automorphisms of t: σ(T) = n σ(t) for every rooting t. Exact.
     *
     * @return σ(T) ≥ 1
     */
    public BigInteger symmetry() {
        int vertices = Collections.frequency(rootings(), representative);
        return representative.symmetry().multiply(BigInteger.valueOf(vertices));
    }

    /**
     * The rooting at which a contraction is written: at a vertex with the most edges, among these at one that keeps the
     * largest branch small.
     *
     * @return the most central rooting
     */
    public RootedTree centre() {
        return mostCentral(rootings());
    }

    /**
     * The most central of some rooted trees, in the sense of {@link #centre}.
     *
     * @param trees at least one tree
     * @return one of them
     */
    public static RootedTree mostCentral(Collection<RootedTree> trees) {
        return Collections.max(trees, CENTRAL);
    }

    /**
     * A path of at least two vertices cut at its middle edge: S(T) = ⟨G(u), G(v)⟩.
     *
     * @return u ≤ v, each rooted at its end of the edge; empty for a vertex and for trees that branch
     */
    public Optional<List<RootedTree>> halves() {
        RootedTree centre = centre();
        int edges = centre.children().size();
        if (edges == 0 || edges > 2) {
            return Optional.empty();
        }
        RootedTree branch = centre.children().get(edges - 1);
        RootedTree rest = RootedTree.graft(centre.colour(), centre.children().subList(0, edges - 1));
        return Optional.of(branch.compareTo(rest) <= 0 ? List.of(branch, rest) : List.of(rest, branch));
    }

    private static int longestBranch(RootedTree tree) {
        return tree.children().stream().mapToInt(RootedTree::order).max().orElse(0);
    }

    @Override
    public int compareTo(FreeTree other) {
        return representative.compareTo(other.representative);
    }

    @Override
    public String toString() {
        return "S(" + representative + ")";
    }
}
