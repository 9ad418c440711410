package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Python with a library. MODEQ_PYTHON and MODEQ_JAX_PYTHON name interpreters; otherwise python3 of the path is tried, and that
 * of the system.
 */
final class Python {
    private static final Map<String, Optional<String>> INTERPRETERS = new ConcurrentHashMap<>();

    private Python() {}

    /** Runs jobs of {@code exported.py} and reads what they print, one value each; skips the test where the library is missing. */
    static JsonNode run(Path folder, String language, List<String> jobs) throws IOException {
        String library = language.equals("jax") ? "jax" : "torch";
        Optional<String> interpreter = INTERPRETERS.computeIfAbsent(library, Python::with);
        assumeTrue(
                interpreter.isPresent(),
                "skipped: no python3 has " + library + "; install it (Debian: python3-torch, or pip install jax)");
        Path script = folder.resolve("exported.py");
        try (InputStream stream = Objects.requireNonNull(Python.class.getResourceAsStream("exported.py"))) {
            Files.write(script, stream.readAllBytes());
        }
        List<String> words =
                new ArrayList<>(List.of(interpreter.get(), "-W", "error::SyntaxWarning", script.toString(), language));
        words.addAll(jobs);
        Path out = folder.resolve("out.json");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(words)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertEquals(0, exitCode(process), () -> text(err));
        return new ObjectMapper().readTree(out.toFile());
    }

    private static Optional<String> with(String library) {
        String given = System.getenv(library.equals("jax") ? "MODEQ_JAX_PYTHON" : "MODEQ_PYTHON");
        return Stream.of(Optional.ofNullable(given).orElse("python3"), "python3", "/usr/bin/python3")
                .filter(interpreter -> imports(interpreter, library))
                .findFirst();
    }

    private static boolean imports(String interpreter, String library) {
        try {
            return exitCode(new ProcessBuilder(interpreter, "-c", "import " + library)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start())
                    == 0;
        } catch (IOException noInterpreter) {
            return false;
        }
    }

    private static int exitCode(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
