package org.modeq.symbolic.method;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.series.BSeriesMap;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;

/**
 * The run of a linear recurrence from rest: θ_m = θ₀ for m ≤ 0, no gradient is read before step 0 (all averages and velocities are
 * 0), and ρ(E)θ_m = h σ(E) f(B(E)θ_m) for m ≥ 1 − s, s the degree of ρ, solved for θ_{m+s}. Tree by tree, with P(t; m) = 0 for
 * m ≤ 0, b the degree of B and ρ_s = 1,
 * <pre>
 *   G(t; m) = Π over the children c of Σ_i B_i P(c; m+i), and 0 where m + b &lt; 0,
 *   P(t; m+s) = Σ_i σ_i G(t; m+i) − Σ_{i&lt;s} ρ_i P(t; m+i).
 * </pre>
 *
 * @param ring the ring of the coefficients
 * @param rho ρ₀, …, ρ_s
 * @param sigma σ₀, σ₁, …
 * @param lookAhead B₀, B₁, …
 * @param <E> the coefficients
 */
record FromRest<E>(Ring<E> ring, List<E> rho, List<E> sigma, List<E> lookAhead) {
    FromRest {
        rho = List.copyOf(rho);
        sigma = List.copyOf(sigma);
        lookAhead = List.copyOf(lookAhead);
    }

    /** Φₙ. */
    BSeriesMap<E> map(int steps, int order) {
        if (steps < 0) {
            throw new IllegalArgumentException(
                    "given step " + steps + ", expected at least 0, the first step from rest");
        }
        int degree = rho.size() - 1;
        boolean isExplicit = sigma.size() + lookAhead.size() - 2 < degree;
        if (!rho.get(degree).equals(ring.one()) || !isExplicit) {
            throw new IllegalArgumentException("given a recurrence with the leading coefficient " + rho.get(degree)
                    + ", expected an explicit one with 1: solve it for the newest iterate");
        }
        Map<RootedTree, List<E>> runs = new HashMap<>();
        Map<RootedTree, E> coefficients = new TreeMap<>();
        for (RootedTree tree : TreeEnumeration.over(List.of(Colour.F)).upToOrder(order)) {
            List<List<E>> children = tree.children().stream().map(runs::get).toList();
            List<E> run = run(children, steps);
            runs.put(tree, run);
            coefficients.put(tree, run.get(steps));
        }
        return BSeriesMap.of(ring, order, coefficients);
    }

    /** P(t; 0), …, P(t; n). */
    private List<E> run(List<List<E>> children, int steps) {
        int degree = rho.size() - 1;
        List<E> run = new ArrayList<>(List.of(ring.zero()));
        for (int m = 1 - degree; m + degree <= steps; m++) {
            E next = ring.zero();
            for (int i = 0; i < sigma.size(); i++) {
                if (!sigma.get(i).equals(ring.zero())) {
                    next = ring.add(next, ring.multiply(sigma.get(i), slope(children, m + i)));
                }
            }
            for (int i = 0; i < degree; i++) {
                next = ring.add(next, ring.negate(ring.multiply(rho.get(i), at(run, m + i))));
            }
            run.add(next);
        }
        return run;
    }

    /** G(t; m). */
    private E slope(List<List<E>> children, int m) {
        if (m + lookAhead.size() - 1 < 0) {
            return ring.zero();
        }
        E product = ring.one();
        for (List<E> child : children) {
            E argument = ring.zero();
            for (int i = 0; i < lookAhead.size(); i++) {
                argument = ring.add(argument, ring.multiply(lookAhead.get(i), at(child, m + i)));
            }
            product = ring.multiply(product, argument);
        }
        return product;
    }

    private E at(List<E> run, int m) {
        return m <= 0 ? ring.zero() : run.get(m);
    }
}
