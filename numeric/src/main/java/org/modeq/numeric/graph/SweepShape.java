package org.modeq.numeric.graph;

import java.util.List;
import org.modeq.numeric.jet.JetAlgebra;

/**
 * What a sweep is asked for: the coefficients of N(θ + Σ_g v_g ε^g) at some monomials.
 *
 * @param algebra the truncated polynomials
 * @param given the exponents g of the monomials at which directions are given, none of them 0
 * @param wanted the exponents of the coefficients that are read
 */
public record SweepShape(JetAlgebra algebra, List<List<Integer>> given, List<List<Integer>> wanted) {
    /**
     * What a sweep is asked for.
     *
     * @param algebra the truncated polynomials
     * @param given the exponents at which directions are given
     * @param wanted the exponents that are read
     */
    public SweepShape {
        given = given.stream().map(List::copyOf).toList();
        wanted = wanted.stream().map(List::copyOf).toList();
    }
}
