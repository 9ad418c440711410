package org.modeq.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.modeq.symbolic.method.NearestWord;
import picocli.CommandLine.Option;

/** In which format a result is written. */
final class FormatOption {
    /** The formats; each command has some of them. */
    enum Format {
        TEXT,
        LATEX,
        LATEX_DOCUMENT,
        HTML,
        JSON,
        SUMMARY;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json, or where the command has them latex, latex-document, html, summary"
                    + " (default: ${DEFAULT-VALUE}).")
    private String format;

    @Option(names = "--json", description = "Short for --format json; with --format summary the summary as JSON.")
    private boolean json;

    @SuppressWarnings("NullAway.Init")
    FormatOption() {}

    /** The format that is asked for, if it is one of these. */
    Format among(Format... expected) {
        Format given = Arrays.stream(expected)
                .filter(known -> known.toString().equals(format))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown format '" + format + "', expected "
                        + listed(List.of(expected))
                        + NearestWord.hint(
                                format,
                                Arrays.stream(expected).map(Format::toString).toList())));
        return json && given != Format.SUMMARY ? Format.JSON : given;
    }

    /** Whether a summary is to be JSON. */
    boolean isJson() {
        return json;
    }

    private static String listed(List<Format> formats) {
        int last = formats.size() - 1;
        return formats.subList(0, last).stream().map(Format::toString).collect(Collectors.joining(", ")) + " or "
                + formats.get(last);
    }
}
