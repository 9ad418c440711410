package org.modeq.benchmarks;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.modeq.benchmarks.CoordinateBenchmark.Quantity;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

/** Measures every function of coordinates by every kernel and prints a table of nanoseconds for each coordinate. */
public final class CoordinateTable {
    private static final int MILLISECONDS = 250;

    private CoordinateTable() {}

    /**
     * Prints the table.
     *
     * @param arguments none
     * @throws RunnerException if JMH fails
     */
    public static void main(String[] arguments) throws RunnerException {
        Map<Quantity, Map<String, Double>> times = new EnumMap<>(Quantity.class);
        for (RunResult result : Measurement.run(Measurement.of(CoordinateBenchmark.class, MILLISECONDS))) {
            times.computeIfAbsent(
                            Quantity.valueOf(result.getParams().getParam("quantity")), quantity -> new TreeMap<>())
                    .put(result.getParams().getParam("kernel"), Measurement.best(result) / CoordinateBenchmark.COUNT);
        }
        System.out.printf(Locale.ROOT, "Java %s%n%n", System.getProperty("java.version"));
        System.out.println("| ns for each coordinate | vector | plain | `Math` |");
        System.out.println("| --- | --- | --- | --- |");
        times.forEach((quantity, row) -> System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f |%n",
                quantity.formula(),
                row.getOrDefault("vector", Double.NaN),
                row.getOrDefault("plain", Double.NaN),
                row.getOrDefault("library", Double.NaN)));
    }
}
