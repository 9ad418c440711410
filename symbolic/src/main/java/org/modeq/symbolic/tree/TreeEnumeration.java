package org.modeq.symbolic.tree;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All rooted trees of a signature, order by order, each once and in canonical order.
 *
 * <p>A tree of order n is a root of weight w with a multiset of trees of total order n − w in its slots; multisets are
 * taken in one fixed order of the candidates, so no tree is met twice and nothing is hashed. Cost: a constant number of
 * steps per tree, and sorting. Numbers of trees with one colour: 1, 1, 2, 4, 9, 20, 48, 115, … (OEIS A000081).
 */
public final class TreeEnumeration {
    private final Signature signature;
    private final List<List<RootedTree>> byOrder = new ArrayList<>();
    private final Map<Colour, List<List<RootedTree>>> byKind = new HashMap<>();

    private TreeEnumeration(Signature signature) {
        this.signature = signature;
        byOrder.add(List.of());
        signature.kinds().forEach(kind -> byKind.put(kind.colour(), new ArrayList<>(List.of(List.of()))));
    }

    /**
     * The trees with vertices of the given colours, each a vector field.
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
        return over(Signature.ofFields(colours));
    }

    /**
     * The typed trees of a signature whose root has positive weight.
     *
     * @param signature the kinds of nodes
     * @return the trees, listed when they are asked for
     */
    public static TreeEnumeration over(Signature signature) {
        return new TreeEnumeration(signature);
    }

    /**
     * The trees of one order, in canonical order.
     *
     * @param order n ≥ 1
     * @return every tree of order n
     * @throws IllegalArgumentException if n &lt; 1
     */
    public List<RootedTree> ofOrder(int order) {
        requireOrder(order);
        while (byOrder.size() <= order) {
            int next = byOrder.size();
            List<RootedTree> trees = new ArrayList<>();
            for (Signature.Kind kind : signature.kinds()) {
                List<RootedTree> ofKind = treesOfKind(kind, next);
                listed(kind.colour()).add(ofKind);
                if (kind.weight() > 0) {
                    trees.addAll(ofKind);
                }
            }
            Collections.sort(trees);
            byOrder.add(Collections.unmodifiableList(trees));
        }
        return byOrder.get(order);
    }

    /**
     * The trees of one kind and order, in canonical order.
     *
     * @param kind the kind of the root, also one of weight 0
     * @param order n ≥ 1
     * @return every tree of order n with this root
     * @throws IllegalArgumentException if n &lt; 1 or there is no such kind
     */
    public List<RootedTree> ofKind(Colour kind, int order) {
        ofOrder(order);
        if (!byKind.containsKey(kind)) {
            throw new IllegalArgumentException("given the kind " + kind + ", expected one of "
                    + signature.kinds().stream()
                            .map(Signature.Kind::colour)
                            .sorted()
                            .toList());
        }
        return Collections.unmodifiableList(listed(kind).get(order));
    }

    private List<List<RootedTree>> listed(Colour kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /**
     * The trees of all orders up to one, in canonical order.
     *
     * @param order n ≥ 1
     * @return every tree of order at most n
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

    private List<RootedTree> treesOfKind(Signature.Kind kind, int order) {
        List<List<Pool>> pools = new ArrayList<>();
        for (int k = 0; k <= order - kind.weight(); k++) {
            pools.add(pools(kind, k));
        }
        List<RootedTree> trees = new ArrayList<>();
        new Forests(kind, pools, trees).collect(order - kind.weight(), 1, 0, 0);
        Collections.sort(trees);
        return trees;
    }

    /** The trees of one order and kind that may sit in a slot. */
    private record Pool(Slot slot, List<RootedTree> trees) {}

    private List<Pool> pools(Signature.Kind kind, int order) {
        List<Pool> pools = new ArrayList<>();
        kind.slots()
                .forEach((slot, accepted) -> accepted.forEach(child -> {
                    List<List<RootedTree>> trees = listed(child);
                    pools.add(new Pool(slot, order < trees.size() ? trees.get(order) : List.of()));
                }));
        return pools;
    }

    /** The multisets of candidates for the children of a node, each grafted as soon as it is complete. */
    private record Forests(
            Signature.Kind kind, List<List<Pool>> pools, List<RootedTree> results, List<PlantedTree> chosen) {
        Forests(Signature.Kind kind, List<List<Pool>> pools, List<RootedTree> results) {
            this(kind, pools, results, new ArrayList<>());
        }

        /** Adds candidates of total order {@code remaining} that stand at or after (order, pool, index). */
        void collect(int remaining, int order, int pool, int index) {
            if (remaining == 0) {
                if (chosen.size() >= kind.fewest()) {
                    results.add(RootedTree.graftInSlots(kind.colour(), chosen));
                }
                return;
            }
            if (chosen.size() == kind.most()) {
                return;
            }
            for (int k = order; k <= remaining; k++) {
                for (int p = k == order ? pool : 0; p < pools.get(k).size(); p++) {
                    Pool candidates = pools.get(k).get(p);
                    for (int i = k == order && p == pool ? index : 0;
                            i < candidates.trees().size();
                            i++) {
                        chosen.add(new PlantedTree(
                                candidates.slot(), candidates.trees().get(i)));
                        collect(remaining - k, k, p, i);
                        chosen.remove(chosen.size() - 1);
                    }
                }
            }
        }
    }

    static void requireOrder(int order) {
        if (order < 1) {
            throw new IllegalArgumentException("given order " + order + ", expected an order of at least 1");
        }
    }
}
