package org.modeq.symbolic.invariant;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.modified.StepMap;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.series.BSeriesMap;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;

/**
 * How a quantity changes along the modified field of a method and in one unit of its clock, for a class of losses.
 *
 * <p>Fields of the method are −∇ of their losses. Parameters that were left as symbols become variables of the result.
 */
public final class LieDerivative {
    private LieDerivative() {}

    /**
     * The Lie derivatives of a quantity along f₁, …, f_N, of which f₁ + h f₂ + … is the modified field:
     * <pre>
     *   L_{f_j} I = Σ over |t| = j of b(t)/σ(t) · Σ_i ∂_i I F(t)ⁱ.
     * </pre>
     *
     * <p>Exact; cost: the modified equation, and one elementary differential for each tree with b(t) ≠ 0. A rate that
     * {@linkplain Expression#isZero is 0} is 0 for all losses of the class.
     *
     * @param method the optimizer
     * @param losses a loss for each of its fields
     * @param quantity I, an expression that {@link CoordinateLosses#read} has made of a formula
     * @param order N ≥ 1
     * @param <E> the coefficients
     * @return N expressions; the one at j − 1 belongs to f_j and stands with h^(j−1)
     * @throws IllegalArgumentException if N &lt; 1, the trees do not fit into memory, a field has no loss, or a symbol of
     *     the method has the name of a variable, a loss or an unknown function
     * @throws ArithmeticException if an expression is too long or has a derivative of an order beyond 20
     */
    public static <E> List<Expression> rates(
            Method<E> method, CoordinateLosses losses, Expression quantity, int order) {
        requireLosses(method, losses);
        BSeriesField<E> field = ModifiedEquation.of(method, order).field();
        CoordinateDifferentials differentials = new CoordinateDifferentials(losses);
        PartialDerivatives derivatives = new PartialDerivatives(losses, quantity);
        List<CoefficientSum<E>> rates = sums(method, order);
        field.nonzero().keySet().forEach(tree -> {
            Expression along = derivatives.along(List.of(differentials.of(tree)));
            rates.get(tree.order() - 1).add(field.weight(tree), along);
        });
        return rates.stream().map(CoefficientSum::expression).toList();
    }

    /**
     * The change of a quantity in one unit of the clock, I(θ′) − I(θ) in powers of h: Taylor's series of I with the step
     * map θ′ = θ + Σ h^|t| a(t)/σ(t) F(t) in it,
     * <pre>
     *   Σ over forests t₁ … t_m of h^(|t₁|+…+|t_m|) a(t₁) … a(t_m)/σ(t₁ … t_m) · I⁽ᵐ⁾(F(t₁), …, F(t_m)),
     * </pre>
     * where σ of a forest is that of the tree made by a new root. Hairer, Lubich and Wanner (2006), section III.1.
     *
     * <p>Exact; cost: one derivative of I for each forest with a(t₁) … a(t_m) ≠ 0.
     *
     * @param method the optimizer
     * @param losses a loss for each of its fields
     * @param quantity I, an expression that {@link CoordinateLosses#read} has made of a formula
     * @param order N ≥ 1
     * @param <E> the coefficients
     * @return N expressions; the one at k − 1 stands with h^k
     * @throws IllegalArgumentException if N &lt; 1, the trees do not fit into memory, a field has no loss, or a symbol of
     *     the method has the name of a variable, a loss or an unknown function
     * @throws ArithmeticException if an expression is too long or has a derivative of an order beyond 20
     */
    public static <E> List<Expression> changes(
            Method<E> method, CoordinateLosses losses, Expression quantity, int order) {
        requireLosses(method, losses);
        BSeriesMap<E> step = StepMap.of(method, order);
        Ring<E> ring = method.ring();
        CoordinateDifferentials differentials = new CoordinateDifferentials(losses);
        PartialDerivatives derivatives = new PartialDerivatives(losses, quantity);
        TreeEnumeration trees = TreeEnumeration.over(method.fields());
        Colour root = method.fields().first();
        List<CoefficientSum<E>> changes = sums(method, order);
        for (int k = 1; k <= order; k++) {
            for (RootedTree tree : trees.ofKind(root, k + 1)) {
                List<RootedTree> forest = tree.children();
                E weight = forest.stream().map(step::coefficient).reduce(ring.one(), ring::multiply);
                if (!weight.equals(ring.zero())) {
                    Expression derivative = derivatives.along(
                            forest.stream().map(differentials::of).toList());
                    Rational symmetry = Rational.of(BigInteger.ONE, tree.symmetry());
                    changes.get(k - 1).add(ring.scale(symmetry, weight), derivative);
                }
            }
        }
        return changes.stream().map(CoefficientSum::expression).toList();
    }

    private static <E> List<CoefficientSum<E>> sums(Method<E> method, int order) {
        return Stream.generate(() ->
                        new CoefficientSum<>(method.ring(), method.parameters().keySet()))
                .limit(order)
                .toList();
    }

    private static void requireLosses(Method<?> method, CoordinateLosses losses) {
        method.fields().forEach(losses::loss);
        requireFreeNames(method.name(), method.parameters(), losses);
    }

    /** Refuses symbols of a method that have another meaning. */
    static void requireFreeNames(String method, Map<String, String> parameters, CoordinateLosses losses) {
        List<String> clashes = new ArrayList<>();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            boolean isSymbol = parameter.getKey().equals(parameter.getValue());
            if (isSymbol && losses.isTaken(parameter.getKey())) {
                clashes.add(parameter.getKey());
            }
        }
        if (!clashes.isEmpty()) {
            throw new IllegalArgumentException(
                    "the method " + method + " has the symbols "
                            + String.join(", ", clashes)
                            + ", which are names of variables, losses or unknown functions as well; rename those or give numbers");
        }
    }
}
