package org.modeq.numeric.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/** Optimizers in truncated polynomials: with h = ε the power series of the optimizer in its step size. */
public final class JetArithmetic implements CoordinateArithmetic<Jet> {
    private final NamedFields fields;
    private final Jet stepSize;

    /**
     * Steps of one size.
     *
     * @param fields f_c by colour
     * @param stepSize h, a 1×1 jet without constant part
     */
    public JetArithmetic(Map<Colour, VectorField> fields, Jet stepSize) {
        this.fields = new NamedFields(fields);
        this.stepSize = stepSize;
    }

    @Override
    public Jet value(Colour field, Jet theta) {
        return fields.of(field).at(theta);
    }

    @Override
    public Jet timesStepSize(Jet vector) {
        return vector.timesScalar(stepSize);
    }

    @Override
    public Jet combination(List<Rational> weights, List<Jet> vectors) {
        Jet sum = vectors.get(0);
        if (!weights.get(0).equals(Rational.ONE)) {
            sum = sum.scaled(weights.get(0).doubleValue());
        }
        for (int i = 1; i < vectors.size(); i++) {
            sum = sum.plus(weights.get(i).doubleValue(), vectors.get(i));
        }
        return sum;
    }

    @Override
    public Jet product(Jet left, Jet right) {
        return left.hadamard(right);
    }

    @Override
    public Jet quotient(Jet numerator, Jet denominator) {
        return numerator.hadamard(denominator.reciprocal());
    }

    /** By Heron's iteration y ← (y + x/y)/2 from the root of the constant part, which doubles the degree that is right. */
    @Override
    public Jet root(Jet vector) {
        double[] roots = Arrays.stream(vector.constantEntries()).map(Math::sqrt).toArray();
        Jet root = Jet.column(vector.algebra(), roots);
        for (int right = 1; right < vector.algebra().dimension(); right *= 2) {
            root = root.plus(quotient(vector, root)).scaled(0.5);
        }
        return root;
    }

    @Override
    public Jet shifted(Jet vector, Rational number) {
        double[] shifts = new double[vector.rows()];
        Arrays.fill(shifts, number.doubleValue());
        return vector.plus(Jet.column(vector.algebra(), shifts));
    }

    @Override
    public Jet biasCorrected(Jet average, Rational decay, int count) {
        return average.scaled(1 / DoubleArithmetic.oneLessPower(decay, count));
    }

    @Override
    public Jet kept(Jet vector) {
        new DoubleArithmetic(Map.of(), 0).kept(vector.constantEntries());
        return vector;
    }

    /** Every iteration brings one power of h more; after as many as the algebra has, nothing changes. */
    @Override
    public boolean isSettled(Jet before, Jet after, int iterations) {
        return iterations > stepSize.algebra().dimension();
    }
}
