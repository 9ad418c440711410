package org.modeq.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The command line of a run as one line that gives the same result again. */
final class CommandWords {
    /** Where the result goes and how errors look does not change it. */
    private static final Set<String> WITHOUT_EFFECT =
            Set.of("--output", "--debug", "--ascii", "--colour", "--plot", "--picture", "--threads");

    private CommandWords() {}

    /** The name of the command, what it was given, and its options, quoted for a shell. */
    static String of(CommandLine command) {
        return of(command, new TreeMap<>());
    }

    /** The same with other values of some options, which may have been left out. */
    static String of(CommandLine command, SortedMap<String, String> instead) {
        ParseResult result = command.getParseResult();
        List<String> words = new ArrayList<>(List.of(command.getCommandName()));
        result.matchedPositionals().stream()
                .distinct()
                .map(ArgSpec::originalStringValues)
                .forEach(words::addAll);
        result.matchedOptions().stream()
                .distinct()
                .filter(option -> !WITHOUT_EFFECT.contains(option.longestName()))
                .forEach(option -> append(words, option, instead));
        instead.keySet().stream()
                .filter(name -> !words.contains(name))
                .forEach(name -> words.addAll(List.of(name, instead.getOrDefault(name, ""))));
        return words.stream().map(CommandWords::quoted).collect(Collectors.joining(" "));
    }

    private static void append(List<String> words, OptionSpec option, SortedMap<String, String> instead) {
        String other = instead.getOrDefault(option.longestName(), "");
        if (!other.isEmpty()) {
            words.addAll(List.of(option.longestName(), other));
        } else if (option.arity().max() == 0) {
            words.add(option.longestName());
        } else {
            option.originalStringValues().forEach(value -> words.addAll(List.of(option.longestName(), value)));
        }
    }

    /** One word of a POSIX shell, on one line: the result stands in a comment. */
    private static String quoted(String word) {
        String line = word.replaceAll("\\p{Cntrl}", "?");
        return line.matches("[\\p{L}\\p{Nd}_.,:=/+*^@%-]+") ? line : "'" + line.replace("'", "'\\''") + "'";
    }
}
