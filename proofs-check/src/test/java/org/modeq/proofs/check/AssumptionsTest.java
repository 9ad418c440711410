package org.modeq.proofs.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.proofs.claim.Claim;
import org.modeq.proofs.claim.ClaimKind;
import org.modeq.proofs.claim.Subject;
import org.modeq.proofs.claim.Verdict;
import org.modeq.proofs.claim.Wording;
import org.modeq.symbolic.method.Methods;

@DisplayName("A claim under assumptions")
class AssumptionsTest {
    private static Decision decide(ClaimKind kind, String method, int order, String formula, String assumptions) {
        return Prover.decide(new Claim(
                "test",
                "",
                true,
                kind,
                Subject.of(Methods.parse(method)),
                Optional.empty(),
                order,
                List.of(assumptions.split(" & ")),
                Verdict.CONDITIONAL,
                Wording.of(formula)));
    }

    @Test
    @DisplayName("with functions of coordinates is decided in their arguments too")
    void functions() {
        assertEquals(
                Verdict.CONDITIONAL,
                withFunction("(phi(hess(A)*hess(B)*grad(A))) - (phi(hess(B)*hess(A)*grad(A)))", "commuting Hessians")
                        .verdict());
        Decision waiting = withFunction("(phi(D(A,3)[A,A])) - (phi(A))", "quadratic losses");
        assertEquals(Verdict.WAITING, waiting.verdict());
        assertTrue(waiting.reason().orElseThrow().contains("the same number in every coordinate"));
        Decision refuted = withFunction("(phi(A)) - (phi'(A))", "commuting Hessians");
        assertEquals(Verdict.REFUTED, refuted.verdict());
        assertTrue(refuted.counterexample().isPresent());
    }

    private static Decision withFunction(String formula, String assumption) {
        return Prover.decide(new Claim(
                "test",
                "",
                true,
                ClaimKind.EQUATION,
                Subject.of(Methods.parse("joint:A,B")),
                Optional.empty(),
                2,
                List.of(assumption),
                Verdict.CONDITIONAL,
                Wording.of(formula, new TreeMap<>(Map.of("phi", 1)))));
    }

    @ParameterizedTest(name = "{1}: {3} is conditional under {4}")
    @CsvSource(
            delimiter = ';',
            value = {
                "LOSS; gd; 3; L + h/4*norm2(grad(L)) + h^2/6*dot(grad(L),hess(L)*grad(L)); quadratic losses",
                "FIELD; gd; 3; f - h/2*jac(f)*f + h^2/3*jac(f)^2*f; linear fields",
                "FIELD; gd; 3; -grad(L) - h/2*hess(L)*grad(L) - h^2/3*hess(L)^2*grad(L); linear fields",
                "EQUATION; sequence:A,B; 2; (curl(bracket(grad(A),grad(B)))) - (0); commuting Hessians",
                "LOSS; heavy-ball; 2; L/(1-beta) + 12*h*norm2(grad(L))*(1-beta)^2; beta = 1/2",
                "LOSS; heavy-ball; 2; 2*L + 3*h*norm2(grad(L)); 1/2 = beta",
                "FIELD; sequence:A*n,B*m; 1; n*(A + B); n = m",
                "FIELD; sequence:A*n,B*m; 1; 2*A + B; n = 2*m & m = 1",
                "FIELD; sequence:A*n,B*m; 1; 3*A + 3*B; n = m & n = 3"
            })
    void conditional(ClaimKind kind, String method, int order, String formula, String assumptions) {
        Decision decision = decide(kind, method, order, formula, assumptions);
        assertEquals(Verdict.CONDITIONAL, decision.verdict(), decision.toString());
        assertEquals(
                "holds under " + assumptions.replace(" & ", ", "),
                decision.reason().orElseThrow());
        Counterexample example = decision.counterexample().orElseThrow();
        assertNotEquals(example.claimed(), example.derived());
        assertTrue(decision.isExpected());
    }

    @ParameterizedTest(name = "{1}: {3} is refuted even under {4}")
    @CsvSource(
            delimiter = ';',
            value = {
                "LOSS; gd; 3; L + h/4*norm2(grad(L)); quadratic losses",
                "FIELD; gd; 3; f - h/2*jac(f)*f; linear fields",
                "LOSS; sequence:A,B; 2; A + B; commuting Hessians",
                "LOSS; heavy-ball; 2; 2*L + 4*h*norm2(grad(L)); beta = 1/2",
                "FIELD; sequence:A*n,B*m; 1; n*A + 2*n*B; n = m"
            })
    void refuted(ClaimKind kind, String method, int order, String formula, String assumptions) {
        Decision decision = decide(kind, method, order, formula, assumptions);
        assertEquals(Verdict.REFUTED, decision.verdict(), decision.toString());
        assertEquals("fails even under " + assumptions, decision.reason().orElseThrow());
        Counterexample example = decision.counterexample().orElseThrow();
        assertNotEquals(example.claimed(), example.derived());
        assertFalse(decision.isExpected());
        if (assumptions.equals("n = m")) {
            assertEquals(example.parameters().get("m"), example.parameters().get("n"));
        }
        if (assumptions.equals("quadratic losses")) {
            assertFalse(example.losses().values().toString().matches(".*\\^[3-9].*"), example.toString());
        }
    }

    @ParameterizedTest(name = "waits under {0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "warm weather; the assumption 'warm weather' is not known, expected quadratic losses",
                "gamma = 1; or an equality between beta",
                "beta = ; is not known",
                "beta = 1; cannot hold: 1-beta",
                "beta = beta + 1; the two sides never agree",
                "beta*beta = 1/4; expected a parameter alone on one side",
                "beta = 1/2 & beta = 1/3; the two sides never agree"
            })
    void waiting(String assumptions, String reason) {
        Decision decision = decide(ClaimKind.LOSS, "heavy-ball", 1, "2*L", assumptions);
        assertEquals(Verdict.WAITING, decision.verdict());
        assertTrue(
                decision.reason().orElseThrow().replace(" - ", "-").contains(reason),
                decision.reason().orElseThrow());
        assertTrue(decision.isExpected());
    }

    /** With commuting Hessians of losses that are no sums over the coordinates third derivatives are related, too. */
    @Test
    @DisplayName("waits where the rules do not decide and no counterexample is found")
    void undecided() {
        Decision decision = decide(
                ClaimKind.EQUATION,
                "sequence:A,B",
                2,
                "(D(A,3)[grad(A)]*hess(B) + hess(A)*D(B,3)[grad(A)])"
                        + " - (D(B,3)[grad(A)]*hess(A) + hess(B)*D(A,3)[grad(A)])",
                "commuting Hessians");
        assertEquals(Verdict.WAITING, decision.verdict(), decision.toString());
        assertTrue(decision.reason().orElseThrow().contains("neither prove nor refute"));
    }

    @Nested
    @DisplayName("that are not needed")
    class NotNeeded {
        @Test
        @DisplayName("is proved, and says so")
        void proved() {
            Decision decision =
                    decide(ClaimKind.LOSS, "gd", 2, "L + h/4*norm2(grad(L))", "quadratic losses & warm weather");
            assertEquals(Verdict.PROVED, decision.verdict());
            assertEquals(
                    "needs none of its assumptions: quadratic losses, warm weather",
                    decision.reason().orElseThrow());
            assertFalse(decision.isExpected());
        }

        @Test
        @DisplayName("names those that are")
        void some() {
            Decision decision = decide(ClaimKind.LOSS, "heavy-ball", 1, "2*L", "beta = 1/2 & quadratic losses");
            assertEquals("holds under beta = 1/2", decision.reason().orElseThrow());
            Decision either = decide(ClaimKind.LOSS, "heavy-ball", 1, "2*L", "beta = 1/2 & beta = 1/2");
            assertTrue(either.reason().orElseThrow().startsWith("holds under any one of"));
        }
    }
}
