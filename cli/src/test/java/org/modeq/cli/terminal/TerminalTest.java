package org.modeq.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A terminal")
class TerminalTest {
    private static final String UNICODE = "LANG=en_GB.UTF-8";

    private static Map<String, String> map(String pairs) {
        return Arrays.stream(pairs.split(" "))
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", -1))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static Terminal of(String environment, String properties) {
        return Terminal.of(map(environment), name -> map(properties).getOrDefault(name, ""));
    }

    @ParameterizedTest(name = "with {0} and Java''s {1} has ASCII alone: {2}")
    @CsvSource({
        "LC_ALL=C, native.encoding=UTF-8, true",
        "LC_ALL=POSIX LANG=de_DE.UTF-8, native.encoding=UTF-8, true",
        "LC_ALL= LC_CTYPE= LANG=C, '', true",
        "LC_CTYPE=C LANG=de_DE.UTF-8, '', true",
        "LANG=C.UTF-8, native.encoding=ANSI_X3.4-1968, false",
        "LANG=fr_FR.utf8@euro, native.encoding=ANSI_X3.4-1968, false",
        "LC_ALL=fr_FR.ISO-8859-1 LANG=C.UTF-8, native.encoding=UTF-8, true",
        "LANG=fr_FR, native.encoding=ISO-8859-1, true",
        "LANG=fr_FR, native.encoding=UTF-8, false",
        "'', native.encoding=ANSI_X3.4-1968, false",
        "'', native.encoding=Cp1252 stdout.encoding=UTF-8, false",
        "'', native.encoding=UTF-8 stdout.encoding=Cp1252, true"
    })
    void charset(String environment, String properties, boolean isAscii) {
        assertEquals(isAscii, of(environment, properties).isAscii());
    }

    @ParameterizedTest(name = "with {0} and what the launcher found, {1}, has {2} columns")
    @CsvSource({
        "'', '', 100",
        "'', modeq.columns=132, 132",
        "COLUMNS=80, modeq.columns=132, 80",
        "COLUMNS=many, '', 100",
        "COLUMNS=0, modeq.columns=72, 72",
        "COLUMNS=3, '', 100"
    })
    void width(String environment, String properties, int columns) {
        assertEquals(columns, of(environment, properties).columns());
    }

    @Nested
    @DisplayName("has colours")
    class Colours {
        private final Terminal terminal = of(UNICODE, "modeq.colours=true");
        private final Terminal pipe = of(UNICODE, "");

        @Test
        @DisplayName("if it is one, and a pipe has none")
        void onTerminalsOnly() {
            assertTrue(terminal.isColoured());
            assertFalse(pipe.isColoured());
        }

        @Test
        @DisplayName("never with NO_COLOR or as a dumb one")
        void never() {
            assertFalse(of(UNICODE + " NO_COLOR=1", "modeq.colours=true").isColoured());
            assertTrue(of(UNICODE + " NO_COLOR=", "modeq.colours=true").isColoured());
            assertFalse(of(UNICODE + " TERM=dumb", "modeq.colours=true").isColoured());
        }

        @Test
        @DisplayName("as it is asked to, by the last option that says so")
        void asked() {
            assertTrue(pipe.asked(List.of("derive", "gd", "--colour", "always")).isColoured());
            assertTrue(pipe.asked(List.of("--color=always")).isColoured());
            assertFalse(terminal.asked(List.of("--colour=never")).isColoured());
            assertFalse(terminal.asked(List.of("--colour=always", "--colour", "never"))
                    .isColoured());
            assertTrue(terminal.asked(List.of("--colour=auto")).isColoured());
            assertTrue(terminal.asked(List.of("--colour")).isColoured());
            assertThrows(IllegalArgumentException.class, () -> ColourChoice.parse("red"));
        }

        @Test
        @DisplayName("and ASCII if that is asked for")
        void ascii() {
            assertTrue(terminal.asked(List.of("derive", "gd", "--ascii")).isAscii());
            assertFalse(terminal.asked(List.of("derive", "gd")).isAscii());
        }
    }
}
