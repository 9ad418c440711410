package org.modeq.numeric.precise;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.modeq.numeric.graph.SmoothFunction;

/**
 * A function of a jet with its derivatives, y⁽ᵏ⁾ = φ⁽ᵏ⁾(x). By the chain rule ∂y⁽ᵏ⁾ = y⁽ᵏ⁺¹⁾ ∂x, coefficient by coefficient
 * <pre>
 *   eᵢ y⁽ᵏ⁾_e = Σ_{a+b=e} bᵢ y⁽ᵏ⁺¹⁾_a x_b      (some i with eᵢ &gt; 0),
 * </pre>
 * so that of every function only the derivatives at the point x₀ are needed.
 */
final class DerivativeTower<T> {
    private final SmoothFunction function;
    private final PreciseJet<T> argument;
    private final Numbers<T> numbers;
    private final FunctionDerivatives<T> derivatives;
    private final Truncation truncation;
    private final List<PreciseJet<T>> levels = new ArrayList<>();

    /** φ, φ′, … at each entry of x₀, as many as were needed so far. */
    private final List<T[]> table = new ArrayList<>();

    private int highest = -1;

    /** The functions of an application, by its parts. */
    DerivativeTower(SmoothFunction function, PreciseJet<T> argument) {
        this.function = function;
        this.argument = argument;
        this.numbers = argument.numbers();
        this.derivatives = new FunctionDerivatives<>(numbers);
        this.truncation = Truncation.of(argument.algebra());
    }

    PreciseJet<T> derivative(int k) {
        while (levels.size() <= k) {
            int level = levels.size();
            levels.add(new PreciseJet<>(
                    numbers,
                    argument.algebra(),
                    argument.rows(),
                    argument.columns(),
                    e -> e == 0 ? atPoint(level) : chainRule(level, e)));
        }
        return levels.get(k);
    }

    private T @Nullable [] atPoint(int k) {
        if (k > highest) {
            // The value alone if no more is asked for: a root has no derivative at 0.
            tabulate(k == 0 ? 0 : 2 * k);
        }
        T[] values = numbers.zeros(argument.entries());
        boolean isZero = true;
        for (int i = 0; i < values.length; i++) {
            values[i] = table.get(i)[k];
            isZero &= numbers.signum(values[i]) == 0;
        }
        return isZero ? null : values;
    }

    private void tabulate(int newHighest) {
        T[] points = argument.coefficient(0);
        table.clear();
        for (T point : points == null ? numbers.zeros(argument.entries()) : points) {
            table.add(derivatives.of(function, point, newHighest));
        }
        highest = newHighest;
    }

    private T @Nullable [] chainRule(int level, int e) {
        Truncation.Derivation derivation = truncation.derivation(e);
        List<T[]> factors = new ArrayList<>();
        List<T> weights = new ArrayList<>();
        for (Truncation.Pair pair : derivation.pairs()) {
            T[] x = argument.coefficient(pair.right());
            T[] w = x == null ? null : derivative(level + 1).coefficient(pair.left());
            if (x != null && w != null) {
                factors.add(x);
                factors.add(w);
                weights.add(numbers.of((double) pair.weight()));
            }
        }
        if (factors.isEmpty()) {
            return null;
        }
        T[] result = numbers.zeros(argument.entries());
        T divisor = numbers.of((double) derivation.exponent());
        Numbers.Sum<T> sum = numbers.sum();
        for (int i = 0; i < result.length; i++) {
            for (int p = 0; p < weights.size(); p++) {
                T weighted = numbers.multiply(weights.get(p), factors.get(2 * p)[i]);
                sum.add(weighted, factors.get(2 * p + 1)[i]);
            }
            result[i] = derivation.exponent() == 1 ? sum.take() : numbers.divide(sum.take(), divisor);
        }
        return result;
    }
}
