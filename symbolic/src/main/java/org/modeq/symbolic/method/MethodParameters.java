package org.modeq.symbolic.method;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.ring.Rational;

/**
 * What is given besides the name of a method: values of parameters, and numbers of sub-steps. Parameters that are not
 * given stay symbols.
 *
 * @param values the value of a parameter by its name
 * @param substeps how many sub-steps each player makes, in order; empty for one each
 */
public record MethodParameters(SortedMap<String, Rational> values, List<Repetition> substeps) {
    /** Nothing is given. */
    public static final MethodParameters NONE = new MethodParameters(new TreeMap<>(), List.of());

    /**
     * What is given.
     *
     * @param values the value of a parameter by its name
     * @param substeps the number of sub-steps of each player
     */
    public MethodParameters {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        substeps = List.copyOf(substeps);
    }
}
