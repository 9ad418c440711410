package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("modeq check")
class CheckCommandTest {
    @Test
    @DisplayName("finds what the catalogue expects, exit code 0")
    void catalogue() throws IOException {
        Run run = Run.of("check");
        assertEquals(0, run.exitCode());
        assertTrue(run.out().contains("proved      dh-cl "), run.out());
        assertTrue(run.out().contains("holds under commuting Hessians"), run.out());
        assertTrue(run.out().contains("left − right = "), run.out());
        assertTrue(run.out().contains("; all as expected\nmodeq check --all lists what waits\n"), run.out());
        assertTrue(run.out().contains("printed wording unconfirmed"));
        assertTrue(run.out().contains("proved      wor-wr "), run.out());
        assertFalse(run.out().contains("cflow"), run.out());
        String all = Run.ofLine("check --all").out();
        assertTrue(all.contains("waiting     cflow") && all.contains("waiting for: flows that are no B-series"), all);
        JsonNode document = Run.ofLine("check --format json").json();
        JsonNode claims = document.path("claims");
        assertTrue(claims.size() >= 30);
        claims.forEach(claim -> assertEquals(
                claim.path("expected").asText(), claim.path("verdict").asText()));
        document.path("waiting")
                .forEach(row -> assertFalse(row.path("waitingFor").asText().isEmpty()));
        assertTrue(document.path("waiting").size() >= 10);
    }

    @Test
    @DisplayName("reports a claim that is true although its file expects a refutation, exit code 1")
    void unexpected(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("true.yaml");
        Files.writeString(file, """
                paper: {id: true, title: True, authors: [Nobody], year: 2026, url: ""}
                claims:
                  - {id: igr, where: eq. 1, printed: confirmed, kind: loss, method: gd, order: 2, expect: refuted,
                     formula: L + h/4*norm2(grad(L))}
                  - {id: half, where: eq. 2, printed: confirmed, kind: loss, method: heavy-ball, order: 1,
                     formula: 2*L, assume: [beta = 1/2]}
                """);
        Run run = Run.of("check", file.toString());
        assertEquals(1, run.exitCode());
        assertTrue(run.out().contains("expected: refuted"), run.out());
        assertTrue(run.out().contains("1 proved, 1 conditional; 1 not as expected"), run.out());
        JsonNode half = Run.of("check", file.toString(), "--format", "json")
                .json()
                .path("claims")
                .get(1);
        assertEquals("holds under beta = 1/2", half.path("reason").asText());
        assertEquals("beta = 1/2", half.path("assume").get(0).asText());
        assertEquals("proved", half.path("expected").asText());
    }

    @Test
    @DisplayName("restates claims in another convention, and refuses one that is none")
    void conventions(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("sum.yaml");
        Files.writeString(file, """
                paper: {id: p, title: Sums, authors: [Nobody], year: 2026, url: ""}
                claims:
                  - {id: sum, where: eq. 1, printed: confirmed, kind: loss, method: "joint:A,B", order: 1, formula: A + B}
                  - {id: same, where: eq. 2, printed: confirmed, kind: equation, method: gd, order: 1, left: L, right: L}
                """);
        String text = Run.of("check", file.toString(), "--convention", "{losses: mean}")
                .out();
        assertTrue(text.contains("restated: 1/2*A + 1/2*B\n"), text);
        assertEquals(1, text.lines().filter(line -> line.contains("restated")).count());
        JsonNode claim = Run.of("check", file.toString(), "--convention", "{losses: mean}", "--json")
                .json()
                .path("claims")
                .get(0);
        assertEquals("1/2*A + 1/2*B", claim.path("restated").asText());
        Run bad = Run.of("check", file.toString(), "--convention", "{losses: most}");
        assertEquals(2, bad.exitCode());
        assertTrue(bad.err().contains("--convention: given 'losses: most'"), bad.err());
        Run badTime = Run.of("check", file.toString(), "--convention", "{time: L}");
        assertEquals(2, badTime.exitCode());
        assertTrue(badTime.err().contains("claim sum has a convention whose time is 'L'"), badTime.err());
    }

    @Test
    @DisplayName("writes documents and snippets in LaTeX, and refuses a summary")
    void latex(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("claims.yaml");
        Files.writeString(file, """
                paper: {id: p, title: Balance, authors: [Nobody], year: 2026, url: ""}
                claims:
                  - {id: balance, where: eq. 1, printed: confirmed, kind: conserved, method: gd, order: 2, expect: refuted,
                     variables: [u, v], losses: {L: "F(u*v)"}, functions: {F: 1}, formula: u^2 - v^2}
                """);
        Run document = Run.of("check", file.toString(), "--format", "latex-document");
        assertEquals(0, document.exitCode());
        assertTrue(
                document.out().contains("\\texttt{balance} & \\raggedright conserved of \\texttt{gd} & 2 & refuted"),
                document.out());
        assertTrue(
                document.out().contains("\\dot I &= h\\bigl(-(F')^{2}u^{2}+(F')^{2}v^{2}\\bigr)+O(h^{2})."),
                document.out());
        Run snippet = Run.of("check", file.toString(), "--format", "latex", "--width", "22");
        assertTrue(snippet.out().startsWith("% modeq: check "), snippet.out());
        assertEquals(2, Run.of("check", file.toString(), "--format", "summary").exitCode());
    }

    @Test
    @DisplayName("refutes a wrong sign with a difference and a counterexample, exit code 1")
    void wrongSign(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("wrong.yaml");
        Files.writeString(file, """
                paper: {id: wrong, title: A wrong sign, authors: [Nobody], year: 2026, url: ""}
                claims:
                  - {id: flipped, where: eq. 1, printed: confirmed, kind: field, method: "sequence:A,B", order: 2,
                     formula: "-grad(A + B + h/4*norm2(grad(A)) + h/4*norm2(grad(B))) - h/2*bracket(grad(A),grad(B))"}
                  - {id: warm, where: eq. 2, printed: confirmed, kind: loss, method: gd, order: 2, assume: [warm weather], formula: L}
                """);
        Run text = Run.of("check", file.toString());
        assertEquals(1, text.exitCode());
        assertTrue(text.out().contains("refuted     flipped"), text.out());
        assertTrue(text.out().contains("claimed − derived = h*hess(A)*grad(B) - h*hess(B)*grad(A)"), text.out());
        assertTrue(text.out().contains("waiting for: "), text.out());
        JsonNode claim = Run.of("check", file.toString(), "--format", "json")
                .json()
                .path("claims")
                .get(0);
        assertEquals("refuted", claim.path("verdict").asText());
        assertEquals(1, claim.path("counterexample").path("power").asInt());
    }

    @Test
    @DisplayName("writes a page with an anchor, the formulas and the counterexample of each claim, exit code as ever")
    void page(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("half.yaml");
        Files.writeString(file, """
                paper: {id: p, title: "A <b>title</b>", authors: [Nobody], year: 2026, url: ""}
                claims:
                  - {id: igr, where: eq. 1, printed: confirmed, kind: loss, method: gd, order: 2,
                     formula: L + h/4*norm2(grad(L))}
                  - {id: "h/2", where: eq. 2, printed: confirmed, kind: loss, method: gd, order: 2,
                     formula: L + h/2*norm2(grad(L))}
                """);
        Run run = Run.of("check", file.toString(), "--format", "html");
        assertEquals(1, run.exitCode(), run.err());
        String page = run.out();
        assertTrue(page.contains("<h3 id=\"claim-igr\">igr: proved <a class=\"anchor\" href=\"#claim-igr\""), page);
        assertTrue(page.contains("<h3 id=\"claim-h-2\">h/2: refuted <a "), page);
        assertTrue(page.contains("<p>Claim less method:</p>"), page);
        assertTrue(page.contains("&amp;= \\frac{1}{2}\\,h") || page.contains("\\Delta &amp;="), page);
        assertTrue(page.contains("<p>For example "), page);
        assertTrue(page.contains("<td>refuted, expected proved</td>"), page);
        assertTrue(page.contains("A &lt;b&gt;title&lt;/b&gt;") && !page.contains("<b>title"), page);
    }
}
