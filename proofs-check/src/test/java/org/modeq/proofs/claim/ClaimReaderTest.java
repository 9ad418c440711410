package org.modeq.proofs.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A claim file")
class ClaimReaderTest {
    private static final String PAPER = "paper: {id: p, title: T, authors: [N. N.], year: 2020, url: u}\n";
    private static final String CLAIM =
            "id: c, where: eq. 1, printed: confirmed, kind: loss, method: gd, order: 2, formula: L";

    private static ClaimFile read(String yaml) {
        return ClaimReader.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "test.yaml");
    }

    private static String errorOf(String yaml) {
        return assertThrows(IllegalArgumentException.class, () -> read(yaml)).getMessage();
    }

    @Test
    @DisplayName("gives the paper and its claims")
    void reading(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("claims.yaml");
        Files.writeString(path, PAPER + "claims:\n  - {" + CLAIM + ", clock: step, assume: [x], parameters: {}}\n");
        ClaimFile file = ClaimReader.read(path);
        assertEquals("N. N. (2020), T", file.paper().citation());
        Claim claim = file.claims().get(0);
        assertEquals("c", claim.id());
        assertTrue(claim.isConfirmed());
        assertEquals(ClaimKind.LOSS, claim.kind());
        assertEquals("gd", claim.subject().name());
    }

    @Test
    @DisplayName("of an equation has a left and a right side")
    void equation() {
        String claim = CLAIM.replace("kind: loss", "kind: equation").replace("formula: L", "left: L, right: 2*L");
        assertEquals(
                "(L) - (2*L)",
                read(PAPER + "claims: [{" + claim + "}]").claims().get(0).formula());
    }

    @Test
    @DisplayName("says what is expected, and what waits")
    void expectation() {
        String row = "waiting: [{id: w, what: an SDE, reason: noise}]\n";
        ClaimFile file = read(PAPER + row + "claims: [{" + CLAIM + ", expect: refuted}]");
        assertEquals(Verdict.REFUTED, file.claims().get(0).expected());
        assertEquals(List.of(new Waiting("w", "an SDE", "noise")), file.waiting());
        assertEquals(List.of(), read(PAPER + row).claims());
        assertEquals(
                Verdict.PROVED,
                read(PAPER + "claims: [{" + CLAIM + "}]").claims().get(0).expected());
        assertTrue(errorOf(PAPER + row.replace("id: w", "id: c") + "claims: [{" + CLAIM + "}]")
                .contains("two rows with the id 'c'"));
        assertTrue(errorOf(PAPER + row.replace("noise", "''")).contains("no 'reason' in w"));
        assertTrue(errorOf(PAPER + row.replace("what", "why")).contains("unknown key 'why'"));
    }

    @ParameterizedTest(name = "{0} declares {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "functions: [phi, psi] | {phi=1, psi=1}",
                "functions: {U: 2, phi: 1} | {U=2, phi=1}",
                "where: eq. 2 | {}"
            })
    @DisplayName("declares functions of coordinates")
    void functions(String functions, String expected) {
        String claim = CLAIM.replace("where: eq. 1", functions);
        assertEquals(
                expected,
                read(PAPER + "claims: [{" + claim + "}]")
                        .claims()
                        .get(0)
                        .wording()
                        .functions()
                        .toString());
    }

    @ParameterizedTest(name = "with {0} in place of {1} is refused: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "method: gdd | method: gd | did you mean gd",
                "order: 0 | order: 2 | from 1 to",
                "order: two | order: 2 | from 1 to",
                "kind: lost | kind: loss | expected one of field",
                "printed: maybe | printed: confirmed | confirmed or unconfirmed",
                "expect: maybe, id: c | id: c | expected proved, refuted, conditional or consistent",
                "formul: L | formula: L | unknown key 'formul'",
                "formula: '' | formula: L | no 'formula' in claim c",
                "clock: sweep, id: c | id: c | counted per step",
                "parameters: {beta: 1}, id: c | id: c | has no parameters",
                "functions: {phi: many}, id: c | id: c | names as in [phi]",
                "functions: phi, id: c | id: c | their numbers of arguments as in {phi: 1",
                "id: c, id: d | id: c | Duplicate"
            })
    void badClaims(String wrong, String right, String expected) {
        String message = errorOf(PAPER + "claims: [{" + CLAIM.replace(right, wrong) + "}]");
        assertTrue(message.contains(expected) && message.startsWith("the file test.yaml"), message);
    }

    @Test
    @DisplayName("must be a file of this form")
    void badFiles() {
        assertTrue(errorOf("").contains("not a claim file"));
        assertTrue(errorOf("[1]").contains("not a claim file"));
        assertTrue(errorOf("{").contains("is not YAML"));
        assertTrue(errorOf(PAPER).contains("no list of claims"));
        assertTrue(errorOf(PAPER + "claims: []").contains("no list of claims"));
        assertTrue(errorOf(PAPER + "claims: [{" + CLAIM + "},{" + CLAIM + "}]").contains("two claims"));
        assertTrue(errorOf(PAPER.replace("2020", "soon") + "claims: [{" + CLAIM + "}]")
                .contains("'year'"));
        assertTrue(errorOf("a: ".repeat(1) + "x".repeat(1 << 21)).contains("larger than 1 MiB"));
        assertTrue(errorOf("[".repeat(1000)).contains("is not YAML"));
        String missing = assertThrows(IllegalArgumentException.class, () -> ClaimReader.read(Path.of("none.yaml")))
                .getMessage();
        assertTrue(missing.contains("looked in"), missing);
    }
}
