package org.modeq.numeric.simulate;

import java.util.List;
import org.modeq.symbolic.ring.Rational;

/** What optimizers with averages share: the averages of the gradient and of its square, from the field f = −g. */
final class MovingAverage {
    private MovingAverage() {}

    static void requireDecay(String name, Rational decay) {
        if (decay.signum() < 0 || decay.compareTo(Rational.ONE) >= 0) {
            throw new IllegalArgumentException(
                    "given " + name + " = " + decay + ", expected at least 0 and less than 1");
        }
    }

    /** β m + (1 − β) g. */
    static <V> V ofGradient(CoordinateArithmetic<V> arithmetic, Rational decay, V average, V field) {
        return arithmetic.combination(List.of(decay, decay.subtract(Rational.ONE)), List.of(average, field));
    }

    /** β v + (1 − β) g². */
    static <V> V ofSquare(CoordinateArithmetic<V> arithmetic, Rational decay, V average, V field) {
        return arithmetic.combination(
                List.of(decay, Rational.ONE.subtract(decay)), List.of(average, arithmetic.product(field, field)));
    }

    /** θ − h u. */
    static <V> V descended(CoordinateArithmetic<V> arithmetic, V theta, V update) {
        return arithmetic.moved(theta, List.of(Rational.of(-1)), List.of(arithmetic.timesStepSize(update)));
    }
}
