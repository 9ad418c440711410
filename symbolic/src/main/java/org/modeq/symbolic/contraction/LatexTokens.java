package org.modeq.symbolic.contraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The tokens of a formula in LaTeX: numbers, letters, commands with their backslash, and single signs. Spaces, alignment
 * marks and the sizes of parentheses are left out.
 */
final class LatexTokens {
    private static final Set<String> IGNORED = Set.of(
            "\\,",
            "\\;",
            "\\:",
            "\\!",
            "\\ ",
            "\\\\",
            "\\quad",
            "\\qquad",
            "\\left",
            "\\right",
            "\\bigl",
            "\\bigr",
            "\\Bigl",
            "\\Bigr",
            "\\biggl",
            "\\biggr",
            "\\big",
            "\\Big",
            "\\displaystyle",
            "\\textstyle",
            "\\nonumber",
            "\\notag");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();

    /** A token and where it stands, from 1. */
    record Token(String text, int position) {}

    private LatexTokens(String text) {
        this.text = text;
    }

    static List<Token> of(String text) {
        LatexTokens tokens = new LatexTokens(text);
        int next = 0;
        while (next < text.length()) {
            next = tokens.read(next);
        }
        return tokens.tokens;
    }

    /** Reads the token at a place and gives the place behind it. */
    private int read(int start) {
        char first = text.charAt(start);
        if (Character.isWhitespace(first) || first == '&' || first == '~' || first == '$') {
            return start + 1;
        }
        int end = start + 1;
        if (first == '\\') {
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            end = Math.min(text.length(), Math.max(end, start + 2));
        } else if (Character.isDigit(first)) {
            while (end < text.length() && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
                end++;
            }
        }
        String token = text.substring(start, end);
        if (!IGNORED.contains(token)) {
            tokens.add(new Token(token, start + 1));
        }
        return end;
    }
}
