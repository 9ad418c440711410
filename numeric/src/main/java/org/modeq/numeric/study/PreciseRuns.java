package org.modeq.numeric.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.modeq.numeric.evaluate.SlowManifoldSeries;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.precise.Numbers;
import org.modeq.numeric.precise.PreciseArithmetic;
import org.modeq.numeric.precise.PreciseField;
import org.modeq.numeric.precise.PreciseJet;
import org.modeq.numeric.precise.PreciseVectors;
import org.modeq.numeric.simulate.Optimizer;
import org.modeq.symbolic.method.LinearMultistep;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/** Runs of an optimizer in numbers of any precision; one that has memory starts on its slow manifold. */
final class PreciseRuns<T> {
    private final Numbers<T> numbers;
    private final Map<Colour, PreciseField<T>> fields;
    private final Optimizer optimizer;
    private final List<T> start;

    /** θ₀, θ₋₁, … as power series in h: the coefficients of each, up to the same power. */
    private final List<List<List<T>>> series = new ArrayList<>();

    /** Runs from the start of a problem; the error of the points before it is of a higher power of h than that given. */
    PreciseRuns(Method<Rational> method, ValidationProblem problem, Numbers<T> numbers, int power) {
        this.numbers = numbers;
        this.fields = problem.fields(numbers);
        this.optimizer = DirectOptimizer.of(method);
        this.start = problem.start(numbers);
        if (method instanceof LinearMultistep<Rational> multistep) {
            PreciseVectors<T> vectors =
                    new PreciseVectors<>(fields.values().iterator().next());
            SlowManifoldSeries<List<T>> manifold = SlowManifoldSeries.of(multistep, vectors, start, power + 1);
            for (int n = 0; n < optimizer.memory(); n++) {
                int step = -n;
                series.add(IntStream.rangeClosed(0, power + 1)
                        .mapToObj(j -> manifold.coefficient(step, j))
                        .toList());
            }
        } else {
            series.add(List.of(start));
        }
    }

    Map<Colour, PreciseField<T>> fields() {
        return fields;
    }

    List<T> start() {
        return start;
    }

    /** θₙ with the step size h. */
    List<T> end(T stepSize, int steps) {
        JetAlgebra reals = JetAlgebra.of();
        PreciseArithmetic<T> arithmetic =
                new PreciseArithmetic<>(fields, PreciseJet.column(numbers, reals, List.of(stepSize)));
        List<PreciseJet<T>> last = new ArrayList<>();
        series.forEach(powers -> last.add(PreciseJet.column(numbers, reals, at(powers, stepSize))));
        for (int k = 0; k < steps; k++) {
            // Read here: jets are computed as they are read, and would remember the whole run.
            List<T> next = optimizer.step(arithmetic, last).constantEntries();
            last.add(0, PreciseJet.column(numbers, reals, next));
            last.remove(last.size() - 1);
        }
        return last.get(0).constantEntries();
    }

    /** Σ c_j h^j, by Horner's rule. */
    private List<T> at(List<List<T>> powers, T stepSize) {
        List<T> sum = powers.get(powers.size() - 1);
        for (int j = powers.size() - 2; j >= 0; j--) {
            List<T> higher = sum;
            List<T> coefficient = powers.get(j);
            sum = IntStream.range(0, coefficient.size())
                    .mapToObj(i -> numbers.add(coefficient.get(i), numbers.multiply(stepSize, higher.get(i))))
                    .toList();
        }
        return sum;
    }

    double distance(List<T> first, List<T> second) {
        return Euclidean.norm(IntStream.range(0, first.size())
                .mapToDouble(i -> numbers.toDouble(numbers.subtract(first.get(i), second.get(i))))
                .toArray());
    }

    double norm(List<T> vector) {
        return Euclidean.norm(vector.stream().mapToDouble(numbers::toDouble).toArray());
    }
}
