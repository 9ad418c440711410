package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The command explore")
class ExploreCommandTest {
    @Test
    @DisplayName("lets its page have what a command writes, or the line with which it refuses")
    void output() {
        assertEquals(
                Run.ofLine("derive gd --order 3 --json").out(),
                ExploreCommand.output(List.of("derive", "gd", "--order", "3", "--json")));
        String refusal = assertThrows(
                        IllegalArgumentException.class, () -> ExploreCommand.output(List.of("derive", "gdd")))
                .getMessage();
        assertTrue(refusal.startsWith("unknown method 'gdd'"), refusal);
    }

    @Test
    @DisplayName("refuses a port that there is not")
    void port() {
        Run run = Run.ofLine("explore --port 70000");
        assertEquals(Main.BAD_INPUT, run.exitCode());
        assertTrue(run.err().contains("expected 0 to 65535"), run.err());
    }
}
