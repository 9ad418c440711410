package org.modeq.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.modeq.cli.FormatOption.Format;
import org.modeq.symbolic.circuit.AdaptiveMethod;
import org.modeq.symbolic.circuit.AdaptiveMethods;
import org.modeq.symbolic.circuit.AdaptiveRoad;
import org.modeq.symbolic.circuit.CircuitMethod;
import org.modeq.symbolic.latex.LatexStyle;
import org.modeq.symbolic.latex.LatexView;
import org.modeq.symbolic.latex.Notation;
import org.modeq.symbolic.latex.StartView;
import org.modeq.symbolic.latex.SwapView;
import org.modeq.symbolic.latex.TextView;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.BracketForm;
import org.modeq.symbolic.modified.EffectiveStart;
import org.modeq.symbolic.modified.FieldEquation;
import org.modeq.symbolic.modified.HamiltonianForm;
import org.modeq.symbolic.modified.LossForm;
import org.modeq.symbolic.modified.MetricForm;
import org.modeq.symbolic.modified.MomentumState;
import org.modeq.symbolic.tree.Colour;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a series is written: its order, its format, its notation, its width, and where it goes. */
final class SeriesOptions {
    @Option(
            names = "--order",
            paramLabel = "N",
            defaultValue = "3",
            description = "The highest order of a tree, so powers of h up to N-1 (default: ${DEFAULT-VALUE}).")
    private int order;

    @Option(
            names = "--notation",
            paramLabel = "NAME",
            description =
                    "gradient (derivatives of the loss; the usual one of optimizers), field (f'f), index (components"
                            + " with indices) or tree (F of a drawn tree).")
    private Optional<String> notation;

    @Mixin
    private LatexOptions latex;

    @Mixin
    private Page page;

    @SuppressWarnings("NullAway.Init")
    SeriesOptions() {}

    /** The list of methods, and examples: the end of the help of a command that takes a method. */
    static String[] footer(List<String> examples) {
        Stream<String> methods = Methods.entries().stream()
                .map(entry -> String.format(Locale.ROOT, "  %-22s %s", entry.usage(), entry.summary()));
        return Stream.of(Stream.of("", "Methods:"), methods, Stream.of("", "Examples:"), examples.stream())
                .flatMap(lines -> lines)
                .toArray(String[]::new);
    }

    /** The same footer with the adaptive methods, which only some commands take. */
    static String[] footerWithAdaptive(List<String> examples) {
        Stream<String> adaptive = AdaptiveMethods.entries().stream()
                .map(entry -> String.format(Locale.ROOT, "  %-22s %s", entry.name(), entry.summary()));
        List<String> lines = new ArrayList<>(List.of(footer(examples)));
        lines.addAll(lines.indexOf("Examples:") - 1, adaptive.toList());
        return lines.toArray(new String[0]);
    }

    int order() {
        return order;
    }

    boolean isSummary() {
        return page.format() == Format.SUMMARY;
    }

    /** Checks what does not depend on the series, before it is derived. */
    void check() {
        page.check();
        notation.ifPresent(Notation::parse);
        latex.check(page);
    }

    /** The style of a result of a method. */
    private LatexStyle style(Method<?> method) {
        return latex.style(
                page.ems(), method.fields().stream().map(Colour::name).collect(Collectors.toSet()));
    }

    void write(FieldEquation<?> equation) {
        latex.requireNoBracket("a field in differentials");
        Notation written = notation.map(Notation::parse).orElse(Notation.usual(equation.method()));
        page.write(
                switch (page.format()) {
                    case TEXT -> TextView.of(equation, written, page.columns());
                    case LATEX -> LatexView.snippet(page.command(), equation, written, style(equation.method()));
                    case LATEX_DOCUMENT ->
                        LatexView.document(page.command(), equation, written, style(equation.method()));
                    case JSON -> Json.write(Json.of(equation));
                    case SUMMARY -> summary(equation.method(), equation.summary());
                    case HTML -> SeriesPage.of(equation, written, page);
                });
    }

    void write(Method<?> method, List<FieldEquation.Summary> summary) {
        page.write(summary(method, summary));
    }

    private String summary(Method<?> method, List<FieldEquation.Summary> summary) {
        return page.isJson() ? Json.write(Json.summary(method, summary)) : TextView.summary(summary);
    }

    void writeOfBrackets(Method<?> method, List<FieldEquation.Summary> summary) {
        page.write(page.isJson() ? Json.write(Json.summary(method, summary)) : TextView.summaryOfBrackets(summary));
    }

    void write(BracketForm<?> brackets) {
        notation.map(Notation::parse).filter(given -> given != Notation.FIELD).ifPresent(given -> {
            throw new IllegalArgumentException("given --notation " + given
                    + " for the bracket form, expected field: it is written in the brackets of fields; --as field"
                    + " has the others");
        });
        page.write(
                switch (page.format()) {
                    case TEXT -> TextView.of(brackets, page.columns());
                    case LATEX -> LatexView.snippet(page.command(), brackets, style(brackets.method()));
                    case LATEX_DOCUMENT -> LatexView.document(page.command(), brackets, style(brackets.method()));
                    case JSON -> Json.write(Json.of(brackets));
                    case HTML -> SeriesPage.of(brackets, page);
                    case SUMMARY -> throw new AssertionError(); // written without the brackets
                });
    }

    void write(LossForm<?> form) {
        latex.requireNoBracket("this form");
        page.write(ScalarForms.of(form, notation.map(Notation::parse), style(form.method()), page));
    }

    void write(MetricForm<?> form) {
        latex.requireNoBracket("this form");
        page.write(ScalarForms.of(form, notation.map(Notation::parse), style(form.method()), page));
    }

    void write(EffectiveStart<?> start) {
        latex.requireNone("an effective start");
        Notation written = notation.map(Notation::parse).orElse(Notation.usual(start.method()));
        page.write(
                switch (page.format()) {
                    case TEXT -> StartView.text(start, written, page.columns());
                    case LATEX -> StartView.snippet(page.command(), start, written, page.ems());
                    case JSON -> Json.write(Json.of(start));
                    case LATEX_DOCUMENT, SUMMARY, HTML ->
                        throw new IllegalArgumentException("given --format " + page.format()
                                + " for an effective start, expected text, latex or json");
                });
    }

    void write(MomentumState.Swap<?> swap) {
        latex.requireNone("a swap");
        notation.ifPresent(given -> {
            throw new IllegalArgumentException("given --notation " + given
                    + " for a swap, expected none: it is written in fields and the velocity v");
        });
        page.write(
                switch (page.format()) {
                    case TEXT -> SwapView.text(swap, page.columns());
                    case LATEX -> SwapView.snippet(page.command(), swap, page.ems());
                    case JSON -> Json.write(Json.of(swap));
                    case LATEX_DOCUMENT, SUMMARY, HTML ->
                        throw new IllegalArgumentException(
                                "given --format " + page.format() + " for a swap, expected text, latex or json");
                });
    }

    /** An average over random batches, in the form in which it was asked for. */
    void write(Function<Page, String> view) {
        latex.requireNone("an average over random batches");
        notation.map(Notation::parse).filter(given -> given != Notation.FIELD).ifPresent(given -> {
            throw new IllegalArgumentException("given --notation " + given
                    + " for an average over random batches, expected field: its letters are fields; leave it out");
        });
        page.write(view.apply(page));
    }

    /** A circuit from a file. */
    void write(CircuitMethod method) {
        latex.requireNone("a circuit");
        notation.ifPresent(given -> {
            throw new IllegalArgumentException("given --notation " + given + " for " + method.name()
                    + ", expected none: its terms are written by the names of its nodes");
        });
        page.write(CircuitForms.of(method, order, page));
    }

    /** An adaptive method: its trees are written coordinate by coordinate. */
    void write(AdaptiveMethod method, AdaptiveRoad road) {
        latex.requireNone("an adaptive method");
        notation.ifPresent(given -> {
            throw new IllegalArgumentException(
                    "given --notation " + given + " for " + method.name()
                            + ", expected none: its terms are written coordinate by coordinate, with the derivatives of U and L");
        });
        page.write(
                road == AdaptiveRoad.SLOW
                        ? AdaptiveForms.slow(method, order, page)
                        : AdaptiveForms.scaled(method, order, page));
    }

    void write(HamiltonianForm<?> form) {
        latex.requireNoBracket("this form");
        page.write(ScalarForms.of(form, notation.map(Notation::parse), style(form.method()), page));
    }
}
