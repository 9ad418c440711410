package org.modeq.cli.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes one table as markup. */
final class TableWriter {
    /** The longest table that is shown whole. */
    static final int ROWS_SHOWN = 60;

    private static final Pattern NUMBER = Pattern.compile("[+−-]?\\d[\\d.,/eE+±−%-]*");

    private final Block.Table table;
    private final int number;
    private final List<String> attributes;

    /** Of the table with this number on its page. */
    TableWriter(Block.Table table, int number) {
        this.table = table;
        this.number = number;
        this.attributes = IntStream.range(0, table.headers().size())
                .mapToObj(column -> look(column) + choice(column))
                .toList();
    }

    String write() {
        int rows = table.rows().size();
        int shown = Math.min(ROWS_SHOWN, rows);
        StringBuilder markup = new StringBuilder();
        markup.append("""
                <div class="table">
                <div class="scroll" role="group" tabindex="0" aria-label="Table %1$d">
                <table id="table-%1$d">
                <caption>%2$s</caption>
                <thead>
                <tr>""".formatted(number, Html.text(table.caption())));
        for (int column = 0; column < table.headers().size(); column++) {
            markup.append("<th scope=\"col\"").append(attributes.get(column)).append('>');
            markup.append(Html.text(table.headers().get(column))).append("</th>");
        }
        markup.append("</tr>\n</thead>\n");
        markup.append(body(0, shown));
        if (rows > shown) {
            markup.append(body(shown, rows));
        }
        markup.append("</table>\n</div>\n");
        if (rows > shown) {
            markup.append(moreButton(rows));
        }
        return markup.append("</div>\n").toString();
    }

    private String body(int from, int to) {
        StringBuilder markup = new StringBuilder("<tbody>\n");
        for (int i = from; i < to; i++) {
            List<String> row = table.rows().get(i);
            markup.append("<tr").append(ofRow(i)).append('>');
            for (int column = 0; column < row.size(); column++) {
                String element = column == 0 ? "th" : "td";
                markup.append('<').append(element).append(column == 0 ? " scope=\"row\"" : "");
                markup.append(attributes.get(column)).append('>');
                markup.append(cell(row.get(column), column));
                markup.append("</").append(element).append('>');
            }
            markup.append("</tr>\n");
        }
        return markup.append("</tbody>\n").toString();
    }

    private String cell(String content, int column) {
        if (table.drawnColumns().contains(column)) {
            return content;
        }
        return table.formulaColumns().contains(column) && !content.isBlank()
                ? "<code class=\"tex\">" + Html.text(content) + "</code>"
                : Html.text(content);
    }

    /** From which order on the row is shown, and what its button copies. */
    private String ofRow(int row) {
        Choosing choosing = table.choosing();
        String order = choosing.orders().isEmpty()
                ? ""
                : " data-order=\"" + choosing.orders().get(row) + "\"";
        Map<String, String> copies =
                choosing.copies().isEmpty() ? Map.of() : choosing.copies().get(row);
        return order
                + copies.entrySet().stream()
                        .map(copy -> " data-copy-" + copy.getKey().toLowerCase(Locale.ROOT) + "=\""
                                + Html.text(copy.getValue()) + "\"")
                        .collect(Collectors.joining());
    }

    private String choice(int column) {
        String notation = table.choosing().notations().getOrDefault(column, "");
        return notation.isEmpty() ? "" : " data-when=\"notation=" + Html.text(notation) + "\"";
    }

    private String look(int column) {
        return isNumeric(column) ? " class=\"number\"" : "";
    }

    /** Whether every cell of the column is a number, so that the column stands flush right. */
    private boolean isNumeric(int column) {
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
                """.formatted(number, rows);
    }
}
