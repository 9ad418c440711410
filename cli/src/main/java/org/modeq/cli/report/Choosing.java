package org.modeq.cli.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a page's choices of a notation and of an order do to a table of terms. Without script all is there.
 *
 * @param orders for each row the order from which on it is shown; empty if that depends on nothing
 * @param notations for some columns, counted from 0, the notation in which alone they are shown
 * @param copies for each row, for each notation, the text that its button puts into the clipboard; empty for no buttons
 */
public record Choosing(List<Integer> orders, Map<Integer, String> notations, List<Map<String, String>> copies) {
    /** Of a table on which choices have no effect. */
    public static final Choosing NOTHING = new Choosing(List.of(), Map.of(), List.of());

    /**
     * Copies the lists.
     *
     * @param orders for each row the order from which on it is shown
     * @param notations for some columns the notation in which alone they are shown
     * @param copies for each row, for each notation, the text to copy
     */
    public Choosing {
        orders = List.copyOf(orders);
        notations = Collections.unmodifiableMap(new TreeMap<>(notations));
        copies = copies.stream()
                .map(texts -> Collections.unmodifiableMap(new TreeMap<>(texts)))
                .toList();
    }

    void check(int columns, int rows) {
        boolean isFitting = (orders.isEmpty() || orders.size() == rows)
                && (copies.isEmpty() || copies.size() == rows)
                && notations.keySet().stream().allMatch(column -> column >= 0 && column < columns);
        if (!isFitting) {
            throw new IllegalArgumentException("a table of " + rows + " rows and " + columns + " columns has "
                    + orders.size() + " orders, " + copies.size() + " texts to copy and notations of the columns "
                    + notations.keySet() + "; give one for each row or none, and count columns from 0");
        }
    }
}
