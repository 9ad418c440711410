package org.modeq.numeric.plot;

import java.util.Map;
import java.util.TreeMap;

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

    /** Characters and the commands of formulas that write them. */
    private static final Map<Character, String> SYMBOLS = symbols(
            "α alpha β beta γ gamma δ delta ε varepsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho σ sigma"
                    + " τ tau υ upsilon φ varphi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Σ Sigma Φ Phi Ψ Psi Ω Omega"
                    + " ∇ nabla ∂ partial ∫ int ∑ sum ∏ prod √ surd ∞ infty ± pm · cdot × times ⊗ otimes ∘ circ ≥ ge ≤ le"
                    + " ≠ ne ≈ approx ∼ sim ∈ in → to ↦ mapsto ⟨ langle ⟩ rangle ℓ ell ½ tfrac12 ¼ tfrac14");

    /** What stands over the letter before it. */
    private static final Map<Character, String> ACCENTS =
            Map.of('\u0307', "\\dot", '\u0308', "\\ddot", '\u0303', "\\tilde", '\u0302', "\\hat", '\u0304', "\\bar");

    private LatexWords() {}

    private static Map<Character, String> symbols(String table) {
        String[] words = table.split(" ", -1);
        Map<Character, String> symbols = new TreeMap<>();
        for (int i = 0; i < words.length; i += 2) {
            symbols.put(words[i].charAt(0), words[i + 1]);
        }
        return symbols;
    }

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
            String accent = i + 1 < text.length() ? ACCENTS.getOrDefault(text.charAt(i + 1), "") : "";
            if (accent.isEmpty()) {
                escaped.append(of(text.charAt(i)));
            } else {
                String letter = of(text.charAt(i)).replace("$", "");
                escaped.append('$').append(accent).append('{').append(letter).append("}$");
                i++;
            }
        }
        return escaped.toString();
    }

    private static String of(char character) {
        if (SYMBOLS.containsKey(character)) {
            return "$\\" + SYMBOLS.get(character) + "$";
        }
        return switch (character) {
            case '\\' -> "\\textbackslash{}";
            case '{', '}', '$', '&', '#', '%', '_' -> "\\" + character;
            case '~' -> "\\textasciitilde{}";
            case '^' -> "\\textasciicircum{}";
            case '<' -> "$<$";
            case '>' -> "$>$";
            case '|' -> "$|$";
            case '−' -> "$-$";
            case '‖' -> "$\\|$";
            case '…' -> "\\dots{}";
            case '–' -> "--";
            case '’' -> "'";
            case '²', '³', '¹' -> "$^" + (character == '¹' ? '1' : character == '²' ? '2' : '3') + "$";
            case 'ᵀ' -> "$^\\top$";
            case '⁰', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹' -> "$^" + (char) ('0' + character - '⁰') + "$";
            case '⁻' -> "$^-$";
            case '₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉' -> "$_" + (char) ('0' + character - '₀') + "$";
            case '\uE000' -> "$h^{k-1}$";
            case '\uE001' -> "$\\lambda_{\\max}$";
            case '\uE002' -> "$f_k$";
            case '\uE003' -> "$N^*$";
            case '\uE004' -> "$f_1$";
            case '\uE005' -> "$\\mathcal L$";
            case '\uE006' -> "$\\mathbb E$";
            // A font of LaTeX may lack any other.
            default ->
                character >= POWER + '0' && character <= POWER + '9'
                        ? "$h^" + (char) (character - POWER) + "$"
                        : character < 0x250 ? String.valueOf(character) : "?";
        };
    }
}
