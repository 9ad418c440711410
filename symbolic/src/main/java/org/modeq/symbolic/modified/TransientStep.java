package org.modeq.symbolic.modified;

import org.modeq.symbolic.method.LinearMultistep;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.series.BSeriesMap;

/**
 * The transient of a method with memory: one field for each step of a run from rest.
 *
 * <p>With Φ_n the map from θ₀ to θ_n of a run with θ_m = θ₀ for m ≤ 0, step n is the map Ψ_n with Φ_{n+1} = Ψ_n ∘ Φ_n, and
 * its field is f̃_n = log Ψ_n / h: its exact time-h flow carries θ_n to θ_{n+1}, exactly and from every start. As n grows
 * it tends to the field on the slow manifold, which is {@link ModifiedEquation}. The first step, n = 0, knows no past:
 * its field is that of gradient descent.
 */
public final class TransientStep {
    private TransientStep() {}

    /**
     * The modified equation of step n of a run from rest.
     *
     * @param method a method with memory
     * @param step n ≥ 0
     * @param order N ≥ 1, the highest |t|
     * @param <E> the coefficients
     * @return θ̇ = f̃_n
     * @throws IllegalArgumentException if n &lt; 0, N &lt; 1, the trees do not fit into memory, or the method has no memory
     */
    public static <E> ModifiedEquation<E> equation(Method<E> method, int step, int order) {
        if (!(method instanceof LinearMultistep<E> recurrence)) {
            throw new IllegalArgumentException("given a step of " + method.name()
                    + ", expected a method with memory such as heavy-ball: all steps of other methods are alike");
        }
        ModifiedEquation.requireThatItFits(method, order, Runtime.getRuntime().maxMemory());
        BSeriesMap<E> before = recurrence.mapFromRest(step, order);
        BSeriesMap<E> after = recurrence.mapFromRest(Math.addExact(step, 1), order);
        return new ModifiedEquation<>(method, before.inverse().then(after).logarithm());
    }
}
