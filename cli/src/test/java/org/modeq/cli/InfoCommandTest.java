package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The command info")
class InfoCommandTest {
    @Test
    @DisplayName("names versions, memory, the kernel and those found, and the threads, a line each")
    void text() {
        Run run = Run.ofLine("info");
        assertEquals(0, run.exitCode());
        assertEquals(
                List.of("modeq", "Java", "vendor", "system", "memory", "kernel", "found", "threads"),
                run.out().lines().map(line -> line.split(" ", 2)[0]).toList());
        assertTrue(run.out().contains("Java     " + System.getProperty("java.version")), run.out());
        assertEquals("", run.err());
    }

    @Test
    @DisplayName("gives the same as JSON")
    void json() throws IOException {
        JsonNode json = Run.ofLine("info --json").json();
        assertEquals(1, json.path("schema").asInt());
        assertEquals(
                System.getProperty("java.version"),
                json.path("java").path("version").asText());
        assertTrue(json.path("memory").asLong() > 0);
        assertTrue(json.path("kernel").path("width").asInt() >= 1);
        JsonNode found = json.path("kernel").path("found");
        assertEquals("plain", found.get(found.size() - 1).asText());
        assertTrue(json.path("threads").asInt() >= 1);
    }

    @Test
    @DisplayName("refuses other formats")
    void format() {
        Run run = Run.ofLine("info --format latex");
        assertEquals(2, run.exitCode());
        assertEquals(
                "modeq: unknown format 'latex', expected text or json",
                run.err().strip());
    }
}
