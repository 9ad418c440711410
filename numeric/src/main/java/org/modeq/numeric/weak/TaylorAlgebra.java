package org.modeq.numeric.weak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Polynomials in δ₁, …, δ_d cut off beyond a total degree, as arrays of their coefficients in graded order; immutable.
 *
 * <p>There are C(d + D, d) monomials of degree up to D, and a product takes C(2d + D, 2d) multiplications.
 */
public final class TaylorAlgebra {
    private final int variables;
    private final int degree;
    private final List<int[]> exponents = new ArrayList<>();
    private final Map<List<Integer>, Integer> indices = new HashMap<>();
    private final int[][] lowered;
    private final int[] left;
    private final int[] right;
    private final int[] product;

    private TaylorAlgebra(int variables, int degree) {
        this.variables = variables;
        this.degree = degree;
        for (int total = 0; total <= degree; total++) {
            enumerate(new int[variables], 0, total);
        }
        this.lowered = new int[variables][exponents.size()];
        for (int v = 0; v < variables; v++) {
            for (int i = 0; i < exponents.size(); i++) {
                int[] lower = exponents.get(i).clone();
                lower[v]--;
                lowered[v][i] = indices.getOrDefault(key(lower), -1);
            }
        }
        List<int[]> pairs = pairs();
        this.left = pairs.stream().mapToInt(pair -> pair[0]).toArray();
        this.right = pairs.stream().mapToInt(pair -> pair[1]).toArray();
        this.product = pairs.stream().mapToInt(pair -> pair[2]).toArray();
    }

    /**
     * The polynomials in some variables up to a degree.
     *
     * @param variables d ≥ 1
     * @param degree D ≥ 0
     * @return the algebra
     * @throws IllegalArgumentException if d &lt; 1 or D &lt; 0
     */
    public static TaylorAlgebra of(int variables, int degree) {
        if (variables < 1 || degree < 0) {
            throw new IllegalArgumentException("given " + variables + " variables and the degree " + degree
                    + ", expected at least 1 variable and a degree of at least 0");
        }
        return new TaylorAlgebra(variables, degree);
    }

    private void enumerate(int[] monomial, int variable, int rest) {
        if (variable == variables - 1) {
            int[] whole = monomial.clone();
            whole[variable] = rest;
            indices.put(key(whole), exponents.size());
            exponents.add(whole);
            return;
        }
        for (int e = rest; e >= 0; e--) {
            monomial[variable] = e;
            enumerate(monomial, variable + 1, rest - e);
        }
        monomial[variable] = 0;
    }

    private static List<Integer> key(int... exponents) {
        return Arrays.stream(exponents).boxed().toList();
    }

    private List<int[]> pairs() {
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < exponents.size(); i++) {
            for (int j = 0; j < exponents.size(); j++) {
                if (degreeOf(i) + degreeOf(j) <= degree) {
                    int[] sum = exponents.get(i).clone();
                    for (int v = 0; v < variables; v++) {
                        sum[v] += exponents.get(j)[v];
                    }
                    pairs.add(new int[] {i, j, index(sum)});
                }
            }
        }
        return pairs;
    }

    /** {@return d} */
    public int variables() {
        return variables;
    }

    /** {@return D} */
    public int degree() {
        return degree;
    }

    /** {@return the number of monomials} */
    public int size() {
        return exponents.size();
    }

    /**
     * The exponents of a monomial.
     *
     * @param index its place in graded order
     * @return a copy
     */
    public int[] exponents(int index) {
        return exponents.get(index).clone();
    }

    /** The total degree of a monomial by its place. */
    int degreeOf(int index) {
        return Arrays.stream(exponents.get(index)).sum();
    }

    /**
     * The place of a monomial.
     *
     * @param monomial its exponents
     * @return its place in graded order
     * @throws IllegalArgumentException if it is none of this algebra
     */
    public int index(int... monomial) {
        Integer index = indices.get(key(monomial));
        if (index == null) {
            throw new IllegalArgumentException("given the exponents " + Arrays.toString(monomial) + ", expected "
                    + variables + " of at least 0 with a sum of at most " + degree);
        }
        return index;
    }

    /** The place of ε^e/ε_v; negative if e has no ε_v. */
    int lowered(int index, int variable) {
        return lowered[variable][index];
    }

    /** {@return the polynomial c} */
    double[] constant(double number) {
        double[] constant = new double[size()];
        constant[0] = number;
        return constant;
    }

    /** {@return the polynomial c + δ_v; c alone in an algebra of degree 0} */
    double[] variable(int variable, double number) {
        double[] polynomial = constant(number);
        if (degree > 0) {
            polynomial[1 + variable] = 1;
        }
        return polynomial;
    }

    /**
     * The product, cut off.
     *
     * @param a a polynomial
     * @param b a polynomial
     * @return a·b
     */
    public double[] product(double[] a, double[] b) {
        double[] result = new double[size()];
        addProduct(result, 1, a, b);
        return result;
    }

    /** Adds w·a·b. */
    void addProduct(double[] target, double weight, double[] a, double[] b) {
        for (int p = 0; p < left.length; p++) {
            target[product[p]] += weight * a[left[p]] * b[right[p]];
        }
    }

    /**
     * The derivative along a variable, known to one degree less.
     *
     * @param a a polynomial
     * @param variable v, from 0
     * @return ∂a/∂δ_v
     */
    public double[] derivative(double[] a, int variable) {
        double[] result = new double[size()];
        for (int i = 0; i < a.length; i++) {
            int lower = lowered[variable][i];
            if (lower >= 0) {
                result[lower] = exponents.get(i)[variable] * a[i];
            }
        }
        return result;
    }

    /** The derivative ∂^e by the place of e. */
    double[] derivative(double[] a, int[] orders) {
        double[] result = a;
        for (int v = 0; v < variables; v++) {
            for (int k = 0; k < orders[v]; k++) {
                result = derivative(result, v);
            }
        }
        return result;
    }

    /** Π (cᵢ + δᵢ)^eᵢ for every monomial e of another algebra in the same variables, cut off. */
    double[][] shiftedMonomials(TaylorAlgebra other, double... centre) {
        double[][] shifted = new double[other.size()][];
        shifted[0] = constant(1);
        for (int i = 1; i < other.size(); i++) {
            int v = 0;
            while (other.lowered(i, v) < 0) {
                v++;
            }
            shifted[i] = product(shifted[other.lowered(i, v)], variable(v, centre[v]));
        }
        return shifted;
    }
}
