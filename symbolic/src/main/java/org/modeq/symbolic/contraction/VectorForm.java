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
 * The normal form of a vector: Σ c_t G(t) over rooted trees with c_t in ℚ[h]; without zeros, so equal forms are equal
 * vectors.
 *
 * @param terms c_t by tree
 */
public record VectorForm(SortedMap<RootedTree, Polynomial> terms) {
    /** The vector 0. */
    public static final VectorForm ZERO = new VectorForm(new TreeMap<>());

    /**
     * A vector by its coefficients; zeros are dropped.
     *
     * @param terms c_t by tree
     */
    public VectorForm {
        SortedMap<RootedTree, Polynomial> kept = new TreeMap<>(terms);
        kept.values().removeIf(Polynomial::isZero);
        terms = Collections.unmodifiableSortedMap(kept);
    }

    /**
     * The gradient of a loss.
     *
     * @param loss its colour
     * @return ∇L = G(•)
     */
    public static VectorForm gradient(Colour loss) {
        return new VectorForm(
                new TreeMap<>(Collections.singletonMap(RootedTree.vertex(loss), Polynomial.constant(Rational.ONE))));
    }

    /**
     * The sum.
     *
     * @param other w
     * @return v + w
     */
    public VectorForm add(VectorForm other) {
        SortedMap<RootedTree, Polynomial> sum = new TreeMap<>(terms);
        other.terms.forEach((tree, coefficient) -> sum.merge(tree, coefficient, Polynomial::add));
        return new VectorForm(sum);
    }

    /**
     * A multiple.
     *
     * @param factor c in ℚ[h]
     * @return c·v
     */
    public VectorForm scaled(Polynomial factor) {
        SortedMap<RootedTree, Polynomial> scaled = new TreeMap<>();
        terms.forEach((tree, coefficient) -> scaled.put(tree, coefficient.multiply(factor)));
        return new VectorForm(scaled);
    }

    /** {@return −v} */
    public VectorForm negate() {
        return scaled(Polynomial.constant(Rational.of(-1)));
    }

    /**
     * The derivative in a direction, v′w = Σ c_t c_s G(s ↷ t).
     *
     * @param direction w
     * @return v′w, which is {@code jac(v)*w}
     */
    public VectorForm derivative(VectorForm direction) {
        SortedMap<RootedTree, Polynomial> sum = new TreeMap<>();
        terms.forEach((trunk, a) -> direction.terms.forEach((branch, b) -> {
            Polynomial product = a.multiply(b);
            trunk.preLieProduct(branch).forEach(tree -> sum.merge(tree, product, Polynomial::add));
        }));
        return new VectorForm(sum);
    }

    /**
     * One more direction at the roots: Σ c_t c_s G(s grafted onto the root of t). For derivatives of a loss, where the root
     * is the loss, this is the next derivative in a direction held constant.
     *
     * @param direction w
     * @return the sum over the grafted trees
     */
    VectorForm graftedWith(VectorForm direction) {
        SortedMap<RootedTree, Polynomial> sum = new TreeMap<>();
        terms.forEach((trunk, a) -> direction.terms.forEach(
                (branch, b) -> sum.merge(trunk.preLieProduct(branch).get(0), a.multiply(b), Polynomial::add)));
        return new VectorForm(sum);
    }

    /**
     * The Lie bracket [v, w] = w′v − v′w.
     *
     * @param other w
     * @return [v, w]
     */
    public VectorForm bracket(VectorForm other) {
        return other.derivative(this).add(derivative(other).negate());
    }

    /**
     * The inner product Σ c_t c_s S(t joined to s at the roots).
     *
     * @param other w
     * @return ⟨v, w⟩
     */
    public ScalarForm dot(VectorForm other) {
        SortedMap<FreeTree, Polynomial> sum = new TreeMap<>();
        terms.forEach((tree, a) -> other.terms.forEach((joined, b) -> {
            RootedTree both = tree.preLieProduct(joined).get(0);
            sum.merge(new FreeTree(both), a.multiply(b), Polynomial::add);
        }));
        return new ScalarForm(sum);
    }

    /**
     * The part with powers of h up to a bound.
     *
     * @param power the highest power kept
     * @return the vector without the higher powers
     */
    public VectorForm truncated(int power) {
        SortedMap<RootedTree, Polynomial> kept = new TreeMap<>();
        terms.forEach((tree, coefficient) -> kept.put(tree, coefficient.truncated(power)));
        return new VectorForm(kept);
    }

    /** {@return whether this is 0} */
    public boolean isZero() {
        return terms.isEmpty();
    }

    /**
     * The vector as a formula of the language, powers of h rising.
     *
     * @param lossName how the loss of a colour is written
     * @return for example {@code -grad(L) - 1/2*h*hess(L)*grad(L)}; {@code 0} for 0
     */
    public String toFormula(Function<Colour, String> lossName) {
        int highest = terms.values().stream().mapToInt(Polynomial::degree).max().orElse(-1);
        StringBuilder formula = new StringBuilder();
        for (int power = 0; power <= highest; power++) {
            for (var entry : terms.entrySet()) {
                Rational coefficient = entry.getValue().coefficient(power);
                if (!coefficient.isZero()) {
                    boolean first = formula.isEmpty();
                    formula.append(coefficient.signum() < 0 ? first ? "-" : " - " : first ? "" : " + ")
                            .append(coefficient.abs().equals(Rational.ONE) ? "" : coefficient.abs() + "*")
                            .append(power == 0 ? "" : power == 1 ? "h*" : "h^" + power + "*")
                            .append(differential(entry.getKey(), lossName));
                }
            }
        }
        return formula.isEmpty() ? "0" : formula.toString();
    }

    static String differential(RootedTree tree, Function<Colour, String> lossName) {
        String loss = lossName.apply(tree.colour());
        int count = tree.children().size();
        if (count == 0) {
            return "grad(" + loss + ")";
        }
        if (count == 1) {
            return "hess(" + loss + ")*" + differential(tree.children().get(0), lossName);
        }
        return tree.children().stream()
                .map(child -> differential(child, lossName))
                .collect(Collectors.joining(",", "D(" + loss + "," + (count + 1) + ")[", "]"));
    }
}
