package org.modeq.numeric.flow;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.complex.Complex;

/**
 * Eigenvalues and eigenvectors of a complex symmetric matrix (not a Hermitian one), A = V diag(μ) Vᵀ with VᵀV = 1.
 *
 * <p>By Jacobi's rotations with complex angles, in turn for all pairs of coordinates until what is off the diagonal is rounding.
 * Such a V need not exist; near real matrices with distinct eigenvalues it does. O(d³) for each sweep.
 *
 * <p>Source: Golub and Van Loan, <em>Matrix Computations</em> (2013), section 8.5, with vᵀv in place of the norm.
 */
final class ComplexSymmetricMatrix {
    private static final int MOST_SWEEPS = 40;
    private static final double ROUNDING = 1e-15;
    private static final double NEARLY_ISOTROPIC = 1e-8;

    private final Complex[][] rows;
    private final Complex[][] vectors;

    private ComplexSymmetricMatrix(Complex[][] rows) {
        this.rows = rows;
        this.vectors = new Complex[rows.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                vectors[i][j] = i == j ? Complex.ONE : Complex.ZERO;
            }
        }
    }

    /**
     * An eigenvalue.
     *
     * @param value μ
     * @param vector v with vᵀv = 1
     */
    record Eigenpair(Complex value, List<Complex> vector) {}

    /** The eigenpairs; of the matrix only the part above the diagonal and the diagonal count. */
    static List<Eigenpair> eigenpairs(Complex[][] matrix) {
        int d = matrix.length;
        Complex[][] rows = new Complex[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = i; j < d; j++) {
                rows[i][j] = matrix[i][j];
                rows[j][i] = matrix[i][j];
            }
        }
        return new ComplexSymmetricMatrix(rows).diagonalised();
    }

    private List<Eigenpair> diagonalised() {
        for (int sweep = 0; offDiagonal() > ROUNDING * size(); sweep++) {
            if (sweep == MOST_SWEEPS) {
                throw new ArithmeticException("the Hessian at a complex point cannot be diagonalised by " + MOST_SWEEPS
                        + " sweeps of rotations; stay nearer to real points");
            }
            for (int p = 0; p < rows.length; p++) {
                for (int q = p + 1; q < rows.length; q++) {
                    rotate(p, q);
                }
            }
        }
        List<Eigenpair> pairs = new ArrayList<>();
        for (int k = 0; k < rows.length; k++) {
            List<Complex> vector = new ArrayList<>();
            for (Complex[] row : vectors) {
                vector.add(row[k]);
            }
            pairs.add(new Eigenpair(rows[k][k], vector));
        }
        return pairs;
    }

    private double offDiagonal() {
        double sum = 0;
        for (int p = 0; p < rows.length; p++) {
            for (int q = p + 1; q < rows.length; q++) {
                sum += rows[p][q].abs();
            }
        }
        return sum;
    }

    private double size() {
        double sum = 0;
        for (Complex[] row : rows) {
            for (Complex entry : row) {
                sum += entry.abs();
            }
        }
        return sum;
    }

    /** Makes the entry (p, q) zero: the rotation with the smaller tangent t, t² + 2τt − 1 = 0, τ = (a_qq − a_pp)/2a_pq. */
    private void rotate(int p, int q) {
        Complex entry = rows[p][q];
        if (entry.abs() <= ROUNDING * (rows[p][p].abs() + rows[q][q].abs())) {
            return;
        }
        Complex tau = rows[q][q].subtract(rows[p][p]).divide(entry.multiply(2));
        Complex root = tau.multiply(tau).add(1).sqrt();
        Complex plus = tau.add(root);
        Complex minus = tau.subtract(root);
        Complex tangent = (plus.abs() >= minus.abs() ? plus : minus).reciprocal();
        Complex norm = tangent.multiply(tangent).add(1);
        if (norm.abs() < NEARLY_ISOTROPIC) {
            throw new ArithmeticException(
                    "two eigenvalues of the Hessian at a complex point are the same and their vectors"
                            + " too: it cannot be diagonalised; stay nearer to real points");
        }
        Complex cosine = norm.sqrt().reciprocal();
        Complex sine = tangent.multiply(cosine);
        for (Complex[] row : rows) {
            turn(row, p, q, cosine, sine);
        }
        Complex[] atP = rows[p].clone();
        for (int j = 0; j < rows.length; j++) {
            rows[p][j] = cosine.multiply(atP[j]).subtract(sine.multiply(rows[q][j]));
            rows[q][j] = sine.multiply(atP[j]).add(cosine.multiply(rows[q][j]));
        }
        rows[p][q] = Complex.ZERO;
        rows[q][p] = Complex.ZERO;
        for (Complex[] row : vectors) {
            turn(row, p, q, cosine, sine);
        }
    }

    private static void turn(Complex[] row, int p, int q, Complex cosine, Complex sine) {
        Complex atP = row[p];
        row[p] = cosine.multiply(atP).subtract(sine.multiply(row[q]));
        row[q] = sine.multiply(atP).add(cosine.multiply(row[q]));
    }
}
