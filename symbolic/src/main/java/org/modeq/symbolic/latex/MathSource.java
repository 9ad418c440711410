package org.modeq.symbolic.latex;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The inside of a snippet: math mode without its environment, comment and number. */
final class MathSource {
    private static final Pattern DISPLAY =
            Pattern.compile("\\\\begin\\{(equation|align)\\}(.*?)\\\\end\\{\\1\\}", Pattern.DOTALL);
    private static final Pattern NUMBERING = Pattern.compile("\\\\label\\{[^}]*\\}|\\\\notag");

    private MathSource() {}

    /**
     * The first display of a snippet.
     *
     * @param snippet a snippet of this package
     * @return math mode without delimiters
     */
    static String of(String snippet) {
        Matcher display = DISPLAY.matcher(snippet);
        if (!display.find()) {
            throw new AssertionError(snippet);
        }
        String inside = NUMBERING.matcher(display.group(2)).replaceAll("").strip();
        return display.group(1).equals("align") ? "\\begin{aligned}\n" + inside + "\n\\end{aligned}" : inside;
    }
}
