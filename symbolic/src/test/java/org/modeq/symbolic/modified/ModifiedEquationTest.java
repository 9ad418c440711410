package org.modeq.symbolic.modified;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.series.BSeriesMap;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("The modified equation")
class ModifiedEquationTest {
    private static BSeriesField<Rational> field(String method, int order) {
        return ModifiedEquation.of(Methods.parseRational(method), order).field();
    }

    @Nested
    @DisplayName("of gradient descent")
    class GradientDescent {
        private final ModifiedEquation<Rational> equation = ModifiedEquation.of(EulerSteps.gradientDescent(), 12);

        @ParameterizedTest(name = "has b({0}) = {2}, σ = {1}")
        @CsvFileSource(resources = "euler.csv")
        void table(String tree, BigInteger symmetry, String b) {
            RootedTree t = RootedTree.parse(tree);
            assertEquals(symmetry, t.symmetry());
            assertEquals(Rational.parse(b), equation.field().coefficient(t));
        }

        @Test
        @DisplayName("has b = (−1)^(n−1)/n on the tall trees, to order 12")
        void tallTrees() {
            RootedTree tall = RootedTree.vertex(Colour.F);
            for (int n = 1; n <= 12; n++) {
                assertEquals(
                        Rational.of(n % 2 == 1 ? 1 : -1, n), equation.field().coefficient(tall));
                tall = RootedTree.graft(Colour.F, List.of(tall));
            }
        }

        @Test
        @DisplayName("has the Bernoulli numbers on the bushy trees, to order 12")
        void bushyTrees() {
            List<String> bernoulli =
                    List.of("1", "-1/2", "1/6", "0", "-1/30", "0", "1/42", "0", "-1/30", "0", "5/66", "0");
            for (int n = 1; n <= 12; n++) {
                List<RootedTree> leaves = Collections.nCopies(n - 1, RootedTree.vertex(Colour.F));
                assertEquals(
                        Rational.parse(bernoulli.get(n - 1)),
                        equation.field().coefficient(RootedTree.graft(Colour.F, leaves)));
            }
        }

        @Test
        @DisplayName("has 37 terms to order 6, zeros among them")
        void terms() {
            List<FieldEquation.Term<Rational>> terms =
                    ModifiedEquation.of(EulerSteps.gradientDescent(), 6).terms();
            assertEquals(37, terms.size());
            assertEquals(
                    1,
                    terms.stream()
                            .filter(term -> term.tree().toString().equals("f[f,f,f]")
                                    && term.coefficient().isZero())
                            .count());
        }

        @Test
        @DisplayName("is summed up without its terms")
        void summary() {
            FieldEquation.Summary third = equation.summary().get(2);
            assertEquals(new FieldEquation.Summary(3, BigInteger.TWO, 2, "1/2", Optional.of("1/2")), third);
        }
    }

    private static List<Colour> colours(String names) {
        return Arrays.stream(names.split(",", -1)).map(Colour::new).toList();
    }

    @ParameterizedTest(name = "of {0} in turn has the method's map as its flow, to order {1}")
    @CsvSource(
            delimiter = ';',
            value = {"f; 7", "A,B; 5", "A,B,A; 5", "B,B,A,C; 4", "A,B,B,A; 5"})
    void flowIsTheMap(String text, int order) {
        EulerSteps<Rational> method = EulerSteps.sequence(colours(text));
        BSeriesMap<Rational> map = method.steps().stream()
                .map(step -> BSeriesMap.eulerStep(step.weights().firstKey(), order))
                .reduce(BSeriesMap::then)
                .orElseThrow();
        assertEquals(map, ModifiedEquation.of(method, order).field().flow());
    }

    @Test
    @DisplayName("of A then B with A = B is that of two steps of gradient descent")
    void merged() {
        BSeriesField<Rational> twoSteps = field("gd", 5).scaled(Rational.of(2));
        assertEquals(twoSteps, field("sequence:A,B", 5).recoloured(colour -> Colour.F));
        assertEquals(twoSteps, field("sequence:f*2", 5));
    }

    @Test
    @DisplayName("of a joint step is that of gradient descent on the sum")
    void joint() {
        BSeriesField<Rational> sum = field("joint:A,B", 5);
        for (RootedTree tree : field("gd", 5).nonzero().keySet()) {
            assertEquals(field("gd", 5).coefficient(tree), sum.coefficient(tree.recoloured(f -> new Colour("A"))));
        }
        assertEquals(field("gd", 4), field("joint-mean:A,B", 4).recoloured(colour -> Colour.F));
    }

    @ParameterizedTest(name = "is refused for order {0}")
    @ValueSource(ints = {0, -3})
    void badOrders(int order) {
        assertThrows(IllegalArgumentException.class, () -> ModifiedEquation.of(EulerSteps.gradientDescent(), order));
    }

    @Test
    @DisplayName("is refused where it does not fit into memory, and the largest order that fits is named")
    void memory() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> ModifiedEquation.requireThatItFits(EulerSteps.gradientDescent(), 30, 1L << 30))
                .getMessage();
        assertTrue(message.contains("the largest order that fits is 16"), message);
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> ModifiedEquation.requireThatItFits(Methods.parse("sequence:A*5000,B*5000"), 8, 1L << 30))
                .getMessage()
                .contains("the largest order that fits is 6"));
    }
}
