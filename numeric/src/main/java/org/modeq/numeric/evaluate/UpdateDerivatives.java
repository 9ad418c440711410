package org.modeq.numeric.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.modeq.symbolic.circuit.EpsilonPlace;
import org.modeq.symbolic.ring.Rational;

/**
 * The derivatives of one coordinate of an update U = m φ(v − a²) at the base values m = g, v = g², with a = g where the method
 * is centred and no a otherwise.
 *
 * <p>U is linear in m; with φ = 1/√(v + ε), or φ = 1/(√v + ε) as the reciprocal of a power series,
 * <pre>
 *   ∂_vʲ ∂_aˡ φ(v − a²) = l! Σ_k (−1)ᵏ/k! C(k, l−k) (2a)^(2k−l) φ^(j+k).
 * </pre>
 *
 * @param <T> the numbers
 */
final class UpdateDerivatives<T> {
    private final AdaptiveArithmetic<T> numbers;
    private final T gradient;

    /** φ^(k)/k! for k = 0, 1, …. */
    private final List<T> taylor;

    private UpdateDerivatives(AdaptiveArithmetic<T> numbers, T gradient, List<T> taylor) {
        this.numbers = numbers;
        this.gradient = gradient;
        this.taylor = taylor;
    }

    /** With derivatives of φ up to an order at g; the denominator is centred or not. */
    static <T> UpdateDerivatives<T> at(
            AdaptiveArithmetic<T> numbers, T gradient, EpsilonPlace place, T epsilon, boolean isCentred, int order) {
        T square = isCentred ? numbers.of(Rational.ZERO) : numbers.multiply(gradient, gradient);
        boolean isInside = place == EpsilonPlace.INSIDE;
        List<T> root = root(numbers, isInside ? numbers.add(square, epsilon) : square, order);
        if (!isInside) {
            root.set(0, numbers.add(root.get(0), epsilon));
        }
        return new UpdateDerivatives<>(numbers, gradient, reciprocal(numbers, root));
    }

    /** √(z + x) = Σ s_k xᵏ: s_(k+1) = s_k (1/2 − k)/((k + 1) z). */
    private static <T> List<T> root(AdaptiveArithmetic<T> numbers, T z, int order) {
        List<T> series = new ArrayList<>(List.of(numbers.sqrt(z)));
        for (int k = 0; k < order; k++) {
            T factor = numbers.of(Rational.of(1 - 2L * k, 2L * k + 2));
            try {
                series.add(numbers.divide(numbers.multiply(factor, series.get(k)), z));
            } catch (ArithmeticException zero) {
                throw new ArithmeticException("the root in the denominator of the update has no derivative where the"
                        + " gradient has a coordinate 0; move the point, or put epsilon inside the root");
            }
        }
        return series;
    }

    /** 1/(s₀ + s₁x + …): r₀ = 1/s₀, r_k = −r₀ Σ_(i≥1) s_i r_(k−i). */
    private static <T> List<T> reciprocal(AdaptiveArithmetic<T> numbers, List<T> series) {
        T first = numbers.divide(numbers.of(Rational.ONE), series.get(0));
        List<T> result = new ArrayList<>(List.of(first));
        T minusFirst = numbers.multiply(numbers.of(Rational.of(-1)), first);
        for (int k = 1; k < series.size(); k++) {
            T sum = numbers.of(Rational.ZERO);
            for (int i = 1; i <= k; i++) {
                sum = numbers.add(sum, numbers.multiply(series.get(i), result.get(k - i)));
            }
            result.add(numbers.multiply(minusFirst, sum));
        }
        return result;
    }

    /** ∂_mⁱ ∂_vʲ ∂_aˡ U. */
    T derivative(int byMean, int bySquare, int byAverage) {
        if (byMean > 1) {
            return numbers.of(Rational.ZERO);
        }
        T sum = numbers.of(Rational.ZERO);
        for (int k = (byAverage + 1) / 2; k <= byAverage; k++) {
            Rational weight = Rational.of(k % 2 == 0 ? 1 : -1)
                    .multiply(factorial(byAverage))
                    .multiply(factorial(bySquare + k))
                    .multiply(Rational.of(1L << (2 * k - byAverage)))
                    .divide(factorial(byAverage - k).multiply(factorial(2 * k - byAverage)));
            T term = numbers.multiply(numbers.of(weight), taylor.get(bySquare + k));
            for (int i = 0; i < 2 * k - byAverage; i++) {
                term = numbers.multiply(term, gradient);
            }
            sum = numbers.add(sum, term);
        }
        return byMean == 0 ? numbers.multiply(gradient, sum) : sum;
    }

    private static Rational factorial(int n) {
        Rational product = Rational.ONE;
        for (int i = 2; i <= n; i++) {
            product = product.multiply(Rational.of(i));
        }
        return product;
    }
}
