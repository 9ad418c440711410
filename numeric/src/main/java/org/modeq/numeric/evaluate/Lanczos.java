package org.modeq.numeric.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.RandomStream;

/** The largest eigenvalue of a symmetric matrix that is known by its products with vectors. */
public final class Lanczos {
    private Lanczos() {}

    /** An approximate eigenpair; A has an eigenvalue within the residual of the value. */
    public static final class Eigenpair {
        private final double value;
        private final double[] vector;
        private final double residual;
        private final int steps;

        private Eigenpair(double value, double[] vector, double residual, int steps) {
            this.value = value;
            this.vector = vector;
            this.residual = residual;
            this.steps = steps;
        }

        /** {@return λ} */
        public double value() {
            return value;
        }

        /** {@return v, of length 1, in a new array} */
        public double[] vector() {
            return vector.clone();
        }

        /** {@return ‖Av − λv‖} */
        public double residual() {
            return residual;
        }

        /** {@return the number of products with A} */
        public int steps() {
            return steps;
        }
    }

    /**
     * The largest eigenvalue by Lanczos' process with full orthogonalisation.
     *
     * <p>The basis of the Krylov space of a random vector is kept, so that T = QᵀAQ is tridiagonal; λ is the largest
     * eigenvalue of T, v = Qs, and the residual is |β_k s_k|. Cost: one product with A and 4kd operations in step k, k d
     * numbers of memory. Golub and Van Loan, <em>Matrix Computations</em> (2013), section 10.1.
     *
     * @param product v ↦ Av, which must not change v
     * @param dimension d ≥ 1
     * @param tolerance the residual relative to |λ| at which the process ends
     * @param mostSteps the number of products after which it ends in any case, at least 1
     * @param seed of the first vector
     * @return the eigenpair with its residual, which the caller must look at
     * @throws ArithmeticException if a product is not finite
     */
    public static Eigenpair largest(
            UnaryOperator<double[]> product, int dimension, double tolerance, int mostSteps, long seed) {
        List<double[]> basis = new ArrayList<>();
        List<Double> diagonal = new ArrayList<>();
        List<Double> beside = new ArrayList<>();
        double[] next = RandomStream.ofSeed(seed).normals(dimension);
        Euclidean.scale(next, 1 / Euclidean.norm(next));
        while (true) {
            basis.add(next);
            double[] image = product.apply(next).clone();
            diagonal.add(Euclidean.product(image, next));
            // Twice is enough (Parlett): the second round takes away what rounding has left in the first.
            for (int round = 0; round < 2; round++) {
                for (double[] known : basis) {
                    Euclidean.add(image, -Euclidean.product(image, known), known);
                }
            }
            double length = Euclidean.norm(image);
            if (!Double.isFinite(length)) {
                throw new ArithmeticException("the product with a vector of length 1 is " + length
                        + "; the point is too far out or the data are too large");
            }
            Eigenpair pair = ritz(basis, diagonal, beside, length);
            boolean isDone = pair.residual() <= tolerance * Math.abs(pair.value());
            if (isDone || basis.size() == Math.min(mostSteps, dimension)) {
                return pair;
            }
            beside.add(length);
            Euclidean.scale(image, 1 / length);
            next = image;
        }
    }

    /** The largest eigenvalue of the tridiagonal matrix, with its vector in the whole space. */
    private static Eigenpair ritz(List<double[]> basis, List<Double> diagonal, List<Double> beside, double length) {
        EigenDecomposition tridiagonal = new EigenDecomposition(array(diagonal), array(beside));
        double[] values = tridiagonal.getRealEigenvalues();
        int largest = 0;
        for (int i = 1; i < values.length; i++) {
            largest = values[i] > values[largest] ? i : largest;
        }
        double[] coordinates = tridiagonal.getEigenvector(largest).toArray();
        double[] vector = new double[basis.get(0).length];
        for (int i = 0; i < coordinates.length; i++) {
            Euclidean.add(vector, coordinates[i], basis.get(i));
        }
        double residual = Math.abs(length * coordinates[coordinates.length - 1]);
        return new Eigenpair(values[largest], vector, residual, basis.size());
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
