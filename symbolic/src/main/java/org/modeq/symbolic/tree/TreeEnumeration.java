package org.modeq.symbolic.tree;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * All rooted trees over given colours, order by order, each once and in canonical order.
 *
 * <p>A tree of order n is a root with a multiset of trees of total order n − 1; multisets are taken with children in
 * canonical order, so no tree is met twice and nothing is hashed. Cost: a constant number of steps per tree. Numbers of
 * trees with one colour: 1, 1, 2, 4, 9, 20, 48, 115, … (OEIS A000081).
 */
public final class TreeEnumeration {
    private final List<Colour> colours;
    private final List<List<RootedTree>> byOrder = new ArrayList<>();

    private TreeEnumeration(Collection<Colour> colours) {
        this.colours = List.copyOf(new TreeSet<>(colours));
        byOrder.add(List.of());
    }

    /**
     * The trees with vertices of the given colours.
     *
     * @param colours at least one colour
     * @return the trees, listed when they are asked for
     * @throws IllegalArgumentException if there is no colour
     */
    public static TreeEnumeration over(Collection<Colour> colours) {
        if (colours.isEmpty()) {
            throw new IllegalArgumentException(
                    "given no colours, expected at least one; name the fields of the method");
        }
        return new TreeEnumeration(colours);
    }

    /**
     * The trees of one order, in canonical order.
     *
     * @param order n ≥ 1
     * @return every tree with n vertices
     * @throws IllegalArgumentException if n &lt; 1
     */
    public List<RootedTree> ofOrder(int order) {
        requireOrder(order);
        while (byOrder.size() <= order) {
            byOrder.add(Collections.unmodifiableList(treesOfNextOrder(byOrder.size())));
        }
        return byOrder.get(order);
    }

    /**
     * The trees of all orders up to one, in canonical order.
     *
     * @param order n ≥ 1
     * @return every tree with at most n vertices
     * @throws IllegalArgumentException if n &lt; 1
     */
    public List<RootedTree> upToOrder(int order) {
        List<RootedTree> trees = new ArrayList<>();
        for (int k = 1; k <= order; k++) {
            trees.addAll(ofOrder(k));
        }
        return trees;
    }

    /**
     * The number of trees of one order, without listing them: the Euler transform
     * n·T(n+1) = Σ_{k=1}^{n} (Σ_{d|k} d·T(d)) · T(n−k+1) with T(1) = c for c colours.
     *
     * <p>OEIS A000081 for one colour, A000151 for two, A006964 for three. Exact; O(n²) products.
     *
     * @param order n ≥ 1
     * @param colours c ≥ 1
     * @return the number of trees with n vertices in c colours
     * @throws IllegalArgumentException if n &lt; 1 or c &lt; 1
     */
    public static BigInteger count(int order, int colours) {
        requireOrder(order);
        if (colours < 1) {
            throw new IllegalArgumentException("given " + colours + " colours, expected at least one");
        }
        BigInteger[] trees = new BigInteger[order + 1];
        BigInteger[] divisorSums = new BigInteger[order + 1];
        trees[1] = BigInteger.valueOf(colours);
        for (int n = 1; n < order; n++) {
            divisorSums[n] = BigInteger.ZERO;
            for (int d = 1; d <= n; d++) {
                if (n % d == 0) {
                    divisorSums[n] = divisorSums[n].add(trees[d].multiply(BigInteger.valueOf(d)));
                }
            }
            BigInteger sum = BigInteger.ZERO;
            for (int k = 1; k <= n; k++) {
                sum = sum.add(divisorSums[k].multiply(trees[n - k + 1]));
            }
            trees[n + 1] = sum.divide(BigInteger.valueOf(n));
        }
        return trees[order];
    }

    private List<RootedTree> treesOfNextOrder(int order) {
        List<List<RootedTree>> forests = new ArrayList<>();
        collectForests(order - 1, 1, 0, new ArrayList<>(), forests);
        List<RootedTree> trees = new ArrayList<>(forests.size() * colours.size());
        for (Colour root : colours) {
            for (List<RootedTree> forest : forests) {
                trees.add(RootedTree.graft(root, forest));
            }
        }
        Collections.sort(trees);
        return trees;
    }

    /** Collects the multisets of total order {@code remaining} whose trees stand at or after (order, index). */
    private void collectForests(
            int remaining, int order, int index, List<RootedTree> chosen, List<List<RootedTree>> forests) {
        if (remaining == 0) {
            forests.add(List.copyOf(chosen));
            return;
        }
        for (int k = order; k <= remaining; k++) {
            List<RootedTree> candidates = byOrder.get(k);
            for (int i = k == order ? index : 0; i < candidates.size(); i++) {
                chosen.add(candidates.get(i));
                collectForests(remaining - k, k, i, chosen, forests);
                chosen.remove(chosen.size() - 1);
            }
        }
    }

    private static void requireOrder(int order) {
        if (order < 1) {
            throw new IllegalArgumentException("given order " + order + ", expected an order of at least 1");
        }
    }
}
