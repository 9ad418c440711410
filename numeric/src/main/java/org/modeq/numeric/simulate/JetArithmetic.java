package org.modeq.numeric.simulate;

import java.util.List;
import java.util.Map;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/** Optimizers in truncated polynomials: with h = ε the power series of the optimizer in its step size. */
public final class JetArithmetic implements StepArithmetic<Jet> {
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
    public Jet increment(Colour field, Jet theta) {
        VectorField known = fields.of(field);
        return known.at(theta).timesScalar(stepSize);
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

    /** Every iteration brings one power of h more; after as many as the algebra has, nothing changes. */
    @Override
    public boolean isSettled(Jet before, Jet after, int iterations) {
        return iterations > stepSize.algebra().dimension();
    }
}
