package org.modeq.symbolic.latex;

import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.ring.ParameterPolynomial;

/** What one unit of a method's clock does, in LaTeX. */
public final class MapFormula {
    private static final Pattern TOKEN = Pattern.compile(", |[A-Za-z]+(?:_[a-z]+)?|\\s+|.");

    /** The words in maps; all other letters are symbols. */
    private static final Set<String> WORDS = Set.of("the", "flow", "of", "for", "time", "times", "then");

    private static final Map<String, String> SYMBOLS = Map.of(
            "θ", "\\theta ",
            "β", "\\beta ",
            "ρ", "\\rho ",
            "λ", "\\lambda ",
            "Σ", "\\textstyle\\sum ",
            "←", "\\leftarrow ",
            "−", "-",
            "∇", "\\nabla ",
            "′", "'",
            "½", "_{1/2}");

    private MapFormula() {}

    /**
     * The map of a method: its formulas in math, its words as text.
     *
     * @param method the method
     * @return text in LaTeX
     */
    public static String latex(Method<?> method) {
        StringBuilder text = new StringBuilder();
        StringBuilder formula = new StringBuilder();
        for (MatchResult match : TOKEN.matcher(method.map()).results().toList()) {
            String token = match.group();
            if (token.equals(", ") || WORDS.contains(token)) {
                text.append(inLine(formula)).append(token);
                formula.setLength(0);
            } else {
                formula.append(token);
            }
        }
        return text.append(inLine(formula)).toString();
    }

    /** A run of symbols in math, the blanks around it outside. */
    private static String inLine(CharSequence run) {
        String symbols = run.toString().strip();
        if (symbols.isEmpty()) {
            return run.toString();
        }
        String source = TOKEN.matcher(symbols)
                .results()
                .map(match -> latex(match.group()))
                .collect(Collectors.joining());
        return run.toString().replace(symbols, "$" + source + "$");
    }

    private static String latex(String token) {
        if (token.isBlank()) {
            return " ";
        }
        int underscore = token.indexOf('_');
        if (underscore > 0 && underscore < token.length() - 1) {
            return token.substring(0, underscore) + "_{" + token.substring(underscore + 1) + "}";
        }
        boolean isName = token.length() > 1 && token.chars().allMatch(Character::isLetter);
        return isName ? ParameterPolynomial.parameter(token).toLatex() : SYMBOLS.getOrDefault(token, token);
    }
}
