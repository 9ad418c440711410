package org.modeq.symbolic.contraction;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.modeq.symbolic.tree.RootedTree;

/**
 * A product of derivative tensors with summed indices and at most two free ones; immutable, always in canonical form, equal
 * exactly when the products are equal as polynomials in the entries of generic tensors in high enough dimension.
 *
 * <p>The indices 0, …, r − 1 are free, in this order; the others are summed over. An index stands on two legs in a
 * contraction, on three or more in a coordinate-wise product, on one in Σᵢ vᵢ, and on none in the dimension Σᵢ 1.
 */
public final class ContractionGraph implements Comparable<ContractionGraph> {
    private final int rank;
    private final int indices;
    private final List<Vertex> vertices;
    private final String key;

    private ContractionGraph(int rank, int indices, List<Vertex> vertices) {
        this.rank = rank;
        this.indices = indices;
        this.vertices = vertices;
        this.key = rank + " " + indices + " " + vertices;
    }

    /** The canonical form of a product; the indices from the rank on are summed over. */
    static ContractionGraph of(int rank, int indices, Collection<Vertex> vertices) {
        return CanonicalForm.of(rank, indices, List.copyOf(vertices));
    }

    /** A product that is known to be in canonical form. */
    static ContractionGraph canonical(int rank, int indices, List<Vertex> vertices) {
        return new ContractionGraph(rank, indices, List.copyOf(vertices));
    }

    /**
     * The contraction G(t) of derivatives of losses along a tree, with the free leg at the root.
     *
     * @param tree t, its colours the names of the losses
     * @return ∇L for •, ∇²L ∇L for the tree of order 2, …
     */
    public static ContractionGraph of(RootedTree tree) {
        Assembly assembly = new Assembly();
        int free = assembly.newIndex();
        addTree(assembly, tree, free);
        return assembly.finish(free);
    }

    private static void addTree(Assembly assembly, RootedTree tree, int towardsRoot) {
        int[] legs = IntStream.range(0, tree.children().size())
                .map(child -> assembly.newIndex())
                .toArray();
        assembly.add(Vertex.loss(
                tree.colour().name(),
                IntStream.concat(IntStream.of(towardsRoot), Arrays.stream(legs))
                        .boxed()
                        .toList()));
        for (int i = 0; i < legs.length; i++) {
            addTree(assembly, tree.children().get(i), legs[i]);
        }
    }

    /** {@return the number of free indices: 0 for a scalar, 1 for a vector, 2 for a matrix} */
    public int rank() {
        return rank;
    }

    /** The number of all indices. */
    int indices() {
        return indices;
    }

    List<Vertex> vertices() {
        return vertices;
    }

    /** {@return the number of tensors} */
    public int order() {
        return vertices.size();
    }

    /** {@return the names of the losses and fields that occur} */
    public SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        vertices.stream().filter(vertex -> !vertex.isIdentity()).forEach(vertex -> names.add(vertex.name()));
        return names;
    }

    @Override
    public int compareTo(ContractionGraph other) {
        int byOrder = Integer.compare(order(), other.order());
        return byOrder != 0 ? byOrder : key.compareTo(other.key);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof ContractionGraph other && key.equals(other.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    /** {@return the product in index notation, as {@code L_{0,2} L_{2}}: index 0 is free, 2 is summed over} */
    @Override
    public String toString() {
        return vertices.isEmpty()
                ? "1"
                : String.join(" ", vertices.stream().map(Vertex::toString).toList());
    }
}
