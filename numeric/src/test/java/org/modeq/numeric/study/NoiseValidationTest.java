package org.modeq.numeric.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.graph.Node;
import org.modeq.numeric.model.PolynomialLoss;
import org.modeq.symbolic.tree.Colour;

@DisplayName("The protocol of SGD with independent draws")
class NoiseValidationTest {
    /** Three cubic batches in two variables. */
    private static SortedMap<Colour, Node> cubicNodes() {
        SortedMap<Colour, Node> fields = new TreeMap<>();
        double[][] coefficients = {{0.5, -0.25, 0.5, 0.75}, {1, 0.5, -0.75, 0.25}, {0.25, 1, 0.5, -0.5}};
        for (double[] c : coefficients) {
            fields.put(
                    new Colour("B" + fields.size()),
                    PolynomialLoss.of(
                                    2,
                                    List.of(
                                            new PolynomialLoss.Term(c[0] / 4, List.of(4, 0)),
                                            new PolynomialLoss.Term(c[1] / 4, List.of(0, 4)),
                                            new PolynomialLoss.Term(c[2] / 2, List.of(2, 1)),
                                            new PolynomialLoss.Term(c[3], List.of(1, 0)),
                                            new PolynomialLoss.Term(-c[2], List.of(0, 1)),
                                            new PolynomialLoss.Term(c[0], List.of(2, 0))))
                            .graphLoss()
                            .negativeGradientNode());
        }
        return fields;
    }

    /** One run of the protocol for each order, which every test reads. */
    private static final Map<Integer, ValidationReport> REPORTS = new ConcurrentHashMap<>();

    private static ValidationReport report(int order) {
        return REPORTS.computeIfAbsent(
                order, n -> NoiseValidation.of(n, 1).on(cubic(), OptionalDouble.empty(), Progress.silent()));
    }

    private static ValidationProblem cubic() {
        return ValidationProblem.of("cubic", cubicNodes(), 0.5, -0.25);
    }

    @ParameterizedTest(name = "passes to order {0}")
    @ValueSource(ints = {1, 2, 3})
    void passes(int order) {
        ValidationReport report = report(order);
        assertEquals(List.of(), report.failures());
        for (ValidationReport.Defects defects : report.defects()) {
            assertEquals(order + 1, defects.slopes().get(defects.slopes().size() - 1), 0.02, defects.problem());
        }
        for (WeakLadder ladder : report.noise()) {
            assertEquals(order, ladder.ladder().fit().orElseThrow().slope(), 0.05, ladder.law());
        }
        for (ValidationReport.Noticed mutant : report.mutants()) {
            assertTrue(mutant.by().contains("A"), mutant.mutation());
            mutant.ladder()
                    .ifPresent(ladder -> assertEquals(
                            ladder.expected(), ladder.fit().orElseThrow().lastPairSlope(), 0.1, mutant.mutation()));
        }
    }

    @Test
    @DisplayName("samples paths whose interval contains the weak order, and says how much sharing draws is worth")
    void sampled() {
        for (int order = 1; order <= 2; order++) {
            WeakLadder ladder = report(order).noise().get(2);
            SlopeFit fit = ladder.ladder().fit().orElseThrow();
            assertTrue(fit.lower() <= order && order <= fit.upper(), ladder.law() + ": " + fit);
            assertTrue(fit.halfWidth() < 0.05, fit.toString());
            WeakLadder.Sampling sampling = ladder.sampling().orElseThrow();
            assertTrue(sampling.varianceReductions().stream().allMatch(times -> times > 100), sampling.toString());
            ladder.ladder().points().forEach(point -> assertTrue(point.flowError() <= 0.01 * point.error()));
        }
    }

    @Test
    @DisplayName("drops to slope 1 without the correction of the drift and to slope 2 without the third cumulant")
    void nullTests() {
        ValidationReport report = report(3);
        assertEquals(1, slope(report, "the correction of the drift dropped"), 0.05);
        assertEquals(2, slope(report, "the third cumulant dropped"), 0.05);
    }

    private static double slope(ValidationReport report, String mutation) {
        return report.mutants().stream()
                .filter(mutant -> mutant.mutation().equals(mutation))
                .flatMap(mutant -> mutant.ladder().stream())
                .findFirst()
                .orElseThrow()
                .fit()
                .orElseThrow()
                .slope();
    }

    /** d = ±(f_A − f_B)/2: what the third cumulant does is tested on the random problems, which have three batches. */
    @Test
    @DisplayName("passes to order 3 on two batches, whose third cumulant vanishes")
    void twoBatches() {
        SortedMap<Colour, Node> two = new TreeMap<>(cubicNodes());
        two.remove(two.lastKey());
        ValidationReport report = NoiseValidation.of(3, 1)
                .on(ValidationProblem.of("two", two, 0.5, -0.25), OptionalDouble.empty(), Progress.silent());
        assertEquals(List.of(), report.failures());
    }

    @Test
    @DisplayName("refuses orders out of range and a single batch")
    void refusals() {
        assertThrows(IllegalArgumentException.class, () -> NoiseValidation.of(0, 1));
        assertThrows(IllegalArgumentException.class, () -> NoiseValidation.of(5, 1));
        SortedMap<Colour, Node> one = new TreeMap<>();
        one.put(
                Colour.F,
                PolynomialLoss.of(1, List.of(new PolynomialLoss.Term(1, List.of(2))))
                        .graphLoss()
                        .negativeGradientNode());
        ValidationProblem alone = ValidationProblem.of("one batch", one, 0.5);
        NoiseValidation protocol = NoiseValidation.of(1, 1);
        assertThrows(
                IllegalArgumentException.class, () -> protocol.on(alone, OptionalDouble.empty(), Progress.silent()));
    }
}
