package org.modeq.symbolic.tree;

import java.util.Collections;
import java.util.List;

/**
 * A free (unrooted) tree with coloured vertices: the class of all rootings of one tree, kept by the greatest of them.
 *
 * <p>It stands for the closed contraction S(T) of derivative tensors of losses, one tensor per vertex and one summed
 * index per edge; ∇S(T) is the sum of the contractions of its {@linkplain #rootings() rootings}.
 *
 * @param representative the greatest rooting
 */
public record FreeTree(RootedTree representative) implements Comparable<FreeTree> {
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

    @Override
    public int compareTo(FreeTree other) {
        return representative.compareTo(other.representative);
    }

    @Override
    public String toString() {
        return "S(" + representative + ")";
    }
}
