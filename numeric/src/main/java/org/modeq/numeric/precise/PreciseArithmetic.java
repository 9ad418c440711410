package org.modeq.numeric.precise;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.modeq.numeric.simulate.StepArithmetic;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/**
 * Optimizers in numbers of any precision: with a number h the real optimizer, over ℝ[h]/(h^(N+1)) its power series.
 *
 * @param <T> the numbers
 */
public final class PreciseArithmetic<T> implements StepArithmetic<PreciseJet<T>> {
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
    public PreciseJet<T> increment(Colour field, PreciseJet<T> theta) {
        return PreciseSeries.field(field, fields).at(theta).timesScalar(stepSize);
    }

    @Override
    public PreciseJet<T> combination(List<Rational> weights, List<PreciseJet<T>> vectors) {
        Numbers<T> numbers = stepSize.numbers();
        return PreciseJet.combination(weights.stream().map(numbers::of).toList(), vectors);
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
