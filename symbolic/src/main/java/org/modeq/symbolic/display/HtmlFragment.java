package org.modeq.symbolic.display;

import java.util.List;
import java.util.stream.Collectors;

/** The parts of a page that displays are made of. Text is text: what would be markup in it is escaped. */
public final class HtmlFragment {
    private HtmlFragment() {}

    /**
     * Text as HTML.
     *
     * @param text any text
     * @return the same with the characters of markup escaped
     */
    public static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /**
     * A displayed formula.
     *
     * @param latex math mode without delimiters
     * @return a block with the formula between {@code \[} and {@code \]}, which MathJax and KaTeX typeset
     */
    public static String formula(String latex) {
        return "<div class=\"modeq\">\\[" + text(latex) + "\\]</div>";
    }

    /**
     * A formula in a line.
     *
     * @param latex math mode without delimiters
     * @return the formula between {@code \(} and {@code \)}
     */
    public static String inline(String latex) {
        return "\\(" + text(latex) + "\\)";
    }

    /**
     * Text in columns.
     *
     * @param text the text
     * @return the text with the line breaks it has
     */
    public static String preformatted(String text) {
        return "<pre>" + text(text) + "</pre>";
    }

    /**
     * A paragraph.
     *
     * @param text the text
     * @return the paragraph
     */
    public static String paragraph(String text) {
        return "<p>" + text(text) + "</p>";
    }

    /**
     * A table.
     *
     * @param heading the headings of its columns, as text
     * @param rows its rows, each cell a fragment of HTML
     * @return the table
     * @throws IllegalArgumentException if a row has another number of cells than the heading
     */
    public static String table(List<String> heading, List<List<String>> rows) {
        for (List<String> row : rows) {
            if (row.size() != heading.size()) {
                throw new IllegalArgumentException("given a row of " + row.size() + " cells, expected " + heading.size()
                        + ", one for each of " + heading);
            }
        }
        String head = heading.stream()
                .map(name -> "<th scope=\"col\">" + text(name) + "</th>")
                .collect(Collectors.joining());
        String body = rows.stream()
                .map(row -> row.stream()
                        .map(cell -> "<td>" + cell + "</td>")
                        .collect(Collectors.joining("", "<tr>", "</tr>\n")))
                .collect(Collectors.joining());
        return "<table>\n<thead><tr>" + head + "</tr></thead>\n<tbody>\n" + body + "</tbody>\n</table>";
    }

    /** The characters that LaTeX reads as commands, in text within math mode. */
    static String latexText(String text) {
        return text.replace("\\", "\u0000")
                .replaceAll("([#$%&_{}])", "\\\\$1")
                .replace("^", "\\textasciicircum{}")
                .replace("~", "\\textasciitilde{}")
                .replace("\u0000", "\\textbackslash{}");
    }
}
