package org.modeq.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.modeq.examples.Experiment;
import org.modeq.examples.Experiment.Extent;
import org.modeq.examples.Findings;
import org.modeq.examples.Gallery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code modeq example NAME}: an experiment of a paper, with its pictures and numbers. */
@Command(
        name = "example",
        description = "Run an experiment of a paper and compare its outcomes with what is expected.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Writes results.json, formulas.tex, about.txt and every picture as SVG, PNG, pgfplots (.tex) and CSV.",
            "The exit code is 1 if an outcome is not met.",
            "",
            "Examples:",
            "  modeq example --list",
            "  modeq example principal-flow --output principal-flow",
            "  modeq example --all --quick --output gallery"
        })
final class ExampleCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The experiment; --list has their names.")
    private Optional<String> name;

    @Option(names = "--list", description = "List the experiments.")
    private boolean isList;

    @Option(
            names = "--all",
            description = "Run all of them, each into a folder of its own, with a page that shows them.")
    private boolean isAll;

    @Option(names = "--quick", description = "The decisive outcomes alone, on fewer seeds, steps or sizes.")
    private boolean isQuick;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "The folder to write to (default: modeq-NAME, with --all modeq-gallery).")
    private Optional<Path> output;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    ExampleCommand() {}

    @Override
    public Integer call() {
        int asked = (name.isPresent() ? 1 : 0) + (isList ? 1 : 0) + (isAll ? 1 : 0);
        if (asked != 1) {
            throw new IllegalArgumentException("given " + asked
                    + " of NAME, --list and --all, expected one of them; modeq example --list has the names");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (isList) {
            Gallery.experiments()
                    .forEach(experiment -> out.println(
                            experiment.name() + "\n    " + experiment.question() + "\n    " + experiment.paper()));
            out.flush();
            return Main.DONE;
        }
        List<Experiment> chosen = name.map(Gallery::named).map(List::of).orElseGet(Gallery::experiments);
        Path folder = output.orElse(Path.of("modeq-" + name.orElse("gallery")));
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("given --output " + folder + ", which is a file; name a folder");
        }
        ExampleFolder written = new ExampleFolder(isQuick ? Extent.QUICK : Extent.FULL, Main.Version.number());
        boolean areMet = true;
        for (Experiment experiment : chosen) {
            Path place = isAll ? folder.resolve(experiment.name()) : folder;
            written.begin(experiment, place);
            Findings findings = run(experiment);
            written.finish(experiment, findings, place);
            out.print(ExampleFolder.text(experiment, findings));
            out.flush();
            areMet &= findings.areMet();
        }
        if (isAll) {
            written.page(folder);
        }
        out.println("Wrote " + folder + ".");
        out.flush();
        return areMet ? Main.DONE : Main.CHECK_FAILED;
    }

    private Findings run(Experiment experiment) {
        try (ProgressLine progress =
                new ProgressLine(experiment.name(), spec.commandLine().getErr())) {
            return experiment.run(isQuick ? Extent.QUICK : Extent.FULL, progress);
        }
    }
}
