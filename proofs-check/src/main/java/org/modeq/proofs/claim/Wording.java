package org.modeq.proofs.claim;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a claim is worded.
 *
 * @param formula the formula
 * @param quantity of a claim about how a quantity changes, the quantity: the formula is its rate along the field, or its
 *     change in one unit of the clock
 * @param losses further losses that the formulas speak of, besides those of the method
 * @param convention how the paper counts
 */
public record Wording(String formula, Optional<String> quantity, SortedSet<String> losses, Convention convention) {
    /**
     * A wording.
     *
     * @param formula the formula
     * @param quantity the quantity that changes
     * @param losses further losses
     * @param convention how the paper counts
     */
    public Wording {
        losses = Collections.unmodifiableSortedSet(new TreeSet<>(losses));
    }

    /**
     * A formula in the house convention.
     *
     * @param formula the formula
     * @return the wording
     */
    public static Wording of(String formula) {
        return new Wording(formula, Optional.empty(), new TreeSet<>(), Convention.HOUSE);
    }

    /**
     * The same wording with another formula.
     *
     * @param other the other formula
     * @return the wording
     */
    public Wording with(String other) {
        return new Wording(other, quantity, losses, convention);
    }
}
