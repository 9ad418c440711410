package org.modeq.proofs.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.proofs.check.Decision;
import org.modeq.proofs.check.Prover;
import org.modeq.proofs.claim.Claim;
import org.modeq.proofs.claim.ClaimKind;
import org.modeq.proofs.claim.Subject;
import org.modeq.proofs.claim.Verdict;
import org.modeq.proofs.claim.Wording;
import org.modeq.symbolic.method.Methods;

@DisplayName("A verdict")
class VerdictDisplaysTest {
    private static Decision decide(String formula) {
        return Prover.decide(new Claim(
                "gd-2",
                "equation 7",
                true,
                ClaimKind.FIELD,
                new Subject.Steps<>(Methods.parse("gd"), Optional.empty()),
                Optional.empty(),
                2,
                List.of(),
                Verdict.PROVED,
                Wording.of(formula)));
    }

    @Test
    @DisplayName("of a true claim is its name and that it is proved")
    void proved() {
        Decision decision = decide("-grad(L) - h/2*hess(L)*grad(L)");
        assertEquals("gd-2: proved", decision.toString());
        assertEquals("gd-2: proved\nequation 7\n", decision.toText());
        assertEquals("\\text{gd-2: proved}", decision.toLatex());
    }

    @Test
    @DisplayName("of a false claim has the difference as text and in LaTeX, and an example")
    void refuted() {
        Decision decision = decide("-grad(L) + h/2*hess(L)*grad(L)");
        assertEquals("gd-2: refuted", decision.toString());
        assertTrue(
                decision.toText().contains("claimed − derived = h*hess(L)*grad(L)\nfor example "), decision.toText());
        assertEquals("\\text{gd-2: refuted},\\quad h\\,\\nabla^{2}L\\,\\nabla L", decision.toLatex());
        assertTrue(decision.toHtml().contains("\\[" + decision.toLatex() + "\\]"), decision.toHtml());
    }
}
