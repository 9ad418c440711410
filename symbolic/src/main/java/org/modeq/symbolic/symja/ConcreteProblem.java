package org.modeq.symbolic.symja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.modeq.symbolic.contraction.VectorForm;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * Losses given as formulas, and a point with rational coordinates; the contractions G(t) = (−1)^|t| F(t) on it are exact.
 */
public final class ConcreteProblem {
    private final int dimension;
    private final ElementaryDifferentials<Rational> differentials;

    /**
     * A problem.
     *
     * @param variables the names of the variables
     * @param losses the formula of each loss in these variables; + − * / ^ and exp log sqrt sin cos tan tanh atan
     * @param point the coordinates of the point, one for each variable
     * @throws IllegalArgumentException if a formula does not parse, a name is unknown or the dimensions differ
     */
    public ConcreteProblem(List<String> variables, Map<Colour, String> losses, List<Rational> point) {
        dimension = variables.size();
        differentials = ConcreteFields.ofLosses(variables, losses)
                .exactAt(point.stream().map(Rational::toString).toList());
    }

    /** {@return the number of variables} */
    public int dimension() {
        return dimension;
    }

    /**
     * The contraction G(t) at the point.
     *
     * @param tree t
     * @return its d components
     * @throws IllegalArgumentException if a colour of the tree names no loss
     * @throws ArithmeticException if a derivative at the point is not rational
     */
    public List<Rational> contraction(RootedTree tree) {
        List<Rational> differential = differentials.of(tree);
        return tree.order() % 2 == 0
                ? differential
                : differential.stream().map(Rational::negate).toList();
    }

    /**
     * The value of a vector in normal form, as polynomials in h.
     *
     * @param form Σ c_t G(t), c_t in ℚ[h]
     * @return its d components
     * @throws ArithmeticException if a derivative at the point is not rational
     */
    public List<Polynomial> value(VectorForm form) {
        List<Polynomial> sum = new ArrayList<>(Collections.nCopies(dimension, Polynomial.ZERO));
        form.terms().forEach((tree, coefficient) -> {
            List<Rational> components = contraction(tree);
            for (int i = 0; i < dimension; i++) {
                Polynomial term = coefficient.multiply(Polynomial.constant(components.get(i)));
                sum.set(i, sum.get(i).add(term));
            }
        });
        return List.copyOf(sum);
    }
}
