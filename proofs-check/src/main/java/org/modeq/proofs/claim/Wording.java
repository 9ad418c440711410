package org.modeq.proofs.claim;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How a claim is worded.
 *
 * @param formula the formula
 * @param quantity of a claim about how a quantity changes, the quantity: the formula is its rate along the field, or its
 *     change in one unit of the clock
 * @param losses further losses that the formulas speak of, besides those of the method
 * @param functions the numbers of arguments of the unknown functions that occur, by name
 * @param coordinates of a claim in coordinates, the losses as formulas in them
 * @param convention how the paper counts
 */
public record Wording(
        String formula,
        Optional<String> quantity,
        SortedSet<String> losses,
        SortedMap<String, Integer> functions,
        Optional<Coordinates> coordinates,
        Convention convention) {
    /**
     * A wording.
     *
     * @param formula the formula
     * @param quantity the quantity that changes
     * @param losses further losses
     * @param functions the numbers of arguments of unknown functions
     * @param coordinates the losses as formulas
     * @param convention how the paper counts
     */
    public Wording {
        losses = Collections.unmodifiableSortedSet(new TreeSet<>(losses));
        functions = Collections.unmodifiableSortedMap(new TreeMap<>(functions));
    }

    /**
     * A formula in the house convention.
     *
     * @param formula the formula
     * @return the wording
     */
    public static Wording of(String formula) {
        return of(formula, new TreeMap<>());
    }

    /**
     * A formula with unknown functions, in the house convention.
     *
     * @param formula the formula
     * @param functions the numbers of arguments of the functions by name
     * @return the wording
     */
    public static Wording of(String formula, SortedMap<String, Integer> functions) {
        return new Wording(formula, Optional.empty(), new TreeSet<>(), functions, Optional.empty(), Convention.HOUSE);
    }

    /**
     * The same wording with another formula.
     *
     * @param other the other formula
     * @return the wording
     */
    public Wording with(String other) {
        return new Wording(other, quantity, losses, functions, coordinates, convention);
    }

    /**
     * The same wording in another convention.
     *
     * @param other the other convention
     * @return the wording
     */
    public Wording with(Convention other) {
        return new Wording(formula, quantity, losses, functions, coordinates, other);
    }

    /**
     * The same wording about a quantity.
     *
     * @param other the quantity
     * @param further further losses of which it speaks
     * @return the wording
     */
    public Wording about(String other, SortedSet<String> further) {
        return new Wording(formula, Optional.of(other), further, functions, coordinates, convention);
    }
}
