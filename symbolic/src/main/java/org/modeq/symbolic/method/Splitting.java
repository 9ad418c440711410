package org.modeq.symbolic.method;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.word.Letter;

/**
 * Splitting methods: the exact flows of single fields one after the other, for the times w_i h.
 *
 * <p>Along the i-th flow, at its fraction x, the coefficient of a tree with a root of the flow's colour grows by
 * w_i Π P(children) dx, and the coefficients of the other trees stay:
 * <pre>
 *   P_i(t; n)(x) = P_i(t; n)(0) + w_i ∫₀ˣ Π P_i(children; n)(x) dx,      P_{i+1}(t; n)(0) = P_i(t; n)(1),
 * </pre>
 * a polynomial in x of degree at most |t|. Its modified field is the Lie series of
 * Baker, Campbell and Hausdorff. Hairer, Lubich and Wanner (2006), section III.5.
 */
public final class Splitting implements Method<Rational> {
    private final String name;
    private final List<Part> parts;

    /**
     * One flow.
     *
     * @param field the colour of the field
     * @param time w, its time in units of h
     */
    public record Part(Colour field, Rational time) {}

    /**
     * A splitting method.
     *
     * @param name how it is called
     * @param parts the flows, the first acting first; at least one
     * @throws IllegalArgumentException if there are no flows
     */
    public Splitting(String name, List<Part> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("given no flows, expected at least one, as in splitting:A/2,B,A/2");
        }
        this.name = name;
        this.parts = List.copyOf(parts);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String map() {
        return String.join(
                ", then ",
                parts.stream()
                        .map(part -> "the flow of " + part.field() + " for the time "
                                + (part.time().equals(Rational.ONE) ? "h" : part.time() + " h"))
                        .toList());
    }

    @Override
    public SortedSet<Colour> fields() {
        SortedSet<Colour> fields = new TreeSet<>();
        parts.forEach(part -> fields.add(part.field()));
        return fields;
    }

    @Override
    public Clock clock() {
        return Clock.SWEEP;
    }

    @Override
    public Ring<Rational> ring() {
        return RATIONALS;
    }

    @Override
    public Optional<List<SortedMap<Letter, Rational>>> exponents(int order) {
        List<SortedMap<Letter, Rational>> exponents = new ArrayList<>();
        for (Part part : parts) {
            exponents.add(new TreeMap<>(Map.of(Letter.of(part.field().name()), part.time())));
        }
        return Optional.of(exponents);
    }

    /** The recurrence of the class comment; the solution on a tree is P_i(t; n) for each n and, inside, each i. */
    @Override
    public StepRecurrence<List<List<Polynomial>>, Rational> recurrence(int order) {
        return new StepRecurrence<>() {
            @Override
            public List<List<Polynomial>> solve(Colour root, List<List<List<Polynomial>>> children) {
                List<List<Polynomial>> solution = new ArrayList<>();
                Rational start = Rational.ZERO;
                for (int n = 0; n <= order; n++) {
                    List<Polynomial> flows = new ArrayList<>();
                    for (int i = 0; i < parts.size(); i++) {
                        Polynomial along = Polynomial.constant(start);
                        if (parts.get(i).field().equals(root)) {
                            Polynomial slope = Polynomial.constant(parts.get(i).time());
                            for (List<List<Polynomial>> child : children) {
                                slope = slope.multiply(child.get(n).get(i));
                            }
                            along = along.add(slope.integral());
                        }
                        flows.add(along);
                        start = along.valueAt(Rational.ONE);
                    }
                    solution.add(flows);
                }
                return solution;
            }

            @Override
            public StepPolynomial<Rational> iterate(List<List<Polynomial>> solution) {
                return StepPolynomial.ofValues(
                        RATIONALS,
                        solution.stream()
                                .map(flows -> flows.get(0).coefficient(0))
                                .toList());
            }

            @Override
            public long valuesPerTree() {
                return parts.size() * (order + 1L) * (order + 2L) / 2;
            }
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
