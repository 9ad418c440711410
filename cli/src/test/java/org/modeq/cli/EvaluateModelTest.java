package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The command evaluate on a model")
class EvaluateModelTest {
    @TempDir
    private static Path folder = Path.of("");

    /** A run of {@code evaluate} in the folder of the problem files. */
    private static Run run(String line) {
        return Run.inFolder(folder, "evaluate " + line.strip());
    }

    /** A line through two samples, one weight and one bias; and a network with two tasks of one sample each. */
    @BeforeAll
    static void problemFiles() throws IOException {
        Files.writeString(folder.resolve("data.csv"), "1,1\n3,-1\n");
        Files.writeString(folder.resolve("line.yaml"), """
                model: {kind: mlp, sizes: [1, 1], activation: tanh, loss: mse}
                data: {file: data.csv, columns: {features: 1, target: 2}}
                point: [1/2, 0]
                """);
        Files.writeString(folder.resolve("two.yaml"), """
                model: {kind: mlp, sizes: [1, 40, 30, 1], activation: relu, loss: mse}
                data: {file: data.csv, columns: {features: 1, target: 2}, tasks: {A: "target > 0", B: "target < 0"}}
                point: {seed: 7}
                """);
        Files.writeString(folder.resolve("formulas.yaml"), "{variables: [x], losses: {L: x^3/3}, point: [2]}");
    }

    /**
     * By hand, with the outputs ½ and 3/2, the errors −½ and 5/2: L = (¼ + 25/4)/4 = 13/8; ∇L = ½ Σ e (x, 1) =
     * ½ (−½ + 15/2, −½ + 5/2) = (7/2, 1); the Hessian is ½ Σ (x, 1)(x, 1)ᵀ = ((5, 2), (2, 1)), so that f₂ = −½ H∇L =
     * −½ (39/2, 8) = (−39/4, −4).
     */
    @Test
    @DisplayName("gives f₁ and f₂ of a linear model as by hand, and every term, as JSON")
    void linearModel() throws IOException {
        assertEquals(
                "{\"schema\":1,\"method\":\"gd\",\"order\":2,\"clock\":\"step\",\"model\":{\"kind\":\"mlp\","
                        + "\"sizes\":[1,1],\"activation\":\"tanh\",\"loss\":\"mse\",\"dimension\":2,"
                        + "\"losses\":[{\"name\":\"L\",\"samples\":2,\"value\":1.625}]},"
                        + "\"road\":\"from trees: the series in h takes as many multiplications\",\"orders\":["
                        + "{\"j\":1,\"norm\":" + Math.sqrt(13.25) + ",\"vector\":[-3.5,-1.0]},"
                        + "{\"j\":2,\"norm\":" + Math.sqrt(111.0625)
                        + ",\"vector\":[-9.75,-4.0]}],"
                        + "\"terms\":[{\"power\":0,\"tree\":\"f\",\"coefficient\":\"1\",\"norm\":" + Math.sqrt(13.25)
                        + ",\"vector\":[-3.5,-1.0]},{\"power\":1,\"tree\":\"f[f]\",\"coefficient\":\"-1/2\",\"norm\":"
                        + Math.sqrt(111.0625) + ",\"vector\":[-9.75,-4.0]}]}",
                run("line.yaml --method gd --order 2 --json").json().toString());
    }

    @Test
    @DisplayName("gives sizes, norms and first components as text")
    void text() {
        assertEquals("""
                gd on the model 1-1, tanh, mse: 2 parameters
                θ̇ = f₁ + h f₂ + h² f₃ + …, time in h per step; a loss L stands for f = −∇L

                  loss  samples  value
                  L     2        1.62500

                  j  ‖f_j‖    f_j
                  1  3.64005  (-3.50000, -1.00000)
                  2  10.5386  (-9.75000, -4.00000)

                f_1 to f_2 from trees: the series in h takes as many multiplications

                f_j is the sum of the terms of power j − 1, coefficient · F(tree):

                  power of h  coefficient  tree  ‖term‖
                  0           1            f     3.64005
                  1           -1/2         f[f]  10.5386
                """, run("line.yaml --method gd --field L --order 2").out());
        String relu = run("two.yaml --method sequence:A,B").out();
        assertTrue(relu.contains("relu: derivatives are those of the linear piece"), relu);
        assertTrue(relu.contains(", …, "), relu);
    }

    @Test
    @DisplayName("gives long terms as norms, and as vectors with --vectors")
    void vectors() throws IOException {
        JsonNode norms = run("two.yaml --method sequence:A,B --order 2 --json").json();
        JsonNode vectors =
                run("two.yaml --method sequence:A,B --order 2 --json --vectors").json();
        assertEquals(1341, norms.path("model").path("dimension").asInt());
        assertEquals(1341, norms.path("orders").get(1).path("vector").size());
        assertFalse(norms.path("terms").get(0).has("vector"));
        assertEquals(1341, vectors.path("terms").get(0).path("vector").size());
        assertEquals(norms.path("orders"), vectors.path("orders"));
    }

    @ParameterizedTest(name = "writes with --npy what JSON says: {0}")
    @CsvSource({"two.yaml --method sequence:A,B", "two.yaml --method gd --field A", "formulas.yaml --method gd"})
    void npy(String line) throws IOException {
        JsonNode orders =
                run(line + " --order 3 --json --npy fields.npy").json().path("orders");
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("fields.npy")))
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(128);
        for (JsonNode order : orders) {
            for (JsonNode component : order.path("vector")) {
                assertEquals(component.asDouble(), bytes.getDouble());
            }
        }
        assertFalse(bytes.hasRemaining());
    }

    /** At the point 1 of the cubic f₁ = −1, f₂ = −½ 2·1 = −1, at 2 f₁ = −4, f₂ = −8; λ_max = 2x. */
    @Test
    @DisplayName("gives a row for every point of a trajectory, from CSV or from NumPy, with vectors as .npy")
    void along() throws IOException {
        Files.writeString(folder.resolve("run.csv"), "1\n2\n3\n");
        assertEquals(
                """
                gd along 3 points
                θ̇ = f₁ + h f₂ + h² f₃ + …, time in h per step; a loss L stands for f = −∇L

                  point  ‖f_1‖    ‖f_2‖    L         ‖∇L‖²    λ_max(L)
                  0      1.00000  1.00000  0.333333  1.00000  2.00000
                  2      9.00000  27.0000  9.00000   81.0000  6.00000
                """,
                run("formulas.yaml --method gd --order 2 --along run.csv --stride 2 --quantities")
                        .out());
        JsonNode points = run("formulas.yaml --method gd --order 2 --along run.csv --json --vectors --npy along.npy")
                .json()
                .path("points");
        assertEquals(3, points.size());
        assertEquals(1, points.get(1).path("index").asInt());
        assertEquals(
                "[-8.0]", points.get(1).path("orders").get(1).path("vector").toString());
        assertFalse(points.get(1).has("quantities"));
        // f₁ and f₂ of the three points are six numbers, read again as six points.
        JsonNode again = run("formulas.yaml --method gd --order 1 --along along.npy --json")
                .json();
        assertEquals(6, again.path("points").size());
        assertEquals(
                64.0,
                again.path("points").get(3).path("orders").get(0).path("norm").asDouble());
        String tasks = run("two.yaml --method sequence:A,B --order 1 --along weights.csv --quantities")
                .err();
        assertTrue(tasks.contains("there is no file 'weights.csv'"), tasks);
    }

    /** Gradient descent on x³/3 from ½ with h = 1/100: the run misses f₁ by h, f₁ + h f₂ by h², f₁ + h f₂ + h² f₃ by h³. */
    @Test
    @DisplayName("says how far a stored run is from the field, the less the more orders there are")
    void lookAhead() throws IOException {
        StringBuilder run = new StringBuilder();
        double x = 0.5;
        for (int n = 0; n < 8; n++) {
            run.append(x).append('\n');
            x -= 0.01 * x * x;
        }
        Files.writeString(folder.resolve("iterates.csv"), run.toString());
        double before = 1;
        for (int order = 1; order <= 3; order++) {
            JsonNode points = run("formulas.yaml --method gd --along iterates.csv --step-size 0.01 --json --order "
                            + order)
                    .json()
                    .path("points");
            double missed = points.get(0).path("missed").asDouble();
            assertTrue(missed > 0 && missed < before / 20, "order " + order + ": " + missed);
            before = missed;
            assertTrue(points.get(6 - order).has("missed"));
            assertFalse(points.get(7 - order).has("missed"), "too near the end of the run");
        }
        String text = run("formulas.yaml --method gd --order 2 --along iterates.csv --step-size 0.01")
                .out();
        assertTrue(text.contains("  missed\n"), text);
        assertTrue(text.contains("  7      0.2"), text);
    }

    @Test
    @DisplayName("gives losses, curvature, brackets, modified loss and curl with --quantities")
    void quantities() throws IOException {
        JsonNode quantities = run("line.yaml --method gd --order 2 --json --quantities")
                .json()
                .path("quantities");
        assertEquals(
                13.25,
                quantities.path("tasks").get(0).path("gradientNormSquared").asDouble(),
                1e-13);
        // The larger root of λ² − 6λ + 1.
        assertEquals(
                3 + Math.sqrt(8),
                quantities.path("tasks").get(0).path("sharpness").asDouble(),
                1e-9);
        assertEquals(13.25 / 4, quantities.path("modifiedLoss").get(1).asDouble(), 1e-13);
        assertEquals(0, quantities.path("curl").get(1).asDouble(), 1e-14);
        String text = run("formulas.yaml --method gd --order 2 --quantities").out();
        assertTrue(text.contains("  L     2.66667  16.0000  4.00000"), text);
        assertTrue(text.contains("curl: the share of the skew part"), text);
        String two =
                run("two.yaml --method sequence:A,B --order 2 --quantities").out();
        assertTrue(two.contains("  fields  ⟨f, g⟩"), two);
    }

    @ParameterizedTest(name = "modeq evaluate {0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "line.yaml --method gd --exact; given --exact for the model in",
                "line.yaml --method gd --symbolic; given --symbolic for the model in",
                "line.yaml --method gd --symbolic --format latex; given --symbolic for the model in",
                "line.yaml --method gd --format latex; expected text or json",
                "line.yaml --method gd --vectors; expected --format json",
                "line.yaml --method gd --field A; unknown field 'A', expected one of [L]",
                "line.yaml --method sequence:A,B; needs [A, B], but",
                "formulas.yaml --method gd --exact --quantities; given --quantities and --exact, expected one of them",
                "formulas.yaml --method gd --symbolic --along run.csv; given --along and --symbolic",
                "line.yaml --method gd --stride 2; given --stride 2 without --along",
                "line.yaml --method gd --along data.csv --stride 0; given --stride 0, expected at least 1",
                "line.yaml --method gd --step-size 0.1; given --step-size without --along",
                "line.yaml --method gd --along data.csv --step-size -1; expected a positive number",
                "line.yaml --method gd --along line.yaml; expected a finite number",
                "two.yaml --method sequence:A,B --along data.csv; expected a point of 1341 parameters in each row",
                "two.yaml --method gd; choose one, as in --field A",
                "two.yaml --method sequence:A,C; add C or rename it",
                "two.yaml --method sequence:A,B --field A; leave out --field",
                "two.yaml --method heavy-ball --field A; add --param NAME=VALUE",
                "two.yaml --method gd --field A --npy /proc/none/x; cannot write"
            })
    void badInput(String line, String expected) {
        Run run = run(line);
        assertAll(
                () -> assertEquals(2, run.exitCode(), run.err()),
                () -> assertEquals("", run.out()),
                () -> assertEquals(1, run.err().lines().count(), run.err()),
                () -> assertTrue(run.err().contains(expected), run.err()),
                () -> assertFalse(run.err().contains("Exception"), run.err()));
    }
}
