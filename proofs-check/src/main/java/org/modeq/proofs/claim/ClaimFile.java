package org.modeq.proofs.claim;

import java.util.List;

/**
 * The claims of one paper.
 *
 * @param paper the paper
 * @param claims its claims, in the order of the file
 * @param waiting what it says besides and modeq cannot decide yet
 */
public record ClaimFile(Paper paper, List<Claim> claims, List<Waiting> waiting) {
    /**
     * The claims of one paper.
     *
     * @param paper the paper
     * @param claims its claims
     * @param waiting what cannot be decided yet
     */
    public ClaimFile {
        claims = List.copyOf(claims);
        waiting = List.copyOf(waiting);
    }
}
