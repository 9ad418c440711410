package org.modeq.symbolic.word;

/**
 * Reads {@code bracketing = letter | "[" bracketing "," bracketing "]"}, by recursive descent. A letter is the name of a
 * field (an ASCII letter followed by letters and digits), with its weight after {@code _} if it is not 1.
 */
final class BracketingParser {
    private static final int DEEPEST = 200;
    private static final int LONGEST_INDEX = 9;

    private final String text;
    private int position;

    BracketingParser(String text) {
        this.text = text;
    }

    Bracketing parse() {
        Bracketing bracketing = bracketing(0);
        skipBlanks();
        if (position < text.length()) {
            throw error("the end");
        }
        return bracketing;
    }

    private Bracketing bracketing(int depth) {
        if (depth > DEEPEST) {
            throw error("at most " + DEEPEST + " levels");
        }
        if (!isAt('[')) {
            return letter();
        }
        expect('[');
        Bracketing left = bracketing(depth + 1);
        expect(',');
        Bracketing right = bracketing(depth + 1);
        expect(']');
        return new Bracket(left, right);
    }

    private Letter letter() {
        int start = position;
        if (position == text.length() || !isLetter(text.charAt(position))) {
            throw error("a letter or '['");
        }
        while (position < text.length() && (isLetter(text.charAt(position)) || isDigit(text.charAt(position)))) {
            position++;
        }
        String field = text.substring(start, position);
        if (position == text.length() || text.charAt(position) != '_') {
            return Letter.of(field);
        }
        int index = ++position;
        while (position < text.length() && isDigit(text.charAt(position))) {
            position++;
        }
        String digits = text.substring(index, position);
        if (digits.isEmpty() || digits.length() > LONGEST_INDEX || digits.startsWith("0")) {
            throw error("a weight of 1 or more after '_'");
        }
        return new Letter(field, Integer.parseInt(digits));
    }

    private static boolean isLetter(char character) {
        return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z');
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private boolean isAt(char expected) {
        skipBlanks();
        return position < text.length() && text.charAt(position) == expected;
    }

    private void expect(char expected) {
        if (!isAt(expected)) {
            throw error("'" + expected + "'");
        }
        position++;
    }

    private void skipBlanks() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private IllegalArgumentException error(String expected) {
        return new IllegalArgumentException("the bracketing '" + text + "' breaks off at position " + (position + 1)
                + ": expected " + expected + "; a bracketing is written as [A,[A,B_2]]");
    }
}
