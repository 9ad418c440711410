package org.modeq.symbolic.modified;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * What moving the root along an edge does to a tree: whether the sign changes, and which colours.
 *
 * @param alternates whether the sign changes
 * @param conjugates the colours of p and q in a partitioned Hamiltonian system, where the old root takes the colour
 *     conjugate to that of the new one, which is lost, a root having no edge that tells p from q; otherwise empty, and
 *     the colours stay
 */
record Rerooting(boolean alternates, List<Colour> conjugates) {
    static final Rerooting OF_LOSS = new Rerooting(false, List.of());
    static final Rerooting OF_HAMILTONIAN = new Rerooting(true, List.of());

    /** All rootings of the scalar to which a tree belongs. */
    RootingClass classOf(RootedTree tree) {
        RootingClass rootings = new RootingClass(new TreeMap<>(), new TreeMap<>());
        collect(tree, tree.children(), false, rootings);
        return rootings;
    }

    /**
     * Adds a rooting, and those that lie beyond some of the children of its root.
     *
     * @param tree the rooting
     * @param ahead the children of the root that were not yet the root
     * @param isOdd whether the root is at an odd distance from the first, and signs alternate
     */
    private void collect(RootedTree tree, List<RootedTree> ahead, boolean isOdd, RootingClass rootings) {
        SortedMap<RootedTree, Integer> vertices = isOdd ? rootings.odd() : rootings.even();
        for (Colour colour : conjugates.isEmpty() ? List.of(tree.colour()) : conjugates) {
            vertices.merge(RootedTree.graft(colour, tree.children()), 1, Integer::sum);
        }
        for (RootedTree child : ahead) {
            List<RootedTree> rest = RootingClass.without(tree.children(), child);
            List<RootedTree> children = new ArrayList<>(child.children());
            children.add(RootedTree.graft(behind(tree.colour(), child.colour()), rest));
            RootedTree moved = RootedTree.graft(child.colour(), children);
            collect(moved, child.children(), isOdd != alternates, rootings);
        }
    }

    private Colour behind(Colour oldRoot, Colour newRoot) {
        if (conjugates.isEmpty()) {
            return oldRoot;
        }
        return conjugates.get(newRoot.equals(conjugates.get(0)) ? 1 : 0);
    }
}
