package org.modeq.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The displays of a LaTeX snippet as formulas of a page: shown without their environment, copied with all that stands there. */
public final class DisplayMath {
    private static final Pattern DISPLAY =
            Pattern.compile("\\\\begin\\{(equation|align|gather)(\\*?)\\}(.*?)\\\\end\\{\\1\\2\\}", Pattern.DOTALL);
    private static final Pattern NUMBERING = Pattern.compile("\\\\label\\{[^}]*\\}|\\\\notag");

    private DisplayMath() {}

    /**
     * Each display of some LaTeX, to be copied as it stands.
     *
     * @param source LaTeX with displays
     * @return a formula for each
     */
    public static List<Block> each(String source) {
        List<Block> formulas = new ArrayList<>();
        Matcher display = DISPLAY.matcher(source);
        while (display.find()) {
            formulas.add(new Block.Formula(shown(display), display.group()));
        }
        return formulas;
    }

    /**
     * A snippet with one display, to be copied with the comment in front of it.
     *
     * @param snippet the snippet
     * @return the formula
     */
    public static Block.Formula of(String snippet) {
        Matcher display = DISPLAY.matcher(snippet);
        if (!display.find()) {
            throw new AssertionError(snippet);
        }
        return new Block.Formula(shown(display), snippet);
    }

    private static String shown(Matcher display) {
        String inside = NUMBERING.matcher(display.group(3)).replaceAll("").strip();
        return switch (display.group(1)) {
            case "align" -> "\\begin{aligned}" + inside + "\\end{aligned}";
            case "gather" -> "\\begin{gathered}" + inside + "\\end{gathered}";
            default -> inside;
        };
    }
}
