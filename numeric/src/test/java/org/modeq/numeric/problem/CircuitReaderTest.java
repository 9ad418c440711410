package org.modeq.numeric.problem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.numeric.evaluate.AdaptiveEvaluator;
import org.modeq.numeric.evaluate.LookAheadLogarithm;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.PolynomialLoss;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.circuit.AdaptiveEquation;
import org.modeq.symbolic.circuit.AdaptiveMethod;
import org.modeq.symbolic.circuit.CircuitEquation;
import org.modeq.symbolic.circuit.CircuitMethod;
import org.modeq.symbolic.circuit.EpsilonPlace;
import org.modeq.symbolic.ring.Rational;

@DisplayName("A circuit from a file")
class CircuitReaderTest {
    private static final String ADAM = """
            nodes:
              u:
                update: -m/sqrt(v+eps)
                inputs: {m: {of: g, filter: (1-beta1)/(1-beta1*z)}, v: {of: q, filter: (1-beta2)/(1-beta2*z)}}
              g: {gradient: L}
              q: {function: x^2, inputs: {x: g}}
            """;

    /** Chen and others, Symbolic discovery of optimization algorithms (2023): c is β₁ m₋₁ + (1 − β₁)g, m an average with β₂. */
    private static final String LION = """
            nodes:
              u:
                update: -c/sqrt(c^2+eps)
                inputs: {c: {of: g, filter: 1-beta1+beta1*(1-beta2)*z/(1-beta2*z)}}
              g: {gradient: L}
            """;

    /** A gradient of length at most √c, without a kink. */
    private static final String CLIP = """
            nodes:
              u: {update: -x/sqrt(1+s/c), inputs: {x: g, s: s}}
              s: {total: y^2, inputs: {y: g}}
              g: {gradient: L}
            """;

    private static final String NESTEROV = """
            nodes:
              u: {update: -x, inputs: {x: g}, through: 1/(1-beta*z)}
              g: {gradient: L, filter: 1+beta*(1-z)}
            """;

    private static final double[] POINT = {0.5, -1.0 / 3};

    /** L = x⁴/4 + x³/3 + x²y²/2 − xy² + xy + x + y²/2 − 2y. */
    private static final VectorField DESCENT = PolynomialLoss.of(
                    2,
                    List.of(
                            new PolynomialLoss.Term(0.25, List.of(4, 0)),
                            new PolynomialLoss.Term(1.0 / 3, List.of(3, 0)),
                            new PolynomialLoss.Term(0.5, List.of(2, 2)),
                            new PolynomialLoss.Term(-1, List.of(1, 2)),
                            new PolynomialLoss.Term(1, List.of(1, 1)),
                            new PolynomialLoss.Term(1, List.of(1, 0)),
                            new PolynomialLoss.Term(0.5, List.of(0, 2)),
                            new PolynomialLoss.Term(-2, List.of(0, 1))))
            .negativeGradient();

    @TempDir
    private Path folder = Path.of("");

    private CircuitMethod read(String yaml, String values) throws IOException {
        Path file = folder.resolve("own.yaml");
        Files.writeString(file, yaml);
        return CircuitReader.read(file, given(values));
    }

    private static SortedMap<String, Rational> given(String values) {
        SortedMap<String, Rational> given = new TreeMap<>();
        for (String value : values.split(" ", -1)) {
            if (!value.isEmpty()) {
                given.put(value.split("=", -1)[0], Rational.parse(value.split("=", -1)[1]));
            }
        }
        return given;
    }

    private static List<double[]> orders(CircuitMethod method, int order) {
        CircuitEquation<Rational> equation = CircuitEvaluator.equation(method, order);
        List<double[]> orders = new ArrayList<>();
        for (List<double[]> terms : CircuitEvaluator.terms(method, equation, DESCENT, POINT)) {
            double[] sum = new double[POINT.length];
            terms.forEach(term -> Euclidean.add(sum, 1, term));
            orders.add(sum);
        }
        return orders;
    }

    @Test
    @DisplayName("that is Adam has the trees and coefficients of adam, with symbols")
    void adamWithSymbols() throws IOException {
        CircuitEquation<?> own = read(ADAM, "").equation(4);
        AdaptiveEquation<?> adam = AdaptiveEquation.of(
                AdaptiveMethod.parse("adam", new TreeMap<>(), EpsilonPlace.INSIDE)
                        .orElseThrow(),
                4);
        assertEquals(60, own.terms().size());
        for (int i = 0; i < 60; i++) {
            assertEquals(
                    adam.terms().get(i).tree().toString(),
                    own.terms().get(i).tree().toString().replaceAll("x:", ""));
            assertEquals(
                    adam.terms().get(i).b().toString(), own.terms().get(i).b().toString());
        }
    }

    @Test
    @DisplayName("that is Adam has the field of adam at a point, f₁ to f₄")
    void adamAtAPoint() throws IOException {
        String values = "beta1=1/2 beta2=2/3 eps=1";
        AdaptiveEquation<Rational> adam = AdaptiveEquation.rational(
                AdaptiveMethod.parse("adam", given(values), EpsilonPlace.INSIDE).orElseThrow(), 4);
        List<double[]> expected = AdaptiveEvaluator.orders(adam, DESCENT, POINT);
        List<double[]> found = orders(read(ADAM, values), 4);
        for (int j = 0; j < 4; j++) {
            assertArrayEquals(expected.get(j), found.get(j), 1e-11 * Euclidean.norm(expected.get(j)));
        }
    }

    private interface Step {
        /** The update u of this step, which may change the memory. */
        double[] update(double[] theta, double[] descent, double[] memory);
    }

    private static Step step(String name) {
        return (theta, descent, memory) -> {
            double[] u = new double[theta.length];
            double norm = Euclidean.norm(descent);
            for (int i = 0; i < u.length; i++) {
                double c = 0.5 * memory[i] + 0.5 * descent[i];
                u[i] = name.equals("lion") ? c / Math.sqrt(c * c + 1) : descent[i] / Math.sqrt(1 + norm * norm / 2);
                memory[i] = 2.0 / 3 * memory[i] + 1.0 / 3 * descent[i];
            }
            return u;
        };
    }

    /** The run as a program makes it, and what its points say of the field there. */
    @ParameterizedTest(name = "that is {0} is off the run of a program by h^p, p = 1 to 3")
    @CsvSource({"lion, beta1=1/2 beta2=2/3 eps=1", "clip, c=2"})
    void againstTheRun(String name, String values) throws IOException {
        CircuitMethod method = read(name.equals("lion") ? LION : CLIP, values);
        double[][] errors = new double[2][3];
        for (int halving = 0; halving < 2; halving++) {
            double h = 1.0 / (512 << halving);
            int index = 128 << halving;
            int nodes = 6;
            double[] theta = {0.25, -0.5};
            double[] memory = new double[2];
            List<double[]> run = new ArrayList<>(List.of(theta.clone()));
            for (int n = 0; n < index + nodes; n++) {
                Euclidean.add(theta, h, step(name).update(theta, DESCENT.at(theta), memory));
                run.add(theta.clone());
            }
            double[] rest = LookAheadLogarithm.at(run, index, h, nodes);
            CircuitEquation<Rational> equation = CircuitEvaluator.equation(method, 3);
            List<List<double[]>> terms = CircuitEvaluator.terms(method, equation, DESCENT, run.get(index));
            for (int p = 0; p < 3; p++) {
                for (double[] term : terms.get(p)) {
                    Euclidean.add(rest, -Math.pow(h, p), term);
                }
                errors[halving][p] = Euclidean.norm(rest);
            }
        }
        for (int p = 0; p < 3; p++) {
            assertEquals(p + 1, Math.log(errors[0][p] / errors[1][p]) / Math.log(2), 0.15, "order " + (p + 1));
        }
    }

    @Test
    @DisplayName("that is Nesterov's method has f₂ = −(1−β+2β²)/(2(1−β)³) ∇²L∇L, whether β is a symbol or a number")
    void nesterov() throws IOException {
        assertEquals(
                "-(1-beta+2*beta^2)/(2*(1-beta)^3)",
                read(NESTEROV, "").equation(2).terms(1).get(0).b().toString());
        assertEquals(
                "-4", read(NESTEROV, "beta=1/2").equation(2).terms(1).get(0).b().toString());
    }

    @ParameterizedTest(name = "''{0}'' is refused: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nodes: {g: {gradient: L}} | no update",
                "nodes: {u: {update: -x, inputs: {x: g}}} | expected one of the nodes u",
                "nodes: {u: {update: -x}, g: {gradient: L}} | expected what it reads",
                "nodes: {u: {update: '-(x', inputs: {x: g}}, g: {gradient: L}} | nodes.u",
                "nodes: {u: {update: -x, function: x, inputs: {x: g}}, g: {gradient: L}} | expected one of update",
                "nodes: {u: {update: -x, inputs: {x: {of: g, filter: 1/(1-z)}}}, g: {gradient: L}} | no finite sum",
                "nodes: {u: {update: -x, inputs: {x: {of: g, filter: 1/(1-a*z)}}}, g: {gradient: L}} | begins with beta",
                "nodes: {u: {update: -x, inputs: {x: {of: g, filtre: z}}}, g: {gradient: L}} | did you mean filter",
                "nodes: {u: {update: -x, inputs: {x: g}}, g: {gradient: A}} | expected one of L",
                "nodes: {u: {update: -x, inputs: {x: g}}, g: {gradient: L, filter: z+1}} | not 1 at z = 1",
                "nodes: {u: {update: -x, inputs: {x: p}}, p: {function: y, inputs: {y: q}}, q: {function: y, inputs: {y: p}}} | p",
                "knots: {} | unknown key",
                "nodes: 3 | nodes"
            })
    void refused(String yaml, String expected) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> read(yaml, ""));
        assertTrue(String.valueOf(refusal.getMessage()).contains(expected), refusal.getMessage());
        assertTrue(!String.valueOf(refusal.getMessage()).contains("\n"));
    }

    @Test
    @DisplayName("takes values for its own parameters only, and is evaluated with numbers for all")
    void parameters() throws IOException {
        assertThrows(IllegalArgumentException.class, () -> read(LION, "beta3=1/2"));
        CircuitMethod symbols = read(LION, "beta1=1/2");
        assertEquals(Map.of("beta1", "1/2", "beta2", "beta2", "eps", "eps"), symbols.parameters());
        assertThrows(IllegalArgumentException.class, () -> CircuitEvaluator.equation(symbols, 2));
    }
}
