package org.modeq.cli;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.modeq.numeric.problem.YamlFile;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.NearestWord;
import org.modeq.symbolic.method.RungeKutta;
import org.modeq.symbolic.method.Tableau;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/**
 * Reads Runge–Kutta tableaus from YAML or JSON: {@code a} and {@code b} of a method of one field, or {@code fields} with
 * an {@code a} and a {@code b} for each field of an additive or partitioned method. Numbers are fractions as written.
 */
final class TableauReader {
    private static final int MOST_STAGES = 200;

    private final Path file;

    private TableauReader(Path file) {
        this.file = file;
    }

    static Method<Rational> read(Path file) {
        return new TableauReader(file).method(YamlFile.read(file));
    }

    private Method<Rational> method(JsonNode root) {
        requireKeys(root, Set.of("name", "a", "b", "fields"));
        String fileName = String.valueOf(file.getFileName());
        String name = root.path("name").asText(fileName.replaceFirst("[.][^.]*$", ""));
        SortedMap<Colour, Tableau<Rational>> tableaus = new TreeMap<>();
        if (root.has("fields")) {
            if (!root.path("fields").isObject() || root.has("a") || root.has("b")) {
                throw error("expected 'fields:' with the tableau of each field, and then no 'a' and 'b' beside it");
            }
            root.path("fields").properties().forEach(entry -> {
                requireKeys(entry.getValue(), Set.of("a", "b"));
                tableaus.put(new Colour(entry.getKey()), tableau(entry.getValue()));
            });
        } else {
            tableaus.put(Colour.F, tableau(root));
        }
        return new RungeKutta<>(
                "rk:" + name,
                "θ ← θ + h Σ b_i f(Y_i), Y_i = θ + h Σ a_il f(Y_l)",
                RATIONALS,
                tableaus,
                new TreeMap<>());
    }

    private Tableau<Rational> tableau(JsonNode node) {
        if (!node.path("a").isArray()
                || !node.path("b").isArray()
                || node.path("b").size() > MOST_STAGES) {
            throw error("expected 'a' as a list of rows and 'b' as a list of at most " + MOST_STAGES + " numbers");
        }
        List<List<Rational>> rows = new ArrayList<>();
        node.path("a").forEach(row -> rows.add(numbers(row)));
        List<Rational> weights = numbers(node.path("b"));
        Tableau<Rational> tableau;
        try {
            tableau = new Tableau<>(rows, weights);
        } catch (IllegalArgumentException badShape) {
            throw error(badShape.getMessage());
        }
        Rational sum = tableau.weightSum(RATIONALS);
        if (!sum.equals(Rational.ONE)) {
            throw error("the weights b add up to " + sum + ", expected 1: the method is not consistent");
        }
        return tableau;
    }

    private List<Rational> numbers(JsonNode row) {
        List<Rational> numbers = new ArrayList<>();
        for (JsonNode number : row) {
            try {
                numbers.add(Rational.parse(number.asText()));
            } catch (IllegalArgumentException notRational) {
                throw error(notRational.getMessage());
            }
        }
        return numbers;
    }

    private void requireKeys(JsonNode node, Set<String> keys) {
        if (!node.isObject()) {
            throw error("expected the keys a and b, or fields");
        }
        node.fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                throw error("unknown key '" + key + "', expected one of "
                        + String.join(", ", keys.stream().sorted().toList()) + NearestWord.hint(key, keys));
            }
        });
    }

    private IllegalArgumentException error(@Nullable String message) {
        return new IllegalArgumentException("the tableau " + file + ": " + message);
    }
}
