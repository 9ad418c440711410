package org.modeq.numeric.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The kernel")
class KernelTest {
    @Nested
    @DisplayName("computes the hyperbolic tangent")
    class HyperbolicTangent {
        @Test
        @DisplayName("to a relative error of 1e-15 of the standard library, from 1e-300 to 40 and on both sides")
        void agreesWithTheLibrary() {
            for (double x = 1e-300; x < 40; x *= 1.0037) {
                assertEquals(1, CoordinateFunctions.tanh(x) / Math.tanh(x), 1e-15, "at " + x);
                assertEquals(-CoordinateFunctions.tanh(x), CoordinateFunctions.tanh(-x), "at " + x);
            }
        }

        @Test
        @DisplayName("exactly at zero, at infinity and at no number")
        void limits() {
            assertEquals(0.0, CoordinateFunctions.tanh(0.0));
            assertEquals(-0.0, CoordinateFunctions.tanh(-0.0));
            assertEquals(1.0, CoordinateFunctions.tanh(Double.POSITIVE_INFINITY));
            assertEquals(-1.0, CoordinateFunctions.tanh(Double.NEGATIVE_INFINITY));
            assertEquals(Double.NaN, CoordinateFunctions.tanh(Double.NaN));
        }

        @Test
        @DisplayName("with tanh(ln 2) = 3/5")
        void workedExample() {
            assertEquals(0.6, CoordinateFunctions.tanh(Math.log(2)), 1e-15);
        }
    }

    @Nested
    @DisplayName("given A = (1 2; 3 4), B = (5 6; 7 8) and a target full of ones")
    class SmallMatrices {
        private final DMatrixRMaj a = new DMatrixRMaj(new double[][] {{1, 2}, {3, 4}});
        private final DMatrixRMaj b = new DMatrixRMaj(new double[][] {{5, 6}, {7, 8}});
        private final DMatrixRMaj target = new DMatrixRMaj(new double[][] {{1, 1}, {1, 1}});

        @Test
        @DisplayName("adds A·B")
        void product() {
            Products.addProduct(a, b, target);
            assertArrayEquals(new double[] {20, 23, 44, 51}, target.data);
        }

        @Test
        @DisplayName("adds Aᵀ·B")
        void transposeProduct() {
            Products.addTransposeProduct(a, b, target);
            assertArrayEquals(new double[] {27, 31, 39, 45}, target.data);
        }

        @Test
        @DisplayName("adds A·Bᵀ")
        void productTranspose() {
            Products.addProductTranspose(a, b, target);
            assertArrayEquals(new double[] {18, 24, 40, 54}, target.data);
        }

        @Test
        @DisplayName("adds 2·A∘B and −A")
        void coordinateByCoordinate() {
            Products.addHadamard(2, a, b, target);
            Products.addScaled(-1, a, target);
            assertArrayEquals(new double[] {10, 23, 40, 61}, target.data);
        }
    }
}
