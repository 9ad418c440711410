package org.modeq.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code modeq help COMMAND}: the same as {@code modeq COMMAND --help}. */
@Command(
        name = "help",
        description = "Show the help of a command, or of the program.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  modeq help", "  modeq help derive"})
final class HelpCommand implements Callable<Integer> {
    @Parameters(paramLabel = "COMMAND", arity = "0..1", description = "The command.")
    private Optional<String> command;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    HelpCommand() {}

    @Override
    public Integer call() {
        CommandLine program = Commands.all();
        CommandLine asked = command.map(name -> named(program, name)).orElse(program);
        asked.setUsageHelpWidth(spec.usageMessage().width())
                .usage(spec.commandLine().getOut(), asked.getColorScheme());
        return Main.DONE;
    }

    /** A command by its name. */
    static CommandLine named(CommandLine program, String name) {
        CommandLine found = program.getSubcommands().get(name);
        if (found == null) {
            throw new IllegalArgumentException(Misreading.unknown("command", name, Commands.names()));
        }
        return found;
    }
}
