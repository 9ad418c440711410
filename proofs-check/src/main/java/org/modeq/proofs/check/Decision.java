package org.modeq.proofs.check;

import java.util.Optional;
import org.modeq.proofs.claim.Claim;

/**
 * A claim with what was found out about it.
 *
 * @param claim the claim
 * @param verdict the verdict
 * @param difference claimed minus derived as a formula, if they differ
 * @param counterexample a problem on which they differ, if one was found
 * @param reason what the claim waits for, if it does
 */
public record Decision(
        Claim claim,
        Verdict verdict,
        Optional<String> difference,
        Optional<Counterexample> counterexample,
        Optional<String> reason) {}
