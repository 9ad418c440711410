package org.modeq.numeric.evaluate;

import java.util.List;
import org.modeq.numeric.graph.SweepShape;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.jet.Tangent;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.PreparedField;
import org.modeq.numeric.model.VectorField;

/** The Lie bracket [f, g] = g′f − f′g: on jets as it stands, at a point by one sweep of each field along the other. */
final class LieBracket implements VectorField {
    private static final SweepShape VALUE = new SweepShape(JetAlgebra.of(), List.of(), List.of(List.of()));
    private static final SweepShape DERIVATIVE =
            new SweepShape(JetAlgebra.of(1), List.of(List.of(1)), List.of(List.of(1)));

    private final VectorField f;
    private final VectorField g;
    private final ThreadLocal<Prepared> prepared = ThreadLocal.withInitial(() -> new Prepared(this));

    /** Both fields with memory for one thread. */
    private record Prepared(PreparedField f, PreparedField g) {
        Prepared(LieBracket bracket) {
            this(bracket.f.prepare(List.of(VALUE, DERIVATIVE)), bracket.g.prepare(List.of(VALUE, DERIVATIVE)));
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
        double[] ofF = value(fields.f(), theta);
        double[] ofG = value(fields.g(), theta);
        double[] bracket = derivative(fields.g(), ofF);
        Euclidean.add(bracket, -1, derivative(fields.f(), ofG));
        return bracket;
    }

    private static double[] value(PreparedField field, double[] theta) {
        double[] value = new double[theta.length];
        field.moveTo(theta);
        field.sweep(0);
        field.read(0, 0, value);
        return value;
    }

    private static double[] derivative(PreparedField field, double[] direction) {
        double[] derivative = new double[direction.length];
        field.sweep(1, direction);
        field.read(1, 0, derivative);
        return derivative;
    }
}
