package org.modeq.symbolic.tree;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A signature of typed trees: the kinds of nodes, what each counts in the order of a tree, and what may sit in its slots.
 *
 * <p>The order of a tree is the sum of the weights of its nodes. Nodes of weight 1 stand for updates of the state, which
 * carry a factor h; nodes of weight 0 for functions that are only passed through, as the gradient inside Adam. The roots
 * of a series are the nodes of positive weight.
 */
public final class Signature {
    private final List<Kind> kinds;

    /**
     * A kind of node.
     *
     * @param colour its name
     * @param weight what it counts in the order of a tree, at least 0
     * @param slots the kinds of the children that each slot takes
     * @param fewest the smallest number of children; at least 1 where the weight is 0, so that orders are finite
     * @param most the largest number of children
     */
    public record Kind(Colour colour, int weight, SortedMap<Slot, SortedSet<Colour>> slots, int fewest, int most) {
        /** No bound on the number of children. */
        public static final int ANY = Integer.MAX_VALUE;

        /**
         * A kind of node.
         *
         * @param colour its name
         * @param weight what it counts
         * @param slots the kinds that each slot takes
         * @param fewest the smallest number of children
         * @param most the largest number of children
         * @throws IllegalArgumentException if a number is negative, fewest &gt; most, or a node of weight 0 may stand alone
         */
        public Kind {
            SortedMap<Slot, SortedSet<Colour>> copy = new TreeMap<>();
            slots.forEach(
                    (slot, accepted) -> copy.put(slot, Collections.unmodifiableSortedSet(new TreeSet<>(accepted))));
            slots = Collections.unmodifiableSortedMap(copy);
            if (weight < 0 || fewest < 0 || fewest > most || (weight == 0 && fewest == 0)) {
                throw new IllegalArgumentException(
                        "given the kind " + colour + " of weight " + weight + " with " + fewest
                                + " to " + most
                                + " children, expected a weight of at least 0 and a range of numbers of children,"
                                + " from 1 where the weight is 0");
            }
        }

        /**
         * A vector field of the state: weight 1, one slot, any number of children.
         *
         * @param colour its name
         * @param accepted the kinds of its children
         * @return the kind
         */
        public static Kind field(Colour colour, Collection<Colour> accepted) {
            return new Kind(colour, 1, inOnlySlot(accepted), 0, ANY);
        }

        /**
         * A function that is passed through: weight 0, one slot.
         *
         * @param colour its name
         * @param accepted the kinds of its children
         * @param most the largest number of children, its degree as a polynomial or {@link #ANY}
         * @return the kind
         */
        public static Kind function(Colour colour, Collection<Colour> accepted, int most) {
            return new Kind(colour, 0, inOnlySlot(accepted), 1, most);
        }

        private static SortedMap<Slot, SortedSet<Colour>> inOnlySlot(Collection<Colour> accepted) {
            return new TreeMap<>(Map.of(Slot.ONLY, new TreeSet<>(accepted)));
        }

        private boolean accepts(Colour child) {
            return slots.values().stream().anyMatch(accepted -> accepted.contains(child));
        }
    }

    private Signature(List<Kind> kinds) {
        this.kinds = kinds;
    }

    /**
     * A signature by its kinds.
     *
     * @param kinds the kinds, in any order
     * @return the signature
     * @throws IllegalArgumentException if there is no kind, two have one name, a slot takes a kind that is not given, no
     *     kind has a positive weight, or nodes of weight 0 can stand on each other in a circle
     */
    public static Signature of(Collection<Kind> kinds) {
        SortedMap<Colour, Kind> byName = new TreeMap<>();
        kinds.forEach(kind -> byName.put(kind.colour(), kind));
        if (byName.size() != kinds.size() || kinds.stream().allMatch(kind -> kind.weight() == 0)) {
            throw new IllegalArgumentException(
                    "given the kinds " + kinds.stream().map(Kind::colour).toList()
                            + ", expected distinct names and at least one kind of positive weight");
        }
        for (Kind kind : kinds) {
            kind.slots().forEach((slot, accepted) -> {
                if (!byName.keySet().containsAll(accepted)) {
                    throw new IllegalArgumentException("given the kind " + kind.colour() + " whose slot '" + slot
                            + "' takes " + accepted + ", expected kinds among " + byName.keySet());
                }
            });
        }
        return new Signature(byDependency(byName.values()));
    }

    /**
     * The signature of coloured trees: each colour is a vector field that takes every colour.
     *
     * @param colours the fields
     * @return the signature
     * @throws IllegalArgumentException if there is no colour
     */
    public static Signature ofFields(Collection<Colour> colours) {
        SortedSet<Colour> sorted = new TreeSet<>(colours);
        return of(sorted.stream().map(colour -> Kind.field(colour, sorted)).toList());
    }

    /** The kinds of positive weight, then those of weight 0, each after the kinds of weight 0 that it takes. */
    private static List<Kind> byDependency(Collection<Kind> kinds) {
        List<Kind> ordered = new ArrayList<>();
        List<Kind> waiting = new ArrayList<>();
        kinds.forEach(kind -> (kind.weight() > 0 ? ordered : waiting).add(kind));
        while (!waiting.isEmpty()) {
            Kind next = waiting.stream()
                    .filter(kind -> waiting.stream().noneMatch(other -> kind.accepts(other.colour())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("given the kinds "
                            + waiting.stream().map(Kind::colour).toList()
                            + " of weight 0 that can stand on each other without end, expected a node of positive weight"
                            + " between them"));
            waiting.remove(next);
            ordered.add(next);
        }
        return List.copyOf(ordered);
    }

    /** {@return the kinds; a kind of weight 0 stands after those that it takes within the same order} */
    public List<Kind> kinds() {
        return kinds;
    }

    /**
     * The order of a tree.
     *
     * @param tree a tree
     * @return the sum of the weights of its nodes
     * @throws IllegalArgumentException if the tree is not of this signature
     */
    public int order(RootedTree tree) {
        Kind root = kinds.stream()
                .filter(kind -> kind.colour().equals(tree.colour()))
                .findFirst()
                .orElseThrow(() -> refused(tree));
        List<PlantedTree> children = tree.plantedChildren();
        boolean fits = children.size() >= root.fewest()
                && children.size() <= root.most()
                && children.stream()
                        .allMatch(child -> root.slots()
                                .getOrDefault(child.slot(), Collections.emptySortedSet())
                                .contains(child.tree().colour()));
        if (!fits) {
            throw refused(tree);
        }
        return root.weight() + tree.children().stream().mapToInt(this::order).sum();
    }

    private IllegalArgumentException refused(RootedTree tree) {
        return new IllegalArgumentException("given the tree " + tree + ", expected the node " + tree.colour()
                + " with the children that the kinds "
                + kinds.stream().map(Kind::colour).sorted().toList() + " allow");
    }

    /**
     * The number of trees of an order whose root has positive weight, without listing them.
     *
     * <p>With T_K(x) the generating function of the kind K of weight w, T_K is x^w times that of the multisets, of an
     * allowed size, of what its slots take. Exact; O(n⁴) products of big integers for each kind.
     *
     * @param order n ≥ 1
     * @return the number of trees
     * @throws IllegalArgumentException if n &lt; 1
     */
    public BigInteger count(int order) {
        return new TreeCount(this).ofOrder(order);
    }
}
