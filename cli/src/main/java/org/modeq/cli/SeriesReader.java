package org.modeq.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.numeric.problem.MissingFile;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.RootedTree;

/** Reads a series as {@code derive --json} writes it: {@code {"order": N, "terms": [{"tree", "coefficient"}]}}. */
final class SeriesReader {
    private static final long LARGEST_FILE = 64 << 20;
    private static final int HIGHEST_ORDER = 20;

    private final Path file;

    private SeriesReader(Path file) {
        this.file = file;
    }

    /**
     * The field Σ coefficient · F(tree) of a file.
     *
     * @param file the file
     * @return the field, known to the order that the file says
     * @throws IllegalArgumentException if there is no such file or it holds no series
     */
    static BSeriesField<Rational> read(Path file) {
        return new SeriesReader(file).series();
    }

    private BSeriesField<Rational> series() {
        JsonNode root = root();
        int order = root.path("order").asInt(0);
        if (order < 1 || order > HIGHEST_ORDER || !root.path("terms").isArray()) {
            throw error("has no \"order\" from 1 to " + HIGHEST_ORDER + " or no list of \"terms\"");
        }
        SortedMap<RootedTree, Rational> coefficients = new TreeMap<>();
        int number = 0;
        for (JsonNode term : root.path("terms")) {
            number++;
            RootedTree tree = tree(term, number);
            if (tree.order() > order) {
                throw error("has in term " + number + " the tree " + tree + " of order " + tree.order()
                        + " beyond its order " + order);
            }
            Rational symmetry = Rational.of(tree.symmetry(), BigInteger.ONE);
            if (coefficients.put(tree, coefficient(term, number).multiply(symmetry)) != null) {
                throw error("has the tree " + tree + " twice");
            }
        }
        return BSeriesField.of(order, coefficients);
    }

    private JsonNode root() {
        try {
            if (!Files.isRegularFile(file)) {
                throw MissingFile.of(file);
            }
            if (Files.size(file) > LARGEST_FILE) {
                throw error("is larger than " + (LARGEST_FILE >> 20) + " MiB");
            }
            return JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build()
                    .readTree(Files.readString(file));
        } catch (JsonProcessingException malformed) {
            throw error("is not JSON (" + malformed.getOriginalMessage() + ")");
        } catch (IOException unreadable) {
            throw error("cannot be read as text");
        }
    }

    private RootedTree tree(JsonNode term, int number) {
        try {
            return RootedTree.parse(term.path("tree").asText());
        } catch (IllegalArgumentException noTree) {
            throw error("has in term " + number + " no tree: " + noTree.getMessage());
        }
    }

    private Rational coefficient(JsonNode term, int number) {
        try {
            return Rational.parse(term.path("coefficient").asText());
        } catch (IllegalArgumentException | ArithmeticException noNumber) {
            throw error("has in term " + number + " the coefficient '"
                    + term.path("coefficient").asText() + "', which is no fraction such as \"-1/2\"");
        }
    }

    private IllegalArgumentException error(String what) {
        return new IllegalArgumentException("the file " + file + " " + what
                + "; expected a series as 'modeq derive METHOD --order N --json' writes it");
    }
}
