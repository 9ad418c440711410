package org.modeq.examples.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.numeric.model.RandomStream;
import org.modeq.symbolic.ring.Rational;

@DisplayName("Weights that are uniform on the simplex")
class SimplexDrawsTest {
    @Test
    @DisplayName("have 𝔼 pᵢ = 1/3, 𝔼 pᵢ² = 1/6, 𝔼 pᵢpⱼ = 1/12, and the third moments 1/10, 1/30, 1/60")
    void moments() {
        assertEquals(Rational.of(1, 3), SimplexDraws.moment(1, 0, 0));
        assertEquals(Rational.of(1, 6), SimplexDraws.moment(0, 2, 0));
        assertEquals(Rational.of(1, 12), SimplexDraws.moment(1, 0, 1));
        assertEquals(Rational.of(1, 10), SimplexDraws.moment(3, 0, 0));
        assertEquals(Rational.of(1, 30), SimplexDraws.moment(1, 2, 0));
        assertEquals(Rational.of(1, 60), SimplexDraws.moment(1, 1, 1));
    }

    @Test
    @DisplayName("add up to 1: moments times p₁ + p₂ + p₃ are the moments again")
    void sum() {
        for (int[] a : new int[][] {{0, 0, 0}, {2, 1, 0}, {1, 3, 2}}) {
            Rational sum = SimplexDraws.moment(a[0] + 1, a[1], a[2])
                    .add(SimplexDraws.moment(a[0], a[1] + 1, a[2]))
                    .add(SimplexDraws.moment(a[0], a[1], a[2] + 1));
            assertEquals(SimplexDraws.moment(a), sum);
        }
    }

    @Test
    @DisplayName("give 𝔼 (Σ pᵢwᵢ)⁴ = 2 Φ[w₁, w₂, w₃], the divided difference of Φ = w⁶/30 (Hermite and Genocchi)")
    void dividedDifference() {
        Rational[] w = {Rational.of(1, 2), Rational.of(-3), Rational.of(5, 7)};
        Rational difference = Rational.ZERO;
        for (int i = 0; i < w.length; i++) {
            Rational denominator = Rational.of(30);
            for (int j = 0; j < w.length; j++) {
                denominator = j == i ? denominator : denominator.multiply(w[i].subtract(w[j]));
            }
            difference = difference.add(w[i].pow(6).divide(denominator));
        }
        Rational mean = Rational.ZERO;
        for (int a = 0; a <= 4; a++) {
            for (int b = 0; a + b <= 4; b++) {
                int c = 4 - a - b;
                Rational product = w[0].pow(a).multiply(w[1].pow(b)).multiply(w[2].pow(c));
                mean = mean.add(product.multiply(SimplexDraws.moment(a, b, c)).multiply(multinomial(a, b, c)));
            }
        }
        assertEquals(difference.multiply(Rational.of(2)), mean);
    }

    private static Rational multinomial(int... parts) {
        int total = Arrays.stream(parts).sum();
        Rational value = factorial(total);
        for (int part : parts) {
            value = value.divide(factorial(part));
        }
        return value;
    }

    private static Rational factorial(int n) {
        return IntStream.rangeClosed(1, n).mapToObj(Rational::of).reduce(Rational.ONE, Rational::multiply);
    }

    @Test
    @DisplayName("have a rule of seven points that is exact to degree 5, and not to degree 6")
    void rule() {
        for (int a = 0; a <= 5; a++) {
            for (int b = 0; a + b <= 5; b++) {
                for (int c = 0; a + b + c <= 5; c++) {
                    assertEquals(SimplexDraws.moment(a, b, c).doubleValue(), byRule(a, b, c), 1e-15);
                }
            }
        }
        assertTrue(Math.abs(SimplexDraws.moment(6, 0, 0).doubleValue() - byRule(6, 0, 0)) > 1e-5);
    }

    private static double byRule(int a, int b, int c) {
        ToDoubleFunction<double[]> monomial = p -> Math.pow(p[0], a) * Math.pow(p[1], b) * Math.pow(p[2], c);
        return SimplexDraws.rule().stream()
                .mapToDouble(node -> node.weight() * monomial.applyAsDouble(node.p()))
                .sum();
    }

    @Test
    @DisplayName("have sixty rational draws with their moments to degree 3, and not to degree 4")
    void sixty() {
        assertEquals(60, SimplexDraws.sixtyDraws().size());
        for (int[] a : new int[][] {{1, 0, 0}, {0, 2, 0}, {1, 0, 1}, {0, 0, 3}, {2, 1, 0}, {1, 1, 1}}) {
            assertEquals(SimplexDraws.moment(a), bySixty(a));
        }
        assertNotEquals(SimplexDraws.moment(4, 0, 0), bySixty(4, 0, 0));
    }

    private static Rational bySixty(int... a) {
        Rational sum = Rational.ZERO;
        for (List<Rational> p : SimplexDraws.sixtyDraws()) {
            sum = sum.add(p.get(0)
                    .pow(a[0])
                    .multiply(p.get(1).pow(a[1]))
                    .multiply(p.get(2).pow(a[2])));
        }
        return sum.divide(Rational.of(60));
    }

    @Test
    @DisplayName("are drawn with these moments, within four standard errors of 20000 draws")
    void draws() {
        RandomStream stream = RandomStream.ofSeed(3);
        int count = 20_000;
        double[] squares = new double[count];
        double[] products = new double[count];
        for (int n = 0; n < count; n++) {
            double[] p = SimplexDraws.draw(stream);
            assertEquals(1, p[0] + p[1] + p[2], 1e-15);
            squares[n] = p[1] * p[1];
            products[n] = p[0] * p[2];
        }
        Sample ofSquares = Sample.of(squares);
        Sample ofProducts = Sample.of(products);
        assertEquals(1.0 / 6, ofSquares.mean(), 4 * ofSquares.error());
        assertEquals(1.0 / 12, ofProducts.mean(), 4 * ofProducts.error());
        assertTrue(ofSquares.error() < 0.002, "tells 1/6 from the 1/3 of the cube");
    }
}
