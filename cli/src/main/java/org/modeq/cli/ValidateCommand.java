package org.modeq.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.modeq.cli.FormatOption.Format;
import org.modeq.numeric.graph.Node;
import org.modeq.numeric.plot.Plot;
import org.modeq.numeric.problem.Problem;
import org.modeq.numeric.problem.ProblemReader;
import org.modeq.numeric.study.PhasePortrait;
import org.modeq.numeric.study.PortraitStudy;
import org.modeq.numeric.study.Validation;
import org.modeq.numeric.study.ValidationProblem;
import org.modeq.numeric.study.ValidationReport;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code modeq validate PROBLEM}: a truncated modified equation against the optimizer itself. */
@Command(
        name = "validate",
        description =
                "Measure how far a truncated modified equation agrees with the optimizer itself, on a problem and on five"
                        + " random ones.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Layers: A the coefficients against the optimizer run in power series of h; B one step against the flow of the",
            "truncated field; C the global error at a fixed horizon; D wrong series, all of which must be noticed; F the step",
            "size beside the curvature, and the sizes of the terms. Exit code 1 if a layer fails.",
            "",
            "Examples:",
            "  modeq validate problem.yaml --method sequence:A,B --order 3",
            "  modeq validate network.yaml --method gd --field A --order 2 --step-size 0.1 --format json",
            "  modeq validate problem.yaml --method gd --order 3 --format html --output report.html",
            "  modeq validate problem.yaml --method gd --step-size 0.3 --picture trajectory --plot run.svg --plot run.tex",
            "  modeq derive gd --order 3 --json > mine.json; modeq validate problem.yaml --method gd --series mine.json"
        })
final class ValidateCommand implements Callable<Integer> {
    private static final int MOST_STEPS = 300;

    @Parameters(paramLabel = "PROBLEM", description = "The problem file (YAML).")
    private Path problem;

    @Option(names = "--method", paramLabel = "METHOD", required = true, description = "As gd or sequence:A,B.")
    private String method;

    @Option(names = "--order", paramLabel = "N", description = "f_1 to f_N are tested, N at most 6 (default: 3).")
    private Optional<Integer> order;

    @Option(
            names = "--series",
            paramLabel = "FILE",
            description = "Test the series in a file instead, terms as JSON of derive writes them.")
    private Optional<Path> series;

    @Option(
            names = "--field",
            paramLabel = "NAME",
            description = "For methods of one field, as gd: which loss or field of the file it is.")
    private Optional<String> field;

    @Option(
            names = "--step-size",
            paramLabel = "H",
            description = "The step size of layer F and of the trajectory (default: the largest of the ladder).")
    private Optional<Double> stepSize;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Seed of the random problems (default: ${DEFAULT-VALUE}).")
    private int seed;

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description = "Also draw a picture, as .svg, as .tex for pgfplots, or its data as .csv; may be repeated.")
    private List<Path> plots = new ArrayList<>();

    @Option(
            names = "--picture",
            paramLabel = "NAME",
            defaultValue = "ladder",
            description =
                    "What --plot draws: ladder, null-tests (ladders without the terms of each power), terms (their"
                            + " sizes), curvature (h·λ_max) or trajectory (default: ${DEFAULT-VALUE}).")
    private String picture;

    @Option(
            names = "--steps",
            paramLabel = "K",
            defaultValue = "20",
            description = "Steps of the trajectory (default: ${DEFAULT-VALUE}).")
    private int steps;

    @Spec
    private CommandSpec spec;

    @Mixin
    private MethodOptions options;

    @Mixin
    private Page page;

    @SuppressWarnings("NullAway.Init")
    ValidateCommand() {}

    @Override
    public Integer call() {
        Format written = page.format(Format.TEXT, Format.LATEX_DOCUMENT, Format.HTML, Format.JSON);
        Picture drawn = Picture.parse(picture);
        check();
        Method<Rational> optimizer = options.readRational(method);
        Validation validation = series.isPresent()
                ? Validation.of(optimizer, SeriesReader.read(series.get()), seed)
                : Validation.of(optimizer, order.orElse(3), seed);
        BSeriesField<Rational> tested = validation.series();
        Problem concrete = ProblemReader.read(problem);
        UnaryOperator<Colour> meaning = concrete.meaning(optimizer, field);
        ValidationProblem given = problem(concrete, optimizer, meaning);
        ValidationReport report;
        try (ProgressLine progress =
                new ProgressLine("validate", spec.commandLine().getErr())) {
            report = validation.on(given, stepSize.map(OptionalDouble::of).orElseGet(OptionalDouble::empty), progress);
        }
        Supplier<PhasePortrait> portrait =
                () -> PortraitStudy.of(optimizer, tested, given, Landscapes.coordinates(concrete))
                        .portrait(report.regime().stepSize(), steps, Landscapes.loss(concrete, tested, meaning));
        if (!plots.isEmpty()) {
            Plot plot = drawn.of(report, portrait);
            plots.forEach(file -> Picture.write(file, plot));
        }
        page.write(
                switch (written) {
                    case JSON -> ValidationView.json(report);
                    case HTML -> ValidationPage.html(result(concrete, report, optimizer, tested, portrait));
                    case LATEX_DOCUMENT ->
                        ValidationDocument.latex(result(concrete, report, optimizer, tested, portrait));
                    default -> ValidationView.text(report);
                });
        return verdict(report);
    }

    private void check() {
        if (series.isPresent() && order.isPresent()) {
            throw new IllegalArgumentException(
                    "given --series and --order, expected one of them; the file says to which order it goes");
        }
        stepSize.ifPresent(h -> {
            if (!(h > 0) || !Double.isFinite(h)) {
                throw new IllegalArgumentException(
                        "given the step size " + h + ", expected a positive number; as in --step-size 0.1");
            }
        });
        if (steps < 1 || steps > MOST_STEPS) {
            throw new IllegalArgumentException("given --steps " + steps + ", expected 1 to " + MOST_STEPS);
        }
        Picture.requireWritable(plots);
    }

    /** The problem in the names of the method. */
    private static ValidationProblem problem(
            Problem concrete, Method<Rational> optimizer, UnaryOperator<Colour> meaning) {
        SortedMap<Colour, Node> all = concrete.fieldNodes();
        SortedMap<Colour, Node> fields = new TreeMap<>();
        for (Colour colour : optimizer.fields()) {
            fields.put(colour, Objects.requireNonNull(all.get(meaning.apply(colour))));
        }
        return ValidationProblem.of(concrete.name(), fields, concrete.start());
    }

    private ValidationResult result(
            Problem concrete,
            ValidationReport report,
            Method<Rational> optimizer,
            BSeriesField<Rational> tested,
            Supplier<PhasePortrait> portrait) {
        List<Path> inputs = new ArrayList<>(List.of(problem));
        inputs.addAll(concrete.dataFiles());
        series.ifPresent(inputs::add);
        Optional<PhasePortrait> drawn;
        try {
            drawn = Optional.of(portrait.get());
        } catch (ArithmeticException notFinite) {
            drawn = Optional.empty();
        }
        return new ValidationResult(
                report,
                optimizer,
                tested,
                series.isPresent() ? Optional.empty() : Optional.of(ModifiedEquation.of(optimizer, report.order())),
                drawn,
                Provenance.of(
                        page.command(), List.of(List.of("seed of the random problems", String.valueOf(seed))), inputs));
    }

    private int verdict(ValidationReport report) {
        List<String> failures = report.failures();
        if (!failures.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("modeq: " + report.method() + " to order " + report.order() + " fails layer "
                            + String.join(", ", failures));
        }
        return failures.isEmpty() ? Main.DONE : Main.CHECK_FAILED;
    }
}
