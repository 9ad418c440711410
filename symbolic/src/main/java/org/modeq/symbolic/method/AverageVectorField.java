package org.modeq.symbolic.method;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.ArrayList;
import java.util.List;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.Colour;

/**
 * The average vector field method θ′ = θ + h ∫₀¹ f((1−x)θ + xθ′) dx, a method with a continuum of stages; it preserves
 * the energy of every Hamiltonian field.
 *
 * <p>With D(t; j) = P(t; j+1) − P(t; j) the stage at x sees P + xD of a child:
 * <pre>
 *   D(t; j) = ∫₀¹ Π over the children c of (P(c; j) + x D(c; j)) dx,      P(t; n) = Σ_{j&lt;n} D(t; j).
 * </pre>
 * Quispel and McLaren (2008).
 */
public final class AverageVectorField implements Method<Rational> {
    /** The method; it has no parameters. */
    public AverageVectorField() {}

    @Override
    public String name() {
        return "avf";
    }

    @Override
    public String map() {
        return "θ′ = θ + h ∫₀¹ f((1−x)θ + xθ′) dx";
    }

    @Override
    public Ring<Rational> ring() {
        return RATIONALS;
    }

    /**
     * The solution on a tree.
     *
     * @param iterate P(t; n)
     * @param stages P(t; j) + x D(t; j), a line in x for each j = 0, …, N
     */
    record Solution(StepPolynomial<Rational> iterate, List<Polynomial> stages) {}

    @Override
    public StepRecurrence<Solution, Rational> recurrence(int order) {
        return new StepRecurrence<>() {
            @Override
            public Solution solve(Colour root, List<Solution> children) {
                List<Rational> increments = new ArrayList<>();
                for (int j = 0; j <= order; j++) {
                    Polynomial product = Polynomial.constant(Rational.ONE);
                    for (Solution child : children) {
                        product = product.multiply(child.stages().get(j));
                    }
                    increments.add(product.integral().valueAt(Rational.ONE));
                }
                StepPolynomial<Rational> iterate =
                        StepPolynomial.ofValues(RATIONALS, increments).strictSum();
                List<Polynomial> stages = new ArrayList<>();
                for (int j = 0; j <= order; j++) {
                    stages.add(new Polynomial(List.of(iterate.valueAt(j), increments.get(j))));
                }
                return new Solution(iterate, stages);
            }

            @Override
            public StepPolynomial<Rational> iterate(Solution solution) {
                return solution.iterate();
            }

            @Override
            public long valuesPerTree() {
                return 3L * (order + 1);
            }
        };
    }

    @Override
    public String toString() {
        return name();
    }
}
