package org.modeq.symbolic.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.modeq.symbolic.pattern.LineOperators.derivative;
import static org.modeq.symbolic.pattern.LineOperators.logarithm;
import static org.modeq.symbolic.pattern.LineOperators.numbers;
import static org.modeq.symbolic.pattern.LineOperators.polynomial;
import static org.modeq.symbolic.pattern.LineOperators.product;
import static org.modeq.symbolic.pattern.LineOperators.scaled;
import static org.modeq.symbolic.pattern.LineOperators.zeros;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.symbolic.pattern.ModifiedSde.Calculus;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.RootedTree;

/**
 * One dimension, f and the noise columns polynomials in θ: there 𝔼φ(θ + h(f + d)) = Σ hᵏ/k! 𝔼(f + d)ᵏ φ⁽ᵏ⁾ is a finite sum for a
 * polynomial φ, and the logarithm of this operator is taken by its series, without any tree.
 */
@DisplayName("The generator of a step with noise")
class NoiseTest {
    /** 1 + 2θ − θ², and the columns 1 + θ/2 + θ² and 2 − θ. */
    private static final Polynomial MEAN = polynomial("1", "2", "-1");

    private static final List<Polynomial> COLUMNS = List.of(polynomial("1", "1/2", "1"), polynomial("2", "-1"));

    /** The values of a number ξ of mean 0 with their probabilities, as many of each as there are in the list. */
    private static List<Rational> values(Noise noise) {
        return switch (noise) {
            case BATCHES, ANY -> numbers(2, -1, -1);
            case SYMMETRIC -> numbers(3, -3, 1, -1, 0);
            case LABELS -> numbers(1, -1);
            case GAUSSIAN -> throw new AssertionError(noise);
        };
    }

    /** 𝔼ξʳ; of the normal distribution (r − 1)!! for even r. */
    private static Rational moment(Noise noise, int r) {
        if (noise == Noise.GAUSSIAN) {
            Rational product = r % 2 == 0 ? Rational.ONE : Rational.ZERO;
            for (int k = r - 1; k > 1; k -= 2) {
                product = product.multiply(Rational.of(k));
            }
            return product;
        }
        Rational sum = Rational.ZERO;
        for (Rational value : values(noise)) {
            sum = sum.add(value.pow(r));
        }
        return sum.divide(Rational.of(values(noise).size()));
    }

    /** κ_r of ξ from its moments: μ_r = κ_r + Σ_{0<j<r} C(r−1, j−1) κ_j μ_{r−j}. */
    private static Rational cumulant(Noise noise, int r) {
        Rational rest = moment(noise, r);
        Rational binomial = Rational.ONE;
        for (int j = 1; j < r; j++) {
            rest = rest.subtract(binomial.multiply(cumulant(noise, j)).multiply(moment(noise, r - j)));
            binomial = binomial.multiply(Rational.of(r - j, j));
        }
        return rest;
    }

    /** 𝔼(f + Σ_b σ_b ξ_b)ᵏ, column after column. */
    private static Polynomial power(Noise noise, Polynomial mean, List<Polynomial> columns, int k) {
        if (columns.isEmpty()) {
            return LineOperators.power(mean, k);
        }
        Polynomial sum = Polynomial.ZERO;
        Rational binomial = Rational.ONE;
        for (int j = 0; j <= k; j++) {
            Polynomial rest = power(noise, mean, columns.subList(1, columns.size()), k - j);
            Rational factor = binomial.multiply(moment(noise, j));
            sum = sum.add(scaled(factor, LineOperators.power(columns.get(0), j)).multiply(rest));
            binomial = binomial.multiply(Rational.of(k - j, j + 1));
        }
        return sum;
    }

    private static List<Polynomial> powers(Noise noise, Polynomial mean, List<Polynomial> columns, int order) {
        List<Polynomial> powers = new ArrayList<>();
        for (int k = 0; k <= order; k++) {
            powers.add(power(noise, mean, columns, k));
        }
        return powers;
    }

    private static List<Rational> factors(Noise noise) {
        List<Rational> factors = new ArrayList<>();
        for (int size = 0; size <= 6; size++) {
            factors.add(
                    noise.hasColumns()
                            ? Rational.ONE
                            : noise == Noise.BATCHES ? moment(noise, size) : cumulant(noise, size));
        }
        return factors;
    }

    private static List<Polynomial> generator(
            Noise noise, Polynomial function, Polynomial mean, List<Polynomial> columns, int order) {
        List<Polynomial> sum = zeros(order);
        for (PatternSeries.Term term : SamplingGenerator.centred(order, noise).terms()) {
            Polynomial value = LineOperators.value(term.pattern(), function, mean, columns, factors(noise));
            sum.set(term.power(), sum.get(term.power()).add(term.coefficient().multiply(value)));
        }
        return sum;
    }

    /** Joint moments of several columns are no sums over them; joint cumulants of independent columns are. */
    @ParameterizedTest(name = "{0}: is the logarithm of the mean of a step, on θ, θ² and θ⁴, to order 5")
    @EnumSource(Noise.class)
    void againstOperators(Noise noise) {
        int order = 5;
        List<Polynomial> columns = noise == Noise.BATCHES ? COLUMNS.subList(0, 1) : COLUMNS;
        for (int power : List.of(1, 2, 4)) {
            Polynomial function = Polynomial.monomial(Rational.ONE, power);
            assertEquals(
                    logarithm(powers(noise, MEAN, columns, order), function, order),
                    generator(noise, function, MEAN, columns, order));
        }
    }

    /** Every pair of labels: f_s = −Σ (p_i − y_i − δs_i) p_i′. */
    @Test
    @DisplayName("labels: is that of gradient descent on all noisy labels, and its covariance is δ²JᵀJ")
    void labels() {
        List<Polynomial> predictions = List.of(polynomial("0", "1", "1"), polynomial("1", "-1", "0", "1/2"));
        List<Rational> targets = List.of(Rational.of(2), Rational.of(-1));
        Rational noise = Rational.of(1, 3);
        int order = 4;
        Polynomial mean = Polynomial.ZERO;
        List<Polynomial> columns = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Polynomial slope = derivative(predictions.get(i), 1);
            Polynomial residual =
                    predictions.get(i).add(Polynomial.constant(targets.get(i).negate()));
            mean = mean.add(scaled(Rational.of(-1), residual.multiply(slope)));
            columns.add(scaled(noise, slope));
        }
        List<Polynomial> powers = zeros(order + 1);
        for (int signs = 0; signs < 4; signs++) {
            Polynomial field = Polynomial.ZERO;
            for (int i = 0; i < 2; i++) {
                Rational label = targets.get(i).add((signs >> i & 1) == 0 ? noise : noise.negate());
                Polynomial residual = predictions.get(i).add(Polynomial.constant(label.negate()));
                field = field.add(scaled(Rational.of(-1), residual.multiply(derivative(predictions.get(i), 1))));
            }
            for (int k = 0; k <= order; k++) {
                powers.set(k, powers.get(k).add(scaled(Rational.of(1, 4), LineOperators.power(field, k))));
            }
        }
        Polynomial function = Polynomial.monomial(Rational.ONE, 4);
        List<Polynomial> expected = logarithm(powers, function, order);
        assertEquals(expected, generator(Noise.LABELS, function, mean, columns, order));
        // At h: −½ f′f φ′ + ½ δ² Σ (p_i′)² φ″.
        Polynomial drift = scaled(Rational.of(-1, 2), derivative(mean, 1).multiply(mean));
        Polynomial covariance = Polynomial.ZERO;
        for (Polynomial prediction : predictions) {
            Polynomial slope = derivative(prediction, 1);
            covariance = covariance.add(scaled(noise.multiply(noise), slope.multiply(slope)));
        }
        assertEquals(
                expected.get(1),
                drift.multiply(derivative(function, 1))
                        .add(scaled(Rational.of(1, 2), covariance.multiply(derivative(function, 2)))));
    }

    /** Single vertices alone: the cumulant generating function, 𝓛 = Σ h^(n−1) κ_n Dⁿ/n!, has no products. */
    @Test
    @DisplayName("in cumulants has no product of cumulants without a derivative of the noise")
    void additive() {
        for (PatternSeries.Term term : SamplingGenerator.centred(6, Noise.ANY).terms()) {
            boolean isOfVertices = term.pattern().trees().stream().allMatch(RootedTree::isVertex);
            if (isOfVertices) {
                boolean isOne = term.pattern()
                                .blockSizes()
                                .equals(List.of(term.pattern().order()))
                        || term.pattern().toString().equals("f");
                assertEquals(
                        isOne ? Rational.ONE : Rational.ZERO,
                        term.b().coefficient(0),
                        term.pattern().toString());
            }
        }
    }

    @ParameterizedTest(name = "labels have κ_{0} = {1}")
    @CsvSource({"1, 0", "2, 1", "3, 0", "4, -2", "5, 0", "6, 16", "8, -272"})
    void signs(int size, long cumulant) {
        assertEquals(Rational.of(cumulant), Noise.LABELS.factor(size));
    }

    @Nested
    @DisplayName("as a stochastic differential equation")
    class Equation {
        @Test
        @DisplayName("of symmetric and normal noise is of weak order 3, and what none carries comes at h³")
        void obstacles() {
            ModifiedSde gaussian = ModifiedSde.of(3, Noise.GAUSSIAN);
            assertTrue(gaussian.rest().isEmpty());
            assertEquals(
                    List.of(Pattern.parse("a a[b] b")),
                    List.copyOf(gaussian.obstacle().keySet()));
            assertEquals(Rational.of(-1, 2), gaussian.obstacle().get(Pattern.parse("a a[b] b")));
            assertEquals(
                    "{a a a a=1/24, a b a[b]=-1/2}",
                    ModifiedSde.of(3, Noise.SYMMETRIC).obstacle().toString());
            assertEquals(
                    "{a a a a=-1/12, a b a[b]=-1/2}",
                    ModifiedSde.of(3, Noise.LABELS).obstacle().toString());
            assertEquals("{a a a=1/6}", ModifiedSde.of(2, Noise.ANY).obstacle().toString());
        }

        /** Series in h of Σ weights F(t), one for each column. */
        private List<Polynomial> series(SortedMap<Pattern, Rational> weights, List<Polynomial> columns, int order) {
            List<Polynomial> series = zeros(order);
            weights.forEach((pattern, weight) -> {
                Polynomial sum = Polynomial.ZERO;
                for (Polynomial column : columns) {
                    sum = sum.add(product(polynomial("0", "1"), List.of(pattern.tree()), MEAN, List.of(column)));
                    if (pattern.blocks() == 0) {
                        break;
                    }
                }
                series.set(pattern.order() - 1, series.get(pattern.order() - 1).add(scaled(weight, sum)));
            });
            return series;
        }

        /** 𝓛φ = φ′B + h/2 Σ φ″C_b² in Itô's sense, φ′A + h/2 Σ C_b (C_b φ′)′ in Stratonovich's. */
        private List<Polynomial> generator(ModifiedSde sde, Calculus calculus, Polynomial function) {
            int order = sde.order();
            List<Polynomial> sum = zeros(order);
            List<Polynomial> drift = series(sde.drift(calculus), COLUMNS, order);
            for (int p = 0; p < order; p++) {
                sum.set(p, drift.get(p).multiply(derivative(function, 1)));
            }
            for (Polynomial column : COLUMNS) {
                List<Polynomial> corrected = series(sde.columns(), List.of(column), order);
                for (int i = 0; i < order; i++) {
                    for (int j = 0; i + j + 1 < order; j++) {
                        Polynomial inner = calculus == Calculus.ITO
                                ? corrected.get(j).multiply(derivative(function, 2))
                                : derivative(corrected.get(j).multiply(derivative(function, 1)), 1);
                        Polynomial term =
                                scaled(Rational.of(1, 2), corrected.get(i).multiply(inner));
                        sum.set(i + j + 1, sum.get(i + j + 1).add(term));
                    }
                }
            }
            return sum;
        }

        @ParameterizedTest(name = "in the sense of {0} has the generator of normal noise to order 3")
        @EnumSource(Calculus.class)
        void squared(Calculus calculus) {
            for (int order : List.of(1, 2, 3)) {
                ModifiedSde sde = ModifiedSde.of(order, Noise.GAUSSIAN);
                Polynomial function = Polynomial.monomial(Rational.ONE, 4);
                assertEquals(
                        logarithm(powers(Noise.GAUSSIAN, MEAN, COLUMNS, order), function, order),
                        generator(sde, calculus, function));
            }
        }

        /** m = 2, f ± d: no skewness; the columns (f_b − f)/√m are ±d/√2, as good as d alone. */
        @Test
        @DisplayName("of two batches has the generator of their draws to order 3")
        void batches() {
            Polynomial deviation = COLUMNS.get(0);
            List<Polynomial> powers = zeros(4);
            for (Rational sign : numbers(1, -1)) {
                Polynomial batch = MEAN.add(scaled(sign, deviation));
                for (int k = 0; k <= 3; k++) {
                    powers.set(k, powers.get(k).add(scaled(Rational.of(1, 2), LineOperators.power(batch, k))));
                }
            }
            Polynomial function = Polynomial.monomial(Rational.ONE, 3);
            List<Polynomial> expected = logarithm(powers, function, 3);
            ModifiedSde sde = ModifiedSde.of(3);
            List<Polynomial> drift = series(sde.drift(), List.of(deviation), 3);
            List<Polynomial> column = series(sde.columns(), List.of(deviation), 3);
            Polynomial second = derivative(function, 2);
            Polynomial first = derivative(function, 1);
            Polynomial half = Polynomial.constant(Rational.of(1, 2));
            assertEquals(expected.get(0), drift.get(0).multiply(first));
            assertEquals(
                    expected.get(1),
                    drift.get(1)
                            .multiply(first)
                            .add(half.multiply(LineOperators.power(column.get(0), 2))
                                    .multiply(second)));
            assertEquals(
                    expected.get(2),
                    drift.get(2)
                            .multiply(first)
                            .add(column.get(0).multiply(column.get(1)).multiply(second)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"red", "white", "Gaussian"})
    @DisplayName("refuses noise and calculus by other names")
    void refused(String name) {
        assertThrows(IllegalArgumentException.class, () -> Noise.parse(name));
        assertThrows(IllegalArgumentException.class, () -> Calculus.parse(name));
    }
}
