package org.modeq.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.modeq.numeric.kernel.Kernels;
import org.modeq.numeric.kernel.ProductKernel;

/**
 * Measures a large product by one thread and by two, with our kernel and with a native BLAS, each in a process of its own, and
 * prints a table; with the argument {@code once} it is such a process.
 */
public final class ThreadTable {
    private static final int SIZE = 2048;
    private static final int WARM_UPS = 6;
    private static final int TIMES = 10;
    private static final int ROUNDS = 2;

    private ThreadTable() {}

    /**
     * Prints the table.
     *
     * @param arguments none, or {@code once}: prints the milliseconds of one product
     * @throws IOException if a process cannot be started
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length > 0) {
            System.out.println(best());
            return;
        }
        System.out.printf(Locale.ROOT, "Java %s%n%n", System.getProperty("java.version"));
        System.out.printf(Locale.ROOT, "| %d×%d×%d | one thread | two threads | gain |%n", SIZE, SIZE, SIZE);
        System.out.println("| --- | --- | --- | --- |");
        List<String> names = Kernels.found().stream().map(ProductKernel::name).toList();
        for (String kernel : List.of("vector", "native")) {
            if (names.contains(kernel)) {
                double one = Double.POSITIVE_INFINITY;
                double two = Double.POSITIVE_INFINITY;
                for (int round = 0; round < ROUNDS; round++) {
                    one = Math.min(one, inProcess(kernel, 1));
                    two = Math.min(two, inProcess(kernel, 2));
                }
                System.out.printf(Locale.ROOT, "| %s | %.0f ms | %.0f ms | %.2f |%n", kernel, one, two, one / two);
            }
        }
    }

    private static double inProcess(String kernel, int threads) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-XX:+UseSerialGC",
                "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ThreadTable.class.getName(),
                "once");
        builder.environment().put("MODEQ_KERNEL", kernel);
        builder.environment().put("MODEQ_THREADS", String.valueOf(threads));
        builder.environment().put("OPENBLAS_NUM_THREADS", String.valueOf(threads));
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the process with the kernel " + kernel + " failed; see its message above");
        }
        return Double.parseDouble(line);
    }

    /** The milliseconds of the fastest product. */
    private static double best() {
        double[] a = new double[SIZE * SIZE];
        double[] b = new double[SIZE * SIZE];
        double[] c = new double[SIZE * SIZE];
        Arrays.setAll(a, i -> 1.0 / (i + 1));
        Arrays.setAll(b, i -> i % 7 - 3);
        ProductKernel kernel = Kernels.chosen();
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < WARM_UPS + TIMES; i++) {
            long start = System.nanoTime();
            kernel.multiply(false, SIZE, SIZE, SIZE, a, 0, SIZE, 1, b, 0, SIZE, 1, c, 0, SIZE);
            best = Math.min(best, (System.nanoTime() - start) * 1e-6);
        }
        return best;
    }
}
