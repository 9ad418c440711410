package org.modeq.numeric.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apfloat.Apfloat;
import org.modeq.numeric.jet.JetAlgebra;

/** Compares the Taylor coefficients of a scalar node and of its gradient along a line with differences of seventy digits. */
public final class LineDerivatives {
    private static final int DEGREE = 5;

    private LineDerivatives() {}

    /** Value and gradient on θ + tv, up to the fifth derivative in t. */
    public static void check(String name, Node scalar, double[] theta, double... v) {
        Node gradient = ReverseSweep.gradient(scalar);
        Workspace values = TaylorProgram.compile(scalar, List.of(along())).workspace();
        values.moveTo(theta);
        values.sweep(0, v);
        Apfloat[] expected =
                PreciseInterpreter.taylor(t -> PreciseInterpreter.value(scalar, moved(theta, v, t)), 0, DEGREE);
        for (int k = 0; k <= DEGREE; k++) {
            assertClose(expected[k].doubleValue(), values.read(0, k)[0], name + " coefficient " + k);
        }
        Workspace slopes = TaylorProgram.compile(gradient, List.of(along())).workspace();
        slopes.moveTo(theta);
        slopes.sweep(0, v);
        for (int k = 0; k < DEGREE; k++) {
            double found = 0;
            double[] coefficient = slopes.read(0, k);
            for (int i = 0; i < v.length; i++) {
                found += coefficient[i] * v[i];
            }
            // The derivative of L(θ + tv) by t is the gradient there along v.
            assertClose((k + 1) * expected[k + 1].doubleValue(), found, name + " gradient " + k);
        }
    }

    private static SweepShape along() {
        JetAlgebra algebra = JetAlgebra.of(DEGREE);
        return new SweepShape(algebra, List.of(List.of(1)), algebra.monomials());
    }

    private static void assertClose(double expected, double found, String message) {
        assertEquals(expected, found, 2e-13 * Math.max(1, Math.abs(expected)), message);
    }

    private static Apfloat[] moved(double[] theta, double[] v, Apfloat t) {
        Apfloat[] moved = new Apfloat[theta.length];
        for (int i = 0; i < theta.length; i++) {
            moved[i] = PreciseInterpreter.number(theta[i])
                    .add(PreciseInterpreter.number(v[i]).multiply(t));
        }
        return moved;
    }
}
