package org.modeq.numeric.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.MethodParameters;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("The protocol of validation")
class ValidationTest {
    private static final Expression X = Expression.variable(0, "x");
    private static final Expression Y = Expression.variable(1, "y");

    private static Method<Rational> method(String text) {
        String[] words = text.split(" ", -1);
        SortedMap<String, Rational> values = new TreeMap<>();
        for (int i = 1; i < words.length; i++) {
            String[] pair = words[i].split("=", -1);
            values.put(pair[0], Rational.parse(pair[1]));
        }
        return Methods.requireRational(Methods.parse(words[0], new MethodParameters(values, List.of())));
    }

    /** A pendulum with some friction, another for each further field. */
    private static ValidationProblem problem(Method<Rational> method) {
        SortedMap<Colour, Node> fields = new TreeMap<>();
        for (Colour colour : method.fields()) {
            Rational friction = Rational.of(-1, 3L + fields.size());
            Expression force = Expression.application("sin", X.add(Expression.of(Rational.of(fields.size(), 2))))
                    .scaled(Rational.of(-1))
                    .add(Y.scaled(friction));
            fields.put(colour, ExpressionGraph.exact(2).column(List.of(Y, force)));
        }
        return ValidationProblem.of("pendulum", fields, 0.75, 0.5);
    }

    private static ValidationReport validated(Method<Rational> method, BSeriesField<Rational> series) {
        return Validation.of(method, series, 1).on(problem(method), OptionalDouble.empty(), Progress.silent());
    }

    @ParameterizedTest(name = "passes for {0} to order {1}, with the accuracy {2}")
    @CsvSource({
        "gd, 3, 3",
        "'sequence:A,B', 2, 2",
        "'joint:A,B', 4, 4",
        "heavy-ball beta=1/2, 3, 3",
        "nesterov beta=2/3, 2, 2",
        "rk:rk4, 2, 4",
        "rk:gauss4, 2, 4",
        "rk:radau-iia5, 3, 5",
        "sam rho=2, 3, 3",
        "symplectic-euler, 2, 2",
        "game:alternating vA=1 vB=2, 2, 2"
    })
    void passes(String text, int order, int accuracy) {
        Method<Rational> method = method(text);
        List<Integer> heard = new ArrayList<>();
        ValidationReport report = Validation.of(method, order, 1)
                .on(problem(method), OptionalDouble.of(0.01), (done, total) -> heard.add((int) (100 * done / total)));
        assertEquals(List.of(), report.failures(), report.toString());
        assertEquals(accuracy, report.accuracy());
        assertEquals(12, report.coefficients().size());
        assertEquals(6, report.defects().size());
        assertEquals(6, report.ladders().size());
        assertTrue(
                report.mutants().size() >= (accuracy > order ? 1 : 2 * order - 1),
                report.mutants().toString());
        assertEquals(0.01, report.regime().stepSize());
        // A method with memory says what its transient is; there is nothing else to say.
        List<String> warnings = report.regime().warnings();
        assertEquals(text.contains("beta") ? 1 : 0, warnings.size(), warnings.toString());
        assertTrue(warnings.stream().allMatch(warning -> warning.contains("onto the slow manifold")));
        assertEquals(100, heard.get(heard.size() - 1));
        for (ValidationReport.Comparison comparison : report.coefficients()) {
            assertTrue(comparison.worst() < (comparison.precision().equals("double") ? 1e-12 : 1e-40));
        }
    }

    @Test
    @DisplayName("fails A, B and C when one coefficient is off by one per cent, and says so for a dropped term")
    void wrongSeries() {
        Method<Rational> method = method("gd");
        BSeriesField<Rational> right = ModifiedEquation.of(method, 3).field();
        SortedMap<RootedTree, Rational> changed = new TreeMap<>(right.nonzero());
        changed.computeIfPresent(
                RootedTree.parse("f[f]"), (tree, coefficient) -> coefficient.multiply(Rational.of(101, 100)));
        ValidationReport report = validated(method, BSeriesField.of(3, changed));
        assertEquals(
                List.of("A", "B", "C"),
                report.failures().subList(0, 3),
                report.failures().toString());
        assertEquals(2, report.defects().get(0).slopes().get(4), 0.01, "the local defect of a wrong f₂");
        changed.remove(RootedTree.parse("f[f]"));
        assertTrue(validated(method, BSeriesField.of(3, changed)).failures().containsAll(List.of("A", "B", "C")));
    }

    @Test
    @DisplayName("notices every wrong series, dropped terms also by their slope")
    void mutants() {
        Method<Rational> method = method("sequence:A,B");
        ValidationReport report =
                validated(method, ModifiedEquation.of(method, 2).field());
        List<String> names = report.mutants().stream()
                .map(ValidationReport.Noticed::mutation)
                .toList();
        assertEquals(8, names.size(), names.toString());
        assertTrue(names.contains("the terms of h^1 dropped"));
        assertTrue(names.contains("the sign of the bracket changed"));
        for (ValidationReport.Noticed mutant : report.mutants()) {
            boolean isDropped = mutant.mutation().endsWith("dropped");
            assertEquals(isDropped ? List.of("A", "C") : List.of("A"), mutant.by(), mutant.mutation());
            assertEquals(isDropped, mutant.ladder().isPresent());
            mutant.ladder()
                    .ifPresent(
                            ladder -> assertEquals(1, ladder.fit().orElseThrow().lastPairSlope(), 0.25));
        }
    }

    @Test
    @DisplayName("warns of large steps and of a truncation beyond the smallest term")
    void regime() {
        Method<Rational> method = method("gd");
        Expression slope = X.scaled(Rational.of(-1));
        SortedMap<Colour, Node> fields = new TreeMap<>();
        fields.put(Colour.F, ExpressionGraph.exact(1).column(List.of(slope.add(X.multiply(X)))));
        ValidationProblem problem = ValidationProblem.of("logistic growth", fields, 0.125);
        Regime one = regime(method, problem, 1.5);
        // At 1/8 the slope of the field is −1 + 2/8 = −3/4; the run goes to 0, where it is −1.
        assertTrue(one.hLambdaMax() > 1 && one.hLambdaMax() < 2, one.toString());
        assertTrue(
                one.warnings().get(0).contains("no real flow"), one.warnings().toString());
        Regime two = regime(method, problem, 2.7);
        assertTrue(
                two.warnings().get(0).contains("leave every minimum"),
                two.warnings().toString());
        assertTrue(
                two.warnings().stream().anyMatch(warning -> warning.contains("the smallest term is that of order 1")),
                two.warnings().toString());
        Regime small = regime(method, problem, 0.01);
        assertEquals(List.of(), small.warnings());
        assertEquals(8, small.truncationIndex(), "of the eight that are looked at, each smaller than the one before");
        double x = 0.125;
        for (Regime.Curvature point : small.path()) {
            assertEquals(0.01 * Math.abs(2 * x - 1), point.hLambda(), 1e-14);
            x += 0.01 * (x * x - x);
        }
        assertEquals(21, small.path().size());
        assertEquals(0.2, small.path().get(20).time(), 1e-15);
        assertEquals(Regime.smallest(one.termSizesAt(0.01)), small.truncationIndex());
        assertTrue(small.radius() > 0.5 && small.radius() < 5, "radius " + small.radius());
    }

    /** On a well of curvature 1 everywhere; heavy ball with β = 1/4 diverges from h = (1 − √β)² = 1/4 on. */
    @Test
    @DisplayName("warns of momentum where its own series ends, long before that of gradient descent does")
    void momentum() {
        SortedMap<Colour, Node> fields = new TreeMap<>();
        fields.put(Colour.F, ExpressionGraph.exact(1).column(List.of(X.scaled(Rational.of(-1)))));
        Map<Colour, VectorField> well = ValidationProblem.of("well", fields, 1).fields();
        RegimeWarnings.Run run = new RegimeWarnings.Run(DirectOptimizer.of(method("heavy-ball beta=1/4")), well);
        RegimeWarnings warnings = new RegimeWarnings(run, List.of(new double[] {1}), 0.26);
        List<String> beyond = warnings.of(0.26 / 0.75, 9, 1);
        assertEquals(2, beyond.size(), beyond.toString());
        assertTrue(beyond.get(0).startsWith("h·λ_max = 0.347 ≥ 0.333: the series diverges"), beyond.toString());
        assertTrue(beyond.get(1).contains("below 1/1000 after 5 steps"), beyond.toString());
        assertEquals(1, warnings.of(0.24 / 0.75, 9, 1).size());
        assertTrue(warnings.of(2.6 / 0.75, 9, 1).get(0).contains("leave every minimum"));
    }

    @Test
    @DisplayName("warns of a task that acts so long that the brackets diverge, and names it")
    void blocks() {
        SortedMap<Colour, Node> fields = new TreeMap<>();
        fields.put(new Colour("A"), ExpressionGraph.exact(1).column(List.of(X.scaled(Rational.of(-1)))));
        fields.put(new Colour("B"), ExpressionGraph.exact(1).column(List.of(X.scaled(Rational.of(-2)))));
        Map<Colour, VectorField> wells =
                ValidationProblem.of("wells", fields, 1).fields();
        RegimeWarnings.Run run = new RegimeWarnings.Run(DirectOptimizer.of(method("sequence:A*10,B,A*10")), wells);
        List<double[]> points = List.of(new double[] {1});
        List<String> tooLong = new RegimeWarnings(run, points, 0.11).of(0.5, 9, 1);
        assertEquals(1, tooLong.size(), tooLong.toString());
        assertTrue(tooLong.get(0).startsWith("A acts 10 times in a row, n·h·λ_max = 1.10 ≥ 1"), tooLong.toString());
        assertEquals(List.of(), new RegimeWarnings(run, points, 0.09).of(0.5, 9, 1));
    }

    private static Regime regime(Method<Rational> method, ValidationProblem problem, double stepSize) {
        return Validation.of(method, 3, 1)
                .on(problem, OptionalDouble.of(stepSize), Progress.silent())
                .regime();
    }

    @Test
    @DisplayName("finds the spectral radius of a rotation, of a symmetric matrix and of a nilpotent one")
    void spectralRadius() {
        assertEquals(2, RegimeCheck.spectralRadius(v -> new double[] {-2 * v[1], 2 * v[0]}, 2), 1e-12);
        assertEquals(3, RegimeCheck.spectralRadius(v -> new double[] {-3 * v[0], v[1]}, 2), 1e-9);
        assertEquals(0, RegimeCheck.spectralRadius(v -> new double[] {v[1], 0}, 2));
    }

    @Test
    @DisplayName("is refused for exact flows, for a series in other fields, and where nothing can be measured")
    void refused() {
        assertThrows(IllegalArgumentException.class, () -> Validation.of(method("splitting:A,B"), 2, 1));
        BSeriesField<Rational> other =
                ModifiedEquation.of(method("sequence:A,B"), 2).field();
        String message = assertThrows(IllegalArgumentException.class, () -> Validation.of(method("gd"), other, 1))
                .getMessage();
        assertTrue(message.contains("given a series in the fields [A, B], expected those of gd: [f]"), message);
        SortedMap<Colour, Node> fields = new TreeMap<>();
        fields.put(Colour.F, ExpressionGraph.exact(1).column(List.of(X)));
        ValidationProblem fixed = ValidationProblem.of("at rest", fields, 0);
        String vanishes = assertThrows(
                        ArithmeticException.class,
                        () -> Validation.of(method("gd"), 2, 1).on(fixed, OptionalDouble.empty(), Progress.silent()))
                .getMessage();
        assertTrue(vanishes.contains("choose another point"), vanishes);
        assertFalse(vanishes.contains("NaN"), vanishes);
        assertThrows(IllegalArgumentException.class, () -> ValidationProblem.of("none", new TreeMap<>(), 1));
        assertThrows(IllegalArgumentException.class, () -> ValidationProblem.of("two", fields, 1, 2));
    }
}
