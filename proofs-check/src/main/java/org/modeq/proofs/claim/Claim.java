package org.modeq.proofs.claim;

import java.util.List;
import java.util.Optional;

/**
 * A claim: up to an order, the modified equation of a method, its map, or the change of a quantity is a formula.
 *
 * @param id a short name, unique in its file
 * @param where the place in the paper
 * @param isConfirmed whether the printed wording was confirmed against the paper
 * @param kind what the formula is said to be
 * @param subject the optimizer
 * @param minus of a difference of maps, the optimizer whose map is subtracted
 * @param order N, the highest |t| that the formula speaks of: powers of h up to N − 1
 * @param assumptions conditions under which the claim is made
 * @param expected the verdict that is expected: a claim known to be wrong is kept with its refutation
 * @param wording the formula, and how it is to be read
 */
public record Claim(
        String id,
        String where,
        boolean isConfirmed,
        ClaimKind kind,
        Subject subject,
        Optional<Subject> minus,
        int order,
        List<String> assumptions,
        Verdict expected,
        Wording wording) {
    /**
     * A claim.
     *
     * @param id a short name
     * @param where the place in the paper
     * @param isConfirmed whether the printed wording was confirmed
     * @param kind what the formula is said to be
     * @param subject the optimizer
     * @param minus the optimizer whose map is subtracted
     * @param order N
     * @param assumptions conditions
     * @param expected the verdict that is expected
     * @param wording the formula, and how it is to be read
     */
    public Claim {
        assumptions = List.copyOf(assumptions);
    }

    /**
     * The same claim in other words.
     *
     * @param other the other wording
     * @return the claim
     */
    public Claim with(Wording other) {
        return new Claim(id, where, isConfirmed, kind, subject, minus, order, assumptions, expected, other);
    }

    /**
     * The optimizer as one whose step is a series over trees.
     *
     * @return the optimizer
     * @throws IllegalArgumentException if it is another; the message says which kinds of claims there are about it
     */
    public Subject.Steps<?> steps() {
        if (subject instanceof Subject.Steps<?> steps) {
            return steps;
        }
        throw new IllegalArgumentException("is of the kind " + kind + " about " + subject.name() + ", expected "
                + (subject instanceof Subject.Draws
                        ? "the kind generator: SGD moves the mean of every test function, not a point"
                        : subject instanceof Subject.Momentum
                                ? "the kind map or difference: with its velocity a run has no field of its own"
                                : "'variables' and a 'quantity', as in quantity: x: the formulas of coordinate-wise methods are in"
                                        + " coordinates"));
    }

    /** {@return the formula as the claim file has it} */
    public String formula() {
        return wording.formula();
    }
}
