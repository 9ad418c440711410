package org.modeq.symbolic.latex;

import java.util.Map;
import java.util.Set;

/**
 * The estimated width of a LaTeX formula in em, that of Computer Modern at the size of the text: a fraction is as wide as
 * its wider side, exponents and indices are small and stand above each other, a binary sign has its spaces.
 *
 * <p>It reads the formulas that this library writes and the names that a reader gives to symbols; of other commands each
 * counts as a letter. Linear in the length of the source.
 */
final class SourceWidth {
    private static final double SCRIPT_SIZE = 0.78;
    private static final double RULE = 0.24;
    private static final double LETTER = 0.55;
    private static final double CAPITAL = 0.74;
    private static final Map<Character, Double> SIGNS = Map.ofEntries(
            Map.entry('+', 1.22),
            Map.entry('-', 1.22),
            Map.entry('=', 1.33),
            Map.entry('<', 1.33),
            Map.entry('>', 1.33),
            Map.entry('(', 0.39),
            Map.entry(')', 0.39),
            Map.entry('[', 0.28),
            Map.entry(']', 0.28),
            Map.entry('|', 0.28),
            Map.entry(',', 0.45),
            Map.entry('\'', 0.3),
            Map.entry(' ', 0.0),
            Map.entry('m', 0.88),
            Map.entry('w', 0.72));
    private static final Map<String, Double> COMMANDS = Map.ofEntries(
            Map.entry(",", 0.17),
            Map.entry(":", 0.22),
            Map.entry(";", 0.28),
            Map.entry("!", -0.17),
            Map.entry("quad", 1.0),
            Map.entry("qquad", 2.0),
            Map.entry("nabla", 0.83),
            Map.entry("times", 1.22),
            Map.entry("cdot", 0.72),
            Map.entry("langle", 0.39),
            Map.entry("rangle", 0.39),
            Map.entry("ell", 0.42),
            Map.entry("varphi", 0.66),
            Map.entry("sum", 1.45));

    /** Commands that change how something looks, and take no place themselves. */
    private static final Set<String> INVISIBLE = Set.of(
            "left",
            "right",
            "bigl",
            "bigr",
            "Bigl",
            "Bigr",
            "mathcal",
            "mathrm",
            "mathbf",
            "mathbb",
            "mathfrak",
            "mathsf",
            "mathit",
            "mathscr",
            "boldsymbol",
            "bm",
            "text",
            "operatorname",
            "tilde",
            "hat",
            "bar",
            "dot",
            "ddot",
            "vec",
            "widetilde",
            "widehat",
            "overline",
            "underline",
            "displaystyle");

    private final String source;
    private int position;

    private SourceWidth(String source) {
        this.source = source;
    }

    static double of(String source) {
        return new SourceWidth(source).sequence();
    }

    /** Up to the end or a closing brace. */
    private double sequence() {
        double width = 0;
        while (position < source.length() && source.charAt(position) != '}') {
            width += isScript() ? scripts() : atom();
        }
        return width;
    }

    private boolean isScript() {
        return position < source.length() && "^_".indexOf(source.charAt(position)) >= 0;
    }

    /** An exponent and an index on the same letter stand above each other. */
    private double scripts() {
        double widest = 0;
        while (isScript()) {
            position++;
            widest = Math.max(widest, SCRIPT_SIZE * atom());
        }
        return widest;
    }

    /** A group, a command with what it takes, or a character. */
    private double atom() {
        if (position >= source.length()) {
            return 0;
        }
        char first = source.charAt(position++);
        if (first == '{') {
            double width = sequence();
            position++;
            return width;
        }
        if (first == '\\') {
            return command();
        }
        double letter = Character.isDigit(first) ? 0.5 : Character.isUpperCase(first) ? CAPITAL : LETTER;
        return SIGNS.getOrDefault(first, letter);
    }

    private double command() {
        int start = position;
        while (position < source.length() && Character.isLetter(source.charAt(position))) {
            position++;
        }
        position = Math.max(position, Math.min(start + 1, source.length()));
        String name = source.substring(start, position);
        while (position < source.length() && source.charAt(position) == ' ') {
            position++;
        }
        return switch (name) {
            case "frac", "dfrac" -> Math.max(atom(), atom()) + RULE;
            case "tfrac" -> SCRIPT_SIZE * Math.max(atom(), atom()) + RULE;
            default -> INVISIBLE.contains(name) ? 0 : COMMANDS.getOrDefault(name, 0.6);
        };
    }
}
