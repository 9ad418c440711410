package org.modeq.proofs.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.modeq.proofs.claim.Catalogue;
import org.modeq.proofs.claim.Claim;
import org.modeq.proofs.claim.ClaimReader;
import org.modeq.proofs.claim.Coordinates;
import org.modeq.proofs.claim.Verdict;
import org.modeq.proofs.claim.Wording;
import org.modeq.symbolic.contraction.FormulaParser;
import org.modeq.symbolic.contraction.FormulaText;

@DisplayName("A claim about a quantity in coordinates")
class CoordinateClaimsTest {
    private static final int FEWEST = 3;

    private static Claim claim(String claim) {
        String yaml = "paper: {id: p, title: T, authors: [N. N.], year: 2020, url: u}\nclaims:\n  - {id: c, where: '',"
                + " printed: confirmed, " + claim + "}\n";
        return ClaimReader.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "test.yaml")
                .claims()
                .get(0);
    }

    @Test
    @DisplayName("is proved for every unknown function, or refuted on a polynomial")
    void decided() {
        String balance = "variables: [u, v], losses: {L: 'F(u*v)'}, functions: [F], formula: 'u^2 - v^2'";
        assertEquals(
                Verdict.PROVED,
                Prover.decide(claim("kind: conserved, method: gd, order: 1, " + balance))
                        .verdict());
        Decision refuted = Prover.decide(claim("kind: conserved, method: gd, order: 2, " + balance));
        assertEquals(Verdict.REFUTED, refuted.verdict());
        assertEquals("h*(F'^2*u^2-F'^2*v^2)", refuted.differenceText().orElseThrow());
        // L = u^3 v^3 has F' = 3 (uv)^2, and h (F'^2 (v^2 - u^2)) = h (3 * 36)^2 * 5 at (2, 3).
        assertEquals(
                "F(z) = z^3, L = u^3*v^3 at (u, v) = (2, 3): at h the claim says 0, the method has 58320",
                refuted.counterexample().orElseThrow().toString());
    }

    @Test
    @DisplayName("goes by the name of the step size in its convention")
    void stepSize() {
        String drift =
                "kind: field, method: heavy-ball, order: 2, variables: [u, v], losses: {L: 'F(u*v)'}, functions: [F],"
                        + " quantity: u^2 - v^2, formula: \"-eta*(1+beta)/(1-beta)^3*F'^2*(u^2-v^2)\"";
        assertEquals(
                Verdict.PROVED,
                Prover.decide(claim(drift + ", convention: {step: eta}")).verdict());
        assertThrows(IllegalArgumentException.class, () -> Prover.decide(claim(drift)));
    }

    @ParameterizedTest(name = "{0} moves with {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "(log(u+v) - log(u-v))/2; -F'; proved",
                "1/(u+v); F'/(u+v); proved",
                "u/(u+v) + v/(u+v); 0; proved",
                "log(2*u*v/sqrt((u^2-v^2)^2) + sqrt(1+4*u^2*v^2/(u^2-v^2)^2))/2; -F'; consistent",
                "log(2*u*v/sqrt((u^2-v^2)^2) + sqrt(1+4*u^2*v^2/(u^2-v^2)^2))/2; -F'*1.00001; refuted",
                "sin(u)^2 + cos(u)^2; 0; proved",
                "sin(2*u)/(2*sin(u)*cos(u)); 0; consistent",
                "sin(u); -F'*v*cos(u) + F'/1000; refuted",
                "log(-u*v); -F'*(u^2+v^2)/(u*v); proved",
                "exp(u+v); -F'*(u+v)*exp(u)*exp(v); proved",
                "sqrt(sin(u)-2)*cos(u); 0; waiting"
            })
    void beyondPolynomials(String quantity, String rate, String verdict) {
        Decision decision =
                Prover.decide(claim("kind: field, method: gd, order: 1, variables: [u, v], losses: {L: 'F(u*v)'},"
                        + " functions: [F], quantity: '" + quantity + "', formula: \"" + rate + "\""));
        assertEquals(verdict, decision.verdict().toString(), decision.reason().toString());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: conserved, variables: [u], losses: {L: 'F(u)'}, functions: [F], formula: w | unknown name 'w'",
                "kind: conserved, variables: [u], losses: {L: 'F(u)'}, formula: u | unknown name 'F'",
                "kind: conserved, variables: [u], losses: {A: u}, formula: u | no loss L",
                "kind: conserved, variables: [h], losses: {L: h}, formula: h | the name 'h'",
                "kind: map, quantity: u, variables: [u], losses: {L: u}, formula: u | is not 0 for h = 0",
                "kind: conserved, variables: [u], losses: {L: u}, assume: [quadratic losses], formula: u | expected none",
                "kind: difference, minus: gd, quantity: u, variables: [u], losses: {L: u}, formula: u | expected field, map"
            })
    void errors(String text, String message) {
        String given = assertThrows(
                        IllegalArgumentException.class, () -> Prover.decide(claim("method: gd, order: 1, " + text)))
                .getMessage();
        assertTrue(given.contains(message), given);
    }

    private static List<Claim> proved() {
        return Catalogue.files().stream()
                .flatMap(file -> file.claims().stream())
                .filter(claim -> claim.expected() == Verdict.PROVED
                        && claim.wording().coordinates().isPresent())
                .toList();
    }

    /** The claim with a misprint in the quantity, in the formula or in a loss. */
    private static List<Claim> mutants(Claim claim) {
        Wording wording = claim.wording();
        List<Wording> mutants = new ArrayList<>();
        for (String formula : misprints(wording.formula())) {
            mutants.add(wording.with(formula));
        }
        for (String quantity : misprints(wording.quantity().orElseThrow())) {
            mutants.add(wording.about(quantity, wording.losses()));
        }
        Coordinates coordinates = wording.coordinates().orElseThrow();
        coordinates
                .losses()
                .forEach((name, loss) -> misprints(loss).forEach(text -> {
                    SortedMap<String, String> losses = new TreeMap<>(coordinates.losses());
                    losses.put(name, text);
                    mutants.add(new Wording(
                            wording.formula(),
                            wording.quantity(),
                            wording.losses(),
                            wording.functions(),
                            Optional.of(new Coordinates(coordinates.variables(), losses)),
                            wording.convention()));
                }));
        return mutants.stream().map(claim::with).toList();
    }

    /** Without those that only multiply by a number, which conservation does not mind. */
    private static List<String> misprints(String formula) {
        return formula.equals("0")
                ? List.of()
                : Mutants.of(FormulaParser.parse(formula), List.of()).stream()
                        .map(FormulaText::ascii)
                        .skip(3)
                        .distinct()
                        .toList();
    }

    /** The derived side of a counterexample is reckoned through Symja. */
    @ParameterizedTest(name = "a misprint in {0} is refuted")
    @MethodSource("proved")
    void mutantsAreRefuted(Claim claim) {
        int effective = 0;
        for (Claim mutant : mutants(claim)) {
            Decision decision = Prover.decide(mutant);
            if (decision.verdict() != Verdict.PROVED) {
                effective++;
                String text = mutant.wording().toString();
                assertEquals(Verdict.REFUTED, decision.verdict(), text);
                Counterexample example = decision.counterexample().orElseThrow(() -> new AssertionError(text));
                assertNotEquals(example.claimed(), example.derived(), text);
            }
        }
        assertTrue(effective >= FEWEST, claim.id() + " has " + effective + " mutants that say something else");
    }
}
