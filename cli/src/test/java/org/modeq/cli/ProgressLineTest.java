package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The line of progress")
class ProgressLineTest {
    private final StringWriter err = new StringWriter();
    private Instant now = Instant.EPOCH;
    private final InstantSource clock = () -> now;

    private ProgressLine line(boolean isTerminal) {
        return new ProgressLine("sweep", new PrintWriter(err, true), isTerminal, clock);
    }

    private void pass(int seconds) {
        now = now.plusSeconds(seconds);
    }

    @Test
    @DisplayName("comes once a minute where there is no terminal, with rate and time left")
    void onceAMinute() {
        try (ProgressLine line = line(false)) {
            pass(30);
            line.report(60, 600);
            assertEquals("", err.toString());
            pass(30);
            line.report(120, 600);
            pass(59);
            line.report(240, 600);
            pass(1);
            line.report(240, 600);
        }
        assertEquals(
                "modeq: sweep: 120 of 600 done, 2.0/s, 4 min 0 s left\nmodeq: sweep: 240 of 600 done, 2.0/s, 3 min 0 s left\n",
                err.toString().replace("\r", ""));
    }

    @Test
    @DisplayName("does not count as speed what was there when the work began")
    void resumed() {
        try (ProgressLine line = line(false)) {
            pass(1000);
            line.begin(500, 600);
            pass(60);
            line.report(506, 600);
        }
        assertEquals("modeq: sweep: 506 of 600 done, 6.0/min, 15 min 40 s left\n", err.toString());
    }

    @Test
    @DisplayName("is a bar on a terminal, after two seconds, with the same words")
    void bar() {
        try (ProgressLine line = line(true)) {
            pass(1);
            line.report(1, 12);
            assertEquals("", err.toString());
            pass(2);
            line.report(3, 12);
        }
        assertTrue(err.toString().contains("1.0/s, 9 s left"), err.toString());
    }

    @ParameterizedTest(name = "{1} of {2} after {3} s, {0} of them before: {4}")
    @CsvSource(
            delimiter = ';',
            value = {
                "0; 0; 10; 5; ''",
                "7; 7; 10; 5; ''",
                "0; 5; 10; 5; 1.0/s, 5 s left",
                "0; 1000; 1000; 10; 100/s, 0 s left",
                "0; 1; 200; 60; 1.0/min, 3 h 19 min left",
                "0; 1; 2; 0; ''",
            })
    void pace(long already, long done, long total, int seconds, String words) {
        assertEquals(words, new Pace(already, done, total, Duration.ofSeconds(seconds)).words());
    }
}
