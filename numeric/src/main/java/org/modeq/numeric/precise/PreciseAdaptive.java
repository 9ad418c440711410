package org.modeq.numeric.precise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.modeq.numeric.evaluate.AdaptiveArithmetic;
import org.modeq.numeric.evaluate.AdaptiveEvaluator;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.symbolic.circuit.AdaptiveEquation;
import org.modeq.symbolic.ring.Rational;

/** The modified field of an adaptive method in numbers of any precision. */
public final class PreciseAdaptive {
    private PreciseAdaptive() {}

    /**
     * The orders of the field at a point.
     *
     * @param equation the equation, all parameters given
     * @param descent −∇L, with all its derivatives
     * @param theta θ
     * @param <T> the numbers
     * @return f₁(θ), …, f_N(θ), to the precision of the numbers
     * @throws IllegalArgumentException if ε or λ is not given
     * @throws ArithmeticException if the denominator of the update has no derivative there
     */
    public static <T> List<List<T>> orders(
            AdaptiveEquation<Rational> equation, PreciseField<T> descent, List<T> theta) {
        return AdaptiveEvaluator.of(equation, arithmetic(descent.numbers()))
                .orders(directions -> derivative(descent, theta, directions), theta);
    }

    /** The coefficient of ε₁ ⋯ ε_k in ∇L(θ + Σ εᵢvᵢ), from that of −∇L. */
    private static <T> List<T> derivative(PreciseField<T> descent, List<T> theta, List<List<T>> directions) {
        List<Integer> ones = new ArrayList<>(Collections.nCopies(directions.size(), 1));
        JetAlgebra algebra = JetAlgebra.of(ones);
        return descent.at(PreciseJet.affine(descent.numbers(), algebra, theta, directions)).coefficient(ones).stream()
                .map(descent.numbers()::negate)
                .toList();
    }

    private static <T> AdaptiveArithmetic<T> arithmetic(Numbers<T> numbers) {
        return new AdaptiveArithmetic<>() {
            @Override
            public T of(Rational number) {
                return numbers.of(number);
            }

            @Override
            public T add(T a, T b) {
                return numbers.add(a, b);
            }

            @Override
            public T multiply(T a, T b) {
                return numbers.multiply(a, b);
            }

            @Override
            public T divide(T a, T b) {
                return numbers.divide(a, b);
            }

            @Override
            public T sqrt(T a) {
                return numbers.sqrt(a);
            }
        };
    }
}
