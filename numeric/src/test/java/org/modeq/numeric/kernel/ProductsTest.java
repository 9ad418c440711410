package org.modeq.numeric.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Products")
class ProductsTest {
    @Test
    @DisplayName("refuse matrices whose sizes do not fit, and say which")
    void sizes() {
        DMatrixRMaj a = new DMatrixRMaj(2, 3);
        DMatrixRMaj b = new DMatrixRMaj(2, 4);
        DMatrixRMaj c = new DMatrixRMaj(3, 4);
        String message = assertThrows(IllegalArgumentException.class, () -> Products.addProduct(a, b, c))
                .getMessage();
        assertEquals(
                "given A of size 2×3, B of size 2×4 and C of size 3×4 for C += A·B;"
                        + " expected sizes that fit, transpose a factor or make C anew",
                message);
        Products.addTransposeProduct(a, b, c);
        assertThrows(IllegalArgumentException.class, () -> Products.addProductTranspose(a, b, c));
    }
}
