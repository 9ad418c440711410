package org.modeq.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.modeq.examples.TwoTasksOnDigits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code modeq demo}: the main job on real data, from the optimizer to a report. */
@Command(
        name = "demo",
        description = {
            "Derive the modified equation of two tasks in sequence, compile it, and compare it with the optimizer itself:",
            "handwritten digits below 5 and from 5 up, learned in turn by a small network (about ten seconds).",
            "Writes report.html, formulas.tex, results.json and ladder.svg."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  modeq demo", "  modeq demo --output two-tasks"})
final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = "modeq-demo",
            description = "The folder to write to (default: ${DEFAULT-VALUE}).")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    DemoCommand() {}

    @Override
    public Integer call() {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("given --output " + folder + ", which is a file; name a folder");
        }
        // Written first: a folder that cannot be written to is told before the work, not after it.
        Output.write(folder.resolve("formulas.tex"), DemoReport.latex(TwoTasksOnDigits.equation()));
        PrintWriter out = spec.commandLine().getOut();
        out.println(DemoReport.opening(TwoTasksOnDigits.equation()));
        out.flush();
        TwoTasksOnDigits.Result result;
        try (ProgressLine progress = new ProgressLine("demo", spec.commandLine().getErr())) {
            result = TwoTasksOnDigits.run(progress);
        }
        out.print(DemoReport.text(result));
        Output.write(folder.resolve("results.json"), DemoReport.json(result));
        Output.write(folder.resolve("report.html"), DemoPage.html(result, Main.Version.number()));
        Output.write(folder.resolve("ladder.svg"), DemoPage.plot(result).toSvg());
        out.println(
                "Wrote " + folder.resolve("report.html") + "; beside it formulas.tex, results.json and ladder.svg.");
        out.flush();
        return Main.DONE;
    }
}
