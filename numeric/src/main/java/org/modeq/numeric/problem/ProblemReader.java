package org.modeq.numeric.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.modeq.symbolic.symja.ConcreteFields;
import org.modeq.symbolic.tree.Colour;

/** Reads problem files. Every key and value is checked; an error names the file, the place, and what was expected. */
public final class ProblemReader {
    private static final List<String> FORMULA_KEYS = List.of("variables", "losses", "fields");
    private static final List<String> KEYS = List.of("variables", "losses", "fields", "point", "model", "data");
    private static final Pattern VARIABLE = Pattern.compile("\\p{L}[\\p{L}\\p{Nd}_]*");
    private static final int MOST_VARIABLES = 100;
    private static final int LONGEST_EXPONENT = 1000;

    private final String file;

    private ProblemReader(String file) {
        this.file = file;
    }

    /**
     * Reads a problem. The first one given by formulas starts the computer algebra system.
     *
     * @param path the file
     * @return the problem
     * @throws IllegalArgumentException if there is no such file or it is not a problem file, or the same holds of the data
     *     that it names
     */
    public static Problem read(Path path) {
        JsonNode root = YamlFile.read(path);
        YamlNode node = YamlNode.root(path.toString(), root);
        boolean isNetwork = root.has("model") || root.has("data");
        for (String key : FORMULA_KEYS) {
            if (isNetwork && root.has(key)) {
                throw node.error(
                        "has '" + (root.has("model") ? "model" : "data") + "' and '" + key
                                + "', expected a network (model, data, point) or formulas (variables, losses or fields, point)");
            }
        }
        if (isNetwork) {
            return new ModelReader(node, path).problem();
        }
        node.requireKeys(
                KEYS,
                "expected the keys variables, losses or fields, point, or those of a network: model, data, point");
        return new ProblemReader(path.toString()).problem(root);
    }

    private FormulaProblem problem(JsonNode root) {
        List<String> variables = variables(root.path("variables"));
        if (root.has("losses") == root.has("fields")) {
            throw error((root.has("losses") ? "has both losses and fields" : "has neither losses nor fields")
                    + ", expected one of them, as in losses: {L: \"x^2\"}");
        }
        Supplier<ConcreteFields> fields;
        if (root.has("losses")) {
            SortedMap<Colour, String> losses = losses(root.path("losses"));
            fields = () -> ConcreteFields.ofLosses(variables, losses);
        } else {
            SortedMap<Colour, List<String>> components = fields(root.path("fields"), variables);
            fields = () -> ConcreteFields.ofComponents(variables, components);
        }
        List<String> point = point(root.path("point"), variables);
        try {
            return new FormulaProblem(file, fields.get(), point);
        } catch (IllegalArgumentException badFormula) {
            throw error(badFormula.getMessage(), badFormula);
        }
    }

    private List<String> variables(JsonNode node) {
        if (!node.isArray() || node.isEmpty() || node.size() > MOST_VARIABLES) {
            throw error("needs 'variables' as a list of 1 to " + MOST_VARIABLES + " names, as in variables: [x, y]");
        }
        List<String> variables = new ArrayList<>();
        for (JsonNode variable : node) {
            if (!variable.isTextual() || !VARIABLE.matcher(variable.asText()).matches()) {
                throw error("names a variable '" + variable.asText()
                        + "', expected a letter followed by letters and digits; quote words such as \"no\"");
            }
            if (variables.contains(variable.asText())) {
                throw error("names the variable '" + variable.asText() + "' twice; give each a name of its own");
            }
            variables.add(variable.asText());
        }
        return variables;
    }

    private SortedMap<Colour, String> losses(JsonNode node) {
        requireNames(node, "losses", "losses: {A: \"x^3/3 - x*y^2\"}");
        SortedMap<Colour, String> losses = new TreeMap<>();
        node.properties()
                .forEach(entry ->
                        losses.put(colour(entry.getKey()), formula(entry.getValue(), "the loss " + entry.getKey())));
        return losses;
    }

    private SortedMap<Colour, List<String>> fields(JsonNode node, List<String> variables) {
        requireNames(node, "fields", "fields: {f: [\"y\", \"-x\"]}");
        SortedMap<Colour, List<String>> fields = new TreeMap<>();
        node.properties().forEach(entry -> {
            String place = "the field " + entry.getKey();
            if (!entry.getValue().isArray()) {
                throw error("gives " + place + " not as a list; expected one formula for each of the variables "
                        + String.join(", ", variables));
            }
            List<String> components = new ArrayList<>();
            entry.getValue().forEach(component -> components.add(formula(component, place)));
            fields.put(colour(entry.getKey()), components);
        });
        return fields;
    }

    private void requireNames(JsonNode node, String key, String example) {
        if (!node.isObject() || node.isEmpty()) {
            throw error("needs '" + key + "' with at least one name and its formula, as in " + example);
        }
    }

    private Colour colour(String name) {
        try {
            return new Colour(name);
        } catch (IllegalArgumentException badName) {
            throw error("has a bad name: " + badName.getMessage(), badName);
        }
    }

    private String formula(JsonNode node, String place) {
        if (!node.isTextual() && !node.isNumber()) {
            throw error("has in " + place + " no formula but '" + node + "'; write it in quotes, as in \"x^2 + 1\"");
        }
        return node.isNumber() ? number(node, place) : node.asText();
    }

    private List<String> point(JsonNode node, List<String> variables) {
        String expected = "expected a list with one number for each of the variables " + String.join(", ", variables);
        if (node.isMissingNode()) {
            return List.of();
        }
        if (!node.isArray()) {
            throw error("has a point that is no list; " + expected + ", as in point: [1/2, -1/3]");
        }
        if (node.size() != variables.size()) {
            throw error("has a point of " + node.size() + " coordinates, " + expected);
        }
        List<String> point = new ArrayList<>();
        node.forEach(coordinate ->
                point.add(coordinate.isTextual() ? coordinate.asText() : number(coordinate, "the point")));
        return point;
    }

    /** A number as it is written, without an exponent. */
    private String number(JsonNode node, String place) {
        boolean isFinite = node.isIntegralNumber() || node.isBigDecimal();
        BigDecimal value = isFinite ? node.decimalValue() : BigDecimal.ZERO;
        if (!isFinite || Math.abs((long) value.scale()) > LONGEST_EXPONENT) {
            throw error("has in " + place + " the value '" + node.asText()
                    + "', expected a finite number such as 3, -1/2 or 0.25");
        }
        return value.toPlainString();
    }

    private IllegalArgumentException error(String message) {
        return new IllegalArgumentException("the file " + file + " " + message);
    }

    private IllegalArgumentException error(@Nullable String message, Exception cause) {
        return new IllegalArgumentException("the file " + file + ": " + message, cause);
    }
}
