package org.modeq.benchmarks;

import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** How everything here is measured: the best mean of four intervals, after four that are not counted, in a process of its own. */
final class Measurement {
    private Measurement() {}

    static ChainedOptionsBuilder of(Class<?> benchmark, int milliseconds) {
        return new OptionsBuilder()
                .include(benchmark.getName())
                .forks(1)
                .warmupIterations(4)
                .warmupTime(TimeValue.milliseconds(milliseconds))
                .measurementIterations(4)
                .measurementTime(TimeValue.milliseconds(milliseconds))
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
