package org.modeq.proofs.check;

import java.util.List;
import java.util.SortedMap;

/**
 * A problem on which a claim takes a wrong value; exact, small enough to check by hand.
 *
 * @param variables the names of the variables
 * @param losses the formula of each loss by its name
 * @param point the coordinates of the point
 * @param power the power of h at which the two sides differ
 * @param claimed the claimed coefficient of that power, a vector
 * @param derived the derived one
 */
public record Counterexample(
        List<String> variables,
        SortedMap<String, String> losses,
        List<String> point,
        int power,
        List<String> claimed,
        List<String> derived) {
    /** {@return the example in one line} */
    @Override
    public String toString() {
        return losses + " at " + variables + " = " + point + ": the coefficient of h^" + power + " is " + derived
                + ", the claim says " + claimed;
    }
}
