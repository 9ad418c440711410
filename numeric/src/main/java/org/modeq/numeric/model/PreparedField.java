package org.modeq.numeric.model;

/** A field made ready for sweeps of known shapes; for one thread at a time. */
public interface PreparedField {
    /**
     * Goes to a point.
     *
     * @param theta θ; it must not be changed before the last sweep at it
     */
    void moveTo(double[] theta);

    /**
     * Evaluates the field on θ + Σ_g v_g ε^g.
     *
     * @param sweep the place of its shape
     * @param directions v_g in the order of the shape's monomials
     */
    void sweep(int sweep, double[]... directions);

    /**
     * Reads a coefficient of the last sweep.
     *
     * @param sweep the place of its shape
     * @param wanted its place among the coefficients that the shape wants
     * @param target where its d entries go
     */
    void read(int sweep, int wanted, double[] target);

    /**
     * An estimate of the cost of a sweep, by which two ways to the same result are compared.
     *
     * @param sweep the place of its shape
     * @return about the number of multiplications
     */
    double cost(int sweep);

    /** {@return an estimate of the cost of going to a point} */
    double costAtPoint();
}
