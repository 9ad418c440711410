package org.modeq.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.modeq.cli.FormatOption.Format;
import org.modeq.numeric.plot.Plot;
import org.modeq.numeric.sweep.ClusterEngines;
import org.modeq.numeric.sweep.Sweep;
import org.modeq.numeric.sweep.SweepEngine;
import org.modeq.numeric.sweep.SweepPlan;
import org.modeq.numeric.sweep.SweepReader;
import org.modeq.numeric.sweep.SweepRow;
import org.modeq.numeric.sweep.SweepSummary;
import org.modeq.numeric.sweep.ThreadEngine;
import org.modeq.symbolic.latex.TextView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code modeq sweep STUDY}: many runs beside their truncated fields. */
@Command(
        name = "sweep",
        description =
                "Run optimizers beside their truncated modified equations, over problems, methods, seeds and step sizes.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A file of a sweep (YAML); paths are relative to it:",
            "  problems: [digits.yaml]",
            "  methods: [gd, \"sequence:A,B\"]      and if need be  parameters: {beta: 9/10}, field: A",
            "  seeds: \"1-20\"                      of the starts; formulas start at point + spread·N(0, 1)",
            "  spread: 1/10",
            "  step-sizes: [1/10, 1/20, 1/40]",
            "  horizon: 1",
            "  orders: [1, 2, 3]",
            "",
            "The folder gets journal.txt, a row at a time, and at the end results.csv and the same as JSON lines, results.jsonl;",
            "with --format html also report.html, a page with a ladder for each method on each problem. A sweep that was killed",
            "goes on where it was, if it is run again with the same folder.",
            "",
            "Examples:",
            "  modeq sweep study.yaml",
            "  modeq sweep study.yaml --output sweeps/first --threads 2 --json",
            "  modeq sweep study.yaml --format html",
            "  modeq sweep study.yaml --plot ladder.tex",
            "  modeq sweep study.yaml --master spark://127.0.0.1:7077"
        })
final class SweepCommand implements Callable<Integer> {
    private static final int MOST_THREADS = 1024;

    @Parameters(paramLabel = "STUDY", description = "The file of the sweep (YAML).")
    private Path study;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            defaultValue = "modeq-sweep",
            description = "The folder of journal and table (default: ${DEFAULT-VALUE}).")
    private Path folder;

    @Option(names = "--threads", paramLabel = "K", description = "Threads (default: one for each processor).")
    private Optional<Integer> threads;

    @Option(
            names = "--master",
            paramLabel = "M",
            description = "Run on Spark: local[K] or spark://host:port. Adds results.parquet.")
    private Optional<String> master;

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description =
                    "Also draw the medians against the step size, as .svg, as .tex for pgfplots, or their data as .csv;"
                            + " may be repeated. Of several methods or problems each has its number: ladder-2.tex.")
    private List<Path> plots = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    @Mixin
    private FormatOption format;

    @SuppressWarnings("NullAway.Init")
    SweepCommand() {}

    @Override
    public Integer call() {
        Format written = format.among(Format.TEXT, Format.HTML, Format.JSON);
        Picture.requireWritable(plots);
        SweepEngine engine = engine();
        SweepPlan plan = SweepReader.read(study);
        List<SweepRow> rows;
        try (ProgressLine progress =
                new ProgressLine("sweep", spec.commandLine().getErr())) {
            rows = Sweep.run(plan, folder, engine, progress);
        }
        List<SweepSummary> summaries = SweepSummary.of(plan, rows);
        draw(SweepPage.plots(summaries));
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                switch (written) {
                    case JSON -> json(plan, summaries);
                    case HTML -> page(plan, summaries);
                    default -> text(plan, summaries);
                });
        out.flush();
        return Main.DONE;
    }

    private SweepEngine engine() {
        if (master.isPresent()) {
            if (threads.isPresent()) {
                throw new IllegalArgumentException(
                        "given --threads and --master, expected one of them; a master says itself how many, as in local[2]");
            }
            return ClusterEngines.found().of(master.get());
        }
        int count = threads.orElseGet(() -> Runtime.getRuntime().availableProcessors());
        if (count < 1 || count > MOST_THREADS) {
            throw new IllegalArgumentException("given --threads " + count + ", expected 1 to " + MOST_THREADS
                    + "; leave it out for all processors");
        }
        return ThreadEngine.of(count);
    }

    private void draw(List<Plot> ladders) {
        if (ladders.isEmpty() && !plots.isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing to draw: no run has a finite distance to its flow; take smaller step sizes");
        }
        for (Path file : plots) {
            for (int i = 0; i < ladders.size(); i++) {
                Path numbered = Path.of(file.toString().replaceFirst("(?=\\.[a-z]+$)", "-" + (i + 1)));
                Picture.write(ladders.size() == 1 ? file : numbered, ladders.get(i));
            }
        }
    }

    /** Writes the page into the folder of the sweep, and says where it is. */
    private String page(SweepPlan plan, List<SweepSummary> summaries) {
        List<Long> seeds = plan.seeds();
        Provenance provenance = Provenance.of(
                CommandWords.of(spec.commandLine()),
                List.of(List.of("seeds", seeds.get(0) + " to " + seeds.get(seeds.size() - 1))),
                plan.files());
        Path file = folder.resolve("report.html");
        Output.write(file, SweepPage.html(study.getFileName().toString(), plan, summaries, provenance));
        return "report in " + file + "\n";
    }

    private String json(SweepPlan plan, List<SweepSummary> summaries) {
        ObjectNode root = Json.document()
                .put("studies", plan.size())
                .put("horizon", plan.horizon())
                .put("table", folder.resolve("results.csv").toString())
                .put("lines", folder.resolve("results.jsonl").toString());
        ArrayNode list = root.putArray("summaries");
        for (SweepSummary summary : summaries) {
            ObjectNode node = list.addObject()
                    .put("problem", summary.problem())
                    .put("method", summary.method())
                    .put("order", summary.order());
            ArrayNode points = node.putArray("points");
            summary.points()
                    .forEach(point -> points.addObject()
                            .put("h", point.stepSize())
                            .put("median", point.median())
                            .put("lost", point.lost()));
            summary.slope().ifPresent(slope -> node.put("slope", slope));
        }
        return Json.write(root);
    }

    private String text(SweepPlan plan, List<SweepSummary> summaries) {
        List<List<String>> table = new ArrayList<>();
        List<String> heading = new ArrayList<>(List.of("problem", "method", "order"));
        plan.stepSizes().forEach(size -> heading.add("h = " + size));
        heading.add("slope");
        table.add(heading);
        for (SweepSummary summary : summaries) {
            List<String> row =
                    new ArrayList<>(List.of(summary.problem(), summary.method(), Integer.toString(summary.order())));
            summary.points()
                    .forEach(point -> row.add(
                            point.lost() == plan.seeds().size()
                                    ? "inf"
                                    : String.format(Locale.ROOT, "%.3g", point.median())));
            row.add(summary.slope()
                    .map(slope -> String.format(Locale.ROOT, "%.3f", slope))
                    .orElse("-"));
            table.add(row);
        }
        return plan.size() + " studies to the time " + plan.horizon() + ", medians over "
                + plan.seeds().size() + " seeds of the distance to the flow; every row in "
                + folder.resolve("results.csv") + "\n\n"
                + TextView.table(table).indent(2);
    }
}
