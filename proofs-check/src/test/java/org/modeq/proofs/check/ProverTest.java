package org.modeq.proofs.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.modeq.proofs.claim.Catalogue;
import org.modeq.proofs.claim.Claim;
import org.modeq.proofs.claim.ClaimKind;
import org.modeq.proofs.claim.Subject;
import org.modeq.proofs.claim.Verdict;
import org.modeq.proofs.claim.Wording;
import org.modeq.symbolic.contraction.FormulaMeaning;
import org.modeq.symbolic.contraction.FormulaParser;
import org.modeq.symbolic.contraction.TensorForm;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.FieldEquation;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.symja.ConcreteProblem;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("The prover")
class ProverTest {
    private static List<Claim> catalogue() {
        return Catalogue.files().stream()
                .flatMap(file -> file.claims().stream())
                .toList();
    }

    private static Claim claim(ClaimKind kind, String method, int order, String formula) {
        return new Claim(
                "test",
                "",
                false,
                kind,
                Subject.of(Methods.parse(method)),
                Optional.empty(),
                order,
                List.of(),
                Verdict.PROVED,
                Wording.of(formula));
    }

    private static Decision decide(String kind, String method, int order, String formula) {
        return Prover.decide(claim(ClaimKind.valueOf(kind), method, order, formula));
    }

    @ParameterizedTest(name = "finds what the catalogue expects of {0}")
    @MethodSource("catalogue")
    void provesTheCatalogue(Claim claim) {
        Decision decision = Prover.decide(claim);
        assertEquals(claim.expected(), decision.verdict(), decision.toString());
        boolean isEqual = claim.expected() == Verdict.PROVED || claim.expected() == Verdict.CONSISTENT;
        assertEquals(isEqual, decision.difference().isEmpty());
        assertEquals(isEqual, decision.counterexample().isEmpty());
    }

    @Test
    @DisplayName("has the rows of Dherin (2023) in its catalogue")
    void rows() {
        List<String> ids = catalogue().stream().map(Claim::id).toList();
        assertTrue(ids.containsAll(List.of("dh-mt", "dh-cl", "dh-cl-K", "dh-sym")), ids.toString());
    }

    @ParameterizedTest(name = "proves {3} of {1} to order {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "LOSS; gd; 2; L + h/4*norm2(grad(L))",
                "FIELD; gd; 3; f - h/2*jac(f)*f + h^2*(jac(f)*jac(f)*f/3 - D(L,3)[f,f]/12)",
                "FIELD; gd; 3; -grad(L) - h/2*hess(L)*grad(L) - h^2*(hess(L)^2*grad(L)/3 + D(L,3)[grad(L),grad(L)]/12)",
                "FIELD; sequence:A,B; 1; -grad(A+B)",
                "LOSS; gd; 2; \\tilde L = L + \\frac{h}{4}\\|\\nabla L\\|^2",
                "LOSS; heavy-ball; 2; \\frac{L}{1-\\beta} + \\frac{h(1+\\beta)}{4(1-\\beta)^3}\\|\\nabla L\\|^2",
                "FIELD; gd; 3; \\dot\\theta = f - \\tfrac h2 f'f + h^2\\bigl(\\tfrac13 f'f'f + \\tfrac1{12} f''(f,f)\\bigr)",
                "FIELD; sequence:A,B; 2; -\\nabla\\Bigl(L_A+L_B+\\frac h4\\|g_A\\|^2+\\frac h4\\|g_B\\|^2\\Bigr)"
                        + "+\\frac h2[\\nabla L_A,\\nabla L_B]",
                "FIELD; sequence:A,B,C; 2; -\\sum_i g_i - \\frac h2 \\sum_i H_i g_i + \\frac h2 \\sum_{i<j} [g_i,g_j]",
                "EQUATION; gd; 2; \\partial_i\\partial_j L\\,\\partial_j L - \\tfrac12\\nabla\\|\\nabla L\\|^2",
                "LOSS; joint:A,B; 2; (A+B) + h/4*norm2(grad(A+B))",
                "LOSS; heavy-ball; 2; L/(1-beta) + h*(1+beta)/(4*(1-beta)^3)*norm2(grad(L))",
                "FIELD; nesterov; 2; f/(1-beta) - h*(1-beta+2*beta^2)/(2*(1-beta)^3)*jac(f)*f",
                "LOSS; sam; 2; L + (h/4 + rho*h/2)*norm2(grad(L))",
                "MAP; gd; 2; h*f",
                "MAP; rk:midpoint; 3; h*f + h^2/2*jac(f)*f + h^3/8*D(f,2)[f,f]",
                "FIELD; sequence:A*n,B*m; 2; n*A + m*B - h/2*(n*jac(A)*A + m*jac(B)*B) + h/2*n*m*bracket(A,B)",
                "EQUATION; sequence:A,B; 2; curl(bracket(grad(A),grad(B))) - 2*(hess(B)*hess(A) - hess(A)*hess(B))",
                "EQUATION; gd; 2; div(jac(f)*f) - dot(f,grad(div(f))) - trace(jac(f)^2)"
            })
    void proves(String kind, String method, int order, String formula) {
        assertEquals(Verdict.PROVED, decide(kind, method, order, formula).verdict());
    }

    /** Mutants of proved claims: a sign, a factor, tasks swapped, a term missing, the mean for the sum. */
    @ParameterizedTest(name = "refutes {3} of {1} to order {2}: off by {4}")
    @CsvSource(
            delimiter = ';',
            value = {
                "FIELD; sequence:A,B; 2; -grad(A + B + h/4*norm2(grad(A)) + h/4*norm2(grad(B))) - h/2*bracket(grad(A),grad(B));"
                        + "h*hess(A)*grad(B) - h*hess(B)*grad(A)",
                "FIELD; sequence:A,B; 2; -grad(A + B + h/4*norm2(grad(A)) + h/4*norm2(grad(B))) + h/2*bracket(grad(B),grad(A));"
                        + "h*hess(A)*grad(B) - h*hess(B)*grad(A)",
                "FIELD; sequence:A,B; 2; -grad(A + B + h/4*norm2(grad(A)) + h/4*norm2(grad(B)));"
                        + "1/2*h*hess(A)*grad(B) - 1/2*h*hess(B)*grad(A)",
                "LOSS; joint:A,B; 2; A + B + h/4*(norm2(grad(A)) + norm2(grad(B)));"
                        + "1/2*h*hess(A)*grad(B) + 1/2*h*hess(B)*grad(A)",
                "LOSS; joint:A,B; 1; A/2 + B/2; 1/2*grad(A) + 1/2*grad(B)",
                "LOSS; gd; 2; L + h/2*norm2(grad(L)); -1/2*h*hess(L)*grad(L)",
                "LOSS; gd; 3; L + h/4*norm2(grad(L)); 1/3*h^2*hess(L)*hess(L)*grad(L) + 1/12*h^2*D(L,3)[grad(L),grad(L)]"
            })
    void refutes(String kind, String method, int order, String formula, String difference) {
        Decision decision = decide(kind, method, order, formula);
        assertEquals(Verdict.REFUTED, decision.verdict());
        Counterexample example = decision.counterexample().orElseThrow();
        assertNotEquals(example.claimed(), example.derived());
        assertEquals(vector(difference), vector(decision.differenceText().orElseThrow()));
    }

    private static TensorForm<Rational> vector(String formula) {
        Map<String, TensorForm<Rational>> losses = new TreeMap<>();
        List.of("A", "B", "L").forEach(name -> losses.put(name, TensorForm.loss(RATIONALS, name)));
        return new FormulaMeaning<>(RATIONALS, losses, Map.of(), Map.of()).value(FormulaParser.parse(formula), 1);
    }

    private static Decision decideWith(String functions, String method, String left, String right) {
        TreeMap<String, Integer> declared = new TreeMap<>();
        for (String function : functions.split(",", -1)) {
            declared.put(function, function.equals("U") ? 2 : 1);
        }
        return Prover.decide(new Claim(
                "test",
                "",
                false,
                ClaimKind.EQUATION,
                Subject.of(Methods.parse(method)),
                Optional.empty(),
                2,
                List.of(),
                Verdict.PROVED,
                Wording.of("(" + left + ") - (" + right + ")", declared)));
    }

    @ParameterizedTest(name = "proves {2} = {3} for every {0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "phi; gd; grad(sum(phi(grad(L)))); hess(L)*phi'(grad(L))",
                "phi; gd; grad(sum(phi(f))); transpose(jac(f))*phi'(f)",
                "phi; gd; hess(sum(phi(grad(L)))); transpose(hess(sum(phi(grad(L)))))",
                "U; sequence:A,B; jac(U(A,B))*B; odot(U_1(A,B),jac(A)*B) + odot(U_2(A,B),jac(B)*B)",
                "U; sequence:A,B; grad(sum(U(grad(A),grad(B)))); hess(A)*U_1(grad(A),grad(B)) + hess(B)*U_2(grad(A),grad(B))",
                "phi; joint:A,B; grad(sum(phi(grad(A)+grad(B)))); (hess(A)+hess(B))*phi'(grad(A+B))",
                "phi,U; sequence:A,B; bracket(phi(A),U(A,B)); -1*bracket(U(A,B),phi(A))",
                "phi; joint:A,B; jac(phi(A/2 - B))*A; 1/2*diag(phi'(A/2 - B))*(jac(A) - 2*jac(B))*A",
                "phi; gd; \\nabla\\operatorname{sum}(\\varphi(\\nabla L)); \\nabla^2 L\\,\\varphi'(\\nabla L)"
            })
    void provesWithFunctions(String functions, String method, String left, String right) {
        assertEquals(Verdict.PROVED, decideWith(functions, method, left, right).verdict());
    }

    @ParameterizedTest(name = "refutes {2} = {3}: {4}")
    @CsvSource(
            delimiter = ';',
            value = {
                "phi; gd; grad(sum(phi(grad(L)))); hess(L)*phi(grad(L)); phi(t) = t, L = x^2 at x = 1: the left side is 2, the right side 4",
                "phi; sequence:A,B; bracket(phi(A),phi(B)); odot(phi'(B),jac(B)*phi(A)); phi(t) = t, A = x^2, B = x at x = 1: the left side is -1, the right side 1",
                "U; sequence:A,B; U_1(A,B); U_2(A,B); U(s,t) = t, A = x, B = x^2 at x = 1: the left side is 0, the right side 1",
                "phi; gd; hess(L)*phi(grad(L)); phi(hess(L)*grad(L)); phi(t) = t^3, L = x^2 at x = 1: the left side is 16, the right side 64",
                "phi; gd; phi'''''(f); f - f; phi(t) = t^6, f = x^2 at x = 1: the left side is 720, the right side 0"
            })
    void refutesWithFunctions(String functions, String method, String left, String right, String example) {
        Decision decision = decideWith(functions, method, left, right);
        assertEquals(Verdict.REFUTED, decision.verdict());
        assertEquals(example, decision.counterexample().orElseThrow().ofEquation());
    }

    @Test
    @DisplayName("draws a function also where the two sides add up to 0")
    void opposite() {
        assertTrue(
                decideWith("phi", "gd", "phi(f)", "-1*phi(f)").counterexample().isPresent());
    }

    @Test
    @DisplayName("refuses parameters in the arguments of functions, in one line")
    void parametersInArguments() {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> decideWith("phi", "heavy-ball", "phi(beta*f)", "phi(f)"))
                .getMessage();
        assertTrue(message.contains("given the coefficient -beta in an argument of phi, expected numbers"), message);
    }

    @Nested
    @DisplayName("gives a counterexample")
    class Counterexamples {
        private final Decision decision =
                decide("FIELD", "sequence:A,B", 2, "-grad(A + B) - h/4*grad(norm2(grad(A)) + norm2(grad(B)))");

        @Test
        @DisplayName("whose derived value is found again by evaluating the trees on it")
        void derivedValue() {
            Counterexample example = decision.counterexample().orElseThrow();
            TreeMap<Colour, String> losses = new TreeMap<>();
            example.losses().forEach((name, loss) -> losses.put(new Colour(name), loss));
            ConcreteProblem problem = new ConcreteProblem(
                    example.variables(),
                    losses,
                    example.point().stream().map(Rational::parse).toList());
            Map<RootedTree, Rational> weights = new TreeMap<>();
            for (FieldEquation.Term<Rational> term : ModifiedEquation.of(Methods.parseRational("sequence:A,B"), 2)
                    .terms(example.power())) {
                weights.put(term.tree(), term.coefficient());
            }
            Rational first = weights.entrySet().stream()
                    .map(entry -> entry.getValue()
                            .multiply(problem.contraction(entry.getKey()).get(0)))
                    .reduce(Rational.ZERO, Rational::add);
            assertEquals(1, example.power());
            assertEquals(example.derived().get(0), first.toString());
        }

        @Test
        @DisplayName("that reads as one line")
        void line() {
            Counterexample example = decision.counterexample().orElseThrow();
            assertEquals("A = x^2, B = x^3 at x = 1: at h the claim says -11, the method has -8", example.toString());
        }

        @Test
        @DisplayName("with the rows of a matrix, and both sides of an equation")
        void matrix() {
            Counterexample example = decide("EQUATION", "sequence:A,B", 2, "(hess(A)*hess(B)) - (hess(B)*hess(A))")
                    .counterexample()
                    .orElseThrow();
            assertEquals(
                    "A = y^3, B = x^2*y at (x, y) = (1, 1): the left side is ((0, 0), (12, 0)),"
                            + " the right side ((0, 12), (0, 0))",
                    example.ofEquation());
        }

        @Test
        @DisplayName("in which each player of a game moves its own coordinates")
        void game() {
            Counterexample example = decide("FIELD", "game:alternating", 1, "vB*A + vA*B")
                    .counterexample()
                    .orElseThrow();
            assertTrue(example.losses().getOrDefault("A", "").endsWith(", 0)"), example.toString());
            assertTrue(example.losses().getOrDefault("B", "").startsWith("(0, "), example.toString());
        }
    }

    @Test
    @DisplayName("says what a claim waits for")
    void waiting() {
        Claim assumed = new Claim(
                "a",
                "",
                true,
                ClaimKind.LOSS,
                Subject.of(Methods.parse("gd")),
                Optional.empty(),
                2,
                List.of("warm weather"),
                Verdict.PROVED,
                Wording.of("L"));
        assertEquals("waiting", Prover.decide(assumed).verdict().toString());
    }

    @Test
    @DisplayName("names the claim and the place where a formula makes no sense")
    void badFormula() {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> decide("LOSS", "gd", 2, "L + h*norm3(grad(L))"))
                .getMessage();
        assertTrue(message.contains("claim test") && message.contains("at position 7"), message);
    }
}
