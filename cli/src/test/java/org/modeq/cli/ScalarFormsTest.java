package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("derive --as loss, --as metric and --as hamiltonian")
class ScalarFormsTest {
    private static String run(String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Main.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                line.split(" "));
        assertEquals(0, exitCode, err.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode json(String line) throws IOException {
        return new ObjectMapper().readTree(run(line));
    }

    @Test
    @DisplayName("give the loss of gradient descent, its remainder and the certificate as JSON")
    void loss() throws IOException {
        JsonNode json = json("derive gd --order 3 --as loss --json");
        assertEquals(1, json.path("schema").asInt());
        assertEquals("gd", json.path("method").asText());
        assertEquals(3, json.path("order").asInt());
        assertEquals("step", json.path("clock").asText());
        assertEquals(
                "[{\"power\":0,\"term\":\"L\",\"coefficient\":\"1\"},"
                        + "{\"power\":1,\"term\":\"norm2(grad(L))\",\"coefficient\":\"1/4\"},"
                        + "{\"power\":2,\"term\":\"dot(grad(L),hess(L)*grad(L))\",\"coefficient\":\"5/36\"}]",
                json.path("loss").toString());
        assertEquals(
                "[{\"power\":2,\"tree\":\"f[f,f]\",\"coefficient\":\"-1/18\",\"b\":\"-1/9\",\"symmetry\":2},"
                        + "{\"power\":2,\"tree\":\"f[f[f]]\",\"coefficient\":\"1/18\",\"b\":\"1/18\",\"symmetry\":1}]",
                json.path("remainder").toString());
        assertFalse(json.path("isGradient").asBoolean(true));
        assertEquals(2, json.path("orderOfGradient").asInt());
        assertEquals(
                "b(f[f,f]) = 1/6 but b(f[f[f]]) = 1/3 for the same free tree",
                json.path("certificate").asText());
    }

    @Test
    @DisplayName("have no certificate where there is no remainder")
    void noRemainder() throws IOException {
        JsonNode json = json("derive heavy-ball --order 2 --as loss --json");
        assertEquals(0, json.path("remainder").size());
        assertTrue(json.path("isGradient").asBoolean());
        assertTrue(json.path("certificate").isNull());
        assertEquals(
                "(1+beta)/(4*(1-beta)^3)",
                json.path("loss").get(1).path("coefficient").asText());
        assertTrue(run("derive heavy-ball --step 0 --order 2 --as loss").contains("L̃ = L + 1/4 h ‖∇L‖² + O(h²)"));
    }

    @Test
    @DisplayName("give the modified Hamiltonian of leapfrog, and of gradient descent none")
    void hamiltonian() throws IOException {
        JsonNode json = json("derive stormer-verlet --order 3 --as hamiltonian --json");
        assertEquals(
                "{\"power\":0,\"tree\":\"q\",\"coefficient\":\"1\"}",
                json.path("hamiltonian").get(0).toString());
        assertTrue(json.path("isHamiltonian").asBoolean());
        assertEquals(0, json.path("remainder").size());
        JsonNode descent = json("derive gd --order 2 --as hamiltonian --json");
        assertEquals(1, descent.path("orderOfHamiltonian").asInt());
        assertEquals(
                "[{\"power\":1,\"tree\":\"f[f]\",\"coefficient\":\"-1/2\",\"b\":\"-1/2\",\"symmetry\":1}]",
                descent.path("remainder").toString());
        assertTrue(descent.path("certificate").asText().startsWith("b(f[f]) = -1/2 but it must be 0"));
    }

    @Test
    @DisplayName("give a symmetric matrix and its loss, or the certificate that there are none")
    void metric() throws IOException {
        JsonNode json = json("derive gd --order 3 --as metric --json");
        assertEquals(
                "[{\"power\":0,\"term\":\"L\",\"coefficient\":\"1\"},"
                        + "{\"power\":1,\"term\":\"norm2(grad(L))\",\"coefficient\":\"1/4\"},"
                        + "{\"power\":2,\"term\":\"dot(grad(L),hess(L)*grad(L))\",\"coefficient\":\"1/12\"}]",
                json.path("loss").toString());
        assertEquals(
                "[{\"power\":0,\"term\":\"1\",\"coefficient\":\"1\"},"
                        + "{\"power\":2,\"term\":\"hess(L)*hess(L)\",\"coefficient\":\"1/6\"}]",
                json.path("metric").toString());
        assertTrue(json.path("isMetric").asBoolean());
        assertEquals(3, json.path("orderOfMetric").asInt());
        assertTrue(json.path("certificate").isNull());
        JsonNode three = json("derive sequence:A,B,C --order 4 --as metric --json");
        assertFalse(three.path("isMetric").asBoolean(true));
        assertEquals(1, three.path("orderOfMetric").asInt());
        assertTrue(three.path("certificate").asText().startsWith("-c(A[B]) + c(A[C]) + c(B[A])"));
        assertTrue(run("derive heavy-ball --step 0 --as metric").contains("M = I + 1/6 h² (∇²L)² + O(h³)"));
        assertTrue(run("derive sequence:A,B --order 2 --as metric --format latex")
                .contains("M &= I+h\\nabla^{2}L_{A}+O(h^{2})"));
        assertTrue(
                run("derive sequence:A,B --as metric --format latex-document").contains("\\end{document}"));
    }

    @Test
    @DisplayName("are written as text and in LaTeX")
    void formats() {
        assertTrue(run("derive sequence:A,B --order 2 --as loss")
                .contains("R = −h (1/2 ∇²L_A ∇L_B − 1/2 ∇²L_B ∇L_A) + O(h²)"));
        assertTrue(run("derive sequence:A,B --order 2 --as loss --notation field")
                .contains("R = −h (1/2 A′B − 1/2 B′A) + O(h²)"));
        String snippet = run("derive gd --as loss --format latex");
        assertTrue(snippet.startsWith("% modeq: derive gd --as loss --format latex; "), snippet);
        assertTrue(snippet.contains("\\tilde L &= L+\\frac{h}{4}\\|\\nabla L\\|^{2}"), snippet);
        assertTrue(run("derive gd --as loss --format latex-document").contains("\\end{document}"));
        assertTrue(run("derive rk:implicit-midpoint --as hamiltonian --format latex")
                .contains("\\tilde H &= H-\\frac{h^{2}}{24}H''(f,f)+O(h^{3})"));
        assertTrue(run("derive rk:implicit-midpoint --as hamiltonian").contains("H̃ = H − 1/24 h² H″(f,f) + O(h³)"));
        assertTrue(run("derive avf --as hamiltonian --format latex-document").contains("The remainder $R$"));
    }
}
