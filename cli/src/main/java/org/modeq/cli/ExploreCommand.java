package org.modeq.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.modeq.cli.explore.ExplorePage;
import org.modeq.cli.explore.ExploreServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code modeq explore}: a page in the browser, served on this machine alone. */
@Command(
        name = "explore",
        description = "Serve a page on this machine alone that derives, draws and checks as you change what is asked.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Prints the address to open; Ctrl-C ends it.",
            "",
            "Examples:",
            "  modeq explore --open",
            "  modeq explore --port 8080"
        })
final class ExploreCommand implements Callable<Integer> {
    private static final int HIGHEST_PORT = 65_535;

    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = "0",
            description = "The port, 0 for any that is free (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--open", description = "Open the page in the browser of this machine.")
    private boolean isOpening;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    ExploreCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "given --port " + port + ", expected 0 to " + HIGHEST_PORT + "; leave it out for any that is free");
        }
        try (ExploreServer server = ExplorePage.serve(port, ExploreCommand::output)) {
            if (isOpening) {
                Desktop.browse(server.address().toString())
                        .ifPresent(none -> spec.commandLine()
                                .getErr()
                                .println("modeq: there is no " + none + " here; open the address yourself"));
            }
            // The address is told when the first answer will come at once.
            ExplorePage.rehearse(server);
            spec.commandLine().getOut().println(server.address());
            spec.commandLine().getOut().flush();
            new CountDownLatch(1).await();
        }
        return Main.DONE;
    }

    /** What a command of this program writes. */
    static String output(List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Main.run(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                words.toArray(String[]::new));
        if (exitCode != Main.DONE) {
            throw new IllegalArgumentException(
                    err.toString(StandardCharsets.UTF_8).strip().replaceFirst("^modeq: ", ""));
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
