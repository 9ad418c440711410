package org.modeq.numeric.weak;

import java.util.ArrayList;
import java.util.List;

/**
 * A law near its mean: μ and the central moments M_α = 𝔼(X − μ)^α to the degree of an algebra. Immutable.
 *
 * <p>Means of polynomials in δ = X − μ follow from them; those of other functions from their Taylor polynomials.
 */
public final class Moments {
    private final TaylorAlgebra algebra;
    private final double[] mean;
    private final double[] central;

    private Moments(TaylorAlgebra algebra, double[] mean, double... central) {
        this.algebra = algebra;
        this.mean = mean;
        this.central = central;
    }

    /**
     * The law of a point.
     *
     * @param point x
     * @param degree 2K, the highest degree of a moment
     * @return the law with all moments 0
     */
    public static Moments ofPoint(double[] point, int degree) {
        TaylorAlgebra algebra = TaylorAlgebra.of(point.length, degree);
        return new Moments(algebra, point.clone(), algebra.constant(1));
    }

    /** The law from its numbers: the mean, then the central moments from degree 2 on. */
    Moments withNumbers(double... numbers) {
        int dimension = mean.length;
        double[] moments = algebra.constant(1);
        for (int e = dimension + 1; e < moments.length; e++) {
            moments[e] = numbers[e - 1];
        }
        double[] centre = new double[dimension];
        System.arraycopy(numbers, 0, centre, 0, dimension);
        return new Moments(algebra, centre, moments);
    }

    /** The mean, then the central moments from degree 2 on: those of degree 0 and 1 are 1 and 0. */
    double[] numbers() {
        double[] numbers = new double[algebra.size() - 1];
        System.arraycopy(mean, 0, numbers, 0, mean.length);
        System.arraycopy(central, mean.length + 1, numbers, mean.length, numbers.length - mean.length);
        return numbers;
    }

    TaylorAlgebra algebra() {
        return algebra;
    }

    /** {@return μ, a copy} */
    public double[] mean() {
        return mean.clone();
    }

    /** 𝔼 p(X − μ). */
    double meanOf(double... polynomial) {
        double sum = 0;
        for (int e = 0; e < polynomial.length; e++) {
            sum += polynomial[e] * central[e];
        }
        return sum;
    }

    /**
     * Moments about any point.
     *
     * @param origin c
     * @param degree r, at most that of this law
     * @return 𝔼(X − c)^α for all α of degree 1 to r, in graded order
     */
    public double[] about(double[] origin, int degree) {
        double[] shift = new double[mean.length];
        for (int i = 0; i < shift.length; i++) {
            shift[i] = mean[i] - origin[i];
        }
        double[][] monomials = algebra.shiftedMonomials(TaylorAlgebra.of(mean.length, degree), shift);
        double[] about = new double[monomials.length - 1];
        for (int e = 1; e < monomials.length; e++) {
            about[e - 1] = meanOf(monomials[e]);
        }
        return about;
    }

    /**
     * One step of SGD: X + h f_ξ(X) with an independent draw.
     *
     * @param batches f₁, …, f_m
     * @param stepSize h
     * @return the law after it
     */
    public Moments afterStep(Batches batches, double stepSize) {
        List<double[][]> images = new ArrayList<>();
        double[] next = mean.clone();
        for (double[][] field : batches.at(mean, algebra)) {
            double[][] image = new double[mean.length][];
            for (int i = 0; i < mean.length; i++) {
                image[i] = algebra.variable(i, 0);
                for (int e = 0; e < algebra.size(); e++) {
                    image[i][e] += stepSize * field[i][e];
                }
                next[i] += meanOf(image[i]) / batches.count();
            }
            images.add(image);
        }
        double[] moments = new double[algebra.size()];
        for (double[][] image : images) {
            for (int i = 0; i < mean.length; i++) {
                image[i][0] -= next[i] - mean[i];
            }
            addPowers(moments, 1.0 / batches.count(), image);
        }
        for (int i = 1; i <= mean.length; i++) {
            moments[i] = 0;
        }
        return new Moments(algebra, next, moments);
    }

    /** Adds the means of all products of the components of an image. */
    private void addPowers(double[] target, double weight, double[][] image) {
        double[][] powers = new double[algebra.size()][];
        powers[0] = algebra.constant(1);
        target[0] += weight;
        for (int e = 1; e < powers.length; e++) {
            int v = 0;
            while (algebra.lowered(e, v) < 0) {
                v++;
            }
            powers[e] = algebra.product(powers[algebra.lowered(e, v)], image[v]);
            target[e] += weight * meanOf(powers[e]);
        }
    }

    /**
     * Their rates of change under a generator: d/dt 𝔼δ^α = 𝔼 𝓛δ^α − Σ_i α_i μ′_i 𝔼δ^α/δ_i, in the order of {@link #numbers}.
     *
     * <p>𝓛 stands around the mean.
     */
    double[] rates(DifferentialOperator generator) {
        double[] drift = new double[mean.length];
        double[] rates = new double[algebra.size() - 1];
        for (int place = 1; place < algebra.size(); place++) {
            double[] monomial = new double[algebra.size()];
            monomial[place] = 1;
            double[] image = new double[algebra.size()];
            generator.addImage(image, 1, monomial);
            double rate = meanOf(image);
            if (place <= mean.length) {
                drift[place - 1] = rate;
            } else {
                int[] exponents = algebra.exponents(place);
                for (int v = 0; v < mean.length; v++) {
                    int lower = algebra.lowered(place, v);
                    rate -= lower < 0 ? 0 : exponents[v] * drift[v] * central[lower];
                }
            }
            rates[place - 1] = rate;
        }
        return rates;
    }
}
