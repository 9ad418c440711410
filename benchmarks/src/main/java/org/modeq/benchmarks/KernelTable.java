package org.modeq.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.modeq.numeric.kernel.Kernels;
import org.modeq.numeric.kernel.ProductKernel;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

/** Measures every kernel on every shape and prints a table: GFLOP/s and the fraction of the peak. */
public final class KernelTable {
    private static final int MILLISECONDS = 250;

    private KernelTable() {}

    /**
     * Prints the table.
     *
     * @param arguments the shapes to measure, as {@code NN-200-32-32}; all if there are none
     * @throws RunnerException if JMH fails
     */
    public static void main(String[] arguments) throws RunnerException {
        int width =
                Kernels.found().stream().mapToInt(ProductKernel::width).max().orElse(1);
        double peak = width
                * PeakBenchmark.OPERATIONS
                / Measurement.best(Measurement.run(Measurement.of(PeakBenchmark.class, MILLISECONDS))
                        .iterator()
                        .next());
        String[] kernels = Stream.concat(Kernels.found().stream().map(ProductKernel::name), Stream.of("ejml"))
                .toArray(String[]::new);
        ChainedOptionsBuilder products =
                Measurement.of(ProductBenchmark.class, MILLISECONDS).param("kernel", kernels);
        if (arguments.length > 0) {
            products.param("shape", arguments);
        }
        SortedMap<String, SortedMap<String, String>> rows = new TreeMap<>();
        for (RunResult result : Measurement.run(products)) {
            String shape = result.getParams().getParam("shape");
            double rate = operations(shape) / Measurement.best(result);
            rows.computeIfAbsent(shape, key -> new TreeMap<>())
                    .put(
                            result.getParams().getParam("kernel"),
                            String.format(Locale.ROOT, "%.1f (%.0f %%)", rate, 100 * rate / peak));
        }
        System.out.printf(
                Locale.ROOT,
                "Java %s, peak %.0f GFLOP/s (%d doubles at a time)%n%n",
                System.getProperty("java.version"),
                peak,
                width);
        System.out.println("| Product m, k, n | " + String.join(" | ", kernels) + " |");
        System.out.println("| --- |" + " --- |".repeat(kernels.length));
        rows.forEach((shape, rates) -> System.out.println("| `" + shape + "` | "
                + Arrays.stream(kernels)
                        .map(kernel -> rates.getOrDefault(kernel, "—"))
                        .collect(Collectors.joining(" | "))
                + " |"));
    }

    private static double operations(String shape) {
        String[] parts = shape.split("-", -1);
        return 2.0 * Integer.parseInt(parts[1]) * Integer.parseInt(parts[2]) * Integer.parseInt(parts[3]);
    }
}
