package org.modeq.numeric.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The parcel of a sweep")
class SweepParcelTest {
    @TempDir
    private Path folder = Path.of("");

    /** Names that go up, and one that is absolute: both must mean the same inside. */
    private SweepPlan plan() throws IOException {
        Path studies = Files.createDirectories(folder.resolve("studies"));
        Path problems = Files.createDirectories(folder.resolve("problems"));
        Path data = Files.writeString(folder.resolve("data.csv"), "1,2,1\n-1,0,-1\n0.5,1,1\n2,-1,-1\n");
        Files.writeString(folder.resolve("weights.csv"), "0.5\n-0.25\n1\n0.125\n0\n0\n1\n-1\n0.5\n");
        Files.writeString(problems.resolve("line.yaml"), """
                model: {kind: mlp, sizes: [2, 2, 1], activation: tanh, loss: mse}
                data: {file: "%s", columns: {features: 1-2, target: 3}}
                point: {file: ../weights.csv}
                """.formatted(data.toAbsolutePath()));
        Files.writeString(problems.resolve("plain.yaml"), "{variables: [x], losses: {L: x^4/4}, point: [1/3]}");
        return SweepReader.read(Files.writeString(studies.resolve("study.yaml"), """
                problems: [../problems/line.yaml, ../problems/plain.yaml]
                methods: [gd]
                seeds: "1-2"
                step-sizes: [1/4, 1/8]
                horizon: 1/2
                orders: [1, 3]
                """));
    }

    @Test
    @DisplayName("names every file that was read")
    void files() throws IOException {
        assertEquals(
                List.of("study.yaml", "line.yaml", "data.csv", "weights.csv", "plain.yaml"),
                plan().files().stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
    }

    @Test
    @DisplayName("gives the same plan and the same rows when the files are gone")
    void withoutFiles() throws IOException {
        SweepPlan plan = plan();
        StudyRunner here = StudyRunner.of(plan);
        SweepParcel parcel = SweepParcel.of(plan);
        for (Path file : plan.files()) {
            Files.delete(file);
        }
        SweepPlan arrived = SweepParcel.of(parcel.archive(), parcel.sweep()).plan();
        assertEquals(plan.fingerprint(), arrived.fingerprint());
        StudyRunner there = StudyRunner.of(arrived);
        for (int i = 0; i < plan.size(); i++) {
            assertEquals(
                    here.row(plan.studies().get(i)), there.row(arrived.studies().get(i)));
        }
    }

    @Test
    @DisplayName("is refused where there are no files, or no longer")
    void refused() throws IOException {
        SweepPlan plan = plan();
        SweepPlan made = new SweepPlan(
                plan.problems(),
                plan.methods(),
                plan.seeds(),
                plan.stepSizes(),
                plan.horizon(),
                plan.orders(),
                plan.fingerprint(),
                List.of());
        assertThrows(IllegalArgumentException.class, () -> SweepParcel.of(made));
        Files.delete(folder.resolve("data.csv"));
        assertThrows(IllegalArgumentException.class, () -> SweepParcel.of(plan));
        assertThrows(
                RuntimeException.class,
                () -> SweepParcel.of(new byte[] {1, 2}, "study.yaml").plan());
    }
}
