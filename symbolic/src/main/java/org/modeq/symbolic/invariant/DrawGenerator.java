package org.modeq.symbolic.invariant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.ring.Rational;

/**
 * The generator of gradient descent on losses drawn independently and with equal probability, on a quantity in coordinates: the
 * logarithm of the averaging operator as the series stands, without trees,
 * <pre>
 *   (E_h I)(θ) = Σ_ξ I(θ − h∇L_ξ(θ))/m,      𝓛 I = (1/h) Σ_{k≥1} (−1)^(k−1)/k (E_h − 1)^k I.
 * </pre>
 */
public final class DrawGenerator {
    private final CoordinateLosses losses;
    private final List<List<Expression>> draws;

    private DrawGenerator(CoordinateLosses losses) {
        this.losses = losses;
        this.draws = losses.losses().values().stream()
                .map(loss -> new PartialDerivatives(losses, loss).descent())
                .toList();
    }

    /**
     * The rate of the mean of a quantity, 𝓛 I in powers of h.
     *
     * <p>Exact; cost: N applications of E_h to a series of N terms.
     *
     * @param losses the losses, of which one is drawn for each step
     * @param quantity I, an expression that {@link CoordinateLosses#read} has made of a formula
     * @param order N ≥ 1
     * @return N expressions; the one at p stands with h^p
     * @throws IllegalArgumentException if N &lt; 1
     * @throws ArithmeticException if an expression is too long or has a derivative of an order beyond 20
     */
    public static List<Expression> rates(CoordinateLosses losses, Expression quantity, int order) {
        if (order < 1) {
            throw new IllegalArgumentException("given order " + order + ", expected at least 1");
        }
        DrawGenerator generator = new DrawGenerator(losses);
        List<Expression> power = new ArrayList<>(Collections.nCopies(order + 1, Expression.ZERO));
        power.set(0, quantity);
        List<Expression> sum = new ArrayList<>(Collections.nCopies(order + 1, Expression.ZERO));
        for (int k = 1; k <= order; k++) {
            power = generator.increment(power);
            Rational weight = Rational.of(k % 2 == 1 ? 1 : -1, k);
            for (int p = 1; p <= order; p++) {
                sum.set(p, sum.get(p).add(power.get(p).scaled(weight)));
            }
        }
        return List.copyOf(sum.subList(1, order + 1));
    }

    /** (E_h − 1) of a series in h. */
    private List<Expression> increment(List<Expression> series) {
        List<Expression> result = new ArrayList<>(Collections.nCopies(series.size(), Expression.ZERO));
        for (int p = 0; p < series.size(); p++) {
            if (!series.get(p).isZero()) {
                PartialDerivatives derivatives = new PartialDerivatives(losses, series.get(p));
                Rational factorial = Rational.ONE;
                for (int m = 1; p + m < series.size(); m++) {
                    factorial = factorial.multiply(Rational.of(m));
                    Rational weight =
                            factorial.multiply(Rational.of(draws.size())).reciprocal();
                    for (List<Expression> draw : draws) {
                        Expression change = derivatives.along(Collections.nCopies(m, draw));
                        result.set(p + m, result.get(p + m).add(change.scaled(weight)));
                    }
                }
            }
        }
        return result;
    }
}
