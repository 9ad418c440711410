package org.modeq.numeric.weak;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A differential operator Σ_α a_α(δ) ∂^α around a point, its coefficients Taylor polynomials. */
final class DifferentialOperator {
    private final TaylorAlgebra algebra;

    /** a_α by the place of α. */
    private final SortedMap<Integer, double[]> coefficients = new TreeMap<>();

    DifferentialOperator(TaylorAlgebra algebra) {
        this.algebra = algebra;
    }

    SortedMap<Integer, double[]> coefficients() {
        return coefficients;
    }

    /** Adds w Σ v₁^{j₁} ⋯ v_r^{j_r} ∂_{j₁} ⋯ ∂_{j_r}, the operator φ ↦ w φ⁽ʳ⁾(v₁, …, v_r). */
    void add(double weight, List<double[][]> directions) {
        add(algebra.constant(weight), new int[algebra.variables()], directions, 0);
    }

    private void add(double[] product, int[] orders, List<double[][]> directions, int next) {
        if (next == directions.size()) {
            double[] target = coefficients.computeIfAbsent(algebra.index(orders), place -> new double[algebra.size()]);
            for (int e = 0; e < target.length; e++) {
                target[e] += product[e];
            }
            return;
        }
        for (int j = 0; j < algebra.variables(); j++) {
            orders[j]++;
            add(algebra.product(product, directions.get(next)[j]), orders, directions, next + 1);
            orders[j]--;
        }
    }

    /** Adds a multiple of another operator. */
    void add(double weight, DifferentialOperator other) {
        other.coefficients.forEach((place, polynomial) -> {
            double[] target = coefficients.computeIfAbsent(place, absent -> new double[algebra.size()]);
            for (int e = 0; e < target.length; e++) {
                target[e] += weight * polynomial[e];
            }
        });
    }

    /** Adds w·(this φ) to a polynomial. */
    void addImage(double[] target, double weight, double[] polynomial) {
        coefficients.forEach((place, coefficient) -> algebra.addProduct(
                target, weight, coefficient, algebra.derivative(polynomial, algebra.exponents(place))));
    }
}
