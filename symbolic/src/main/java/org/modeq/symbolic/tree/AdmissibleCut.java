package org.modeq.symbolic.tree;

import java.util.List;
import java.util.stream.Stream;

/**
 * An admissible cut of a tree: a set of edges, at most one on each way from the root to a leaf. What stays with the root
 * is the trunk, what falls off are the branches.
 *
 * @param trunk the part that contains the root
 * @param branches the trees cut off
 */
public record AdmissibleCut(RootedTree trunk, List<RootedTree> branches) {
    /**
     * A cut by its parts.
     *
     * @param trunk the part that contains the root
     * @param branches the trees cut off
     */
    public AdmissibleCut {
        branches = List.copyOf(branches);
    }

    /** This cut of a tree to whose root one more child was grafted: the child's trunk and its branches are added. */
    AdmissibleCut extendedBy(List<RootedTree> trunkChildren, List<RootedTree> moreBranches) {
        return new AdmissibleCut(
                RootedTree.graft(trunk.colour(), concat(trunk.children(), trunkChildren)),
                concat(branches, moreBranches));
    }

    private static List<RootedTree> concat(List<RootedTree> first, List<RootedTree> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
