package org.modeq.numeric.model;

import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.JetAlgebra;

/** A loss L on ℝᵈ with its gradient, both extended to truncated polynomials. */
public interface Loss {
    /** {@return d} */
    int dimension();

    /**
     * The value at a jet.
     *
     * @param theta θ, a d×1 jet over any algebra
     * @return L(θ), a 1×1 jet over the same algebra
     */
    Jet value(Jet theta);

    /**
     * The gradient at a jet.
     *
     * @param theta θ, a d×1 jet over any algebra
     * @return ∇L(θ), a d×1 jet over the same algebra
     */
    Jet gradient(Jet theta);

    /**
     * The value at a point.
     *
     * @param theta θ
     * @return L(θ)
     */
    default double value(double[] theta) {
        return value(Jet.column(JetAlgebra.of(), theta)).constantEntries()[0];
    }

    /**
     * The gradient at a point.
     *
     * @param theta θ
     * @return ∇L(θ)
     */
    default double[] gradient(double[] theta) {
        return gradient(Jet.column(JetAlgebra.of(), theta)).constantEntries();
    }

    /** {@return the field f = −∇L that gradient descent follows} */
    default VectorField negativeGradient() {
        return VectorField.of(dimension(), theta -> gradient(theta).scaled(-1));
    }
}
