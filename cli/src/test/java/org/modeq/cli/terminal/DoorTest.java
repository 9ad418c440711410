package org.modeq.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.modeq.cli.terminal.Door.Content;

@DisplayName("The door")
class DoorTest {
    private static final Terminal COLOURS = new Terminal(false, 100, true);

    private static String through(Terminal terminal, Content content, String... pages) throws IOException {
        StringWriter behind = new StringWriter();
        try (Door door = new Door(behind, terminal)) {
            door.open(content, terminal.columns());
            for (String page : pages) {
                door.write(page);
                door.flush();
            }
        }
        return behind.toString();
    }

    @Nested
    @DisplayName("to a terminal of ASCII")
    class OfAscii {
        private final Terminal ascii = new Terminal(true, 40, false);

        @Test
        @DisplayName("keeps the columns of a table below each other")
        void columns() throws IOException {
            assertEquals("""
                    tree  F(t)                     beta
                    f     grad L                   1
                    f[f]  grad^2 L grad L          -1/2
                    f[    grad^3 L[grad L,grad L]  beta^2
                      a remark

                    x  y
                    """, through(ascii, Content.TEXT, """
                            tree  F(t)        β
                            f     ∇L          1
                            f[f]  ∇²L ∇L      −1/2
                            f[    ∇³L[∇L,∇L]  β²
                              a remark

                            x  y
                            """));
        }

        @Test
        @DisplayName("breaks a line that was narrow enough before a sign, and never within brackets")
        void breaks() throws IOException {
            assertEquals("""
                    theta' = -grad L - 1/2 h grad^2 L grad L
                          + h^2 grad^3 L[grad L,grad L]
                    """, through(ascii, Content.TEXT, "θ̇ = −∇L − 1/2 h ∇²L ∇L + h² ∇³L[∇L,∇L]\n"));
        }

        @Test
        @DisplayName("breaks prose at a space, and leaves what nothing can be done about")
        void prose() throws IOException {
            assertEquals(
                    "a word and alpha beta gamma delta\n      epsilon zeta\n",
                    through(ascii, Content.TEXT, "a word and α β γ δ ε ζ\n"));
            String word = "∇".repeat(15);
            assertEquals(
                    "grad ".repeat(15).strip().replaceFirst("^((?:grad ){7}grad) ", "$1\n      "),
                    through(ascii, Content.TEXT, word));
        }

        @Test
        @DisplayName("names the characters of JSON by their numbers, and leaves sources alone")
        void json() throws IOException {
            assertEquals("{\"L\\u0303\": \"\\ud835\\udd3c\"}", through(ascii, Content.JSON, "{\"L̃\": \"𝔼\"}"));
            assertEquals("% θ̇\n", through(ascii, Content.SOURCE, "% θ̇\n"));
        }
    }

    @Nested
    @DisplayName("to a terminal with colours")
    class WithColours {
        @Test
        @DisplayName("paints headings, powers of h and verdicts, and nothing else")
        void paints() throws IOException {
            assertEquals(
                    """
                    [1mgd, order 2[0m
                    θ̇ = −∇L − 1/2 [34mh[0m ∇²L ∇L + O([34mh²[0m)

                    [1mpower  tree[0m
                    [34mh³[0m     f

                    A paper
                      [32mproved[0m  a claim of h(x) and --help
                      [31mrefuted[0m a claim
                    """.replace("[1m", "\u001b[1m").replace("[3", "\u001b[3").replace("[0m", "\u001b[0m"),
                    through(COLOURS, Content.TEXT, """
                            gd, order 2
                            θ̇ = −∇L − 1/2 h ∇²L ∇L + O(h²)

                            power  tree
                            h³     f

                            A paper
                              proved  a claim of h(x) and --help
                              refuted a claim
                            """));
        }

        @Test
        @DisplayName("paints no JSON")
        void json() throws IOException {
            assertEquals("{\"h\": 1}", through(COLOURS, Content.JSON, "{\"h\": 1}"));
        }
    }

    @Test
    @DisplayName("lets a text through as it is where nothing need be rewritten")
    void plain() throws IOException {
        assertEquals("θ̇ = −∇L\n", through(Terminal.PLAIN, Content.TEXT, "θ̇ = ", "−∇L\n"));
    }
}
