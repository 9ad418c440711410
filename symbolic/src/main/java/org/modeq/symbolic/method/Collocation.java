package org.modeq.symbolic.method;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.ArrayList;
import java.util.List;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.Colour;

/**
 * Collocation methods, given by the polynomial q whose zeros are the nodes c₁, …, c_s in [0, 1]: u′(c_i) = f(u(c_i)) for
 * the polynomial u of degree s with u(0) = θ, and θ′ = u(1).
 *
 * <p>A function on the nodes is a polynomial in the stage variable x modulo q(x), so irrational nodes, as those of Gauss,
 * need no irrational number:
 * <pre>
 *   G(t; j)(x) = Π over the children c of (P(c; j) + ∫₀ˣ G(c; j))  mod q,      P(t; n) = Σ_{j&lt;n} ∫₀¹ G(t; j)(x) dx.
 * </pre>
 * Without the reduction modulo q and with a line for u this would be the average vector field method, which is
 * {@link AverageVectorField}. Hairer, Lubich and Wanner (2006), section II.1.2.
 */
public final class Collocation implements Method<Rational> {
    private final String name;
    private final Polynomial nodes;

    /**
     * A method.
     *
     * @param name how it is called behind {@code rk:}
     * @param nodes q, of degree s ≥ 1
     * @throws IllegalArgumentException if q is constant
     */
    public Collocation(String name, Polynomial nodes) {
        if (nodes.degree() < 1) {
            throw new IllegalArgumentException("given a constant polynomial of nodes, expected at least one node");
        }
        this.name = "rk:" + name;
        this.nodes = nodes;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String map() {
        return "θ ← u(1), u′(c_i) = h f(u(c_i)) at the " + nodes.degree() + " nodes, u(0) = θ";
    }

    @Override
    public Ring<Rational> ring() {
        return RATIONALS;
    }

    /**
     * The solution on a tree.
     *
     * @param iterate P(t; n)
     * @param stages P(t; j) + ∫₀ˣ G(t; j) modulo q, one polynomial in x for each j = 0, …, N
     */
    record Solution(StepPolynomial<Rational> iterate, List<Polynomial> stages) {}

    @Override
    public StepRecurrence<Solution, Rational> recurrence(int order) {
        return new StepRecurrence<>() {
            @Override
            public Solution solve(Colour root, List<Solution> children) {
                List<Polynomial> integrals = new ArrayList<>();
                List<Rational> increments = new ArrayList<>();
                for (int j = 0; j <= order; j++) {
                    Polynomial slope = Polynomial.constant(Rational.ONE);
                    for (Solution child : children) {
                        slope = slope.multiply(child.stages().get(j)).remainder(nodes);
                    }
                    Polynomial integral = slope.integral();
                    integrals.add(integral);
                    increments.add(integral.valueAt(Rational.ONE));
                }
                StepPolynomial<Rational> iterate =
                        StepPolynomial.ofValues(RATIONALS, increments).strictSum();
                List<Polynomial> stages = new ArrayList<>();
                for (int j = 0; j <= order; j++) {
                    Polynomial start = Polynomial.constant(iterate.valueAt(j));
                    stages.add(start.add(integrals.get(j)).remainder(nodes));
                }
                return new Solution(iterate, stages);
            }

            @Override
            public StepPolynomial<Rational> iterate(Solution solution) {
                return solution.iterate();
            }

            @Override
            public long valuesPerTree() {
                return (nodes.degree() + 1L) * (order + 1L);
            }
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
