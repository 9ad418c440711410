package org.modeq.proofs.claim;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.modeq.numeric.problem.YamlFile;
import org.modeq.symbolic.method.NearestWord;

/** Reads claim files. Every key and value is checked; an error names the file, the claim, and what was expected. */
public final class ClaimReader {
    private static final int HIGHEST_ORDER = 20;
    private static final Set<String> CLAIM_KEYS = Set.of(
            "id",
            "where",
            "printed",
            "kind",
            "method",
            "order",
            "clock",
            "parameters",
            "substeps",
            "step",
            "epsilon",
            "momentum",
            "of",
            "minus",
            "assume",
            "convention",
            "losses",
            "variables",
            "functions",
            "quantity",
            "expect",
            "formula",
            "left",
            "right");

    private static final List<ClaimKind> CHANGING =
            List.of(ClaimKind.FIELD, ClaimKind.MAP, ClaimKind.DIFFERENCE, ClaimKind.GENERATOR);

    private final String file;

    private ClaimReader(String file) {
        this.file = file;
    }

    /**
     * Reads a claim file.
     *
     * @param path the file
     * @return its paper and claims
     * @throws IllegalArgumentException if there is no such file or it is not a claim file
     */
    public static ClaimFile read(Path path) {
        return new ClaimReader(path.toString()).claimFile(YamlFile.read(path));
    }

    /**
     * Reads a claim file from a stream.
     *
     * @param stream the YAML text
     * @param name how errors call it
     * @return its paper and claims
     * @throws IllegalArgumentException if it is not a claim file
     */
    public static ClaimFile read(InputStream stream, String name) {
        return new ClaimReader(name).claimFile(YamlFile.read(stream, name));
    }

    private ClaimFile claimFile(JsonNode root) {
        requireKeys(
                root,
                Set.of("paper", "convention", "claims", "waiting"),
                "a file with the keys paper, convention, claims and waiting");
        Paper paper = paper(root.path("paper"));
        if (!hasList(root, "claims") && !hasList(root, "waiting")) {
            throw error("has no list of claims; expected 'claims:' with at least one claim");
        }
        List<Claim> claims = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Convention convention = convention(root, "the file", Convention.HOUSE);
        for (JsonNode node : root.path("claims")) {
            Claim claim = claim(node, convention);
            if (!ids.add(claim.id())) {
                throw error("has two claims with the id '" + claim.id() + "'; give each its own");
            }
            claims.add(claim);
        }
        List<Waiting> waiting = new ArrayList<>();
        for (JsonNode node : root.path("waiting")) {
            Waiting row = waiting(node);
            if (!ids.add(row.id())) {
                throw error("has two rows with the id '" + row.id() + "'; give each its own");
            }
            waiting.add(row);
        }
        return new ClaimFile(paper, claims, waiting);
    }

    private static boolean hasList(JsonNode root, String key) {
        return root.path(key).isArray() && !root.path(key).isEmpty();
    }

    private Waiting waiting(JsonNode node) {
        requireKeys(node, Set.of("id", "what", "reason"), "a row of 'waiting' with id, what and reason");
        String id = text(node, "id", "a row of 'waiting'");
        return new Waiting(id, text(node, "what", id), text(node, "reason", id));
    }

    private Paper paper(JsonNode node) {
        requireKeys(
                node, Set.of("id", "title", "authors", "year", "url"), "'paper' with id, title, authors, year, url");
        List<String> authors = new ArrayList<>();
        node.path("authors").forEach(author -> authors.add(author.asText()));
        if (!node.path("year").isIntegralNumber() || authors.isEmpty()) {
            throw error("needs 'authors' as a list and 'year' as a number in 'paper'");
        }
        return new Paper(
                text(node, "id", "paper"),
                text(node, "title", "paper"),
                authors,
                node.path("year").asInt(),
                node.path("url").asText(""));
    }

    private Convention convention(JsonNode node, String place, Convention otherwise) {
        try {
            return node.has("convention") ? Convention.read(node.path("convention")) : otherwise;
        } catch (IllegalArgumentException badConvention) {
            throw error("has in " + place + ": " + badConvention.getMessage());
        }
    }

    private Claim claim(JsonNode node, Convention usual) {
        requireKeys(
                node,
                CLAIM_KEYS,
                "a claim with some of the keys "
                        + String.join(", ", CLAIM_KEYS.stream().sorted().toList()));
        String id = text(node, "id", "a claim");
        String place = "claim " + id;
        Subject subject = subject(node, place);
        requireClock(node, subject, place);
        Optional<Subject> minus = node.has("minus") ? Optional.of(minus(node, place)) : Optional.empty();
        List<String> assumptions = new ArrayList<>();
        node.path("assume").forEach(assumption -> assumptions.add(assumption.asText()));
        ClaimKind kind = kind(text(node, "kind", place), place);
        requireKind(kind, subject, place);
        if ((kind == ClaimKind.DIFFERENCE) != minus.isPresent()) {
            throw error(
                    "has 'minus' in " + place + " without the kind difference, or the kind without 'minus'; name the"
                            + " method whose map is subtracted");
        }
        return new Claim(
                id,
                node.path("where").asText(""),
                isConfirmed(text(node, "printed", place), place),
                kind,
                subject,
                minus,
                order(node.path("order"), place),
                assumptions,
                expected(node, place),
                wording(node, kind, convention(node, place, usual), place));
    }

    /** Generators are those of methods with noise. */
    private void requireKind(ClaimKind kind, Subject method, String place) {
        if ((kind == ClaimKind.GENERATOR) != (method instanceof Subject.Draws)) {
            throw error("gives in " + place + " the kind " + kind + " of " + method.name() + ", expected "
                    + (kind == ClaimKind.GENERATOR ? "method: sgd, which has a generator" : "the kind generator"));
        }
    }

    /** The formula, of an equation the difference of its sides; a conserved quantity is one whose rate is 0. */
    private Wording wording(JsonNode node, ClaimKind kind, Convention convention, String place) {
        boolean isConserved = kind == ClaimKind.CONSERVED;
        if (node.has("quantity") && !CHANGING.contains(kind)) {
            throw error("has 'quantity' in " + place + " of the kind " + kind + ", expected one of the kinds "
                    + String.join(
                            ", ", CHANGING.stream().map(ClaimKind::toString).toList())
                    + (isConserved ? "; the quantity that is conserved is the 'formula'" : ""));
        }
        String formula = kind == ClaimKind.EQUATION
                ? "(" + text(node, "left", place) + ") - (" + text(node, "right", place) + ")"
                : text(node, "formula", place);
        Optional<String> quantity = isConserved
                ? Optional.of(formula)
                : Optional.ofNullable(node.get("quantity")).map(JsonNode::asText);
        Optional<Coordinates> coordinates = coordinates(node, place);
        SortedSet<String> losses = new TreeSet<>();
        if (coordinates.isEmpty()) {
            node.path("losses").forEach(loss -> losses.add(loss.asText()));
        } else if (quantity.isEmpty()) {
            throw error("has 'variables' in " + place + " of the kind " + kind
                    + ", expected 'quantity' with it, or the kind conserved; leave 'variables' out otherwise");
        }
        return new Wording(
                isConserved ? "0" : formula, quantity, losses, functions(node, place), coordinates, convention);
    }

    /** The losses as formulas, if there are variables. */
    private Optional<Coordinates> coordinates(JsonNode node, String place) {
        JsonNode losses = node.path("losses");
        if (node.has("variables") != losses.isObject()) {
            throw error("has in " + place
                    + (losses.isObject() ? " formulas of losses without" : " losses without formulas or none, but")
                    + " 'variables', expected both, as in variables: [u, v], losses: {L: \"F(u*v)\"}");
        }
        if (!node.has("variables")) {
            return Optional.empty();
        }
        List<String> variables = new ArrayList<>();
        node.path("variables").forEach(variable -> variables.add(variable.asText()));
        SortedMap<String, String> formulas = new TreeMap<>();
        losses.properties()
                .forEach(entry -> formulas.put(entry.getKey(), entry.getValue().asText()));
        return Optional.of(new Coordinates(variables, formulas));
    }

    /** [phi, psi], functions of one argument, or {phi: 1, U: 2}. */
    private SortedMap<String, Integer> functions(JsonNode claim, String place) {
        JsonNode node = claim.path("functions");
        SortedMap<String, Integer> functions = new TreeMap<>();
        node.properties()
                .forEach(entry -> functions.put(entry.getKey(), entry.getValue().asInt()));
        if (node.isArray()) {
            node.forEach(name -> functions.put(name.asText(), 1));
        }
        boolean isMeant = !functions.isEmpty() && functions.values().stream().allMatch(number -> number > 0);
        if (!node.isMissingNode() && !isMeant) {
            throw error("gives in " + place + " 'functions: " + node
                    + "', expected names as in [phi], or their numbers of arguments as in {phi: 1, U: 2}");
        }
        return functions;
    }

    private Verdict expected(JsonNode node, String place) {
        String text = node.path("expect").asText(Verdict.PROVED.toString());
        List<Verdict> decided = List.of(Verdict.PROVED, Verdict.REFUTED, Verdict.CONDITIONAL, Verdict.CONSISTENT);
        return decided.stream()
                .filter(verdict -> verdict.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> error("says in " + place + " 'expect: " + text
                        + "', expected proved, refuted, conditional or consistent"));
    }

    private Subject subject(JsonNode node, String place) {
        try {
            return new SubjectReader(node).subject(text(node, "method", place));
        } catch (IllegalArgumentException badMethod) {
            throw error("has in " + place + " under 'method': " + badMethod.getMessage());
        }
    }

    private Subject minus(JsonNode node, String place) {
        try {
            return new SubjectReader(node).subject(text(node, "minus", place));
        } catch (IllegalArgumentException badMethod) {
            throw error("has in " + place + " under 'minus': " + badMethod.getMessage());
        }
    }

    private void requireClock(JsonNode node, Subject method, String place) {
        String clock = node.path("clock").asText(method.clock().toString());
        if (!clock.equals(method.clock().toString())) {
            throw error("gives in " + place + " the clock '" + clock + "', but the time of " + method.name()
                    + " is counted per " + method.clock() + "; restate the formula for that clock");
        }
    }

    private ClaimKind kind(String text, String place) {
        for (ClaimKind kind : ClaimKind.values()) {
            if (kind.toString().equals(text)) {
                return kind;
            }
        }
        List<String> kinds =
                Arrays.stream(ClaimKind.values()).map(ClaimKind::toString).toList();
        throw error("gives in " + place + " the kind '" + text + "', expected one of " + String.join(", ", kinds)
                + NearestWord.hint(text, kinds));
    }

    private boolean isConfirmed(String text, String place) {
        if (!text.equals("confirmed") && !text.equals("unconfirmed")) {
            throw error("says in " + place + " 'printed: " + text + "', expected confirmed or unconfirmed");
        }
        return text.equals("confirmed");
    }

    private int order(JsonNode node, String place) {
        if (!node.isIntegralNumber() || node.asInt() < 1 || node.asInt() > HIGHEST_ORDER) {
            throw error("gives in " + place + " the order '" + node.asText() + "', expected a whole number from 1 to "
                    + HIGHEST_ORDER);
        }
        return node.asInt();
    }

    private String text(JsonNode node, String key, String place) {
        JsonNode value = node.path(key);
        if (!value.isValueNode() || value.asText().isBlank()) {
            throw error("has no '" + key + "' in " + place + "; add it");
        }
        return value.asText();
    }

    private void requireKeys(JsonNode node, Set<String> keys, String expected) {
        if (!node.isObject()) {
            throw error("is not a claim file: expected " + expected);
        }
        node.fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                throw error("has an unknown key '" + key + "', expected " + expected + NearestWord.hint(key, keys));
            }
        });
    }

    private IllegalArgumentException error(String message) {
        return new IllegalArgumentException("the file " + file + " " + message);
    }
}
