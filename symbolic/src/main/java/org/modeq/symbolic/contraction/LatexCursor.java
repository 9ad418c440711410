package org.modeq.symbolic.contraction;

import java.util.ArrayList;
import java.util.List;

/** A place in the tokens of a formula. */
final class LatexCursor {
    private final String text;
    private final List<LatexTokens.Token> tokens;
    private int next;

    LatexCursor(String text) {
        this.text = text;
        this.tokens = LatexTokens.of(text);
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).text().equals("=") && isOutside(i)) {
                next = i + 1;
            }
        }
    }

    /** Whether an equals sign stands in no braces, as that of \sum_{i=1} does. */
    private boolean isOutside(int place) {
        int open = 0;
        for (LatexTokens.Token token : tokens.subList(0, place)) {
            open += token.text().equals("{") ? 1 : token.text().equals("}") ? -1 : 0;
        }
        return open == 0;
    }

    /** The token at the place, empty at the end. */
    String peek() {
        return peek(0);
    }

    /** A token further on. */
    String peek(int ahead) {
        return next + ahead < tokens.size() ? tokens.get(next + ahead).text() : "";
    }

    /** Where the token stands in the text, from 1. */
    int position() {
        return next < tokens.size() ? tokens.get(next).position() : text.length() + 1;
    }

    /** The token, passed over. */
    String take() {
        String token = peek();
        next++;
        return token;
    }

    /** The first character of a token of digits, passed over. */
    String takeDigit() {
        LatexTokens.Token digits = tokens.get(next);
        tokens.set(next, new LatexTokens.Token(digits.text().substring(1), digits.position() + 1));
        return digits.text().substring(0, 1);
    }

    int place() {
        return next;
    }

    void goBackTo(int place) {
        next = place;
    }

    boolean accept(String token) {
        boolean found = peek().equals(token);
        if (found) {
            next++;
        }
        return found;
    }

    void require(String token) {
        if (!accept(token)) {
            throw expected("'" + token + "'");
        }
    }

    /** The tokens of a group in braces, or a single token. */
    List<String> group() {
        List<String> group = new ArrayList<>();
        if (!accept("{")) {
            group.add(take());
            return group;
        }
        int open = 0;
        while (open > 0 || !peek().equals("}")) {
            if (peek().isEmpty()) {
                throw expected("'}'");
            }
            open += peek().equals("{") ? 1 : peek().equals("}") ? -1 : 0;
            group.add(take());
        }
        next++;
        return group;
    }

    IllegalArgumentException expected(String what) {
        String found = peek().isEmpty() ? "the end" : "'" + peek() + "'";
        return error(position(), found, what);
    }

    IllegalArgumentException error(int position, String found, String expected) {
        return new IllegalArgumentException(
                "the formula '" + text + "' has " + found + " at position " + position + ", expected " + expected);
    }
}
