package org.modeq.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.modeq.cli.FormatOption.Format;
import org.modeq.numeric.graph.Node;
import org.modeq.numeric.plot.LogLogPlot;
import org.modeq.numeric.problem.Problem;
import org.modeq.numeric.problem.ProblemReader;
import org.modeq.numeric.study.LadderResult;
import org.modeq.numeric.study.Validation;
import org.modeq.numeric.study.ValidationProblem;
import org.modeq.numeric.study.ValidationReport;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.ring.Rational;
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
            "  modeq derive gd --order 3 --json > mine.json; modeq validate problem.yaml --method gd --series mine.json"
        })
final class ValidateCommand implements Callable<Integer> {
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
            description = "The step size of layer F (default: the largest of the ladder).")
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
            description = "Also draw the ladders of layer C, as .svg or as .tex for pgfplots.")
    private Optional<Path> plot;

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
        Format written = page.format(Format.TEXT, Format.JSON);
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
        plot.ifPresent(ValidateCommand::requirePicture);
        Method<Rational> optimizer = options.readRational(method);
        Validation validation = series.isPresent()
                ? Validation.of(optimizer, SeriesReader.read(series.get()), seed)
                : Validation.of(optimizer, order.orElse(3), seed);
        Problem concrete = ProblemReader.read(problem);
        UnaryOperator<Colour> meaning = concrete.meaning(optimizer, field);
        SortedMap<Colour, Node> all = concrete.fieldNodes();
        SortedMap<Colour, Node> fields = new TreeMap<>();
        for (Colour colour : optimizer.fields()) {
            fields.put(colour, Objects.requireNonNull(all.get(meaning.apply(colour))));
        }
        ValidationProblem given = ValidationProblem.of(concrete.name(), fields, concrete.start());
        ValidationReport report;
        try (ProgressLine progress =
                new ProgressLine("validate", spec.commandLine().getErr())) {
            report = validation.on(given, stepSize.map(OptionalDouble::of).orElseGet(OptionalDouble::empty), progress);
        }
        plot.ifPresent(file -> draw(file, report));
        page.write(written == Format.JSON ? ValidationView.json(report) : ValidationView.text(report));
        List<String> failures = report.failures();
        if (!failures.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("modeq: " + report.method() + " to order " + report.order() + " fails layer "
                            + String.join(", ", failures));
        }
        return failures.isEmpty() ? Main.DONE : Main.CHECK_FAILED;
    }

    private static void requirePicture(Path file) {
        if (!file.toString().endsWith(".svg") && !file.toString().endsWith(".tex")) {
            throw new IllegalArgumentException(
                    "given the picture '" + file + "', expected a name that ends in .svg or .tex");
        }
    }

    private static void draw(Path file, ValidationReport report) {
        List<LadderResult> ladders = report.ladders().stream()
                .map(ladder -> new LadderResult(
                        withoutFolder(ladder.problem()), ladder.expected(), ladder.points(), ladder.fit()))
                .toList();
        LogLogPlot picture = LogLogPlot.ofLadder(report.method() + " to order " + report.order(), ladders);
        try {
            Files.writeString(file, file.toString().endsWith(".svg") ? picture.toSvg() : picture.toPgfplots());
        } catch (IOException failure) {
            throw new IllegalArgumentException(
                    "cannot write '" + file + "'; name a file in a folder that can be written", failure);
        }
    }

    private static String withoutFolder(String problem) {
        return problem.substring(problem.lastIndexOf('/') + 1);
    }
}
