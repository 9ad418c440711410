package org.modeq.proofs.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.proofs.claim.Claim;
import org.modeq.proofs.claim.ClaimKind;
import org.modeq.proofs.claim.Subject;
import org.modeq.proofs.claim.Verdict;
import org.modeq.proofs.claim.Wording;
import org.modeq.symbolic.contraction.FormulaText;
import org.modeq.symbolic.method.Methods;

@DisplayName("A claim about the generator of SGD")
class GeneratorClaimsTest {
    private static final String SECOND_ORDER = "dot(f - h/2*jac(f)*f, grad(phi)) + h/2*D(phi,2)[a,a]";

    private static Decision decide(int order, String formula, String... assumptions) {
        return Prover.decide(claim(new Subject.Draws(), order, formula, assumptions));
    }

    private static Claim claim(Subject subject, int order, String formula, String... assumptions) {
        return new Claim(
                "test",
                "",
                true,
                ClaimKind.GENERATOR,
                subject,
                Optional.empty(),
                order,
                List.of(assumptions),
                Verdict.PROVED,
                Wording.of(formula));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = ';', textBlock = """
            h/2*D(phi,2)[b,b]; does not depend on the letter of a draw
            h/2*D(phi,2)[a,a] + 7*dot(grad(phi),b) + dot(grad(phi),jac(b)*f); averages deviations to 0
            h/2*(D(phi,2)[a+b,a+b] - D(phi,2)[b,b]); averages over independent draws
            h/2*D(phi,2)[a,a] + h^2*phi; is truncated at its order
            """)
    void averages(String noise, String sentence) {
        Decision decision = decide(2, "dot(f - h/2*jac(f)*f, grad(phi)) + " + noise);
        assertEquals(Verdict.PROVED, decision.verdict(), sentence + decision);
    }

    @Test
    @DisplayName(
            "needs Gaussian noise, not only symmetric noise, where fourth moments are taken for pairs of second ones")
    void gaussian() {
        String fourth = "dot(f, grad(phi)) + h^3*D(phi,4)[a,a,a,a]";
        String pairs = "dot(f, grad(phi)) + 3*h^3*D(phi,4)[a,a,b,b]";
        Decision symmetric = decide(4, difference(fourth, pairs), "symmetric noise");
        assertEquals(Verdict.REFUTED, symmetric.verdict());
        assertTrue(symmetric.reason().orElseThrow().contains("fails even under symmetric noise"));
        assertFalse(symmetric.counterexample().isEmpty());
        assertEquals(
                Verdict.CONDITIONAL,
                decide(4, difference(fourth, pairs), "gaussian noise").verdict());
    }

    /** A claim that is true exactly if two forms are the same average: the generator itself with their difference added. */
    private static String difference(String first, String second) {
        String generator = Prover.decide(claim(new Subject.Draws(), 4, "0"))
                .comparison()
                .map(comparison -> FormulaText.ascii(comparison.written(comparison.derived())))
                .orElseThrow();
        return generator + " + (" + first + ") - (" + second + ")";
    }

    @Test
    @DisplayName(
            "of weak order 4 has, even for Gaussian noise, a third derivative of the test function, which no SDE has")
    void thirdDerivative() {
        Decision decision = decide(4, SECOND_ORDER, "gaussian noise");
        assertEquals(Verdict.REFUTED, decision.verdict());
        String difference = decision.differenceText().orElseThrow();
        assertTrue(difference.contains("1/2*h^3*dot(a,D(phi,3)[jac(a)*b,b])"), difference);
        assertFalse(difference.contains("D(phi,3)[a,a]") || difference.contains("D(phi,4)"), difference);
        Counterexample example = decision.counterexample().orElseThrow();
        assertTrue(example.losses().containsKey("s") && example.losses().containsKey("f"), example.toString());
    }

    @Test
    @DisplayName("that is wrong is refuted by three batches")
    void batches() {
        Counterexample example = decide(2, "dot(f, grad(phi)) + h/2*D(phi,2)[a,a]")
                .counterexample()
                .orElseThrow();
        assertEquals(List.of("A", "B", "C", "phi"), List.copyOf(example.losses().keySet()));
        assertEquals(1, example.power());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', textBlock = """
            D(phi,2)[e,e]; 'e' is not a vector that is known here, expected one of a, b, c, d, f
            dot(a,grad(L)) + jac(a); a product of these
            """)
    void badFormulas(String formula, String message) {
        String error = assertThrows(IllegalArgumentException.class, () -> decide(2, formula))
                .getMessage();
        assertTrue(error.contains(message.equals("a product of these") ? "expected a scalar" : message), error);
    }

    @Test
    @DisplayName("is about SGD, and assumes what is known of noise")
    void refused() {
        Claim ofDescent = claim(Subject.of(Methods.parse("gd")), 2, SECOND_ORDER);
        String error = assertThrows(IllegalArgumentException.class, () -> Prover.decide(ofDescent))
                .getMessage();
        assertTrue(error.contains("expected sgd, which has a generator"), error);
        String assumption = assertThrows(IllegalArgumentException.class, () -> decide(2, "phi", "quiet noise"))
                .getMessage();
        assertTrue(assumption.contains("expected gaussian noise or symmetric noise"), assumption);
    }
}
