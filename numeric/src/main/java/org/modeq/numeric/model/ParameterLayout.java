package org.modeq.numeric.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.graph.Node;

/**
 * The names of the matrices in a parameter vector θ: each a stretch of θ, read row by row; immutable.
 *
 * <p>The matrices stand one after the other in the order in which they were added. A layout can be a part of another: its
 * matrix W1 is then called trunk/W1. Models that read the same stretch share these parameters.
 */
public final class ParameterLayout {
    private static final ParameterLayout EMPTY = new ParameterLayout(Map.of(), Map.of(), 0);

    private final Map<String, Place> matrices;
    private final Map<String, Place> parts;
    private final int size;

    /** Where a matrix stands, and the factor of the normal numbers with which it starts. */
    private record Place(int offset, int rows, int columns, double scale) {
        int entries() {
            return rows * columns;
        }

        Place movedBy(int distance) {
            return new Place(offset + distance, rows, columns, scale);
        }
    }

    private ParameterLayout(Map<String, Place> matrices, Map<String, Place> parts, int size) {
        this.matrices = matrices;
        this.parts = parts;
        this.size = size;
    }

    /** {@return the layout of no parameters, to which matrices are added} */
    public static ParameterLayout empty() {
        return EMPTY;
    }

    /**
     * This layout followed by a matrix that starts at random.
     *
     * @param name its name, not yet taken
     * @param rows its number of rows, at least 1
     * @param columns its number of columns, at least 1
     * @param scale s; the entries start as s·N(0, 1)
     * @return the longer layout
     * @throws IllegalArgumentException if the name is taken, a size is below 1, or there are more than 2³¹ − 1 parameters
     */
    public ParameterLayout random(String name, int rows, int columns, double scale) {
        if (matrices.containsKey(name) || parts.containsKey(name) || rows < 1 || columns < 1) {
            throw new IllegalArgumentException("given a matrix " + name + " of " + rows + "×" + columns + " after "
                    + names() + ", expected a new name and sizes of at least 1");
        }
        Map<String, Place> longer = new LinkedHashMap<>(matrices);
        longer.put(name, new Place(size, rows, columns, scale));
        return new ParameterLayout(longer, parts, sum(size, (long) rows * columns));
    }

    /**
     * This layout followed by the weights of a layer: W with a row for each input, which starts as N(0, 1)/√inputs.
     *
     * @param name their name, not yet taken
     * @param inputs the number of rows, at least 1
     * @param outputs the number of columns, at least 1
     * @return the longer layout
     * @throws IllegalArgumentException if the name is taken or a size is below 1
     */
    public ParameterLayout weights(String name, int inputs, int outputs) {
        return random(name, inputs, outputs, 1 / Math.sqrt(inputs));
    }

    /**
     * This layout followed by the biases of a layer: a row, which starts at 0.
     *
     * @param name their name, not yet taken
     * @param outputs the number of columns, at least 1
     * @return the longer layout
     * @throws IllegalArgumentException if the name is taken or the size is below 1
     */
    public ParameterLayout biases(String name, int outputs) {
        return random(name, 1, outputs, 0);
    }

    /**
     * This layout followed by another as a part of it.
     *
     * @param prefix the name of the part, not yet taken
     * @param part the layout; its matrix W becomes prefix/W
     * @return the longer layout
     * @throws IllegalArgumentException if the name is taken
     */
    public ParameterLayout part(String prefix, ParameterLayout part) {
        if (matrices.containsKey(prefix) || parts.containsKey(prefix)) {
            throw new IllegalArgumentException(
                    "given a part " + prefix + " of a layout that has one, expected a new name");
        }
        Map<String, Place> longer = new LinkedHashMap<>(matrices);
        Map<String, Place> allParts = new LinkedHashMap<>(parts);
        allParts.put(prefix, new Place(size, part.size, 1, 0));
        part.matrices.forEach((name, place) -> longer.put(prefix + "/" + name, place.movedBy(size)));
        part.parts.forEach((name, place) -> allParts.put(prefix + "/" + name, place.movedBy(size)));
        return new ParameterLayout(longer, allParts, sum(size, part.size));
    }

    private static int sum(int size, long more) {
        if (size + more > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("given matrices of " + (size + more) + " parameters, expected at most "
                    + Integer.MAX_VALUE + "; take smaller ones");
        }
        return (int) (size + more);
    }

    /** {@return d, the number of parameters} */
    public int size() {
        return size;
    }

    /** {@return the names of the matrices in the order of θ} */
    public List<String> names() {
        return List.copyOf(matrices.keySet());
    }

    private Place place(String name) {
        Place place = matrices.containsKey(name) ? matrices.get(name) : parts.get(name);
        if (place == null) {
            throw new IllegalArgumentException("given the name " + name + ", expected one of the matrices " + names()
                    + " or of the parts " + new ArrayList<>(parts.keySet()));
        }
        return place;
    }

    /**
     * Where a matrix or part begins.
     *
     * @param name its name
     * @return the place of its first entry in θ
     * @throws IllegalArgumentException if there is none of this name
     */
    public int offset(String name) {
        return place(name).offset();
    }

    /**
     * A matrix as a node, or a part as a column.
     *
     * @param theta θ, a d×1 node
     * @param name its name
     * @return the block of θ
     * @throws IllegalArgumentException if there is none of this name or θ has another size
     */
    public Node view(Node theta, String name) {
        requireSize(theta.rows() * theta.columns());
        Place place = place(name);
        return theta.block(place.offset(), place.rows(), place.columns());
    }

    /**
     * The numbers of a matrix, or of a part as a column.
     *
     * @param theta θ, or a gradient
     * @param name its name
     * @return a copy
     * @throws IllegalArgumentException if there is none of this name or θ has another size
     */
    public DMatrixRMaj view(double[] theta, String name) {
        requireSize(theta.length);
        Place place = place(name);
        double[] entries = Arrays.copyOfRange(theta, place.offset(), place.offset() + place.entries());
        return new DMatrixRMaj(place.rows(), place.columns(), true, entries);
    }

    private void requireSize(int given) {
        if (given != size) {
            throw new IllegalArgumentException(
                    "given " + given + " parameters, expected " + size + " for the matrices " + names());
        }
    }

    /**
     * Random parameters from one normal stream over all entries that start at random, in the order of θ.
     *
     * @param seed the seed of the stream
     * @return θ
     */
    public double[] initialParameters(long seed) {
        int count = matrices.values().stream()
                .filter(place -> place.scale() != 0)
                .mapToInt(Place::entries)
                .sum();
        double[] normals = RandomStream.ofSeed(seed).normals(count);
        double[] theta = new double[size];
        int next = 0;
        for (Place place : matrices.values()) {
            for (int i = 0; place.scale() != 0 && i < place.entries(); i++) {
                theta[place.offset() + i] = place.scale() * normals[next++];
            }
        }
        return theta;
    }

    /** {@return the names of the matrices} */
    @Override
    public String toString() {
        return names().toString();
    }
}
