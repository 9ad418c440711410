package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pages of theory")
class TheoryPagesTest {
    @Test
    @DisplayName("are those of the packages; 'java cli/src/test/java/org/modeq/cli/TheoryPages.java' writes them anew")
    void upToDate() throws IOException {
        Path folder = Path.of("..", "docs", "theory");
        SortedMap<String, String> pages = TheoryPages.of(Path.of(".."));
        String[] names = folder.toFile().list();
        assertEquals(pages.keySet(), new TreeSet<>(Arrays.asList(names == null ? new String[0] : names)));
        for (String name : pages.keySet()) {
            assertEquals(pages.get(name), Files.readString(folder.resolve(name)), name);
        }
    }
}
