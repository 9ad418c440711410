package org.modeq.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.sweep.ClusterEngines;
import org.modeq.numeric.sweep.Sweep;
import org.modeq.numeric.sweep.SweepEngine;
import org.modeq.numeric.sweep.SweepPlan;
import org.modeq.numeric.sweep.SweepReader;
import org.modeq.numeric.sweep.SweepRow;
import org.modeq.numeric.sweep.ThreadEngine;

@DisplayName("A sweep on Spark")
class SparkEngineTest {
    @TempDir
    private Path folder = Path.of("");

    /** Step sizes for which the last problem leaves the finite numbers, so that a row has an infinite error. */
    @BeforeEach
    void files() throws IOException {
        write("two.yaml", """
                variables: [x, y]
                losses: {A: "x^2/2 + y^4/4", B: "x*y + x^2"}
                point: [1/2, -1/3]
                """);
        write("line.yaml", """
                model: {kind: mlp, sizes: [2, 2, 1], activation: tanh, loss: mse}
                data: {file: data.csv, columns: {features: 1-2, target: 3}, tasks: {A: target > 0, B: target < 0}}
                point: {seed: 1}
                """);
        write("data.csv", "1,2,1\n-1,0,-1\n0.5,1,1\n2,-1,-1\n");
        write("steep.yaml", "{variables: [x], losses: {A: -x^6, B: -x^8}, point: [4]}");
        write("study.yaml", """
                problems: [two.yaml, line.yaml, steep.yaml]
                methods: ["sequence:A,B", "joint:A,B"]
                seeds: "1-5"
                spread: 1/10
                step-sizes: [1/4, 1/8, 1/16]
                horizon: 1/2
                orders: [1, 2]
                """);
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private SweepPlan plan() {
        return SweepReader.read(folder.resolve("study.yaml"));
    }

    private List<SweepRow> run(String output, SweepEngine engine) {
        return Sweep.run(plan(), folder.resolve(output), engine, Progress.silent());
    }

    private static SweepEngine spark(String master) {
        return ClusterEngines.found().of(master);
    }

    @Test
    @DisplayName("ends with the same table as on threads, byte by byte, and goes on with a journal that lacks rows")
    void sameTable() throws IOException {
        List<SweepRow> rows = run("threads", ThreadEngine.of(2));
        assertTrue(rows.stream().anyMatch(row -> row.errors().contains(Double.POSITIVE_INFINITY)));
        run("spark", spark("local[2]"));
        Path table = folder.resolve("threads/results.csv");
        assertEquals(-1, Files.mismatch(table, folder.resolve("spark/results.csv")));

        Path journal = Files.createDirectories(folder.resolve("cut")).resolve("journal.txt");
        List<String> lines = Files.readAllLines(folder.resolve("spark/journal.txt"));
        Files.write(journal, lines.subList(0, 40));
        List<Long> heard = new ArrayList<>();
        Sweep.run(plan(), folder.resolve("cut"), spark("local[1]"), (done, total) -> heard.add(done));
        assertEquals(IntStream.rangeClosed(40, 90).mapToObj(Long::valueOf).toList(), heard);
        assertEquals(-1, Files.mismatch(table, folder.resolve("cut/results.csv")));
    }

    @Test
    @DisplayName("writes a Parquet file that Spark reads back with every digit")
    void parquet() throws IOException {
        List<SweepRow> rows = run("spark", spark("local[2]"));
        List<SweepPlan.Study> studies = plan().studies();
        try (SparkSession session = SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", "false")
                .getOrCreate()) {
            List<Row> read = session.read()
                    .parquet(folder.resolve("spark/results.parquet").toString())
                    .collectAsList();
            assertEquals(rows.size(), read.size());
            for (int i = 0; i < read.size(); i++) {
                SweepPlan.Study study = studies.get(i);
                Row row = read.get(i);
                assertEquals(List.of(plan().columns().toArray()), List.of((Object[])
                        row.schema().fieldNames()));
                assertEquals(i, row.getInt(0));
                assertEquals(study.problem().name(), row.getString(1));
                assertEquals(study.method().name(), row.getString(2));
                assertEquals(study.seed(), row.getLong(3));
                assertEquals(study.stepSize(), row.getDouble(4));
                assertEquals(study.steps(), row.getInt(5));
                assertEquals(
                        rows.get(i), new SweepRow(i, row.getDouble(6), List.of(row.getDouble(7), row.getDouble(8))));
            }
        }
    }

    @Test
    @DisplayName("deals every study to exactly one part")
    void parts() {
        List<SweepPlan.Study> open = plan().studies().subList(3, 20);
        for (int wanted : new int[] {1, 2, 7, 17, 40}) {
            List<int[]> parts = SparkEngine.parts(open, wanted);
            assertEquals(Math.min(wanted, 17), parts.size());
            assertArrayEquals(
                    IntStream.range(3, 20).toArray(),
                    parts.stream().flatMapToInt(Arrays::stream).toArray());
        }
    }

    @ParameterizedTest(name = "given “{0}”")
    @ValueSource(
            strings = {
                "",
                "yarn",
                "local[0]",
                "local[-1]",
                "local[2",
                "local[two]",
                "k8s://host:1",
                "spark://",
                "spark://host",
                "spark:/host:7077",
                "spark://host:seven",
                "spark://a b:7077",
                "http://host:7077",
                "local[99999]"
            })
    @DisplayName("refuses what is no master")
    void noMaster(String master) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> spark(master));
        assertTrue(refusal.getMessage().contains("expected local"), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local",
                "local[4]",
                "local[*]",
                "spark://127.0.0.1:7077",
                "spark://a-b.c:1,d:2",
                "spark://[::1]:7077"
            })
    @DisplayName("takes what is a master")
    void masters(String master) {
        assertInstanceOf(SparkEngine.class, spark(master));
    }

    @Test
    @DisplayName("says at once that nobody answers")
    void nobody() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        for (String place : new String[] {"127.0.0.1:" + port, "no.such.host.invalid:7077", "127.0.0.1:99999"}) {
            IllegalArgumentException refusal =
                    assertThrows(IllegalArgumentException.class, () -> run("none", spark("spark://" + place)));
            assertTrue(refusal.getMessage().contains("no Spark master answers at"), refusal.getMessage());
        }
    }

    /** The Vector API is loaded without that option, which prints a warning. */
    @Test
    @DisplayName("opens those packages of Java that this Spark asks for")
    void javaOptions() throws IOException {
        List<String> wanted = new ArrayList<>(List.of(JavaModuleOptions.defaultModuleOptionArray()));
        wanted.remove("--add-modules=jdk.incubator.vector");
        assertEquals(wanted, Files.readAllLines(Path.of("src/main/spark/java-options")));
    }
}
