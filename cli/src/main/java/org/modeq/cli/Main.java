package org.modeq.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.modeq.cli.terminal.ColourChoice;
import org.modeq.cli.terminal.Door;
import org.modeq.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

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
            "  modeq demo                                     the main job on real data, with a report",
            "  modeq derive gd --order 4                      gradient descent through h^3",
            "  modeq derive sequence:A,B --as brackets        two tasks in sequence, as Lie brackets",
            "  modeq bch --degree 6                           Baker, Campbell and Hausdorff",
            "  modeq evaluate problem.yaml --method sequence:A,B --exact",
            "  modeq check                                    the catalogue of claims of papers",
            "  modeq export sequence:A,B --language pytorch   the field as a function to take away",
            "  modeq help derive                              all of a command",
            "  modeq info                                     versions, and what multiplies matrices here"
        })
public final class Main implements Runnable {
    static final int DONE = 0;
    static final int CHECK_FAILED = 1;
    static final int BAD_INPUT = 2;
    static final int OUR_FAULT = 3;

    private static final int NARROWEST_HELP = 80;
    private static final int WIDEST_HELP = 125;

    private static final Set<String> ASK_VERSION = Set.of("-V", "--version");

    /** Commands that write a program whatever their format. */
    private static final Set<String> WRITE_SOURCES = Set.of("export", "completion");

    @Spec
    private CommandSpec spec;

    @Option(names = "--debug", description = "Print the stack trace of an error.", scope = ScopeType.INHERIT)
    private boolean debug;

    @Option(
            names = "--ascii",
            description = "Write text in ASCII, as where the locale has no Unicode.",
            scope = ScopeType.INHERIT)
    private boolean ascii;

    @Option(
            names = {"--colour", "--color"},
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "auto (on a terminal, unless NO_COLOR is set), always or never (default: ${DEFAULT-VALUE}).",
            scope = ScopeType.INHERIT)
    private String colour;

    private final Terminal terminal;
    private final Door door;

    /** Made by picocli, which fills in the fields. */
    Main() {
        this(Terminal.PLAIN, new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }

    @SuppressWarnings("NullAway.Init")
    private Main(Terminal terminal, PrintStream out) {
        this.terminal = terminal;
        this.door = new Door(new OutputStreamWriter(out, StandardCharsets.UTF_8), terminal);
    }

    /**
     * Runs a command and leaves with its exit code.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Terminal terminal = Terminal.of(System.getenv(), property -> System.getProperty(property, ""));
        int exitCode = run(terminal, out, err, arguments);
        out.flush();
        System.exit(exitCode);
    }

    /** Runs a command with the given streams, none of which is a terminal. */
    static int run(PrintStream out, PrintStream err, String... arguments) {
        return run(Terminal.PLAIN, out, err, arguments);
    }

    /** Runs a command with the given streams. */
    static int run(Terminal place, PrintStream out, PrintStream err, String... arguments) {
        if (arguments.length == 1 && ASK_VERSION.contains(arguments[0])) {
            out.println(String.join("\n", new Version().getVersion())); // reading a command line takes longer than this
            return DONE;
        }
        Terminal terminal = place.asked(List.of(arguments));
        Main main = new Main(terminal, out);
        Terminal plain = new Terminal(terminal.isAscii(), terminal.columns(), false);
        Door errors = new Door(new OutputStreamWriter(err, StandardCharsets.UTF_8), plain);
        CommandLine commandLine = Commands.of(main, List.of(arguments))
                .setOut(new PrintWriter(main.door, true))
                .setErr(new PrintWriter(errors, true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setUsageHelpWidth(Math.max(NARROWEST_HELP, Math.min(terminal.columns(), WIDEST_HELP)))
                .setParameterExceptionHandler((exception, words) -> misread(exception))
                .setExecutionExceptionHandler((exception, line, result) -> failed(exception, line, main.debug))
                .setExecutionStrategy(main::execute);
        return commandLine.execute(arguments);
    }

    /** Opens the door to what the command will write, and runs it. */
    private int execute(ParseResult result) {
        ParseResult command = result;
        while (command.hasSubcommand()) {
            command = command.subcommand();
        }
        if (command.matchedOption("--help") == null) {
            door.open(content(command), width(command));
        }
        try {
            ColourChoice.parse(colour);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(command.commandSpec().commandLine(), unknown.getMessage());
        }
        return new CommandLine.RunLast().execute(result);
    }

    private static Door.Content content(ParseResult command) {
        String format = command.matchedOptionValue("--format", "text");
        if (command.hasMatchedOption("--json") || format.equals("json")) {
            return Door.Content.JSON;
        }
        boolean isText = format.equals("text") || format.equals("summary");
        return isText && !WRITE_SOURCES.contains(command.commandSpec().name())
                ? Door.Content.TEXT
                : Door.Content.SOURCE;
    }

    /** The width asked for, where it is one; the command tells where it is not. */
    private int width(ParseResult command) {
        return command.hasMatchedOption("--width")
                ? (int) Double.parseDouble(
                        command.matchedOption("--width").originalStringValues().get(0))
                : terminal.columns();
    }

    /** How many columns the place has that a command writes to. */
    static int columns(CommandSpec command) {
        return of(command).map(main -> main.terminal).orElse(Terminal.PLAIN).columns();
    }

    /** The text as it stands in a file: in ASCII only if that was asked for. */
    static String forFile(CommandSpec command, String text) {
        return of(command)
                .filter(main -> main.ascii)
                .map(main -> main.door.ascii(text))
                .orElse(text);
    }

    /** The program that a command belongs to; that of a mixin is found by way of its command line. */
    private static Optional<Main> of(CommandSpec command) {
        Object program = command.commandLine().getCommandSpec().root().userObject();
        return program instanceof Main main ? Optional.of(main) : Optional.empty();
    }

    /** Without a command: the help. */
    @Override
    public void run() {
        Commands.all()
                .setUsageHelpWidth(spec.usageMessage().width())
                .usage(spec.commandLine().getOut(), spec.commandLine().getColorScheme());
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

    private static int misread(ParameterException exception) {
        CommandLine commandLine = exception.getCommandLine();
        String name = commandLine.getCommandSpec().qualifiedName();
        commandLine.getErr().println("modeq: " + oneLine(Misreading.of(exception)) + "; see '" + name + " --help'");
        return BAD_INPUT;
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
