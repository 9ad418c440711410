package org.modeq.numeric.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.numeric.evaluate.Progress;

@DisplayName("A sweep")
class SweepTest {
    private static final String STUDY = """
            problems: [two.yaml, line.yaml]
            methods: ["sequence:A,B", "joint:A,B"]
            seeds: "1-3"
            spread: 1/10
            step-sizes: [1/4, 1/8, 1/16]
            horizon: 1/2
            orders: [1, 2]
            """;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void files() {
        write("two.yaml", """
                variables: [x, y]
                losses: {A: "x^2/2 + y^4/4", B: "x*y + x^2", C: "x^2"}
                point: [1/2, -1/3]
                """);
        write("line.yaml", """
                model: {kind: mlp, sizes: [2, 2, 1], activation: tanh, loss: mse}
                data: {file: data.csv, columns: {features: 1-2, target: 3}, tasks: {A: target > 0, B: target < 0}}
                point: {seed: 1}
                """);
        write("data.csv", "1,2,1\n-1,0,-1\n0.5,1,1\n2,-1,-1\n");
        write("study.yaml", STUDY);
    }

    private Path write(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private SweepPlan plan() {
        return SweepReader.read(folder.resolve("study.yaml"));
    }

    private List<SweepRow> run(String output, int threads) {
        return Sweep.run(plan(), folder.resolve(output), ThreadEngine.of(threads), Progress.silent());
    }

    /** Gradient descent on x²/2 from 1: after two steps of ½ at ¼; the flow is e⁻¹ to first, e^(−1.25) to second order. */
    @Test
    @DisplayName("measures what the worked example says")
    void byHand() {
        write("parabola.yaml", "{variables: [x], losses: {L: x^2/2}, point: [1]}");
        write(
                "study.yaml",
                "{problems: [parabola.yaml], methods: [gd, heavy-ball], parameters: {beta: 0}, seeds: 7,"
                        + " step-sizes: [1/2], horizon: 1, orders: [1, 2]}");
        List<SweepRow> rows = run("out", 1);
        assertEquals(2, rows.size());
        for (SweepRow row : rows) {
            assertEquals(0.75, row.moved(), 1e-15);
            assertEquals(Math.exp(-1) - 0.25, row.errors().get(0), 1e-4);
            assertEquals(Math.exp(-1.25) - 0.25, row.errors().get(1), 1e-4);
        }
        assertTrue(
                read("out/results.csv")
                        .startsWith("study,problem,method,seed,h,steps,moved,error1,error2\n"
                                + "0,parabola.yaml,gd,7,0.5,2,0.75,0.117"),
                read("out/results.csv"));
    }

    @Test
    @DisplayName("has the same table for any number of threads, problem by problem, method by method, seed by seed")
    void threads() {
        List<Integer> heard = new java.util.ArrayList<>();
        Sweep.run(plan(), folder.resolve("one"), ThreadEngine.of(1), (done, total) -> heard.add((int) done));
        run("four", 4);
        String table = read("one/results.csv");
        assertEquals(table, read("four/results.csv"));
        List<String> lines = table.lines().toList();
        assertEquals(37, lines.size());
        assertTrue(lines.get(1).startsWith("0,two.yaml,\"sequence:A,B\",1,0.25,2,"), lines.get(1));
        assertTrue(lines.get(36).startsWith("35,line.yaml,\"joint:A,B\",3,0.0625,8,"), lines.get(36));
        assertEquals(36, heard.size());
        assertEquals(36, heard.get(35));
        // Models start with the parameters of their seeds, formulas beside their point.
        assertEquals(
                3,
                lines.stream()
                                .skip(1)
                                .filter(line -> line.contains(",0.25,"))
                                .map(line -> line.split(",(?=[0-9])", -1)[4])
                                .distinct()
                                .count()
                        / 4,
                table);
    }

    @Test
    @DisplayName("goes on from any journal that a killed sweep can leave, and ends with the same table")
    void killed() throws IOException {
        run("whole", 2);
        String table = read("whole/results.csv");
        byte[] journal = Files.readAllBytes(folder.resolve("whole/journal.txt"));
        Random random = new Random(5);
        for (int i = 0; i < 6; i++) {
            Path broken = Files.createDirectories(folder.resolve("broken" + i));
            int length = i == 0 ? 0 : random.nextInt(journal.length);
            Files.write(
                    broken.resolve("journal.txt"),
                    length == 0 ? new byte[0] : Arrays.copyOf(journal, Math.max(84, length)));
            run("broken" + i, 2);
            assertEquals(table, read("broken" + i + "/results.csv"), "cut off after " + length);
            assertEquals(37, read("broken" + i + "/journal.txt").lines().count());
        }
        // A row that was altered is made again; a row that is there twice counts once; nothing else is done twice.
        List<String> lines = read("whole/journal.txt").lines().toList();
        Path altered = Files.createDirectories(folder.resolve("altered"));
        String row = lines.get(5);
        Files.writeString(
                altered.resolve("journal.txt"),
                String.join("\n", lines) + "\n" + lines.get(3) + "\n" + row.substring(0, 3) + "9" + row.substring(4)
                        + "\n");
        int[] made = {0};
        Sweep.run(plan(), altered, ThreadEngine.of(2), (done, total) -> made[0]++);
        assertEquals(0, made[0]);
        assertEquals(table, read("altered/results.csv"));
    }

    @Test
    @DisplayName("is not mixed with another one in the same folder, nor with itself on other data")
    void otherSweep() {
        run("out", 1);
        write("study.yaml", STUDY.replace("1-3", "1-2"));
        assertRefused("the journal of another sweep");
        write("study.yaml", STUDY);
        run("out", 1);
        write("data.csv", "1,2,1\n-1,0,-1\n0.5,1,1\n2,-1.5,-1\n");
        assertRefused("the journal of another sweep");
    }

    @Test
    @DisplayName("is alone in its folder while it runs, and leaves it free")
    void twoAtATime() throws IOException {
        Path journal = Files.createDirectories(folder.resolve("out")).resolve("journal.txt");
        Journal first = Journal.open(journal, plan());
        assertRefused("another sweep writes to the folder");
        first.close();
        assertEquals(36, run("out", 1).size());
    }

    private void assertRefused(String expected) {
        String message = assertThrows(IllegalArgumentException.class, () -> run("out", 1))
                .getMessage();
        assertTrue(message.contains(expected), message);
    }

    @Test
    @DisplayName("has medians and slopes of each method, problem and order, and says how many runs were lost")
    void summaries() {
        SweepPlan plan = plan();
        List<SweepRow> rows = run("out", 2);
        List<SweepSummary> summaries = SweepSummary.of(plan, rows);
        assertEquals(8, summaries.size());
        assertEquals(1, summaries.get(0).slope().orElseThrow(), 0.25);
        assertEquals(2, summaries.get(1).slope().orElseThrow(), 0.35);
        SweepSummary.Point first = summaries.get(1).points().get(0);
        double[] errors = {
            rows.get(0).errors().get(1),
            rows.get(3).errors().get(1),
            rows.get(6).errors().get(1)
        };
        Arrays.sort(errors);
        assertEquals(errors[1], first.median());
        assertEquals(0, first.lost());
        assertThrows(IllegalArgumentException.class, () -> SweepSummary.of(plan, rows.subList(1, 5)));

        write("explodes.yaml", "{variables: [x], fields: {f: [x^3]}, point: [10]}");
        write(
                "study.yaml",
                "{problems: [explodes.yaml], methods: [gd], seeds: 1-2, step-sizes: [1/2, 1/4, 1/8], horizon: 8,"
                        + " orders: [1]}");
        SweepSummary lost = SweepSummary.of(plan(), run("lost", 1)).get(0);
        assertEquals(2, lost.points().get(2).lost());
        assertFalse(lost.slope().isPresent());
        assertTrue(read("lost/results.csv").contains(",inf,inf\n"), read("lost/results.csv"));
    }

    @ParameterizedTest(name = "is refused with {1} in place of {0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "problems:; problem:; unknown key 'problem'",
                "[two.yaml, line.yaml]; []; expected a list of problem files",
                "[two.yaml, line.yaml]; two.yaml; expected a list of problem files",
                "two.yaml; three.yaml; in problems[1]: there is no file",
                "two.yaml; data.csv; is not a problem file",
                "sequence:A,B; sequence:A,D; needs [A, D]",
                "sequence:A,B; sequenze:A,B; in methods[1]: unknown method",
                "sequence:A,B; heavy-ball; expected numbers for them",
                "sequence:A,B; gd; choose one, as in --field A",
                "sequence:A,B; splitting:A,B; cannot be run step by step",
                "1-3; 3-1; in seeds: given the range 3-1",
                "1-3; one; in seeds",
                "spread: 1/10; spread: -1; given the spread -1.0",
                "spread: 1/10; spread: wide; has in spread the value 'wide'",
                "[1/4, 1/8, 1/16]; [1/4, 1/3]; expected a whole number of steps",
                "[1/4, 1/8, 1/16]; [1/4, 0]; expected a whole number of steps",
                "[1/4, 1/8, 1/16]; [1/4, -1/4]; expected a whole number of steps",
                "[1/4, 1/8, 1/16]; [1/4, small]; has in step-sizes[2] the value 'small'",
                "[1/4, 1/8, 1/16]; [1]; expected a whole number of steps",
                "horizon: 1/2; horizon: 0; expected a positive finite time",
                "horizon: 1/2; horizn: 1/2; did you mean horizon?",
                "[1, 2]; [0]; has in orders[1] the value '0'",
                "[1, 2]; [99]; has in orders[1] the value '99'",
                "[1, 2]; 3; has in orders the value '3'",
                "spread: 1/10; parameters: 3; has in parameters the value '3'",
                "spread: 1/10; `parameters: {beta: nine}`; in parameters.beta",
            })
    void refused(String from, String to, String expected) {
        assertTrue(STUDY.contains(from), from);
        write("study.yaml", STUDY.replace(from, to));
        String message = assertThrows(IllegalArgumentException.class, () -> run("out", 1))
                .getMessage();
        assertTrue(message.contains(expected), message);
        assertEquals(1, message.lines().count(), message);
        assertFalse(Files.exists(folder.resolve("out/results.csv")));
    }

    @Test
    @DisplayName("writes its rows as JSON lines too: the same keys, the same digits, null for what is infinite")
    void jsonLines() throws IOException {
        write("wild.yaml", "{variables: [x], losses: {A: -x^4/4, B: x^2}, point: [3]}");
        write("study.yaml", STUDY.replace("two.yaml", "wild.yaml").replace("1/2\n", "4\n"));
        run("out", 2);
        List<String> table = read("out/results.csv").lines().toList();
        List<String> lines = read("out/results.jsonl").lines().toList();
        assertEquals(table.size() - 1, lines.size());
        List<String> columns = List.of(table.get(0).split(",", -1));
        ObjectMapper mapper = new ObjectMapper();
        int infinite = 0;
        for (int i = 0; i < lines.size(); i++) {
            JsonNode row = mapper.readTree(lines.get(i));
            assertEquals(1, row.path("schema").asInt());
            assertEquals(columns.size() + 1, row.size());
            List<String> values = new ArrayList<>();
            for (String column : columns) {
                JsonNode value = row.path(column);
                String text = value.asText();
                assertEquals(column.equals("problem") || column.equals("method"), value.isTextual(), column);
                infinite += value.isNull() ? 1 : 0;
                values.add(value.isNull() ? "inf" : text.contains(",") ? '"' + text + '"' : text);
            }
            assertEquals(table.get(i + 1), String.join(",", values));
        }
        assertTrue(infinite > 0, "some run leaves the finite numbers");
    }

    @Test
    @DisplayName("that goes on says first what was there, so that nobody counts it as speed")
    void begins() {
        List<String> heard = new ArrayList<>();
        Progress listener = new Progress() {
            @Override
            public void begin(long already, long total) {
                heard.add("begin " + already + " of " + total);
            }

            @Override
            public void report(long done, long total) {
                heard.add(done + " of " + total);
            }
        };
        run("out", 1);
        List<String> lines = read("out/journal.txt").lines().toList();
        write("out/journal.txt", String.join("\n", lines.subList(0, lines.size() - 2)) + "\n");
        Sweep.run(plan(), folder.resolve("out"), ThreadEngine.of(1), listener);
        assertEquals(List.of("begin 34 of 36", "35 of 36", "36 of 36"), heard);
    }
}
