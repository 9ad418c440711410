package org.modeq.proofs.check;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * A problem on which a claim takes a wrong value; exact, small enough to check by hand.
 *
 * @param variables the names of the variables
 * @param losses the formula of each loss by its name, or the components of each field
 * @param functions the formula of each function of coordinates by its name and arguments, as {@code phi(t)}
 * @param parameters the value of each parameter
 * @param point the coordinates of the point
 * @param power the power of h at which the two sides differ
 * @param claimed the claimed coefficient of that power: its components, those of a matrix row by row
 * @param derived the derived one; of an equation the right side
 */
public record Counterexample(
        List<String> variables,
        SortedMap<String, String> losses,
        SortedMap<String, String> functions,
        SortedMap<String, String> parameters,
        List<String> point,
        int power,
        List<String> claimed,
        List<String> derived) {
    /** {@return the example in one line} */
    @Override
    public String toString() {
        return line("the claim says ", ", the method has ");
    }

    /** {@return the example of an equation in one line} */
    public String ofEquation() {
        return line("the left side is ", ", the right side ");
    }

    private String line(String first, String second) {
        String given = List.of(functions, losses, parameters).stream()
                .filter(values -> !values.isEmpty())
                .map(Counterexample::equations)
                .collect(Collectors.joining(", "));
        String where = power == 0 ? "" : "at h" + (power == 1 ? "" : "^" + power) + " ";
        return given + " at " + tuple(variables) + " = " + tuple(point) + ": " + where + first + written(claimed)
                + second + written(derived);
    }

    private static String equations(SortedMap<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private String written(List<String> components) {
        int dimension = variables.size();
        if (dimension == 1 || components.size() <= dimension) {
            return tuple(components);
        }
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < components.size(); row += dimension) {
            rows.add(tuple(components.subList(row, row + dimension)));
        }
        return tuple(rows);
    }

    /** A number as it is, several in parentheses. */
    static String tuple(List<String> parts) {
        return parts.size() == 1 ? parts.get(0) : "(" + String.join(", ", parts) + ")";
    }
}
