package org.modeq.symbolic.contraction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.modeq.symbolic.ring.Rational;

/**
 * A vertex of a contraction graph: a derivative tensor with an index on each leg.
 *
 * <p>∂_i ∂_j … L of a loss has symmetric legs only; ∂_i ∂_j … f^o of a vector field has besides an output o. A function of the
 * coordinates of vectors, φ^(k)(v)_o, has an output and no legs.
 *
 * @param name the loss or the field; a function with its arguments
 * @param output o, empty for a loss
 * @param legs i, j, …, sorted, because derivatives commute
 * @param function the function, empty for losses and fields
 */
record Vertex(String name, OptionalInt output, List<Integer> legs, Optional<AppliedFunction> function)
        implements Comparable<Vertex> {
    /** No loss has this name. */
    private static final String IDENTITY = "1";

    private static final Comparator<Vertex> ORDER = Comparator.comparing(Vertex::name)
            .thenComparing(vertex -> vertex.output.isPresent())
            .thenComparing(vertex -> vertex.legs.size())
            .thenComparing(vertex -> vertex.output.orElse(-1))
            .thenComparing(vertex -> vertex.legs, Vertex::compareLists);

    Vertex {
        List<Integer> sorted = new ArrayList<>(legs);
        Collections.sort(sorted);
        legs = List.copyOf(sorted);
    }

    /** A loss or its derivative. */
    static Vertex loss(String name, List<Integer> legs) {
        return new Vertex(name, OptionalInt.empty(), legs, Optional.empty());
    }

    /** A field or its derivative. */
    static Vertex field(String name, int output, List<Integer> legs) {
        return new Vertex(name, OptionalInt.of(output), legs, Optional.empty());
    }

    /** φ^(k)(v)_o. */
    static Vertex function(AppliedFunction function, int output) {
        return new Vertex(function.toString(), OptionalInt.of(output), List.of(), Optional.of(function));
    }

    /** δ_ij. */
    static Vertex identity(int i, int j) {
        return loss(IDENTITY, List.of(i, j));
    }

    boolean isIdentity() {
        return name.equals(IDENTITY);
    }

    /** The name of a constant vector that stands for a direction. */
    static String standIn(int number) {
        return "?" + number;
    }

    /** Whether the derivative of the tensor is 0. */
    boolean isConstant() {
        return isIdentity() || name.startsWith("?");
    }

    /** The entry of the tensor of a loss or field at given values of the indices. */
    Rational value(TensorValues tensors, int[] values) {
        List<Integer> places =
                legs.stream().map(index -> values[index]).sorted().toList();
        if (isIdentity()) {
            return places.get(0).equals(places.get(1)) ? Rational.ONE : Rational.ZERO;
        }
        return isField()
                ? tensors.derivative(name, values[output.getAsInt()], places)
                : tensors.derivative(name, places);
    }

    private static int compareLists(List<Integer> a, List<Integer> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int byEntry = a.get(i).compareTo(b.get(i));
            if (byEntry != 0) {
                return byEntry;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    boolean isField() {
        return output.isPresent();
    }

    /** The kind of tensor without its indices. */
    String kind() {
        return name + (isField() ? "^" : "_") + legs.size();
    }

    /** All indices, the output last. */
    List<Integer> indices() {
        List<Integer> all = new ArrayList<>(legs);
        output.ifPresent(all::add);
        return all;
    }

    /** The derivative of a loss or field, with one more leg. */
    Vertex differentiated(int index) {
        if (function.isPresent()) {
            throw new AssertionError(this);
        }
        List<Integer> more = new ArrayList<>(legs);
        more.add(index);
        return new Vertex(name, output, more, function);
    }

    /** The same tensor with other indices. */
    Vertex renamed(IntUnaryOperator names) {
        return new Vertex(
                name,
                output.isPresent() ? OptionalInt.of(names.applyAsInt(output.getAsInt())) : output,
                legs.stream().map(names::applyAsInt).toList(),
                function);
    }

    @Override
    public int compareTo(Vertex other) {
        return ORDER.compare(this, other);
    }

    /** {@return for example {@code L_{0,2}}, or {@code f^1_{0,2}}} */
    @Override
    public String toString() {
        String lower =
                legs.isEmpty() ? "" : legs.stream().map(String::valueOf).collect(Collectors.joining(",", "_{", "}"));
        return name + (isField() ? "^" + output.getAsInt() : "") + lower;
    }
}
