package org.modeq.symbolic.modified;

import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.StepPolynomial;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.series.BSeriesMap;

/** One unit of a method's clock as a map: the B-series of what the method does to θ. */
public final class StepMap {
    private StepMap() {}

    /**
     * The map with the coefficients a(t) = P(t; 1), the step polynomials of {@link org.modeq.symbolic.method} at 1.
     *
     * <p>A method with memory, as heavy ball, has no map of its own; for it this is the step on the slow manifold.
     * Exact; cost per tree: one step of the method's recurrence.
     *
     * @param method the optimizer
     * @param order N ≥ 1, the highest |t|
     * @param <E> the coefficients
     * @return the map, known to order N
     * @throws IllegalArgumentException if N &lt; 1 or the trees up to order N do not fit into memory
     */
    public static <E> BSeriesMap<E> of(Method<E> method, int order) {
        ModifiedEquation.requireThatItFits(method, order, Runtime.getRuntime().maxMemory());
        Ring<E> ring = method.ring();
        return BSeriesMap.of(ring, order, ModifiedEquation.solve(method, order, StepMap::first));
    }

    private static <E> E first(StepPolynomial<E> iterate) {
        return iterate.valueAt(1);
    }
}
