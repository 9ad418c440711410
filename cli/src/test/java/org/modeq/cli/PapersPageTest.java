package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page of papers")
class PapersPageTest {
    @Test
    @DisplayName("has the verdicts of today; docs/README.md says how to write it anew")
    void verdicts() throws IOException {
        assertEquals(PapersPage.text(), Files.readString(Path.of("..", "docs", "papers.md")));
    }
}
