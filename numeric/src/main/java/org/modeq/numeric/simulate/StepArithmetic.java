package org.modeq.numeric.simulate;

import java.util.ArrayList;
import java.util.List;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/**
 * What optimizers are written in: vectors, their combinations, and h times a field.
 *
 * <p>An optimizer written in it once runs in doubles, in power series of h, and in numbers of any precision, whichever way
 * vectors are represented.
 *
 * @param <V> the vectors
 */
public interface StepArithmetic<V> {
    /**
     * The increment of an Euler step.
     *
     * @param field c
     * @param theta θ
     * @return h f_c(θ)
     */
    V increment(Colour field, V theta);

    /**
     * A combination of vectors.
     *
     * @param weights w₁, w₂, …, exact
     * @param vectors v₁, v₂, …, as many and at least one
     * @return Σ wᵢ vᵢ
     */
    V combination(List<Rational> weights, List<V> vectors);

    /**
     * Whether an iteration towards a fixed point has come to its end.
     *
     * @param before a vector before the last iteration
     * @param after the same after it
     * @param iterations the number of iterations so far
     * @return whether another iteration would change nothing but rounding
     * @throws ArithmeticException if the iteration does not converge
     */
    boolean isSettled(V before, V after, int iterations);

    /**
     * A vector moved by others.
     *
     * @param vector v
     * @param weights w₁, w₂, …
     * @param increments u₁, u₂, …, as many
     * @return v + Σ wᵢ uᵢ
     */
    default V moved(V vector, List<Rational> weights, List<V> increments) {
        List<Rational> allWeights = new ArrayList<>(List.of(Rational.ONE));
        List<V> all = new ArrayList<>(List.of(vector));
        allWeights.addAll(weights);
        all.addAll(increments);
        return combination(allWeights, all);
    }
}
