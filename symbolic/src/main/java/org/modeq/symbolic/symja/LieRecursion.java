package org.modeq.symbolic.symja;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/**
 * The modified field of a concrete map, without trees.
 *
 * <p>The time-h flow of f̃ = f₁ + h f₂ + … is exp(h D)x with D = D₁ + h D₂ + …, D_k = f_k · ∇. Set equal to the map
 * x + h d₁ + h² d₂ + … and compared at hⁿ, it gives f_n from the earlier ones:
 * <pre>
 *   f_n = d_n − Σ_{i=2}^{n} 1/i! Σ_{k₁+…+k_i=n} D_{k₁} … D_{k_{i−1}} f_{k_i}.
 * </pre>
 * Miyagawa (2022), arXiv 2210.15898. It is the independent referee of the trees.
 */
public final class LieRecursion {
    private final ConcreteFields fields;
    private final Coordinates coordinates;
    private final List<List<IExpr>> modified = new ArrayList<>();
    private final Map<Composition, List<IExpr>> sums = new HashMap<>();

    /** The sum over the compositions of n into i parts. */
    private record Composition(int parts, int n) {}

    private LieRecursion(ConcreteFields fields) {
        this.fields = fields;
        this.coordinates = fields.coordinates();
    }

    /**
     * The modified field of Euler steps one after the other, θ ← θ + h Σ_c w_c f_c(θ).
     *
     * <p>Exact: expressions are multiplied out. Meant for polynomial fields in few variables and orders up to about 6.
     *
     * @param fields the fields
     * @param steps the weights w of each step by field, the first step acting first
     * @param order N ≥ 1
     * @return f₁ … f_N
     * @throws IllegalArgumentException if N &lt; 1 or there is no field of a name
     */
    public static LieRecursion ofEulerSteps(
            ConcreteFields fields, List<? extends Map<Colour, Rational>> steps, int order) {
        if (order < 1) {
            throw new IllegalArgumentException("given order " + order + ", expected at least 1");
        }
        LieRecursion recursion = new LieRecursion(fields);
        StepExpansion.of(fields, steps, order).forEach(recursion::append);
        return recursion;
    }

    /**
     * The values at a point.
     *
     * @param point the coordinates, rational numbers such as {@code -1/3}
     * @return f₁ … f_N at the point
     * @throws IllegalArgumentException if there is not one number for each variable
     * @throws ArithmeticException if a value is not rational
     */
    public List<List<Rational>> at(List<String> point) {
        ExactValues values = fields.valuesAt(point);
        return modified.stream()
                .map(field -> field.stream()
                        .map(component -> values.of(component, "the modified field"))
                        .toList())
                .toList();
    }

    /** f₁ … f_N as expressions, multiplied out. */
    List<List<IExpr>> expressions() {
        return List.copyOf(modified);
    }

    /** Reckons f_n from d_n and the earlier ones. */
    private void append(List<IExpr> mapCoefficient) {
        int n = modified.size() + 1;
        List<IExpr> field = mapCoefficient;
        BigInteger factorial = BigInteger.ONE;
        for (int i = 2; i <= n; i++) {
            factorial = factorial.multiply(BigInteger.valueOf(i));
            field = plus(field, Rational.of(BigInteger.ONE.negate(), factorial), sum(i, n));
        }
        modified.add(field);
    }

    /** Σ_{k₁+…+k_i=n} D_{k₁} … D_{k_{i−1}} f_{k_i}, by its first factor: Σ_k D_k of the sum for i − 1 and n − k. */
    private List<IExpr> sum(int parts, int n) {
        if (parts == 1) {
            return modified.get(n - 1);
        }
        Composition key = new Composition(parts, n);
        List<IExpr> known = sums.get(key);
        if (known == null) {
            known = Collections.nCopies(fields.dimension(), F.C0);
            for (int k = 1; k <= n - parts + 1; k++) {
                known = plus(known, Rational.ONE, derivative(modified.get(k - 1), sum(parts - 1, n - k)));
            }
            sums.put(key, known);
        }
        return known;
    }

    /** (v · ∇)w. */
    private List<IExpr> derivative(List<IExpr> direction, List<IExpr> vector) {
        List<IExpr> components = new ArrayList<>();
        for (IExpr component : vector) {
            IExpr sum = F.C0;
            for (int j = 0; j < direction.size(); j++) {
                IExpr term = F.Times(direction.get(j), coordinates.derivative(component, j));
                sum = coordinates.evaluate(F.Plus(sum, coordinates.expanded(term)));
            }
            components.add(sum);
        }
        return components;
    }

    /** v + c·w. */
    private List<IExpr> plus(List<IExpr> vector, Rational factor, List<IExpr> other) {
        List<IExpr> sum = new ArrayList<>();
        for (int i = 0; i < vector.size(); i++) {
            IExpr term = F.Times(SymjaExpression.of(factor), other.get(i));
            sum.add(coordinates.expanded(F.Plus(vector.get(i), term)));
        }
        return sum;
    }
}
