package org.modeq.numeric.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.modeq.symbolic.method.NearestWord;
import org.modeq.symbolic.ring.Rational;

/**
 * A value in a file with its place, so that an error can name both.
 *
 * @param file how errors call the file
 * @param place the keys that lead to the value, as in {@code data.columns}; empty for the root
 * @param node the value
 */
public record YamlNode(String file, String place, JsonNode node) {
    private static final int LONGEST_SHOWN = 60;
    private static final int LONGEST_NUMBER = 1000;

    /** Says already where in the file something is wrong. */
    private static final class PlacedException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        PlacedException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * The root of a file.
     *
     * @param file how errors call the file
     * @param node its content
     * @return the root
     */
    public static YamlNode root(String file, JsonNode node) {
        return new YamlNode(file, "", node);
    }

    /**
     * What a key says, given or not.
     *
     * @param key the key
     * @return the value with its place
     */
    public YamlNode at(String key) {
        return new YamlNode(file, place.isEmpty() ? key : place + "." + key, node.path(key));
    }

    /** {@return whether there is a value} */
    public boolean isGiven() {
        return !node.isMissingNode();
    }

    /**
     * Requires a mapping with no other keys than these.
     *
     * @param keys the keys
     * @param expected what an error says was expected
     * @throws IllegalArgumentException if it is none
     */
    public void requireKeys(List<String> keys, String expected) {
        if (!node.isObject() || node.isEmpty()) {
            throw unexpected(expected);
        }
        node.fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                throw error("has " + (place.isEmpty() ? "" : "in " + place + " ") + "an unknown key '" + shown(key)
                        + "', " + expected + NearestWord.hint(key, keys));
            }
        });
    }

    /**
     * One of some words.
     *
     * @param values what the words stand for, each written as its string
     * @param <E> what the words stand for
     * @return the value of the word
     * @throws IllegalArgumentException if it is none of them; the message has the nearest
     */
    public <E> E oneOf(List<E> values) {
        List<String> words = values.stream().map(Object::toString).toList();
        String expected = "expected one of " + String.join(", ", words);
        String word = text(expected);
        int index = words.indexOf(word);
        if (index < 0) {
            throw unexpected(expected
                    + NearestWord.to(word, words)
                            .map(nearest -> "; did you mean " + nearest + "?")
                            .orElse(""));
        }
        return values.get(index);
    }

    /**
     * A text that is not blank.
     *
     * @param expected what an error says was expected
     * @return the text
     * @throws IllegalArgumentException if it is none
     */
    public String text(String expected) {
        if (!node.isTextual() || node.asText().isBlank()) {
            throw unexpected(expected);
        }
        return node.asText();
    }

    /**
     * A text or a whole number, as {@code "1-64"} or {@code 65}, read by something that refuses in its own words.
     *
     * @param reader reads it
     * @param expected what an error says was expected
     * @param <E> what is read
     * @return what is read
     * @throws IllegalArgumentException if it is none
     */
    public <E> E parsed(Function<String, E> reader, String expected) {
        if (!node.isTextual() && !node.isIntegralNumber()) {
            throw unexpected(expected);
        }
        try {
            return reader.apply(node.asText());
        } catch (IllegalArgumentException refused) {
            throw because(refused);
        }
    }

    /**
     * The elements of a list.
     *
     * @param fewest how many there must be at least
     * @param most and at most
     * @param expected what an error says was expected
     * @return the elements with their places
     * @throws IllegalArgumentException if it is no such list
     */
    public List<YamlNode> elements(int fewest, int most, String expected) {
        if (!node.isArray() || node.size() < fewest || node.size() > most) {
            throw unexpected(expected);
        }
        List<YamlNode> elements = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            elements.add(new YamlNode(file, place + "[" + (i + 1) + "]", node.get(i)));
        }
        return elements;
    }

    /**
     * An integer from 1 on.
     *
     * @param expected what an error says was expected
     * @return the integer
     * @throws IllegalArgumentException if it is none
     */
    public int positiveInteger(String expected) {
        return integerBetween(1, Integer.MAX_VALUE, expected);
    }

    /**
     * An integer between two others.
     *
     * @param lowest the smallest
     * @param highest the largest
     * @param expected what an error says was expected
     * @return the integer
     * @throws IllegalArgumentException if it is none
     */
    public int integerBetween(int lowest, int highest, String expected) {
        if (!node.isIntegralNumber()
                || !node.canConvertToInt()
                || node.intValue() < lowest
                || node.intValue() > highest) {
            throw unexpected(expected);
        }
        return node.intValue();
    }

    /**
     * Any integer of 64 bits.
     *
     * @param expected what an error says was expected
     * @return the integer
     * @throws IllegalArgumentException if it is none
     */
    public long integer(String expected) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw unexpected(expected);
        }
        return node.longValue();
    }

    /**
     * A finite double, written as a number or as a fraction.
     *
     * @param expected what an error says was expected
     * @return the number
     * @throws IllegalArgumentException if it is none
     */
    public double number(String expected) {
        double number = Double.NaN;
        if (node.isTextual() && node.asText().length() <= LONGEST_NUMBER) {
            try {
                number = Rational.parse(node.asText()).doubleValue();
            } catch (IllegalArgumentException notRational) {
                // Refused below.
            }
        } else if (node.isNumber()) {
            number = node.doubleValue();
        }
        if (!Double.isFinite(number)) {
            throw unexpected(expected);
        }
        return number;
    }

    /**
     * The value is not what was expected.
     *
     * @param expected what was expected
     * @return what to throw
     */
    public IllegalArgumentException unexpected(String expected) {
        if (!isGiven()) {
            return error((place.isEmpty() ? "is empty, " : "has no '" + place + "', ") + expected);
        }
        return error(
                place.isEmpty()
                        ? "is not a problem file: " + expected
                        : "has in " + place + " the value '" + shown(node.isTextual() ? node.asText() : node.toString())
                                + "', " + expected);
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    /**
     * Something is wrong with the file.
     *
     * @param message what, as it follows the name of the file
     * @return what to throw
     */
    public IllegalArgumentException error(String message) {
        return new PlacedException("the file " + file + " " + message, null);
    }

    /**
     * What someone else found wrong with the value, with its place if that is not said yet.
     *
     * @param refused what was found
     * @return what to throw
     */
    public IllegalArgumentException because(IllegalArgumentException refused) {
        String where = "the file " + file + (place.isEmpty() ? "" : ", in " + place);
        return refused instanceof PlacedException
                ? refused
                : new PlacedException(where + ": " + refused.getMessage(), refused);
    }
}
