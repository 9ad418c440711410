package org.modeq.symbolic.modified;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.contraction.ContractionGraph;
import org.modeq.symbolic.contraction.TensorForm;
import org.modeq.symbolic.contraction.TreeFormula;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.symja.ConcreteFields;
import org.modeq.symbolic.symja.ElementaryDifferentials;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.FreeTree;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;

@DisplayName("The loss form of a modified field")
class LossFormTest {
    private static final Colour A = new Colour("A");
    private static final Colour B = new Colour("B");
    private static final List<String> VARIABLES = List.of("x", "y", "z");

    private static LossForm<?> form(String method, int order) {
        return LossForm.of(Methods.parse(method), order);
    }

    private static LossForm<Rational> rational(String method, int order) {
        return LossForm.of(Methods.parseRational(method), order);
    }

    private static SortedMap<String, String> loss(LossForm<?> form) {
        SortedMap<String, String> terms = new TreeMap<>();
        form.terms()
                .forEach(term -> terms.put(
                        "h^" + term.power() + " " + TreeFormula.of(term.tree(), LossForm::lossName),
                        term.coefficient().toString()));
        return terms;
    }

    private static String certificate(LossForm<?> form) {
        return form.obstruction().map(Obstruction::toString).orElse("");
    }

    @Nested
    @DisplayName("agrees with the papers")
    class Papers {
        @Test
        @DisplayName("igr-gd and gd-nograd: L + h/4 ‖∇L‖², and no loss at h²")
        void gradientDescent() {
            LossForm<Rational> form = rational("gd", 2);
            assertEquals(Map.of("h^0 L", "1", "h^1 norm2(grad(L))", "1/4"), loss(form));
            assertTrue(form.isGradient());
            assertEquals(2, form.orderOfGradient());
            LossForm<Rational> beyond = rational("gd", 3);
            assertFalse(beyond.isGradient());
            assertEquals(2, beyond.orderOfGradient());
            assertEquals("b(f[f,f]) = 1/6 but b(f[f[f]]) = 1/3 for the same free tree", certificate(beyond));
            assertEquals("5/36", loss(beyond).get("h^2 dot(grad(L),hess(L)*grad(L))"));
        }

        @Test
        @DisplayName("dh-mt: joint steps, with the sum and with the mean")
        void joint() {
            assertEquals(
                    Map.of(
                            "h^0 A",
                            "1",
                            "h^0 B",
                            "1",
                            "h^1 norm2(grad(A))",
                            "1/4",
                            "h^1 norm2(grad(B))",
                            "1/4",
                            "h^1 dot(grad(A),grad(B))",
                            "1/2"),
                    loss(form("joint:A,B", 2)));
            assertEquals(
                    Map.of(
                            "h^0 A",
                            "1/2",
                            "h^0 B",
                            "1/2",
                            "h^1 norm2(grad(A))",
                            "1/16",
                            "h^1 norm2(grad(B))",
                            "1/16",
                            "h^1 dot(grad(A),grad(B))",
                            "1/8"),
                    loss(form("joint-mean:A,B", 2)));
        }

        @Test
        @DisplayName("dh-cl: A then B has the losses with h/4 of each, and h/2 [g_A,g_B] as the remainder")
        void sequence() {
            LossForm<Rational> form = rational("sequence:A,B", 2);
            assertEquals(
                    Map.of("h^0 A", "1", "h^0 B", "1", "h^1 norm2(grad(A))", "1/4", "h^1 norm2(grad(B))", "1/4"),
                    loss(form));
            assertEquals("b(A[B]) = -1/2 but b(B[A]) = 1/2 for the same free tree", certificate(form));
            assertEquals(1, form.orderOfGradient());
            TensorForm<Rational> half = TensorForm.number(RATIONALS, 1, Rational.of(1, 2));
            assertEquals(gradient("A").bracket(gradient("B")).times(half), contractions(form.remainder()));
        }

        @Test
        @DisplayName("dh-cl-n: with n and m steps the losses have n and m, the remainder nm")
        void repeated() {
            LossForm<?> form = form("sequence:A*n,B*m", 2);
            assertEquals(
                    Map.of("h^0 A", "n", "h^0 B", "m", "h^1 norm2(grad(A))", "n/4", "h^1 norm2(grad(B))", "m/4"),
                    loss(form));
            assertEquals(
                    List.of("-m*n/2", "m*n/2"),
                    form.remainderTerms().stream()
                            .map(term -> term.coefficient().toString())
                            .toList());
        }

        @Test
        @DisplayName("hb-1, nag-1 and sam, with their parameters as symbols")
        void parameters() {
            assertEquals(
                    Map.of("h^0 L", "1/(1-beta)", "h^1 norm2(grad(L))", "(1+beta)/(4*(1-beta)^3)"),
                    loss(form("heavy-ball", 2)));
            assertEquals(
                    Map.of("h^0 L", "1/(1-beta)", "h^1 norm2(grad(L))", "(1-beta+2*beta^2)/(4*(1-beta)^3)"),
                    loss(form("nesterov", 2)));
            assertEquals(Map.of("h^0 L", "1", "h^1 norm2(grad(L))", "(1+2*rho)/4"), loss(form("sam", 2)));
            assertEquals(2, form("heavy-ball", 4).orderOfGradient());
        }

        @Test
        @DisplayName("the implicit midpoint rule is a gradient to its order only")
        void midpoint() {
            assertEquals(2, form("rk:implicit-midpoint", 5).orderOfGradient());
            assertEquals(4, form("rk:gauss4", 5).orderOfGradient());
        }

        @Test
        @DisplayName("a step of a run from rest has a loss form too")
        void transientStep() {
            LossForm<?> form = LossForm.of(TransientStep.equation(Methods.parse("heavy-ball"), 0, 2));
            assertEquals(Map.of("h^0 L", "1", "h^1 norm2(grad(L))", "1/4"), loss(form));
        }
    }

    @Nested
    @DisplayName("is a sum")
    class Sum {
        @ParameterizedTest(name = "{0}: field = −∇L̃ + remainder, order {1}")
        @CsvSource(
                delimiter = ';',
                value = {
                    "gd; 7",
                    "sequence:A,B,A; 4",
                    "joint-mean:A,B; 5",
                    "rk:implicit-midpoint; 7",
                    "rk:rk4; 6",
                    "extragradient; 5",
                    "splitting:A/2,B,A/2; 4"
                })
        void decomposition(String method, int order) {
            ModifiedEquation<Rational> equation = ModifiedEquation.of(Methods.parseRational(method), order);
            LossForm<Rational> form = LossForm.of(equation);
            TensorForm<Rational> gradient = scalar(form).derivative();
            assertEquals(contractions(equation.field()), gradient.negate().add(contractions(form.remainder())));
            assertEquals(order, form.order());
            assertEquals(form.isGradient(), form.remainderTerms().isEmpty());
        }

        @ParameterizedTest(name = "of orthogonal parts: {0}, order {1}")
        @CsvSource(
                delimiter = ';',
                value = {"gd; 7", "sequence:A,B; 5"})
        void orthogonal(String method, int order) {
            LossForm<Rational> form = rational(method, order);
            for (RootedTree tree : TreeEnumeration.over(form.method().fields()).ofOrder(order)) {
                Rational product = Rational.ZERO;
                for (RootedTree rooting : tree.rootings()) {
                    product = product.add(form.remainder().coefficient(rooting));
                }
                assertEquals(Rational.ZERO, product, "with ∇S of the free tree of " + tree);
            }
        }

        @Test
        @DisplayName("of nothing but the loss for the flow of the losses itself")
        void exactFlow() {
            Map<RootedTree, Rational> vertices =
                    Map.of(RootedTree.vertex(A), Rational.ONE, RootedTree.vertex(B), Rational.of(2));
            LossForm<Rational> form = LossForm.of(new ModifiedEquation<>(
                    Methods.parseRational("joint:A,B"), BSeriesField.of(RATIONALS, 4, vertices)));
            assertEquals(Map.of("h^0 A", "1", "h^0 B", "2"), loss(form));
            assertEquals(4, form.orderOfGradient());
        }
    }

    /** The curl, J − Jᵀ, computed in two ways that know nothing of free trees. */
    @Nested
    @DisplayName("has a curl")
    class Curl {
        private static TensorForm<Rational> of(TensorForm<Rational> field) {
            return field.derivative().subtract(field.derivative().transposed());
        }

        @ParameterizedTest(name = "that is 0 for the loss part alone: {0}, order {1}")
        @CsvSource(
                delimiter = ';',
                value = {"gd; 6", "sequence:A,B; 4", "rk:implicit-midpoint; 5"})
        void generic(String method, int order) {
            ModifiedEquation<Rational> equation = ModifiedEquation.of(Methods.parseRational(method), order);
            LossForm<Rational> form = LossForm.of(equation);
            TensorForm<Rational> remainder = contractions(form.remainder());
            assertTrue(of(contractions(equation.field()).subtract(remainder)).isZero());
            assertFalse(of(remainder).isZero());
            assertEquals(of(contractions(equation.field())), of(remainder));
        }

        @Test
        @DisplayName("that is 0 on order 5 for as many fields as there are free trees: no more are gradients")
        void dimension() {
            List<RootedTree> trees = TreeEnumeration.over(List.of(Colour.F)).ofOrder(5);
            SortedMap<FreeTree, Integer> seen = new TreeMap<>();
            for (RootedTree tree : trees) {
                TensorForm<Rational> field = TensorForm.of(RATIONALS, ContractionGraph.ofLosses(tree));
                FreeTree free = new FreeTree(tree);
                seen.merge(free, 1, Integer::sum);
                boolean isOnlyRooting = free.distinctRootings().size() == 1;
                assertEquals(isOnlyRooting, of(field).isZero(), tree.toString());
            }
            assertEquals(3, seen.size());
            assertEquals(9, trees.size());
        }

        @ParameterizedTest(name = "{0}, order {1}: 0 for the loss part of quartics, not 0 for the remainder")
        @CsvSource(
                delimiter = ';',
                value = {"gd; 4", "sequence:A,B; 3", "rk:implicit-midpoint; 3"})
        void onPolynomials(String method, int order) {
            ModifiedEquation<Rational> equation = ModifiedEquation.of(Methods.parseRational(method), order);
            LossForm<Rational> form = LossForm.of(equation);
            SortedMap<Colour, String> losses = new TreeMap<>(Map.of(
                    new Colour("e0"),
                    "-x",
                    new Colour("e1"),
                    "-y",
                    new Colour("e2"),
                    "-z",
                    Colour.F,
                    "x^4 + x^2*y*z - y^3*z + x*z^2",
                    A,
                    "x^3*y - x*z^2 + y^2",
                    B,
                    "x^2*y^2 + y*z^3 - x"));
            ElementaryDifferentials<Rational> values =
                    ConcreteFields.ofLosses(VARIABLES, losses).exactAt(List.of("1/2", "-1/3", "2"));
            List<Rational> ofRemainder = curl(values, form.remainder());
            assertEquals(curl(values, equation.field()), ofRemainder);
            assertFalse(ofRemainder.stream().allMatch(Rational::isZero));
        }

        /** The entries of J − Jᵀ above the diagonal; Je_j by grafting e_j = −∇(−x_j) onto each vertex in turn. */
        private static List<Rational> curl(ElementaryDifferentials<Rational> values, BSeriesField<Rational> field) {
            List<List<Rational>> columns = new ArrayList<>();
            for (int j = 0; j < VARIABLES.size(); j++) {
                RootedTree direction = RootedTree.vertex(new Colour("e" + j));
                SortedMap<RootedTree, Rational> weights = new TreeMap<>();
                field.nonzero()
                        .keySet()
                        .forEach(tree -> tree.preLieProduct(direction)
                                .forEach(grown -> weights.merge(grown, field.weight(tree), Rational::add)));
                columns.add(values.sum(weights));
            }
            List<Rational> curl = new ArrayList<>();
            for (int i = 0; i < VARIABLES.size(); i++) {
                for (int j = i + 1; j < VARIABLES.size(); j++) {
                    curl.add(columns.get(j).get(i).add(columns.get(i).get(j).negate()));
                }
            }
            return curl;
        }
    }

    /** The free trees with n vertices; their numbers: OEIS A000055. */
    @ParameterizedTest(name = "σ(T) counts the labellings of the free trees with {0} vertices: n^(n−2) in all")
    @CsvSource({"1, 1, 1", "2, 1, 1", "3, 1, 3", "4, 2, 16", "5, 3, 125", "6, 6, 1296", "7, 11, 16807", "8, 23, 262144"
    })
    void symmetry(int order, int count, int labelled) {
        TreeSet<FreeTree> trees = new TreeSet<>();
        TreeEnumeration.over(List.of(Colour.F)).ofOrder(order).forEach(tree -> trees.add(new FreeTree(tree)));
        assertEquals(count, trees.size());
        BigInteger factorial = IntStream.rangeClosed(1, order)
                .mapToObj(BigInteger::valueOf)
                .reduce(BigInteger.ONE, BigInteger::multiply);
        BigInteger sum = BigInteger.ZERO;
        for (FreeTree tree : trees) {
            sum = sum.add(factorial.divide(tree.symmetry()));
            for (Map.Entry<RootedTree, Integer> rooting :
                    tree.distinctRootings().entrySet()) {
                BigInteger vertices = BigInteger.valueOf(rooting.getValue());
                assertEquals(tree.symmetry(), rooting.getKey().symmetry().multiply(vertices));
            }
        }
        assertEquals(BigInteger.valueOf(labelled), sum);
    }

    private static TensorForm<Rational> gradient(String loss) {
        return TensorForm.loss(RATIONALS, loss).derivative();
    }

    private static TensorForm<Rational> scalar(LossForm<Rational> form) {
        SortedMap<TensorForm.Term, Rational> terms = new TreeMap<>();
        form.terms()
                .forEach(term -> terms.put(
                        new TensorForm.Term(term.power(), ContractionGraph.ofLosses(term.tree())), term.coefficient()));
        return new TensorForm<>(RATIONALS, 0, terms);
    }

    private static TensorForm<Rational> contractions(BSeriesField<Rational> field) {
        SortedMap<TensorForm.Term, Rational> terms = new TreeMap<>();
        field.nonzero().keySet().forEach(tree -> {
            Rational weight = field.weight(tree);
            Rational signed = tree.order() % 2 == 0 ? weight : weight.negate();
            terms.put(new TensorForm.Term(tree.order() - 1, ContractionGraph.ofLosses(tree)), signed);
        });
        return new TensorForm<>(RATIONALS, 1, terms);
    }
}
