package org.modeq.numeric.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.model.VectorField;

@DisplayName("The Lie bracket")
class LieBracketTest {
    /** The linear field θ ↦ Mθ. */
    private static VectorField linear(double[][] matrix) {
        DMatrixRMaj entries = new DMatrixRMaj(matrix);
        return VectorField.of(
                entries.numRows, theta -> Jet.constant(theta.algebra(), entries).times(theta));
    }

    @Test
    @DisplayName("[f, g] = g′f − f′g of f = (y, 0) and g = (0, x) is (−x, y)")
    void handWorked() {
        VectorField f = linear(new double[][] {{0, 1}, {0, 0}});
        VectorField g = linear(new double[][] {{0, 0}, {1, 0}});
        assertArrayEquals(new double[] {-3, 5}, DerivedFields.lieBracket(f, g).at(new double[] {3, 5}));
    }

    @Test
    @DisplayName("is antisymmetric and vanishes on commuting fields")
    void antisymmetric() {
        VectorField f = linear(new double[][] {{1, 2}, {3, 4}});
        VectorField g = linear(new double[][] {{0, 1}, {-1, 2}});
        VectorField twice = f.scaled(2);
        double[] theta = {1, -2};
        double[] bracket = DerivedFields.lieBracket(f, g).at(theta);
        double[] swapped = DerivedFields.lieBracket(g, f).at(theta);
        assertArrayEquals(new double[] {-bracket[0], -bracket[1]}, swapped);
        assertArrayEquals(new double[2], DerivedFields.lieBracket(f, twice).at(theta));
    }
}
