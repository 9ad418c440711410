package org.modeq.numeric.evaluate;

import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.Tangent;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.VectorField;

/** The Lie bracket [f, g] = g′f − f′g: on jets as it stands, at a point by one sweep of each field along the other. */
final class LieBracket implements VectorField {
    private final VectorField f;
    private final VectorField g;
    private final ThreadLocal<Prepared> prepared = ThreadLocal.withInitial(() -> new Prepared(this));

    /** Both fields, and room for their values, for one thread. */
    private static final class Prepared {
        private final FieldAtPoint f;
        private final FieldAtPoint g;
        private final double[] ofF;
        private final double[] ofG;

        Prepared(LieBracket bracket) {
            f = new FieldAtPoint(bracket.f);
            g = new FieldAtPoint(bracket.g);
            ofF = new double[bracket.dimension()];
            ofG = new double[bracket.dimension()];
        }
    }

    LieBracket(VectorField f, VectorField g) {
        this.f = f;
        this.g = g;
    }

    @Override
    public int dimension() {
        return f.dimension();
    }

    @Override
    public Jet at(Jet theta) {
        Jet alongF = g.at(Tangent.at(theta, f.at(theta)));
        Jet alongG = f.at(Tangent.at(theta, Tangent.value(alongF)));
        return Tangent.derivative(alongF).minus(Tangent.derivative(alongG));
    }

    @Override
    public double[] at(double[] theta) {
        double[] bracket = new double[dimension()];
        at(theta, bracket);
        return bracket;
    }

    @Override
    public void at(double[] theta, double[] target) {
        Prepared fields = prepared.get();
        fields.f.valueAt(theta, fields.ofF);
        fields.g.valueAt(theta, fields.ofG);
        fields.g.derivative(fields.ofF, target);
        fields.f.derivative(fields.ofG, fields.ofG);
        Euclidean.add(target, -1, fields.ofG);
    }
}
