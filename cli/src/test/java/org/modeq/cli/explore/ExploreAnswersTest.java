package org.modeq.cli.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.cli.Run;
import org.modeq.cli.explore.ExploreServer.Answer;

@DisplayName("The explorer answers")
class ExploreAnswersTest {
    private static final CommandOutput COMMANDS = words -> {
        Run run = Run.of(words.toArray(String[]::new));
        if (run.exitCode() != 0) {
            throw new IllegalArgumentException(run.err());
        }
        return run.out();
    };

    private static final Answer DERIVE = new DeriveAnswer(COMMANDS)::to;
    private static final Answer DOWNLOAD = new DownloadAnswer(COMMANDS)::to;

    private static JsonNode json(Answer answer, String query) throws IOException {
        return new ObjectMapper().readTree(answer.to(encoded(query)).body());
    }

    /** The query as a browser sends it. */
    private static String encoded(String query) {
        return Arrays.stream(query.strip().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .map(pair -> pair[0] + "=" + URLEncoder.encode(pair[1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static void assertRefused(Answer answer, String query, String message) {
        String said = assertThrows(IllegalArgumentException.class, () -> answer.to(encoded(query)))
                .getMessage();
        assertTrue(said.contains(message), said);
    }

    @Nested
    @DisplayName("for the series")
    class Series {
        @Test
        @DisplayName("with the snippet of the command line, its display and every tree")
        void trees() throws IOException {
            JsonNode json = json(DERIVE, "method=sequence:A,B&order=2");
            assertEquals(6, json.get("terms").size());
            assertEquals("-1/2", json.get("terms").get(3).get("coefficient").asText());
            assertTrue(json.get("terms").get(2).get("svg").asText().startsWith("<svg class=\"tree\""));
            assertTrue(json.get("formula").get("tex").asText().startsWith("\\begin{aligned}"));
            assertEquals(
                    Run.ofLine("derive sequence:A,B --order 2 --format latex").out(),
                    json.get("formula").get("copy").asText());
            assertEquals(
                    "modeq derive sequence:A,B --order 2", json.get("command").asText());
        }

        @Test
        @DisplayName("in brackets, and as a loss with what the rest is")
        void forms() throws IOException {
            JsonNode brackets = json(DERIVE, "method=sequence:A,B&order=2&as=brackets");
            assertTrue(brackets.get("formula").get("tex").asText().contains("[f_{A},f_{B}]"));
            JsonNode loss = json(DERIVE, "method=sequence:A,B&order=2&as=loss");
            assertEquals(1, loss.get("orderOfGradient").asInt());
            assertFalse(loss.get("certificate").asText().isEmpty());
        }

        @Test
        @DisplayName("with a place and a drawing for each tree of the notation tree")
        void drawnTrees() throws IOException {
            JsonNode formula =
                    json(DERIVE, "method=sequence:A,B&order=3&notation=tree").get("formula");
            assertEquals(20, formula.get("drawings").size());
            assertEquals(20, formula.get("tex").asText().split("\\\\rule", -1).length - 1);
            assertFalse(formula.get("tex").asText().contains("modeqtree"));
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "method=gd&order=0                       | expected a whole number from 1 to 8",
                    "method=gd&order=x                       | expected a whole number from 1 to 8",
                    "order=3                                 | no method given",
                    "method=                                 | no method given",
                    "method=gd&method=gd                     | given method 2 times",
                    "method=gdd                              | did you mean gd?",
                    "method=adam                             | expected a method of the list",
                    "method=gd:x                             | expected 'gd' alone",
                    "method=sequence:A,,B                    | expected a name",
                    "method=sequence:<b>,B                   | given '<b>'",
                    "method=rk:/etc/passwd                   | unknown Runge-Kutta method '/etc/passwd'",
                    "method=--output=/tmp/x                  | unknown method '--output=/tmp/x'",
                    "method=aggmo:x                          | expected aggmo:K",
                    "method=memory:1/(                       | expected a number, a name",
                    "method=heavy-ball&param=beta            | expected a name and a value",
                    "method=heavy-ball&param=beta=high       | given beta = 'high', expected a fraction",
                    "method=heavy-ball&param=beta=1          | choose other values",
                    "method=heavy-ball&param=gamma=1/2       | expected beta",
                    "method=gd&param=beta=1/2                | gd has no parameters",
                    "method=game:alternating&substeps=1,2,3  | expected one number for each",
                    "method=gd&notation=runes                | unknown notation 'runes'",
                    "method=gd&as=poem                       | expected field, brackets or loss",
                    "method=gd&as=loss&notation=index        | expected gradient or field",
                    "method=heavy-ball&as=brackets           | or the form over trees",
                    "method=sequence:A,B,C,D&order=8         | trees, expected at most 3000 in a page"
                })
        @DisplayName("or with a line that says what was given, what is expected, how to mend it")
        void wrong(String query, String message) {
            assertRefused(DERIVE, query, message);
        }
    }

    @Nested
    @DisplayName("for downloads")
    class Downloads {
        @ParameterizedTest(name = "{0}")
        @ValueSource(strings = {"json", "latex", "html", "pytorch", "jax", "numpy"})
        @DisplayName("with what the command that it names writes")
        void equal(String file) throws IOException {
            JsonNode json = json(DOWNLOAD, "file=" + file + "&method=heavy-ball&param=beta=9/10&order=2");
            String command = json.get("command").asText();
            assertEquals(
                    Run.ofLine(command.replaceFirst("^modeq ", "")).out(),
                    json.get("text").asText());
            assertTrue(json.get("name").asText().startsWith("heavy-ball-order-2"));
        }

        @Test
        @DisplayName("or says which there are")
        void unknown() {
            assertRefused(DOWNLOAD, "file=fortran&method=gd", "pytorch");
        }
    }

    @Nested
    @DisplayName("for runs")
    class Trajectories {
        private static final String BOWL = "method=gd&loss=f=x^2/2+2*y^2";

        @Test
        @DisplayName("with iterates that are those of the recurrence, and flows the nearer the higher their order")
        void run() throws IOException {
            JsonNode json = json(TrajectoryAnswer::to, BOWL + "&h=0.1&x=1&y=1&steps=5&order=4");
            JsonNode last = json.get("iterates").get(5);
            assertEquals(Math.pow(0.9, 5), last.get(0).asDouble(), 1e-5);
            assertEquals(Math.pow(0.6, 5), last.get(1).asDouble(), 1e-5);
            JsonNode flows = json.get("flows");
            assertEquals(4, flows.size());
            for (int i = 1; i < 4; i++) {
                assertTrue(flows.get(i).get("distance").asDouble()
                        < flows.get(i - 1).get("distance").asDouble());
            }
            double x = Math.exp(-0.5);
            double y = Math.exp(-2);
            JsonNode end = flows.get(0).get("path").get(80);
            assertEquals(x, end.get(0).asDouble(), 1e-5);
            assertEquals(y, end.get(1).asDouble(), 1e-5);
            assertEquals(0.4, json.get("hLambda").asDouble(), 1e-12);
            assertEquals(12, json.get("levels").size(), "closed lines in sight, one for each level");
        }

        @ParameterizedTest(name = "h = {0}: {1}")
        @CsvSource(
                delimiter = '|',
                value = {"0.2 | ''", "0.3 | Above 1 the series", "0.6 | Above 2 a plain step"})
        @DisplayName("with a warning where the curvature is too large for the step")
        void warnings(String stepSize, String warning) throws IOException {
            String said = json(TrajectoryAnswer::to, BOWL + "&h=" + stepSize)
                    .get("warning")
                    .asText();
            assertTrue(warning.isEmpty() ? said.isEmpty() : said.contains(warning), said);
        }

        /** With L = x²/2 the roots of r² − (1 + β − h) r + β are real, and there is a slow flow, for h < (1 − √β)² ≈ 0.086. */
        @ParameterizedTest(name = "h = {0}: {1}")
        @CsvSource({"0.05, false", "0.4, true"})
        @DisplayName("with a warning where a method with memory follows no flow")
        void memory(String stepSize, boolean isWarned) throws IOException {
            String query = "method=heavy-ball&param=beta=1/2&loss=f=x^2/2&x=1&y=0&order=4&h=" + stepSize;
            JsonNode json = json(TrajectoryAnswer::to, query);
            assertTrue(json.get("hasMemory").asBoolean());
            assertEquals(isWarned, json.get("warningOfStart").asText().contains("does not converge"));
        }

        @Test
        @DisplayName("of sequences over several losses, whose curvature is that of their sum")
        void several() throws IOException {
            JsonNode json = json(TrajectoryAnswer::to, "method=sequence:A,B&loss=A=x^2/2&loss=B=3*y^2/2&h=0.1");
            assertEquals(0.3, json.get("hLambda").asDouble(), 1e-12);
            assertTrue(json.get("levels").size() > 0);
        }

        @Test
        @DisplayName("of fields by components, whose flow turns")
        void rotation() throws IOException {
            JsonNode json = json(TrajectoryAnswer::to, "method=rk:rk4&loss=f=-y; x&h=0.1&x=1&y=0&steps=10&order=1");
            JsonNode end = json.get("flows").get(0).get("path").get(80);
            assertEquals(Math.cos(1), end.get(0).asDouble(), 1e-5);
            assertEquals(Math.sin(1), end.get(1).asDouble(), 1e-5);
            assertEquals(0.1, json.get("hLambda").asDouble(), 1e-12);
            assertEquals(0, json.get("levels").size());
        }

        @Test
        @DisplayName("in the window that is asked for, and what of the run lies outside")
        void window() throws IOException {
            JsonNode json = json(TrajectoryAnswer::to, BOWL + "&window=-3,0.5,-2,2&steps=3&h=0.1");
            assertEquals(-3, json.get("window").get(0).asDouble());
            assertEquals(4, json.get("outside").asInt());
            assertFalse(json.get("hasMemory").asBoolean());
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "method=gd                                    | type a loss in x and y",
                    "method=gd&loss=f=                            | type a loss in x and y",
                    "method=gd&loss=x^2                           | expected a name and a formula",
                    "method=gd&loss=f=x^2+z                       | unknown variable 'z', expected one of x, y",
                    "method=gd&loss=f=x^                          | at position 3, expected a number",
                    "method=gd&loss=f=(x^2                        | expected ')'",
                    "method=gd&loss=f=foo(x)                      | expected a function of one argument",
                    "method=gd&loss=f=2x                          | expected an operation",
                    "method=gd&loss=f=x;y;x                       | expected one for each of the 2 variables",
                    "method=gd&loss=f=log(x)&x=-1                 | move the start, or take a smaller step size",
                    "method=gd&loss=f=1/x&x=0                     | move the start, or take a smaller step size",
                    "method=gd&loss=f=x^2&h=NaN                   | given h 'NaN', expected a number from 1e-6 to 10",
                    "method=gd&loss=f=x^2&h=0                     | given h '0', expected a number from 1e-6 to 10",
                    "method=gd&loss=f=x^2&h=0,1                   | given h '0,1', expected",
                    "method=gd&loss=f=x^2&h=                      | given h '', expected",
                    "method=gd&loss=f=x^2&x=1e9                   | expected a number from -100 to 100",
                    "method=gd&loss=f=x^2&steps=2.5               | expected a whole number from 1 to 200",
                    "method=gd&loss=f=x^2&steps=9999              | expected a whole number from 1 to 200",
                    "method=gd&loss=f=x^2&order=9                 | expected a whole number from 1 to 5",
                    "method=gd&loss=f=x^2&window=1,2              | expected its left, right, lower and upper bound",
                    "method=heavy-ball&loss=f=x^2                 | expected numbers for a run; type them above",
                    "method=sequence:A,B&loss=A=x^2               | for B, expected",
                    "method=sequence:A,B&loss=A=x^2&loss=B=-y;x   | given losses and components",
                    "method=sequence:A,B&loss=A=x&loss=A=y        | twice, expected it once",
                    "method=splitting:A/2,B,A/2&loss=A=x^2&loss=B=y^2 | cannot be run step by step"
                })
        @DisplayName("or with a line that says what was given, what is expected, how to mend it")
        void wrong(String query, String message) {
            assertRefused(TrajectoryAnswer::to, query, message);
        }
    }

    @Nested
    @DisplayName("for claims")
    class Claims {
        private JsonNode check(String method, String order, String formula) throws IOException {
            String query = "method=" + method + "&order=" + order + "&formula="
                    + URLEncoder.encode(formula, StandardCharsets.UTF_8);
            return new ObjectMapper().readTree(CheckAnswer.to(query).body());
        }

        @ParameterizedTest(name = "{0} --order {1}")
        @CsvSource(
                delimiter = '|',
                value = {"gd | 3", "sequence:A,B | 3", "nesterov | 2", "joint-mean:A,B | 2"})
        @DisplayName("proved where the formula is the snippet of the command line itself, pasted whole")
        void pasted(String method, String order) throws IOException {
            String snippet = Run.ofLine(
                            "derive " + method + " --order " + order + " --notation gradient --format latex")
                    .out();
            assertEquals("proved", check(method, order, snippet).get("verdict").asText());
        }

        @Test
        @DisplayName("refuted with the difference in text and LaTeX, and a counterexample")
        void refuted() throws IOException {
            JsonNode json = check("gd", "2", "-grad(L) + h/2*hess(L)*grad(L)");
            assertEquals("refuted", json.get("verdict").asText());
            assertEquals("h*hess(L)*grad(L)", json.get("difference").asText());
            assertEquals(
                    "h\\,\\nabla^{2}L\\,\\nabla L", json.get("differenceTex").asText());
            assertTrue(json.get("counterexample").asText().contains("the claim says"));
        }

        @Test
        @DisplayName("for a loss as well")
        void loss() throws IOException {
            JsonNode json = json(CheckAnswer::to, "method=gd&order=2&kind=loss&formula=L+h/4*norm2(grad(L))");
            assertEquals("proved", json.get("verdict").asText());
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "method=gd&formula=                    | given no formula",
                    "method=gd&formula=% only a comment    | given no formula",
                    "method=gd&formula=-grad(L             | at position 8, expected ')'",
                    "method=gd&formula=-grad(M)            | at position 7: 'M' is not a scalar",
                    "method=gd&formula=norm2(grad(L))      | given a scalar, expected a vector",
                    "method=gd&formula=-\\foo L            | at position 2: 'foo' is not a vector",
                    "method=gd&kind=map&formula=-grad(L)   | expected field or loss",
                    "method=gd&order=7&formula=-grad(L)    | expected a whole number from 1 to 6"
                })
        @DisplayName("or with a line that says what was given, what is expected, how to mend it")
        void wrong(String query, String message) {
            assertRefused(CheckAnswer::to, query, message);
        }
    }

    @Nested
    @DisplayName("for methods")
    class KnownMethods {
        @Test
        @DisplayName("with fields and parameters, those that are given among them")
        void fields() throws IOException {
            JsonNode json = json(MethodAnswer::to, "method=sequence:A*n,B&param=n=3");
            assertEquals("[\"A\",\"B\"]", json.get("fields").toString());
            assertEquals("[\"n\"]", json.get("parameters").toString());
        }

        @Test
        @DisplayName("with examples that can all be derived")
        void examples() throws IOException {
            JsonNode methods =
                    new ObjectMapper().readTree(MethodsAnswer.to("").body()).get("methods");
            for (JsonNode method : methods) {
                for (JsonNode example : method.get("examples")) {
                    JsonNode json = json(DERIVE, "order=2&method=" + example.asText());
                    assertEquals(example.asText(), json.get("method").asText());
                }
            }
            assertTrue(methods.size() > 20);
        }
    }

    @Test
    @DisplayName("a wrong escape in words of its own")
    void escape() {
        List<String> wrong = List.of("method=%zz", "=x", "method");
        for (String query : wrong) {
            String said = assertThrows(IllegalArgumentException.class, () -> Query.of(query))
                    .getMessage();
            assertTrue(said.contains("expected"), said);
        }
    }
}
