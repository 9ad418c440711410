package org.modeq.symbolic.tree;

import java.util.Comparator;

/**
 * A planted tree: a tree on an edge, with the slot in which that edge enters the parent. Ordered by slot, then as trees.
 *
 * @param slot the slot of the parent
 * @param tree the tree that sits in it
 */
public record PlantedTree(Slot slot, RootedTree tree) implements Comparable<PlantedTree> {
    private static final Comparator<PlantedTree> ORDER =
            Comparator.comparing(PlantedTree::slot).thenComparing(PlantedTree::tree);

    /**
     * A child of a node with one slot.
     *
     * @param tree the child
     * @return the child in {@link Slot#ONLY}
     */
    public static PlantedTree of(RootedTree tree) {
        return new PlantedTree(Slot.ONLY, tree);
    }

    @Override
    public int compareTo(PlantedTree other) {
        return ORDER.compare(this, other);
    }

    /** {@return the tree with its slot in front, as {@code m:g[u]}; the tree alone in the only slot} */
    @Override
    public String toString() {
        return slot.equals(Slot.ONLY) ? tree.toString() : slot + ":" + tree;
    }
}
