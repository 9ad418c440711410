package org.modeq.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.modeq.cli.FormatOption.Format;
import org.modeq.symbolic.latex.TextView;
import org.modeq.symbolic.lie.BracketFreeWords;
import org.modeq.symbolic.lie.OrderConditions;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.word.Alphabet;
import org.modeq.symbolic.word.Letter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code modeq order-conditions}: the conditions of a splitting, or short words without brackets. */
@Command(
        name = "order-conditions",
        description =
                "The order conditions of a splitting with open sizes, or the shortest sequences without brackets.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  modeq order-conditions A,B,A --order 3            equations for the sizes a1, b1, a2",
            "  modeq order-conditions A,B --search 8             sequences of steps without a bracket at h",
            "  modeq order-conditions A,B --search 5 --sizes 1,1/2 --flows"
        })
final class OrderConditionsCommand implements Callable<Integer> {
    private static final int LONGEST = 24;

    @Parameters(paramLabel = "A,B,...", description = "The flows, the first acting first; with --search the fields.")
    private String fields;

    @Option(
            names = "--order",
            paramLabel = "N",
            defaultValue = "3",
            description = "The highest order of a condition; a search ends without brackets up to h^(N-1)"
                    + " (default: ${DEFAULT-VALUE}).")
    private int order;

    @Option(names = "--search", paramLabel = "L", description = "Try all sequences of at most L steps.")
    private Optional<Integer> longest;

    @Option(
            names = "--sizes",
            paramLabel = "S,S,...",
            defaultValue = "1",
            description = "The sizes that a step of the search may have, as 1,1/2,-1 (default: ${DEFAULT-VALUE}).")
    private String sizes;

    @Option(names = "--flows", description = "Search among exact flows instead of Euler steps.")
    private boolean flows;

    @Mixin
    private FormatOption format;

    @Mixin
    private Output output;

    @SuppressWarnings("NullAway.Init")
    OrderConditionsCommand() {}

    @Override
    public Integer call() {
        boolean isJson = format.among(Format.TEXT, Format.JSON) == Format.JSON;
        List<Letter> letters = BchCommand.letters(fields);
        if (letters.size() > LONGEST) {
            throw new IllegalArgumentException(
                    "given " + letters.size() + " flows, expected at most " + LONGEST + "; shorten the splitting");
        }
        if (longest.isPresent()) {
            List<BracketFreeWords.Found> found = search(new Alphabet(letters), longest.get());
            output.write(isJson ? json(found) : text(found));
        } else {
            List<OrderConditions.Condition> conditions = OrderConditions.of(letters, order);
            output.write(isJson ? conditionsJson(conditions) : conditionsText(conditions));
        }
        return Main.DONE;
    }

    private List<BracketFreeWords.Found> search(Alphabet alphabet, int length) {
        List<Rational> allowed = Arrays.stream(sizes.split(",", -1))
                .map(String::strip)
                .map(this::size)
                .toList();
        return flows
                ? BracketFreeWords.ofFlows(alphabet, allowed, length, order - 1)
                : BracketFreeWords.ofEulerSteps(alphabet, allowed, length, order - 1);
    }

    private Rational size(String text) {
        try {
            return Rational.parse(text);
        } catch (IllegalArgumentException notRational) {
            throw new IllegalArgumentException("given --sizes " + sizes + ": " + notRational.getMessage(), notRational);
        }
    }

    private String text(List<BracketFreeWords.Found> found) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of("no bracket up to", "steps", "sequence")));
        found.forEach(word -> rows.add(List.of("h^" + word.power(), "" + word.length(), word.word())));
        return (found.isEmpty() ? "no such sequence of at most " + longest.orElse(0) + " steps" : TextView.table(rows))
                + "\n";
    }

    private static String json(List<BracketFreeWords.Found> found) {
        ObjectNode root = Json.document();
        ArrayNode words = root.putArray("words");
        found.forEach(word -> words.addObject()
                .put("power", word.power())
                .put("length", word.length())
                .put("sequence", word.word()));
        return Json.write(root);
    }

    private String conditionsText(List<OrderConditions.Condition> conditions) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of("order", "bracket", "condition")));
        for (OrderConditions.Condition condition : conditions) {
            rows.add(List.of(
                    "" + condition.lyndon().word().weight(),
                    condition.lyndon().bracketing().toString(),
                    condition.left() + " = " + condition.right()));
        }
        return "the exact flows of " + fields + " with the sizes a1, b1, …, the first acting first; order " + order
                + "\n[f,g] = g′f − f′g\n\n" + TextView.table(rows) + "\n";
    }

    private String conditionsJson(List<OrderConditions.Condition> conditions) {
        ObjectNode root = Json.document().put("flows", fields).put("order", order);
        ArrayNode array = root.putArray("conditions");
        for (OrderConditions.Condition condition : conditions) {
            array.addObject()
                    .put("order", condition.lyndon().word().weight())
                    .put("word", condition.lyndon().toString())
                    .put("bracket", condition.lyndon().bracketing().toString())
                    .put("left", condition.left().toString())
                    .put("right", condition.right().toString());
        }
        return Json.write(root);
    }
}
