package org.modeq.symbolic.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.symbolic.method.MethodParameters;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.PlantedTree;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("The series of a circuit")
class CircuitSeriesTest {
    private static final Rational TWO_THIRDS = Rational.of(2, 3);

    @Nested
    @DisplayName("given Adam, u = U(m, v) with averages m of g and v of g²")
    class Adam {
        private final Circuit adam = Circuits.adam();
        private final CircuitSeries series = CircuitSeries.of(adam, 5);

        /** Columns: tree, σ, and the coefficients of 1, τ₁, τ₂, τ₁², τ₁τ₂, τ₂² in b. */
        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = ';',
                value = {
                    "u;                       1; 1 0 0 0 0 0",
                    "u[m:g[u]];               1; -1/2 -1 0 0 0 0",
                    "u[v:q[g[u]]];            1; -1/2 0 -1 0 0 0",
                    "u[m:g[u[m:g[u]]]];       1; 1/3 2 0 2 0 0",
                    "u[m:g[u[v:q[g[u]]]]];    1; 1/3 3/2 1/2 1 1 0",
                    "u[v:q[g[u[m:g[u]]]]];    1; 1/3 1/2 3/2 0 1 1",
                    "u[v:q[g[u[v:q[g[u]]]]]]; 1; 1/3 0 2 0 0 2",
                    "u[m:g[u,u]];             2; 1/6 2 0 2 0 0",
                    "u[v:q[g[u,u]]];          2; 1/6 0 2 0 0 2",
                    "u[v:q[g[u],g[u]]];       2; 1/6 0 2 0 0 2",
                    "u[m:g[u],m:g[u]];        2; 1/6 1 0 1 0 0",
                    "u[m:g[u],v:q[g[u]]];     1; 1/6 1/2 1/2 0 1 0",
                    "u[v:q[g[u]],v:q[g[u]]];  2; 1/6 0 1 0 0 1"
                })
        @DisplayName("has the coefficients that the recurrence of Adam gives by hand")
        void coefficients(String text, long symmetry, String coefficients) {
            RootedTree tree = adam.tree(text);
            assertEquals(text, tree.toString());
            assertEquals(BigInteger.valueOf(symmetry), tree.symmetry());
            assertEquals(Circuits.inAges(coefficients.split(" ")), series.coefficient(tree));
        }

        @ParameterizedTest(name = "{1} trees of order {0}")
        @CsvSource({"1, 1", "2, 2", "3, 10", "4, 47", "5, 257"})
        @DisplayName("goes over every tree once")
        void counts(int order, int count) {
            assertEquals(count, series.trees(order).size());
        }

        @Test
        @DisplayName("agrees with step polynomials in forward differences, tree by tree to order 5")
        void agreesWithReference() {
            CircuitSeries reference = CircuitSeries.reference(adam, 5);
            assertEquals(reference.trees(), series.trees());
            for (RootedTree tree : series.trees()) {
                assertEquals(reference.coefficient(tree), series.coefficient(tree), tree::toString);
            }
            assertEquals(reference.sum(5), series.sum(5));
        }

        @Test
        @DisplayName(
                "has every coefficient to order 7 not 0, of degree at most |t| − 1, integer after lcm(1, …, 7) = 420")
        void orderSeven() {
            CircuitSeries seven = CircuitSeries.of(adam, 7);
            assertEquals(10_460, seven.trees().size());
            for (RootedTree tree : seven.trees()) {
                ParameterPolynomial b = seven.coefficient(tree);
                assertFalse(b.isZero() || seven.isZero(tree), tree::toString);
                assertTrue(b.degree() <= adam.order(tree) - 1, tree::toString);
                assertTrue(b.scaled(Rational.of(420)).content().isInteger(), tree::toString);
            }
        }

        /** b(t; −1−τ₁, −1−τ₂) = (−1)^(|t|−1) b(t). */
        @Test
        @DisplayName("is odd or even under the reflection τ → −1 − τ")
        void reflection() {
            ParameterPolynomial minusOne = ParameterPolynomial.ONE.negate();
            Map<String, ParameterPolynomial> reflected = new TreeMap<>(Map.of(
                    "tau1", minusOne.subtract(Circuits.ONE.age()), "tau2", minusOne.subtract(Circuits.TWO.age())));
            for (RootedTree tree : series.trees()) {
                ParameterPolynomial b = series.coefficient(tree);
                ParameterPolynomial expected = adam.order(tree) % 2 == 1 ? b : b.negate();
                assertEquals(expected, Circuits.at(b, reflected), tree::toString);
            }
        }

        /** The sum over all typed trees with weights 1/σ: the field of L = x²/2 + …, U = … in which every F is 1. */
        @Test
        @DisplayName("has Σ b/σ = 1, −(1+τ₁+τ₂), 23/12+6τ₁+7τ₂+9/2 τ₁²+3τ₁τ₂+11/2 τ₂²")
        void sums() {
            assertEquals(Circuits.inAges("1"), weights(1));
            assertEquals(Circuits.inAges("-1", "-1", "-1"), weights(2));
            assertEquals(Circuits.inAges("23/12", "6", "7", "9/2", "3", "11/2"), weights(3));
        }

        private ParameterPolynomial weights(int order) {
            return series.trees(order).stream()
                    .map(tree -> series.coefficient(tree).scaled(Rational.of(BigInteger.ONE, tree.symmetry())))
                    .reduce(ParameterPolynomial.ZERO, ParameterPolynomial::add);
        }

        /**
         * At τ = 0 a step is θ − hU(g, g²), Euler on one field. That field's tree with children in g and in q is a sum of typed
         * trees; b of Euler depends only on the rooted tree of updates that is left when g and q are contracted.
         */
        @Test
        @DisplayName("is Euler's at τ = 0")
        void euler() {
            BSeriesField<Rational> euler =
                    ModifiedEquation.of(Methods.parseRational("gd"), 5).field();
            Map<String, Rational> zero = Map.of("tau1", Rational.ZERO, "tau2", Rational.ZERO);
            for (RootedTree tree : series.trees()) {
                Rational b = series.coefficient(tree).evaluate(zero);
                assertEquals(euler.coefficient(contracted(tree)), b, tree::toString);
            }
        }

        /** The tree of the updates alone. */
        private RootedTree contracted(RootedTree tree) {
            return RootedTree.graft(Colour.F, updatesAbove(tree));
        }

        private List<RootedTree> updatesAbove(RootedTree tree) {
            return tree.children().stream()
                    .flatMap(child -> child.colour().equals(new Colour("u"))
                            ? List.of(contracted(child)).stream()
                            : updatesAbove(child).stream())
                    .toList();
        }

        @Test
        @DisplayName("reads its trees with children in any order, and refuses what is none of them")
        void parsing() {
            assertEquals(
                    "u[m:g[u],v:q[g[u]]]", adam.tree("u[v:q[g[u]], m:g[u]]").toString());
            assertThrows(IllegalArgumentException.class, () -> adam.tree("u[g[u]]"));
            assertThrows(IllegalArgumentException.class, () -> adam.tree("u[v:q[g[u],g[u],g[u]]]"));
            assertThrows(IllegalArgumentException.class, () -> adam.tree("u[m:g]"));
            assertThrows(IllegalArgumentException.class, () -> adam.tree("u[m:g[u]"));
        }

        @Test
        @DisplayName("does not know what it was not asked for")
        void beyondItsOrder() {
            RootedTree six = adam.tree("u[m:g[u,u,u,u,u]]");
            assertThrows(NoSuchElementException.class, () -> series.coefficient(six));
            assertThrows(NoSuchElementException.class, () -> series.coefficient(RootedTree.parse("g[u]")));
        }

        @Test
        @DisplayName("is refused beyond memory, with the largest order that fits, and below order 1")
        void refusals() {
            IllegalArgumentException tooMuch = assertThrows(
                    IllegalArgumentException.class, () -> CircuitSeries.requireThatItFits(adam, 40, 1L << 28));
            assertTrue(tooMuch.getMessage().contains("the largest order that fits is 7"), tooMuch::getMessage);
            assertThrows(IllegalArgumentException.class, () -> CircuitSeries.of(adam, 0));
        }
    }

    @Nested
    @DisplayName("given momentum, U = m")
    class LinearUpdate {
        @ParameterizedTest
        @ValueSource(strings = {"heavy-ball", "nesterov", "ema"})
        @DisplayName("has the coefficients of the linear multistep recurrence")
        void momentum(String name) {
            Memory memory = Circuits.ONE;
            Circuit circuit = switch (name) {
                case "ema" -> Circuits.momentum(Filter.average(memory), Filter.IDENTITY, Filter.IDENTITY);
                case "nesterov" ->
                    Circuits.momentum(Filter.IDENTITY, Filter.heavyBall(memory), Filter.lookAhead(memory));
                default -> Circuits.momentum(Filter.IDENTITY, Filter.heavyBall(memory), Filter.IDENTITY);
            };
            CircuitSeries series = CircuitSeries.of(circuit, 6);
            MethodParameters beta = new MethodParameters(new TreeMap<>(Map.of("beta", TWO_THIRDS)), List.of());
            BSeriesField<Rational> expected =
                    ModifiedEquation.of(Methods.parseRational(name, beta), 6).field();
            Map<String, Rational> values = Map.of("beta1", TWO_THIRDS, "tau1", Rational.of(2));
            for (RootedTree tree : series.trees()) {
                assertEquals(
                        expected.coefficient(withoutGradients(tree)),
                        series.coefficient(tree).evaluate(values),
                        tree::toString);
            }
        }

        /** u[m:g[u,u]] is f[f,f]: the update is −∇L itself. */
        private RootedTree withoutGradients(RootedTree tree) {
            List<RootedTree> children = tree.plantedChildren().stream()
                    .map(PlantedTree::tree)
                    .flatMap(gradient -> gradient.children().stream())
                    .map(this::withoutGradients)
                    .toList();
            return RootedTree.graft(Colour.F, children);
        }

        @Test
        @DisplayName("has 1/3 + 2τ + 2τ² on the tall tree, which is (1+4β+β²)/(3(1−β)⁵) over (1+τ)³")
        void tallTree() {
            Circuit average = Circuits.momentum(Filter.average(Circuits.ONE), Filter.IDENTITY, Filter.IDENTITY);
            ParameterPolynomial b = CircuitSeries.of(average, 3).coefficient(average.tree("u[m:g[u[m:g[u]]]]"));
            assertEquals(Circuits.inAges("1/3", "2", "0", "2"), b);
            Rational beta = TWO_THIRDS;
            Rational rest = Rational.ONE.subtract(beta);
            Rational heavyBall = Rational.ONE
                    .add(beta.multiply(Rational.of(4)))
                    .add(beta.multiply(beta))
                    .divide(rest.pow(5).multiply(Rational.of(3)));
            assertEquals(heavyBall.multiply(rest.pow(3)), b.evaluate(Map.of("tau1", beta.divide(rest))));
        }
    }

    @Nested
    @DisplayName("given other circuits")
    class OthersOfTheFamily {
        /** NAdam's look-ahead shortens the memory of the gradient: −(1/2 + τ₁ − β₁). */
        @Test
        @DisplayName("has −(1/2 + τ₁ − β₁) for the gradient in NAdam")
        void nadam() {
            Circuit nadam =
                    Circuits.adam(Filter.lookAheadAverage(Circuits.ONE), Filter.average(Circuits.TWO), Filter.IDENTITY);
            CircuitSeries series = CircuitSeries.of(nadam, 4);
            assertEquals(
                    Circuits.inAges("-1/2", "-1").add(Circuits.ONE.rate()),
                    series.coefficient(nadam.tree("u[m:g[u]]")));
            assertAgrees(nadam, 4);
        }

        @Test
        @DisplayName("has −(1+τ₃)U first, and b(u[m:g[u]]) = −(1+τ₃)²(1/2+τ₃), in RMSProp with momentum behind U")
        void momentumBehind() {
            Memory three = new Memory("beta3");
            Circuit circuit = Circuits.adam(Filter.IDENTITY, Filter.average(Circuits.TWO), Filter.heavyBall(three));
            CircuitSeries series = CircuitSeries.of(circuit, 4);
            ParameterPolynomial gain = ParameterPolynomial.ONE.add(three.age());
            assertEquals(gain, series.coefficient(circuit.tree("u")));
            assertEquals(
                    gain.pow(2)
                            .multiply(ParameterPolynomial.of(Rational.of(-1, 2)).subtract(three.age())),
                    series.coefficient(circuit.tree("u[m:g[u]]")));
            assertAgrees(circuit, 4);
        }

        /** w[t] reads θ as it is: b(w[u]) = b of Euler. */
        @Test
        @DisplayName("has Euler's −1/2 on decay nodes, and Adam's trees unchanged, in AdamW")
        void decay() {
            Circuit adamw = AdaptiveMethod.parse("adamw", new TreeMap<>(), EpsilonPlace.OUTSIDE)
                    .orElseThrow()
                    .circuit();
            CircuitSeries series = CircuitSeries.of(adamw, 4);
            CircuitSeries adam = CircuitSeries.of(Circuits.adam(), 4);
            assertEquals(Circuits.inAges("-1/2"), series.coefficient(adamw.tree("w[u]")));
            assertEquals(Circuits.inAges("1/3"), series.coefficient(adamw.tree("w[w[w]]")));
            assertEquals(Circuits.inAges("-1/2", "-1"), series.coefficient(adamw.tree("u[m:g[w]]")));
            for (RootedTree tree : adam.trees()) {
                assertEquals(adam.coefficient(tree), series.coefficient(tree), tree::toString);
            }
            assertThrows(IllegalArgumentException.class, () -> adamw.tree("w[u,u]"));
            assertAgrees(adamw, 4);
        }

        @Test
        @DisplayName("has a third slot for the average of the gradient in centred RMSProp")
        void centred() {
            Circuit centred = AdaptiveMethod.parse("rmsprop-centred", new TreeMap<>(), EpsilonPlace.INSIDE)
                    .orElseThrow()
                    .circuit();
            CircuitSeries series = CircuitSeries.of(centred, 4);
            assertEquals(Circuits.inAges("-1/2", "0", "-1"), series.coefficient(centred.tree("u[a:g[u]]")));
            assertEquals(Circuits.inAges("-1/2"), series.coefficient(centred.tree("u[m:g[u]]")));
            assertAgrees(centred, 4);
        }

        /** An average of averages: its mean age is the sum of the ages. */
        @Test
        @DisplayName("may be of one's own making: filters over ℚ, one behind the other")
        void userDefined() {
            ParameterPolynomial half = ParameterPolynomial.of(Rational.of(1, 2));
            Filter ofAgeOneHalf = new Filter(List.of(ParameterPolynomial.ONE), List.of(ParameterPolynomial.ONE, half));
            Circuit circuit = Circuit.of(List.of(
                    CircuitNode.update("u").reading("m", Filter.average(Circuits.ONE), "s"),
                    CircuitNode.function("s").ofDegree(1).reading("", ofAgeOneHalf, "g"),
                    CircuitNode.function("g").reading("", Filter.delay(), "u")));
            CircuitSeries series = CircuitSeries.of(circuit, 3);
            assertEquals(Circuits.inAges("-2", "-1"), series.coefficient(circuit.tree("u[m:s[g[u]]]")));
        }

        private void assertAgrees(Circuit circuit, int order) {
            CircuitSeries dense = CircuitSeries.of(circuit, order);
            CircuitSeries reference = CircuitSeries.reference(circuit, order);
            for (RootedTree tree : dense.trees()) {
                assertEquals(reference.coefficient(tree), dense.coefficient(tree), tree::toString);
            }
        }
    }

    @Test
    @DisplayName("is refused where functions feed each other, or a function reads nothing")
    void badCircuits() {
        CircuitNode u = CircuitNode.update("u").reading("", Filter.IDENTITY, "g");
        assertThrows(IllegalArgumentException.class, () -> Circuit.of(List.of(u)));
        assertThrows(IllegalArgumentException.class, () -> Circuit.of(List.of(u, CircuitNode.function("g"))));
        assertThrows(
                IllegalArgumentException.class,
                () -> Circuit.of(List.of(u, CircuitNode.function("g").reading("", Filter.IDENTITY, "g"))));
        assertThrows(IllegalArgumentException.class, () -> new Memory("alpha"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Filter(List.of(), List.of(ParameterPolynomial.of(Rational.of(2)))));
    }
}
