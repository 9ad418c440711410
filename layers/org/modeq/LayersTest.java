package org.modeq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Reads the import lines of the sources of the module it runs in; the table of the house stands in layers.txt. */
@DisplayName("The house")
class LayersTest {
    private static final List<Path> SOURCES = Stream.of("main", "vector")
            .map(root -> Path.of("src", root, "java", "org", "modeq"))
            .filter(Files::exists)
            .toList();
    private static final Path TABLE = Path.of("..", "layers", "layers.txt");
    private static final Pattern IMPORT = Pattern.compile("^import (?:static )?([\\w.]+);", Pattern.MULTILINE);
    private static final int LONGEST_FILE = 400;

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path root : SOURCES) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(path -> path.toString().endsWith(".java")).sorted().forEach(sources::add);
            }
        }
        return sources;
    }

    private static String packageOf(Path file) {
        return inItsRoot(file).getParent().toString().replaceAll("[/\\\\]", ".");
    }

    private static Path inItsRoot(Path file) {
        return SOURCES.stream()
                .filter(file::startsWith)
                .map(root -> root.relativize(file))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, List<String>> table() throws IOException {
        Map<String, List<String>> table = new TreeMap<>();
        for (String line : Files.readAllLines(TABLE)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(":", 2);
                table.put(
                        parts[0],
                        Arrays.stream(parts[1].split(" ", -1))
                                .filter(name -> !name.isBlank())
                                .toList());
            }
        }
        return table;
    }

    private static boolean isBelow(String name, String prefix) {
        return name.startsWith(prefix + ".") || name.startsWith("org.modeq." + prefix + ".");
    }

    @Test
    @DisplayName("has packages that import only what the table allows them")
    void imports() throws IOException {
        Map<String, List<String>> table = table();
        List<String> violations = new ArrayList<>();
        for (Path file : sources()) {
            List<String> allowed = table.getOrDefault(packageOf(file), List.of());
            Matcher imports = IMPORT.matcher(Files.readString(file));
            while (imports.find()) {
                String name = imports.group(1);
                boolean fine = isBelow(name, "java")
                        || isBelow(name, "org.jspecify")
                        || isBelow(name, packageOf(file))
                        || allowed.stream().anyMatch(prefix -> isBelow(name, prefix));
                if (!fine) {
                    violations.add(file + " imports " + name);
                }
            }
        }
        assertEquals(List.of(), violations);
        assertFalse(sources().isEmpty());
    }

    @Test
    @DisplayName("has packages that stand in the table and have their page")
    void pages() throws IOException {
        Map<String, List<String>> table = table();
        List<String> violations = new ArrayList<>();
        for (Path file : sources()) {
            if (!table.containsKey(packageOf(file))) {
                violations.add(file + " is in a package that layers.txt does not name");
            }
            Path page = inItsRoot(file).resolveSibling("package-info.java");
            if (SOURCES.stream().noneMatch(root -> Files.exists(root.resolve(page)))) {
                violations.add(file + " is in a package without package-info.java");
            }
        }
        assertEquals(List.of(), violations);
    }

    @Test
    @DisplayName("has no file of more than 400 lines")
    void shortFiles() throws IOException {
        List<String> violations = new ArrayList<>();
        for (Path file : sources()) {
            if (Files.readAllLines(file).size() > LONGEST_FILE) {
                violations.add(file.toString());
            }
        }
        assertEquals(List.of(), violations);
    }
}
