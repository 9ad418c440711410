package org.modeq.examples.diagonal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.modeq.symbolic.ring.Rational;

/**
 * The minima of L(β) + λ ‖β‖₁ for λ from ∞ to 0, exact: β is linear in λ between breakpoints.
 *
 * <p>On a support A with the signs σ, G_A β = b_A − λσ. It ends at the next smaller λ at which a coordinate of β is 0 or a
 * |∂ᵢL| outside reaches λ (Osborne, Presnell and Turlach, 2000; Efron and others, 2004).
 */
final class LassoPath {
    private final RationalRegression data;
    private final List<Piece> pieces = new ArrayList<>();

    /**
     * A piece of the path.
     *
     * @param largest λ at its beginning
     * @param start β there
     * @param signs the signs of β on it
     */
    record Piece(Rational largest, List<Rational> start, SortedMap<Integer, Integer> signs) {
        Piece {
            start = List.copyOf(start);
        }

        /** {@return the signs as in (0−+0)} */
        String pattern() {
            StringBuilder pattern = new StringBuilder("(");
            for (int i = 0; i < start.size(); i++) {
                int sign = signs.getOrDefault(i, 0);
                pattern.append(sign == 0 ? "0" : sign > 0 ? "+" : "−");
            }
            return pattern.append(')').toString();
        }
    }

    /** At λ this coordinate takes this sign, or 0. */
    private record Event(Rational penalty, int coordinate, int sign) {}

    private LassoPath(RationalRegression data) {
        this.data = data;
    }

    /**
     * The pieces, from the largest λ on, without the first one (β = 0); the last ends at λ = 0.
     *
     * @throws ArithmeticException if the columns of a support are dependent
     */
    static List<Piece> of(RationalRegression data) {
        LassoPath path = new LassoPath(data);
        path.follow();
        return List.copyOf(path.pieces);
    }

    private void follow() {
        SortedMap<Integer, Integer> signs = new TreeMap<>();
        Rational above = IntStream.range(0, data.features())
                .mapToObj(i -> data.moment(i).abs())
                .max(Rational::compareTo)
                .orElseThrow()
                .add(Rational.ONE);
        Optional<Event> event = next(above, signs);
        while (event.isPresent()) {
            Event now = event.get();
            List<Rational> start = combination(signs, now.penalty());
            if (now.sign() == 0) {
                signs.remove(now.coordinate());
            } else {
                signs.put(now.coordinate(), now.sign());
            }
            pieces.add(new Piece(now.penalty(), start, new TreeMap<>(signs)));
            event = next(now.penalty(), signs);
        }
    }

    /** β = p − λq on the support. */
    private List<Rational> combination(SortedMap<Integer, Integer> signs, Rational penalty) {
        List<Rational> right = IntStream.range(0, data.features())
                .mapToObj(i -> data.moment(i).subtract(penalty.multiply(Rational.of(signs.getOrDefault(i, 0)))))
                .toList();
        return data.solve(new TreeMap<>(signs).navigableKeySet(), right)
                .orElseThrow(() -> new ArithmeticException(
                        "the columns " + signs.keySet() + " are dependent, expected independent ones; draw another X"));
    }

    /** The event with the largest λ below the present one, and above 0. */
    private Optional<Event> next(Rational penalty, SortedMap<Integer, Integer> signs) {
        List<Rational> p = combination(signs, Rational.ZERO);
        List<Rational> atOne = combination(signs, Rational.ONE);
        return IntStream.range(0, data.features())
                .boxed()
                .flatMap(i -> signs.containsKey(i) ? leaving(i, p, atOne) : entering(i, p, atOne))
                .filter(event -> event.penalty().signum() > 0 && event.penalty().compareTo(penalty) < 0)
                .max((a, b) -> a.penalty().compareTo(b.penalty()));
    }

    /** pᵢ − λqᵢ = 0. */
    private static Stream<Event> leaving(int i, List<Rational> p, List<Rational> atOne) {
        Rational q = p.get(i).subtract(atOne.get(i));
        return q.isZero() ? Stream.empty() : Stream.of(new Event(p.get(i).divide(q), i, 0));
    }

    /** bᵢ − (Gβ)ᵢ = ±λ with β = p − λq. */
    private Stream<Event> entering(int i, List<Rational> p, List<Rational> atOne) {
        Rational constant = data.moment(i).subtract(data.product(i, p));
        Rational linear = data.product(i, p).subtract(data.product(i, atOne));
        return Stream.of(1, -1)
                .filter(sign -> !linear.equals(Rational.of(sign)))
                .map(sign -> new Event(constant.divide(Rational.of(sign).subtract(linear)), i, sign));
    }
}
