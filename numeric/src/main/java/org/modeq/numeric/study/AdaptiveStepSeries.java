package org.modeq.numeric.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.modeq.numeric.simulate.CoordinateArithmetic;
import org.modeq.symbolic.circuit.AdaptiveMethod;
import org.modeq.symbolic.circuit.CircuitNode;
import org.modeq.symbolic.circuit.EpsilonPlace;
import org.modeq.symbolic.circuit.Filter;
import org.modeq.symbolic.circuit.Memory;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.Slot;

/**
 * The modified field of an adaptive method without trees: its signals on the slow manifold as power series in h.
 *
 * <p>Coefficient k of a signal is a polynomial of degree at most k in the step index n, so that its values at n = 0, −1, …, −N say
 * everything. Functions act on the values, filters and the sum over steps on the polynomial through them,
 * <pre>
 *   P = Σ c_j C(n+j−1, j),   c_j = (∇ʲP)(0),   A(∇): c_j ← Σ a_r c_(j+r),   sum: c_(j+1) ← c_(j+1) + c_j, less c_j for j ≥ 1,
 * </pre>
 * and N rounds θ ← θ₀ − h Σ u make N powers right. f̃ = Σ_j c_j/j of θ/h. Work: N(N + 1) gradients in power series.
 *
 * @param <V> the vectors, truncated power series in h
 */
final class AdaptiveStepSeries<V> {
    private final AdaptiveMethod method;
    private final CoordinateArithmetic<V> arithmetic;
    private final int order;
    private final Map<String, Rational> values = new TreeMap<>();
    private final CircuitNode update;

    private AdaptiveStepSeries(AdaptiveMethod method, CoordinateArithmetic<V> arithmetic, int order) {
        this.method = method;
        this.arithmetic = arithmetic;
        this.order = order;
        for (Memory memory : method.memories()) {
            Rational beta = given(memory.beta());
            values.put(memory.beta(), beta);
            values.put(memory.tau(), beta.divide(Rational.ONE.subtract(beta)));
        }
        this.update = Objects.requireNonNull(method.circuit().nodes().get(AdaptiveMethod.UPDATE));
    }

    private Rational given(String parameter) {
        Rational value = method.given().get(parameter);
        if (value == null) {
            throw new IllegalArgumentException("given " + method.name() + " with " + parameter
                    + " as a symbol, expected a number to run it; add --param " + parameter + "=VALUE");
        }
        return value;
    }

    /**
     * h f̃ at a point.
     *
     * @param method the optimizer, all parameters given
     * @param arithmetic power series in h with the field f = −∇L
     * @param theta θ₀, without powers of h
     * @param order N ≥ 1
     * @param <V> the vectors
     * @return the power series whose coefficient at h^k is f_k for 1 ≤ k ≤ N
     * @throws IllegalArgumentException if a parameter is not given
     * @throws ArithmeticException if the update has no derivative there
     */
    static <V> V field(AdaptiveMethod method, CoordinateArithmetic<V> arithmetic, V theta, int order) {
        return new AdaptiveStepSeries<>(method, arithmetic, order).field(theta);
    }

    private V field(V start) {
        List<V> points = new ArrayList<>();
        for (int n = 0; n <= order; n++) {
            points.add(start);
        }
        for (int round = 0; round < order; round++) {
            List<V> summed = summed(moves(points));
            for (int n = 0; n <= order; n++) {
                points.set(n, arithmetic.moved(start, List.of(Rational.of(-1)), List.of(summed.get(n))));
            }
        }
        List<Rational> weights = new ArrayList<>(List.of(Rational.ZERO));
        for (int j = 1; j <= order; j++) {
            weights.add(Rational.of(1, j));
        }
        return arithmetic.combination(weights, differences(points));
    }

    /** h u at every step. */
    private List<V> moves(List<V> points) {
        List<V> gradients = new ArrayList<>();
        List<V> squares = new ArrayList<>();
        for (V point : points) {
            V field = arithmetic.value(Colour.F, point);
            gradients.add(arithmetic.combination(List.of(Rational.of(-1)), List.of(field)));
            squares.add(arithmetic.product(field, field));
        }
        List<V> first = filtered("m", gradients);
        List<V> second = filtered("v", squares);
        if (method.isCentred()) {
            List<V> average = filtered("a", gradients);
            for (int n = 0; n <= order; n++) {
                V square = arithmetic.product(average.get(n), average.get(n));
                second.set(n, arithmetic.moved(second.get(n), List.of(Rational.of(-1)), List.of(square)));
            }
        }
        List<V> updates = new ArrayList<>();
        for (int n = 0; n <= order; n++) {
            updates.add(arithmetic.quotient(first.get(n), denominator(second.get(n))));
        }
        List<V> moves = filtered(update.output(), updates);
        for (int n = 0; n <= order; n++) {
            V move = method.hasDecay()
                    ? arithmetic.moved(moves.get(n), List.of(given(AdaptiveMethod.DECAY)), List.of(points.get(n)))
                    : moves.get(n);
            moves.set(n, arithmetic.timesStepSize(move));
        }
        return moves;
    }

    private V denominator(V square) {
        Rational epsilon = given(AdaptiveMethod.EPSILON);
        return method.place() == EpsilonPlace.INSIDE
                ? arithmetic.root(arithmetic.shifted(square, epsilon))
                : arithmetic.shifted(arithmetic.root(square), epsilon);
    }

    private List<V> filtered(String slot, List<V> signal) {
        return filtered(
                Objects.requireNonNull(update.inputs().get(new Slot(slot))).filter(), signal);
    }

    private List<V> filtered(Filter filter, List<V> signal) {
        List<Rational> weights = filter.coefficients(order).stream()
                .map(polynomial -> polynomial.evaluate(values))
                .toList();
        List<V> differences = differences(signal);
        List<V> filtered = new ArrayList<>();
        for (int j = 0; j <= order; j++) {
            filtered.add(arithmetic.combination(weights.subList(0, order + 1 - j), differences.subList(j, order + 1)));
        }
        return valuesOf(filtered);
    }

    /** Σ_{i<n}, which is 0 at n = 0. */
    private List<V> summed(List<V> signal) {
        List<V> differences = differences(signal);
        List<V> sum = new ArrayList<>(List.of(arithmetic.zeroLike(signal.get(0))));
        for (int j = 1; j <= order; j++) {
            sum.add(arithmetic.moved(differences.get(j - 1), List.of(Rational.of(-1)), List.of(differences.get(j))));
        }
        return valuesOf(sum);
    }

    /** c_j = (∇ʲP)(0) = Σ_i (−1)ⁱ C(j, i) P(−i). */
    private List<V> differences(List<V> signal) {
        List<V> differences = new ArrayList<>();
        for (int j = 0; j <= order; j++) {
            differences.add(arithmetic.combination(alternating(j), signal.subList(0, j + 1)));
        }
        return differences;
    }

    /** P(−i) = Σ_j (−1)ʲ C(i, j) c_j: the same sum, which is its own inverse. */
    private List<V> valuesOf(List<V> coefficients) {
        return differences(coefficients);
    }

    private static List<Rational> alternating(int j) {
        List<Rational> weights = new ArrayList<>(List.of(Rational.ONE));
        for (int i = 1; i <= j; i++) {
            weights.add(weights.get(i - 1).multiply(Rational.of(-(j - i + 1), i)));
        }
        return weights;
    }
}
