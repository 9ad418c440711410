package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("modeq order-conditions")
class OrderConditionsCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String line) {
        return Main.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                line.split(" ", -1));
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("lists the equations for the sizes")
    void conditions() {
        assertEquals(Main.DONE, run("order-conditions A,B,A --order 2"));
        assertEquals("""
                the exact flows of A,B,A with the sizes a1, b1, …, the first acting first; order 2
                [f,g] = g′f − f′g

                order  bracket  condition
                1      A        a1+a2 = 1
                1      B        b1 = 1
                2      [A,B]    1/2*a1*b1-1/2*a2*b1 = 0
                """, output());
    }

    @Test
    @DisplayName("writes them as JSON")
    void json() {
        assertEquals(Main.DONE, run("order-conditions A,B --order 2 --json"));
        assertTrue(output().contains("\"left\" : \"1/2*a1*b1\""), output());
        assertTrue(output().contains("\"word\" : \"AB\""), output());
    }

    @Test
    @DisplayName("finds the shortest sequences without brackets")
    void search() {
        assertEquals(Main.DONE, run("order-conditions A,B --search 5 --sizes 1,1/2 --flows --order 2"));
        assertEquals("""
                no bracket up to  steps  sequence
                h^1               3      A/2,B,A/2
                """, output());
        out.reset();
        assertEquals(Main.DONE, run("order-conditions A,B --search 4 --json --order 2"));
        assertTrue(output().contains("\"sequence\" : \"A,B,B,A\""), output());
        out.reset();
        assertEquals(Main.DONE, run("order-conditions A,B --search 3 --order 2"));
        assertEquals("no such sequence of at most 3 steps\n", output());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "order-conditions; given no A,B,...",
                "order-conditions A,,B; expected a letter",
                "order-conditions 1,2; expected a letter",
                "order-conditions A,a; differ by more than case",
                "order-conditions A,B --order 0; order of at least 1",
                "order-conditions A,B --search 40; shorter words",
                "order-conditions A,B --search 4 --sizes x; 'x'",
                "order-conditions A,A --search 4; each once",
                "order-conditions A,B --format latex; expected text or json"
            })
    @DisplayName("answers bad input with one line")
    void badInput(String line, String message) {
        assertEquals(Main.BAD_INPUT, run(line));
        String answer = err.toString(StandardCharsets.UTF_8);
        assertTrue(answer.contains(message), answer);
        assertEquals(1, answer.lines().count(), answer);
        assertEquals("", output());
    }
}
