package org.modeq.numeric.jet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The laws of matrices over a commutative ring, on 3×3 jets of small integers, where rounding is absent. */
interface MatrixRingLaws {
    long SEED = 2026;
    int SIZE = 3;

    JetAlgebra algebra();

    /** Jets with random integer coefficients at every monomial, made from sums of products of variables. */
    default List<Jet> samples() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Jet> samples = new ArrayList<>();
        for (int sample = 0; sample < 3; sample++) {
            Jet jet = Jet.zero(algebra(), SIZE, SIZE);
            for (List<Integer> exponents : algebra().monomials()) {
                DMatrixRMaj matrix = new DMatrixRMaj(SIZE, SIZE);
                for (int i = 0; i < SIZE * SIZE; i++) {
                    matrix.data[i] = random.nextInt(-9, 10);
                }
                jet = jet.plus(Jet.constant(algebra(), matrix).timesScalar(monomial(exponents)));
            }
            samples.add(jet);
        }
        return samples;
    }

    private Jet monomial(List<Integer> exponents) {
        Jet product = Jet.column(algebra(), 1);
        for (int i = 0; i < exponents.size(); i++) {
            List<double[]> directions = new ArrayList<>();
            for (int variable = 0; variable < exponents.size(); variable++) {
                directions.add(new double[] {variable == i ? 1 : 0});
            }
            for (int k = 0; k < exponents.get(i); k++) {
                product = product.hadamard(Jet.affine(algebra(), new double[] {0}, directions));
            }
        }
        return product;
    }

    default void assertEqualJets(Jet expected, Jet actual) {
        for (List<Integer> exponents : algebra().monomials()) {
            assertArrayEquals(
                    expected.coefficient(exponents).data,
                    actual.coefficient(exponents).data,
                    "seed " + SEED + ", exponents " + exponents);
        }
    }

    @Test
    @DisplayName("multiplication is associative")
    default void associative() {
        List<Jet> x = samples();
        assertEqualJets(
                x.get(0).times(x.get(1)).times(x.get(2)),
                x.get(0).times(x.get(1).times(x.get(2))));
    }

    @Test
    @DisplayName("multiplication distributes over addition")
    default void distributive() {
        List<Jet> x = samples();
        assertEqualJets(
                x.get(0).times(x.get(1).plus(x.get(2))),
                x.get(0).times(x.get(1)).plus(x.get(0).times(x.get(2))));
    }

    @Test
    @DisplayName("the product coordinate by coordinate commutes")
    default void hadamardCommutes() {
        List<Jet> x = samples();
        assertEqualJets(x.get(0).hadamard(x.get(1)), x.get(1).hadamard(x.get(0)));
    }

    @Test
    @DisplayName("the transposed products agree: (Xᵀ·Y)·Z = Xᵀ·(Y·Z) and X·(Y·Z)ᵀ = (X·Zᵀ)·Yᵀ")
    default void transposes() {
        List<Jet> x = samples();
        assertEqualJets(
                x.get(0).transposeTimes(x.get(1)).times(x.get(2)),
                x.get(0).transposeTimes(x.get(1).times(x.get(2))));
        assertEqualJets(
                x.get(0).timesTranspose(x.get(1).times(x.get(2))),
                x.get(0).timesTranspose(x.get(2)).timesTranspose(x.get(1)));
    }

    @Test
    @DisplayName("subtraction undoes addition")
    default void subtraction() {
        List<Jet> x = samples();
        assertEqualJets(x.get(0), x.get(0).plus(x.get(1)).minus(x.get(1)));
        assertEqualJets(x.get(0).scaled(3), x.get(0).plus(x.get(0)).plus(x.get(0)));
    }
}
