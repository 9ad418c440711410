package org.modeq.numeric.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * The door through which YAML comes in: at most 1 MiB, 20 levels of nesting and 20 aliases, no key twice. Decimal
 * numbers keep every digit.
 */
public final class YamlFile {
    private static final int LARGEST_FILE = 1 << 20;
    private static final int DEEPEST = 20;
    private static final int MOST_ALIASES = 20;

    private YamlFile() {}

    /**
     * Reads a file.
     *
     * @param path the file
     * @return its root
     * @throws IllegalArgumentException if there is no such file or it is not YAML within the bounds
     */
    public static JsonNode read(Path path) {
        if (!Files.isRegularFile(path)) {
            throw MissingFile.of(path);
        }
        try (InputStream stream = Files.newInputStream(path)) {
            return read(stream, path.toString());
        } catch (IOException failure) {
            throw new IllegalArgumentException("cannot read '" + path + "'; name a file that can be read", failure);
        }
    }

    /**
     * Reads YAML from a stream.
     *
     * @param stream the text
     * @param name how errors call it
     * @return its root
     * @throws IllegalArgumentException if it is not YAML within the bounds
     */
    public static JsonNode read(InputStream stream, String name) {
        try {
            byte[] bytes = stream.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw new IllegalArgumentException("the file " + name + " is larger than 1 MiB; split it");
            }
            return mapper().readTree(bytes);
        } catch (JsonProcessingException notYaml) {
            String reason = notYaml.getOriginalMessage().lines().findFirst().orElse("");
            String line = notYaml.getLocation() == null
                    ? "?"
                    : Integer.toString(notYaml.getLocation().getLineNr());
            throw new IllegalArgumentException(
                    "the file " + name + " is not YAML: " + reason + " at line " + line, notYaml);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ObjectMapper mapper() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(LARGEST_FILE);
        YAMLFactory factory = YAMLFactory.builder().loaderOptions(options).build();
        return new ObjectMapper(factory)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
    }
}
