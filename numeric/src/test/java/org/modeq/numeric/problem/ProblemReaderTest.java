package org.modeq.numeric.problem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("A problem file")
class ProblemReaderTest {
    private static final String TWO_TASKS = """
            variables: [x, y]
            losses: {A: "x^3/3 - x*y^2", B: "x*y"}
            point: [1/2, -1/3]
            """;

    @TempDir
    private Path folder = Path.of("");

    private FormulaProblem read(String text) {
        try {
            Path file = folder.resolve("problem.yaml");
            Files.writeString(file, text);
            return ProblemReader.read(file).fold(formulas -> formulas, network -> {
                throw new AssertionError(network.name());
            });
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Evaluation<Rational> evaluated(FormulaProblem problem, String name, Optional<String> field) {
        Method<Rational> method = Methods.parseRational(name);
        return Evaluation.of(ModifiedEquation.of(method, 2), problem.meaning(method, field), problem.exact());
    }

    private static List<Rational> vector(String... components) {
        return List.of(components).stream().map(Rational::parse).toList();
    }

    /**
     * By hand at (1/2, −1/3): f_A = (y² − x², 2xy) = (−5/36, −1/3), f_B = (−y, −x) = (1/3, −1/2); with
     * A′ = ((−2x, 2y), (2y, 2x)) = ((−1, −2/3), (−2/3, 1)) and B′ = ((0, −1), (−1, 0)) f₂ = ½(−A′A − A′B + B′A − B′B)
     * = ½(−(13/36, −13/54) − (0, −13/18) + (1/3, 5/36) − (1/2, −1/3)) = (−19/72, 155/216).
     */
    @Test
    @DisplayName("gives f₁ and f₂ of A then B as by hand")
    void twoTasks() {
        Evaluation<Rational> evaluation = evaluated(read(TWO_TASKS), "sequence:A,B", Optional.empty());
        assertEquals(List.of(vector("7/36", "-5/6"), vector("-19/72", "155/216")), evaluation.orders());
        assertEquals(6, evaluation.terms().size());
        assertEquals(vector("1/6", "5/72"), evaluation.terms().get(4).vector());
        assertEquals("B[A]", evaluation.terms().get(4).tree().toString());
        assertEquals(
                List.of("7/36", "-5/6"),
                evaluation.map(Rational::toString).orders().get(0));
    }

    @Test
    @DisplayName("gives a method of one field the field that is chosen, or the only one")
    void oneField() {
        Evaluation<Rational> chosen = evaluated(read(TWO_TASKS), "gd", Optional.of("B"));
        assertEquals(List.of(vector("1/3", "-1/2"), vector("-1/4", "1/6")), chosen.orders());
        FormulaProblem one = read("variables: [x]\nfields: {velocity: [\"x^2 + 0.50\"]}\npoint: [1e-1]\n");
        assertEquals(List.of("0.1"), one.point());
        assertEquals(
                List.of(vector("51/100"), vector("-51/1000")),
                evaluated(one, "gd", Optional.empty()).orders());
        assertEquals(
                0.51,
                one.inDoubles().of(RootedTree.vertex(new Colour("velocity"))).get(0));
    }

    @Test
    @DisplayName("needs a point only where it is evaluated at one")
    void withoutPoint() {
        FormulaProblem problem = read("{variables: [x], losses: {L: x^3/3}}");
        Evaluation<Expression> evaluation = Evaluation.of(
                ModifiedEquation.of(Methods.parseRational("gd"), 2),
                problem.meaning(Methods.parseRational("gd"), Optional.empty()),
                problem.symbolic());
        assertEquals("[[-x^2], [-x^3]]", evaluation.orders().toString());
        for (Executable evaluated : List.<Executable>of(problem::exact, problem::inDoubles)) {
            String message =
                    assertThrows(IllegalArgumentException.class, evaluated).getMessage();
            assertTrue(message.contains("problem.yaml has no 'point'"), message);
        }
    }

    @ParameterizedTest(name = "is refused without its fields: {0} with --field {1}")
    @CsvSource({"gd,,--field A", "gd,C,unknown field", "'sequence:A,C',,add C", "'sequence:A,B',A,leave out"})
    void meaning(String name, String field, String expected) {
        FormulaProblem problem = read(TWO_TASKS);
        Method<Rational> method = Methods.parseRational(name);
        String message = assertThrows(
                        IllegalArgumentException.class, () -> problem.meaning(method, Optional.ofNullable(field)))
                .getMessage();
        assertTrue(message.contains(expected), message);
    }

    @ParameterizedTest(name = "is refused if it says {0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "[1, 2]; is not a problem file",
                "{variables: [x]; is not YAML",
                "{variables: [x], variables: [y]}; Duplicate field 'variables'",
                "{variable: [x]}; did you mean variables?",
                "{model: {kind: mlp}, variables: [x]}; has 'model' and 'variables', expected a network",
                "{modl: {kind: mlp}}; did you mean model?",
                "{losses: {L: x}, point: [1]}; needs 'variables'",
                "{variables: [], losses: {L: x}, point: []}; needs 'variables'",
                "{variables: [x, x], losses: {L: x}, point: [1, 1]}; 'x' twice",
                "{variables: [x, no], losses: {L: x}, point: [1, 1]}; names a variable 'false'",
                "{variables: [2x], losses: {L: x}, point: [1]}; names a variable '2x'",
                "{variables: [x], point: [1]}; neither losses nor fields",
                "{variables: [x], losses: {L: x}, fields: {f: [x]}, point: [1]}; both losses and fields",
                "{variables: [x], losses: {}, point: [1]}; at least one name",
                "{variables: [x], losses: {L_1: x}, point: [1]}; cannot name a field",
                "{variables: [x], losses: {L: [x]}, point: [1]}; no formula but",
                "{variables: [x], losses: {L: x + z}, point: [1]}; at position 5: unknown variable 'z'",
                "{variables: [x], losses: {L: x +}, point: [1]}; at position 4",
                "{variables: [x], losses: {L: x^x}, point: [1]}; a number as exponent",
                "{variables: [x], losses: {L: .nan}, point: [1]}; Malformed numeric value '.nan'",
                "{variables: [x, y], fields: {f: [x]}, point: [1, 1]}; expected one for each of the 2 variables",
                "{variables: [x], fields: {f: x}, point: [1]}; not as a list",
                "{variables: [x], losses: {L: x}, point: 2}; a point that is no list",
                "{variables: [x], losses: {L: x}, point: [1, 2]}; a point of 2 coordinates",
                "{variables: [x], losses: {L: x}, point: [.nan]}; Malformed numeric value '.nan'",
                "{variables: [x], losses: {L: x}, point: [-.inf]}; Malformed numeric value '-.inf'",
                "{variables: [x], losses: {L: x}, point: [[1]]}; expected a finite number",
                "{variables: [x], losses: {L: x}, point: [1e999999]}; expected a finite number",
            })
    void refused(String text, String expected) {
        String message =
                assertThrows(IllegalArgumentException.class, () -> read(text)).getMessage();
        assertTrue(message.contains("problem.yaml"), message);
        assertTrue(message.contains(expected), message);
    }

    @Test
    @DisplayName("is refused with the folder that was searched if there is none, and if it is a bomb of aliases")
    void missing() {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> ProblemReader.read(folder.resolve("none.yaml")))
                .getMessage();
        assertTrue(message.contains("looked in " + folder.toAbsolutePath()), message);
        String bomb = "a: &a [x, x]\n" + "b: &b [*a, *a]\n".repeat(1) + "c: [" + "*b, ".repeat(30) + "*b]\n";
        assertThrows(IllegalArgumentException.class, () -> read(bomb));
        String point = "variables: [x]\nlosses: {L: x}\npoint: [nan]\n";
        FormulaProblem problem = read(point);
        assertThrows(IllegalArgumentException.class, problem::exact);
    }

    /** At (1/2, −1/3), as above: f_A = (−5/36, −1/3), f_B = (1/3, −1/2); L_A = 1/24 − 1/18 = −1/72. */
    @Test
    @DisplayName("gives its losses, fields and point in doubles")
    void inDoubles() {
        FormulaProblem problem = read(TWO_TASKS);
        double[] point = problem.start();
        assertArrayEquals(new double[] {0.5, -1.0 / 3}, point);
        SortedMap<Colour, VectorField> fields = problem.vectorFields();
        assertArrayEquals(
                new double[] {-5.0 / 36, -1.0 / 3},
                Objects.requireNonNull(fields.get(new Colour("A"))).at(point),
                1e-16);
        assertArrayEquals(
                new double[] {1.0 / 3, -0.5},
                Objects.requireNonNull(fields.get(new Colour("B"))).at(point),
                1e-16);
        assertEquals(
                -1.0 / 72,
                Objects.requireNonNull(problem.losses().get(new Colour("A"))).value(point),
                1e-16);
        FormulaProblem components = read("""
                variables: [x, y]
                fields: {f: ["y*exp(x)", "-x"]}
                point: ["sqrt(2)", 0]
                """);
        assertEquals(0, components.losses().size());
        assertArrayEquals(
                new double[] {0, -Math.sqrt(2)},
                components.vectorFields().values().iterator().next().at(components.start()),
                1e-15);
        FormulaProblem noPoint = read("{variables: [x], losses: {L: x^2}}");
        assertThrows(IllegalArgumentException.class, noPoint::start);
    }

    /** For L = x³/3 at 2: f₁ = −4, f₂ = −½ f′f = −8, and L₂ = ¼ ‖∇L‖² = 4. In one variable every field is a gradient. */
    @Test
    @DisplayName("has what stands beside the orders: the modified loss, and a curl where the order is no gradient")
    void quantities() {
        FormulaProblem cubic = read("{variables: [x], losses: {L: x^3/3}, point: [2]}");
        ProblemQuantities ofCubic = quantities(cubic, "gd", 2);
        assertEquals(-8, ofCubic.orders(cubic.start()).get(1)[0], 1e-14);
        assertTrue(ofCubic.road().startsWith("from "), ofCubic.road());
        ProblemQuantities.Values values = ofCubic.at(cubic.start());
        assertEquals(8.0 / 3, values.modifiedLoss().get(0), 1e-14);
        assertEquals(4, values.modifiedLoss().get(1), 1e-14);
        assertEquals(0, values.curl().get(1), 1e-15);
        assertEquals(4, values.tasks().tasks().get(0).sharpness(), 1e-14);

        FormulaProblem two = read(TWO_TASKS);
        ProblemQuantities.Values sequence = quantities(two, "sequence:A,B", 3).at(two.start());
        assertEquals(0, sequence.curl().get(0), 1e-15);
        assertTrue(sequence.curl().get(1) > 0.01, "the bracket is no gradient");
        assertEquals(3, sequence.modifiedLoss().size());
        assertEquals(1, sequence.tasks().pairs().size());

        FormulaProblem rotation = read("{variables: [x, y], fields: {f: [y, -x]}, point: [1, 2]}");
        ProblemQuantities.Values ofRotation = quantities(rotation, "gd", 5).at(rotation.start());
        assertEquals(0, ofRotation.modifiedLoss().size());
        assertEquals(0, ofRotation.tasks().tasks().size());
        assertEquals(4, ofRotation.curl().size());
        assertEquals(1, ofRotation.curl().get(0), 1e-15);
        assertEquals(0, ofRotation.curl().get(1), 1e-15);
    }

    private static ProblemQuantities quantities(FormulaProblem problem, String name, int order) {
        Method<Rational> method = Methods.parseRational(name);
        return ProblemQuantities.of(
                ModifiedEquation.of(method, order), problem.meaning(method, Optional.empty()), problem);
    }
}
