package org.modeq.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.modeq.cli.explore.PastedFormula;
import org.modeq.proofs.claim.ClaimFile;
import org.modeq.proofs.claim.ClaimReader;
import picocli.CommandLine.Option;

/** A claim given on the command line: one formula about one method, without a file. */
final class TypedClaim {
    @Option(
            names = "--formula",
            paramLabel = "TEXT",
            description =
                    "Check this formula instead of files, in LaTeX (with its environment, if you like) or as in claim"
                            + " files; with --method and --order.")
    private Optional<String> formula;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "Of --formula: the optimizer, as gd or sequence:A,B.")
    private Optional<String> method;

    @Option(
            names = "--order",
            paramLabel = "N",
            description = "Of --formula: the highest order of a tree in it, one more than the highest power of h.")
    private Optional<Integer> order;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description =
                    "Of --formula: what it is, field (of a flow), loss (modified loss) or map (one step); usually field.")
    private Optional<String> kind;

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "Of --formula: the value of a parameter, as beta=9/10.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @SuppressWarnings("NullAway.Init")
    TypedClaim() {}

    boolean isGiven() {
        return formula.isPresent();
    }

    /** Refuses what only a formula has. */
    void requireNothing() {
        if (method.isPresent() || order.isPresent() || kind.isPresent() || !parameters.isEmpty()) {
            throw new IllegalArgumentException("given --method, --order, --kind or --param without a formula, expected"
                    + " --formula with them; a claim in a file has keys of these names");
        }
    }

    /** The claim, as the only one of a file. */
    ClaimFile file() {
        if (method.isEmpty() || order.isEmpty()) {
            throw new IllegalArgumentException("given --formula without " + (method.isEmpty() ? "--method" : "--order")
                    + ", expected both, as in --method gd --order 2 for a formula up to h");
        }
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.putObject("paper")
                .put("id", "typed")
                .put("title", "--formula")
                .put("year", 0)
                .putArray("authors")
                .add("-");
        ObjectNode claim = root.putArray("claims").addObject();
        claim.put("id", "formula").put("where", "as given").put("printed", "confirmed");
        claim.put("kind", kind.orElse("field")).put("method", method.get()).put("order", order.get());
        parameters.forEach(
                (name, value) -> claim.withObjectProperty("parameters").put(name, value));
        claim.put("formula", PastedFormula.bare(formula.orElse("")).strip());
        // JSON is YAML: what was typed stays inside its quotes.
        return ClaimReader.read(
                new ByteArrayInputStream(root.toString().getBytes(StandardCharsets.UTF_8)), "of --formula");
    }
}
