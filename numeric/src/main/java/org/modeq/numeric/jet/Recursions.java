package org.modeq.numeric.jet;

import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;
import org.modeq.numeric.kernel.CoordinateFunctions;

/** The functions of one variable, and the quotient, coefficient by coefficient from the lowest degree up. */
final class Recursions {
    private final JetAlgebra algebra;
    private final Coefficients argument;
    private final DMatrixRMaj constantPart;

    /** The recursions for the functions of one argument x. */
    Recursions(JetAlgebra algebra, Coefficients argument, DMatrixRMaj constantPart) {
        this.algebra = algebra;
        this.argument = argument;
        this.constantPart = constantPart;
    }

    /**
     * The derivation rule ∂y = w·∂x at the exponent e: adds Σ_{a+b=e} (bᵢ/eᵢ) w_a ∘ x_b, times a sign, to y_e. Terms of
     * w with an index below {@code lowest} are left out.
     */
    private void derive(int e, double sign, Coefficients y, int lowest, Coefficients w, Coefficients x) {
        for (JetAlgebra.Pair pair : algebra.derivation(e)) {
            if (pair.left() >= lowest) {
                y.addHadamard(e, sign * pair.weight(), w.get(pair.left()), x.get(pair.right()));
            }
        }
    }

    private Coefficients starting(@Nullable DMatrixRMaj constant) {
        Coefficients coefficients = new Coefficients(algebra, argument.shape());
        coefficients.set(0, constant);
        return coefficients;
    }

    /** y = exp x from ∂y = y·∂x. */
    Coefficients exp() {
        Coefficients y = starting(CoordinateFunctions.exp(constantPart));
        for (int e = 1; e < algebra.dimension(); e++) {
            derive(e, 1, y, 0, y, argument);
        }
        return y;
    }

    /** y = tanh x and w = 1 − y² from ∂y = w·∂x; w_e is known as soon as y_e is. Given as y and w. */
    HyperbolicTangentCoefficients tanh() {
        Coefficients y = starting(CoordinateFunctions.tanh(constantPart));
        DMatrixRMaj one = argument.shape().zero();
        one.fill(1);
        Coefficients w = starting(one);
        int done = 0;
        for (JetAlgebra.Pair pair : algebra.products()) {
            while (done < pair.product()) {
                done++;
                derive(done, 1, y, 0, w, argument);
            }
            w.addHadamard(pair.product(), -1, y.get(pair.left()), y.get(pair.right()));
        }
        return new HyperbolicTangentCoefficients(y, w);
    }

    /** The coefficients of y = tanh x and of its slope w = 1 − y². */
    record HyperbolicTangentCoefficients(Coefficients value, Coefficients slope) {}

    /** y = log x from x·∂y = ∂x, that is x₀ y_e = x_e − Σ_{a≠0} (bᵢ/eᵢ) x_a y_b. */
    Coefficients log() {
        DMatrixRMaj reciprocal = argument.shape().zero();
        DMatrixRMaj logarithm = argument.shape().zero();
        for (int i = 0; i < reciprocal.getNumElements(); i++) {
            double x = constantPart.data[i];
            if (!(x > 0)) {
                throw new ArithmeticException(
                        "the logarithm of " + x + " does not exist; its argument must be positive");
            }
            reciprocal.data[i] = 1 / x;
            logarithm.data[i] = Math.log(x);
        }
        Coefficients y = starting(logarithm);
        for (int e = 1; e < algebra.dimension(); e++) {
            y.addScaled(e, 1, argument.get(e));
            derive(e, -1, y, 1, argument, y);
            multiplyInPlace(y.get(e), reciprocal);
        }
        return y;
    }

    /** q = 1/x from q·x = 1, that is x₀ q_e = −Σ_{a≠0} x_a q_{e−a}. */
    Coefficients reciprocal() {
        DMatrixRMaj inverse = argument.shape().zero();
        for (int i = 0; i < inverse.getNumElements(); i++) {
            double x = constantPart.data[i];
            if (x == 0) {
                throw new ArithmeticException("a division by a jet whose constant part is 0 at place " + i
                        + "; divide by a jet that is invertible");
            }
            inverse.data[i] = 1 / x;
        }
        Coefficients q = starting(inverse);
        int finished = 0;
        for (JetAlgebra.Pair pair : algebra.products()) {
            if (pair.product() > finished) {
                multiplyInPlace(finished == 0 ? null : q.get(finished), inverse);
                finished = pair.product();
            }
            if (pair.left() > 0) {
                q.addHadamard(pair.product(), -1, argument.get(pair.left()), q.get(pair.right()));
            }
        }
        multiplyInPlace(finished == 0 ? null : q.get(finished), inverse);
        return q;
    }

    private static void multiplyInPlace(@Nullable DMatrixRMaj matrix, DMatrixRMaj factor) {
        if (matrix != null) {
            for (int i = 0; i < matrix.getNumElements(); i++) {
                matrix.data[i] *= factor.data[i];
            }
        }
    }
}
