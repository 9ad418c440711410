package org.modeq.symbolic.modified;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.modeq.symbolic.method.LinearMultistep;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.series.BSeriesMap;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;

/**
 * Where a run with momentum seems to have started: θ_n = exp(nh f̃)(S(θ₀)) up to terms with βⁿ, f̃ the field on the slow manifold.
 *
 * <p>From rest, θ₋₁ = θ₀, the coefficients of the run are P(t; n) = Σ c_jk nʲ qᵏ with q = βⁿ. As q → 0 there remain polynomials in n,
 * those of the flow of f̃ after the map S, whose coefficients are the c₀₀: a flow from S(θ₀), not from θ₀, is what to compare
 * a run from rest with.
 *
 * <p>Heavy ball: S(f) = −β/(1−β)², S(f[f]) = β(2+β)/(1−β)⁴.
 *
 * @param method the optimizer
 * @param map S, known to order N; in a ring in which 1 − βⁱ can be inverted
 * @param <E> the coefficients
 */
public record EffectiveStart<E>(Method<E> method, BSeriesMap<E> map) {
    /**
     * The effective start of a run from rest.
     *
     * <p>Exact; a product of sums for each child, and two difference equations, at each tree.
     *
     * @param method heavy ball, Nesterov's method or an exponential average
     * @param order N ≥ 1, the highest |t|
     * @param <E> the coefficients
     * @return S
     * @throws IllegalArgumentException if the method has no momentum, β = 0, or β is a symbol and N is above 3, where 1 − β³ and higher
     *     ones would have to be inverted
     */
    public static <E> EffectiveStart<E> of(Method<E> method, int order) {
        if (!(method instanceof LinearMultistep<E> recurrence) || !isMomentum(recurrence)) {
            throw new IllegalArgumentException("given " + method.name()
                    + " for an effective start, expected a method with momentum such as heavy-ball: other methods start where they"
                    + " are");
        }
        ModifiedEquation.requireThatItFits(method, order, Runtime.getRuntime().maxMemory());
        Ring<E> ring = larger(recurrence, order);
        Map<RootedTree, E> start = new TreeMap<>();
        runs(recurrence, ring, order).forEach((tree, run) -> start.put(tree, run.coefficient(0, 0)));
        return new EffectiveStart<>(method, BSeriesMap.of(ring, order, start));
    }

    /** ρ = (E − 1)(E − β). */
    private static <E> boolean isMomentum(LinearMultistep<E> recurrence) {
        Ring<E> ring = recurrence.ring();
        List<E> rho = recurrence.rho();
        return rho.size() == 3
                && rho.get(2).equals(ring.one())
                && ring.add(ring.add(rho.get(0), rho.get(1)), ring.one()).equals(ring.zero());
    }

    private static <E> Ring<E> larger(LinearMultistep<E> recurrence, int order) {
        Ring<E> ring = recurrence.ring();
        E beta = recurrence.rho().get(0);
        if (beta.equals(ring.zero())) {
            throw new IllegalArgumentException(
                    "given β = 0 for an effective start, expected another number: without momentum a run starts where it is");
        }
        List<E> inverted = new ArrayList<>(List.of(beta));
        for (int i = 1; i < order; i++) {
            inverted.add(ring.add(ring.one(), ring.negate(ring.pow(beta, i))));
        }
        return ring.inverting(inverted)
                .orElseThrow(() -> new IllegalArgumentException("given the order " + order + " for " + recurrence.name()
                        + " with β as a symbol, expected at most 3; give a number, as in --param beta=9/10"));
    }

    /** P(t; n) of every tree. */
    static <E> Map<RootedTree, TransientSum<E>> runs(LinearMultistep<E> recurrence, Ring<E> ring, int order) {
        E beta = in(ring, recurrence.ring(), recurrence.rho().get(0));
        Map<RootedTree, TransientSum<E>> runs = new HashMap<>();
        for (RootedTree tree : TreeEnumeration.over(List.of(Colour.F)).upToOrder(order)) {
            TransientSum<E> slope = TransientSum.constant(ring, beta, ring.one());
            for (RootedTree child : tree.children()) {
                slope = slope.multiply(
                        combined(recurrence.lookAhead(), recurrence.ring(), Objects.requireNonNull(runs.get(child))));
            }
            TransientSum<E> right = combined(recurrence.sigma(), recurrence.ring(), slope);
            runs.put(tree, right.solved(ring.one()).solved(beta).fromRest());
        }
        return runs;
    }

    /** Σ w_i P(n + i). */
    private static <E> TransientSum<E> combined(List<E> weights, Ring<E> from, TransientSum<E> sum) {
        TransientSum<E> result =
                TransientSum.constant(sum.ring(), sum.beta(), sum.ring().zero());
        for (int i = 0; i < weights.size(); i++) {
            result = result.plus(in(sum.ring(), from, weights.get(i)), sum.shifted(i));
        }
        return result;
    }

    private static <E> E in(Ring<E> ring, Ring<E> from, E element) {
        return ring.equals(from) ? element : ring.embedded(element);
    }
}
