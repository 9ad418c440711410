package org.modeq.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.modeq.examples.Gallery;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Experiment.Extent;
import org.modeq.examples.experiment.Findings;
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

    @Option(
            names = "--page",
            paramLabel = "DIR",
            description =
                    "With --all: also write README.md and its pictures to this folder, the page of the repository.")
    private Optional<Path> page;

    @Spec
    private CommandSpec spec;

    /** Asked when the command runs: the other commands know nothing of experiments. */
    private final Supplier<List<Experiment>> gallery;

    ExampleCommand() {
        this(Gallery::experiments);
    }

    /** With other experiments for --list and --all. */
    @SuppressWarnings("NullAway.Init")
    ExampleCommand(Supplier<List<Experiment>> gallery) {
        this.gallery = gallery;
    }

    @Override
    public Integer call() {
        check();
        List<Experiment> all = gallery.get();
        PrintWriter out = spec.commandLine().getOut();
        if (isList) {
            all.forEach(experiment ->
                    out.println(experiment.name() + "\n    " + experiment.question() + "\n    " + experiment.paper()));
            out.flush();
            return Main.DONE;
        }
        List<Experiment> chosen = name.map(Gallery::named).map(List::of).orElse(all);
        Path folder = output.orElse(Path.of("modeq-" + name.orElse("gallery")));
        ExampleFolder written = new ExampleFolder(extent(), Main.Version.number(), page);
        boolean areMet = true;
        for (Experiment experiment : chosen) {
            areMet &= run(experiment, written, isAll ? folder.resolve(experiment.name()) : folder);
        }
        if (isAll) {
            written.pages(folder);
        }
        out.println("Wrote " + folder
                + page.map(place -> " and " + place.resolve("README.md")).orElse("") + ".");
        out.flush();
        return areMet ? Main.DONE : Main.CHECK_FAILED;
    }

    private Extent extent() {
        return isQuick ? Extent.QUICK : Extent.FULL;
    }

    private void check() {
        int asked = (name.isPresent() ? 1 : 0) + (isList ? 1 : 0) + (isAll ? 1 : 0);
        if (asked != 1) {
            throw new IllegalArgumentException("given " + asked
                    + " of NAME, --list and --all, expected one of them; modeq example --list has the names");
        }
        if (page.isPresent() && (!isAll || isQuick)) {
            throw new IllegalArgumentException("given --page without --all or with --quick, expected all experiments in"
                    + " full; add --all and leave out --quick");
        }
        requireFolder("--output", output);
        requireFolder("--page", page);
    }

    private static void requireFolder(String option, Optional<Path> place) {
        if (place.isPresent() && Files.exists(place.get()) && !Files.isDirectory(place.get())) {
            throw new IllegalArgumentException(
                    "given " + option + " " + place.get() + ", which is a file; name a folder");
        }
    }

    /** Runs an experiment, writes its files and says whether its outcomes are met. */
    private boolean run(Experiment experiment, ExampleFolder written, Path place) {
        written.begin(experiment, place);
        Optional<Duration> before = cpu();
        Findings findings;
        try (ProgressLine progress =
                new ProgressLine(experiment.name(), spec.commandLine().getErr())) {
            findings = experiment.run(extent(), progress);
        }
        Optional<Duration> spent = cpu().flatMap(now -> before.map(now::minus));
        written.finish(experiment, findings, spent, place);
        PrintWriter out = spec.commandLine().getOut();
        out.print(ExampleFolder.text(experiment, findings));
        out.flush();
        return findings.areMet();
    }

    /** The CPU time of all threads of the program, where the system says it. */
    private static Optional<Duration> cpu() {
        return ProcessHandle.current().info().totalCpuDuration();
    }
}
