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
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.modeq.cli.FormatOption.Format;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.graph.Node;
import org.modeq.numeric.plot.Plot;
import org.modeq.numeric.problem.Problem;
import org.modeq.numeric.problem.ProblemReader;
import org.modeq.numeric.study.AdaptiveValidation;
import org.modeq.numeric.study.NoiseValidation;
import org.modeq.numeric.study.PhasePortrait;
import org.modeq.numeric.study.PortraitStudy;
import org.modeq.numeric.study.Validation;
import org.modeq.numeric.study.ValidationProblem;
import org.modeq.numeric.study.ValidationReport;
import org.modeq.numeric.weak.ModifiedGenerator;
import org.modeq.symbolic.circuit.AdaptiveEquation;
import org.modeq.symbolic.circuit.AdaptiveMethod;
import org.modeq.symbolic.circuit.AdaptiveRoad;
import org.modeq.symbolic.latex.Conventions;
import org.modeq.symbolic.method.EulerSteps;
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
            "For adam and its relatives B is the field of a run after its burn-in. For sgd, which draws a field of the problem",
            "for every step, B is the mean over one step, and E the moments at a fixed horizon: of the generator and, to order",
            "2, of the stochastic differential equation, also by sampled paths that share their draws.",
            "",
            "Examples:",
            "  modeq validate problem.yaml --method sequence:A,B --order 2",
            "  modeq validate batches.yaml --method sgd --order 2",
            "  modeq validate problem.yaml --method adam --field A --param beta1=1/2 --param beta2=2/3 --param eps=1 --order 2",
            "  modeq validate network.yaml --method gd --field A --order 2 --step-size 0.1 --format json",
            "  modeq validate problem.yaml --method gd --field A --order 3 --format html --output report.html",
            "  modeq validate problem.yaml --method gd --field A --step-size 0.3 --picture trajectory --plot run.svg --plot run.tex",
            "  modeq derive gd --order 3 --json > mine.json; modeq validate problem.yaml --method gd --field A --series mine.json"
        })
final class ValidateCommand implements Callable<Integer> {
    private static final int MOST_STEPS = 300;
    private static final int MOST_COORDINATES = 10;
    private static final int DEFAULT_ORDER = 3;
    private static final int DEFAULT_NOISE_ORDER = 2;

    @Parameters(paramLabel = "PROBLEM", description = "The problem file (YAML).")
    private Path problem;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            required = true,
            description = "As gd, sequence:A,B, adam or sgd.")
    private String method;

    @Option(
            names = "--order",
            paramLabel = "N",
            description =
                    "f_1 to f_N are tested, N at most 6 (default: 3); of adam and its relatives at most 4, of sgd the"
                            + " generator to h^(N-1), N at most 4 (default: 2).")
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
    private AdaptiveOptions adaptive;

    @Mixin
    private Page page;

    @SuppressWarnings("NullAway.Init")
    ValidateCommand() {}

    @Override
    public Integer call() {
        Format written = page.format(Format.TEXT, Format.LATEX_DOCUMENT, Format.HTML, Format.JSON);
        Picture drawn = Picture.parse(picture);
        check();
        Optional<AdaptiveMethod> averaging = adaptive.read(method, options);
        ValidationReport report;
        if (BatchOptions.isSgd(method) || averaging.isPresent()) {
            requireOwnSeries();
            report = averaging.isPresent() ? onAdaptive(written, averaging.get()) : onNoise(written);
        } else {
            report = onSeries(written, drawn);
        }
        return verdict(report);
    }

    private ValidationReport onSeries(Format written, Picture drawn) {
        Method<Rational> optimizer = options.readRational(method);
        Validation validation = series.isPresent()
                ? Validation.of(optimizer, SeriesReader.read(series.get()), seed)
                : Validation.of(optimizer, order.orElse(DEFAULT_ORDER), seed);
        BSeriesField<Rational> tested = validation.series();
        Problem concrete = ProblemReader.read(problem);
        UnaryOperator<Colour> meaning = concrete.meaning(optimizer, field);
        ValidationProblem given = problem(concrete, optimizer, meaning);
        ValidationReport report = measured(progress -> validation.on(given, stepSize(), progress));
        PortraitStudy study = PortraitStudy.of(optimizer, tested, given, Landscapes.coordinates(concrete));
        BiFunction<Double, Integer, PhasePortrait> run =
                (h, count) -> study.portrait(h, count, Landscapes.loss(concrete, tested, meaning));
        draw(report, drawn, () -> run.apply(report.regime().stepSize(), steps));
        write(
                written,
                report,
                () -> new ValidationResult(
                        report,
                        Conventions.of(optimizer),
                        ValidationTables.series(tested),
                        series.isPresent()
                                ? Optional.empty()
                                : Optional.of(ModifiedEquation.of(optimizer, report.order())),
                        drawable(report.regime().stepSize(), given.dimension() <= MOST_COORDINATES, run),
                        provenance(concrete)));
        return report;
    }

    /** SGD with independent draws: every field of the problem is a batch. */
    private ValidationReport onNoise(Format written) {
        options.requireNothing(method, "sgd");
        if (field.isPresent()) {
            throw new IllegalArgumentException("given the field '" + field.get()
                    + "' for sgd, which draws from all fields of the problem; leave out --field");
        }
        int highest = order.orElse(DEFAULT_NOISE_ORDER);
        NoiseValidation validation = NoiseValidation.of(highest, seed);
        Problem concrete = ProblemReader.read(problem);
        ValidationProblem given = ValidationProblem.of(concrete.name(), concrete.fieldNodes(), concrete.start());
        ValidationReport report = measured(progress -> validation.on(given, stepSize(), progress));
        draw(report, Picture.parse(picture), ValidateCommand::noPortrait);
        write(
                written,
                report,
                () -> new ValidationResult(
                        report,
                        "θ ← θ + h f_ξ(θ), ξ an independent draw of a batch; 𝔼φ(θ + h f_ξ) = exp(h𝓛)φ; time h per step",
                        ValidationTables.generator(ModifiedGenerator.ofSampling(highest)),
                        Optional.empty(),
                        Optional.empty(),
                        provenance(concrete)));
        return report;
    }

    /** Adam and its relatives, after the transient. */
    private ValidationReport onAdaptive(Format written, AdaptiveMethod averaging) {
        if (adaptive.road() == AdaptiveRoad.SCALED) {
            throw new IllegalArgumentException("given --road scaled, expected slow for validate: the scaled road is a"
                    + " sequence of Euler steps on θ and the averages; leave it out");
        }
        int highest = order.orElse(DEFAULT_ORDER);
        AdaptiveValidation validation = AdaptiveValidation.of(averaging, highest, seed);
        Problem concrete = ProblemReader.read(problem);
        Method<Rational> descent = EulerSteps.gradientDescent();
        ValidationProblem given = problem(concrete, descent, concrete.meaning(descent, field));
        ValidationReport report = measured(progress -> validation.on(given, stepSize(), progress));
        draw(report, Picture.parse(picture), ValidateCommand::noPortrait);
        write(
                written,
                report,
                () -> new ValidationResult(
                        report,
                        averaging.map() + "; " + averaging.signals() + "; time h per step, after the transient",
                        ValidationTables.series(AdaptiveEquation.rational(averaging, highest)),
                        Optional.empty(),
                        Optional.empty(),
                        provenance(concrete)));
        return report;
    }

    private static PhasePortrait noPortrait() {
        throw new IllegalArgumentException("given --picture trajectory for a method with averages or noise, expected"
                + " ladder, null-tests, terms or curvature: it has no flow through its iterates to draw");
    }

    private void requireOwnSeries() {
        if (series.isPresent()) {
            throw new IllegalArgumentException("given --series for " + method
                    + ", expected it for methods with a series over plain trees; leave it out, give --order");
        }
    }

    private OptionalDouble stepSize() {
        return stepSize.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    private ValidationReport measured(Function<Progress, ValidationReport> protocol) {
        try (ProgressLine progress =
                new ProgressLine("validate", spec.commandLine().getErr())) {
            return protocol.apply(progress);
        }
    }

    private void draw(ValidationReport report, Picture drawn, Supplier<PhasePortrait> portrait) {
        if (!plots.isEmpty()) {
            Plot plot = drawn.of(report, portrait);
            plots.forEach(file -> Picture.write(file, plot));
        }
    }

    private void write(Format written, ValidationReport report, Supplier<ValidationResult> result) {
        page.write(
                switch (written) {
                    case JSON -> ValidationView.json(report);
                    case HTML -> ValidationPage.html(result.get());
                    case LATEX_DOCUMENT -> ValidationDocument.latex(result.get());
                    default -> ValidationView.text(report);
                });
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

    private Provenance provenance(Problem concrete) {
        List<Path> inputs = new ArrayList<>(List.of(problem));
        inputs.addAll(concrete.dataFiles());
        series.ifPresent(inputs::add);
        return Provenance.of(
                page.command(), List.of(List.of("seed of the random problems", String.valueOf(seed))), inputs);
    }

    /** The run, on small problems with other step sizes too. */
    private Optional<StepFrames> drawable(double h, boolean isSmall, BiFunction<Double, Integer, PhasePortrait> run) {
        try {
            return Optional.of(isSmall ? StepFrames.around(h, steps, run) : StepFrames.of(run.apply(h, steps)));
        } catch (ArithmeticException notFinite) {
            return Optional.empty();
        }
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
