package org.modeq.proofs.claim;

import java.util.Locale;

/** What was found out about a claim. */
public enum Verdict {
    /** The normal forms are equal. */
    PROVED,
    /** The normal forms differ. */
    REFUTED,
    /** True under a stated condition, which was itself checked. */
    CONDITIONAL,
    /** No contradiction in numeric runs; there is no algebra to decide it. */
    CONSISTENT,
    /** Needs work that has not been done yet. */
    WAITING;

    /** {@return the name in lower case, as reports write it} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
