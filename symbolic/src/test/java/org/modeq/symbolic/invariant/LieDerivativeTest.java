package org.modeq.symbolic.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.MethodParameters;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.symja.ConcreteFields;
import org.modeq.symbolic.symja.ElementaryDifferentials;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("The Lie derivative of a quantity along f₁, f₂, …")
class LieDerivativeTest {
    private static final long SEED = 2302_08982;
    private static final MethodParameters HALF =
            new MethodParameters(new TreeMap<>(Map.of("beta", Rational.of(1, 2))), List.of());

    /** Quantities that f₁ conserves, for every F of the class. */
    enum Law {
        PRODUCT("u*v", "u^2-v^2", "u,v"),
        HEADS("u*v1, u*v2", "u^2-v1^2-v2^2", "u,v1,v2"),
        TWO_COORDINATES("u1*v1, u2*v2", "u1^2-v1^2", "u1,v1,u2,v2"),
        CUBES("p^3-q^3", "1/p+1/q", "p,q"),
        FOURTH_POWERS("p^4-q^4", "1/p^2+1/q^2", "p,q"),
        SQUARES("p^2-q^2", "p*q", "p,q"),
        THREE_LAYERS("u*v*w", "u^2-w^2", "u,v,w"),
        SCALE("x/y", "x^2+y^2", "x,y"),
        SCALES("x/z, y/z", "x^2+y^2+z^2", "x,y,z"),
        TRANSLATION("x-y", "x+y", "x,y"),
        ROTATION("x1*y1+x2*y2", "x1*x2-y1*y2", "x1,x2,y1,y2");

        private final String arguments;
        private final String quantity;
        private final String names;

        Law(String arguments, String quantity, String names) {
            this.arguments = arguments;
            this.quantity = quantity;
            this.names = names;
        }

        private List<String> variables() {
            return List.of(names.split(",", -1));
        }

        private int count() {
            return arguments.split(",", -1).length;
        }

        private CoordinateLosses losses() {
            return CoordinateLosses.of(
                    variables(),
                    Map.of(
                            "L", "F(" + arguments + ")",
                            "A", "F(" + arguments + ")",
                            "B", "G(" + arguments + ")"),
                    Map.of("F", count(), "G", count()));
        }

        private List<Expression> rates(String method, int order) {
            CoordinateLosses losses = losses();
            return LieDerivative.rates(Methods.parse(method), losses, losses.read(quantity), order);
        }
    }

    private static List<String> text(List<Expression> expressions) {
        return expressions.stream().map(Expression::toString).toList();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Law.class)
    @DisplayName("is 0 along f₁ for every F if the quantity is conserved by the flow, also with several losses")
    void conserved(Law law) {
        assertTrue(law.rates("gd", 1).get(0).isZero());
        assertTrue(law.rates("sequence:A,B,A", 1).get(0).isZero());
        assertTrue(law.rates("heavy-ball", 1).get(0).isZero());
    }

    @Test
    @DisplayName("is not 0 along f₁ for a quantity of single heads")
    void perHead() {
        CoordinateLosses losses = Law.HEADS.losses();
        Expression rate = LieDerivative.rates(Methods.parse("gd"), losses, losses.read("u^2-v1^2"), 1)
                .get(0);
        assertEquals("-2*F_2*u*v2", rate.toString());
        assertTrue(rate.isLaurentPolynomial());
    }

    @ParameterizedTest(name = "of {1}, {0}: {2}")
    @CsvSource({
        "gd, PRODUCT, 'D(L,u)^2-D(L,v)^2'",
        "gd, PRODUCT, -F'^2*(u^2-v^2)",
        "gd, HEADS, 'D(L,u)^2-D(L,v1)^2-D(L,v2)^2'",
        "gd, HEADS, (F_1*v1+F_2*v2)^2-u^2*(F_1^2+F_2^2)",
        "gd, SCALE, 'D(L,x)^2+D(L,y)^2'",
        "gd, SCALES, 'D(L,x)^2+D(L,y)^2+D(L,z)^2'",
        "gd, TWO_COORDINATES, -F_1^2*(u1^2-v1^2)",
        "gd, CUBES, 9*F'^2*(p+q)",
        "gd, FOURTH_POWERS, 48*F'^2*(p^2+q^2)",
        "gd, SQUARES, -4*F'^2*p*q",
        "gd, ROTATION, F'^2*(y1*y2-x1*x2)",
        "gd, TRANSLATION, 0",
        "'sequence:A,B', PRODUCT, -(F'^2+G'^2)*(u^2-v^2)",
        "'joint:A,B', PRODUCT, -(F'+G')^2*(u^2-v^2)"
    })
    @DisplayName("is at order h a formula in closed form")
    void drift(String method, Law law, String expected) {
        Expression rate = law.rates(method, 2).get(1);
        assertEquals(law.losses().read(expected), rate);
    }

    /** By the exponential series, with L₁I = 0 and no change at h³: L₃I = −½ L₁L₂I, and L₁F′² = −2F′²F″ (u² + v²). */
    @Test
    @DisplayName("is −F′²F″ (u⁴ − v⁴) at order h² for L = F(uv)")
    void second() {
        assertEquals(
                "-F'^2*F''*u^4+F'^2*F''*v^4", Law.PRODUCT.rates("gd", 3).get(2).toString());
    }

    /** (u, v) ↦ (u − hF′v, v − hF′u). */
    @Test
    @DisplayName("in one step of gradient descent adds up to −h²F′²(u² − v²) and nothing at h³, h⁴, h⁵")
    void exactGain() {
        CoordinateLosses losses = Law.PRODUCT.losses();
        List<Expression> changes =
                LieDerivative.changes(Methods.parse("gd"), losses, losses.read(Law.PRODUCT.quantity), 5);
        assertEquals(List.of("0", "-F'^2*u^2+F'^2*v^2", "0", "0", "0"), text(changes));
    }

    /** Several heads: one step changes I by h² ((Σ v_i F_i)² − u² Σ F_i²), Lippl and Lindsey. */
    @Test
    @DisplayName("in one step with several heads adds up to h² ((Σ vᵢFᵢ)² − u² ΣFᵢ²) and nothing beyond")
    void heads() {
        CoordinateLosses losses = Law.HEADS.losses();
        List<Expression> changes =
                LieDerivative.changes(Methods.parse("gd"), losses, losses.read(Law.HEADS.quantity), 4);
        Expression square = losses.read("(F_1*v1+F_2*v2)^2-u^2*(F_1^2+F_2^2)");
        assertEquals(List.of(Expression.ZERO, square, Expression.ZERO, Expression.ZERO), changes);
    }

    @Test
    @DisplayName("is 0 at all orders for the centre of mass of a loss of differences")
    void translation() {
        List<String> zeros = List.of("0", "0", "0", "0", "0");
        assertEquals(zeros, text(Law.TRANSLATION.rates("gd", 5)));
        assertEquals(zeros.subList(0, 4), text(Law.TRANSLATION.rates("sequence:A,B", 4)));
        assertEquals(zeros.subList(0, 4), text(Law.TRANSLATION.rates("heavy-ball", 4)));
        CoordinateLosses losses = Law.TRANSLATION.losses();
        assertEquals(zeros, text(LieDerivative.changes(Methods.parse("gd"), losses, losses.read("x+y"), 5)));
    }

    /** The coefficient of h^k in exp(Σ h^j L_{f_j}) I is Σ over j₁ + … + j_m = k of L_{f_{j₁}} … L_{f_{j_m}} I / m!. */
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "gd, PRODUCT",
        "gd, CUBES",
        "gd, SCALE",
        "heavy-ball, PRODUCT",
        "'sequence:A,B', PRODUCT",
        "'sequence:A,B', TRANSLATION"
    })
    @DisplayName("gives the change in one step by its exponential series, for every F")
    void exponential(String name, Law law) {
        Method<?> method = name.equals("heavy-ball") ? Methods.parse(name, HALF) : Methods.parse(name);
        CoordinateLosses losses = law.losses();
        Expression quantity = losses.read("u".equals(law.variables().get(0)) ? "u^2-v^2+u" : law.quantity);
        int order = 4;
        List<Expression> sum = new ArrayList<>(List.of(quantity));
        sum.addAll(Collections.nCopies(order, Expression.ZERO));
        List<Expression> power = new ArrayList<>(sum);
        for (int m = 1; m <= order; m++) {
            List<Expression> next = new ArrayList<>(Collections.nCopies(order + 1, Expression.ZERO));
            for (int k = 0; k < order; k++) {
                if (!power.get(k).isZero()) {
                    List<Expression> rates = LieDerivative.rates(method, losses, power.get(k), order - k);
                    for (int j = 1; j <= rates.size(); j++) {
                        next.set(k + j, next.get(k + j).add(rates.get(j - 1).scaled(Rational.of(1, m))));
                    }
                }
            }
            power = next;
            for (int k = 1; k <= order; k++) {
                sum.set(k, sum.get(k).add(power.get(k)));
            }
        }
        assertEquals(sum.subList(1, order + 1), LieDerivative.changes(method, losses, quantity, order));
    }

    @Test
    @DisplayName("has symbols of the method as variables, in front of the others")
    void symbols() {
        CoordinateLosses losses = Law.PRODUCT.losses();
        Expression quantity = losses.read(Law.PRODUCT.quantity);
        List<Expression> rates = LieDerivative.rates(Methods.parse("heavy-ball"), losses, quantity, 3);
        Method<Rational> half = Methods.parseRational("heavy-ball", HALF);
        List<Expression> numbers = LieDerivative.rates(half, losses, quantity, 3);
        List<Expression> evaluated = rates.stream()
                .map(rate -> rate.substituted(variable -> variable.name().equals("beta")
                        ? Expression.of(Rational.of(1, 2))
                        : Expression.variable(variable.index(), variable.name())))
                .toList();
        assertEquals(numbers, evaluated);
        assertTrue(
                rates.get(1).toString().contains("beta*F'^2*u^2/(1-beta)^3"),
                rates.get(1).toString());
        ConcreteLosses concrete = ConcreteLosses.of(losses, Map.of("F", "z", "G", "z"));
        List<Rational> point = List.of(Rational.ONE, Rational.of(2));
        String message = assertThrows(IllegalArgumentException.class, () -> concrete.value(rates.get(1), point))
                .getMessage();
        assertTrue(message.contains("the symbol beta"), message);
    }

    @Test
    @DisplayName("refuses fields without a loss, and symbols that mean something else")
    void refused() {
        CoordinateLosses losses = CoordinateLosses.of(List.of("beta"), Map.of("L", "beta^2"), Map.of());
        Expression quantity = losses.read("beta");
        Method<?> two = Methods.parse("sequence:A,B");
        String missing = assertThrows(
                        IllegalArgumentException.class, () -> LieDerivative.rates(two, losses, quantity, 2))
                .getMessage();
        assertTrue(missing.contains("given no loss A for the field A") && missing.contains("there are L"), missing);
        Method<?> momentum = Methods.parse("heavy-ball");
        String clash = assertThrows(
                        IllegalArgumentException.class, () -> LieDerivative.changes(momentum, losses, quantity, 2))
                .getMessage();
        assertTrue(clash.contains("has the symbols beta"), clash);
        Method<?> descent = Methods.parse("gd");
        assertThrows(IllegalArgumentException.class, () -> LieDerivative.rates(descent, losses, quantity, 0));
    }

    /** Some monomials of degree at most 4 with coefficients p/q, |p| ≤ 5, q ≤ 3. */
    private static String polynomial(Random random, int arguments) {
        StringBuilder sum = new StringBuilder(arguments == 1 ? "z^4/3" : "z1^2*z2");
        for (int term = 0; term < 4; term++) {
            sum.append("+").append(random.nextInt(11) - 5).append('/').append(1 + random.nextInt(3));
            for (int i = 1; i <= arguments; i++) {
                sum.append("*z").append(arguments == 1 ? "" : i).append('^').append(random.nextInt(3));
            }
        }
        return sum.toString().replace("+-", "-");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Law.class)
    @DisplayName("agrees with derivatives by a computer algebra system on random polynomials F and G, seed " + SEED)
    void referee(Law law) {
        Random random = new Random(SEED + law.name().hashCode());
        String generic = law.quantity + "+" + law.variables().get(0) + "^2*"
                + law.variables().get(1);
        CoordinateLosses losses = law.losses();
        Method<Rational> half = Methods.parseRational("heavy-ball", HALF);
        assertReferee(Methods.parseRational("gd"), 4, law, losses, law.quantity, random);
        assertReferee(Methods.parseRational("gd"), 3, law, losses, generic, random);
        assertReferee(half, 3, law, losses, law.quantity, random);
        assertReferee(Methods.parseRational("sequence:A,B"), 3, law, losses, law.quantity, random);
    }

    private static void assertReferee(
            Method<Rational> method, int order, Law law, CoordinateLosses losses, String formula, Random random) {
        List<Expression> rates = LieDerivative.rates(method, losses, losses.read(formula), order);
        for (int sample = 0; sample < 2; sample++) {
            Map<String, String> functions =
                    Map.of("F", polynomial(random, law.count()), "G", polynomial(random, law.count()));
            ConcreteLosses concrete = ConcreteLosses.of(losses, functions);
            List<Rational> point = law.variables().stream()
                    .map(variable -> Rational.of(1 + random.nextInt(5), 1 + random.nextInt(3)))
                    .toList();
            List<Optional<Rational>> values =
                    rates.stream().map(rate -> concrete.value(rate, point)).toList();
            assertEquals(
                    independent(method, order, law, concrete, formula, point),
                    values,
                    () -> method.name() + " on " + new TreeMap<>(functions) + " at " + point);
        }
    }

    /** Σ_i ∂_i I f_jⁱ with f_j and ∇I by Symja from the formulas of the losses. */
    private static List<Optional<Rational>> independent(
            Method<Rational> method, int order, Law law, ConcreteLosses concrete, String formula, List<Rational> at) {
        List<String> point = at.stream().map(Rational::toString).toList();
        Map<Colour, String> formulas = new TreeMap<>();
        concrete.formulas().forEach((name, loss) -> formulas.put(name.equals("L") ? Colour.F : new Colour(name), loss));
        ElementaryDifferentials<Rational> fields =
                ConcreteFields.ofLosses(law.variables(), formulas).exactAt(point);
        Colour quantity = new Colour("I");
        List<Rational> descent = ConcreteFields.ofLosses(law.variables(), Map.of(quantity, formula))
                .exactAt(point)
                .of(RootedTree.vertex(quantity));
        BSeriesField<Rational> field = ModifiedEquation.of(method, order).field();
        return IntStream.rangeClosed(1, order)
                .mapToObj(j -> {
                    Map<RootedTree, Rational> weights = new TreeMap<>();
                    field.nonzero().keySet().stream()
                            .filter(tree -> tree.order() == j)
                            .forEach(tree -> weights.put(tree, field.weight(tree)));
                    List<Rational> part = fields.sum(weights);
                    Rational rate = Rational.ZERO;
                    for (int i = 0; i < part.size(); i++) {
                        rate = rate.subtract(descent.get(i).multiply(part.get(i)));
                    }
                    return Optional.of(rate);
                })
                .toList();
    }
}
