package org.modeq.proofs.check;

import java.util.List;
import java.util.SortedMap;

/**
 * A problem on which a claim takes a wrong value; exact, small enough to check by hand.
 *
 * @param variables the names of the variables
 * @param losses the formula of each loss by its name, or the components of each field
 * @param parameters the value of each parameter
 * @param point the coordinates of the point
 * @param power the power of h at which the two sides differ
 * @param claimed the claimed coefficient of that power, a vector
 * @param derived the derived one
 */
public record Counterexample(
        List<String> variables,
        SortedMap<String, String> losses,
        SortedMap<String, String> parameters,
        List<String> point,
        int power,
        List<String> claimed,
        List<String> derived) {
    /** {@return the example in one line} */
    @Override
    public String toString() {
        return losses + (parameters.isEmpty() ? "" : " with " + parameters) + " at " + variables + " = " + point
                + ": the coefficient of h^" + power + " is " + derived + ", the claim says " + claimed;
    }
}
