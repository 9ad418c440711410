package org.modeq.symbolic.modified;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.symbolic.contraction.ContractionGraph;
import org.modeq.symbolic.contraction.FormulaMeaning;
import org.modeq.symbolic.contraction.FormulaParser;
import org.modeq.symbolic.contraction.TensorForm;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.ring.ParameterFraction;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.ring.ParameterRing;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.FreeTree;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;
import org.modeq.symbolic.tree.TwoLeggedTree;

@DisplayName("A metric form")
class MetricExistenceTest {
    private static final Colour A = new Colour("A");
    private static final Colour B = new Colour("B");

    private static MetricForm<?> form(String method, int order) {
        return MetricForm.of(Methods.parse(method), order);
    }

    @Nested
    @DisplayName("exists")
    class Existence {
        @ParameterizedTest(name = "with L̃ = L for any field over trees of order {0} of one loss")
        @ValueSource(ints = {2, 3, 4, 5, 6, 7})
        void oneField(int order) {
            List<RootedTree> trees = TreeEnumeration.over(List.of(Colour.F)).ofOrder(order);
            List<SortedMap<RootedTree, Rational>> columns = new ArrayList<>();
            for (TwoLeggedTree matrix : TwoLeggedTree.ofOrder(List.of(Colour.F), order - 1)) {
                SortedMap<RootedTree, Rational> column = new TreeMap<>();
                matrix.applied(RootedTree.vertex(Colour.F))
                        .forEach(tree -> column.merge(tree, Rational.of(1, 2), Rational::add));
                columns.add(column);
            }
            for (RootedTree tree : trees) {
                SortedMap<RootedTree, Rational> right = new TreeMap<>(Map.of(tree, Rational.ONE));
                assertTrue(new MetricSystem<>(RATIONALS, trees, columns, right)
                        .solution()
                        .isPresent());
            }
        }

        @Test
        @DisplayName("for A, then B to order 6 at least; for A twice, then B not from h² on, whatever the choice at h")
        void twoSteps() {
            assertTrue(form("sequence:A,B", 6).isMetric());
            MetricForm<?> form = form("sequence:A*2,B", 5);
            assertEquals(2, form.orderOfMetric());
            assertTrue(form.obstruction().orElseThrow().isForAllChoices());
        }

        @Test
        @DisplayName("for A, then B, as the sweep is a step of a preconditioned gradient of V: (I − h ∇²A) g = ∇V")
        void exactPreconditioner() {
            FormulaMeaning<Rational> meaning = new FormulaMeaning<>(
                    RATIONALS,
                    Map.of("A", TensorForm.loss(RATIONALS, "A"), "B", TensorForm.loss(RATIONALS, "B")),
                    Map.of(),
                    Map.of());
            String descent = "grad(A) + grad(B) - h*hess(B)*grad(A) + h^2/2*D(B,3)[grad(A),grad(A)]"
                    + " - h^3/6*D(B,4)[grad(A),grad(A),grad(A)]";
            String potential =
                    "A + B - h*dot(grad(A),grad(B)) - h/2*norm2(grad(A)) + h^2/2*dot(grad(A),hess(B)*grad(A))"
                            + " - h^3/6*D(B,3)[grad(A),grad(A),grad(A)]";
            TensorForm<Rational> left = meaning.value(FormulaParser.parse("(1 - h*hess(A))*(" + descent + ")"), 1);
            TensorForm<Rational> right = meaning.value(FormulaParser.parse("grad(" + potential + ")"), 1);
            assertEquals(left.truncated(3), right.truncated(3));
        }

        @Test
        @DisplayName("for A, then B, with L̃ = V: order by order to order 6")
        void withThePotential() {
            int order = 6;
            ModifiedEquation<Rational> equation = ModifiedEquation.of(Methods.parseRational("sequence:A,B"), order);
            SortedMap<FreeTree, Rational> potential = new TreeMap<>(Map.of(
                    new FreeTree(RootedTree.parse("A")),
                    Rational.ONE,
                    new FreeTree(RootedTree.parse("A[A]")),
                    Rational.of(-1, 2)));
            Rational factor = Rational.ONE;
            for (int k = 0; k < order; k++) {
                factor = k == 0 ? factor : factor.divide(Rational.of(-k));
                RootedTree tree = RootedTree.graft(B, Collections.nCopies(k, RootedTree.vertex(A)));
                potential.put(new FreeTree(tree), factor);
            }
            SortedMap<TwoLeggedTree, Rational> metric = new TreeMap<>();
            for (int power = 1; power < order; power++) {
                List<TwoLeggedTree> matrices = TwoLeggedTree.ofOrder(List.of(A, B), power);
                List<SortedMap<RootedTree, Rational>> columns = matrices.stream()
                        .map(matrix -> applied(matrix, List.of(RootedTree.vertex(A), RootedTree.vertex(B))))
                        .toList();
                List<RootedTree> trees = TreeEnumeration.over(List.of(A, B)).ofOrder(power + 1);
                SortedMap<RootedTree, Rational> needed = needed(equation, potential, metric, power);
                new MetricSystem<>(RATIONALS, trees, columns, needed)
                        .solution()
                        .orElseThrow()
                        .forEach((i, value) -> metric.put(matrices.get(i), value));
            }
            assertEquals(Rational.of(3, 2), metric.get(new TwoLeggedTree(List.of(RootedTree.vertex(A)))));
            assertEquals(Rational.of(1, 2), metric.get(new TwoLeggedTree(List.of(RootedTree.vertex(B)))));
        }

        /** W Σ G(r). */
        private SortedMap<RootedTree, Rational> applied(TwoLeggedTree matrix, List<RootedTree> branches) {
            SortedMap<RootedTree, Rational> sum = new TreeMap<>();
            branches.forEach(branch ->
                    matrix.applied(branch).forEach(tree -> sum.merge(tree, Rational.of(1, 2), Rational::add)));
            return sum;
        }

        /** −f_(k+1) − ∇V_(k+1) − Σ_(0&lt;j&lt;k) M_j ∇V_(k−j+1). */
        private SortedMap<RootedTree, Rational> needed(
                ModifiedEquation<Rational> equation,
                SortedMap<FreeTree, Rational> potential,
                SortedMap<TwoLeggedTree, Rational> metric,
                int power) {
            SortedMap<RootedTree, Rational> sum = new TreeMap<>();
            equation.terms(power)
                    .forEach(term -> sum.put(
                            term.tree(),
                            power % 2 == 0
                                    ? term.coefficient()
                                    : term.coefficient().negate()));
            potential.forEach((tree, factor) -> {
                if (tree.order() == power + 1) {
                    tree.rootings().forEach(rooting -> sum.merge(rooting, factor.negate(), Rational::add));
                }
                metric.forEach((matrix, entry) -> {
                    if (tree.order() > 1 && tree.order() + matrix.order() == power + 1) {
                        applied(matrix, tree.rootings())
                                .forEach((result, share) -> sum.merge(
                                        result,
                                        share.multiply(entry).multiply(factor).negate(),
                                        Rational::add));
                    }
                });
            });
            return sum;
        }

        @ParameterizedTest(name = "not uniquely: A, then B, with {0} and {1}")
        @CsvSource(
                delimiter = ';',
                value = {
                    "1 + h*hess(A); A + B - h/4*norm2(grad(A)) - h/2*dot(grad(A),grad(B)) + h/4*norm2(grad(B))",
                    "1 + h/2*(hess(A) - hess(B)); A + B + h/2*norm2(grad(B))",
                    "1 - h*hess(B); A + B + h/4*norm2(grad(A)) + h/2*dot(grad(A),grad(B)) + 3*h/4*norm2(grad(B))"
                })
        void choices(String metric, String loss) {
            FormulaMeaning<Rational> meaning = new FormulaMeaning<>(
                    RATIONALS,
                    Map.of("A", TensorForm.loss(RATIONALS, "A"), "B", TensorForm.loss(RATIONALS, "B")),
                    Map.of(),
                    Map.of());
            TensorForm<Rational> field = MetricProducts.contractions(
                    RATIONALS,
                    ModifiedEquation.of(Methods.parseRational("sequence:A,B"), 2)
                            .field());
            String formula = "-(" + metric + ")*grad(" + loss + ")";
            assertEquals(field, meaning.value(FormulaParser.parse(formula), 1).truncated(1));
        }

        @ParameterizedTest(name = "not uniquely: gradient descent, with {0} and {1}")
        @CsvSource(
                delimiter = ';',
                value = {"1 + h/2*hess(L) + h^2/4*hess(L)^2 + h^2/24*hess(norm2(grad(L))); L"})
        void withTheLossItself(String metric, String loss) {
            FormulaMeaning<Rational> meaning =
                    new FormulaMeaning<>(RATIONALS, Map.of("L", TensorForm.loss(RATIONALS, "f")), Map.of(), Map.of());
            TensorForm<Rational> field = MetricProducts.contractions(
                    RATIONALS,
                    ModifiedEquation.of(Methods.parseRational("gd"), 3).field());
            String formula = "-(" + metric + ")*grad(" + loss + ")";
            assertEquals(field, meaning.value(FormulaParser.parse(formula), 1).truncated(2));
        }
    }

    @Nested
    @DisplayName("has a certificate where there is none")
    class Certificate {
        @Test
        @DisplayName("in words: three tasks")
        void words() {
            assertEquals(
                    "-c(A[B]) + c(A[C]) + c(B[A]) - c(B[C]) - c(C[A]) + c(C[B]) is 0 on M_1 grad L + grad L_2 for all M_1"
                            + " and L_2, but must be -1; c(t) is the coefficient of G(t) over those of its vertices in f_1",
                    form("sequence:A,B,C", 4).obstruction().orElseThrow().toString());
            MetricObstruction<Rational> third = new MetricObstruction<>(
                    3, new TreeMap<>(Map.of(RootedTree.parse("A[B]"), Rational.of(2, 3))), Rational.ONE, false);
            assertTrue(third.toString()
                    .startsWith("2/3 c(A[B]) is 0 on M_3 grad L + grad L_4 for all M_3 and L_4, but"
                            + " must be 1 given the terms of lower powers; "));
        }

        @ParameterizedTest(name = "{0}: 0 on all W ∇L and ∇S, not 0 on what is needed, for three choices at h")
        @CsvSource(
                delimiter = ';',
                value = {
                    "sequence:A,B,C; 1",
                    "sequence:A*2,B; 2",
                    "sequence:A,B,A; 2",
                    "splitting:A/2,B,A/2; 2",
                    "sequence:A,B,C,C,B,A; 2"
                })
        void vanishes(String name, int power) {
            Method<Rational> method = Methods.parseRational(name);
            ModifiedEquation<Rational> equation = ModifiedEquation.of(method, power + 1);
            MetricForm<Rational> form = MetricForm.of(equation);
            MetricObstruction<Rational> reason = form.obstruction().orElseThrow();
            assertEquals(power, reason.power());
            assertTrue(reason.isForAllChoices());
            SortedMap<Colour, Rational> factors = new TreeMap<>();
            method.fields()
                    .forEach(colour -> factors.put(colour, equation.field().coefficient(RootedTree.vertex(colour))));
            TensorForm<Rational> total = TensorForm.zero(RATIONALS, 1);
            for (Map.Entry<Colour, Rational> entry : factors.entrySet()) {
                total = total.add(gradient(entry.getKey()).scaled(entry.getValue()));
            }
            for (TwoLeggedTree tree : TwoLeggedTree.ofOrder(method.fields(), power)) {
                TensorForm<Rational> image =
                        TensorForm.ofLosses(RATIONALS, tree).contracted(total);
                assertEquals(Rational.ZERO, value(reason, factors, image), tree.toString());
            }
            for (RootedTree tree : TreeEnumeration.over(method.fields()).ofOrder(power + 1)) {
                TensorForm<Rational> scalar = TensorForm.of(RATIONALS, ContractionGraph.ofLosses(new FreeTree(tree)));
                assertEquals(Rational.ZERO, value(reason, factors, scalar.derivative()), tree.toString());
            }
            for (int x = -1; x <= 1; x++) {
                assertEquals(reason.value(), value(reason, factors, needed(form, equation, total, Rational.of(x))));
            }
            assertNotEquals(Rational.ZERO, reason.value());
        }

        /** −f_(k+1) − M₁ ∇L₂ at h^k, k ≤ 2, with x ∇²L added to M₁ and −x/2 ‖∇L‖² to L₂. */
        private TensorForm<Rational> needed(
                MetricForm<Rational> form,
                ModifiedEquation<Rational> equation,
                TensorForm<Rational> total,
                Rational x) {
            int power = form.orderOfMetric();
            TensorForm<Rational> field =
                    MetricProducts.contractions(RATIONALS, equation.field()).negate();
            TensorForm<Rational> top = field.subtract(field.truncated(power - 1));
            if (power == 1) {
                return top;
            }
            TensorForm<Rational> step = TensorForm.number(RATIONALS, 1, x);
            TensorForm<Rational> hessian = total.derivative().times(step);
            TensorForm<Rational> matrix = MetricProducts.metric(form)
                    .subtract(TensorForm.identity(RATIONALS))
                    .add(hessian);
            TensorForm<Rational> losses = MetricProducts.loss(form).derivative();
            TensorForm<Rational> gradient = losses.subtract(losses.truncated(0)).subtract(hessian.contracted(total));
            return top.subtract(matrix.contracted(gradient));
        }

        /** Σ v(t) c(t). */
        private Rational value(
                MetricObstruction<Rational> reason, SortedMap<Colour, Rational> factors, TensorForm<Rational> vector) {
            Map<ContractionGraph, Rational> coefficients = new TreeMap<>();
            vector.terms().forEach((term, value) -> coefficients.merge(term.graph(), value, Rational::add));
            Rational sum = Rational.ZERO;
            for (Map.Entry<RootedTree, Rational> entry : reason.combination().entrySet()) {
                Rational product = entry.getKey()
                        .fold((colour, parts) ->
                                parts.stream().reduce(factors.getOrDefault(colour, Rational.ONE), Rational::multiply));
                Rational coefficient =
                        coefficients.getOrDefault(ContractionGraph.ofLosses(entry.getKey()), Rational.ZERO);
                sum = sum.add(entry.getValue().multiply(coefficient).divide(product));
            }
            return sum;
        }

        private TensorForm<Rational> gradient(Colour colour) {
            return TensorForm.of(RATIONALS, ContractionGraph.ofLosses(RootedTree.vertex(colour)));
        }
    }

    @Nested
    @DisplayName("is refused")
    class Refusals {
        private static String refusal(Runnable action) {
            String message =
                    assertThrows(IllegalArgumentException.class, action::run).getMessage();
            return message == null ? "" : message;
        }

        @ParameterizedTest(name = "{0}, order {1}: {2}")
        @CsvSource(
                delimiter = ';',
                value = {
                    "game:simultaneous; 2; each player moves its own part",
                    "stormer-verlet; 3; take --as hamiltonian",
                    "gd; 14; expected at most 13",
                    "sequence:A,B; 9; expected at most 8",
                    "heavy-ball; 12; give numbers for the symbols"
                })
        void methods(String method, int order, String reason) {
            String message = refusal(() -> form(method, order));
            assertTrue(message.contains(reason), message);
        }

        @Test
        @DisplayName("where a coefficient of f₁ cannot be divided by")
        void coefficient() {
            ParameterRing ring = ParameterRing.of(List.of());
            ParameterPolynomial beta = ParameterPolynomial.parameter("beta");
            ParameterFraction factor =
                    ring.of(ParameterPolynomial.of(Rational.of(2)).add(beta.pow(2)));
            BSeriesField<ParameterFraction> field =
                    BSeriesField.of(ring, 2, Map.of(RootedTree.vertex(Colour.F), factor));
            String message = refusal(() -> LossScale.of(heavyBall(), field));
            assertTrue(message.contains("{f=2+beta^2}"), message);
            assertFalse(message.isEmpty());
        }

        @SuppressWarnings("unchecked") // its parameter is a symbol
        private static Method<ParameterFraction> heavyBall() {
            return (Method<ParameterFraction>) Methods.parse("heavy-ball");
        }
    }
}
