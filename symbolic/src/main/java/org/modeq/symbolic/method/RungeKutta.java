package org.modeq.symbolic.method;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.Colour;

/**
 * Runge–Kutta methods, explicit or implicit, with a tableau for every field: Y_i = θ + h Σ_c Σ_l a^c_il f_c(Y_l),
 * θ′ = θ + h Σ_c Σ_i b^c_i f_c(Y_i).
 *
 * <p>With one field this is a Runge–Kutta method, with several an additive one; a partitioned method is an additive one
 * whose fields move different parts of the state. With G_i the coefficient of hf_root(Y_i),
 * <pre>
 *   G_i(t; j) = Π over the children c of (P(c; j) + Σ_l a_il G_l(c; j)),      P(t; n) = Σ_{j&lt;n} Σ_i b_i G_i(t; j),
 * </pre>
 * where A and b are those of the colour of c and of t. Implicit methods need no solution of equations: a tree only needs
 * its children. Hairer, Lubich and Wanner (2006), sections III.1.1 and III.2.
 *
 * @param <E> the numbers of the tableau
 */
public final class RungeKutta<E> implements Method<E> {
    private final String name;
    private final String map;
    private final Ring<E> ring;
    private final SortedMap<Colour, Tableau<E>> tableaus;
    private final int stages;
    private final SortedMap<String, String> parameters;

    /**
     * A method.
     *
     * @param name how it is called
     * @param map what one step does, as a formula in plain text
     * @param ring the ring of the numbers
     * @param tableaus the tableau of each field, all with the same number of stages
     * @param parameters its parameters by name with their values
     * @throws IllegalArgumentException if there is no field or the numbers of stages differ
     */
    public RungeKutta(
            String name,
            String map,
            Ring<E> ring,
            SortedMap<Colour, Tableau<E>> tableaus,
            SortedMap<String, String> parameters) {
        if (tableaus.values().stream().map(Tableau::stages).distinct().count() != 1) {
            throw new IllegalArgumentException("given tableaus for the fields " + tableaus.keySet()
                    + ", expected at least one field and the same number of stages for each");
        }
        this.name = name;
        this.map = map;
        this.ring = ring;
        this.stages = tableaus.values().iterator().next().stages();
        this.tableaus = Collections.unmodifiableSortedMap(new TreeMap<>(tableaus));
        this.parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /**
     * A method with rational numbers on the one field f.
     *
     * @param name how it is called
     * @param tableau its tableau
     * @return the method {@code rk:name}
     */
    public static RungeKutta<Rational> of(String name, Tableau<Rational> tableau) {
        return new RungeKutta<>(
                "rk:" + name,
                "θ ← θ + h Σ b_i f(Y_i), Y_i = θ + h Σ a_il f(Y_l)",
                RATIONALS,
                new TreeMap<>(Collections.singletonMap(Colour.F, tableau)),
                new TreeMap<>());
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
    public SortedSet<Colour> fields() {
        return new TreeSet<>(tableaus.keySet());
    }

    @Override
    public Ring<E> ring() {
        return ring;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return parameters;
    }

    /** {@return the tableau of each field, in the order of the fields} */
    public SortedMap<Colour, Tableau<E>> tableaus() {
        return tableaus;
    }

    /**
     * The solution on a tree.
     *
     * @param iterate P(t; n)
     * @param stages P(t; j) + Σ_l a_il G_l(t; j) for each stage i, what a parent's stage sees of this tree
     * @param <E> the numbers
     */
    record Solution<E>(StepPolynomial<E> iterate, List<StepPolynomial<E>> stages) {}

    @Override
    public StepRecurrence<Solution<E>, E> recurrence(int order) {
        return new StepRecurrence<>() {
            @Override
            public Solution<E> solve(Colour root, List<Solution<E>> children) {
                Tableau<E> tableau = tableaus.get(root);
                if (tableau == null) {
                    throw new AssertionError(root);
                }
                List<StepPolynomial<E>> slopes = new ArrayList<>();
                for (int i = 0; i < tableau.stages(); i++) {
                    StepPolynomial<E> slope = StepPolynomial.constant(ring, ring.one(), order);
                    for (Solution<E> child : children) {
                        slope = slope.multiply(child.stages().get(i));
                    }
                    slopes.add(slope);
                }
                StepPolynomial<E> zero = StepPolynomial.constant(ring, ring.zero(), order);
                StepPolynomial<E> iterate = combined(zero, tableau.b(), slopes).strictSum();
                List<StepPolynomial<E>> stages = tableau.a().stream()
                        .map(row -> combined(iterate, row, slopes))
                        .toList();
                return new Solution<>(iterate, stages);
            }

            @Override
            public StepPolynomial<E> iterate(Solution<E> solution) {
                return solution.iterate();
            }

            @Override
            public long valuesPerTree() {
                return (stages + 1L) * (order + 1L);
            }
        };
    }

    /** start + Σ w_i slope_i. */
    private StepPolynomial<E> combined(StepPolynomial<E> start, List<E> weights, List<StepPolynomial<E>> slopes) {
        StepPolynomial<E> sum = start;
        for (int i = 0; i < weights.size(); i++) {
            if (!weights.get(i).equals(ring.zero())) {
                sum = sum.plus(weights.get(i), slopes.get(i));
            }
        }
        return sum;
    }

    @Override
    public String toString() {
        return name;
    }
}
