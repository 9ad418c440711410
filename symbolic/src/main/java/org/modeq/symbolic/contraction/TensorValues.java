package org.modeq.symbolic.contraction;

import java.util.List;
import org.modeq.symbolic.ring.Rational;

/** The derivatives of concrete losses and fields at a point, and functions of numbers. */
public interface TensorValues {
    /** {@return d, the number of coordinates} */
    int dimension();

    /**
     * A derivative of a loss.
     *
     * @param loss its name
     * @param indices i ≤ j ≤ …, from 0; none for the loss itself
     * @return ∂_i ∂_j … L
     */
    Rational derivative(String loss, List<Integer> indices);

    /**
     * A derivative of a component of a field.
     *
     * @param field its name
     * @param component o, from 0
     * @param indices i ≤ j ≤ …, from 0
     * @return ∂_i ∂_j … f^o
     */
    Rational derivative(String field, int component, List<Integer> indices);

    /**
     * A derivative of a function of numbers. Without an implementation of its own this knows no functions.
     *
     * @param function its name
     * @param orders k₁, …, kₙ
     * @param arguments a, b, …, as many
     * @return (∂₁^k₁ … ∂ₙ^kₙ U)(a, b, …)
     * @throws IllegalArgumentException if there is no such function
     */
    default Rational functionDerivative(String function, List<Integer> orders, List<Rational> arguments) {
        throw new IllegalArgumentException(
                "given no formula of the function " + function + ", expected one; give it with the losses");
    }
}
