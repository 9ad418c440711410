package org.modeq.numeric.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.complex.Complex;
import org.modeq.numeric.graph.SweepShape;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.model.PreparedField;
import org.modeq.numeric.model.VectorField;

/**
 * A real field at complex points, by its Taylor polynomial at the real part.
 *
 * <p>With the derivatives along b from one evaluation on jets,
 * <pre>
 *   f(a + ib) = Σ_{k ≤ K} iᵏ/k! · Dᵏf(a)[b, …, b],
 * </pre>
 * which is exact for polynomials of degree K or less, and else off by O(‖b‖^(K+1)).
 */
public final class AnalyticContinuation {
    /** iᵏ. */
    private static final List<Complex> POWERS =
            List.of(Complex.ONE, Complex.I, Complex.ONE.negate(), Complex.I.negate());

    private final VectorField field;
    private final int degree;

    /** The field made ready for f(a + ε₁b + ε₂e), for each thread. */
    private final ThreadLocal<PreparedField> prepared;

    private AnalyticContinuation(VectorField field, int degree) {
        this.field = field;
        this.degree = degree;
        List<List<Integer>> wanted = new ArrayList<>();
        for (int k = 0; k <= degree; k++) {
            wanted.add(List.of(k, 0));
            wanted.add(List.of(k, 1));
        }
        SweepShape shape =
                new SweepShape(JetAlgebra.of(List.of(degree, 1)), List.of(List.of(1, 0), List.of(0, 1)), wanted);
        this.prepared = ThreadLocal.withInitial(() -> field.prepare(List.of(shape)));
    }

    /**
     * The continuation of a field.
     *
     * @param field f
     * @param degree K ≥ 1, the degree of f if it is a polynomial
     * @return f at complex points
     * @throws IllegalArgumentException if K &lt; 1
     */
    public static AnalyticContinuation of(VectorField field, int degree) {
        if (degree < 1) {
            throw new IllegalArgumentException("given the degree " + degree + ", expected at least 1");
        }
        return new AnalyticContinuation(field, degree);
    }

    /** {@return d} */
    public int dimension() {
        return field.dimension();
    }

    /**
     * The value and the Jacobian at a point.
     *
     * @param value f(z)
     * @param jacobian f′(z), its columns: the j-th is ∂f/∂z_j
     */
    public record Linearisation(List<Complex> value, List<List<Complex>> jacobian) {
        /**
         * The value and the Jacobian at a point.
         *
         * @param value f(z)
         * @param jacobian f′(z), its columns
         */
        public Linearisation {
            value = List.copyOf(value);
            jacobian = jacobian.stream().map(List::copyOf).toList();
        }
    }

    /**
     * The value and the Jacobian at a point; d evaluations of f on jets of 2(K + 1) coefficients, on memory that is made once.
     *
     * @param point z
     * @return f(z) and f′(z)
     * @throws IllegalArgumentException if z has another dimension
     * @throws ArithmeticException if a coordinate of z or a derivative is not finite
     */
    public Linearisation at(List<Complex> point) {
        int d = dimension();
        if (point.size() != d) {
            throw new IllegalArgumentException(
                    "given a point of dimension " + point.size() + ", expected the dimension " + d + " of the field");
        }
        double[] real = point.stream().mapToDouble(Complex::getReal).toArray();
        double[] imaginary = point.stream().mapToDouble(Complex::getImaginary).toArray();
        PreparedField here = prepared.get();
        here.moveTo(real);
        List<Complex> value = new ArrayList<>();
        List<List<Complex>> jacobian = new ArrayList<>();
        for (int j = 0; j < d; j++) {
            double[] unit = new double[d];
            unit[j] = 1;
            here.sweep(0, imaginary, unit);
            if (j == 0) {
                value = sum(here, 0);
            }
            jacobian.add(sum(here, 1));
        }
        return new Linearisation(value, jacobian);
    }

    /** Σ iᵏ times the coefficient of ε₁ᵏ ε₂^l. */
    private List<Complex> sum(PreparedField here, int l) {
        List<Complex> sum = new ArrayList<>(Collections.nCopies(dimension(), Complex.ZERO));
        double[] coefficient = new double[dimension()];
        for (int k = 0; k <= degree; k++) {
            here.read(0, 2 * k + l, coefficient);
            for (int i = 0; i < sum.size(); i++) {
                if (!Double.isFinite(coefficient[i])) {
                    throw new ArithmeticException("component " + (i + 1) + " of a derivative of order " + (k + l)
                            + " is " + coefficient[i] + "; the point is too far out");
                }
                sum.set(i, sum.get(i).add(POWERS.get(k % 4).multiply(coefficient[i])));
            }
        }
        return sum;
    }
}
