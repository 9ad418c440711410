package org.modeq.numeric.evaluate;

import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.Tangent;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.Loss;

/**
 * The alignment of two gradients as a loss, S(θ) = ⟨∇L_A, ∇L_B⟩; with A = B the squared norm ‖∇L‖².
 *
 * <p>Its gradient is ∇S = ∇²L_A ∇L_B + ∇²L_B ∇L_A, for ‖∇L‖² therefore 2∇²L ∇L. These are the implicit regularisers of gradient
 * descent (Barrett and Dherin, 2021) and of training on several tasks.
 */
public final class GradientAlignment implements Loss {
    private final Loss first;
    private final Loss second;
    private final ThreadLocal<Prepared> prepared = ThreadLocal.withInitial(() -> new Prepared(this));

    /** −∇L_A and −∇L_B with memory for one thread. */
    private record Prepared(FieldAtPoint first, FieldAtPoint second) {
        Prepared(GradientAlignment alignment) {
            this(
                    new FieldAtPoint(alignment.first.negativeGradient()),
                    new FieldAtPoint(alignment.second.negativeGradient()));
        }
    }

    private GradientAlignment(Loss first, Loss second) {
        this.first = first;
        this.second = second;
    }

    /**
     * The alignment of two losses.
     *
     * @param first L_A
     * @param second L_B
     * @return ⟨∇L_A, ∇L_B⟩
     * @throws IllegalArgumentException if the losses have two dimensions
     */
    public static GradientAlignment of(Loss first, Loss second) {
        if (first.dimension() != second.dimension()) {
            throw new IllegalArgumentException("given losses of the dimensions " + first.dimension() + " and "
                    + second.dimension() + ", expected one dimension");
        }
        return new GradientAlignment(first, second);
    }

    /**
     * The squared norm of a gradient.
     *
     * @param loss L
     * @return ‖∇L‖²
     */
    public static GradientAlignment squaredNorm(Loss loss) {
        return new GradientAlignment(loss, loss);
    }

    @Override
    public int dimension() {
        return first.dimension();
    }

    @Override
    public Jet value(Jet theta) {
        return first.gradient(theta).transposeTimes(second.gradient(theta));
    }

    @Override
    public Jet gradient(Jet theta) {
        Jet along = Tangent.derivative(first.gradient(Tangent.at(theta, second.gradient(theta))));
        return isSquare() ? along.scaled(2) : along.plus(alongFirst(theta));
    }

    private Jet alongFirst(Jet theta) {
        return Tangent.derivative(second.gradient(Tangent.at(theta, first.gradient(theta))));
    }

    private boolean isSquare() {
        return first == second;
    }

    @Override
    public double value(double[] theta) {
        return Euclidean.product(first.gradient(theta), second.gradient(theta));
    }

    /**
     * The gradient at a point.
     *
     * <p>The gradients of both losses and one product with each Hessian; one of each where A = B.
     *
     * @param theta θ
     * @return ∇S(θ)
     */
    @Override
    public double[] gradient(double[] theta) {
        Prepared fields = prepared.get();
        double[] ofSecond = fields.second().valueAt(theta);
        if (isSquare()) {
            double[] gradient = fields.second().derivative(ofSecond);
            Euclidean.scale(gradient, 2);
            return gradient;
        }
        double[] ofFirst = fields.first().valueAt(theta);
        double[] gradient = fields.first().derivative(ofSecond);
        Euclidean.add(gradient, 1, fields.second().derivative(ofFirst));
        return gradient;
    }
}
