package org.modeq.numeric.plot;

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
    };

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
            case 'θ' -> "$\\theta$";
            case 'λ' -> "$\\lambda$";
            case '∇' -> "$\\nabla$";
            case '×' -> "$\\times$";
            case '…' -> "\\dots{}";
            case 'σ' -> "$\\sigma$";
            case '₀' -> "$_0$";
            case '₁' -> "$_1$";
            case '₂' -> "$_2$";
            case '\uE000' -> "$h^{k-1}$";
            case '\uE001' -> "$\\lambda_{\\max}$";
            case '\uE002' -> "$f_k$";
            case '\uE003' -> "$N^*$";
            case '\uE004' -> "$f_1$";
            // A font of LaTeX may lack any other.
            default ->
                character >= POWER + '0' && character <= POWER + '9'
                        ? "$h^" + (char) (character - POWER) + "$"
                        : character < 0x250 ? String.valueOf(character) : "?";
        };
    }
}
