package org.modeq.symbolic.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A free tree with two legs at vertices u and v (possibly u = v) that are not told apart, kept by the path from u to v.
 *
 * <p>The vertices of the path, each with the branches that leave the path there, are the <em>stations</em> s₁ = u, …,
 * s_n = v. The tree names the symmetric matrix of derivative tensors of losses
 * <pre>
 *   W(s₁, …, s_n) = ½ (N(s₁) ⋯ N(s_n) + N(s_n) ⋯ N(s₁)),    N([t₁ … t_m]) = ∇^(m+2) L[G(t₁), …, G(t_m)],
 * </pre>
 * one tensor for each vertex, one summed index for each edge and one free index for each leg. A product of Hessians has
 * stations without branches. Equal exactly when isomorphic; of a path and its reverse the smaller is kept.
 *
 * @param stations s₁, …, s_n
 */
public record TwoLeggedTree(List<RootedTree> stations) implements Comparable<TwoLeggedTree> {
    /**
     * Forgets in which direction the path goes.
     *
     * @param stations s₁, …, s_n, n ≥ 1
     * @throws IllegalArgumentException if there is no station
     */
    public TwoLeggedTree {
        if (stations.isEmpty()) {
            throw new IllegalArgumentException(
                    "given a path without stations, expected at least one vertex for the legs");
        }
        List<RootedTree> reversed = reversed(stations);
        stations = List.copyOf(compare(stations, reversed) <= 0 ? stations : reversed);
    }

    /**
     * The trees with two legs of one order: the words of rooted trees, up to reversal.
     *
     * @param colours the colours of the vertices
     * @param order k ≥ 1, the number of vertices
     * @return all of them in canonical order
     * @throws IllegalArgumentException if k &lt; 1 or there is no colour
     */
    public static List<TwoLeggedTree> ofOrder(Collection<Colour> colours, int order) {
        TreeSet<TwoLeggedTree> trees = new TreeSet<>();
        words(TreeEnumeration.over(colours), order).forEach(word -> trees.add(new TwoLeggedTree(word)));
        return List.copyOf(trees);
    }

    private static List<List<RootedTree>> words(TreeEnumeration trees, int order) {
        List<List<RootedTree>> words = new ArrayList<>();
        trees.ofOrder(order).forEach(tree -> words.add(List.of(tree)));
        for (int first = 1; first < order; first++) {
            List<List<RootedTree>> ends = words(trees, order - first);
            for (RootedTree tree : trees.ofOrder(first)) {
                for (List<RootedTree> end : ends) {
                    List<RootedTree> word = new ArrayList<>(List.of(tree));
                    word.addAll(end);
                    words.add(word);
                }
            }
        }
        return words;
    }

    /** {@return the number of vertices} */
    public int order() {
        return stations.stream().mapToInt(RootedTree::order).sum();
    }

    /** {@return whether the path reads the same in both directions, so that W = N(s₁) ⋯ N(s_n)} */
    public boolean isPalindrome() {
        return stations.equals(reversed(stations));
    }

    /**
     * The trees t, t′ with W G(r) = ½ (G(t) + G(t′)): r hangs on one leg, and the other one is the root.
     *
     * @param branch r
     * @return the tree rooted at s₁ and the one rooted at s_n, which may be equal
     */
    public List<RootedTree> applied(RootedTree branch) {
        return List.of(hung(stations, branch), hung(reversed(stations), branch));
    }

    private static RootedTree hung(List<RootedTree> path, RootedTree branch) {
        RootedTree tree = branch;
        for (RootedTree station : reversed(path)) {
            List<RootedTree> children = new ArrayList<>(station.children());
            children.add(tree);
            tree = RootedTree.graft(station.colour(), children);
        }
        return tree;
    }

    private static List<RootedTree> reversed(List<RootedTree> path) {
        List<RootedTree> reversed = new ArrayList<>(path);
        Collections.reverse(reversed);
        return reversed;
    }

    private static int compare(List<RootedTree> path, List<RootedTree> other) {
        for (int i = 0; i < Math.min(path.size(), other.size()); i++) {
            int byStation = path.get(i).compareTo(other.get(i));
            if (byStation != 0) {
                return byStation;
            }
        }
        return Integer.compare(path.size(), other.size());
    }

    /** By the number of vertices, then long paths first (so products of Hessians), then station by station. */
    @Override
    public int compareTo(TwoLeggedTree other) {
        int byOrder = Integer.compare(order(), other.order());
        int byLength = Integer.compare(other.stations.size(), stations.size());
        return byOrder != 0 ? byOrder : byLength != 0 ? byLength : compare(stations, other.stations);
    }

    /** {@return for example {@code W(A,B[A])}} */
    @Override
    public String toString() {
        return stations.stream().map(RootedTree::toString).collect(Collectors.joining(",", "W(", ")"));
    }
}
