package org.modeq.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.modeq.cli.FormatOption.Format;
import org.modeq.symbolic.latex.LatexView;
import org.modeq.symbolic.latex.Notation;
import org.modeq.symbolic.latex.TextView;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.BracketForm;
import org.modeq.symbolic.modified.FieldEquation;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a series is written: its order, its format, its notation, its width, and where it goes. */
final class SeriesOptions {
    private static final int DEFAULT_COLUMNS = 100;
    private static final double NARROWEST = 10;
    private static final double WIDEST = 100_000;

    @Option(
            names = "--order",
            paramLabel = "N",
            defaultValue = "3",
            description = "The highest order of a tree, so powers of h up to N-1 (default: ${DEFAULT-VALUE}).")
    private int order;

    @Option(
            names = "--notation",
            paramLabel = "NAME",
            description = "gradient (derivatives of the loss; the usual one of optimizers) or field (f'f).")
    private Optional<String> notation;

    @Option(
            names = "--width",
            paramLabel = "W",
            description = "Width of a line: columns of text (default 100), em of LaTeX (default 38).")
    private Optional<Double> width;

    @Mixin
    private FormatOption format;

    @Mixin
    private Output output;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    SeriesOptions() {}

    /** The list of methods, and examples: the end of the help of a command that takes a method. */
    static String[] footer(List<String> examples) {
        Stream<String> methods = Methods.entries().stream()
                .map(entry -> String.format(Locale.ROOT, "  %-19s %s", entry.usage(), entry.summary()));
        return Stream.of(Stream.of("", "Methods:"), methods, Stream.of("", "Examples:"), examples.stream())
                .flatMap(lines -> lines)
                .toArray(String[]::new);
    }

    int order() {
        return order;
    }

    boolean isSummary() {
        return format() == Format.SUMMARY;
    }

    /** Checks what does not depend on the series, before it is derived. */
    void check() {
        format();
        notation.ifPresent(Notation::parse);
        width(DEFAULT_COLUMNS);
    }

    private Format format() {
        return format.among(Format.values());
    }

    private String command() {
        return CommandWords.of(spec.commandLine());
    }

    void write(FieldEquation<?> equation) {
        Notation written = notation.map(Notation::parse).orElse(Notation.usual(equation.method()));
        output.write(
                switch (format()) {
                    case TEXT -> TextView.of(equation, written, (int) width(DEFAULT_COLUMNS));
                    case LATEX -> LatexView.snippet(command(), equation, written, width(LatexView.DEFAULT_WIDTH));
                    case LATEX_DOCUMENT ->
                        LatexView.document(command(), equation, written, width(LatexView.DEFAULT_WIDTH));
                    case JSON -> Json.write(Json.of(equation));
                    case SUMMARY -> summary(equation.method(), equation.summary());
                });
    }

    void write(Method<?> method, List<FieldEquation.Summary> summary) {
        output.write(summary(method, summary));
    }

    private String summary(Method<?> method, List<FieldEquation.Summary> summary) {
        return format.isJson() ? Json.write(Json.summary(method, summary)) : TextView.summary(summary);
    }

    void write(BracketForm brackets) {
        output.write(
                switch (format()) {
                    case TEXT -> TextView.of(brackets, (int) width(DEFAULT_COLUMNS));
                    case LATEX -> LatexView.snippet(command(), brackets, width(LatexView.DEFAULT_WIDTH));
                    case JSON -> Json.write(Json.of(brackets));
                    case LATEX_DOCUMENT, SUMMARY ->
                        throw new IllegalArgumentException("the bracket form has no format '" + format()
                                + "', expected text, latex or json; the form over trees (--as field) has all");
                });
    }

    private double width(double normal) {
        double given = width.orElse(normal);
        if (!(given >= NARROWEST && given <= WIDEST)) {
            throw new IllegalArgumentException("given a width of " + given + ", expected at least " + NARROWEST
                    + "; leave it out for the usual one");
        }
        return given;
    }
}
