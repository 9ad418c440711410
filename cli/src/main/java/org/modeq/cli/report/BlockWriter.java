package org.modeq.cli.report;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Writes the blocks of one page as markup, and counts its formulas and tables for their labels. */
final class BlockWriter {
    /** The longest table that is shown whole. */
    static final int ROWS_SHOWN = 60;

    private static final Pattern NUMBER = Pattern.compile("[+−-]?\\d[\\d.,/eE+±−%-]*");

    private static final Pattern STYLE = Pattern.compile("<style>.*?</style>\\n?", Pattern.DOTALL);

    private final Set<String> styles = new TreeSet<>();
    private int formulas;
    private int tables;

    String write(Block block) {
        return block.fold(this::paragraph, this::formula, this::table, this::picture, this::code);
    }

    private String paragraph(Block.Paragraph paragraph) {
        return "<p>" + Html.text(paragraph.text()) + "</p>\n";
    }

    private String formula(Block.Formula formula) {
        formulas++;
        return """
                <div class="formula">
                <div class="scroll" role="group" tabindex="0" aria-label="Formula %d">\
                <code class="tex display">%s</code></div>
                %s</div>
                """.formatted(formulas, Html.text(formula.tex()), copyButton("Copy LaTeX", formula.copyText()));
    }

    private String picture(Block.Picture picture) {
        String caption =
                picture.caption().isEmpty() ? "" : "<figcaption>" + Html.text(picture.caption()) + "</figcaption>\n";
        return """
                <figure>
                <div class="scroll" role="group" tabindex="0" aria-label="Picture">
                %s
                </div>
                %s</figure>
                """.formatted(withoutKnownStyle(picture.svg()), caption);
    }

    /** A style inside a picture holds for the whole page: what another picture has said is not said again. */
    private String withoutKnownStyle(String svg) {
        return STYLE.matcher(svg)
                .replaceAll(style -> styles.add(style.group()) ? Matcher.quoteReplacement(style.group()) : "");
    }

    private String code(Block.Code code) {
        return """
                <div class="listing">
                <pre class="scroll" role="group" tabindex="0" aria-label="Command"><code>%s</code></pre>
                %s</div>
                """.formatted(Html.text(code.text()), copyButton("Copy", code.text()));
    }

    private static String copyButton(String words, String text) {
        return """
                <p class="controls"><button type="button" class="copy" data-copy="%s" hidden>%s</button> \
                <span role="status"></span></p>
                """.formatted(Html.text(text), words);
    }

    private String table(Block.Table table) {
        tables++;
        int shown = Math.min(ROWS_SHOWN, table.rows().size());
        List<Boolean> numeric = IntStream.range(0, table.headers().size())
                .mapToObj(column -> isNumeric(table, column))
                .toList();
        StringBuilder markup = new StringBuilder();
        markup.append("""
                <div class="table">
                <div class="scroll" role="group" tabindex="0" aria-label="Table %1$d">
                <table id="table-%1$d">
                <caption>%2$s</caption>
                <thead>
                <tr>""".formatted(tables, Html.text(table.caption())));
        for (int column = 0; column < table.headers().size(); column++) {
            markup.append("<th scope=\"col\"").append(look(numeric.get(column))).append('>');
            markup.append(Html.text(table.headers().get(column))).append("</th>");
        }
        markup.append("</tr>\n</thead>\n");
        markup.append(body(table, table.rows().subList(0, shown), numeric));
        if (table.rows().size() > shown) {
            markup.append(body(table, table.rows().subList(shown, table.rows().size()), numeric));
        }
        markup.append("</table>\n</div>\n");
        if (table.rows().size() > shown) {
            markup.append(moreButton(table.rows().size()));
        }
        return markup.append("</div>\n").toString();
    }

    private String body(Block.Table table, List<List<String>> rows, List<Boolean> numeric) {
        StringBuilder markup = new StringBuilder("<tbody>\n");
        for (List<String> row : rows) {
            markup.append("<tr>");
            for (int column = 0; column < row.size(); column++) {
                String element = column == 0 ? "th" : "td";
                markup.append('<').append(element).append(column == 0 ? " scope=\"row\"" : "");
                markup.append(look(numeric.get(column))).append('>');
                markup.append(
                        table.drawnColumns().contains(column)
                                ? row.get(column)
                                : cell(row.get(column), table.formulaColumns().contains(column)));
                markup.append("</").append(element).append('>');
            }
            markup.append("</tr>\n");
        }
        return markup.append("</tbody>\n").toString();
    }

    private static String cell(String content, boolean isFormula) {
        return isFormula && !content.isBlank()
                ? "<code class=\"tex\">" + Html.text(content) + "</code>"
                : Html.text(content);
    }

    private static String look(boolean isNumeric) {
        return isNumeric ? " class=\"number\"" : "";
    }

    /** Whether every cell of the column is a number, so that the column stands flush right. */
    private static boolean isNumeric(Block.Table table, int column) {
        return !table.formulaColumns().contains(column)
                && !table.drawnColumns().contains(column)
                && !table.rows().isEmpty()
                && table.rows().stream()
                        .map(row -> row.get(column))
                        .allMatch(cell -> NUMBER.matcher(cell).matches());
    }

    private String moreButton(int rows) {
        return """
                <p class="controls"><button type="button" class="more" aria-controls="table-%d" hidden>\
                Show all %d rows</button> <span role="status"></span></p>
                """.formatted(tables, rows);
    }
}
