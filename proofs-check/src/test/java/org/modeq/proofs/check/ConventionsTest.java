package org.modeq.proofs.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.modeq.numeric.problem.YamlFile;
import org.modeq.proofs.claim.Catalogue;
import org.modeq.proofs.claim.Claim;
import org.modeq.proofs.claim.ClaimKind;
import org.modeq.proofs.claim.Convention;
import org.modeq.proofs.claim.Subject;
import org.modeq.proofs.claim.Verdict;
import org.modeq.proofs.claim.Wording;
import org.modeq.symbolic.contraction.FormulaText;
import org.modeq.symbolic.method.Methods;

@DisplayName("A convention")
class ConventionsTest {
    private static final List<String> CONVENTIONS = List.of(
            "{step: eta}",
            "{sign: grad}",
            "{time: 3}",
            "{losses: mean, step: eps}",
            "{losses: mean, sign: grad, time: 5}");

    private static Convention convention(String yaml) {
        return Convention.read(
                YamlFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "convention"));
    }

    private static Verdict verdict(String kind, String method, int order, String formula, String convention) {
        return decide(kind, method, order, formula, convention).verdict();
    }

    private static Decision decide(String kind, String method, int order, String formula, String convention) {
        return Prover.decide(new Claim(
                "test",
                "",
                true,
                ClaimKind.valueOf(kind),
                Subject.of(Methods.parse(method)),
                Optional.empty(),
                order,
                List.of(),
                Verdict.PROVED,
                Wording.of(formula).with(convention(convention))));
    }

    @ParameterizedTest(name = "{4}: {3} is proved of {1}, and refuted in the house convention")
    @CsvSource(
            delimiter = ';',
            value = {
                "LOSS; joint:A,B; 2; (A+B)/2 + eta/16*norm2(grad(A+B)); {step: eta, losses: mean}",
                "LOSS; sequence:A,B,B,A; 2; (A+B)/2 + h/8*(norm2(grad(A)) + norm2(grad(B))); {losses: mean}",
                "FIELD; sequence:A,B; 2; -grad(A+B)/2 - h/8*grad(norm2(grad(A)) + norm2(grad(B)))"
                        + "+ h/4*bracket(grad(B),grad(A)); {losses: mean, bracket: f'g - g'f}",
                "FIELD; rk:euler; 2; -f - h/2*jac(f)*f; {sign: grad}",
                "FIELD; sequence:A*n,B*m; 1; (A*n + B*m)/(n+m); {time: n+m}",
                "FIELD; sequence:A,B; 2; A + B + h/2*(-jac(A)*A - jac(B)*B + bracket(B,A)); {bracket: f'g - g'f}",
                "MAP; gd; 2; -eta*grad(L); {step: eta}"
            })
    void readsAsThePaper(String kind, String method, int order, String formula, String convention) {
        assertEquals(Verdict.PROVED, verdict(kind, method, order, formula, convention));
        if (formula.contains("eta")) {
            assertThrows(IllegalArgumentException.class, () -> verdict(kind, method, order, formula, "{}"));
        } else {
            assertEquals(Verdict.REFUTED, verdict(kind, method, order, formula, "{}"));
        }
    }

    @Test
    @DisplayName("restates gradient descent on a sum for the mean: eta = K h, and the loss is divided by K")
    void meanOfThree() {
        Decision house = decide("LOSS", "joint:A,B,C", 1, "A + B + C", "{}");
        assertEquals(
                "1/3*A + 1/3*B + 1/3*C",
                FormulaText.ascii(house.comparison().orElseThrow().restated(convention("{losses: mean}"))));
        Decision corrected = decide("LOSS", "joint:A,B", 2, "A + B + h/4*norm2(grad(A+B))", "{}");
        assertEquals(
                "1/2*A + 1/2*B + 1/16*eta*norm2(grad(A)) + 1/8*eta*dot(grad(A),grad(B)) + 1/16*eta*norm2(grad(B))",
                FormulaText.ascii(
                        corrected.comparison().orElseThrow().restated(convention("{losses: mean, step: eta}"))));
    }

    private static Stream<Arguments> catalogue() {
        return Catalogue.files().stream()
                .flatMap(file -> file.claims().stream())
                .filter(claim -> claim.kind() != ClaimKind.EQUATION
                        && claim.wording().coordinates().isEmpty())
                .map(claim -> Arguments.of(claim.id(), claim));
    }

    @ParameterizedTest(name = "restates {0} so that it is read back as the same claim")
    @MethodSource("catalogue")
    void roundTrip(String id, Claim claim) {
        Comparison house = Prover.decide(claim).comparison().orElseThrow();
        for (String text : CONVENTIONS) {
            Convention convention = convention(text);
            Wording wording = claim.wording();
            Claim restated = claim.with(
                    wording.with(FormulaText.ascii(house.restated(convention))).with(convention));
            Decision decision = Prover.decide(restated);
            assertEquals(claim.expected(), decision.verdict(), text);
            assertEquals(
                    FormulaText.ascii(house.written(house.stated())),
                    FormulaText.ascii(decision.comparison()
                            .map(again -> again.written(again.stated()))
                            .orElseThrow()),
                    text);
        }
    }

    @ParameterizedTest(name = "{0} is refused: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{stp: eta} | unknown key 'stp'",
                "{losses: maximum} | expected \"sum\" or \"mean\"",
                "{bracket: g'f} | expected \"g'f-f'g\" or",
                "{time: 1+} | how many step sizes",
                "{step: 2} | a name such as eta",
                "eta | expected a mapping"
            })
    void errors(String convention, String message) {
        String given = assertThrows(IllegalArgumentException.class, () -> convention(convention))
                .getMessage();
        assertTrue(given.contains(message), given);
    }

    @Test
    @DisplayName("with another name of the step size does not know h, and a clock that is no number is refused")
    void wrongNames() {
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> verdict("LOSS", "gd", 2, "L + h/4*norm2(grad(L))", "{step: eta}"))
                .getMessage()
                .contains("the step size of the convention is called eta"));
        assertTrue(assertThrows(
                        IllegalArgumentException.class, () -> verdict("LOSS", "gd", 1, "L", "{time: norm2(grad(L))}"))
                .getMessage()
                .contains("whose time is 'norm2(grad(L))'"));
    }
}
