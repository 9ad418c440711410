package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;

@DisplayName("A file with a tableau")
class TableauReaderTest {
    @TempDir
    private Path folder;

    private Method<Rational> read(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return TableauReader.read(file);
    }

    private static Object field(Method<Rational> method) {
        return ModifiedEquation.of(method, 6).field();
    }

    @Test
    @DisplayName("gives the method of its numbers, in YAML and in JSON")
    void tableau() throws IOException {
        Method<Rational> yaml = read("my-heun.yaml", "a: [[0, 0], [1, 0]]\nb: [1/2, 1/2]\n");
        assertEquals("rk:my-heun", yaml.name());
        assertEquals(field(Methods.parseRational("rk:heun")), field(yaml));
        Method<Rational> json = read("x.json", "{\"name\": \"mine\", \"a\": [[\"1/2\"]], \"b\": [1]}");
        assertEquals("rk:mine", json.name());
        assertEquals(field(Methods.parseRational("rk:implicit-midpoint")), field(json));
    }

    @Test
    @DisplayName("of a partitioned method has a tableau for each field")
    void partitioned() throws IOException {
        Method<Rational> method =
                read("s.yaml", "fields: {p: {a: [[1]], b: [1]}, q: {a: [[0]], b: [1]}}\nname: symplectic\n");
        assertEquals(field(Methods.parseRational("symplectic-euler")), field(method));
    }

    @ParameterizedTest(name = "with {0} is refused: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a: [[0]]; 'b' as a list",
                "a: [[0]], b: [2]; add up to 2",
                "a: [[0, 0]], b: [1]; as many rows and columns",
                "a: [[0]], b: [one]; not a rational number",
                "a: [[0]], b: [1], c: [0]; unknown key 'c'",
                "a: [[0]], b: [1], fields: {}; no 'a' and 'b' beside it",
                "fields: 3; 'fields:' with the tableau",
                "fields: {p: {a: [[0]], b: [1]}, q: {a: [[0, 0], [0, 0]], b: [0, 1]}}; same number of stages",
                "fields: {}; at least one field",
                "a: [[0]], b: [1], a: [[1]]; uplicate"
            })
    void refused(String text, String expected) {
        String message = assertThrows(IllegalArgumentException.class, () -> read("bad.yaml", "{" + text + "}"))
                .getMessage();
        assertTrue(message.contains(expected), message);
        assertEquals(message.indexOf("bad.yaml"), message.lastIndexOf("bad.yaml"), message);
    }
}
