package org.modeq.symbolic.contraction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.modeq.symbolic.ring.Rational;

/**
 * Reads formulas by recursive descent.
 * <pre>
 *   sum     = product { ("+" | "-") product }
 *   product = signed { ("*" | "/") signed }
 *   signed  = [ "-" ] power
 *   power   = atom [ "^" atom ]
 *   atom    = number | name [ "(" sum {"," sum} ")" [ "[" sum {"," sum} "]" ] ] | "(" sum ")"
 *   name    = letter { letter | digit | "_" } { "'" }
 * </pre>
 */
public final class FormulaParser {
    private static final int LONGEST_SHOWN = 200;
    private static final int DEEPEST = 100;
    private static final int LONGEST = 20_000;
    private static final Rational MINUS_ONE = Rational.of(-1);

    private final String text;
    private int next;
    private int depth;

    private FormulaParser(String text) {
        this.text = text;
    }

    /**
     * Reads a formula.
     *
     * @param text the formula
     * @return the formula as written
     * @throws IllegalArgumentException if the text is not a formula; the message shows the position
     */
    public static Formula parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "given a formula of " + text.length() + " characters, expected at most " + LONGEST + "; split it");
        }
        FormulaParser parser = new FormulaParser(text);
        Formula formula = parser.sum();
        if (parser.next < text.length()) {
            throw parser.expected("an operation or the end of the formula");
        }
        return formula;
    }

    private Formula sum() {
        if (++depth > DEEPEST) {
            throw expected("at most " + DEEPEST + " nested parentheses");
        }
        Formula sum = product();
        for (char sign = peek(); sign == '+' || sign == '-'; sign = peek()) {
            int position = take();
            sum = new Formula.Operation(position, sign, sum, product());
        }
        depth--;
        return sum;
    }

    private Formula product() {
        Formula product = signed();
        for (char sign = peek(); sign == '*' || sign == '/'; sign = peek()) {
            int position = take();
            product = new Formula.Operation(position, sign, product, signed());
        }
        return product;
    }

    private Formula signed() {
        if (peek() != '-') {
            return power();
        }
        int position = take();
        return new Formula.Operation(position, '*', new Formula.Constant(position, MINUS_ONE), power());
    }

    private Formula power() {
        Formula base = atom();
        if (peek() != '^') {
            return base;
        }
        int position = take();
        return new Formula.Operation(position, '^', base, atom());
    }

    private Formula atom() {
        char first = peek();
        if (first == '(') {
            take();
            Formula inner = sum();
            require(')');
            return inner;
        }
        if (Character.isDigit(first) || first == '.') {
            int start = next;
            skipWhile(c -> Character.isDigit(c) || c == '.');
            return new Formula.Constant(start + 1, number(text.substring(start, next), start));
        }
        if (Character.isLetter(first)) {
            int start = next;
            skipWhile(c -> Character.isLetterOrDigit(c) || c == '_');
            skipWhile(c -> c == '\'');
            return nameOrApplication(start + 1, text.substring(start, next));
        }
        throw expected("a number, a name or '('");
    }

    private Formula nameOrApplication(int position, String name) {
        if (peek() != '(') {
            return new Formula.Name(position, name);
        }
        List<Formula> arguments = list('(', ')');
        List<Formula> directions = peek() == '[' ? list('[', ']') : List.of();
        return new Formula.Application(position, name, arguments, directions);
    }

    private List<Formula> list(char open, char close) {
        require(open);
        List<Formula> formulas = new ArrayList<>(List.of(sum()));
        while (peek() == ',') {
            take();
            formulas.add(sum());
        }
        require(close);
        return List.copyOf(formulas);
    }

    private Rational number(String digits, int start) {
        try {
            return Rational.parse(digits);
        } catch (IllegalArgumentException badNumber) {
            next = start;
            throw expected("a number such as 3 or 0.25 (" + badNumber.getMessage() + ")");
        }
    }

    private void require(char expected) {
        if (peek() != expected) {
            throw expected("'" + expected + "'");
        }
        take();
    }

    /** The next character that is not blank, 0 at the end. */
    private char peek() {
        skipWhile(Character::isWhitespace);
        return next < text.length() ? text.charAt(next) : 0;
    }

    /** Passes over one character and returns its position, from 1. */
    private int take() {
        return ++next;
    }

    private void skipWhile(IntPredicate accepted) {
        while (next < text.length() && accepted.test(text.charAt(next))) {
            next++;
        }
    }

    private IllegalArgumentException expected(String what) {
        String found = next < text.length() ? "'" + text.charAt(next) + "'" : "the end";
        return new IllegalArgumentException(
                "the formula '" + shown() + "' has " + found + " at position " + (next + 1) + ", expected " + what);
    }

    /** The formula, of a long one the part around the position. */
    private String shown() {
        if (text.length() <= LONGEST_SHOWN) {
            return text;
        }
        int from = Math.max(0, next - LONGEST_SHOWN / 2);
        int to = Math.min(text.length(), next + LONGEST_SHOWN / 2);
        return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
    }
}
