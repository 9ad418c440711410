package org.modeq.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.cli.FormatOption.Format;
import org.modeq.symbolic.latex.LatexView;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a formula is laid out: its format, the width of its lines, and where it goes. */
final class Page {
    private static final int NARROWEST = 10;
    private static final int WIDEST = 100_000;

    @Option(
            names = "--width",
            paramLabel = "W",
            description =
                    "Width of a line: columns of text (default: those of the terminal, or 100), em of LaTeX (default: 38).")
    private Optional<Double> width;

    @Mixin
    private FormatOption format;

    @Mixin
    private Output output;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    Page() {}

    /** Checks what does not depend on the formula, before it is derived. */
    void check() {
        format();
        columns();
    }

    Format format() {
        return format(Format.TEXT, Format.LATEX, Format.LATEX_DOCUMENT, Format.HTML, Format.JSON, Format.SUMMARY);
    }

    /** The format that is asked for, if it is one of these. */
    Format format(Format... expected) {
        return format.among(expected);
    }

    /** What is said where there is no page in HTML or no summary. */
    IllegalArgumentException lacks(String what) {
        return new IllegalArgumentException("given --format " + format() + " for " + what
                + ", expected text, latex, latex-document or json; modeq derive METHOD has html for a field, its brackets"
                + " and its loss");
    }

    /** Whether a summary is to be JSON. */
    boolean isJson() {
        return format.isJson();
    }

    /** The command line of this run. */
    String command() {
        return CommandWords.of(spec.commandLine());
    }

    /** The command line that gives the snippet with these options, and otherwise with those of this run. */
    String latexCommand(Map<String, String> options) {
        SortedMap<String, String> instead = new TreeMap<>(options);
        instead.put("--format", "latex");
        return CommandWords.of(spec.commandLine(), instead);
    }

    int columns() {
        return (int) width(Main.columns(spec));
    }

    double ems() {
        return width(LatexView.DEFAULT_WIDTH);
    }

    private double width(double normal) {
        double given = width.orElse(normal);
        if (!(given >= NARROWEST && given <= WIDEST)) {
            String text = given == Math.rint(given) ? String.format(Locale.ROOT, "%.0f", given) : "" + given;
            throw new IllegalArgumentException("given a width of " + text + ", expected " + NARROWEST + " to " + WIDEST
                    + "; leave it out for the usual one");
        }
        return given;
    }

    void write(String text) {
        output.write(text);
    }
}
