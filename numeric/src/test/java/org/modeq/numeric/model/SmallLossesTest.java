package org.modeq.numeric.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A loss without data:")
class SmallLossesTest {
    @Nested
    @DisplayName("½‖UVᵀ − M‖² with U = (1, 2)ᵀ, V = (3, −1, 2)ᵀ and M = (1 0 1; 2 2 2)")
    class Factorisation {
        // UVᵀ − M = (2 −1 1; 4 −4 2).
        private final DMatrixRMaj target = new DMatrixRMaj(2, 3, true, 1, 0, 1, 2, 2, 2);
        private final double[] theta = {1, 2, 3, -1, 2};

        @Test
        @DisplayName("has the value 21 and the gradient ((UVᵀ − M)V, (UVᵀ − M)ᵀU)")
        void values() {
            MatrixFactorisation loss = MatrixFactorisation.of(target, 1);
            assertEquals(21, loss.value(theta));
            assertArrayEquals(new double[] {9, 20, 10, -9, 5}, loss.gradient(theta));
            assertEquals(List.of("U", "V"), loss.layout().names());
        }

        @Test
        @DisplayName("counts with a mask the known entries alone")
        void mask() {
            MatrixFactorisation loss = MatrixFactorisation.of(target, 1, new DMatrixRMaj(2, 3, true, 1, 0, 0, 0, 1, 0));
            assertEquals(10, loss.value(theta));
            assertArrayEquals(new double[] {6, 4, 2, -8, 0}, loss.gradient(theta));
        }

        @Test
        @DisplayName("keeps UᵀU − VᵀV along gradient flow, at rank 2")
        void conservation() {
            MatrixFactorisation loss = MatrixFactorisation.of(target, 2);
            double[] point = loss.layout().initialParameters(4);
            double[] field = loss.negativeGradient().at(point);
            for (int k = 0; k < 2; k++) {
                for (int l = 0; l < 2; l++) {
                    double rate = 0;
                    for (int i = 0; i < 5; i++) {
                        double sign = i < 2 ? 1 : -1;
                        rate += sign * (point[2 * i + k] * field[2 * i + l] + point[2 * i + l] * field[2 * i + k]);
                    }
                    assertEquals(0, rate, 1e-14);
                }
            }
        }

        @Test
        @DisplayName("refuses a rank below 1 and a mask of another size")
        void errors() {
            assertThrows(IllegalArgumentException.class, () -> MatrixFactorisation.of(target, 0));
            assertThrows(
                    IllegalArgumentException.class, () -> MatrixFactorisation.of(target, 1, new DMatrixRMaj(3, 2)));
        }
    }

    @Nested
    @DisplayName("½(x − c)ᵀA(x − c) with A = (2 1; 0 4) and c = (1, −1)")
    class Quadratic {
        private final QuadraticLoss loss = QuadraticLoss.of(new DMatrixRMaj(2, 2, true, 2, 1, 0, 4), 1, -1);

        @Test
        @DisplayName("has at (3, 0) the value 7 and the gradient ½(A + Aᵀ)(x − c) = (4.5, 5)")
        void values() {
            assertEquals(7, loss.value(new double[] {3, 0}));
            assertArrayEquals(new double[] {4.5, 5}, loss.gradient(new double[] {3, 0}));
        }

        @Test
        @DisplayName("refuses a matrix that does not fit the centre")
        void errors() {
            assertThrows(IllegalArgumentException.class, () -> QuadraticLoss.of(new DMatrixRMaj(2, 3), 1, 2));
            assertThrows(IllegalArgumentException.class, () -> QuadraticLoss.of(new DMatrixRMaj(0, 0)));
        }
    }

    @Nested
    @DisplayName("a polynomial")
    class Polynomial {
        @Test
        @DisplayName("that is a number, or has no terms, has the gradient 0")
        void constant() {
            PolynomialLoss number = PolynomialLoss.of(2, List.of(new PolynomialLoss.Term(3, List.of(0, 0))));
            assertEquals(3, number.value(new double[] {1, 2}));
            assertArrayEquals(new double[2], number.gradient(new double[] {1, 2}));
            PolynomialLoss nothing = PolynomialLoss.of(2, List.of());
            assertEquals(0, nothing.value(new double[] {1, 2}));
            assertArrayEquals(new double[2], nothing.negativeGradient().at(new double[] {1, 2}));
        }
    }
}
