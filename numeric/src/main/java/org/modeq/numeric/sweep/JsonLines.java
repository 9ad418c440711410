package org.modeq.numeric.sweep;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The rows of a sweep as JSON lines: an object in each line, with the columns of the table as its keys and the same digits.
 *
 * <p>The first key is {@code schema}, 1. Where a run or a flow left the finite numbers the value is {@code null}; JSON has no
 * infinity.
 */
final class JsonLines {
    private static final int SCHEMA = 1;

    private JsonLines() {}

    /** A line for every row. */
    static String of(SweepPlan plan, List<SweepRow> rows) {
        List<SweepPlan.Study> studies = plan.studies();
        return rows.stream()
                .map(row -> line(plan.columns(), plan.values(studies.get(row.index()), row)))
                .collect(Collectors.joining("\n", "", rows.isEmpty() ? "" : "\n"));
    }

    private static String line(List<String> columns, List<Object> values) {
        StringBuilder line = new StringBuilder("{\"schema\":").append(SCHEMA);
        for (int i = 0; i < values.size(); i++) {
            line.append(',').append(quoted(columns.get(i))).append(':').append(written(values.get(i)));
        }
        return line.append('}').toString();
    }

    private static String written(Object value) {
        if (value instanceof String text) {
            return quoted(text);
        }
        return value instanceof Double number ? number(number) : value.toString();
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "null";
    }

    /** A string as RFC 8259 has it. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"' || character == '\\') {
                quoted.append('\\').append(character);
            } else if (character < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
            } else {
                quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }
}
