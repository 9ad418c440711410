package org.modeq.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.modeq.symbolic.latex.LatexView;
import org.modeq.symbolic.latex.Notation;
import org.modeq.symbolic.latex.TextView;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.BracketForm;
import org.modeq.symbolic.modified.ModifiedEquation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code modeq derive METHOD}: the modified equation of an optimizer. */
@Command(
        name = "derive",
        description = "Derive the modified equation of an optimizer, exactly.",
        mixinStandardHelpOptions = true)
final class DeriveCommand implements Callable<Integer> {
    private static final int DEFAULT_COLUMNS = 100;
    private static final double NARROWEST = 10;
    private static final double WIDEST = 100_000;

    private static final List<String> EXAMPLES = List.of(
            "",
            "Examples:",
            "  modeq derive gd --order 6 --format json",
            "  modeq derive sequence:A*3,B*2 --order 3 --notation field",
            "  modeq derive sequence:A,B --as brackets --format latex");

    private enum Format {
        TEXT,
        LATEX,
        LATEX_DOCUMENT,
        JSON,
        SUMMARY
    }

    @Parameters(paramLabel = "METHOD", description = "The optimizer, as gd or sequence:A,B.")
    private String method;

    @Option(
            names = "--order",
            paramLabel = "N",
            defaultValue = "3",
            description = "The highest order of a tree, so powers of h up to N-1 (default: ${DEFAULT-VALUE}).")
    private int order;

    @Option(
            names = "--as",
            paramLabel = "FORM",
            defaultValue = "field",
            description = "field (a sum over trees) or brackets (self-corrections and Lie brackets).")
    private String form;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, latex, latex-document, json or summary (default: ${DEFAULT-VALUE}).")
    private String format;

    @Option(names = "--json", description = "JSON; with --format summary the summary as JSON.")
    private boolean json;

    @Option(
            names = "--notation",
            paramLabel = "NAME",
            defaultValue = "gradient",
            description = "gradient (derivatives of the loss) or field (f'f); default: ${DEFAULT-VALUE}.")
    private String notation;

    @Option(
            names = "--width",
            paramLabel = "W",
            description = "Width of a line: columns of text (default 100), em of LaTeX (default 38).")
    private Optional<Double> width;

    @Mixin
    private MethodOptions options;

    @Mixin
    private Output output;

    @SuppressWarnings("NullAway.Init")
    DeriveCommand() {}

    /** The end of the help: the methods there are, and examples. */
    static String[] footer() {
        Stream<String> methods = Methods.entries().stream()
                .map(entry -> String.format(Locale.ROOT, "  %-18s %s", entry.usage(), entry.summary()));
        return Stream.of(Stream.of("", "Methods:"), methods, EXAMPLES.stream())
                .flatMap(lines -> lines)
                .toArray(String[]::new);
    }

    @Override
    public Integer call() {
        Format wanted = format();
        Method<?> optimizer = options.read(method);
        Notation written = Notation.parse(notation);
        String text = switch (form) {
            case "field" ->
                wanted == Format.SUMMARY
                        ? summary(optimizer)
                        : field(ModifiedEquation.of(optimizer, order), wanted, written);
            case "brackets" -> brackets(BracketForm.of(optimizer, order), wanted);
            default ->
                throw new IllegalArgumentException(
                        "unknown form '" + form + "' of the modified equation, expected field or brackets");
        };
        output.write(text);
        return Main.DONE;
    }

    private Format format() {
        for (Format known : Format.values()) {
            if (known.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(format)) {
                return json && known == Format.TEXT ? Format.JSON : known;
            }
        }
        throw new IllegalArgumentException(
                "unknown format '" + format + "', expected one of text, latex, latex-document, json, summary");
    }

    private String field(ModifiedEquation<?> equation, Format wanted, Notation written) {
        return switch (wanted) {
            case TEXT -> TextView.of(equation, written, (int) width(DEFAULT_COLUMNS));
            case LATEX -> LatexView.snippet(equation, written, width(LatexView.DEFAULT_WIDTH));
            case LATEX_DOCUMENT -> LatexView.document(equation, written, width(LatexView.DEFAULT_WIDTH));
            case JSON -> Json.write(Json.of(equation));
            case SUMMARY -> summary(equation.method());
        };
    }

    private String summary(Method<?> optimizer) {
        List<ModifiedEquation.Summary> summary = ModifiedEquation.summary(optimizer, order);
        return json ? Json.write(Json.summary(optimizer, summary)) : TextView.summary(summary);
    }

    private String brackets(BracketForm brackets, Format wanted) {
        return switch (wanted) {
            case TEXT -> TextView.of(brackets, (int) width(DEFAULT_COLUMNS));
            case LATEX -> LatexView.snippet(brackets, width(LatexView.DEFAULT_WIDTH));
            case JSON -> Json.write(Json.of(brackets));
            case LATEX_DOCUMENT, SUMMARY ->
                throw new IllegalArgumentException("the bracket form has no format '" + format
                        + "', expected text, latex or json; the form over trees (--as field) has all");
        };
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
