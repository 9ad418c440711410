package org.modeq.symbolic.display;

/** A result that can be shown. Its {@code toString} is the formula in a line or a few. */
public interface Displayable {
    /**
     * The value in plain text, as {@code ./modeq} prints it: conventions, formula, and the table of its terms.
     *
     * @return some lines of text
     * @throws java.util.NoSuchElementException if the class path has no provider for such values
     */
    default String toText() {
        return Display.of(this).text();
    }

    /**
     * The value in LaTeX, to stand between {@code \[} and {@code \]}.
     *
     * @return math mode without delimiters and without macros of ours, as amsmath, KaTeX and MathJax read it
     * @throws java.util.NoSuchElementException if the class path has no provider for such values
     */
    default String toLatex() {
        return Display.of(this).latex();
    }

    /**
     * The value as a piece of a page: its LaTeX between {@code \[} and {@code \]}, which notebooks typeset, and its terms.
     *
     * @return a fragment of HTML, without script
     * @throws java.util.NoSuchElementException if the class path has no provider for such values
     */
    default String toHtml() {
        return Display.of(this).html();
    }
}
