package org.modeq.symbolic.modified;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.symbolic.lie.LieSeries;
import org.modeq.symbolic.method.Collocation;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.MethodParameters;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.method.Repetition;
import org.modeq.symbolic.method.StepRecurrence;
import org.modeq.symbolic.ring.ParameterFraction;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Rationals;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.series.BSeriesMap;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;
import org.modeq.symbolic.word.Letter;

/** The formulas that papers print, read off the derived series; the coefficients are those of F(t), b/σ. */
@DisplayName("The modified equation of the literature")
class PapersTest {
    private static MethodParameters given(String text) {
        TreeMap<String, Rational> values = new TreeMap<>();
        for (String pair : text.split(" ", -1)) {
            String[] sides = pair.split("=", 2);
            values.put(sides[0], Rational.parse(sides[1]));
        }
        return new MethodParameters(values, List.of());
    }

    private static <E> String weight(Method<E> method, String tree) {
        RootedTree parsed = RootedTree.parse(tree);
        return ModifiedEquation.of(method, parsed.order())
                .field()
                .weight(parsed)
                .toString();
    }

    private static <E> BSeriesField<E> field(Method<E> method, int order) {
        return ModifiedEquation.of(method, order).field();
    }

    /** Calvo, Murua and Sanz-Serna (1994); Hairer, Lubich and Wanner (2006), section IX.9. */
    @ParameterizedTest(name = "has b({0}) = {2}, {3}, {4}, {5} for Euler explicit and implicit, midpoint, Heun")
    @CsvFileSource(resources = "runge-kutta.csv")
    void tables(String tree, int symmetry, String euler, String implicitEuler, String midpoint, String heun) {
        RootedTree parsed = RootedTree.parse(tree);
        assertEquals(symmetry, parsed.symmetry().intValueExact());
        Map<String, String> expected = Map.of(
                "rk:euler",
                euler,
                "rk:implicit-euler",
                implicitEuler,
                "rk:implicit-midpoint",
                midpoint,
                "rk:heun",
                heun);
        expected.forEach((method, b) -> assertEquals(
                Rational.parse(b),
                field(Methods.parseRational(method), parsed.order()).coefficient(parsed),
                method));
    }

    /** Ghosh et al. (2023) at order h; Lyu (2025) and our own derivation beyond. */
    @ParameterizedTest(name = "of heavy ball has {1} at {0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "f; 1/(1-beta)",
                "f[f]; -(1+beta)/(2*(1-beta)^3)",
                "f[f[f]]; (1+4*beta+beta^2)/(3*(1-beta)^5)",
                "f[f,f]; (1+10*beta+beta^2)/(12*(1-beta)^5)",
                "f[f[f[f]]]; -(1+9*beta+9*beta^2+beta^3)/(4*(1-beta)^7)",
                "f[f,f[f]]; -(1+29*beta+29*beta^2+beta^3)/(12*(1-beta)^7)",
                "f[f[f,f]]; -(1+17*beta+17*beta^2+beta^3)/(12*(1-beta)^7)",
                "f[f,f,f]; -(beta+beta^2)/(2*(1-beta)^7)"
            })
    void heavyBall(String tree, String weight) {
        assertEquals(weight, weight(Methods.parse("heavy-ball"), tree));
    }

    @Nested
    @DisplayName("of momentum")
    class Momentum {
        @Test
        @DisplayName("of Nesterov has −(1−β+2β²)/(2(1−β)³) f′f at order h")
        void nesterov() {
            assertEquals("-(1-beta+2*beta^2)/(2*(1-beta)^3)", weight(Methods.parse("nesterov"), "f[f]"));
        }

        @ParameterizedTest(name = "of {0} with β = 0 is that of gradient descent")
        @ValueSource(strings = {"heavy-ball", "nesterov", "ema"})
        void noMomentum(String method) {
            assertEquals(
                    field(Methods.parseRational("gd"), 7), field(Methods.parseRational(method, given("beta=0")), 7));
        }

        @ParameterizedTest(name = "of {0} with β = 9/10 is the symbolic one evaluated there")
        @ValueSource(strings = {"heavy-ball", "nesterov", "ema"})
        void evaluated(String method) {
            Map<String, Rational> values = given("beta=9/10").values();
            BSeriesField<Rational> numbers = field(Methods.parseRational(method, given("beta=9/10")), 6);
            BSeriesField<?> symbols = field(Methods.parse(method), 6);
            symbols.nonzero()
                    .forEach((tree, value) ->
                            assertEquals(numbers.coefficient(tree), ((ParameterFraction) value).evaluate(values)));
            assertEquals(numbers.nonzero().size(), symbols.nonzero().size());
        }

        /** b(t) of the average is (1−β)^|t| times that of heavy ball, because f is scaled by 1−β. */
        @Test
        @DisplayName("by an average is heavy ball with the field (1−β)f")
        void average() {
            BSeriesField<Rational> ball = field(Methods.parseRational("heavy-ball", given("beta=3/4")), 6);
            BSeriesField<Rational> average = field(Methods.parseRational("ema", given("beta=3/4")), 6);
            ball.nonzero()
                    .forEach((tree, value) -> assertEquals(
                            value.multiply(Rational.of(1, 4).pow(tree.order())), average.coefficient(tree)));
        }
    }

    @ParameterizedTest(name = "of sharpness-aware steps has {1} at {0}")
    @CsvSource(
            delimiter = ';',
            value = {"f[f]; -(1+2*rho)/2", "f[f,f]; (1+6*rho+6*rho^2)/12", "f[f[f]]; (1+3*rho)/3"})
    void sharpnessAware(String tree, String weight) {
        assertEquals(weight, weight(Methods.parse("sam"), tree));
    }

    /** On f = 0 the step is θ′ = (1 − hλ)θ, whose field is ln(1 − hλ)/h θ = λw + h λ²/2 w′w + …, with w = −θ. */
    @Test
    @DisplayName("of weight decay has −λⁿ(−1)ⁿ/n on the tall trees of w, the logarithm, and −λ/2 between f and w")
    void weightDecay() {
        assertEquals("-lambda/2", weight(Methods.parse("weight-decay"), "f[w]"));
        assertEquals("-lambda/2", weight(Methods.parse("weight-decay"), "w[f]"));
        assertEquals("lambda^3/3", weight(Methods.parse("weight-decay"), "w[w[w]]"));
        assertEquals("-lambda^4/4", weight(Methods.parse("weight-decay"), "w[w[w[w]]]"));
    }

    /** Rosca et al. (2021), theorems 3.1 and 3.2, in one clock; the alternating form is the corrected one. */
    @ParameterizedTest(name = "of {0} with sub-steps {1} has {3} at {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "game:simultaneous; ; A[A]; -vA^2/2",
                "game:simultaneous; ; A[B]; -vA*vB/2",
                "game:simultaneous; ; B[A]; -vA*vB/2",
                "game:alternating; 2 3; A[A]; -vA^2/4",
                "game:alternating; 2 3; A[B]; -vA*vB/2",
                "game:alternating; 2 3; B[A]; vA*vB/2",
                "game:alternating; 2 3; B[B]; -vB^2/6",
                "game:alternating; m k; A[A]; -vA^2/(2*m)",
                "game:alternating; m k; A[B]; -vA*vB/2",
                "game:alternating; m k; B[A]; vA*vB/2",
                "game:alternating; m k; B[B]; -vB^2/(2*k)"
            })
    void games(String method, String substeps, String tree, String weight) {
        List<Repetition> numbers = substeps == null
                ? List.of()
                : List.of(substeps.split(" ", -1)).stream()
                        .map(Repetition::parse)
                        .toList();
        MethodParameters parameters = new MethodParameters(new TreeMap<>(), numbers);
        assertEquals(weight, weight(Methods.parse(method, parameters), tree));
    }

    @Test
    @DisplayName("of alternating play with rates 1 is that of the sequence")
    void alternatingIsSequence() {
        assertEquals(
                field(Methods.parseRational("sequence:A,B"), 5),
                field(Methods.parseRational("game:alternating", given("vA=1 vB=1")), 5));
    }

    @ParameterizedTest(name = "of {0} vanishes below order {1} and not at order {1} + 1")
    @CsvSource({
        "rk:euler, 1",
        "rk:heun, 2",
        "rk:ralston, 2",
        "rk:midpoint, 2",
        "rk:heun3, 3",
        "rk:kutta3, 3",
        "rk:ssprk33, 3",
        "rk:radau-iia3, 3",
        "rk:rk4, 4",
        "rk:rk38, 4",
        "rk:gauss4, 4",
        "rk:lobatto-iiia4, 4",
        "rk:radau-iia5, 5",
        "rk:gauss6, 6",
        "rk:trapezoidal, 2",
        "rk:lobatto-iiic2, 2",
        "avf, 2"
    })
    void orderOfAccuracy(String method, int order) {
        BSeriesField<Rational> field = field(Methods.parseRational(method), order + 1);
        RootedTree vertex = RootedTree.vertex(Colour.F);
        assertEquals(Map.of(vertex, Rational.ONE), field.truncated(order).nonzero());
        assertTrue(field.nonzero().size() > 1);
    }

    @ParameterizedTest(name = "of {0} has no even orders, being symmetric")
    @ValueSource(
            strings = {
                "rk:implicit-midpoint",
                "rk:trapezoidal",
                "rk:gauss4",
                "rk:gauss6",
                "rk:lobatto-iiia4",
                "avf",
                "stormer-verlet"
            })
    void symmetric(String method) {
        assertTrue(field(Methods.parseRational(method), 6).nonzero().keySet().stream()
                .allMatch(tree -> tree.order() % 2 == 1));
    }

    /** Cattaneo and Shigida (2025): as a map, heavy ball is θ − h[g/(1−β) + h β/(1−β)³ Hg] + …; f = −g, f′f = Hg. */
    @Test
    @DisplayName("of heavy ball belongs to the memoryless map θ + h f/(1−β) − h² β/(1−β)³ f′f")
    void memorylessMap() {
        assertEquals("-beta/(1-beta)^3", mapCoefficient(Methods.parse("heavy-ball"), "f[f]"));
        assertEquals("1/(1-beta)", mapCoefficient(Methods.parse("heavy-ball"), "f"));
    }

    private static <E> String mapCoefficient(Method<E> method, String tree) {
        return StepMap.of(method, 2).coefficient(RootedTree.parse(tree)).toString();
    }

    @Test
    @DisplayName("of the adjoint method has b with the sign (−1)^(|t|−1): implicit against explicit Euler, to order 9")
    void adjoint() {
        BSeriesField<Rational> explicit = field(Methods.parseRational("rk:euler"), 9);
        BSeriesField<Rational> implicit = field(Methods.parseRational("rk:implicit-euler"), 9);
        explicit.nonzero()
                .forEach((tree, value) ->
                        assertEquals(tree.order() % 2 == 1 ? value : value.negate(), implicit.coefficient(tree)));
        assertEquals(explicit.nonzero().size(), implicit.nonzero().size());
    }

    @Test
    @DisplayName("of collocation at one node is that of the tableau of the same method")
    void collocation() {
        assertEquals(
                field(Methods.parseRational("rk:trapezoidal"), 6),
                field(
                        new Collocation(
                                "trapezoidal", new Polynomial(List.of(Rational.ZERO, Rational.of(-1), Rational.ONE))),
                        6));
    }

    @Test
    @DisplayName("of symplectic Euler with p alone is implicit Euler, with q alone explicit Euler")
    void symplecticEuler() {
        BSeriesField<Rational> field = field(Methods.parseRational("symplectic-euler"), 5);
        BSeriesField<Rational> implicit = field(Methods.parseRational("rk:implicit-euler"), 5);
        BSeriesField<Rational> explicit = field(Methods.parseRational("rk:euler"), 5);
        Colour p = new Colour("p");
        Colour q = new Colour("q");
        for (RootedTree tree : explicit.nonzero().keySet()) {
            assertEquals(implicit.coefficient(tree), field.coefficient(tree.recoloured(f -> p)));
            assertEquals(explicit.coefficient(tree), field.coefficient(tree.recoloured(f -> q)));
        }
        assertEquals(
                Rational.of(1, 2), field.coefficient(RootedTree.graft(p, Collections.singleton(RootedTree.vertex(p)))));
    }

    /** The splitting of flows against the Lie series of Baker, Campbell and Hausdorff, in trees. */
    @ParameterizedTest(name = "of the flows {0} is their Lie series")
    @ValueSource(strings = {"A,B", "A,B,A", "B,A,A,B"})
    void splitting(String letters) {
        List<Map<Letter, Rational>> factors = List.of(letters.split(",", -1)).stream()
                .map(letter -> Map.of(Letter.of(letter), Rational.ONE))
                .toList();
        BSeriesField<Rational> brackets = LieSeries.logOfProduct(Rationals.RATIONALS, factors, 5)
                .toTrees(letter -> new TreeMap<>(
                        Collections.singletonMap(RootedTree.vertex(new Colour(letter.field())), Rational.ONE)));
        assertEquals(brackets, field(Methods.parseRational("splitting:" + letters), 5));
    }

    @Test
    @DisplayName("of Strang's splitting is symmetric, and −1/24 and 1/12 stand before its brackets")
    void strang() {
        BSeriesField<Rational> field = field(Methods.parseRational("splitting:A/2,B,A/2"), 6);
        assertTrue(field.nonzero().keySet().stream().allMatch(tree -> tree.order() % 2 == 1));
        // −1/24 [A,[A,B]] + 1/12 [[A,B],B] in trees: of B[A,A] only [A,[A,B]] has a part.
        assertEquals(Rational.of(-1, 24), field.weight(RootedTree.parse("B[A,A]")));
    }

    /** P(t; 1) of a method is its own map, found without the linear coefficient. */
    @ParameterizedTest(name = "of {0} has the method's map as its flow")
    @ValueSource(
            strings = {
                "gd", "sequence:A,B/2", "joint-mean:A,B", "extragradient", "rk:euler", "rk:implicit-euler",
                        "rk:midpoint",
                "rk:implicit-midpoint", "rk:heun", "rk:ssprk33", "rk:rk4", "rk:trapezoidal", "rk:gauss4", "rk:gauss6",
                "rk:radau-iia5", "symplectic-euler", "stormer-verlet", "splitting:A/2,B,A/2", "avf"
            })
    void flowIsTheMap(String name) {
        Method<Rational> method = Methods.parseRational(name);
        int order = method.fields().size() == 1 ? 7 : 5;
        assertEquals(
                map(method, method.recurrence(order), order),
                field(method, order).flow());
    }

    private static <S> BSeriesMap<Rational> map(
            Method<Rational> method, StepRecurrence<S, Rational> recurrence, int order) {
        Map<RootedTree, S> solutions = new HashMap<>();
        Map<RootedTree, Rational> coefficients = new HashMap<>();
        for (RootedTree tree : TreeEnumeration.over(method.fields()).upToOrder(order)) {
            S solution = recurrence.solve(
                    tree.colour(), tree.children().stream().map(solutions::get).toList());
            solutions.put(tree, solution);
            coefficients.put(tree, recurrence.iterate(solution).valueAt(1));
        }
        return BSeriesMap.of(order, coefficients);
    }
}
