package org.modeq.symbolic.contraction;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.FreeTree;
import org.modeq.symbolic.tree.RootedTree;

/**
 * The normal form of a scalar: Σ c_T S(T) over free trees with c_T in ℚ[h]; without zeros.
 *
 * @param terms c_T by free tree
 */
public record ScalarForm(SortedMap<FreeTree, Polynomial> terms) {
    /** The scalar 0. */
    public static final ScalarForm ZERO = new ScalarForm(new TreeMap<>());

    /**
     * A scalar by its coefficients; zeros are dropped.
     *
     * @param terms c_T by free tree
     */
    public ScalarForm {
        SortedMap<FreeTree, Polynomial> kept = new TreeMap<>(terms);
        kept.values().removeIf(Polynomial::isZero);
        terms = Collections.unmodifiableSortedMap(kept);
    }

    /**
     * A loss.
     *
     * @param loss its colour
     * @return L = S(•)
     */
    public static ScalarForm loss(Colour loss) {
        FreeTree vertex = new FreeTree(RootedTree.vertex(loss));
        return new ScalarForm(new TreeMap<>(Collections.singletonMap(vertex, Polynomial.constant(Rational.ONE))));
    }

    /**
     * The sum.
     *
     * @param other the other scalar
     * @return the sum of both
     */
    public ScalarForm add(ScalarForm other) {
        SortedMap<FreeTree, Polynomial> sum = new TreeMap<>(terms);
        other.terms.forEach((tree, coefficient) -> sum.merge(tree, coefficient, Polynomial::add));
        return new ScalarForm(sum);
    }

    /**
     * A multiple.
     *
     * @param factor c in ℚ[h]
     * @return c times this scalar
     */
    public ScalarForm scaled(Polynomial factor) {
        SortedMap<FreeTree, Polynomial> scaled = new TreeMap<>();
        terms.forEach((tree, coefficient) -> scaled.put(tree, coefficient.multiply(factor)));
        return new ScalarForm(scaled);
    }

    /**
     * The contraction of a free tree as a formula of the language, which reads it back as S(T).
     *
     * <p>A path is an inner product of two halves, a tree that branches a derivative at its centre.
     *
     * @param tree T
     * @param lossName how the loss of a colour is written
     * @return for example {@code L}, {@code norm2(grad(L))}, {@code dot(grad(A),hess(A)*grad(B))} or
     *     {@code D(L,3)[grad(L),grad(L),grad(L)]}
     */
    public static String formula(FreeTree tree, Function<Colour, String> lossName) {
        RootedTree centre = tree.centre();
        if (centre.isVertex()) {
            return lossName.apply(centre.colour());
        }
        return tree.halves()
                .map(halves -> product(
                        VectorForm.differential(halves.get(0), lossName),
                        VectorForm.differential(halves.get(1), lossName)))
                .orElseGet(() -> centre.children().stream()
                        .map(child -> VectorForm.differential(child, lossName))
                        .collect(Collectors.joining(
                                ",",
                                "D(" + lossName.apply(centre.colour()) + ","
                                        + centre.children().size() + ")[",
                                "]")));
    }

    private static String product(String left, String right) {
        return left.equals(right) ? "norm2(" + left + ")" : "dot(" + left + "," + right + ")";
    }

    /** {@return the gradient, Σ c_T Σ over the vertices v of G(T rooted at v)} */
    public VectorForm gradient() {
        SortedMap<RootedTree, Polynomial> sum = new TreeMap<>();
        terms.forEach((tree, coefficient) ->
                tree.rootings().forEach(rooted -> sum.merge(rooted, coefficient, Polynomial::add)));
        return new VectorForm(sum);
    }
}
