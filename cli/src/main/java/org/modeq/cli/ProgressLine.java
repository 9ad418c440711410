package org.modeq.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.modeq.numeric.evaluate.Progress;

/**
 * Progress on standard error, after two seconds: a bar with rate and remaining time on a terminal, otherwise one line a minute.
 *
 * <p>Whether standard error is a terminal is what the launcher says ({@code modeq.terminal}); Java cannot tell.
 */
final class ProgressLine implements Progress, AutoCloseable {
    private static final int COLUMNS = 90;
    private static final Duration UNTIL_THE_BAR = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

    private final String task;
    private final PrintWriter err;
    private final boolean isTerminal = Boolean.getBoolean("modeq.terminal");
    private final Instant start = Instant.now();
    private @Nullable ProgressBar bar;
    private Instant lastLine = start;

    ProgressLine(String task, PrintWriter err) {
        this.task = task;
        this.err = err;
    }

    private ProgressBar begun() {
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(-1)
                    .startsFrom(0, Duration.between(start, Instant.now()))
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .setConsumer(new DelegatingProgressBarConsumer(line -> draw(line, err), COLUMNS))
                    .build();
        }
        return bar;
    }

    /** Draws the bar over the last one. */
    private static void draw(String line, PrintWriter err) {
        err.print('\r' + line);
        err.flush();
    }

    @Override
    public void report(long done, long total) {
        if (isTerminal && hasPassed(UNTIL_THE_BAR, start)) {
            begun().maxHint(total).stepTo(done);
        } else if (!isTerminal && hasPassed(BETWEEN_LINES, lastLine)) {
            err.println("modeq: " + task + ": " + done + " of " + total + " done");
            lastLine = Instant.now();
        }
    }

    private static boolean hasPassed(Duration duration, Instant since) {
        return Duration.between(since, Instant.now()).compareTo(duration) >= 0;
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            err.println();
        }
    }
}
