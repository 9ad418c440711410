package org.modeq.numeric.jet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Jets")
class JetTest {
    private static Jet variable(JetAlgebra algebra, int index, double value) {
        List<double[]> directions = new java.util.ArrayList<>();
        for (int i = 0; i <= index; i++) {
            directions.add(new double[] {i == index ? 1 : 0});
        }
        return Jet.affine(algebra, new double[] {value}, directions);
    }

    private static Jet powerSeriesVariable(int order, double value) {
        return variable(JetAlgebra.of(order), 0, value);
    }

    /** The coefficients of 1, h, h², … of a 1×1 jet in one variable. */
    private static double[] coefficients(Jet series) {
        return series.algebra().monomials().stream()
                .mapToDouble(exponents -> series.coefficient(exponents).data[0])
                .toArray();
    }

    @Nested
    @DisplayName("over ℝ[ε₁,ε₂]/(ε₁³,ε₂²)")
    class Algebra {
        private final JetAlgebra algebra = JetAlgebra.of(2, 1);

        @Test
        @DisplayName("have the six monomials 1; ε₁, ε₂; ε₁², ε₁ε₂; ε₁²ε₂ in this order")
        void gradedOrder() {
            assertEquals(
                    List.of(List.of(0, 0), List.of(1, 0), List.of(0, 1), List.of(2, 0), List.of(1, 1), List.of(2, 1)),
                    algebra.monomials());
        }

        @Test
        @DisplayName("share one algebra object")
        void sharedObject() {
            assertSame(algebra, JetAlgebra.of(List.of(2, 1)));
        }

        @Test
        @DisplayName("refuse monomials beyond the truncation: unknown is not zero")
        void unknownIsNotZero() {
            Jet x = variable(algebra, 0, 1);
            assertThrows(IllegalArgumentException.class, () -> x.coefficient(List.of(3, 0)));
            assertThrows(IllegalArgumentException.class, () -> x.coefficient(List.of(1)));
        }

        @Test
        @DisplayName("refuse algebras of more than 4096 dimensions and negative degrees")
        void tooLarge() {
            assertTrue(assertThrows(IllegalArgumentException.class, () -> JetAlgebra.of(99, 99))
                    .getMessage()
                    .contains("10000"));
            assertThrows(IllegalArgumentException.class, () -> JetAlgebra.of(-1));
        }

        @Test
        @DisplayName("refuse to meet a jet over another algebra, and embed only real matrices")
        void otherAlgebra() {
            Jet x = variable(algebra, 0, 1);
            Jet other = powerSeriesVariable(2, 1);
            assertThrows(IllegalArgumentException.class, () -> x.plus(other));
            assertThrows(IllegalArgumentException.class, () -> x.times(other));
            assertThrows(IllegalArgumentException.class, () -> other.in(algebra));
            assertArrayEquals(
                    new double[] {3}, Jet.column(JetAlgebra.of(), 3).in(algebra).constantEntries());
        }
    }

    /** Over ℝ, over power series, and over two kinds of mixed jets. */
    @Nested
    @DisplayName("over ℝ are a ring of matrices")
    class RealMatrices implements MatrixRingLaws {
        @Override
        public JetAlgebra algebra() {
            return JetAlgebra.of();
        }
    }

    @Nested
    @DisplayName("over power series to degree 4 are a ring of matrices")
    class PowerSeriesMatrices implements MatrixRingLaws {
        @Override
        public JetAlgebra algebra() {
            return JetAlgebra.of(4);
        }
    }

    @Nested
    @DisplayName("over three square-free variables are a ring of matrices")
    class SquareFreeMatrices implements MatrixRingLaws {
        @Override
        public JetAlgebra algebra() {
            return JetAlgebra.of(1, 1, 1);
        }
    }

    @Nested
    @DisplayName("in one variable know Taylor series")
    class TaylorSeries {
        @Test
        @DisplayName("tanh h = h − h³/3 + 2h⁵/15 − 17h⁷/315, source: Bernoulli numbers")
        void tanh() {
            assertArrayEquals(
                    new double[] {0, 1, 0, -1.0 / 3, 0, 2.0 / 15, 0, -17.0 / 315},
                    coefficients(powerSeriesVariable(7, 0).tanh().value()),
                    1e-16);
        }

        @Test
        @DisplayName("slope of tanh h = 1 − h² + 2h⁴/3 − 17h⁶/45")
        void slopeOfTanh() {
            assertArrayEquals(
                    new double[] {1, 0, -1, 0, 2.0 / 3, 0, -17.0 / 45, 0},
                    coefficients(powerSeriesVariable(7, 0).tanh().slope()),
                    1e-15);
        }

        @Test
        @DisplayName("tanh at ln 2 = artanh 3/5: tanh′ = 16/25, tanh″/2 = −48/125")
        void tanhElsewhere() {
            assertArrayEquals(
                    new double[] {0.6, 16.0 / 25, -48.0 / 125},
                    coefficients(powerSeriesVariable(2, Math.log(2)).tanh().value()),
                    1e-15);
        }

        @Test
        @DisplayName("exp h = Σ hᵏ/k!")
        void exp() {
            assertArrayEquals(
                    new double[] {1, 1, 1.0 / 2, 1.0 / 6, 1.0 / 24, 1.0 / 120},
                    coefficients(powerSeriesVariable(5, 0).exp()),
                    1e-16);
        }

        @Test
        @DisplayName("log(1 + h) = h − h²/2 + h³/3 − h⁴/4 + h⁵/5")
        void log() {
            assertArrayEquals(
                    new double[] {0, 1, -1.0 / 2, 1.0 / 3, -1.0 / 4, 1.0 / 5},
                    coefficients(powerSeriesVariable(5, 1).log()),
                    1e-16);
        }

        @Test
        @DisplayName("1/(2 + h) = 1/2 − h/4 + h²/8 − h³/16")
        void reciprocal() {
            assertArrayEquals(
                    new double[] {1.0 / 2, -1.0 / 4, 1.0 / 8, -1.0 / 16},
                    coefficients(powerSeriesVariable(3, 2).reciprocal()),
                    0);
        }

        @Test
        @DisplayName("no logarithm of 0 and no division by 0")
        void impossible() {
            assertThrows(
                    ArithmeticException.class, () -> powerSeriesVariable(2, 0).log());
            assertThrows(
                    ArithmeticException.class, () -> powerSeriesVariable(2, 0).reciprocal());
        }
    }

    @Nested
    @DisplayName("in two variables know mixed Taylor series")
    class MixedSeries {
        private final JetAlgebra algebra = JetAlgebra.of(3, 2);
        private final Jet x = variable(algebra, 0, 0);
        private final Jet y = variable(algebra, 1, 0);

        @ParameterizedTest(name = "the coefficient of ε₁^{0} ε₂^{1} in exp(ε₁ + ε₂) is 1/({0}! {1}!) = 1/{2}")
        @CsvSource({"0,0,1", "1,1,1", "2,1,2", "3,2,12", "3,0,6"})
        void exp(int first, int second, double denominator) {
            assertEquals(1 / denominator, x.plus(y).exp().coefficient(List.of(first, second)).data[0], 1e-16);
        }

        @Test
        @DisplayName("exp(log(1 + ε₁ + ε₂)) is 1 + ε₁ + ε₂ again, and tanh = (e^2x − 1)/(e^2x + 1)")
        void inverses() {
            Jet one = Jet.column(algebra, 1);
            Jet z = x.plus(y).plus(one);
            Jet twice = z.scaled(2).exp();
            Jet quotient = twice.minus(one).hadamard(twice.plus(one).reciprocal());
            for (List<Integer> exponents : algebra.monomials()) {
                double expected = z.coefficient(exponents).data[0];
                assertEquals(expected, z.log().exp().coefficient(exponents).data[0], 1e-14);
                assertEquals(
                        quotient.coefficient(exponents).data[0],
                        z.tanh().value().coefficient(exponents).data[0],
                        1e-14);
            }
        }
    }

    @Nested
    @DisplayName("given as the matrix (1 2; 3 4)")
    class Reshaped {
        private final Jet matrix = Jet.constant(JetAlgebra.of(2), new DMatrixRMaj(new double[][] {{1, 2}, {3, 4}}));

        @Test
        @DisplayName("have the row sums 3, 7, the column sums 4, 6 and the sum 10")
        void sums() {
            assertArrayEquals(new double[] {3, 7}, matrix.rowSums().constantEntries());
            assertArrayEquals(new double[] {4, 6}, matrix.columnSums().constantEntries());
            assertArrayEquals(new double[] {10}, matrix.sum().constantEntries());
        }

        @Test
        @DisplayName("are stacked row by row and cut out again")
        void stackedAndCut() {
            Jet column = Jet.stacked(List.of(matrix, matrix.scaled(10)));
            assertArrayEquals(new double[] {1, 2, 3, 4, 10, 20, 30, 40}, column.constantEntries());
            assertArrayEquals(new double[] {3, 4, 10, 20}, column.block(2, 2, 2).constantEntries());
            assertThrows(IllegalArgumentException.class, () -> column.block(6, 2, 2));
        }

        @Test
        @DisplayName("are divided row by row and take a row to every row")
        void rowsAndColumns() {
            Jet divisors = Jet.column(JetAlgebra.of(2), 2, 4);
            assertArrayEquals(
                    new double[] {0.5, 1, 0.75, 1},
                    matrix.dividedByColumn(divisors).constantEntries());
            assertArrayEquals(
                    new double[] {5, 8, 7, 10},
                    matrix.plusRow(matrix.columnSums()).constantEntries());
        }

        @Test
        @DisplayName("refuse matrices of other sizes")
        void otherSizes() {
            Jet column = Jet.column(JetAlgebra.of(2), 1, 2, 3);
            assertThrows(IllegalArgumentException.class, () -> matrix.plus(column));
            assertThrows(IllegalArgumentException.class, () -> matrix.times(column));
            assertThrows(IllegalArgumentException.class, () -> matrix.hadamard(column));
            assertThrows(IllegalArgumentException.class, () -> matrix.timesScalar(column));
        }

        @Test
        @DisplayName("do not change when their entries, given out or taken in, are written to")
        void immutable() {
            matrix.constantEntries()[0] = 99;
            matrix.coefficient(List.of(0)).data[0] = 99;
            double[] entries = {1, 2};
            Jet column = Jet.column(JetAlgebra.of(), entries);
            entries[0] = 99;
            assertEquals(1, matrix.constantEntries()[0]);
            assertEquals(1, column.constantEntries()[0]);
        }
    }
}
