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

    /** Smith, Dherin, Barrett and De (2021): C + ε/4 ‖∇C‖² + ε/4 ⟨‖∇C_a − ∇C‖²⟩; in sums Σ L_a + h/4 Σ ‖∇L_a‖². */
    @Test
    @DisplayName("writes the loss of a shuffled epoch for any number of batches, its remainder and why it is there")
    void loss() throws IOException {
        Run centred = Run.ofLine("derive shuffle:m --as loss --order 2 --centred");
        assertTrue(centred.out().contains("L̃ = L + h (1/4 ‖∇L‖² + 1/4 ⟨‖∇D_a‖²⟩) + O(h²)"), centred.out());
        Run raw = Run.ofLine("derive shuffle:m --as loss --order 2");
        assertTrue(raw.out().contains("L̃ = Σ L_a + 1/4 h Σ ‖∇L_a‖² + O(h²)"), raw.out());
        JsonNode document =
                Run.ofLine("derive shuffle:m --as loss --order 3 --json").json();
        assertEquals(
                "1/4",
                term(document, "loss", "term", "sum(norm2(grad(L_a)))")
                        .path("coefficient")
                        .asText());
        assertEquals(
                "1/9",
                term(document, "remainder", "tree", "a[b,b]")
                        .path("coefficient")
                        .asText());
        assertEquals(false, document.path("isGradient").asBoolean(true));
        assertEquals(
                "b(a[a,a]) = 1/6 but b(a[a[a]]) = 1/3 for the same free tree",
                document.path("certificate").asText());
        JsonNode means = Run.ofLine("derive shuffle:m --as loss --order 3 --centred --json")
                .json();
        assertEquals(
                "(10+m)/36",
                term(means, "loss", "term", "mean(dot(grad(L),hess(D_a)*grad(D_a)))")
                        .path("coefficient")
                        .asText());
    }

    @Test
    @DisplayName("honours --mean field and --centred in the loss of tasks by name")
    void lossOfTasks() throws IOException {
        JsonNode plain = Run.ofLine("derive shuffle:A,B --as loss --json").json();
        assertEquals("A", plain.path("loss").get(0).path("term").asText());
        JsonNode ofFields = Run.ofLine("derive shuffle:A,B --as loss --mean field --order 4 --json")
                .json();
        assertEquals(
                Run.ofLine("derive shuffle-once:m --as loss --order 4 --json")
                        .json()
                        .path("loss"),
                ofFields.path("loss"));
        assertEquals(
                "L",
                Run.ofLine("derive shuffle:A,B --as loss --centred --json")
                        .json()
                        .path("loss")
                        .get(0)
                        .path("term")
                        .asText());
    }

    @Test
    @DisplayName("writes epochs with replacement for any number of batches, in means")
    void resampled() throws IOException {
        JsonNode centred = Run.ofLine("derive resample:m --centred --json").json();
        assertEquals(
                "-(1-m)/4",
                term(centred, "terms", "tree", "f[a,a]").path("coefficient").asText());
        JsonNode raw = Run.ofLine("derive resample:m --json").json();
        assertEquals("-1/2", term(raw, "terms", "tree", "a[b]").path("b").asText());
        assertEquals("0", term(raw, "terms", "tree", "a[a]").path("b").asText());
    }

    @Test
    @DisplayName("writes the generator of normal noise in its columns, and of labels with the cumulants of a sign")
    void noise() throws IOException {
        JsonNode gaussian = Run.ofLine("derive sgd --as generator --order 4 --centred --noise gaussian --json")
                .json();
        assertEquals("gaussian", gaussian.path("noise").asText());
        assertEquals(
                "-1/2",
                term(gaussian, "terms", "forest", "a b a[b]")
                        .path("coefficient")
                        .asText());
        assertTrue(StreamSupport.stream(gaussian.path("terms").spliterator(), false)
                .noneMatch(term -> term.path("forest").asText().equals("a a a")));
        JsonNode labels = Run.ofLine("derive sgd --as generator --order 4 --centred --noise labels --json")
                .json();
        assertEquals(
                "-1/12",
                term(labels, "terms", "forest", "a a a a").path("coefficient").asText());
        Run text = Run.ofLine("derive sgd --as generator --order 2 --centred --noise labels");
        assertTrue(text.out().contains("Σ_a σ_a σ_aᵀ = δ² JᵀJ"), text.out());
        assertTrue(text.out().contains("h (1/2 Σ φ″(σ_a,σ_a) − 1/2 φ′(f′ f))"), text.out());
    }

    @Test
    @DisplayName("writes the equation of normal noise without a rest, in both senses, with what none carries")
    void equationOfNormalNoise() throws IOException {
        JsonNode ito = Run.ofLine("derive sgd --as sde --order 3 --noise gaussian --json")
                .json();
        assertEquals(0, ito.path("rest").size());
        assertEquals("ito", ito.path("calculus").asText());
        JsonNode obstacle = term(ito, "obstacle", "forest", "a b a[b]");
        assertEquals("-1/2", obstacle.path("coefficient").asText());
        assertEquals(3, obstacle.path("power").asInt());
        JsonNode stratonovich = Run.ofLine("derive sgd --as sde --order 3 --calculus stratonovich --json")
                .json();
        assertEquals(
                "-1/2",
                term(stratonovich, "drift", "tree", "a[a]").path("coefficient").asText());
        assertEquals(
                "1/2",
                term(stratonovich, "drift", "tree", "a[f[a]]")
                        .path("coefficient")
                        .asText());
        Run text = Run.ofLine("derive sgd --as sde --order 2 --calculus stratonovich");
        assertTrue(
                text.out().contains("dX = [f − 1/2 h Σ_b σ_b′σ_b − 1/2 h f′f] dt + √h Σ_b [σ_b] ∘ dW_b"), text.out());
        assertTrue(
                text.out().contains("No stochastic differential equation carries, at h²:\n  1/6 ⟨φ‴(d_a,d_a,d_a)⟩"),
                text.out());
    }

    @ParameterizedTest(name = "modeq derive {0}")
    @ValueSource(
            strings = {
                "shuffle:m --order 4",
                "shuffle:m --centred --order 4",
                "sgd --as generator",
                "sgd --as generator --centred",
                "sgd --as generator --centred --noise labels",
                "shuffle:m --as loss --order 4",
                "shuffle:m --as loss --centred --order 4",
                "shuffle-once:m --order 4",
                "resample:m --centred",
                "sgd --as sde",
                "sgd --as sde --noise labels --calculus stratonovich"
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
                "shuffle:m --as loss; The mean over an epoch is the exact time-$h$ flow of the field below",
                "shuffle:m --as loss --centred; The mean over an epoch is the exact time-$mh$ flow of the field below",
                "shuffle:m --as loss --mean field; the field below is their mean",
                "shuffle-once:A,B --as loss; the field below is their mean",
                "shuffle-once:A,B; the field below is their mean",
                "sgd --as sde --noise labels; \\delta^2J^{\\mathsf T}J",
                "sgd --as sde --calculus stratonovich; \\circ \\mathrm{d}W_b",
                "sgd --as sde --noise gaussian; No stochastic differential equation carries"
            })
    void document(String line, String expected) {
        String source =
                Run.ofLine("derive " + line + " --format latex-document").out();
        assertTrue(source.contains(expected), source);
        assertTrue(source.contains("\\end{document}"), source);
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
                "shuffle:m --param m=3; holds for every number of batches",
                "sgd --substeps 2,1; only game:alternating has sub-steps",
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
