package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The command derive for random batches")
class DeriveBatchesTest {
    private static JsonNode term(JsonNode document, String list, String key, String pattern) {
        return StreamSupport.stream(document.path(list).spliterator(), false)
                .filter(term -> term.path(key).asText().equals(pattern))
                .findFirst()
                .orElseThrow(() -> new AssertionError(pattern + " is missing in " + document));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"shuffle:m", "shuffle:A,B,C"})
    @DisplayName("writes pattern trees, with σ and b, for a symbol and for tasks")
    void shuffle(String method) throws IOException {
        JsonNode document = Run.of("derive", method, "--order", "3", "--json").json();
        assertEquals(1, document.path("schema").asInt());
        assertEquals(method, document.path("method").asText());
        assertEquals("epoch", document.path("clock").asText());
        assertEquals(12, document.path("terms").size());
        JsonNode term = term(document, "terms", "tree", "a[a,b]");
        assertEquals(2, term.path("power").asInt());
        assertEquals("-1/12", term.path("b").asText());
        assertEquals(1, term.path("symmetry").asInt());
        JsonNode symmetric = term(document, "terms", "tree", "a[b,b]");
        assertEquals("1/12", symmetric.path("coefficient").asText());
        assertEquals("1/6", symmetric.path("b").asText());
    }

    @Test
    @DisplayName("has the number of batches in the centred form, and another mean of the fields at order 4")
    void forms() throws IOException {
        JsonNode centred = Run.of("derive", "shuffle:m", "--centred", "--json").json();
        assertEquals(
                "(1+m)/12",
                term(centred, "terms", "tree", "f[a,a]").path("coefficient").asText());
        JsonNode ofMap = Run.of("derive", "shuffle:m", "--order", "4", "--json").json();
        JsonNode ofFields = Run.of("derive", "shuffle:m", "--order", "4", "--mean", "field", "--json")
                .json();
        assertEquals(
                "1/24", term(ofMap, "terms", "tree", "a[b[b[a]]]").path("b").asText());
        assertEquals(
                "1/12", term(ofFields, "terms", "tree", "a[b[b[a]]]").path("b").asText());
    }

    @Test
    @DisplayName("writes the generator of sgd as forests, raw and centred")
    void generator() throws IOException {
        JsonNode raw = Run.of("derive", "sgd", "--as", "generator", "--json").json();
        assertEquals(
                "-1/2",
                term(raw, "terms", "forest", "a a[b]").path("coefficient").asText());
        assertTrue(term(raw, "terms", "forest", "a").path("b").isMissingNode());
        JsonNode centred = Run.of("derive", "sgd", "--as", "generator", "--centred", "--json")
                .json();
        assertEquals(
                "1/6",
                term(centred, "terms", "forest", "a a a").path("coefficient").asText());
    }

    @Test
    @DisplayName("writes the stochastic differential equation, and what it lacks at h²")
    void equation() throws IOException {
        JsonNode document = Run.of("derive", "sgd", "--as", "sde", "--json").json();
        assertEquals(
                "-1/4",
                term(document, "drift", "tree", "f[a,a]").path("coefficient").asText());
        assertEquals(
                "-1/2",
                term(document, "columns", "tree", "f[a]").path("coefficient").asText());
        assertEquals(
                "1/6",
                term(document, "rest", "forest", "a a a").path("coefficient").asText());
        Run text = Run.of("derive", "sgd", "--as", "sde", "--order", "2");
        assertTrue(text.out().contains("dX = [f − 1/2 h f′f] dt + √h Σ_b [σ_b] dW_b"), text.out());
    }

    @ParameterizedTest(name = "modeq derive {0}")
    @ValueSource(
            strings = {
                "shuffle:m --order 4",
                "shuffle:m --centred --order 4",
                "sgd --as generator",
                "sgd --as generator --centred"
            })
    @DisplayName("writes LaTeX with a comment in ASCII")
    void latex(String line) {
        String source = Run.ofLine("derive " + line + " --format latex").out();
        assertTrue(source.lines().findFirst().orElseThrow().chars().allMatch(c -> c < 128), source);
        assertTrue(source.contains("\\begin{"), source);
        assertTrue(source.codePoints().allMatch(c -> c < 128), source);
    }

    @ParameterizedTest(name = "modeq derive {0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "sgd; expected --as generator or --as sde",
                "sgd --as loss; expected --as generator or --as sde",
                "sgd --as sde --order 4; expected 1 to 3",
                "sgd --as sde --centred; expected it with shuffle:m --as field",
                "sgd --as sde --mean field; leave it out",
                "sgd --as sde --calculus wiener; expected ito or stratonovich",
                "sgd --as generator --calculus ito; expected it with sgd --as sde only",
                "sgd --as generator --noise gaussian; add --centred",
                "sgd --as generator --centred --noise red; expected batches, any, symmetric, gaussian or labels",
                "sgd --as generator --order 7; expected 1 to 6",
                "sgd --as generator --order 0; expected 1 to 6",
                "sgd --as sde --format html; expected text",
                "shuffle:m --as brackets; expected --as field or --as loss",
                "shuffle:m --as brackets; name the tasks",
                "shuffle:m --mean median; expected map or field",
                "shuffle:m --step 3; it has no memory",
                "shuffle:m --format summary; expected text, latex, latex-document or json",
                "shuffle:m --notation gradient; expected field",
                "shuffle:A,A; each once",
                "shuffle:A,B --as brackets --mean field; expected it with shuffle:m --as field, shuffle:m --as loss only",
                "resample:m --mean field; leave it out",
                "resample:A,B --centred; leave it out",
                "gd --centred; leave it out",
                "sequence:A,B --mean field; leave it out",
                "gd --as generator; expected field",
            })
    void badInput(String line, String expected) {
        Run run = Run.ofLine("derive " + line);
        assertAll(
                () -> assertEquals(2, run.exitCode(), run.err()),
                () -> assertEquals("", run.out()),
                () -> assertTrue(run.err().contains(expected), run.err()));
    }
}
