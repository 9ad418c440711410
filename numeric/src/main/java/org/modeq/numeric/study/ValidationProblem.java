package org.modeq.numeric.study;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.numeric.graph.Node;
import org.modeq.numeric.model.GraphField;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.precise.Numbers;
import org.modeq.numeric.precise.PreciseField;
import org.modeq.symbolic.tree.Colour;

/** A problem on which a method is validated: its fields as graphs, in the names of the method, and a point. Immutable. */
public final class ValidationProblem {
    private static final long MOST_ENTRIES = 3000;

    private final String name;
    private final SortedMap<Colour, Node> fields;
    private final double[] start;

    private ValidationProblem(String name, SortedMap<Colour, Node> fields, double... start) {
        this.name = name;
        this.fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        this.start = start.clone();
    }

    /**
     * A problem.
     *
     * @param name what reports call it
     * @param fields f_c by the colours of the method, each a column with an entry for each parameter
     * @param start θ₀
     * @return the problem
     * @throws IllegalArgumentException if there is no field, or one has another dimension than the point
     */
    public static ValidationProblem of(String name, SortedMap<Colour, Node> fields, double... start) {
        if (fields.isEmpty()
                || fields.values().stream().anyMatch(field -> field.rows() != start.length || field.columns() != 1)) {
            throw new IllegalArgumentException("given " + fields.size() + " fields and a point of " + start.length
                    + " coordinates, expected at least one field, each a column of as many entries");
        }
        return new ValidationProblem(name, fields, start);
    }

    /** {@return what reports call it} */
    public String name() {
        return name;
    }

    /** {@return a copy of θ₀} */
    public double[] start() {
        return start.clone();
    }

    /** {@return the number of parameters} */
    public int dimension() {
        return start.length;
    }

    /** {@return the fields in doubles} */
    public SortedMap<Colour, VectorField> fields() {
        SortedMap<Colour, VectorField> inDoubles = new TreeMap<>();
        fields.forEach((colour, node) -> inDoubles.put(colour, GraphField.of(node)));
        return inDoubles;
    }

    /** The fields in numbers of any precision. */
    <T> SortedMap<Colour, PreciseField<T>> fields(Numbers<T> numbers) {
        SortedMap<Colour, PreciseField<T>> precise = new TreeMap<>();
        fields.forEach((colour, node) -> precise.put(colour, PreciseField.of(node, numbers)));
        return precise;
    }

    /** θ₀ in numbers of any precision. */
    <T> List<T> start(Numbers<T> numbers) {
        return Arrays.stream(start).mapToObj(numbers::of).toList();
    }

    /** Whether its graphs are so small that runs and flows in numbers of high precision take seconds. */
    boolean isSmall() {
        return fields.values().stream()
                        .flatMap(field -> field.ancestors().stream())
                        .mapToLong(Node::entries)
                        .sum()
                <= MOST_ENTRIES;
    }

    @Override
    public String toString() {
        return name;
    }
}
