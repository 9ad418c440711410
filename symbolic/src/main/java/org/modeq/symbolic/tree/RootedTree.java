package org.modeq.symbolic.tree;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.modeq.symbolic.display.Displayable;

/**
 * A rooted tree with coloured vertices; immutable, always in canonical form, equal exactly when isomorphic.
 *
 * <p>A vertex may have several {@linkplain Slot slots}, and then a child sits in one of them; most vertices have one slot,
 * without a name. The canonical order of trees is by order, then by the colour of the root, then by the children one
 * after the other, slot first; the children of a tree stand in this order.
 */
public final class RootedTree implements Comparable<RootedTree>, Displayable {
    private final Colour colour;
    private final List<RootedTree> children;

    /** The slots of the children, or empty if all sit in the only slot. */
    private final List<Slot> slots;

    private final int order;
    private final int hash;

    private RootedTree(Colour colour, List<RootedTree> sortedChildren, List<Slot> slots) {
        this.colour = colour;
        this.children = sortedChildren;
        this.slots = slots;
        this.order = 1 + sortedChildren.stream().mapToInt(RootedTree::order).sum();
        this.hash = 31 * (31 * colour.hashCode() + sortedChildren.hashCode()) + slots.hashCode();
    }

    /**
     * The tree of one vertex.
     *
     * @param colour its colour
     * @return •
     */
    public static RootedTree vertex(Colour colour) {
        return new RootedTree(colour, List.of(), List.of());
    }

    /**
     * Grafts trees onto a new root with one slot (the operator B₊).
     *
     * @param root the colour of the new root
     * @param forest the children, in any order
     * @return B₊(forest)
     */
    public static RootedTree graft(Colour root, Collection<RootedTree> forest) {
        return new RootedTree(root, forest.stream().sorted().toList(), List.of());
    }

    /**
     * Grafts trees into the slots of a new root.
     *
     * @param root the colour of the new root
     * @param forest the children with their slots, in any order
     * @return B₊(forest)
     */
    public static RootedTree graftInSlots(Colour root, Collection<PlantedTree> forest) {
        List<PlantedTree> sorted = forest.stream().sorted().toList();
        List<Slot> slots = sorted.stream().map(PlantedTree::slot).toList();
        return new RootedTree(
                root,
                sorted.stream().map(PlantedTree::tree).toList(),
                slots.stream().allMatch(Slot.ONLY::equals) ? List.of() : slots);
    }

    /**
     * Reads a tree written root first, as {@code f[f,f[f]]}, {@code B[A]} or with slots {@code u[m:g[u],v:q[g[u]]]};
     * children may stand in any order.
     *
     * @param text the tree
     * @return the tree
     * @throws IllegalArgumentException if the text is not a tree; the message shows the position
     */
    public static RootedTree parse(String text) {
        return new TreeParser(text).parse();
    }

    /** {@return the colour of the root} */
    public Colour colour() {
        return colour;
    }

    /** {@return the children of the root, in canonical order} */
    public List<RootedTree> children() {
        return children;
    }

    /** {@return the children of the root with their slots, in canonical order} */
    public List<PlantedTree> plantedChildren() {
        return IntStream.range(0, children.size())
                .mapToObj(i -> new PlantedTree(slot(i), children.get(i)))
                .toList();
    }

    /** {@return |t|, the number of vertices} */
    public int order() {
        return order;
    }

    /** {@return whether the root has no children} */
    public boolean isVertex() {
        return children.isEmpty();
    }

    /** {@return the colours that occur, sorted} */
    public SortedSet<Colour> colours() {
        SortedSet<Colour> colours = new TreeSet<>();
        colours.add(colour);
        children.forEach(child -> colours.addAll(child.colours()));
        return colours;
    }

    /**
     * The symmetry coefficient σ(t) = Π σ(sⱼ)^mⱼ · mⱼ! over the distinct children sⱼ of multiplicity mⱼ, where equal trees
     * in different slots are distinct: the order of the automorphism group.
     *
     * <p>Butcher (2008), section 304. Exact.
     *
     * @return σ(t) ≥ 1
     */
    public BigInteger symmetry() {
        BigInteger symmetry = BigInteger.ONE;
        int multiplicity = 0;
        for (int i = 0; i < children.size(); i++) {
            multiplicity = i > 0 && isSameChild(i - 1, i) ? multiplicity + 1 : 1;
            symmetry = symmetry.multiply(children.get(i).symmetry()).multiply(BigInteger.valueOf(multiplicity));
        }
        return symmetry;
    }

    private boolean isSameChild(int i, int j) {
        return children.get(i).equals(children.get(j)) && slot(i).equals(slot(j));
    }

    /**
     * The density γ(t) = |t| · Π γ(tᵢ): the product over all vertices of the order of the subtree above.
     *
     * <p>The exact flow has the B-series coefficients a(t) = 1/γ(t). Butcher (2008), section 301. Exact (a tall tree of
     * order 21 has γ = 21! &gt; 2⁶³); |t| − 1 products.
     *
     * @return γ(t) ≥ 1
     */
    public BigInteger density() {
        return children.stream().map(RootedTree::density).reduce(BigInteger.valueOf(order), BigInteger::multiply);
    }

    /**
     * The results of grafting s onto each vertex of this tree in turn; their sum is the pre-Lie product s ↷ t, and
     * F(s ↷ t) = F(t)′F(s) is the derivative of F(t) in the direction F(s).
     *
     * @param branch s
     * @return |t| trees, not necessarily distinct
     * @throws IllegalArgumentException if this tree has named slots
     */
    public List<RootedTree> preLieProduct(RootedTree branch) {
        List<RootedTree> results = new ArrayList<>();
        results.add(graft(
                colour, Stream.concat(children.stream(), Stream.of(branch)).toList()));
        forEachChild((child, rest) -> {
            for (RootedTree grown : child.preLieProduct(branch)) {
                results.add(graft(
                        colour, Stream.concat(rest.stream(), Stream.of(grown)).toList()));
            }
        });
        return results;
    }

    /**
     * All roots of the same free tree: this tree rooted at each of its vertices in turn, at its own root first.
     *
     * @return |t| trees, not necessarily distinct
     * @throws IllegalArgumentException if this tree has named slots
     */
    public List<RootedTree> rootings() {
        List<RootedTree> results = new ArrayList<>();
        results.add(this);
        forEachChild((child, rest) -> results.addAll(child.rootingsAbove(graft(colour, rest))));
        return results;
    }

    private List<RootedTree> rootingsAbove(RootedTree below) {
        List<RootedTree> results = new ArrayList<>();
        results.add(
                graft(colour, Stream.concat(children.stream(), Stream.of(below)).toList()));
        forEachChild((child, rest) -> {
            RootedTree newBelow =
                    graft(colour, Stream.concat(rest.stream(), Stream.of(below)).toList());
            results.addAll(child.rootingsAbove(newBelow));
        });
        return results;
    }

    /**
     * The cuts of one edge: each edge removed in turn.
     *
     * @return |t| − 1 cuts with one branch each
     * @throws IllegalArgumentException if this tree has named slots
     */
    public List<AdmissibleCut> singleCuts() {
        List<AdmissibleCut> cuts = new ArrayList<>();
        forEachChild((child, rest) -> {
            cuts.add(new AdmissibleCut(graft(colour, rest), List.of(child)));
            for (AdmissibleCut above : child.singleCuts()) {
                List<RootedTree> kept =
                        Stream.concat(rest.stream(), Stream.of(above.trunk())).toList();
                cuts.add(new AdmissibleCut(graft(colour, kept), above.branches()));
            }
        });
        return cuts;
    }

    /**
     * All admissible cuts with a non-empty trunk, the empty cut first; the index set of composition.
     *
     * @return up to 2^(|t|−1) cuts
     * @throws IllegalArgumentException if this tree has named slots
     */
    public List<AdmissibleCut> admissibleCuts() {
        requireOneSlot();
        List<AdmissibleCut> cuts = List.of(new AdmissibleCut(vertex(colour), List.of()));
        for (RootedTree child : children) {
            List<AdmissibleCut> extended = new ArrayList<>();
            for (AdmissibleCut cut : cuts) {
                for (AdmissibleCut above : child.admissibleCuts()) {
                    extended.add(cut.extendedBy(List.of(above.trunk()), above.branches()));
                }
                extended.add(cut.extendedBy(List.of(), List.of(child)));
            }
            cuts = extended;
        }
        return cuts;
    }

    /**
     * The same tree with other colours.
     *
     * @param recolouring the new colour of each colour
     * @return the recoloured tree
     */
    public RootedTree recoloured(UnaryOperator<Colour> recolouring) {
        return graftInSlots(
                recolouring.apply(colour),
                plantedChildren().stream()
                        .map(child -> new PlantedTree(child.slot(), child.tree().recoloured(recolouring)))
                        .toList());
    }

    /**
     * The only map out of the trees that satisfies R(B₊(t₁ … tₘ)) = step(root, R(t₁), …, R(tₘ)).
     *
     * @param step the value of a tree from its root's colour and the values of its children
     * @param <R> the values
     * @return R(t)
     */
    public <R> R fold(BiFunction<Colour, List<R>, R> step) {
        return step.apply(
                colour, children.stream().map(child -> child.fold(step)).toList());
    }

    @Override
    public int compareTo(RootedTree other) {
        if (order != other.order) {
            return Integer.compare(order, other.order);
        }
        int byColour = colour.compareTo(other.colour);
        if (byColour != 0) {
            return byColour;
        }
        int common = Math.min(children.size(), other.children.size());
        for (int i = 0; i < common; i++) {
            int bySlot = slot(i).compareTo(other.slot(i));
            if (bySlot != 0) {
                return bySlot;
            }
            int byChild = children.get(i).compareTo(other.children.get(i));
            if (byChild != 0) {
                return byChild;
            }
        }
        return Integer.compare(children.size(), other.children.size());
    }

    private Slot slot(int child) {
        return slots.isEmpty() ? Slot.ONLY : slots.get(child);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof RootedTree other
                && hash == other.hash
                && order == other.order
                && colour.equals(other.colour)
                && children.equals(other.children)
                && slots.equals(other.slots);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** {@return the tree root first, as {@code f[f,f[f]]} or {@code u[m:g[u]]}: the form that {@link #parse} reads} */
    @Override
    public String toString() {
        return isVertex()
                ? colour.name()
                : plantedChildren().stream()
                        .map(PlantedTree::toString)
                        .collect(Collectors.joining(",", colour.name() + "[", "]"));
    }

    /** Calls the action with each child and the list of the other children; of trees with one slot. */
    private void forEachChild(BiConsumer<RootedTree, List<RootedTree>> action) {
        requireOneSlot();
        for (int i = 0; i < children.size(); i++) {
            List<RootedTree> rest = new ArrayList<>(children);
            action.accept(rest.remove(i), rest);
        }
    }

    private void requireOneSlot() {
        if (!slots.isEmpty()) {
            throw new IllegalArgumentException(
                    "given the tree " + this
                            + " with named slots, expected a tree of vector fields; cuts, rootings and derivatives are those of F(t)");
        }
    }
}
