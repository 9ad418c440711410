package org.modeq.numeric.sweep;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Runs studies on threads of this process. */
public final class ThreadEngine implements SweepEngine {
    private final int threads;

    private ThreadEngine(int threads) {
        this.threads = threads;
    }

    /**
     * Threads of this process.
     *
     * @param threads how many, at least 1
     * @return the engine
     * @throws IllegalArgumentException if {@code threads < 1}
     */
    public static ThreadEngine of(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("given " + threads + " threads, expected at least 1");
        }
        return new ThreadEngine(threads);
    }

    @Override
    public void run(SweepPlan plan, List<SweepPlan.Study> open, Consumer<SweepRow> finished) {
        StudyRunner runner = StudyRunner.of(plan);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CompletionService<SweepRow> rows = new ExecutorCompletionService<>(pool);
            open.forEach(study -> rows.submit(() -> runner.row(study)));
            for (int i = 0; i < open.size(); i++) {
                finished.accept(rows.take().get());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the sweep was interrupted; run it again to go on");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(Objects.toString(failed.getMessage()), failed);
        } finally {
            pool.shutdownNow();
        }
    }
}
