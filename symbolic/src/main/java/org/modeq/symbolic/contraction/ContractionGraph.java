package org.modeq.symbolic.contraction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.FreeTree;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TwoLeggedTree;

/**
 * A product of derivative tensors with summed indices and at most two free ones; immutable, always in canonical form, equal
 * exactly when the products are equal as polynomials in the entries of generic tensors in high enough dimension.
 *
 * <p>The indices 0, …, r − 1 are free, in this order; the others are summed over. An index stands on two legs in a
 * contraction, on three or more in a coordinate-wise product, on one in Σᵢ vᵢ, and on none in the dimension Σᵢ 1. A function
 * φ(v)ᵢ of the coordinates of a vector is a tensor with one index.
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
    public static ContractionGraph ofLosses(RootedTree tree) {
        return of(tree, ContractionGraph::lossTensor);
    }

    /**
     * The closed contraction S(T) of derivatives of losses along a free tree.
     *
     * @param tree T, its colours the names of the losses
     * @return L for the single vertex, ‖∇L‖² for the edge, …
     */
    public static ContractionGraph ofLosses(FreeTree tree) {
        RootedTree rooted = tree.representative();
        return ofLosses(rooted.colour().name(), rooted.children());
    }

    /**
     * The product of matrices N(s₁) ⋯ N(s_n) of derivatives of losses along a tree with two legs, index 0 at s₁.
     *
     * @param tree T
     * @return ∇²L for the single vertex, ∇²A ∇²B or its transpose for two, …
     */
    static ContractionGraph ofLosses(TwoLeggedTree tree) {
        Assembly assembly = new Assembly();
        int first = assembly.newIndex();
        int last = first;
        for (RootedTree station : tree.stations()) {
            int next = assembly.newIndex();
            List<Integer> legs = new ArrayList<>(List.of(last, next));
            for (RootedTree branch : station.children()) {
                int leg = assembly.newIndex();
                legs.add(leg);
                addTree(assembly, branch, leg, ContractionGraph::lossTensor);
            }
            assembly.add(Vertex.loss(station.colour().name(), legs));
            last = next;
        }
        return assembly.finish(first, last);
    }

    private static Vertex lossTensor(String name, int towardsRoot, List<Integer> children) {
        List<Integer> legs = new ArrayList<>(children);
        legs.add(towardsRoot);
        return Vertex.loss(name, legs);
    }

    /**
     * The elementary differential F(t) of vector fields that need not be gradients.
     *
     * @param tree t, its colours the names of the fields
     * @return f for •, f′f for the tree of order 2, …
     */
    public static ContractionGraph ofFields(RootedTree tree) {
        return of(tree, Vertex::field);
    }

    /**
     * The derivative φ^(r)(F(t₁), …, F(t_r)) of a function along a forest of vector fields that need not be gradients.
     *
     * @param function the name of φ
     * @param forest t₁, …, t_r, their colours the names of the fields
     * @return φ without trees, φ′f for one vertex, φ″(f, f) for two, …
     */
    public static ContractionGraph ofFields(String function, List<RootedTree> forest) {
        return of(function, forest, Vertex::field);
    }

    /**
     * The derivative φ^(r)(G(t₁), …, G(t_r)) of a function along a forest of derivatives of losses.
     *
     * @param function the name of φ
     * @param forest t₁, …, t_r, their colours the names of the losses
     * @return φ without trees, φ′∇L for one vertex, …
     */
    public static ContractionGraph ofLosses(String function, List<RootedTree> forest) {
        return of(function, forest, ContractionGraph::lossTensor);
    }

    private static ContractionGraph of(String function, List<RootedTree> forest, TensorOf tensors) {
        Assembly assembly = new Assembly();
        List<Integer> legs = forest.stream().map(tree -> assembly.newIndex()).toList();
        assembly.add(Vertex.loss(function, legs));
        for (int i = 0; i < legs.size(); i++) {
            addTree(assembly, forest.get(i), legs.get(i), tensors);
        }
        return assembly.finish();
    }

    /** Makes the tensor of a vertex from its name, the index towards the root, and those of its children. */
    @FunctionalInterface
    private interface TensorOf {
        Vertex make(String name, int towardsRoot, List<Integer> children);
    }

    private static ContractionGraph of(RootedTree tree, TensorOf tensors) {
        Assembly assembly = new Assembly();
        int free = assembly.newIndex();
        addTree(assembly, tree, free, tensors);
        return assembly.finish(free);
    }

    private static void addTree(Assembly assembly, RootedTree tree, int towardsRoot, TensorOf tensors) {
        List<Integer> legs =
                tree.children().stream().map(child -> assembly.newIndex()).toList();
        assembly.add(tensors.make(tree.colour().name(), towardsRoot, legs));
        for (int i = 0; i < legs.size(); i++) {
            addTree(assembly, tree.children().get(i), legs.get(i), tensors);
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

    /** A text that is equal exactly if the graphs are. */
    String key() {
        return key;
    }

    /** The graph with other names of its losses and fields, vertex by vertex. */
    ContractionGraph withNames(List<String> names) {
        List<Vertex> renamed = new ArrayList<>();
        for (int i = 0; i < vertices.size(); i++) {
            Vertex vertex = vertices.get(i);
            renamed.add(new Vertex(names.get(i), vertex.output(), vertex.legs(), vertex.function()));
        }
        return of(rank, indices, renamed);
    }

    /** The graph with other arguments of its functions. */
    ContractionGraph withArguments(UnaryOperator<TensorForm<Rational>> map) {
        if (vertices.stream().allMatch(vertex -> vertex.function().isEmpty())) {
            return this;
        }
        List<Vertex> mapped = new ArrayList<>();
        for (Vertex vertex : vertices) {
            mapped.add(vertex.function()
                    .map(function -> Vertex.function(
                            new AppliedFunction(
                                    function.name(),
                                    function.orders(),
                                    function.arguments().stream().map(map).toList()),
                            vertex.indices().get(0)))
                    .orElse(vertex));
        }
        return of(rank, indices, mapped);
    }

    /**
     * The value on concrete tensors: the sum over all values of the summed indices.
     *
     * <p>Cost: d to the power of the number of indices, times the number of tensors; products that are 0 end early.
     *
     * @param tensors the tensors
     * @return the components row by row: 1, d or d² of them
     */
    public List<Rational> value(TensorValues tensors) {
        return new GraphValue(this, tensors).components();
    }

    /** {@return the number of tensors} */
    public int order() {
        return vertices.size();
    }

    /** {@return the names of the losses and fields that occur, also in arguments of functions} */
    public SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        for (Vertex vertex : vertices) {
            vertex.function()
                    .ifPresentOrElse(
                            function -> function.arguments().forEach(argument -> names.addAll(argument.names())),
                            () -> names.add(vertex.name()));
        }
        vertices.stream().filter(Vertex::isIdentity).forEach(identity -> names.remove(identity.name()));
        return names;
    }

    /** {@return the functions that occur, also in arguments, with the highest order of their derivatives by each argument} */
    public SortedMap<String, List<Integer>> functions() {
        SortedMap<String, List<Integer>> functions = new TreeMap<>();
        vertices.stream().flatMap(vertex -> vertex.function().stream()).forEach(function -> {
            functions.merge(function.name(), function.orders(), AppliedFunction::highest);
            function.arguments()
                    .forEach(argument -> argument.functions()
                            .forEach((name, orders) -> functions.merge(name, orders, AppliedFunction::highest)));
        });
        return functions;
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
