package org.modeq.numeric.simulate;

import java.util.List;
import java.util.Map;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/** Optimizers in doubles: the run that a program would make. Sums are added from the left, so that a run can be repeated. */
public final class DoubleArithmetic implements StepArithmetic<double[]> {
    private static final int MOST_ITERATIONS = 1000;

    /** A change of so many units in the last place is rounding. */
    private static final double SETTLED = 4 * Math.ulp(1.0);

    private final NamedFields fields;
    private final double stepSize;

    /**
     * Steps of one size.
     *
     * @param fields f_c by colour
     * @param stepSize h
     */
    public DoubleArithmetic(Map<Colour, VectorField> fields, double stepSize) {
        this.fields = new NamedFields(fields);
        this.stepSize = stepSize;
    }

    @Override
    public double[] increment(Colour field, double[] theta) {
        VectorField known = fields.of(field);
        double[] value = known.at(theta);
        Euclidean.scale(value, stepSize);
        return value;
    }

    @Override
    public double[] combination(List<Rational> weights, List<double[]> vectors) {
        double[] sum = vectors.get(0).clone();
        if (!weights.get(0).equals(Rational.ONE)) {
            Euclidean.scale(sum, weights.get(0).doubleValue());
        }
        for (int i = 1; i < vectors.size(); i++) {
            Euclidean.add(sum, weights.get(i).doubleValue(), vectors.get(i));
        }
        return sum;
    }

    @Override
    public boolean isSettled(double[] before, double[] after, int iterations) {
        double change = Euclidean.distance(before, after);
        if (iterations >= MOST_ITERATIONS || !Double.isFinite(change)) {
            throw new ArithmeticException("an implicit step of size " + stepSize + " cannot be solved: after "
                    + iterations + " iterations its stages still change by " + change + "; take a smaller step size");
        }
        return change <= SETTLED * Euclidean.norm(after);
    }
}
