package org.modeq.symbolic.contraction;

import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;

/** How a scalar changes when the point moves. */
public final class TaylorIncrement {
    private TaylorIncrement() {}

    /**
     * The Taylor series of I(θ + δ) − I(θ) = Σ_k 1/k! D^kI[δ, …, δ].
     *
     * <p>Exact; δ begins with h, so that the k-th term begins with hᵏ.
     *
     * @param quantity I, a scalar
     * @param displacement δ, a vector without a term of power 0
     * @param power the highest power of h that is kept
     * @param <E> the coefficients
     * @return the increment through that power
     * @throws IllegalArgumentException if the first is no scalar or the second no vector
     */
    public static <E> TensorForm<E> of(TensorForm<E> quantity, TensorForm<E> displacement, int power) {
        Ring<E> ring = quantity.ring();
        TensorForm<E> sum = TensorForm.zero(ring, quantity.rank());
        TensorForm<E> derivative = quantity;
        for (int k = 1; k <= power; k++) {
            derivative = derivative.derivative(TensorForm.standIn(ring, k - 1)).scaled(ring.of(Rational.of(1, k)));
            TensorForm<E> term = derivative;
            for (int i = 0; i < k; i++) {
                term = term.filled(i, displacement).truncated(power);
            }
            sum = sum.add(term);
        }
        return sum;
    }
}
