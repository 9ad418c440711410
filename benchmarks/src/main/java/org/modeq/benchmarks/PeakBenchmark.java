package org.modeq.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Scalar fused multiply-adds that never wait for each other: twelve chains side by side. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PeakBenchmark {
    /** Operations of one call, a multiplication and an addition counting as two. */
    static final long OPERATIONS = 2L * 12 * 10_000;

    /** The factor of every chain; a field, so that the compiler does not know it. */
    public double factor = 0.999;

    /** For JMH. */
    public PeakBenchmark() {}

    /**
     * Ten thousand steps of twelve chains x ← factor·x + factor.
     *
     * @return the sum of the chains
     */
    @Benchmark
    public double chains() {
        double w = factor;
        double a = 1;
        double b = 2;
        double c = 3;
        double d = 4;
        double e = 5;
        double f = 6;
        double g = 7;
        double h = 8;
        double i = 9;
        double j = 10;
        double k = 11;
        double l = 12;
        for (int step = 0; step < 10_000; step++) {
            a = Math.fma(w, a, w);
            b = Math.fma(w, b, w);
            c = Math.fma(w, c, w);
            d = Math.fma(w, d, w);
            e = Math.fma(w, e, w);
            f = Math.fma(w, f, w);
            g = Math.fma(w, g, w);
            h = Math.fma(w, h, w);
            i = Math.fma(w, i, w);
            j = Math.fma(w, j, w);
            k = Math.fma(w, k, w);
            l = Math.fma(w, l, w);
        }
        return a + b + c + d + e + f + g + h + i + j + k + l;
    }
}
