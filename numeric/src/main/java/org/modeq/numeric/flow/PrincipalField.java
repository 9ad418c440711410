package org.modeq.numeric.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.ClassicalRungeKuttaIntegrator;
import org.modeq.numeric.evaluate.AnalyticContinuation;
import org.modeq.numeric.model.VectorField;

/**
 * The principal field of gradient descent on any loss: what the modified equation becomes if third and higher derivatives of the
 * loss are left out.
 *
 * <p>With the Hessian H = V diag(μ) Vᵀ, VᵀV = 1, at the point itself it is
 * <pre>
 *   f̃(θ) = V diag(log(1 − hμ)/(hμ)) Vᵀ ∇L(θ),
 * </pre>
 * the sum of the tall trees Σ_k −h^(k−1)/k H^(k−1)∇L for h|μ| &lt; 1. For hμ &gt; 1 the logarithm is ln(hμ − 1) + iπ and the flow goes
 * through complex points, where ∇L and H are those of the {@linkplain AnalyticContinuation Taylor polynomial} of L. The branch is
 * that for Re hμ &gt; 1, not the principal one, which jumps as hμ passes the real axis. On quadratics it is {@link PrincipalFlow},
 * which is exact there; elsewhere the first tree that it leaves out is ¹⁄₁₂ h² f″(f, f).
 *
 * <p>Source: Rosca and others, <em>On a continuous time model of gradient descent dynamics and instability in deep learning</em>
 * (2023).
 */
public final class PrincipalField {
    /** Below it the quotient log(1 − z)/z is summed as a series of four terms. */
    private static final double SMALL = 1e-4;

    private final AnalyticContinuation field;
    private final double stepSize;
    private final UnaryOperator<Complex> logarithm;

    private PrincipalField(AnalyticContinuation field, double stepSize, UnaryOperator<Complex> logarithm) {
        this.field = field;
        this.stepSize = stepSize;
        this.logarithm = logarithm;
    }

    /**
     * The principal field of a loss.
     *
     * @param negativeGradient −∇L
     * @param degree the degree K ≥ 1 of its Taylor polynomial at the real part of a point; that of −∇L if it is a polynomial
     * @param stepSize h &gt; 0
     * @return the field
     * @throws IllegalArgumentException if K &lt; 1, or h is not positive and finite
     */
    public static PrincipalField of(VectorField negativeGradient, int degree, double stepSize) {
        return withLogarithm(negativeGradient, degree, stepSize, PrincipalField::logarithm);
    }

    /**
     * The same with another branch of the logarithm, to see what it does.
     *
     * @param negativeGradient −∇L
     * @param degree the degree K ≥ 1 of its Taylor polynomial
     * @param stepSize h &gt; 0
     * @param logarithm z = hμ ↦ log(1 − z)
     * @return the field
     * @throws IllegalArgumentException if K &lt; 1, or h is not positive and finite
     */
    public static PrincipalField withLogarithm(
            VectorField negativeGradient, int degree, double stepSize, UnaryOperator<Complex> logarithm) {
        if (!(stepSize > 0) || !Double.isFinite(stepSize)) {
            throw new IllegalArgumentException("given the step size " + stepSize + ", expected a positive number");
        }
        return new PrincipalField(AnalyticContinuation.of(negativeGradient, degree), stepSize, logarithm);
    }

    private static Complex logarithm(Complex product) {
        return product.getReal() < 1
                ? Complex.ONE.subtract(product).log()
                : product.subtract(1).log().add(new Complex(0, Math.PI));
    }

    /**
     * The field at a point.
     *
     * @param theta θ
     * @return f̃(θ)
     * @throws IllegalArgumentException if θ has another dimension
     * @throws ArithmeticException if h times an eigenvalue is 1, the Hessian cannot be diagonalised, or a derivative is not finite
     */
    public List<Complex> at(List<Complex> theta) {
        AnalyticContinuation.Linearisation here = field.at(theta);
        int d = theta.size();
        Complex[][] hessian = new Complex[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                hessian[i][j] = here.jacobian().get(j).get(i).negate();
            }
        }
        List<Complex> sum = new ArrayList<>(Collections.nCopies(d, Complex.ZERO));
        for (ComplexSymmetricMatrix.Eigenpair pair : ComplexSymmetricMatrix.eigenpairs(hessian)) {
            Complex coordinate = Complex.ZERO;
            for (int i = 0; i < d; i++) {
                coordinate = coordinate.subtract(
                        pair.vector().get(i).multiply(here.value().get(i)));
            }
            Complex factor = factor(pair.value().multiply(stepSize)).multiply(coordinate);
            for (int i = 0; i < d; i++) {
                sum.set(i, sum.get(i).add(factor.multiply(pair.vector().get(i))));
            }
        }
        return sum;
    }

    /** log(1 − z)/z. */
    private Complex factor(Complex product) {
        if (product.abs() < SMALL) {
            Complex series = product.multiply(0.25).add(1.0 / 3);
            return series.multiply(product).add(0.5).multiply(product).add(1).negate();
        }
        if (product.subtract(1).abs() == 0) {
            throw new ArithmeticException(
                    "h times an eigenvalue is 1: a step goes to the minimum of that direction at once, and no flow does;"
                            + " take another step size");
        }
        return logarithm.apply(product).divide(product);
    }

    /**
     * The flow, by the classical method of Runge and Kutta with steps of one size: where a branch jumps an adaptive method would
     * halve its steps for ever.
     *
     * @param start θ₀
     * @param time T &gt; 0
     * @param parts the number of steps, at least 1; the error is O(parts⁻⁴)
     * @return θ(T)
     * @throws IllegalArgumentException if θ₀ has another dimension, T is not positive and finite, or there is no step
     * @throws ArithmeticException as for {@link #at}
     */
    public List<Complex> flow(double[] start, double time, int parts) {
        if (start.length != field.dimension() || !(time > 0) || !Double.isFinite(time) || parts < 1) {
            throw new IllegalArgumentException(
                    "given a point of dimension " + start.length + ", the time " + time + " and "
                            + parts + " steps, expected the dimension " + field.dimension()
                            + ", a positive time and at least one step");
        }
        Equations equations = new Equations();
        var integrator = new ClassicalRungeKuttaIntegrator(time / parts);
        double[] end = Arrays.copyOf(start, 2 * start.length);
        for (int n = 0; n < parts; n++) {
            end = integrator.singleStep(equations, n * time / parts, end, (n + 1) * time / parts);
        }
        return point(end);
    }

    private static List<Complex> point(double[] numbers) {
        List<Complex> point = new ArrayList<>();
        for (int i = 0; i < numbers.length / 2; i++) {
            point.add(new Complex(numbers[i], numbers[i + numbers.length / 2]));
        }
        return point;
    }

    /** The same in real numbers: the real parts of a point, then the imaginary ones. */
    private final class Equations implements FirstOrderDifferentialEquations {
        @Override
        public int getDimension() {
            return 2 * field.dimension();
        }

        @Override
        public void computeDerivatives(double time, double[] numbers, double[] derivative) {
            List<Complex> value = at(point(numbers));
            for (int i = 0; i < value.size(); i++) {
                derivative[i] = value.get(i).getReal();
                derivative[i + value.size()] = value.get(i).getImaginary();
            }
        }
    }
}
