package org.modeq.symbolic.invariant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.modeq.symbolic.circuit.AdaptiveEquation;
import org.modeq.symbolic.circuit.AdaptiveMethod;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.modified.FieldEquation.Term;
import org.modeq.symbolic.ring.Rational;

/**
 * How a quantity changes along the modified field of an adaptive method, after its transient, and in one step: the counterpart of
 * {@link LieDerivative} for coordinate-wise methods, which have one loss L.
 *
 * <p>Where √v stands outside of a sum the results hold as long as no coordinate of the gradient is 0; |g| is written √(g²).
 */
public final class AdaptiveDerivative {
    private final CoordinateLosses losses;
    private final List<List<Expression>> field;

    private AdaptiveDerivative(CoordinateLosses losses, List<List<Expression>> field) {
        this.losses = losses;
        this.field = field;
    }

    /**
     * The Lie derivatives of a quantity along f₁, …, f_N.
     *
     * <p>Exact; cost: one elementary differential for each tree with b(t) ≠ 0.
     *
     * @param method the optimizer
     * @param losses the loss L
     * @param quantity I, an expression that {@link CoordinateLosses#read} has made of a formula
     * @param order N ≥ 1
     * @return N expressions; the one at j − 1 belongs to f_j and stands with h^(j−1)
     * @throws IllegalArgumentException if N &lt; 1, the trees do not fit into memory, there is no loss L, or a symbol of the
     *     method has the name of a variable, a loss or an unknown function
     * @throws ArithmeticException if an expression is too long or has a derivative of an order beyond 20
     */
    public static List<Expression> rates(
            AdaptiveMethod method, CoordinateLosses losses, Expression quantity, int order) {
        AdaptiveDerivative along = of(method, losses, order);
        return IntStream.rangeClosed(1, order)
                .mapToObj(j -> along.derivative(quantity, j))
                .toList();
    }

    /**
     * The change of a quantity in one step on the slow manifold, exp(h f̃) I − I in powers of h.
     *
     * @param method the optimizer
     * @param losses the loss L
     * @param quantity I, an expression that {@link CoordinateLosses#read} has made of a formula
     * @param order N ≥ 1
     * @return N expressions; the one at k − 1 stands with h^k
     * @throws IllegalArgumentException as {@link #rates}
     * @throws ArithmeticException as {@link #rates}
     */
    public static List<Expression> changes(
            AdaptiveMethod method, CoordinateLosses losses, Expression quantity, int order) {
        AdaptiveDerivative along = of(method, losses, order);
        List<Expression> sum = new ArrayList<>(Collections.nCopies(order + 1, Expression.ZERO));
        List<Expression> power = new ArrayList<>(Collections.nCopies(order + 1, Expression.ZERO));
        power.set(0, quantity);
        for (int r = 1; r <= order; r++) {
            power = along.applied(power, Rational.of(1, r));
            for (int k = 1; k <= order; k++) {
                sum.set(k, sum.get(k).add(power.get(k)));
            }
        }
        return List.copyOf(sum.subList(1, order + 1));
    }

    private static AdaptiveDerivative of(AdaptiveMethod method, CoordinateLosses losses, int order) {
        LieDerivative.requireFreeNames(method.name(), method.parameters(), losses);
        Map<String, Expression> parameters = new TreeMap<>();
        int place = UnknownFunctions.FIRST_SYMBOL;
        for (Map.Entry<String, String> parameter : method.parameters().entrySet()) {
            boolean isSymbol = parameter.getKey().equals(parameter.getValue());
            Expression value = isSymbol
                    ? Expression.variable(place, parameter.getKey())
                    : Expression.of(Rational.parse(parameter.getValue()));
            parameters.put(parameter.getKey(), value);
            place++;
        }
        AdaptiveDifferentials differentials = new AdaptiveDifferentials(method, losses, parameters);
        return new AdaptiveDerivative(losses, field(AdaptiveEquation.of(method, order), differentials, losses));
    }

    /** The components of f₁, …, f_N. */
    private static <E> List<List<Expression>> field(
            AdaptiveEquation<E> equation, AdaptiveDifferentials differentials, CoordinateLosses losses) {
        List<List<Expression>> field = new ArrayList<>();
        for (int power = 0; power < equation.order(); power++) {
            List<CoefficientSum<E>> components = Stream.generate(() -> new CoefficientSum<>(
                            equation.ring(), equation.method().parameters().keySet()))
                    .limit(losses.variables().size())
                    .toList();
            for (Term<E> term : equation.terms(power)) {
                List<Expression> differential = differentials.of(term.tree());
                for (int i = 0; i < components.size(); i++) {
                    components.get(i).add(term.coefficient(), differential.get(i));
                }
            }
            field.add(components.stream().map(CoefficientSum::expression).toList());
        }
        return field;
    }

    /** The derivative along f_j. */
    private Expression derivative(Expression quantity, int j) {
        return new PartialDerivatives(losses, quantity).along(List.of(field.get(j - 1)));
    }

    /** Σ h^j L_{f_j} of a series in h, times a number. */
    private List<Expression> applied(List<Expression> series, Rational factor) {
        List<Expression> result = new ArrayList<>(Collections.nCopies(series.size(), Expression.ZERO));
        for (int k = 1; k < series.size(); k++) {
            Expression sum = Expression.ZERO;
            for (int j = 1; j <= k; j++) {
                sum = sum.add(derivative(series.get(k - j), j));
            }
            result.set(k, sum.scaled(factor));
        }
        return result;
    }
}
