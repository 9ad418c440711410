package org.modeq.symbolic.method;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.Colour;

/**
 * Runge–Kutta methods with a continuum of stages u(x), 0 ≤ x ≤ 1, where u is a polynomial: u′ = h π f(u), u(0) = θ, and
 * θ′ = u(1), for a linear projection π onto the polynomials of degree below s.
 *
 * <p>Collocation at the nodes c₁, …, c_s is the case in which π interpolates there, u′(c_i) = h f(u(c_i)). With q the
 * polynomial whose zeros are the nodes, π is the remainder modulo q, so irrational nodes, as those of Gauss, need no
 * irrational number. In the average vector field method s = 1 and π is the mean: u is the line from θ to θ′. On trees
 * <pre>
 *   G(t; j)(x) = π Π over the children c of (P(c; j) + ∫₀ˣ G(c; j)),      P(t; n) = Σ_{j&lt;n} ∫₀¹ G(t; j)(x) dx.
 * </pre>
 * Hairer, Lubich and Wanner (2006), section II.1.2; Quispel and McLaren (2008); Hairer (2010) for other π.
 */
public final class Collocation implements Method<Rational> {
    private final String name;
    private final String map;
    private final int degree;
    private final UnaryOperator<Polynomial> projection;
    private final Optional<Polynomial> nodes;

    /**
     * Collocation.
     *
     * @param name how it is called behind {@code rk:}
     * @param nodes q, of degree s ≥ 1
     * @throws IllegalArgumentException if q is constant
     */
    public Collocation(String name, Polynomial nodes) {
        this(
                "rk:" + name,
                "θ ← u(1), u′(c_i) = h f(u(c_i)) at the " + nodes.degree() + " nodes, u(0) = θ",
                nodes.degree(),
                slope -> slope.remainder(nodes),
                Optional.of(nodes));
        if (nodes.degree() < 1) {
            throw new IllegalArgumentException("given a constant polynomial of nodes, expected at least one node");
        }
    }

    /** The method of a projection onto the polynomials of degree below {@code degree}. */
    Collocation(String name, String map, int degree, UnaryOperator<Polynomial> projection) {
        this(name, map, degree, projection, Optional.empty());
    }

    private Collocation(
            String name, String map, int degree, UnaryOperator<Polynomial> projection, Optional<Polynomial> nodes) {
        this.name = name;
        this.map = map;
        this.degree = degree;
        this.projection = projection;
        this.nodes = nodes;
    }

    /** {@return the polynomial q whose zeros are the nodes; nothing if π is no interpolation} */
    public Optional<Polynomial> nodes() {
        return nodes;
    }

    /**
     * The average vector field method; it preserves the energy of every Hamiltonian field.
     *
     * @return the method {@code avf}
     */
    public static Collocation averageVectorField() {
        return new Collocation(
                "avf",
                "θ′ = θ + h ∫₀¹ f((1−x)θ + xθ′) dx",
                1,
                slope -> Polynomial.constant(slope.integral().valueAt(Rational.ONE)));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String map() {
        return map;
    }

    @Override
    public Ring<Rational> ring() {
        return RATIONALS;
    }

    /**
     * The solution on a tree.
     *
     * @param iterate P(t; n)
     * @param stages P(t; j) + ∫₀ˣ G(t; j), one polynomial in x for each j = 0, …, N
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
                        slope = slope.multiply(child.stages().get(j));
                    }
                    Polynomial integral = projection.apply(slope).integral();
                    integrals.add(integral);
                    increments.add(integral.valueAt(Rational.ONE));
                }
                StepPolynomial<Rational> iterate =
                        StepPolynomial.ofValues(RATIONALS, increments).strictSum();
                List<Polynomial> stages = new ArrayList<>();
                for (int j = 0; j <= order; j++) {
                    stages.add(Polynomial.constant(iterate.valueAt(j)).add(integrals.get(j)));
                }
                return new Solution(iterate, stages);
            }

            @Override
            public StepPolynomial<Rational> iterate(Solution solution) {
                return solution.iterate();
            }

            @Override
            public long valuesPerTree() {
                return (degree + 2L) * (order + 1L);
            }
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
