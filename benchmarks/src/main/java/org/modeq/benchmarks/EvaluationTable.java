package org.modeq.benchmarks;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.modeq.benchmarks.EvaluationBenchmark.Quantity;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

/** Measures every evaluator on every network and prints a table: the gradient in microseconds, all else in gradients. */
public final class EvaluationTable {
    private static final int MILLISECONDS = 1000;

    private EvaluationTable() {}

    /**
     * Prints the table.
     *
     * @param arguments the networks to measure, as {@code 784-64-10@256}; all if there are none
     * @throws RunnerException if JMH fails
     */
    public static void main(String[] arguments) throws RunnerException {
        ChainedOptionsBuilder options = Measurement.of(EvaluationBenchmark.class, MILLISECONDS);
        if (arguments.length > 0) {
            options.param("network", arguments);
        }
        Map<String, Map<Quantity, Double>> times = new TreeMap<>();
        for (RunResult result : Measurement.run(options)) {
            times.computeIfAbsent(result.getParams().getParam("network"), key -> new EnumMap<>(Quantity.class))
                    .put(Quantity.valueOf(result.getParams().getParam("quantity")), Measurement.best(result));
        }
        System.out.printf(Locale.ROOT, "Java %s%n%n", System.getProperty("java.version"));
        StringBuilder head = new StringBuilder("| Network @ points |");
        StringBuilder rule = new StringBuilder("| --- |");
        for (Quantity quantity : Quantity.values()) {
            head.append(' ').append(quantity.formula()).append(" |");
            rule.append(" --- |");
        }
        System.out.println(head);
        System.out.println(rule);
        times.forEach((network, row) -> System.out.println("| `" + network + "` |" + cells(row)));
    }

    private static String cells(Map<Quantity, Double> row) {
        double gradient = row.getOrDefault(Quantity.GRADIENT, Double.NaN);
        StringBuilder cells = new StringBuilder();
        row.forEach((quantity, time) -> cells.append(
                quantity == Quantity.GRADIENT
                        ? String.format(Locale.ROOT, " %.0f µs |", time)
                        : String.format(Locale.ROOT, " %.2f |", time / gradient)));
        return cells.toString();
    }
}
