package org.modeq.symbolic.latex;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Our text in ASCII, for terminals and files of any encoding: {@code ∇²L ∇L} as {@code grad^2 L grad L}.
 *
 * <p>Names of letters and operators are words, set apart from letters beside them; indices and exponents are written with
 * {@code _} and {@code ^}, the dot of a derivative as {@code '}, a tilde as {@code ~}. Accents of a word are dropped
 * ({@code Itô} as {@code Ito}). A character that has no name here is written by its number, <code>{U+6F22}</code>, never as a
 * question mark.
 */
public final class Ascii {
    private static final String DIGITS = "0123456789";
    private static final Map<Integer, String> WORDS = new TreeMap<>();
    private static final Map<Integer, String> SIGNS = new TreeMap<>();
    private static final Map<Integer, String> SUPERSCRIPTS = new TreeMap<>();
    private static final Map<Integer, String> SUBSCRIPTS = new TreeMap<>();

    static {
        greek("αβγδεζηθικλμνξοπρστυφχψω");
        greek("ΓΔΘΛΞΠΦΨΩ");
        each(WORDS, "∇√∑Σ∏∫∞", "grad", "sqrt", "sum", "sum", "prod", "int", "inf");
        each(SIGNS, "∂−–—±×·⊙∘⊗•°", "d", "-", "-", "--", "+-", "x", "*", "*", "o", "(x)", "*", " deg");
        each(SIGNS, "⟨⟩‖…½¼¾≤≥≠≈∼∝", "<", ">", "||", "...", "1/2", "1/4", "3/4", "<=", ">=", "!=", "~=", "~", "~");
        each(SIGNS, "←→↦⇒∈ℓℝµ′″‴", "<-", "->", "|->", "=>", "in", "l", "R", "u", "'", "''", "'''");
        each(SIGNS, "‘’“”\u00a0\u2009", "'", "'", "\"", "\"", " ", " ");
        each(SIGNS, "─│├└┌┐┘┤┬┴┼", "-", "|", "+", "+", "+", "+", "+", "+", "+", "+", "+");
        each(SIGNS, "𝔼𝓛", "E", "L");
        each(SIGNS, "łŁøØßæÆœŒđıþð", "l", "L", "o", "O", "ss", "ae", "AE", "oe", "OE", "d", "i", "th", "d");
        each(SUPERSCRIPTS, "⁰¹²³⁴⁵⁶⁷⁸⁹", DIGITS.split(""));
        each(SUPERSCRIPTS, "⁺⁻⁽⁾ⁿᵀⁱᵏ", "+", "-", "(", ")", "n", "T", "i", "k");
        each(SUBSCRIPTS, "₀₁₂₃₄₅₆₇₈₉", DIGITS.split(""));
        each(SUBSCRIPTS, "₊₋ᵢⱼₖₙₘₜ", "+", "-", "i", "j", "k", "n", "m", "t");
    }

    private final int[] source;
    private final StringBuilder written = new StringBuilder();
    private int position;
    private boolean endsInWord;

    private Ascii(String text) {
        source = text.codePoints().toArray();
    }

    private static void greek(String letters) {
        letters.codePoints().forEach(letter -> {
            String name = Character.getName(letter);
            String word = name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
            String spelt = word.replace("lamda", "lambda");
            boolean isCapital = Character.isUpperCase(letter);
            WORDS.put(letter, isCapital ? Character.toUpperCase(spelt.charAt(0)) + spelt.substring(1) : spelt);
        });
    }

    private static void each(Map<Integer, String> names, String characters, String... spelt) {
        int[] codes = characters.codePoints().toArray();
        if (codes.length != spelt.length) {
            throw new AssertionError(characters);
        }
        for (int n = 0; n < codes.length; n++) {
            names.put(codes[n], spelt[n]);
        }
    }

    /**
     * The text in ASCII; linear in its length.
     *
     * @param text any text
     * @return the text without a character beyond 127; the same object if it has none
     */
    public static String of(String text) {
        return text.codePoints().allMatch(Ascii::isAscii) ? text : new Ascii(text).rewritten();
    }

    /**
     * How many columns a text fills on a terminal: its characters without the marks that stand above others.
     *
     * @param text one line
     * @return the number of columns
     */
    public static int columns(String text) {
        return (int) text.codePoints().filter(code -> !isMark(code)).count();
    }

    private static boolean isAscii(int code) {
        return code < 128;
    }

    private static boolean isMark(int code) {
        return Character.getType(code) == Character.NON_SPACING_MARK;
    }

    private String rewritten() {
        while (position < source.length) {
            int code = source[position];
            if (SUPERSCRIPTS.containsKey(code)) {
                run("^", SUPERSCRIPTS);
            } else if (SUBSCRIPTS.containsKey(code)) {
                run("_", SUBSCRIPTS);
            } else if (WORDS.containsKey(code)) {
                position++;
                word(WORDS.getOrDefault(code, ""));
            } else if (isMark(code)) {
                position++;
                mark(code);
            } else {
                position++;
                plain(code);
            }
        }
        return written.toString();
    }

    /** A letter that follows is set apart: x^2 y, grad^2 L. */
    private void run(String sign, Map<Integer, String> digits) {
        written.append(sign);
        while (position < source.length && digits.containsKey(source[position])) {
            written.append(digits.get(source[position]));
            position++;
        }
        endsInWord = true;
    }

    private void word(String word) {
        boolean isDifferential = position > 1 && source[position - 2] == '∂';
        if ((endsInWord || endsInLetter()) && !isDifferential) {
            written.append(' ');
        }
        written.append(word);
        endsInWord = true;
    }

    private void plain(int code) {
        String text = isAscii(code) ? Character.toString(code) : SIGNS.getOrDefault(code, "");
        if (text.isEmpty()) {
            String parts = Normalizer.normalize(Character.toString(code), Normalizer.Form.NFD);
            text = isAscii(parts.codePointAt(0)) && parts.length() > 1
                    ? parts.charAt(0) + accent(parts.codePointAt(1))
                    : String.format(Locale.ROOT, "{U+%04X}", code);
        }
        if (endsInWord && Character.isLetter(text.charAt(0))) {
            written.append(' ');
        }
        written.append(text);
        endsInWord = false;
    }

    private void mark(int code) {
        written.append(accent(code));
    }

    /** What a mark says of a quantity; nothing within a word, where it is an accent. */
    private String accent(int mark) {
        boolean isInWord = endsInLetters() || (position < source.length && Character.isLetter(source[position]));
        return switch (mark) {
            case 0x307 -> isInWord ? "" : "'";
            case 0x303 -> isInWord ? "" : "~";
            case 0x304 -> isInWord ? "" : "_bar";
            case 0x302 -> isInWord ? "" : "_hat";
            default -> "";
        };
    }

    private boolean endsInLetter() {
        return !written.isEmpty() && Character.isLetterOrDigit(written.charAt(written.length() - 1));
    }

    /** Whether what was written last is of a word of two letters or more that is no name of a letter. */
    private boolean endsInLetters() {
        int length = written.length();
        return !endsInWord && length > 1 && endsInLetter() && Character.isLetter(written.charAt(length - 2));
    }
}
