package org.modeq.numeric.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.formula.ExpressionGraph;
import org.modeq.numeric.graph.Node;
import org.modeq.symbolic.circuit.AdaptiveMethod;
import org.modeq.symbolic.circuit.EpsilonPlace;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

@DisplayName("The protocol of Adam and its relatives")
class AdaptiveValidationTest {
    private static final Expression X = Expression.variable(0, "x");
    private static final Expression Y = Expression.variable(1, "y");

    private static AdaptiveMethod method(String text) {
        String[] words = text.split(" ", -1);
        SortedMap<String, Rational> values = new TreeMap<>();
        for (int i = 2; i < words.length; i++) {
            String[] pair = words[i].split("=", -1);
            values.put(pair[0], Rational.parse(pair[1]));
        }
        return AdaptiveMethod.parse(words[0], values, EpsilonPlace.parse(words[1]))
                .orElseThrow();
    }

    /** A pendulum with some friction. */
    private static ValidationProblem pendulum() {
        Expression force =
                Expression.application("sin", X).scaled(Rational.of(-1)).add(Y.scaled(Rational.of(-1, 3)));
        SortedMap<Colour, Node> fields = new TreeMap<>();
        fields.put(Colour.F, ExpressionGraph.exact(2).column(List.of(Y, force)));
        return ValidationProblem.of("pendulum", fields, 0.75, 0.5);
    }

    @ParameterizedTest(name = "passes for {0} to order {1}")
    @CsvSource({
        "adam inside beta1=1/2 beta2=2/3 eps=1, 4",
        "adam outside beta1=9/10 beta2=1/2 eps=1/10, 3",
        "adamw inside beta1=1/2 beta2=2/3 eps=1/2 lambda=1/2, 3",
        "nadam inside beta1=1/2 beta2=3/4 eps=1, 3",
        "rmsprop outside beta2=3/4 eps=1/10, 3",
        "rmsprop-momentum inside beta2=2/3 beta3=1/2 eps=1, 3",
        "adam inside beta1=1/2 beta2=2/3 eps=1, 1"
    })
    void passes(String text, int order) {
        ValidationReport report =
                AdaptiveValidation.of(method(text), order, 1).on(pendulum(), OptionalDouble.empty(), Progress.silent());
        assertEquals(List.of(), report.failures());
        assertEquals(List.of(), report.regime().warnings());
        assertTrue(
                report.coefficients().stream().anyMatch(one -> one.precision().equals("50 digits")));
        assertTrue(report.mutants().size() >= order, "a wrong series for each power and each coefficient");
        report.mutants().stream()
                .flatMap(mutant -> mutant.ladder().stream())
                .forEach(ladder -> assertEquals(
                        ladder.expected(), ladder.fit().orElseThrow().lastPairSlope(), 0.05));
    }

    @Test
    @DisplayName("warns where the mean age of an average takes the series beyond its reach, and names the other road")
    void regime() {
        AdaptiveMethod slow = method("adam inside beta1=1/2 beta2=9/10 eps=1");
        ValidationReport report =
                AdaptiveValidation.of(slow, 1, 1).on(pendulum(), OptionalDouble.of(0.5), Progress.silent());
        assertTrue(
                report.regime().warnings().get(0).contains("--road scaled"),
                report.regime().toString());
        assertEquals(0.1, report.regime().limits().reach(), 1e-15);
    }

    @Test
    @DisplayName("refuses symbols, methods that cannot be run, and averages that never forget")
    void refusals() {
        assertThrows(
                IllegalArgumentException.class,
                () -> AdaptiveValidation.of(method("adam inside beta1=1/2 beta2=2/3"), 2, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> AdaptiveValidation.of(method("rmsprop-centred inside beta2=2/3 eps=1"), 2, 1));
        AdaptiveMethod unforgetting = method("adam inside beta1=1/2 beta2=99999/100000 eps=1");
        assertThrows(
                IllegalArgumentException.class,
                () -> AdaptiveValidation.of(unforgetting, 1, 1)
                        .on(pendulum(), OptionalDouble.empty(), Progress.silent()));
    }
}
