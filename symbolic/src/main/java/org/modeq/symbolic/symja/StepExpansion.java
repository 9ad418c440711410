package org.modeq.symbolic.symja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/**
 * The map of Euler steps on concrete fields, in powers of h: θ(h) = x + h d₁(x) + h² d₂(x) + … + O(h^(N+1)).
 *
 * <p>A step θ ← θ + h Σ_c w_c f_c(θ) needs f(x + δ) with δ = h d₁ + h² d₂ + …, by Taylor's formula
 * <pre>
 *   f(x + δ) = Σ_α ∂^α f(x) · δ^α / α!        over the multi-indices α with |α| ≤ N.
 * </pre>
 */
final class StepExpansion {
    private final ConcreteFields fields;
    private final Coordinates coordinates;
    private final int order;
    private final List<List<IExpr>> displacement = new ArrayList<>();

    private StepExpansion(ConcreteFields fields, int order) {
        this.fields = fields;
        this.coordinates = fields.coordinates();
        this.order = order;
        for (int i = 0; i < fields.dimension(); i++) {
            displacement.add(zero());
        }
    }

    /** d₁ … d_N as vectors; the weights w of each step by field, the first step acting first. */
    static List<List<IExpr>> of(ConcreteFields fields, List<? extends Map<Colour, Rational>> steps, int order) {
        StepExpansion map = new StepExpansion(fields, order);
        steps.forEach(map::step);
        return IntStream.rangeClosed(1, order)
                .mapToObj(n -> map.displacement.stream()
                        .map(component -> component.get(n))
                        .toList())
                .toList();
    }

    private void step(Map<Colour, Rational> weights) {
        List<List<IExpr>> after = new ArrayList<>();
        for (int i = 0; i < fields.dimension(); i++) {
            List<IExpr> component = new ArrayList<>(displacement.get(i));
            for (var entry : weights.entrySet()) {
                List<IExpr> series = taylor(entry.getKey(), i, List.of(), unit(), 0);
                for (int n = 1; n <= order; n++) {
                    IExpr term = F.Times(SymjaExpression.of(entry.getValue()), series.get(n - 1));
                    component.set(n, coordinates.expanded(F.Plus(component.get(n), term)));
                }
            }
            after.add(component);
        }
        Collections.copy(displacement, after);
    }

    /**
     * Taylor's formula by the factors of δ^α one after the other: α is the sorted list of indices, and {@code power} is
     * δ^α/α!.
     */
    private List<IExpr> taylor(Colour field, int component, List<Integer> indices, List<IExpr> power, int run) {
        IExpr derivative = fields.derivative(field, component, indices);
        List<IExpr> sum = power.stream()
                .map(coefficient -> coordinates.expanded(F.Times(derivative, coefficient)))
                .toList();
        if (derivative.isZero() || indices.size() == order) {
            return sum;
        }
        int last = indices.isEmpty() ? 0 : indices.get(indices.size() - 1);
        for (int j = last; j < fields.dimension(); j++) {
            List<Integer> more = new ArrayList<>(indices);
            more.add(j);
            int length = j == last ? run + 1 : 1;
            List<IExpr> next = scaled(product(power, displacement.get(j)), Rational.of(1, length));
            sum = sum(sum, taylor(field, component, List.copyOf(more), next, length));
        }
        return sum;
    }

    private List<IExpr> zero() {
        return new ArrayList<>(Collections.nCopies(order + 1, F.C0));
    }

    private List<IExpr> unit() {
        List<IExpr> unit = zero();
        unit.set(0, F.C1);
        return unit;
    }

    private List<IExpr> sum(List<IExpr> a, List<IExpr> b) {
        return IntStream.rangeClosed(0, order)
                .mapToObj(n -> coordinates.evaluate(F.Plus(a.get(n), b.get(n))))
                .toList();
    }

    private List<IExpr> scaled(List<IExpr> a, Rational factor) {
        return a.stream()
                .map(coefficient -> coordinates.expanded(F.Times(SymjaExpression.of(factor), coefficient)))
                .toList();
    }

    /** The product of two series in h without the powers beyond N. */
    private List<IExpr> product(List<IExpr> a, List<IExpr> b) {
        List<IExpr> product = zero();
        for (int i = 0; i <= order; i++) {
            for (int j = 0; i + j <= order; j++) {
                IExpr term = coordinates.expanded(F.Times(a.get(i), b.get(j)));
                product.set(i + j, coordinates.evaluate(F.Plus(product.get(i + j), term)));
            }
        }
        return product;
    }
}
