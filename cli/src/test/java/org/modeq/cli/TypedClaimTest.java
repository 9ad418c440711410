package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A formula on the command line")
class TypedClaimTest {
    private static final String ALIGNED = "L + \\frac{h}{4}\\|\\nabla L\\|^2";

    private static Run check(String formula, String options) {
        List<String> arguments = Stream.concat(
                        Stream.of("check", "--formula", formula), Arrays.stream(options.split(" ", -1)))
                .toList();
        return Run.of(arguments.toArray(String[]::new));
    }

    @Test
    @DisplayName("is proved, without a word about a paper that there is not")
    void proved() {
        Run run = check(ALIGNED, "--method gd --order 2 --kind loss");
        assertEquals(0, run.exitCode(), run.err());
        assertEquals(
                "  proved      formula              loss of gd to order 2: as given\n1 proved; all as expected\n",
                run.out());
    }

    @Test
    @DisplayName("is refuted with the difference that the claim of a file has, exit code 1")
    void refuted() throws IOException {
        Run run = check("-grad(L) - h/2*hess(L)*grad(L)", "--method gd --order 3 --json");
        assertEquals(1, run.exitCode());
        JsonNode claim = run.json().path("claims").get(0);
        assertEquals("refuted", claim.path("verdict").asText());
        assertEquals(
                "1/12*h^2*D(L,3)[grad(L),grad(L)] + 1/3*h^2*hess(L)*hess(L)*grad(L)",
                claim.path("difference").asText());
    }

    @Test
    @DisplayName("takes parameters as symbols or as numbers")
    void parameters() {
        String symbols = "\\frac{1}{1-\\beta}L + h\\frac{1+\\beta}{4(1-\\beta)^3}\\|\\nabla L\\|^2";
        assertEquals(
                0, check(symbols, "--method heavy-ball --order 2 --kind loss").exitCode());
        Run half = check("2L + 3h\\|\\nabla L\\|^2", "--method heavy-ball --order 2 --kind loss --param beta=1/2");
        assertEquals(0, half.exitCode(), half.out());
    }

    @ParameterizedTest(name = "check {0} {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "L; --method gd; without --order",
                "L; --order 2; without --method",
                "L; --method gd --order 2 --kind los; the kind 'los', expected one of field",
                "L; --method gdd --order 2; gd",
                "-\\nabla L +; --method gd --order 2; has the end at position",
                "L; --method gd --order 2 claims.yaml; expected one of them",
            })
    void badInput(String formula, String options, String expected) {
        Run run = check(formula, options);
        assertAll(
                () -> assertEquals(2, run.exitCode(), run.out()),
                () -> assertEquals(1, run.err().lines().count(), run.err()),
                () -> assertTrue(run.err().contains(expected), run.err()));
    }

    @Test
    @DisplayName("is named once by what cannot be read in it")
    void namedOnce() {
        String message = check("-\\nabla L +", "--method gd --order 2").err();
        assertFalse(message.matches("(?s).*the formula .*the formula .*"), message);
    }

    @ParameterizedTest(name = "{0} in the notation {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "gd; gradient; 4",
                "gd; field; 4",
                "sequence:A,B; gradient; 3",
                "sequence:A*n,B*m; field; 3",
                "heavy-ball; gradient; 3",
                "heavy-ball; field; 4",
                "nesterov; gradient; 3",
                "ema; field; 3",
                "qhm; gradient; 2",
                "weight-decay; field; 3",
                "sam; gradient; 3",
                "game:simultaneous; field; 3",
                "rk:heun; field; 4",
            })
    @DisplayName("that derive has written is proved as it is, with comment, environment and label")
    void derived(String method, String notation, int order) {
        String options = "--method " + method + " --order " + order;
        Run derived = Run.ofLine(
                "derive " + options.substring("--method ".length()) + " --format latex --notation " + notation);
        Run run = check(derived.out(), options);
        assertEquals(0, run.exitCode(), derived.out() + run.err());
        assertTrue(run.out().startsWith("  proved"), run.out());
    }

    @Test
    @DisplayName("is missing where its options stand alone")
    void missing() {
        Run run = Run.ofLine("check --method gd");
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("expected --formula with them"), run.err());
    }
}
