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

    /** Both fields with memory for one thread. */
    private record Prepared(FieldAtPoint f, FieldAtPoint g) {
        Prepared(LieBracket bracket) {
            this(new FieldAtPoint(bracket.f), new FieldAtPoint(bracket.g));
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
        Prepared fields = prepared.get();
        double[] ofF = fields.f().valueAt(theta);
        double[] ofG = fields.g().valueAt(theta);
        double[] bracket = fields.g().derivative(ofF);
        Euclidean.add(bracket, -1, fields.f().derivative(ofG));
        return bracket;
    }
}
