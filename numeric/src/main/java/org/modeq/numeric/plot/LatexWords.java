package org.modeq.numeric.plot;

import java.util.Locale;

/** Plain words for LaTeX: its special characters are written out, and those of formulas become formulas. */
public final class LatexWords {
    /** The characters from here on stand for powers of h. */
    private static final char POWER = '\uE010';

    private static final String[][] PHRASES = {
        {"h^(k−1)", "\uE000"},
        {"λ_max", "\uE001"},
        {"f_k", "\uE002"},
        {"f_1", "\uE004"},
        {"N*", "\uE003"},
        {"𝓛", "\uE005"},
        {"𝔼", "\uE006"},
    };

    private static final String GREEK = "GREEK SMALL LETTER ";

    private LatexWords() {}

    /**
     * Words as LaTeX.
     *
     * @param words any text
     * @return its source: characters with a meaning in LaTeX escaped, mathematical ones as formulas
     */
    public static String of(String words) {
        String text = words;
        for (String[] phrase : PHRASES) {
            text = text.replace(phrase[0], phrase[1]);
        }
        for (char digit = '0'; digit <= '9'; digit++) {
            text = text.replace("h^" + digit, String.valueOf((char) (POWER + digit)));
        }
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            escaped.append(of(text.charAt(i)));
        }
        return escaped.toString();
    }

    private static String of(char character) {
        return switch (character) {
            case '\\' -> "\\textbackslash{}";
            case '{', '}', '$', '&', '#', '%', '_' -> "\\" + character;
            case '~' -> "\\textasciitilde{}";
            case '^' -> "\\textasciicircum{}";
            case '<' -> "$<$";
            case '>' -> "$>$";
            case '±' -> "$\\pm$";
            case '−' -> "$-$";
            case '·' -> "$\\cdot$";
            case '≥' -> "$\\ge$";
            case '≤' -> "$\\le$";
            case '‖' -> "$\\|$";
            case '∇' -> "$\\nabla$";
            case '×' -> "$\\times$";
            case '…' -> "\\dots{}";
            case '\uE000' -> "$h^{k-1}$";
            case '\uE001' -> "$\\lambda_{\\max}$";
            case '\uE002' -> "$f_k$";
            case '\uE003' -> "$N^*$";
            case '\uE004' -> "$f_1$";
            case '\uE005' -> "$\\mathcal L$";
            case '\uE006' -> "$\\mathbb E$";
            case 'φ' -> "$\\varphi$";
            default -> other(character);
        };
    }

    private static String other(char character) {
        if (character >= POWER + '0' && character <= POWER + '9') {
            return "$h^" + (char) (character - POWER) + "$";
        }
        if (character >= '₀' && character <= '₉') {
            return "$_" + (character - '₀') + "$";
        }
        String name = String.valueOf(Character.getName(character));
        if (name.matches(GREEK + "[A-Z]+")) {
            return "$\\" + name.substring(GREEK.length()).toLowerCase(Locale.ROOT) + "$";
        }
        // A font of LaTeX may lack any other.
        return character < 0x250 ? String.valueOf(character) : "?";
    }
}
