package org.modeq.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.modeq.numeric.study.Progress;

/**
 * Progress on standard error: a bar with rate and remaining time on a terminal, otherwise one line a minute.
 *
 * <p>Whether standard error is a terminal is what the launcher says ({@code modeq.terminal}); Java cannot tell.
 */
final class ProgressLine implements Progress, AutoCloseable {
    private static final int COLUMNS = 90;
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

    private final String task;
    private final PrintWriter err;
    private final @Nullable ProgressBar bar;
    private Instant lastLine = Instant.now();

    ProgressLine(String task, PrintWriter err) {
        this.task = task;
        this.err = err;
        this.bar = Boolean.getBoolean("modeq.terminal")
                ? new ProgressBarBuilder()
                        .setTaskName(task)
                        .setInitialMax(-1)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(200)
                        .setConsumer(new DelegatingProgressBarConsumer(line -> draw(line, err), COLUMNS))
                        .build()
                : null;
    }

    /** Draws the bar over the last one. */
    private static void draw(String line, PrintWriter err) {
        err.print('\r' + line);
        err.flush();
    }

    @Override
    public void report(long done, long total) {
        if (bar != null) {
            bar.maxHint(total);
            bar.stepTo(done);
        } else if (Duration.between(lastLine, Instant.now()).compareTo(BETWEEN_LINES) >= 0) {
            err.println("modeq: " + task + ": " + done + " of " + total + " done");
            lastLine = Instant.now();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            err.println();
        }
    }
}
