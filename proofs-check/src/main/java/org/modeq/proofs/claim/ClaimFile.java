package org.modeq.proofs.claim;

import java.util.List;

/**
 * The claims of one paper.
 *
 * @param paper the paper
 * @param claims its claims, in the order of the file
 */
public record ClaimFile(Paper paper, List<Claim> claims) {
    /**
     * The claims of one paper.
     *
     * @param paper the paper
     * @param claims its claims
     */
    public ClaimFile {
        claims = List.copyOf(claims);
    }
}
