package org.modeq.symbolic.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.BlockedForest;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("The modified generator of independent draws")
class SamplingGeneratorTest {
    private static Polynomial number(String fraction) {
        return Polynomial.constant(Rational.parse(fraction));
    }

    private static PatternSeries.Term term(PatternSeries series, String pattern) {
        return series.terms().stream()
                .filter(term -> term.pattern().equals(Pattern.parse(pattern)))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "has {1} terms with {0} vertices, {2} in centred form")
    @CsvSource({"1, 1, 1", "2, 3, 2", "3, 9, 6", "4, 36, 24", "5, 158, 110"})
    void counts(int order, int raw, int centred) {
        assertEquals(raw, nonzero(SamplingGenerator.of(order), order));
        assertEquals(centred, nonzero(SamplingGenerator.centred(order), order));
    }

    private static long nonzero(PatternSeries series, int order) {
        return series.terms().stream()
                .filter(term -> term.power() == order - 1 && !term.b().isZero())
                .count();
    }

    @ParameterizedTest(name = "has {0} with {1}")
    @CsvSource({
        "a, 1",
        "a[b], -1/2",
        "a a, 1/2",
        "a b, -1/2",
        "a[a], 0",
        "'a[b,b]', -1/4",
        "'a[b,c]', 1/3",
        "a[b[c]], 1/3",
        "a a[b], -1/2",
        "a b[a], -1/2",
        "a b[c], 1",
        "a a a, 1/6",
        "a a b, -1/2",
        "a b c, 1/3"
    })
    void raw(String pattern, String coefficient) {
        assertEquals(number(coefficient), term(SamplingGenerator.of(3), pattern).coefficient());
    }

    @ParameterizedTest(name = "has in centred form {0} with {1}")
    @CsvSource({
        "f, 1",
        "f[f], -1/2",
        "a a, 1/2",
        "f f, 0",
        "'f[f,f]', 1/12",
        "f[f[f]], 1/3",
        "'f[a,a]', -1/4",
        "f[a] a, -1/2",
        "a a[f], -1/2",
        "a a a, 1/6"
    })
    void centred(String pattern, String coefficient) {
        assertEquals(
                number(coefficient), term(SamplingGenerator.centred(3), pattern).coefficient());
    }

    /** f = ±1 with probability ½ has 𝓛̃ = ln cosh(hD)/h = h D²/2 − h³ D⁴/12 + h⁵ D⁶/45: forests of single vertices. */
    @Test
    @DisplayName("for a fair coin is ln cosh(hD)/h")
    void coin() {
        PatternSeries generator = SamplingGenerator.of(6);
        List<Rational> powers = new ArrayList<>();
        for (int n = 1; n <= 6; n++) {
            Rational sum = Rational.ZERO;
            for (PatternSeries.Term term : generator.terms()) {
                boolean isOfVertices =
                        term.power() == n - 1 && term.pattern().trees().stream().allMatch(RootedTree::isVertex);
                if (isOfVertices && hasEvenBlocks(term.pattern())) {
                    sum = sum.add(term.coefficient().coefficient(0));
                }
            }
            powers.add(sum);
        }
        assertEquals("[0, 1/2, 0, -1/12, 0, 1/45]", powers.toString());
    }

    private static boolean hasEvenBlocks(Pattern pattern) {
        for (int block = 0; block < pattern.blocks(); block++) {
            int letter = block;
            long size = pattern.trees().stream()
                    .filter(tree -> tree.colour().equals(Pattern.letter(letter)))
                    .count();
            if (size % 2 != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * f_ξ = c_ξ θ on θᵏ: 𝓛̃θᵏ = (1/h) ln 𝔼(1 + h c_ξ)ᵏ θᵏ, with c = 1 or 3, each with probability ½. A tree that is no chain of
     * single children is 0; D of a forest of r chains is k(k−1)…(k−r+1) times the product over the blocks of 𝔼 c^size.
     */
    @ParameterizedTest(name = "on a linear field and θ^{0} is the logarithm of the mean")
    @CsvSource({"1", "2", "3", "4"})
    void linear(int k) {
        int order = 5;
        PatternSeries generator = SamplingGenerator.of(order);
        List<Rational> expected = logarithm(k, order);
        for (int n = 1; n <= order; n++) {
            Rational sum = Rational.ZERO;
            for (PatternSeries.Term term : generator.terms()) {
                if (term.power() == n - 1) {
                    sum = sum.add(term.coefficient().coefficient(0).multiply(value(term.pattern(), k)));
                }
            }
            assertEquals(expected.get(n - 1), sum, "h^" + (n - 1));
        }
    }

    private static Rational value(Pattern pattern, int k) {
        Rational value = Rational.ONE;
        for (int r = 0; r < pattern.trees().size(); r++) {
            value = value.multiply(Rational.of(k - r));
        }
        if (pattern.trees().stream().anyMatch(SamplingGeneratorTest::branches)) {
            return Rational.ZERO;
        }
        BlockedForest forest = pattern.blocked();
        for (int block = 0; block < forest.blockCount(); block++) {
            int size = 0;
            for (int vertex = 0; vertex < forest.size(); vertex++) {
                size += forest.block(vertex) == block ? 1 : 0;
            }
            value = value.multiply(moment(size));
        }
        return value;
    }

    private static boolean branches(RootedTree tree) {
        return tree.children().size() > 1 || tree.children().stream().anyMatch(SamplingGeneratorTest::branches);
    }

    private static Rational moment(int power) {
        return Rational.ONE.add(Rational.of(3).pow(power)).divide(Rational.of(2));
    }

    /** (1/h) ln 𝔼(1 + hc)ᵏ as a series: with M = Σ_{j≥1} C(k,j) 𝔼cʲ hʲ, ln(1 + M). */
    private static List<Rational> logarithm(int k, int order) {
        Polynomial moments = Polynomial.ZERO;
        Rational binomial = Rational.ONE;
        for (int j = 1; j <= k; j++) {
            binomial = binomial.multiply(Rational.of(k - j + 1, j));
            moments = moments.add(Polynomial.monomial(binomial.multiply(moment(j)), j));
        }
        Polynomial sum = Polynomial.ZERO;
        Polynomial power = Polynomial.constant(Rational.ONE);
        for (int r = 1; r <= order; r++) {
            power = power.multiply(moments).truncated(order);
            sum = sum.add(power.multiply(Polynomial.constant(Rational.of(r % 2 == 1 ? 1 : -1, r))));
        }
        List<Rational> coefficients = new ArrayList<>();
        for (int n = 1; n <= order; n++) {
            coefficients.add(sum.coefficient(n));
        }
        return coefficients;
    }

    @Test
    @DisplayName("refuses patterns that are no patterns")
    void refused() {
        assertThrows(IllegalArgumentException.class, () -> Pattern.of(List.of()));
        assertThrows(IllegalArgumentException.class, () -> Pattern.parse("a[b"));
        assertThrows(IllegalArgumentException.class, () -> Pattern.parse("ground"));
        assertThrows(IllegalArgumentException.class, () -> Pattern.parse("a b").tree());
        assertThrows(
                IllegalArgumentException.class, () -> SamplingGenerator.of(2).coefficient("a a a"));
    }
}
