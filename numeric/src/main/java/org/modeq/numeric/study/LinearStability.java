package org.modeq.numeric.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.polynomials.PolynomialFunction;
import org.apache.commons.math3.analysis.solvers.BisectionSolver;
import org.apache.commons.math3.analysis.solvers.LaguerreSolver;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.modeq.numeric.simulate.EulerSequence;
import org.modeq.numeric.simulate.MultistepRecurrence;
import org.modeq.numeric.simulate.Optimizer;
import org.modeq.numeric.simulate.RungeKuttaStep;
import org.modeq.symbolic.method.Tableau;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/**
 * A method on θ′ = −λθ, in x = hλ: how far its series reaches, and how long it is stable.
 *
 * <p>A one-step method multiplies by R(−x), a recurrence with memory by the roots z of ρ(z) + x σ(z) B(z); the one with z = 1 at
 * x = 0 is that of the modified equation, whose field is log z / h. That is a series in x up to the nearest x at which z is 0,
 * infinite or meets another root:
 * <pre>
 *   gradient descent  1 − x              reach 1              stable to 2
 *   heavy ball        z² − (1+β−x)z + β  reach (1 − √β)²      stable to 2(1 + β)
 *   rk:rk4            1 − x + … + x⁴/24  reach 1.945          stable to 2.785
 * </pre>
 * All of it is in units of f₁, whose λ is b times that of f: with momentum h·λ(f₁) = x/(1 − β).
 *
 * @param reach the radius of the series, in h·|λ(f₁)|
 * @param stable up to which h·λ(f₁) the iterates stay bounded
 * @param parasitic the largest modulus at x = 0 of the other roots: a transient falls like its n-th power; 0 without memory
 */
public record LinearStability(double reach, double stable, double parasitic) {
    /** What holds of gradient descent is said of methods on several fields. */
    private static final LinearStability OF_EULER = new LinearStability(1, 2, 0);

    private static final double FIRST = 1e-3;
    private static final double LAST = 1e3;
    private static final double GRID = 1.01;
    private static final double BEYOND_ONE = 1e-9;
    private static final int BISECTIONS = 200;

    /**
     * The limits of an optimizer.
     *
     * @param optimizer on one field; for several fields the limits are those of gradient descent
     * @return its limits
     */
    public static LinearStability of(Optimizer optimizer) {
        if (optimizer.fields().size() != 1) {
            return OF_EULER;
        }
        if (optimizer instanceof MultistepRecurrence recurrence) {
            return ofRecurrence(recurrence);
        }
        if (optimizer instanceof RungeKuttaStep rungeKutta) {
            return ofTableau(rungeKutta.tableaus());
        }
        return optimizer instanceof EulerSequence sequence ? ofSequence(sequence) : OF_EULER;
    }

    private static LinearStability ofSequence(EulerSequence sequence) {
        List<Double> weights = new ArrayList<>();
        sequence.steps().forEach(step -> step.values().forEach(weight -> weights.add(weight.doubleValue())));
        double total = weights.stream().mapToDouble(w -> w).sum();
        double largest = weights.stream().mapToDouble(Math::abs).max().orElseThrow();
        double stable = firstAbove(x -> {
            double factor = 1;
            for (double weight : weights) {
                factor *= 1 - weight * x;
            }
            return Math.abs(factor);
        });
        return new LinearStability(total / largest, total * stable, 0);
    }

    /** R(z) = det(I − z(A − 𝟙bᵀ)) / det(I − zA): its zeros and poles are reciprocals of eigenvalues. */
    private static LinearStability ofTableau(Map<Colour, Tableau<Rational>> tableaus) {
        Tableau<Rational> tableau = tableaus.values().iterator().next();
        int stages = tableau.stages();
        RealMatrix a = MatrixUtils.createRealMatrix(stages, stages);
        RealMatrix reduced = MatrixUtils.createRealMatrix(stages, stages);
        double total = 0;
        for (int i = 0; i < stages; i++) {
            total += tableau.b().get(i).doubleValue();
            for (int j = 0; j < stages; j++) {
                a.setEntry(i, j, tableau.a().get(i).get(j).doubleValue());
                reduced.setEntry(i, j, a.getEntry(i, j) - tableau.b().get(j).doubleValue());
            }
        }
        List<Complex> zeros = eigenvalues(reduced);
        List<Complex> poles = eigenvalues(a);
        double largest = 0;
        for (Complex eigenvalue : zeros) {
            largest = Math.max(largest, eigenvalue.abs());
        }
        for (Complex eigenvalue : poles) {
            largest = Math.max(largest, eigenvalue.abs());
        }
        double stable = firstAbove(x -> product(zeros, x) / product(poles, x));
        return new LinearStability(total / largest, total * stable, 0);
    }

    private static List<Complex> eigenvalues(RealMatrix matrix) {
        EigenDecomposition decomposition = new EigenDecomposition(matrix);
        List<Complex> eigenvalues = new ArrayList<>();
        for (int i = 0; i < matrix.getRowDimension(); i++) {
            eigenvalues.add(new Complex(decomposition.getRealEigenvalue(i), decomposition.getImagEigenvalue(i)));
        }
        return eigenvalues;
    }

    /** |Π (1 + x e)|. */
    private static double product(List<Complex> eigenvalues, double x) {
        double product = 1;
        for (Complex eigenvalue : eigenvalues) {
            product *= eigenvalue.multiply(x).add(1).abs();
        }
        return product;
    }

    /** x = −ρ(z)/s(z) with s = σB; roots meet where dx/dz = 0, and z = 0 at x = −ρ(0)/s(0). */
    private static LinearStability ofRecurrence(MultistepRecurrence recurrence) {
        PolynomialFunction rho = polynomial(recurrence.rho());
        PolynomialFunction s = polynomial(recurrence.sigma()).multiply(polynomial(recurrence.lookAhead()));
        double scale = s.value(1) / rho.polynomialDerivative().value(1);
        PolynomialFunction meeting =
                rho.polynomialDerivative().multiply(s).subtract(rho.multiply(s.polynomialDerivative()));
        double reach = s.value(0) == 0 ? Double.POSITIVE_INFINITY : Math.abs(rho.value(0) / s.value(0));
        for (Complex z : roots(meeting)) {
            Complex below = value(s, z);
            if (below.abs() > 0) {
                reach = Math.min(reach, value(rho, z).divide(below).abs());
            }
        }
        double stable = firstAbove(x -> largest(roots(rho.add(s.multiply(new PolynomialFunction(new double[] {x}))))));
        double parasitic = 0;
        boolean isPrincipalSeen = false;
        List<Complex> atRest = new ArrayList<>(roots(rho));
        atRest.sort((z, w) -> Double.compare(z.subtract(1).abs(), w.subtract(1).abs()));
        for (Complex z : atRest) {
            parasitic = isPrincipalSeen ? Math.max(parasitic, z.abs()) : parasitic;
            isPrincipalSeen = true;
        }
        return new LinearStability(scale * reach, scale * stable, parasitic);
    }

    private static PolynomialFunction polynomial(List<Rational> coefficients) {
        return new PolynomialFunction(
                coefficients.stream().mapToDouble(Rational::doubleValue).toArray());
    }

    private static List<Complex> roots(PolynomialFunction polynomial) {
        return polynomial.degree() < 1
                ? List.of()
                : List.of(new LaguerreSolver().solveAllComplex(polynomial.getCoefficients(), 0));
    }

    private static Complex value(PolynomialFunction polynomial, Complex z) {
        Complex value = Complex.ZERO;
        double[] coefficients = polynomial.getCoefficients();
        for (int i = coefficients.length - 1; i >= 0; i--) {
            value = value.multiply(z).add(coefficients[i]);
        }
        return value;
    }

    private static double largest(List<Complex> roots) {
        return roots.stream().mapToDouble(Complex::abs).max().orElse(0);
    }

    /** The first x at which a growth per step is above 1; infinite if there is none up to 1000. */
    private static double firstAbove(DoubleUnaryOperator growth) {
        double before = FIRST;
        for (double x = FIRST; x < LAST; x *= GRID) {
            if (growth.applyAsDouble(x) > 1 + BEYOND_ONE) {
                return x == FIRST
                        ? 0
                        : new BisectionSolver(0, BEYOND_ONE)
                                .solve(BISECTIONS, y -> growth.applyAsDouble(y) - 1 - BEYOND_ONE, before, x);
            }
            before = x;
        }
        return Double.POSITIVE_INFINITY;
    }
}
