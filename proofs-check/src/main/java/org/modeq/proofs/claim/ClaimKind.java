package org.modeq.proofs.claim;

import java.util.Locale;

/** What a claimed formula is said to be. */
public enum ClaimKind {
    /** The modified vector field. */
    FIELD,
    /** A modified loss: the modified field is minus its gradient. */
    LOSS,
    /** An equation between two formulas. */
    EQUATION,
    /** The map of one step. */
    MAP,
    /** The difference of two maps. */
    DIFFERENCE,
    /** A modified generator. */
    GENERATOR,
    /** A quantity that the flow conserves. */
    CONSERVED;

    /** {@return the name in lower case, as claim files write it} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
