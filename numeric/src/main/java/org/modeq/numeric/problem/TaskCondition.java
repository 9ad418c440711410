package org.modeq.numeric.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.DoublePredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which targets belong to a task, as {@code target < 5} or {@code target == 0 or target >= 2 and target < 4}:
 * comparisons of the target with a number, joined by {@code and} and {@code or}; {@code and} binds tighter.
 */
final class TaskCondition implements DoublePredicate {
    private static final String EXAMPLE = ", as in target < 5, or target == 0 or target >= 2 and target < 4";
    private static final Pattern TOKEN = Pattern.compile("\\s*+(?:(?<word>[\\p{L}_]\\w*+)"
            + "|(?<number>[+-]?+(?:\\d++(?:\\.\\d*+)?+|\\.\\d++)(?:[eE][+-]?+\\d++)?+)"
            + "|(?<comparison>[<>=!]=|[<>])|(?<other>\\S))");
    private static final Map<String, BiFunction<Double, Double, Boolean>> COMPARISONS = Map.of(
            "<", (target, number) -> target < number,
            "<=", (target, number) -> target <= number,
            ">", (target, number) -> target > number,
            ">=", (target, number) -> target >= number,
            "==", (target, number) -> target.doubleValue() == number.doubleValue(),
            "!=", (target, number) -> target.doubleValue() != number.doubleValue());

    /** One of these conjunctions must hold. */
    private final List<List<DoublePredicate>> alternatives;

    private TaskCondition(List<List<DoublePredicate>> alternatives) {
        this.alternatives = alternatives;
    }

    /**
     * Reads a condition.
     *
     * @param text the condition
     * @return the condition
     * @throws IllegalArgumentException if the text is none; the message says where
     */
    static TaskCondition parse(String text) {
        Reading reading = new Reading(text);
        List<List<DoublePredicate>> alternatives = new ArrayList<>(List.of(new ArrayList<>()));
        while (true) {
            alternatives.get(alternatives.size() - 1).add(reading.comparison());
            String joint = reading.next("and, or, or the end", "word", "and", "or");
            if (joint.isEmpty()) {
                return new TaskCondition(alternatives);
            }
            if (joint.equals("or")) {
                alternatives.add(new ArrayList<>());
            }
        }
    }

    @Override
    public boolean test(double target) {
        return alternatives.stream().anyMatch(all -> all.stream().allMatch(comparison -> comparison.test(target)));
    }

    /** The text token by token. */
    private static final class Reading {
        private final String text;
        private final Matcher matcher;
        private int end;

        Reading(String text) {
            this.text = text;
            this.matcher = TOKEN.matcher(text);
        }

        DoublePredicate comparison() {
            required("the word target", "word", "target");
            String comparison = required("one of < <= > >= == !=", "comparison");
            BiFunction<Double, Double, Boolean> meaning = COMPARISONS.get(comparison);
            if (meaning == null) {
                throw new AssertionError(comparison);
            }
            double number = Double.parseDouble(required("a finite number", "number"));
            if (!Double.isFinite(number)) {
                throw error(matcher.start("number"), matcher.group("number"), "a finite number");
            }
            return target -> meaning.apply(target, number);
        }

        private String required(String expected, String kind, String... words) {
            String token = next(expected, kind, words);
            if (token.isEmpty()) {
                throw error(text.length(), "the end", expected);
            }
            return token;
        }

        /** The next token, empty at the end. */
        String next(String expected, String kind, String... words) {
            if (text.substring(end).isBlank()) {
                return "";
            }
            if (!matcher.find(end)) {
                throw new AssertionError(text);
            }
            end = matcher.end();
            String token = matcher.group(kind);
            if (token == null || (words.length > 0 && !List.of(words).contains(token))) {
                String found = matcher.group().strip();
                throw error(end - found.length(), "'" + found + "'", expected);
            }
            return token;
        }

        private IllegalArgumentException error(int index, String found, String expected) {
            return new IllegalArgumentException("the condition '" + text + "' has " + found + " at position "
                    + (index + 1) + ", expected " + expected + EXAMPLE);
        }
    }
}
