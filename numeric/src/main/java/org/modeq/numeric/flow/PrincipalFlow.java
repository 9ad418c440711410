package org.modeq.numeric.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.ejml.data.DMatrixRMaj;

/**
 * The principal flow of gradient descent on a quadratic ½ (θ − c)ᵀA(θ − c): the flow that is at every iterate at its time.
 *
 * <p>With A = V diag(μ) Vᵀ the iterates are θₙ = c + V diag((1 − hμ)ⁿ) Vᵀ(θ₀ − c), and the field
 * <pre>
 *   f̃(θ) = V diag(log(1 − hμ)/h) Vᵀ (θ − c)
 * </pre>
 * is the sum of the modified equation where that converges, h|μ| &lt; 1. Beyond, for hμ &gt; 1, the logarithm is ln(hμ − 1) + iπ: the
 * flow is complex between the iterates, real at them, and no real field has these iterates. At hμ = 1 there is no flow: the step
 * goes to the minimum of that direction at once.
 *
 * <p>Source: Rosca and others, <em>On a continuous time model of gradient descent dynamics and instability in deep learning</em>
 * (2023).
 */
public final class PrincipalFlow {
    private static final double SYMMETRIC = 1e-12;

    private final RealMatrix vectors;
    private final double[] eigenvalues;
    private final double[] centre;
    private final double stepSize;

    private PrincipalFlow(RealMatrix vectors, double[] eigenvalues, double[] centre, double stepSize) {
        this.vectors = vectors;
        this.eigenvalues = eigenvalues;
        this.centre = centre.clone();
        this.stepSize = stepSize;
    }

    /**
     * The flow of a quadratic.
     *
     * @param matrix A, symmetric
     * @param stepSize h &gt; 0
     * @param centre c
     * @return the flow
     * @throws IllegalArgumentException if A is not symmetric or of another size than c, or h is not positive and finite
     * @throws ArithmeticException if h times an eigenvalue is 1
     */
    public static PrincipalFlow of(DMatrixRMaj matrix, double stepSize, double... centre) {
        int d = centre.length;
        if (d < 1 || matrix.numRows != d || matrix.numCols != d) {
            throw new IllegalArgumentException("given a matrix of " + matrix.numRows + "×" + matrix.numCols
                    + " and a centre of dimension " + d + ", expected a square matrix and one number per row of it");
        }
        if (!(stepSize > 0) || !Double.isFinite(stepSize)) {
            throw new IllegalArgumentException("given the step size " + stepSize + ", expected a positive number");
        }
        double[][] entries = new double[d][d];
        double largest = 0;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                entries[i][j] = matrix.get(i, j);
                largest = Math.max(largest, Math.abs(entries[i][j]));
            }
        }
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < i; j++) {
                if (!(Math.abs(entries[i][j] - entries[j][i]) <= SYMMETRIC * largest)) {
                    throw new IllegalArgumentException("given a matrix with " + entries[i][j] + " and " + entries[j][i]
                            + " on both sides of its diagonal, expected a symmetric one; take its symmetric part");
                }
                entries[j][i] = entries[i][j];
            }
        }
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(entries));
        for (double eigenvalue : eigen.getRealEigenvalues()) {
            if (stepSize * eigenvalue == 1) {
                throw new ArithmeticException("h times the eigenvalue " + eigenvalue
                        + " is 1: a step goes to the minimum at once, and no flow does; take another step size");
            }
        }
        return new PrincipalFlow(eigen.getV(), eigen.getRealEigenvalues(), centre, stepSize);
    }

    /** {@return h·λ_max, the largest h|μ|} */
    public double hLambdaMax() {
        double largest = 0;
        for (double eigenvalue : eigenvalues) {
            largest = Math.max(largest, stepSize * Math.abs(eigenvalue));
        }
        return largest;
    }

    /** {@return whether the flow is real, that is hμ &lt; 1 for all eigenvalues} */
    public boolean isReal() {
        for (double eigenvalue : eigenvalues) {
            if (stepSize * eigenvalue > 1) {
                return false;
            }
        }
        return true;
    }

    /**
     * The point at a time.
     *
     * @param start θ₀
     * @param time t
     * @return θ(t), real at t = 0, h, 2h, … but for rounding
     * @throws IllegalArgumentException if θ₀ has another dimension
     */
    public List<Complex> at(double[] start, double time) {
        return image(
                start,
                eigenvalue -> logarithm(eigenvalue).multiply(time / stepSize).exp());
    }

    /**
     * The field.
     *
     * @param theta θ
     * @return f̃(θ)
     * @throws IllegalArgumentException if θ has another dimension
     */
    public List<Complex> field(double... theta) {
        List<Complex> moved = image(theta, eigenvalue -> logarithm(eigenvalue).divide(stepSize));
        List<Complex> field = new ArrayList<>();
        for (int i = 0; i < centre.length; i++) {
            field.add(moved.get(i).subtract(centre[i]));
        }
        return field;
    }

    /**
     * The real series f₁ + h f₂ + … + h^(N−1) f_N, here −Σ_k h^(k−1) Aᵏ/k (θ − c).
     *
     * @param order N ≥ 1
     * @param theta θ
     * @return its value
     * @throws IllegalArgumentException if N &lt; 1 or θ has another dimension
     * @throws ArithmeticException if h·λ_max ≥ 1, where the series has no sum that is a flow through the iterates
     */
    public double[] truncated(int order, double... theta) {
        if (order < 1) {
            throw new IllegalArgumentException("given the order " + order + ", expected at least 1");
        }
        double size = hLambdaMax();
        if (size >= 1) {
            throw new ArithmeticException(
                    "h·λ_max is " + size + " ≥ 1: the series diverges, and a truncation of it is no"
                            + " flow through the iterates; take a smaller step size, or the complex flow");
        }
        List<Complex> moved = image(theta, eigenvalue -> {
            double sum = 0;
            double power = 1;
            for (int k = 1; k <= order; k++) {
                power *= stepSize * eigenvalue;
                sum -= power / k;
            }
            return new Complex(sum / stepSize);
        });
        double[] field = new double[centre.length];
        for (int i = 0; i < field.length; i++) {
            field[i] = moved.get(i).getReal() - centre[i];
        }
        return field;
    }

    /** log(1 − hμ), on the branch with the positive imaginary part. */
    private Complex logarithm(double eigenvalue) {
        double product = stepSize * eigenvalue;
        return product < 1 ? new Complex(Math.log1p(-product)) : new Complex(Math.log(product - 1), Math.PI);
    }

    /** c + V diag(φ(μ)) Vᵀ (θ − c). */
    private List<Complex> image(double[] theta, DoubleFunction<Complex> factor) {
        int d = centre.length;
        if (theta.length != d) {
            throw new IllegalArgumentException("given a point of dimension " + theta.length
                    + ", expected the dimension " + d + " of the quadratic");
        }
        List<Complex> image = new ArrayList<>();
        for (int i = 0; i < d; i++) {
            image.add(new Complex(centre[i]));
        }
        for (int k = 0; k < d; k++) {
            double coordinate = 0;
            for (int i = 0; i < d; i++) {
                coordinate += vectors.getEntry(i, k) * (theta[i] - centre[i]);
            }
            Complex scaled = factor.apply(eigenvalues[k]).multiply(coordinate);
            for (int i = 0; i < d; i++) {
                image.set(i, image.get(i).add(scaled.multiply(vectors.getEntry(i, k))));
            }
        }
        return image;
    }
}
