package org.modeq.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.modeq.numeric.evaluate.Progress;

/**
 * Progress on standard error, after two seconds: a bar with rate and remaining time on a terminal, otherwise one line a minute.
 *
 * <p>Whether standard error is a terminal is what the launcher says ({@code modeq.terminal}), and its width if standard output
 * is one too ({@code modeq.columns}); Java cannot tell.
 */
final class ProgressLine implements Progress, AutoCloseable {
    private static final int COLUMNS = Integer.getInteger("modeq.columns", 100);
    private static final Duration UNTIL_THE_BAR = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

    private final String task;
    private final PrintWriter err;
    private final boolean isTerminal;
    private final InstantSource clock;
    private @Nullable ProgressBar bar;
    private Instant start;
    private Instant lastLine;
    private long already;

    ProgressLine(String task, PrintWriter err) {
        this(task, err, Boolean.getBoolean("modeq.terminal"), InstantSource.system());
    }

    ProgressLine(String task, PrintWriter err, boolean isTerminal, InstantSource clock) {
        this.task = task;
        this.err = err;
        this.isTerminal = isTerminal;
        this.clock = clock;
        this.start = clock.instant();
        this.lastLine = start;
    }

    private ProgressBar begun(long total) {
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(total)
                    .startsFrom(0, Duration.between(start, clock.instant()))
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .hideEta() // that of the bar counts from when it was first drawn, and what was there before
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
    public void begin(long known, long total) {
        already = known;
        start = clock.instant();
        lastLine = start;
    }

    @Override
    public void report(long done, long total) {
        Duration elapsed = Duration.between(start, clock.instant());
        String pace = new Pace(already, done, total, elapsed).words();
        if (isTerminal && elapsed.compareTo(UNTIL_THE_BAR) >= 0) {
            begun(total).setExtraMessage(pace).maxHint(total).stepTo(done);
        } else if (!isTerminal && Duration.between(lastLine, clock.instant()).compareTo(BETWEEN_LINES) >= 0) {
            err.println(
                    "modeq: " + task + ": " + done + " of " + total + " done" + (pace.isEmpty() ? "" : ", " + pace));
            err.flush();
            lastLine = clock.instant();
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
