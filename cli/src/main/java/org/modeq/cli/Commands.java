package org.modeq.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The commands by name. One is made when it is named, all of them for an overview: reading them takes a quarter of a second. */
final class Commands {
    private static final Map<String, String> EXIT_CODES = new LinkedHashMap<>();
    private static final Map<String, Supplier<CommandLine>> COMMANDS = new LinkedHashMap<>();

    static {
        EXIT_CODES.put("0", "done");
        EXIT_CODES.put("1", "a check failed, or a claim is not as expected");
        EXIT_CODES.put("2", "bad input: one line says what was given, what was expected, how to mend it");
        EXIT_CODES.put("3", "a fault of modeq itself");
        COMMANDS.put("derive", () -> of(new DeriveCommand(), SeriesOptions.footerWithAdaptive(DeriveCommand.EXAMPLES)));
        COMMANDS.put("modifying", () -> of(new ModifyingCommand(), SeriesOptions.footer(ModifyingCommand.EXAMPLES)));
        COMMANDS.put("bch", () -> of(new BchCommand()));
        COMMANDS.put("order-conditions", () -> of(new OrderConditionsCommand()));
        COMMANDS.put("evaluate", () -> of(new EvaluateCommand()));
        COMMANDS.put("validate", () -> of(new ValidateCommand()));
        COMMANDS.put("sweep", () -> of(new SweepCommand()));
        COMMANDS.put("check", () -> of(new CheckCommand()));
        COMMANDS.put("export", () -> of(new ExportCommand(), SeriesOptions.footer(ExportCommand.EXAMPLES)));
        COMMANDS.put("demo", () -> of(new DemoCommand()));
        COMMANDS.put("example", () -> of(new ExampleCommand()));
        COMMANDS.put("explore", () -> of(new ExploreCommand()));
        COMMANDS.put("shell", () -> of(new ShellCommand()).setUnmatchedOptionsArePositionalParams(true));
        COMMANDS.put("info", () -> of(new InfoCommand()));
        COMMANDS.put("help", () -> of(new HelpCommand()));
        COMMANDS.put("man", () -> of(new ManCommand()));
        COMMANDS.put("completion", () -> of(new CompletionCommand()));
    }

    private Commands() {}

    /** The names of all commands. */
    static List<String> names() {
        return List.copyOf(COMMANDS.keySet());
    }

    /** The program with the command that the first word names, or with all commands if that names none. */
    static CommandLine of(Main main, List<String> arguments) {
        Optional<Supplier<CommandLine>> named = arguments.stream()
                .filter(word -> !word.startsWith("-"))
                .findFirst()
                .flatMap(word -> Optional.ofNullable(COMMANDS.get(word)));
        CommandLine program = new CommandLine(main);
        named.map(List::of).orElseGet(() -> List.copyOf(COMMANDS.values())).forEach(command -> add(program, command));
        explainExitCodes(program);
        return program;
    }

    /** The program with all its commands, for a command that speaks of the others. */
    static CommandLine all() {
        return of(new Main(), List.of());
    }

    private static void add(CommandLine program, Supplier<CommandLine> command) {
        CommandLine made = command.get();
        explainExitCodes(made);
        program.addSubcommand(made);
    }

    private static void explainExitCodes(CommandLine command) {
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        usage.exitCodeListHeading("%nExit codes:%n").exitCodeList(EXIT_CODES);
    }

    private static CommandLine of(Object command) {
        return new CommandLine(command);
    }

    private static CommandLine of(Object command, String[] footer) {
        CommandLine line = new CommandLine(command);
        line.getCommandSpec().usageMessage().footer(footer);
        return line;
    }
}
