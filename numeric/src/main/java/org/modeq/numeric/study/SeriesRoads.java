package org.modeq.numeric.study;

import java.util.List;
import java.util.Map;
import org.modeq.numeric.evaluate.DoubleVectors;
import org.modeq.numeric.evaluate.SeriesInStepSize;
import org.modeq.numeric.evaluate.SlowManifoldSeries;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.precise.Numbers;
import org.modeq.numeric.precise.PreciseField;
import org.modeq.numeric.precise.PreciseStep;
import org.modeq.numeric.precise.PreciseVectors;
import org.modeq.symbolic.method.LinearMultistep;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/** f₁, …, f_N of a method from the optimizer itself, run in power series of h: the road without trees. */
final class SeriesRoads {
    private SeriesRoads() {}

    /** In doubles. */
    static List<double[]> fromSteps(
            Method<Rational> method, Map<Colour, VectorField> fields, double[] theta, int order) {
        if (method instanceof LinearMultistep<Rational> multistep) {
            VectorField field = fields.values().iterator().next();
            return SlowManifoldSeries.of(multistep, new DoubleVectors(field), theta, order)
                    .orders();
        }
        return SeriesInStepSize.orders(DirectOptimizer.of(method, fields), theta, order);
    }

    /** In numbers of any precision. */
    static <T> List<List<T>> fromSteps(
            Method<Rational> method,
            Map<Colour, PreciseField<T>> fields,
            Numbers<T> numbers,
            List<T> theta,
            int order) {
        if (method instanceof LinearMultistep<Rational> multistep) {
            PreciseField<T> field = fields.values().iterator().next();
            return SlowManifoldSeries.of(multistep, new PreciseVectors<>(field), theta, order)
                    .orders();
        }
        return PreciseStep.of(DirectOptimizer.of(method), fields).orders(numbers, theta, order);
    }
}
