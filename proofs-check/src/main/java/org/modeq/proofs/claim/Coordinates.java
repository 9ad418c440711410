package org.modeq.proofs.claim;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A class of losses in coordinates, as a claim states it.
 *
 * @param variables the names of the coordinates
 * @param losses the formula of each loss in them, with unknown functions
 */
public record Coordinates(List<String> variables, SortedMap<String, String> losses) {
    /**
     * A class of losses.
     *
     * @param variables the names of the coordinates
     * @param losses the formulas
     */
    public Coordinates {
        variables = List.copyOf(variables);
        losses = Collections.unmodifiableSortedMap(new TreeMap<>(losses));
    }
}
