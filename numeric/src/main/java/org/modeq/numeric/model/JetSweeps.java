package org.modeq.numeric.model;

import java.util.List;
import org.modeq.numeric.graph.SweepShape;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.jet.MovedPoint;

/** Sweeps of a field that is given by a formula on jets. */
final class JetSweeps implements PreparedField {
    private final VectorField field;
    private final List<SweepShape> shapes;
    private double[] point = {};
    private Jet value;

    JetSweeps(VectorField field, List<SweepShape> shapes) {
        this.field = field;
        this.shapes = List.copyOf(shapes);
        this.value = Jet.zero(JetAlgebra.of(), 0, 1);
    }

    @Override
    public void moveTo(double[] theta) {
        point = theta;
    }

    @Override
    public void sweep(int sweep, double[]... directions) {
        SweepShape shape = shapes.get(sweep);
        value = field.at(MovedPoint.of(shape.algebra(), point, shape.given(), List.of(directions)));
    }

    @Override
    public void read(int sweep, int wanted, double[] target) {
        double[] entries = value.coefficient(shapes.get(sweep).wanted().get(wanted)).data;
        System.arraycopy(entries, 0, target, 0, target.length);
    }

    /** About the products of two jets: half of all pairs of monomials. */
    @Override
    public double cost(int sweep) {
        double dimension = shapes.get(sweep).algebra().dimension();
        return field.dimension() * dimension * (dimension + 1) / 2;
    }

    @Override
    public double costAtPoint() {
        return 0;
    }
}
