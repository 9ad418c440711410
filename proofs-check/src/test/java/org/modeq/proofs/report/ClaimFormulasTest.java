package org.modeq.proofs.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.proofs.check.CheckedFile;
import org.modeq.proofs.check.Decision;
import org.modeq.proofs.claim.Catalogue;
import org.modeq.proofs.claim.Verdict;

@DisplayName("The formulas of a decision")
class ClaimFormulasTest {
    private static final List<CheckedFile> CHECKED =
            Catalogue.files().stream().limit(3).map(CheckedFile::of).toList();

    private static Decision decision(String id) {
        return CHECKED.stream()
                .flatMap(file -> file.decisions().stream())
                .filter(decision -> decision.claim().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("are the claim, what follows from it and what the method has, if it is true")
    void proved() {
        List<ClaimFormulas.Display> displays = ClaimFormulas.of(decision("igr-gd"), 38);
        assertEquals(
                List.of("Claim:", "Its negative gradient, by the product rule:", "What the method has:"),
                displays.stream().map(ClaimFormulas.Display::words).toList());
        assertTrue(
                displays.get(0).tex().contains("\\tilde L &= "), displays.get(0).tex());
        assertEquals(
                displays.get(1).tex().replace("-\\nabla\\tilde L", ""),
                displays.get(2).tex().replace("\\dot\\theta", ""));
        assertTrue(displays.get(2).snippet().startsWith("\\begin{equation*}\n\\begin{aligned}"));
    }

    @Test
    @DisplayName("end with the difference, if it is not, and every one stands in the document too")
    void refuted() {
        for (CheckedFile file : CHECKED) {
            String document = ClaimDocument.snippet("check", List.of(file), 38);
            for (Decision decision : file.decisions()) {
                List<ClaimFormulas.Display> displays = ClaimFormulas.of(decision, 38);
                displays.forEach(display -> assertTrue(
                        document.contains(display.snippet()), decision.claim().id()));
                if (decision.verdict() == Verdict.REFUTED
                        && decision.difference().isPresent()) {
                    assertTrue(
                            displays.get(displays.size() - 1).tex().contains("\\Delta"),
                            decision.claim().id());
                }
            }
        }
    }
}
