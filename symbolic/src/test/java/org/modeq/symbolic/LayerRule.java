package org.modeq.symbolic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which package may import what: reads the import lines of the sources of a module and names every one that its table
 * does not allow. Used by the LayersTest of each module.
 */
public final class LayerRule {
    private static final Pattern IMPORT = Pattern.compile("^import (?:static )?([\\w.]+);", Pattern.MULTILINE);
    private static final int LONGEST_FILE = 400;

    private final Path sources;
    private final Map<String, List<String>> allowed = new TreeMap<>();

    /** The rule of the module whose root package is given, with its sources under src/main/java. */
    public LayerRule(String rootPackage) {
        this.sources = Path.of("src", "main", "java").resolve(rootPackage.replace('.', '/'));
    }

    /** Allows the classes of a package (a path below the root package) to import what begins with the prefixes. */
    public LayerRule allow(String layer, String... prefixes) {
        allowed.put(layer, List.of(prefixes));
        return this;
    }

    /** Every violation in words; empty if the module keeps to its table. */
    public List<String> violations() {
        List<String> violations = new ArrayList<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                check(file, violations);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return violations;
    }

    private void check(Path file, List<String> violations) throws IOException {
        Path folder = sources.relativize(file).getParent();
        String layer = folder == null ? "" : folder.toString().replace('/', '.').replace('\\', '.');
        List<String> prefixes = allowed.get(layer);
        if (prefixes == null) {
            violations.add(file + " is in the package '" + layer + "', which the table does not name");
            return;
        }
        String text = Files.readString(file);
        Matcher imports = IMPORT.matcher(text);
        while (imports.find()) {
            String name = imports.group(1);
            boolean fine = name.startsWith("java.")
                    || name.startsWith("org.jspecify.")
                    || prefixes.stream().anyMatch(name::startsWith);
            if (!fine) {
                violations.add(file + " imports " + name);
            }
        }
        if (text.lines().count() > LONGEST_FILE) {
            violations.add(file + " has more than " + LONGEST_FILE + " lines");
        }
        if (!Files.exists(file.resolveSibling("package-info.java"))) {
            violations.add(file.getParent() + " has no page package-info.java");
        }
    }
}
