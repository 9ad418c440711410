package org.modeq.numeric.weak;

import java.util.ArrayList;
import java.util.List;

/**
 * One step of SGD from θ against exp(h𝓛), on all products of up to three coordinates of the displacement, or more.
 *
 * <p>exp(h𝓛)φ = Σ_k (h𝓛)ᵏφ/k! is a power series in h whose coefficient at h^j needs the fields to degree j − 1 only: their Taylor
 * polynomials give it but for rounding.
 */
public final class OneStep {
    private final Batches batches;
    private final double[] start;
    private final int degree;
    private final int highest;
    private final CentredFields fields;
    private final TaylorAlgebra algebra;

    private OneStep(Batches batches, int degree, int highest, double... start) {
        this.batches = batches;
        this.start = start.clone();
        this.degree = degree;
        this.highest = highest;
        this.algebra = TaylorAlgebra.of(start.length, highest);
        this.fields = CentredFields.at(batches, start, algebra);
    }

    /**
     * A step.
     *
     * @param batches f₁, …, f_m
     * @param start θ
     * @param degree the highest degree of the functions φ, at least 1
     * @param highest the highest power of h, at least the degree
     * @return the step
     */
    public static OneStep of(Batches batches, double[] start, int degree, int highest) {
        return new OneStep(batches, degree, highest, start);
    }

    /** The monomials of degree 1 to the highest of φ. */
    private List<Integer> functions() {
        List<Integer> functions = new ArrayList<>();
        for (int place = 1; place < algebra.size() && algebra.degreeOf(place) <= degree; place++) {
            functions.add(place);
        }
        return functions;
    }

    /**
     * The means after real steps.
     *
     * @param stepSize h
     * @return 𝔼 φ(h f_ξ(θ)), for every φ
     */
    public double[] means(double stepSize) {
        List<Integer> functions = functions();
        double[] means = new double[functions.size()];
        for (int b = 0; b < batches.count(); b++) {
            double[] displacement = batches.fields().get(b).at(start.clone());
            for (int i = 0; i < means.length; i++) {
                int[] exponents = algebra.exponents(functions.get(i));
                double product = 1.0 / batches.count();
                for (int v = 0; v < exponents.length; v++) {
                    product *= Math.pow(stepSize * displacement[v], exponents[v]);
                }
                means[i] += product;
            }
        }
        return means;
    }

    /**
     * The power series of the means in h, from real steps: a φ of degree r has the power h^r alone.
     *
     * @return for each power 1, 2, … the coefficients of all φ
     */
    public List<double[]> powers() {
        List<Integer> functions = functions();
        double[] means = means(1);
        List<double[]> powers = new ArrayList<>();
        for (int power = 1; power <= highest; power++) {
            double[] coefficients = new double[means.length];
            for (int i = 0; i < means.length; i++) {
                coefficients[i] = algebra.degreeOf(functions.get(i)) == power ? means[i] : 0;
            }
            powers.add(coefficients);
        }
        return powers;
    }

    /**
     * The power series of exp(h𝓛)φ at θ.
     *
     * @param generator 𝓛
     * @return for each power 1, 2, … of h the coefficients of all φ
     */
    public List<double[]> powers(ModifiedGenerator generator) {
        List<DifferentialOperator> operators = generator.operators(fields);
        List<Integer> functions = functions();
        List<double[]> powers = new ArrayList<>();
        for (int power = 1; power <= highest; power++) {
            powers.add(new double[functions.size()]);
        }
        for (int i = 0; i < functions.size(); i++) {
            double[][] series = new double[highest + 1][algebra.size()];
            series[0][functions.get(i)] = 1;
            for (int k = 1; k <= highest; k++) {
                series = applied(operators, series, k);
                for (int power = 1; power <= highest; power++) {
                    powers.get(power - 1)[i] += series[power][0];
                }
            }
        }
        return powers;
    }

    /**
     * How large a generator is, power by power.
     *
     * @param generator 𝓛 = 𝓛₀ + h𝓛₁ + …
     * @return for each power 0, 1, … of h the values (𝓛_p φ)(θ) for all φ
     */
    public List<double[]> images(ModifiedGenerator generator) {
        List<Integer> functions = functions();
        List<double[]> images = new ArrayList<>();
        for (DifferentialOperator operator : generator.operators(fields)) {
            double[] values = new double[functions.size()];
            for (int i = 0; i < values.length; i++) {
                double[] monomial = new double[algebra.size()];
                monomial[functions.get(i)] = 1;
                double[] image = new double[algebra.size()];
                operator.addImage(image, 1, monomial);
                values[i] = image[0];
            }
            images.add(values);
        }
        return images;
    }

    /** h𝓛/k on a power series of polynomials. */
    private double[][] applied(List<DifferentialOperator> operators, double[][] series, int k) {
        double[][] image = new double[highest + 1][algebra.size()];
        for (int power = 1; power <= highest; power++) {
            for (int p = 0; p < operators.size() && p < power; p++) {
                operators.get(p).addImage(image[power], 1.0 / k, series[power - 1 - p]);
            }
        }
        return image;
    }
}
