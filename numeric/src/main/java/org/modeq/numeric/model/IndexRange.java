package org.modeq.numeric.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of rows or columns, counted from 1 and with both ends, written {@code 1-512}.
 *
 * @param first the first index, at least 1
 * @param last the last index, at least the first
 */
public record IndexRange(int first, int last) {
    private static final Pattern RANGE = Pattern.compile("\\s*(\\d{1,9})\\s*(?:-\\s*(\\d{1,9})\\s*)?");

    /**
     * A range.
     *
     * @param first the first index, at least 1
     * @param last the last index, at least the first
     * @throws IllegalArgumentException if it is empty or begins before 1
     */
    public IndexRange {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException(
                    "given the range " + first + "-" + last + ", expected two rising numbers from 1 on, as in 1-512");
        }
    }

    /**
     * Reads {@code 1-512}, or {@code 7} for a single index.
     *
     * @param text the range
     * @return the range
     * @throws IllegalArgumentException if the text is not of this form
     */
    public static IndexRange parse(String text) {
        Matcher matcher = RANGE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "given the range '" + text + "', expected two numbers from 1 on, as in 1-512, or one number");
        }
        int first = Integer.parseInt(matcher.group(1));
        return new IndexRange(first, matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2)));
    }

    /** {@return how many indices there are} */
    public int size() {
        return last - first + 1;
    }

    /** {@return the range as it is read} */
    @Override
    public String toString() {
        return first + "-" + last;
    }
}
