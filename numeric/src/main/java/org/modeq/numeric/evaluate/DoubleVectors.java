package org.modeq.numeric.evaluate;

import java.util.List;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.ring.Rational;

/**
 * Vectors of doubles, and a field on power series of them.
 *
 * @param field f
 */
public record DoubleVectors(VectorField field) implements SlowManifoldSeries.Vectors<double[]> {
    @Override
    public double[] coefficient(List<double[]> series) {
        int power = series.size() - 1;
        JetAlgebra algebra = JetAlgebra.of(Math.max(1, power));
        Jet variable = Jet.affine(algebra, new double[] {0}, List.of(new double[] {1}));
        Jet theta = Jet.column(algebra, series.get(power));
        for (int i = power - 1; i >= 0; i--) {
            theta = theta.timesScalar(variable).plus(Jet.column(algebra, series.get(i)));
        }
        return field.at(theta).entries(power);
    }

    @Override
    public double[] combination(List<Rational> weights, List<double[]> summands) {
        double[] sum = new double[field.dimension()];
        for (int i = 0; i < summands.size(); i++) {
            Euclidean.add(sum, weights.get(i).doubleValue(), summands.get(i));
        }
        return sum;
    }
}
