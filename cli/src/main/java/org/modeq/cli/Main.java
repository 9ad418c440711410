package org.modeq.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.modeq.symbolic.method.NearestWord;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program {@code modeq}: reads the command line, runs a command, and turns what went wrong into one line. */
@Command(
        name = "modeq",
        description = "Modified equations of optimizers: derived, evaluated, checked.",
        versionProvider = Main.Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  modeq demo                                   the main job on real data, with a report",
            "  modeq derive gd --order 4                    gradient descent through h^3",
            "  modeq derive sequence:A,B --as brackets      two tasks in sequence, as Lie brackets",
            "  modeq bch --degree 6                         Baker, Campbell and Hausdorff",
            "  modeq evaluate problem.yaml --method gd --exact",
            "  modeq check                                  the catalogue of claims of papers",
            "  modeq export sequence:A,B --language pytorch  the field as a function to take away",
            "  modeq info                                   versions, and what multiplies matrices here"
        })
public final class Main implements Runnable {
    static final int DONE = 0;
    static final int CHECK_FAILED = 1;
    static final int BAD_INPUT = 2;
    static final int OUR_FAULT = 3;

    @Spec
    private CommandSpec spec;

    @Option(names = "--debug", description = "Print the stack trace of an error.", scope = ScopeType.INHERIT)
    private boolean debug;

    /** Made by picocli, which fills in the fields. */
    @SuppressWarnings("NullAway.Init")
    Main() {}

    /**
     * Runs a command and leaves with its exit code.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int exitCode = run(out, err, arguments);
        out.flush();
        System.exit(exitCode);
    }

    /** Runs a command with the given streams. */
    static int run(PrintStream out, PrintStream err, String... arguments) {
        Main main = new Main();
        CommandLine derive = new CommandLine(new DeriveCommand());
        derive.getCommandSpec().usageMessage().footer(SeriesOptions.footerWithAdaptive(DeriveCommand.EXAMPLES));
        CommandLine modifying = new CommandLine(new ModifyingCommand());
        modifying.getCommandSpec().usageMessage().footer(SeriesOptions.footer(ModifyingCommand.EXAMPLES));
        CommandLine export = new CommandLine(new ExportCommand());
        export.getCommandSpec().usageMessage().footer(SeriesOptions.footer(ExportCommand.EXAMPLES));
        CommandLine commandLine = new CommandLine(main)
                .addSubcommand(derive)
                .addSubcommand(modifying)
                .addSubcommand(new BchCommand())
                .addSubcommand(new OrderConditionsCommand())
                .addSubcommand(new EvaluateCommand())
                .addSubcommand(new ValidateCommand())
                .addSubcommand(new SweepCommand())
                .addSubcommand(new CheckCommand())
                .addSubcommand(export)
                .addSubcommand(new DemoCommand())
                .addSubcommand(new ExampleCommand())
                .addSubcommand(new ExploreCommand())
                .addSubcommand(new CommandLine(new ShellCommand()).setUnmatchedOptionsArePositionalParams(true))
                .addSubcommand(new InfoCommand())
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler((exception, words) -> misread(exception))
                .setExecutionExceptionHandler((exception, line, result) -> failed(exception, line, main.debug));
        return commandLine.execute(arguments);
    }

    /** Without a command: the help. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int misread(ParameterException exception) {
        CommandLine commandLine = exception.getCommandLine();
        String message = exception instanceof UnmatchedArgumentException unmatched
                ? unmatched(unmatched.getUnmatched().get(0), commandLine)
                : oneLine(String.valueOf(exception.getMessage()));
        String name = commandLine.getCommandSpec().qualifiedName();
        commandLine.getErr().println("modeq: " + message + "; see '" + name + " --help'");
        return BAD_INPUT;
    }

    private static String unmatched(String word, CommandLine commandLine) {
        boolean isOption = word.startsWith("-");
        Set<String> known = isOption
                ? commandLine.getCommandSpec().optionsMap().keySet()
                : commandLine.getSubcommands().keySet();
        if (!isOption && known.isEmpty()) {
            return "given '" + word + "', where nothing more was expected";
        }
        String hint = NearestWord.to(word, known)
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("");
        return "unknown " + (isOption ? "option" : "command") + " '" + word + "', expected one of "
                + String.join(", ", known) + hint;
    }

    private static int failed(Exception exception, CommandLine commandLine, boolean debug) {
        if (debug) {
            exception.printStackTrace(commandLine.getErr());
        }
        boolean isBadInput = exception instanceof IllegalArgumentException
                || exception instanceof ArithmeticException
                || exception instanceof CancellationException;
        String message = oneLine(String.valueOf(exception.getMessage()));
        commandLine
                .getErr()
                .println(
                        isBadInput
                                ? "modeq: " + message
                                : "modeq: a fault of modeq itself: "
                                        + exception.getClass().getSimpleName() + " " + message
                                        + "; --debug shows where");
        return isBadInput ? BAD_INPUT : OUR_FAULT;
    }

    private static String oneLine(String message) {
        return message.lines().map(String::strip).reduce((a, b) -> a + " " + b).orElse("");
    }

    /** The version that the build has written into the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"modeq " + number()};
        }

        static String number() {
            String version = Main.class.getPackage().getImplementationVersion();
            return version == null ? "(not packaged)" : version;
        }
    }
}
