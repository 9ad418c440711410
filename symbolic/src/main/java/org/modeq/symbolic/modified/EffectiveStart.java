package org.modeq.symbolic.modified;

import java.util.Map;
import java.util.TreeMap;
import org.modeq.symbolic.display.Display;
import org.modeq.symbolic.display.Displayable;
import org.modeq.symbolic.method.LinearMultistep;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.series.BSeriesMap;
import org.modeq.symbolic.tree.RootedTree;

/**
 * Where a run with momentum seems to have started: θ_n = exp(nh f̃)(S(θ₀)) up to terms with βⁿ, f̃ the field on the slow manifold.
 *
 * <p>From rest, θ₋₁ = θ₀ and all averages and velocities 0, the coefficients of the run are P(t; n) = Σ c_jk nʲ qᵏ with q = βⁿ (of
 * several poles, products of such powers). As q → 0 there remain polynomials in n,
 * those of the flow of f̃ after the map S, whose coefficients are the c₀₀: a flow from S(θ₀), not from θ₀, is what to compare
 * a run from rest with.
 *
 * <p>Heavy ball: S(f) = −β/(1−β)², S(f[f]) = β(2+β)/(1−β)⁴.
 *
 * @param method the optimizer
 * @param map S, known to order N; in a ring in which 1 − βⁱ can be inverted
 * @param <E> the coefficients
 */
public record EffectiveStart<E>(Method<E> method, BSeriesMap<E> map) implements Displayable {
    /**
     * The effective start of a run from rest.
     *
     * <p>Exact; a product of sums for each child, and two difference equations, at each tree.
     *
     * @param method heavy ball, Nesterov's method, an exponential average, or a linear memory with known poles
     * @param order N ≥ 1, the highest |t|
     * @param <E> the coefficients
     * @return S
     * @throws IllegalArgumentException if the method has no momentum, β = 0, the filter has further delays or poles without a name, or
     *     products of symbols to this order cannot be told from 1
     */
    public static <E> EffectiveStart<E> of(Method<E> method, int order) {
        if (!(method instanceof LinearMultistep<E> recurrence)) {
            throw new IllegalArgumentException("given " + method.name()
                    + " for an effective start, expected a method with momentum such as heavy-ball: other methods start where they"
                    + " are");
        }
        ModifiedEquation.requireThatItFits(method, order, Runtime.getRuntime().maxMemory());
        RunFromRest<E> run = RunFromRest.of(recurrence, order);
        Map<RootedTree, E> start = new TreeMap<>();
        run.byTree().forEach((tree, sum) -> start.put(tree, sum.coefficient(0, 0)));
        return new EffectiveStart<>(method, BSeriesMap.of(run.ring(), order, start));
    }

    /** {@return the formula: what {@link #toText} says between its conventions and its table} */
    @Override
    public String toString() {
        return Display.of(this).line();
    }
}
