package org.modeq.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.modeq.cli.manual.ManPage;
import org.modeq.cli.manual.ManText;
import org.modeq.cli.manual.Roff;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code modeq man}: the manual. */
@Command(
        name = "man",
        description = "Print the page of the manual of a command, or write all of them to a folder.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  modeq man derive",
            "  modeq man derive --format roff | man -l -",
            "  modeq man --output share/man/man1          all pages, for man -M share/man modeq-derive"
        })
final class ManCommand implements Callable<Integer> {
    private static final int WIDEST = 100;

    @Parameters(paramLabel = "COMMAND", arity = "0..1", description = "The command; without it the program.")
    private Optional<String> command;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or roff (default: ${DEFAULT-VALUE}).")
    private String format;

    @Option(names = "--output", paramLabel = "DIR", description = "Write all pages as roff to this folder.")
    private Optional<Path> folder;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    ManCommand() {}

    @Override
    public Integer call() {
        if (!List.of("text", "roff").contains(format)) {
            throw new IllegalArgumentException("unknown format '" + format + "', expected text or roff");
        }
        CommandLine program = Commands.all();
        PrintWriter out = spec.commandLine().getOut();
        if (folder.isPresent()) {
            out.print(writeAll(program, folder.get()));
        } else {
            ManPage page = ManPage.of(
                    command.map(name -> HelpCommand.named(program, name)).orElse(program));
            out.print(format.equals("roff") ? roff(page) : ManText.of(page, Math.min(Main.columns(spec), WIDEST)));
        }
        out.flush();
        return Main.DONE;
    }

    private static String roff(ManPage page) {
        return Roff.of(page, "modeq " + Main.Version.number());
    }

    private static String writeAll(CommandLine program, Path folder) {
        List<CommandLine> commands = new ArrayList<>(List.of(program));
        commands.addAll(program.getSubcommands().values());
        for (CommandLine command : commands) {
            ManPage page = ManPage.of(command);
            Output.write(folder.resolve(page.name() + ".1"), roff(page));
        }
        return "Wrote " + commands.size() + " pages to " + folder + ".\n";
    }
}
