package org.modeq.numeric.precise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.modeq.numeric.graph.Activation;
import org.modeq.numeric.graph.PowerFunction;
import org.modeq.numeric.simulate.CoordinateArithmetic;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/**
 * Optimizers in numbers of any precision: with a number h the real optimizer, over ℝ[h]/(h^(N+1)) its power series.
 *
 * @param <T> the numbers
 */
public final class PreciseArithmetic<T> implements CoordinateArithmetic<PreciseJet<T>> {
    private static final int MOST_ITERATIONS = 10_000;

    private final Map<Colour, PreciseField<T>> fields;
    private final PreciseJet<T> stepSize;

    /**
     * Steps of one size.
     *
     * @param fields f_c by colour
     * @param stepSize h, 1×1: a number, or the variable of an algebra
     */
    public PreciseArithmetic(Map<Colour, PreciseField<T>> fields, PreciseJet<T> stepSize) {
        this.fields = new TreeMap<>(fields);
        this.stepSize = stepSize;
    }

    @Override
    public PreciseJet<T> value(Colour field, PreciseJet<T> theta) {
        return PreciseSeries.field(field, fields).at(theta);
    }

    @Override
    public PreciseJet<T> timesStepSize(PreciseJet<T> vector) {
        return vector.timesScalar(stepSize);
    }

    @Override
    public PreciseJet<T> combination(List<Rational> weights, List<PreciseJet<T>> vectors) {
        Numbers<T> numbers = stepSize.numbers();
        return PreciseJet.combination(weights.stream().map(numbers::of).toList(), vectors);
    }

    private PreciseOperations<T> operations() {
        return new PreciseOperations<>(stepSize.numbers(), stepSize.algebra(), Map.of());
    }

    @Override
    public PreciseJet<T> product(PreciseJet<T> left, PreciseJet<T> right) {
        return operations().hadamard(left, right);
    }

    @Override
    public PreciseJet<T> quotient(PreciseJet<T> numerator, PreciseJet<T> denominator) {
        return product(numerator, operations().applied(Activation.RECIPROCAL, 0, denominator));
    }

    @Override
    public PreciseJet<T> root(PreciseJet<T> vector) {
        return operations().applied(new PowerFunction(1, 2), 0, vector);
    }

    @Override
    public PreciseJet<T> shifted(PreciseJet<T> vector, Rational number) {
        Numbers<T> numbers = stepSize.numbers();
        List<T> shifts = Collections.nCopies(vector.rows(), numbers.of(number));
        return vector.plus(PreciseJet.column(numbers, stepSize.algebra(), shifts));
    }

    @Override
    public PreciseJet<T> biasCorrected(PreciseJet<T> average, Rational decay, int count) {
        if (decay.isZero()) {
            return average;
        }
        Numbers<T> numbers = stepSize.numbers();
        T logarithm = numbers.log1p(numbers.of(decay.subtract(Rational.ONE)));
        T correction = numbers.negate(numbers.expm1(numbers.multiply(numbers.of((double) count), logarithm)));
        return average.scaled(numbers.divide(numbers.one(), correction));
    }

    /** Read here: jets are computed as they are read, and would remember the whole run. */
    @Override
    public PreciseJet<T> kept(PreciseJet<T> vector) {
        List<T @Nullable []> coefficients = new ArrayList<>();
        for (int e = 0; e < vector.algebra().dimension(); e++) {
            coefficients.add(vector.coefficient(e));
        }
        return new PreciseJet<>(vector.numbers(), vector.algebra(), vector.rows(), 1, coefficients::get);
    }

    /** In power series every iteration brings one power of h more; a number h is iterated until nothing but rounding changes. */
    @Override
    public boolean isSettled(PreciseJet<T> before, PreciseJet<T> after, int iterations) {
        int degree = stepSize.algebra().dimension() - 1;
        if (degree > 0) {
            return iterations > degree;
        }
        Numbers<T> numbers = stepSize.numbers();
        double change = 0;
        double size = 0;
        List<T> old = before.constantEntries();
        List<T> changed = after.constantEntries();
        for (int i = 0; i < old.size(); i++) {
            change = Math.max(change, Math.abs(numbers.toDouble(numbers.subtract(changed.get(i), old.get(i)))));
            size = Math.max(size, Math.abs(numbers.toDouble(changed.get(i))));
        }
        if (iterations >= MOST_ITERATIONS || !Double.isFinite(change)) {
            throw new ArithmeticException("an implicit step of size "
                    + numbers.toDouble(stepSize.constantEntries().get(0)) + " cannot be solved: after " + iterations
                    + " iterations its stages still change by " + change + "; take a smaller step size");
        }
        return change <= 4 * numbers.roundoff() * size;
    }
}
