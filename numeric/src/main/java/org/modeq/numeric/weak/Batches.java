package org.modeq.numeric.weak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.model.RandomStream;
import org.modeq.numeric.model.VectorField;

/**
 * The fields f₁, …, f_m of equally likely batches, which know their Taylor polynomials at every point.
 *
 * <p>Polynomial fields are recognised, expanded once and moved from point to point; others are expanded by jets at each.
 */
public final class Batches {
    /** The highest degree in each variable that a polynomial field is looked for in. */
    private static final int HIGHEST_DEGREE = 5;

    private static final int PROBES = 3;
    private static final long SEED = 1;
    private static final double ROUNDING = 1e-12;

    private final List<VectorField> fields;
    private final TaylorAlgebra polynomials;

    /** The coefficients of the fields at 0, by batch and component; none if a field is no polynomial. */
    private final List<double[][]> coefficients;

    private Batches(List<VectorField> fields, TaylorAlgebra polynomials, List<double[][]> coefficients) {
        this.fields = fields;
        this.polynomials = polynomials;
        this.coefficients = coefficients;
    }

    /**
     * Some batches.
     *
     * @param fields f₁, …, f_m, of one dimension d
     * @return the batches
     * @throws IllegalArgumentException if there is no field, or they have several dimensions
     */
    public static Batches of(List<VectorField> fields) {
        if (fields.stream().mapToInt(VectorField::dimension).distinct().count() != 1) {
            throw new IllegalArgumentException("given fields of the dimensions "
                    + fields.stream().map(VectorField::dimension).toList()
                    + ", expected at least one field and one dimension");
        }
        int dimension = fields.get(0).dimension();
        TaylorAlgebra polynomials = TaylorAlgebra.of(dimension, HIGHEST_DEGREE);
        List<double[][]> coefficients = new ArrayList<>();
        for (VectorField field : fields) {
            try {
                coefficients.add(expanded(field, polynomials, new double[dimension]));
            } catch (ArithmeticException notThere) {
                return new Batches(List.copyOf(fields), polynomials, List.of());
            }
        }
        Batches batches = new Batches(List.copyOf(fields), polynomials, coefficients);
        return batches.arePolynomials() ? batches : new Batches(batches.fields, polynomials, List.of());
    }

    private boolean arePolynomials() {
        RandomStream stream = RandomStream.ofSeed(SEED);
        for (int probe = 0; probe < PROBES; probe++) {
            double[] point = stream.normals(dimension());
            List<double[][]> predicted = at(point, TaylorAlgebra.of(dimension(), 0));
            for (int b = 0; b < fields.size(); b++) {
                double[] known = fields.get(b).at(point);
                double size = 1;
                for (double[] component : coefficients.get(b)) {
                    for (double coefficient : component) {
                        size = Math.max(size, Math.abs(coefficient));
                    }
                }
                for (int i = 0; i < known.length; i++) {
                    if (!(Math.abs(known[i] - predicted.get(b)[i][0]) <= ROUNDING * (size + Math.abs(known[i])))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** {@return d} */
    public int dimension() {
        return fields.get(0).dimension();
    }

    /** {@return m} */
    public int count() {
        return fields.size();
    }

    /** {@return f₁, …, f_m} */
    public List<VectorField> fields() {
        return fields;
    }

    /**
     * The fields around a point.
     *
     * @param centre c
     * @param algebra to which degree
     * @return f_b(c + δ) for each b, component by component
     */
    public List<double[][]> at(double[] centre, TaylorAlgebra algebra) {
        if (coefficients.isEmpty()) {
            return fields.stream()
                    .map(field -> expanded(field, algebra, centre))
                    .toList();
        }
        double[][] monomials = algebra.shiftedMonomials(polynomials, centre);
        List<double[][]> moved = new ArrayList<>();
        for (double[][] field : coefficients) {
            double[][] components = new double[field.length][algebra.size()];
            for (int i = 0; i < field.length; i++) {
                for (int e = 0; e < monomials.length; e++) {
                    if (field[i][e] != 0) {
                        for (int k = 0; k < algebra.size(); k++) {
                            components[i][k] += field[i][e] * monomials[e][k];
                        }
                    }
                }
            }
            moved.add(components);
        }
        return moved;
    }

    /** f(c + δ) by a jet whose directions are the axes. */
    private static double[][] expanded(VectorField field, TaylorAlgebra algebra, double... centre) {
        int dimension = centre.length;
        List<double[]> axes = new ArrayList<>();
        for (int i = 0; i < dimension; i++) {
            double[] axis = new double[dimension];
            axis[i] = 1;
            axes.add(axis);
        }
        double[][] components = new double[dimension][algebra.size()];
        if (algebra.degree() == 0) {
            double[] value = field.at(centre);
            for (int i = 0; i < dimension; i++) {
                components[i][0] = value[i];
            }
            return components;
        }
        JetAlgebra jets = JetAlgebra.of(Collections.nCopies(dimension, algebra.degree()));
        Jet value = field.at(Jet.affine(jets, centre, axes));
        for (int e = 0; e < algebra.size(); e++) {
            int[] exponents = algebra.exponents(e);
            double[] entries = value.entries(Arrays.stream(exponents).boxed().toArray(Integer[]::new));
            for (int i = 0; i < dimension; i++) {
                components[i][e] = entries[i];
            }
        }
        return components;
    }
}
