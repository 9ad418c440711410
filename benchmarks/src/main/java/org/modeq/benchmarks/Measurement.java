package org.modeq.benchmarks;

import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * How everything here is measured: the best mean of sixteen short intervals, after four longer ones that are not counted, in a
 * process of its own. Short intervals, because now and then another process has the processor.
 */
final class Measurement {
    private static final int INTERVALS = 16;
    private static final int WARM_UPS = 4;

    private Measurement() {}

    static ChainedOptionsBuilder of(Class<?> benchmark, int milliseconds) {
        return new OptionsBuilder()
                .include(benchmark.getName())
                .forks(1)
                .warmupIterations(WARM_UPS)
                .warmupTime(TimeValue.milliseconds(milliseconds))
                .measurementIterations(INTERVALS)
                .measurementTime(TimeValue.milliseconds(milliseconds * WARM_UPS / INTERVALS))
                .verbosity(VerboseMode.SILENT);
    }

    static Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
        return new Runner(options.build()).run();
    }

    /** The best mean, in the benchmark's unit. */
    static double best(RunResult result) {
        return result.getPrimaryResult().getStatistics().getMin();
    }
}
