package org.modeq.numeric.simulate;

import java.util.List;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/**
 * What optimizers with a state are written in: also the fields without h, and operations on every coordinate by itself.
 *
 * <p>An adaptive optimizer written in it once runs in doubles, in power series of h, and in numbers of any precision.
 *
 * @param <V> the vectors
 */
public interface CoordinateArithmetic<V> extends StepArithmetic<V> {
    /**
     * A field.
     *
     * @param field c
     * @param theta θ
     * @return f_c(θ)
     */
    V value(Colour field, V theta);

    /**
     * The multiple by the step size.
     *
     * @param vector v
     * @return h·v
     */
    V timesStepSize(V vector);

    /**
     * The product, coordinate by coordinate.
     *
     * @param left v
     * @param right w
     * @return v⊙w
     */
    V product(V left, V right);

    /**
     * The quotient, coordinate by coordinate.
     *
     * @param numerator v
     * @param denominator w
     * @return v/w
     * @throws ArithmeticException if a coordinate of w is 0; doubles let {@link #kept} refuse it
     */
    V quotient(V numerator, V denominator);

    /**
     * The root, coordinate by coordinate.
     *
     * @param vector v ≥ 0; in power series v &gt; 0
     * @return √v
     * @throws ArithmeticException if it does not exist; doubles let {@link #kept} refuse it
     */
    V root(V vector);

    /**
     * A number added to every coordinate.
     *
     * @param vector v
     * @param number c
     * @return v + c
     */
    V shifted(V vector, Rational number);

    /**
     * An average from 0 freed of the 0 it began with (the bias correction of Adam); 1 − βⁿ has the full precision of the
     * arithmetic, however near to 1 β is.
     *
     * @param average v
     * @param decay β, 0 ≤ β &lt; 1
     * @param count n ≥ 1, how many vectors the average is of
     * @return v/(1 − βⁿ)
     */
    V biasCorrected(V average, Rational decay, int count);

    /**
     * A vector that later steps read: what is computed when it is read is computed now.
     *
     * @param vector v
     * @return v
     * @throws ArithmeticException if a coordinate is not finite
     */
    V kept(V vector);

    /**
     * The zero of a space.
     *
     * @param vector any vector
     * @return the zero vector of its dimension
     */
    default V zeroLike(V vector) {
        return combination(List.of(Rational.ZERO), List.of(vector));
    }

    @Override
    default V increment(Colour field, V theta) {
        return timesStepSize(value(field, theta));
    }
}
