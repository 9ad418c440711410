package org.modeq.cli;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.modeq.symbolic.method.NearestWord;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of a command line that cannot be read: what was given, what was expected, how to mend it. */
final class Misreading {
    private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);
    private static final Set<Class<?>> REAL = Set.of(double.class, Double.class);

    private Misreading() {}

    /** The message, without the name of the program and without where to read more. */
    static String of(ParameterException exception) {
        if (exception instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().get(0), exception.getCommandLine());
        }
        if (exception instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            boolean isNamed = String.valueOf(exception.getMessage()).contains("parameter for option");
            return missing.getMissing().stream()
                    .map(argument -> missing(argument, isNamed))
                    .collect(Collectors.joining("; "));
        }
        if (exception instanceof OverwrittenOptionException twice) {
            return "given " + name(twice.getOverwritten()) + " more than once, expected it once; leave out all but one";
        }
        ArgSpec argument = exception.getArgSpec();
        String expected = argument == null ? "" : kind(argument);
        return argument == null || exception.getValue() == null || expected.isEmpty()
                ? String.valueOf(exception.getMessage())
                : "given " + name(argument) + " " + exception.getValue() + ", expected " + expected + "; "
                        + name(argument) + ": " + meaning(argument);
    }

    private static String unmatched(String word, CommandLine commandLine) {
        if (word.startsWith("-")) {
            return unknown(
                    "option", word, commandLine.getCommandSpec().optionsMap().keySet());
        }
        boolean hasCommands = !commandLine.getSubcommands().isEmpty();
        return hasCommands
                ? unknown("command", word, Commands.names())
                : "given '" + word + "', where nothing more was expected";
    }

    /** What is said of a word that is none of those known. */
    static String unknown(String what, String word, Collection<String> known) {
        return "unknown " + what + " '" + word + "', expected one of " + String.join(", ", known)
                + NearestWord.hint(word, known);
    }

    private static String missing(ArgSpec argument, boolean isNamed) {
        String given = isNamed ? name(argument) + " without " + argument.paramLabel() : "no " + name(argument);
        return "given " + given + ", expected " + label(argument) + ": " + meaning(argument);
    }

    private static String label(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName() + " " + option.paramLabel()
                : argument.paramLabel();
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** Its description as the end of a sentence. */
    private static String meaning(ArgSpec argument) {
        String text = String.join(" ", argument.description());
        String value = argument.defaultValue();
        return text.replace("${DEFAULT-VALUE}", value == null ? "" : value).replaceFirst("\\.$", "");
    }

    private static String kind(ArgSpec argument) {
        if (argument.typeInfo().isMap()) {
            return argument.paramLabel();
        }
        List<Class<?>> types = Stream.concat(Stream.of(argument.type()), Stream.of(argument.auxiliaryTypes()))
                .<Class<?>>map(type -> type)
                .toList();
        return types.stream().anyMatch(WHOLE::contains)
                ? "a whole number"
                : types.stream().anyMatch(REAL::contains) ? "a number" : "";
    }
}
