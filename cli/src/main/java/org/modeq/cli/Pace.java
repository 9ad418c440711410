package org.modeq.cli;

import java.time.Duration;
import java.util.Locale;

/**
 * How fast a work goes: pieces that were there when it began do not count.
 *
 * @param already the pieces that were done before
 * @param done the pieces that are done
 * @param total all pieces
 * @param elapsed since the work began
 */
record Pace(long already, long done, long total, Duration elapsed) {
    private static final double SECONDS_OF_A_MINUTE = 60;
    private static final double SECONDS_OF_AN_HOUR = 3600;

    /** The pieces in a second; 0 before the first. */
    double rate() {
        double seconds = elapsed.toNanos() * 1e-9;
        return seconds > 0 ? Math.max(0, done - already) / seconds : 0;
    }

    /** The rate and the time that is left, as {@code 3.2/s, 2 min 30 s left}; nothing before the first piece. */
    String words() {
        if (rate() == 0) {
            return "";
        }
        String rate = rate() >= 1 ? number(rate()) + "/s" : number(rate() * SECONDS_OF_A_MINUTE) + "/min";
        return rate + ", " + duration(Math.max(0, total - done) / rate()) + " left";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
    }

    private static String duration(double seconds) {
        long rounded = Math.round(seconds);
        if (rounded < SECONDS_OF_A_MINUTE) {
            return rounded + " s";
        }
        if (rounded < SECONDS_OF_AN_HOUR) {
            return rounded / 60 + " min " + rounded % 60 + " s";
        }
        return rounded / 3600 + " h " + rounded % 3600 / 60 + " min";
    }
}
