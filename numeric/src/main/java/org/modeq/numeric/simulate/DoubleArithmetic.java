package org.modeq.numeric.simulate;

import java.util.List;
import java.util.Map;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/** Optimizers in doubles: the run that a program would make. Sums are added from the left, so that a run can be repeated. */
public final class DoubleArithmetic implements CoordinateArithmetic<double[]> {
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
        double[] value = value(field, theta);
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
    public double[] value(Colour field, double[] theta) {
        return fields.of(field).at(theta);
    }

    @Override
    public double[] timesStepSize(double[] vector) {
        double[] product = vector.clone();
        Euclidean.scale(product, stepSize);
        return product;
    }

    @Override
    public double[] product(double[] left, double[] right) {
        double[] product = new double[left.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = left[i] * right[i];
        }
        return product;
    }

    @Override
    public double[] quotient(double[] numerator, double[] denominator) {
        double[] quotient = new double[numerator.length];
        for (int i = 0; i < quotient.length; i++) {
            quotient[i] = numerator[i] / denominator[i];
        }
        return quotient;
    }

    @Override
    public double[] root(double[] vector) {
        double[] root = new double[vector.length];
        for (int i = 0; i < root.length; i++) {
            root[i] = Math.sqrt(vector[i]);
        }
        return root;
    }

    @Override
    public double[] shifted(double[] vector, Rational number) {
        double shift = number.doubleValue();
        double[] shifted = vector.clone();
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] += shift;
        }
        return shifted;
    }

    @Override
    public double[] biasCorrected(double[] average, Rational decay, int count) {
        double correction = oneLessPower(decay, count);
        double[] corrected = average.clone();
        for (int i = 0; i < corrected.length; i++) {
            corrected[i] /= correction;
        }
        return corrected;
    }

    /** 1 − βⁿ without cancellation; the functions of {@link StrictMath} have the same bits on every machine. */
    static double oneLessPower(Rational decay, int count) {
        return decay.isZero()
                ? 1
                : -StrictMath.expm1(
                        count * StrictMath.log1p(decay.subtract(Rational.ONE).doubleValue()));
    }

    @Override
    public double[] kept(double[] vector) {
        for (int i = 0; i < vector.length; i++) {
            if (!Double.isFinite(vector[i])) {
                throw new ArithmeticException("coordinate " + (i + 1) + " of the parameters or of an average of"
                        + " gradients is " + vector[i] + " with the step size " + stepSize
                        + "; take a smaller step size, or a larger epsilon if a gradient is 0");
            }
        }
        return vector;
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
