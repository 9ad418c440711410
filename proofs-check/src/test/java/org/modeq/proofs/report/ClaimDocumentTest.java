package org.modeq.proofs.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modeq.proofs.check.CheckedFile;
import org.modeq.proofs.check.Decision;
import org.modeq.proofs.check.Prover;
import org.modeq.proofs.claim.Catalogue;
import org.modeq.proofs.claim.Claim;
import org.modeq.proofs.claim.ClaimFile;
import org.modeq.proofs.claim.ClaimKind;
import org.modeq.proofs.claim.ClaimReader;

@DisplayName("A document about claims")
class ClaimDocumentTest {
    private static final double WIDTH = 38;
    private static final Pattern ALIGNED = Pattern.compile(
            Pattern.quote("\\begin{aligned}\n") + "(.*?)" + Pattern.quote("\n\\end{aligned}"), Pattern.DOTALL);

    private static ClaimFile file(String title, String claims) {
        String yaml = "paper: {id: p, title: '" + title + "', authors: [N. N.], year: 2020, url: u}\n" + claims;
        return ClaimReader.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "test.yaml");
    }

    private static String document(ClaimFile file) {
        return ClaimDocument.document("check", List.of(CheckedFile.of(file)), true, WIDTH);
    }

    @Test
    @DisplayName("shows the step polynomials, both sides, the difference and the example of a wrong claim")
    void wrong() {
        String document = document(file("T", """
                claims:
                  - {id: half, where: eq. 1, printed: confirmed, kind: loss, method: gd, order: 2,
                     formula: L + h/2*norm2(grad(L))}
                waiting:
                  - {id: w, what: an SDE, reason: noise}
                """));
        for (String part : List.of(
                "\\texttt{half} & \\raggedright loss of \\texttt{gd} & 2 & refuted",
                "\\subsection*{\\texttt{half}: refuted}\nEq. 1. ",
                "\\tilde L &= L+\\frac{h}{2}\\,\\|\\nabla L\\|^{2}+O(h^{2}).",
                "\\dot\\theta &= -\\nabla L-\\frac{1}{2}\\,h\\,\\nabla^{2}L\\,\\nabla L+O(h^{2}).",
                "-\\nabla\\tilde L &= -\\nabla L-h\\,\\nabla^{2}L\\,\\nabla L+O(h^{2}).",
                "\\Delta &= -\\frac{1}{2}\\,h\\,\\nabla^{2}L\\,\\nabla L.",
                "for $L=x^{2}$ at $x=1$ the coefficient of $h$ is $-4$ in the claim and $-2$ in the method",
                "2 & \\texttt{f[f]} & $f'f$ & $\\frac{1}{2}n^{2}-\\frac{1}{2}n$ & $-1/2$ & $1$",
                "\\item \\texttt{w}: an SDE. Waiting for: noise.")) {
            assertTrue(document.contains(part), () -> part + " is missing in\n" + document);
        }
    }

    @Test
    @DisplayName("makes names harmless that LaTeX would obey")
    void hostile() {
        String document = document(file("\\input{x} 100% & $y_1$ #~^", """
                claims:
                  - {id: "a_b%", where: "\\\\end{document}", printed: confirmed, kind: loss, method: gd, order: 1, formula: L}
                """));
        assertTrue(
                document.contains("\\textbackslash{}input\\{x\\} 100\\% \\& \\$y\\_1\\$ \\#\\textasciitilde{}"),
                document);
        assertEquals(1, document.split(Pattern.quote("\\end{document}"), -1).length - 1);
        assertTrue(document.contains("\\texttt{a\\_b\\%}"), document);
    }

    @Test
    @DisplayName("as a snippet has the sections alone")
    void snippet() {
        String snippet = ClaimDocument.snippet("check", List.of(CheckedFile.of(file("T", """
                claims:
                  - {id: igr, where: "", printed: confirmed, kind: loss, method: gd, order: 2,
                     formula: L + h/4*norm2(grad(L))}
                """))), WIDTH);
        assertTrue(snippet.startsWith("% modeq: check; "), snippet);
        assertTrue(snippet.contains("\\subsection*{\\texttt{igr}: proved}"), snippet);
        assertFalse(snippet.contains("documentclass"), snippet);
    }

    private static Stream<Claim> fields() {
        return Catalogue.files().stream()
                .flatMap(file -> file.claims().stream())
                .filter(claim -> claim.kind() != ClaimKind.EQUATION)
                .filter(claim -> claim.wording().losses().isEmpty()
                        && claim.wording().coordinates().isEmpty());
    }

    @ParameterizedTest(name = "prints {0} so that it is read back as the same claim")
    @MethodSource("fields")
    void roundTrip(Claim claim) {
        Decision decision = Prover.decide(claim);
        String section = new ClaimSection(decision, WIDTH).latex();
        List<String> formulas = ALIGNED.matcher(section)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        String printed = formulas.get(0)
                .replace("\\\\\n&\\quad ", "")
                .replaceFirst("^.*?&= ", "")
                .replaceFirst("\\+O\\(h(\\^\\{\\d+\\})?\\)\\.$", "");
        Claim again = claim.with(claim.wording().with(printed));
        assertEquals(claim.expected(), Prover.decide(again).verdict(), printed);
        assertEquals(decision.differenceText(), Prover.decide(again).differenceText(), printed);
    }
}
