package org.modeq.numeric.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.complex.Complex;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.JetAlgebra;
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

    private AnalyticContinuation(VectorField field, int degree) {
        this.field = field;
        this.degree = degree;
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
     * The value and the Jacobian at a point; d evaluations of f on jets of 2(K + 1) coefficients.
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
        JetAlgebra algebra = JetAlgebra.of(List.of(degree, 1));
        List<Complex> value = new ArrayList<>();
        List<List<Complex>> jacobian = new ArrayList<>();
        for (int j = 0; j < d; j++) {
            double[] unit = new double[d];
            unit[j] = 1;
            Jet jet = field.at(Jet.affine(algebra, real, List.of(imaginary, unit)));
            if (j == 0) {
                value = sum(jet, 0);
            }
            jacobian.add(sum(jet, 1));
        }
        return new Linearisation(value, jacobian);
    }

    /** Σ iᵏ times the coefficient of ε₁ᵏ ε₂^l. */
    private List<Complex> sum(Jet jet, int l) {
        List<Complex> sum = new ArrayList<>(Collections.nCopies(dimension(), Complex.ZERO));
        for (int k = 0; k <= degree; k++) {
            double[] coefficient = jet.coefficient(List.of(k, l)).data;
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
