package org.modeq.symbolic.circuit;

import org.modeq.symbolic.ring.ParameterPolynomial;

/**
 * The memory of an exponential average: its decay rate β per step, and the mean age τ = β/(1 − β) of the data in it.
 *
 * @param beta the name of β: "beta", and a number where there are several
 */
public record Memory(String beta) {
    private static final String RATE = "beta";

    /**
     * A memory.
     *
     * @param beta the name of β
     * @throws IllegalArgumentException if the name does not begin with beta
     */
    public Memory {
        if (!beta.startsWith(RATE)) {
            throw new IllegalArgumentException(
                    "given the memory " + beta + ", expected a name that begins with beta, as beta1");
        }
    }

    /** {@return the name of τ, with the same number} */
    public String tau() {
        return "tau" + beta.substring(RATE.length());
    }

    /** {@return β as a polynomial} */
    public ParameterPolynomial rate() {
        return ParameterPolynomial.parameter(beta);
    }

    /** {@return τ as a polynomial} */
    public ParameterPolynomial age() {
        return ParameterPolynomial.parameter(tau());
    }
}
