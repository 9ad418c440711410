package org.modeq.symbolic.modified;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.contraction.TensorForm;
import org.modeq.symbolic.contraction.TreeFormula;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.symja.ConcreteProblem;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.FreeTree;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TwoLeggedTree;

@DisplayName("The metric form of a modified field")
class MetricFormTest {
    private static final Colour A = new Colour("A");
    private static final Colour B = new Colour("B");

    private static MetricForm<?> form(String method, int order) {
        return MetricForm.of(Methods.parse(method), order);
    }

    private static SortedMap<String, String> metric(MetricForm<?> form) {
        SortedMap<String, String> terms = new TreeMap<>();
        form.metricTerms()
                .forEach(term -> terms.put(
                        "h^" + term.power() + " " + TreeFormula.of(term.tree(), LossForm::lossName),
                        term.coefficient().toString()));
        return terms;
    }

    private static SortedMap<String, String> loss(MetricForm<?> form) {
        SortedMap<String, String> terms = new TreeMap<>();
        form.lossTerms()
                .forEach(term -> terms.put(
                        "h^" + term.power() + " " + TreeFormula.of(term.tree(), LossForm::lossName),
                        term.coefficient().toString()));
        return terms;
    }

    private static String certificate(MetricForm<?> form) {
        return form.obstruction().map(MetricObstruction::toString).orElse("");
    }

    @Nested
    @DisplayName("is known by hand")
    class Golden {
        @Test
        @DisplayName("for gradient descent through h²: M = I + h²/6 (∇²L)²")
        void gradientDescent() {
            MetricForm<?> form = form("gd", 3);
            assertEquals(Map.of("h^2 hess(L)*hess(L)", "1/6"), metric(form));
            assertEquals(
                    Map.of("h^0 L", "1", "h^1 norm2(grad(L))", "1/4", "h^2 dot(grad(L),hess(L)*grad(L))", "1/12"),
                    loss(form));
            assertTrue(form.isMetric());
            assertEquals(3, form.orderOfMetric());
        }

        @Test
        @DisplayName("for A, then B: the bracket is the preconditioner I + h ∇²A of a joint loss")
        void sequence() {
            MetricForm<?> form = form("sequence:A,B", 2);
            assertEquals(Map.of("h^1 hess(A)", "1"), metric(form));
            assertEquals(
                    Map.of(
                            "h^0 A",
                            "1",
                            "h^0 B",
                            "1",
                            "h^1 norm2(grad(A))",
                            "-1/4",
                            "h^1 dot(grad(A),grad(B))",
                            "-1/2",
                            "h^1 norm2(grad(B))",
                            "1/4"),
                    loss(form));
        }

        @Test
        @DisplayName("for n steps on A, then m on B, also where it divides by n and m")
        void repeated() {
            MetricForm<?> form = form("sequence:A*n,B*m", 2);
            assertEquals(Map.of("h^1 hess(A)", "n"), metric(form));
            assertEquals("-m*n/2", loss(form).get("h^1 dot(grad(A),grad(B))"));
            assertEquals("(n-2*n^2)/4", loss(form).get("h^1 norm2(grad(A))"));
            MetricForm<?> beyond = form("sequence:A*n,B*m", 3);
            assertEquals(2, beyond.orderOfMetric());
            assertTrue(certificate(beyond).contains(", but must be (1-n^2)/(6*n^2); "), certificate(beyond));
        }

        @Test
        @DisplayName("for heavy ball, with β as a symbol")
        void heavyBall() {
            MetricForm<?> form = form("heavy-ball", 3);
            assertEquals(Map.of("h^2 hess(L)*hess(L)", "1/(6*(1-beta)^2)"), metric(form));
            assertEquals("(1+10*beta+beta^2)/(12*(1-beta)^5)", loss(form).get("h^2 dot(grad(L),hess(L)*grad(L))"));
        }

        @Test
        @DisplayName("for a field that leads along the gradient of A by the Hessian of B")
        void fieldOutsideTheTotal() {
            Map<RootedTree, Rational> field =
                    Map.of(RootedTree.vertex(A), Rational.ONE, RootedTree.parse("B[A]"), Rational.of(-3));
            MetricForm<Rational> form = MetricForm.of(
                    new ModifiedEquation<>(Methods.parseRational("joint:A,B"), BSeriesField.of(2, field)));
            assertEquals(Map.of("h^1 hess(B)", "3"), metric(form));
            assertEquals(Map.of("h^0 A", "1"), loss(form));
        }
    }

    private static <E> void assertProduct(ModifiedEquation<E> equation) {
        MetricForm<E> form = MetricForm.of(equation);
        BSeriesField<E> field = equation.field().truncated(form.orderOfMetric());
        assertEquals(MetricProducts.contractions(form.ring(), field), MetricProducts.product(form));
    }

    @Nested
    @DisplayName("multiplied out")
    class MultipliedOut {
        @ParameterizedTest(name = "is the field: {0}, order {1}, holds to order {2}")
        @CsvSource(
                delimiter = ';',
                value = {
                    "gd; 7; 7",
                    "heavy-ball; 4; 4",
                    "nesterov; 4; 4",
                    "ema; 4; 4",
                    "sam; 4; 4",
                    "rk:heun; 5; 5",
                    "rk:implicit-midpoint; 5; 5",
                    "extragradient; 5; 5",
                    "avf; 5; 5",
                    "weight-decay; 4; 4",
                    "joint:A,B; 4; 4",
                    "joint-mean:A,B,C; 3; 3",
                    "sequence:A,B; 4; 4",
                    "sequence:A/2,B; 4; 4",
                    "sequence:A*n,B*m; 3; 2",
                    "sequence:A,B*2; 3; 2",
                    "sequence:A,B,A; 3; 2",
                    "splitting:A,B; 3; 2",
                    "splitting:A/2,B,A/2; 3; 2",
                    "sequence:A,B,C; 2; 1"
                })
        void product(String method, int order, int holds) {
            ModifiedEquation<?> equation = ModifiedEquation.of(Methods.parse(method), order);
            assertEquals(holds, MetricForm.of(equation).orderOfMetric());
            assertProduct(equation);
        }

        @Test
        @DisplayName("is the field of one step of a run from rest")
        void transientStep() {
            assertProduct(TransientStep.equation(Methods.parse("heavy-ball"), 1, 4));
        }

        @ParameterizedTest(name = "is another field if one coefficient of M or of L̃ is off: {0}, order {1}")
        @CsvSource(
                delimiter = ';',
                value = {"gd; 5", "sequence:A,B; 3"})
        void mutants(String method, int order) {
            MetricForm<Rational> form = MetricForm.of(Methods.parseRational(method), order);
            TensorForm<Rational> field = MetricProducts.product(form);
            form.metric().keySet().forEach(tree -> {
                SortedMap<TwoLeggedTree, Rational> metric = new TreeMap<>(form.metric());
                metric.merge(tree, Rational.of(1, 1000), Rational::add);
                assertNotEquals(field, MetricProducts.product(with(form, form.loss(), metric)), tree.toString());
            });
            form.loss().keySet().forEach(tree -> {
                SortedMap<FreeTree, Rational> loss = new TreeMap<>(form.loss());
                loss.merge(tree, Rational.of(1, 1000), Rational::add);
                assertNotEquals(field, MetricProducts.product(with(form, loss, form.metric())), tree.toString());
            });
        }

        private MetricForm<Rational> with(
                MetricForm<Rational> form,
                SortedMap<FreeTree, Rational> loss,
                SortedMap<TwoLeggedTree, Rational> metric) {
            return new MetricForm<>(form.method(), form.ring(), form.order(), loss, metric, form.obstruction());
        }

        @ParameterizedTest(name = "is the field of {0} on polynomials, order {1}, with a symmetric matrix")
        @CsvSource(
                delimiter = ';',
                value = {"gd; 5", "sequence:A,B; 4", "joint-mean:A,B; 4", "rk:heun; 4"})
        void onPolynomials(String method, int order) {
            ModifiedEquation<Rational> equation = ModifiedEquation.of(Methods.parseRational(method), order);
            MetricForm<Rational> form = MetricForm.of(equation);
            ConcreteProblem problem = new ConcreteProblem(
                    List.of("x", "y"),
                    Map.of(Colour.F, "x^4 + x^2*y - 2*y^3 + x", A, "x^3*y - x*y^2 + y", B, "x^2*y^2 + y^3/2 - x"),
                    List.of(Rational.of(1, 2), Rational.of(-1, 3)));
            List<Polynomial> matrix = problem.value(MetricProducts.metric(form));
            List<Polynomial> gradient = problem.value(MetricProducts.loss(form).derivative());
            assertEquals(matrix.get(1), matrix.get(2));
            for (int i = 0; i < 2; i++) {
                Polynomial row = matrix.get(2 * i)
                        .multiply(gradient.get(0))
                        .add(matrix.get(2 * i + 1).multiply(gradient.get(1)));
                assertEquals(row.truncated(order - 1), descent(problem, equation.field(), i));
            }
        }

        /** A component of −f̃, tree by tree. */
        private Polynomial descent(ConcreteProblem problem, BSeriesField<Rational> field, int component) {
            Polynomial sum = Polynomial.ZERO;
            for (RootedTree tree : field.nonzero().keySet()) {
                Rational value = problem.contraction(tree).get(component).multiply(field.weight(tree));
                sum = sum.add(Polynomial.monomial(tree.order() % 2 == 0 ? value.negate() : value, tree.order() - 1));
            }
            return sum;
        }
    }
}
