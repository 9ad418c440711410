package org.modeq.proofs.check;

import java.util.List;
import org.modeq.proofs.claim.ClaimFile;

/**
 * A claim file with what was found out about its claims.
 *
 * @param file the file
 * @param decisions one for each of its claims, in the same order
 */
public record CheckedFile(ClaimFile file, List<Decision> decisions) {
    /**
     * A file with its decisions.
     *
     * @param file the file
     * @param decisions one for each claim
     */
    public CheckedFile {
        decisions = List.copyOf(decisions);
    }

    /**
     * Decides every claim of a file.
     *
     * @param file the file
     * @return the file with its decisions
     * @throws IllegalArgumentException if a formula does not parse or is not of the kind that is claimed
     */
    public static CheckedFile of(ClaimFile file) {
        return new CheckedFile(file, file.claims().stream().map(Prover::decide).toList());
    }
}
