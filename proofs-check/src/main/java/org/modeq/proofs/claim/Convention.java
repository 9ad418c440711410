package org.modeq.proofs.claim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.modeq.symbolic.contraction.Formula;
import org.modeq.symbolic.contraction.FormulaParser;
import org.modeq.symbolic.method.NearestWord;

/**
 * How a paper counts: the name of its step size, its signs, its clock, and whether it sums or averages losses.
 *
 * <p>In the <em>house convention</em> a step is θ ← θ + h f(θ) with f = −∇L, [f, g] = g′f − f′g, losses are summed, and one
 * unit of the method's clock takes the time h. With the step size η = r h of the paper, and one unit of the clock taking the
 * time s η there, the same motion is
 * <pre>
 *   exp(h f̃) = exp(s η f̃_paper),      so      f̃(h) = s r · f̃_paper(r h).
 * </pre>
 * If the paper averages, let K be the sum of the weights of the losses in f₁, as many as there are tasks if each is met once.
 * One step on the sum of K losses is a step on their mean with η = K h, so r = K; of a sequence the steps stay, r = 1, but the
 * clock goes K times as fast against the mean loss, s = K.
 *
 * @param step the name of η
 * @param isGradient whether names of fields stand for +∇L, or −f where they are no gradients
 * @param isReversed whether [f, g] = f′g − g′f
 * @param isMean whether the losses are averaged
 * @param time s where it is given, a formula in the parameters; otherwise 1, or K as above
 */
public record Convention(String step, boolean isGradient, boolean isReversed, boolean isMean, Optional<Formula> time) {
    /** The house convention. */
    public static final Convention HOUSE = new Convention("h", false, false, false, Optional.empty());

    private static final Set<String> KEYS = new TreeSet<>(List.of("bracket", "losses", "sign", "step", "time"));

    /**
     * Reads a convention; what is not mentioned is as in the house.
     *
     * @param node a mapping with some of the keys {@code step}, {@code sign}, {@code bracket}, {@code losses}, {@code time}
     * @return the convention
     * @throws IllegalArgumentException if a key or a value is not known; the message begins with what is wrong
     */
    public static Convention read(JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException(
                    "given the convention '" + node.asText() + "', expected a mapping with some of "
                            + String.join(", ", KEYS) + ", as in {step: eta, losses: mean}");
        }
        node.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException("unknown key '" + key + "' in a convention, expected some of "
                        + String.join(", ", KEYS) + NearestWord.hint(key, KEYS));
            }
        });
        String step = node.path("step").asText("h");
        if (!step.matches("[A-Za-z]\\w*")) {
            throw new IllegalArgumentException("given the step size '" + step + "', expected a name such as eta");
        }
        return new Convention(
                step,
                isSecond(node, "sign", "-grad", "grad"),
                isSecond(node, "bracket", "g'f-f'g", "f'g-g'f"),
                isSecond(node, "losses", "sum", "mean"),
                time(node.path("time").asText("")));
    }

    private static boolean isSecond(JsonNode node, String key, String first, String second) {
        String text = node.path(key).asText(first);
        String given = text.replace(" ", "");
        if (!given.equals(first) && !given.equals(second)) {
            throw new IllegalArgumentException("given '" + key + ": " + text + "' in a convention, expected \"" + first
                    + "\" or \"" + second + "\"");
        }
        return given.equals(second);
    }

    private static Optional<Formula> time(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(FormulaParser.parse(text));
        } catch (IllegalArgumentException notAFormula) {
            throw new IllegalArgumentException(
                    "given 'time: " + text
                            + "' in a convention, expected how many step sizes one unit of the clock takes,"
                            + " as in 2 or m",
                    notAFormula);
        }
    }

    /**
     * A formula of the paper with the step size called h and the bracket of the house.
     *
     * @param formula the formula as printed
     * @return the same in other words; signs of fields and the clock are untouched
     * @throws IllegalArgumentException if the formula speaks of h but the step size has another name
     */
    public Formula inHouseNames(Formula formula) {
        return mapped(formula, name -> {
            if (name.equals("h") && !step.equals("h")) {
                throw new IllegalArgumentException(
                        "speaks of h, but the step size of the convention is called " + step);
            }
            return name.equals(step) ? "h" : name;
        });
    }

    /**
     * A formula with the step size as the paper calls it.
     *
     * @param formula a formula in which it is called h, and without brackets
     * @return the formula in the names of the paper
     */
    public Formula inPaperNames(Formula formula) {
        return mapped(formula, name -> name.equals("h") ? step : name);
    }

    private Formula mapped(Formula formula, UnaryOperator<String> names) {
        if (formula instanceof Formula.Name name) {
            return new Formula.Name(name.position(), names.apply(name.name()));
        }
        if (formula instanceof Formula.Operation operation) {
            return new Formula.Operation(
                    operation.position(),
                    operation.sign(),
                    mapped(operation.left(), names),
                    mapped(operation.right(), names));
        }
        if (formula instanceof Formula.Application application) {
            List<Formula> arguments = application.arguments().stream()
                    .map(part -> mapped(part, names))
                    .toList();
            boolean isTurned = isReversed && application.function().equals("bracket") && arguments.size() == 2;
            return new Formula.Application(
                    application.position(),
                    application.function(),
                    isTurned ? List.of(arguments.get(1), arguments.get(0)) : arguments,
                    application.directions().stream()
                            .map(part -> mapped(part, names))
                            .toList());
        }
        return formula;
    }
}
