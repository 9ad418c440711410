package org.modeq.numeric.jet;

import java.util.ArrayList;
import java.util.List;

/**
 * One more ε with ε² = 0: derivatives along jets, which may themselves depend on the other ε.
 *
 * <p>f(θ + εv) = f(θ) + ε f′(θ)v over any algebra 𝔸, so that brackets of brackets are evaluations at jets again.
 */
public final class Tangent {
    private Tangent() {}

    /**
     * The jet θ + εv with a new last variable ε.
     *
     * @param point θ, a jet over 𝔸
     * @param direction v, of the same size over the same algebra
     * @return θ + εv over 𝔸[ε]/(ε²)
     * @throws IllegalArgumentException if the sizes or algebras differ, or the new algebra is too large
     */
    public static Jet at(Jet point, Jet direction) {
        JetAlgebra algebra = point.algebra();
        boolean fits = algebra.equals(direction.algebra())
                && point.rows() == direction.rows()
                && point.columns() == direction.columns();
        if (!fits) {
            throw new IllegalArgumentException("given a point of " + point.rows() + " rows over " + algebra
                    + " and a direction of " + direction.rows() + " rows over " + direction.algebra()
                    + ", expected the same size and algebra");
        }
        JetAlgebra extended = JetAlgebra.of(append(algebra.degrees(), 1));
        Coefficients coefficients = new Coefficients(extended, new Shape(point.rows(), point.columns()));
        for (List<Integer> monomial : algebra.monomials()) {
            int index = algebra.index(monomial);
            coefficients.set(
                    extended.index(append(monomial, 0)), point.coefficients().get(index));
            coefficients.set(
                    extended.index(append(monomial, 1)),
                    direction.coefficients().get(index));
        }
        return new Jet(extended, coefficients);
    }

    /**
     * The part without the last variable.
     *
     * @param jet X₀ + εX₁ over 𝔸[ε]/(ε²)
     * @return X₀ over 𝔸
     */
    public static Jet value(Jet jet) {
        return part(jet, 0);
    }

    /**
     * The part with the last variable.
     *
     * @param jet X₀ + εX₁ over 𝔸[ε]/(ε²)
     * @return X₁ over 𝔸
     */
    public static Jet derivative(Jet jet) {
        return part(jet, 1);
    }

    private static Jet part(Jet jet, int exponent) {
        List<Integer> degrees = jet.algebra().degrees();
        JetAlgebra algebra = JetAlgebra.of(degrees.subList(0, degrees.size() - 1));
        Coefficients coefficients = new Coefficients(algebra, new Shape(jet.rows(), jet.columns()));
        for (List<Integer> monomial : algebra.monomials()) {
            int index = jet.algebra().index(append(monomial, exponent));
            coefficients.set(algebra.index(monomial), jet.coefficients().get(index));
        }
        return new Jet(algebra, coefficients);
    }

    private static List<Integer> append(List<Integer> exponents, int exponent) {
        List<Integer> longer = new ArrayList<>(exponents);
        longer.add(exponent);
        return longer;
    }
}
