package org.modeq.numeric.model;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.JetAlgebra;

/** A polynomial as a loss: L(x) = Σ c · x₁^e₁ ⋯ x_d^e_d; for small problems and for tests. */
public final class PolynomialLoss implements Loss {
    private final int dimension;
    private final List<Term> terms;

    /**
     * One term c · x₁^e₁ ⋯ x_d^e_d.
     *
     * @param coefficient c
     * @param exponents e₁, …, e_d, each at least 0
     */
    public record Term(double coefficient, List<Integer> exponents) {
        /**
         * A term.
         *
         * @param coefficient c, finite
         * @param exponents e₁, …, e_d, each at least 0
         * @throws IllegalArgumentException if c is not finite or an exponent is negative
         */
        public Term {
            exponents = List.copyOf(exponents);
            if (!Double.isFinite(coefficient) || exponents.stream().anyMatch(exponent -> exponent < 0)) {
                throw new IllegalArgumentException("given the coefficient " + coefficient + " and the exponents "
                        + exponents + ", expected a finite number and exponents of at least 0");
            }
        }
    }

    private PolynomialLoss(int dimension, List<Term> terms) {
        this.dimension = dimension;
        this.terms = terms;
    }

    /**
     * The sum of terms.
     *
     * @param dimension d ≥ 1
     * @param terms the terms, each with d exponents
     * @return L
     * @throws IllegalArgumentException if d &lt; 1 or a term has another number of exponents
     */
    public static PolynomialLoss of(int dimension, List<Term> terms) {
        if (dimension < 1) {
            throw new IllegalArgumentException("given the dimension " + dimension + ", expected at least 1");
        }
        for (Term term : terms) {
            if (term.exponents().size() != dimension) {
                throw new IllegalArgumentException("given the exponents " + term.exponents() + ", expected " + dimension
                        + " of them, one per variable");
            }
        }
        return new PolynomialLoss(dimension, List.copyOf(terms));
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public Jet value(Jet theta) {
        JetAlgebra algebra = theta.algebra();
        List<List<Jet>> powers = powers(theta);
        Jet value = Jet.zero(algebra, 1, 1);
        for (Term term : terms) {
            value = value.plus(term.coefficient(), monomial(algebra, powers, term.exponents()));
        }
        return value;
    }

    @Override
    public Jet gradient(Jet theta) {
        List<List<Jet>> powers = powers(theta);
        List<Jet> partials = new ArrayList<>();
        for (int i = 0; i < dimension; i++) {
            partials.add(partialDerivative(theta.algebra(), powers, i));
        }
        return Jet.stacked(partials);
    }

    /** ∂L/∂xᵢ = Σ c eᵢ · x^e / xᵢ. */
    private Jet partialDerivative(JetAlgebra algebra, List<List<Jet>> powers, int i) {
        Jet partial = Jet.zero(algebra, 1, 1);
        for (Term term : terms) {
            int exponent = term.exponents().get(i);
            if (exponent > 0) {
                List<Integer> lowered = new ArrayList<>(term.exponents());
                lowered.set(i, exponent - 1);
                partial = partial.plus(term.coefficient() * exponent, monomial(algebra, powers, lowered));
            }
        }
        return partial;
    }

    private static Jet monomial(JetAlgebra algebra, List<List<Jet>> powers, List<Integer> exponents) {
        Jet product = Jet.column(algebra, 1);
        for (int i = 0; i < exponents.size(); i++) {
            if (exponents.get(i) > 0) {
                product = product.hadamard(powers.get(i).get(exponents.get(i)));
            }
        }
        return product;
    }

    /** xᵢ⁰, xᵢ¹, … up to the highest power that occurs. */
    private List<List<Jet>> powers(Jet theta) {
        List<List<Jet>> powers = new ArrayList<>();
        for (int i = 0; i < dimension; i++) {
            int variable = i;
            int highest = terms.stream()
                    .mapToInt(term -> term.exponents().get(variable))
                    .max()
                    .orElse(0);
            Jet x = theta.block(i, 1, 1);
            List<Jet> powersOfOne = new ArrayList<>();
            powersOfOne.add(Jet.constant(theta.algebra(), new DMatrixRMaj(new double[][] {{1}})));
            for (int exponent = 1; exponent <= highest; exponent++) {
                powersOfOne.add(powersOfOne.get(exponent - 1).hadamard(x));
            }
            powers.add(powersOfOne);
        }
        return powers;
    }
}
