package org.modeq.numeric.model;

import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.graph.Graph;
import org.modeq.numeric.graph.Node;

/** A polynomial as a loss: L(x) = Σ c · x₁^e₁ ⋯ x_d^e_d; for small problems and for tests. */
public final class PolynomialLoss implements LossOnGraph {
    private final GraphLoss loss;

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

    private PolynomialLoss(GraphLoss loss) {
        this.loss = loss;
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
        return new PolynomialLoss(GraphLoss.of(sum(new Graph(dimension).parameters(), terms)));
    }

    private static Node sum(Node x, List<Term> terms) {
        Node sum = constant(x, 0);
        for (Term term : terms) {
            sum = sum.plus(term.coefficient(), monomial(x, term.exponents()));
        }
        return sum;
    }

    private static Node constant(Node x, double number) {
        return x.graph().constant(new DMatrixRMaj(new double[][] {{number}}));
    }

    private static Node monomial(Node x, List<Integer> exponents) {
        return IntStream.range(0, exponents.size())
                .filter(i -> exponents.get(i) > 0)
                .mapToObj(i -> power(x.block(i, 1, 1), exponents.get(i)))
                .reduce(Node::hadamard)
                .orElseGet(() -> constant(x, 1));
    }

    /** xⁿ = xⁿ⁻¹·x; lower powers are shared with other terms. */
    private static Node power(Node x, int exponent) {
        return exponent == 1 ? x : power(x, exponent - 1).hadamard(x);
    }

    @Override
    public GraphLoss graphLoss() {
        return loss;
    }
}
