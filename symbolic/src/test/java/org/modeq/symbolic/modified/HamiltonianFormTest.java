package org.modeq.symbolic.modified;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.series.SeriesQueries;
import org.modeq.symbolic.symja.ConcreteFields;
import org.modeq.symbolic.symja.ElementaryDifferentials;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("The Hamiltonian form of a modified field")
class HamiltonianFormTest {
    private static final Colour P = new Colour("p");
    private static final Colour Q = new Colour("q");

    private static HamiltonianForm<Rational> form(String method, int order) {
        return HamiltonianForm.of(Methods.parseRational(method), order);
    }

    private static String certificate(HamiltonianForm<?> form) {
        return form.obstruction().map(Obstruction::toString).orElse("");
    }

    @Test
    @DisplayName("of the implicit midpoint rule is H − h²/24 H″(f,f), and it is no gradient")
    void midpoint() {
        HamiltonianForm<Rational> form = form("rk:implicit-midpoint", 4);
        assertEquals(
                Map.of(RootedTree.parse("f"), Rational.ONE, RootedTree.parse("f[f,f]"), Rational.of(-1, 24)),
                form.coefficients());
        assertTrue(form.isHamiltonian());
        assertFalse(LossForm.of(form.method(), 4).isGradient());
    }

    @ParameterizedTest(name = "says as the conditions of Hairer, Lubich and Wanner whether {0} is Hamiltonian: {2}")
    @CsvSource({
        "rk:implicit-midpoint, 7, true",
        "rk:gauss4, 6, true",
        "'splitting:A/2,B,A/2', 5, true",
        "'splitting:A,B', 5, true",
        "gd, 4, false",
        "rk:rk4, 5, false",
        "avf, 5, false",
        "'sequence:A,B', 4, false"
    })
    void conditions(String method, int order, boolean expected) {
        HamiltonianForm<Rational> form = form(method, order);
        BSeriesField<Rational> field = ModifiedEquation.of(form.method(), order).field();
        assertEquals(expected, SeriesQueries.isHamiltonian(field));
        assertEquals(expected, form.isHamiltonian());
        assertEquals(expected, form.remainderTerms().isEmpty());
        assertEquals(expected ? order : form.orderOfHamiltonian(), form.orderOfHamiltonian());
    }

    @Test
    @DisplayName("comes with a certificate where there is no Hamiltonian")
    void certificates() {
        assertEquals(
                "b(f[f]) = -1/2 but it must be 0: moving the root turns the tree into its opposite",
                certificate(form("gd", 3)));
        assertEquals(1, form("gd", 3).orderOfHamiltonian());
        HamiltonianForm<Rational> rk4 = form("rk:rk4", 5);
        assertEquals(4, rk4.orderOfHamiltonian());
        assertEquals(
                "b(f[f,f[f[f]]]) = 1/120 but b(f[f[f],f[f]]) = 1/80, and they must be opposite: the roots lie an odd number"
                        + " of edges apart in the same free tree",
                certificate(rk4));
    }

    /** A polynomial Hamiltonian of two momenta p, r and two positions q, s. */
    private static final class Phase {
        private static final List<String> VARIABLES = List.of("p", "r", "q", "s");
        private static final int MOMENTA = 2;

        private Phase() {}

        static Expression read(String formula) {
            return ConcreteFields.ofComponents(VARIABLES, Map.of(Colour.F, List.of(formula, "0", "0", "0")))
                    .symbolic()
                    .of(RootedTree.vertex(Colour.F))
                    .get(0);
        }

        /** J⁻¹∇H = (−∂H/∂q, ∂H/∂p). */
        static List<Expression> field(Expression hamiltonian) {
            List<Expression> descent = ConcreteFields.ofLosses(VARIABLES, Map.of(Colour.F, hamiltonian.toString()))
                    .symbolic()
                    .of(RootedTree.vertex(Colour.F));
            return List.of(descent.get(2), descent.get(3), negated(descent.get(0)), negated(descent.get(1)));
        }

        /** F of trees in which f is the whole field and p, q are its parts. */
        static ElementaryDifferentials<Expression> differentials(Expression hamiltonian) {
            List<String> f =
                    field(hamiltonian).stream().map(Expression::toString).toList();
            return ConcreteFields.ofComponents(
                            VARIABLES,
                            Map.of(
                                    P,
                                    List.of(f.get(0), f.get(1), "0", "0"),
                                    Q,
                                    List.of("0", "0", f.get(2), f.get(3)),
                                    Colour.F,
                                    f))
                    .symbolic();
        }

        /** uᵀ J v. */
        static Expression pairing(List<Expression> u, List<Expression> v) {
            Expression sum = Expression.ZERO;
            for (int i = 0; i < MOMENTA; i++) {
                sum = sum.add(u.get(i).multiply(v.get(i + MOMENTA)))
                        .add(negated(u.get(i + MOMENTA).multiply(v.get(i))));
            }
            return sum;
        }

        /** {A, B} = B′ J⁻¹∇A = −(J⁻¹∇B)ᵀ J (J⁻¹∇A), so that J⁻¹∇{A, B} = [J⁻¹∇A, J⁻¹∇B]. */
        static Expression poisson(Expression a, Expression b) {
            return negated(pairing(field(b), field(a)));
        }

        static Expression negated(Expression expression) {
            return expression.scaled(Rational.of(-1));
        }
    }

    /** H(u∘v) = −F(u)ᵀ J F(v); F(u) has both parts where the root has no colour. */
    private static Expression elementary(
            HamiltonianForm<Rational> form,
            RootedTree tree,
            Expression hamiltonian,
            ElementaryDifferentials<Expression> values) {
        if (tree.isVertex()) {
            return hamiltonian;
        }
        List<RootedTree> rest = tree.children().subList(1, tree.children().size());
        Expression sum = Expression.ZERO;
        for (Colour root : form.isPartitioned() ? List.of(P, Q) : List.of(tree.colour())) {
            List<Expression> u = values.of(RootedTree.graft(root, rest));
            sum = sum.add(Phase.pairing(u, values.of(tree.children().get(0))));
        }
        return Phase.negated(sum);
    }

    private static Expression modifiedHamiltonian(HamiltonianForm<Rational> form, int power, Expression hamiltonian) {
        ElementaryDifferentials<Expression> values = Phase.differentials(hamiltonian);
        return form.terms().stream()
                .filter(term -> term.power() == power)
                .map(term -> elementary(form, term.tree(), hamiltonian, values).scaled(term.coefficient()))
                .reduce(Expression.ZERO, Expression::add);
    }

    /** On a polynomial, with every coefficient of the result compared. */
    @Nested
    @DisplayName("of a concrete problem")
    class Concrete {
        @ParameterizedTest(name = "{0}: f̃ = J⁻¹∇H̃ through h^{1} for H = {2}")
        @CsvSource(
                delimiter = ';',
                value = {
                    "rk:implicit-midpoint; 2; p^2*q + r*s^2 + p*r*s + q^3/3",
                    "rk:implicit-midpoint; 4; p^2*q/2 + r^2/2 + s*q - s^2/2",
                    "symplectic-euler; 2; p^2*q + r*s^2 + p*r*s + q^3/3",
                    "stormer-verlet; 2; p^2*q + r*s^2 + p*r*s + q^3/3",
                    "stormer-verlet; 4; p^2/2 + r^3/3 + p*r + q^2*s - s^3/3"
                })
        void field(String method, int power, String formula) {
            ModifiedEquation<Rational> equation = ModifiedEquation.of(Methods.parseRational(method), power + 1);
            HamiltonianForm<Rational> form = HamiltonianForm.of(equation);
            assertTrue(form.isHamiltonian());
            Expression hamiltonian = Phase.read(formula);
            ElementaryDifferentials<Expression> values = Phase.differentials(hamiltonian);
            boolean isTested = false;
            for (int k = 0; k <= power; k++) {
                SortedMap<RootedTree, Rational> weights = new TreeMap<>();
                for (RootedTree tree : equation.field().nonzero().keySet()) {
                    if (tree.order() == k + 1) {
                        weights.put(tree, equation.field().weight(tree));
                    }
                }
                List<Expression> expected = values.sum(weights);
                assertEquals(expected, Phase.field(modifiedHamiltonian(form, k, hamiltonian)), "h^" + k);
                isTested = !expected.stream().allMatch(Expression::isZero);
            }
            assertTrue(isTested, "the highest power must not vanish");
        }

        /** The Poisson bracket makes the Hamiltonians a Lie algebra, and so the fields: H̃ is the bracket form. */
        @Test
        @DisplayName("leapfrog: H̃ is log(exp(U/2) exp(T) exp(U/2)) in Poisson brackets through h⁴")
        void leapfrog() {
            Expression kinetic = Phase.read("p^2/2 + r^3/3 + p*r");
            Expression potential = Phase.read("q^2*s - s^3/3 + q^4/4");
            HamiltonianForm<Rational> form = form("stormer-verlet", 5);
            BracketForm<Rational> brackets = BracketForm.of(Methods.parseRational("splitting:p/2,q,p/2"), 5);
            for (int k = 0; k < 5; k++) {
                Expression expected = Expression.ZERO;
                for (BracketForm.Term<Rational> term : brackets.terms()) {
                    if (term.power() == k) {
                        Expression bracket = term.bracket()
                                .fold(letter -> letter.field().equals("p") ? potential : kinetic, Phase::poisson);
                        expected = expected.add(bracket.scaled(term.coefficient()));
                    }
                }
                assertEquals(k % 2 == 1, expected.isZero());
                assertEquals(expected, modifiedHamiltonian(form, k, kinetic.add(potential)), "h^" + k);
            }
        }

        /** Hairer, Lubich and Wanner (2006), section IX.8; for T = p²/2 the terms are by hand. */
        @Test
        @DisplayName("leapfrog: H + h² (p²U″/12 − U′²/24) for T = p²/2")
        void secondOrder() {
            Expression correction = modifiedHamiltonian(form("stormer-verlet", 3), 2, Phase.read("p^2/2 + q^4/4"));
            assertEquals(Phase.read("p^2*3*q^2/12 - q^6/24"), correction);
        }
    }

    @Test
    @DisplayName("of symplectic Euler is H − h/2 ∂H/∂p ∂H/∂q + …")
    void symplecticEuler() {
        HamiltonianForm<Rational> form = form("symplectic-euler", 2);
        assertTrue(form.isPartitioned());
        assertEquals(Phase.read("-(2*p*q)*(p^2+3*q^2)/2"), modifiedHamiltonian(form, 1, Phase.read("p^2*q + q^3")));
    }

    @Test
    @DisplayName("has a certificate where the colour of the root matters")
    void rootsOfPartitionedSystems() {
        BSeriesField<Rational> field =
                BSeriesField.of(2, Map.of(RootedTree.vertex(P), Rational.ONE, RootedTree.vertex(Q), Rational.of(2)));
        HamiltonianForm<Rational> form =
                HamiltonianForm.of(new ModifiedEquation<>(Methods.parseRational("stormer-verlet"), field));
        assertEquals("b(p) = 1 but b(q) = 2 for the same free tree", certificate(form));
        assertEquals(Map.of(RootedTree.vertex(Q), Rational.of(3, 2)), form.coefficients());
        assertEquals(0, form.orderOfHamiltonian());
    }
}
