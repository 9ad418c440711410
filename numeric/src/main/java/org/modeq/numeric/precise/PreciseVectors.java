package org.modeq.numeric.precise;

import java.util.ArrayList;
import java.util.List;
import org.modeq.numeric.evaluate.SlowManifoldSeries;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.symbolic.ring.Rational;

/**
 * Vectors of numbers of any precision, and a field on power series of them.
 *
 * @param field f
 * @param <T> the numbers
 */
public record PreciseVectors<T>(PreciseField<T> field) implements SlowManifoldSeries.Vectors<List<T>> {
    @Override
    public List<T> coefficient(List<List<T>> series) {
        int power = series.size() - 1;
        Numbers<T> numbers = field.numbers();
        List<T[]> coefficients = new ArrayList<>();
        series.forEach(coefficient -> coefficients.add(coefficient.toArray(numbers.zeros(0))));
        PreciseJet<T> theta = new PreciseJet<>(numbers, JetAlgebra.of(power), field.dimension(), 1, coefficients::get);
        return field.at(theta).coefficient(List.of(power));
    }

    @Override
    public List<T> combination(List<Rational> weights, List<List<T>> summands) {
        Numbers<T> numbers = field.numbers();
        List<T> factors = weights.stream().map(numbers::of).toList();
        List<T> combination = new ArrayList<>();
        for (int i = 0; i < field.dimension(); i++) {
            T sum = numbers.zero();
            for (int k = 0; k < summands.size(); k++) {
                sum = numbers.add(
                        sum, numbers.multiply(factors.get(k), summands.get(k).get(i)));
            }
            combination.add(sum);
        }
        return combination;
    }
}
