package org.modeq.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.modeq.cli.FormatOption.Format;
import org.modeq.cli.terminal.ColourChoice;
import org.modeq.examples.Gallery;
import org.modeq.examples.experiment.Experiment;
import org.modeq.symbolic.circuit.AdaptiveMethods;
import org.modeq.symbolic.export.CodeLanguage;
import org.modeq.symbolic.export.CodePart;
import org.modeq.symbolic.latex.Notation;
import org.modeq.symbolic.method.Methods;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The words that may stand after an option, or as an argument, where these are known beforehand. */
final class CompletionWords {
    /** By the label of an option's value or of an argument, with the command in front where commands differ. */
    private static final Map<String, Supplier<List<String>>> WORDS = Map.ofEntries(
            Map.entry("METHOD", CompletionWords::methods),
            Map.entry("--format", () -> names(Format.values())),
            Map.entry("--notation", () -> names(Notation.values())),
            Map.entry("--colour", () -> names(ColourChoice.values())),
            Map.entry("--picture", () -> names(Picture.values())),
            Map.entry("--basis", () -> BchCommand.BASES),
            Map.entry("--language", () -> names(CodeLanguage.values())),
            Map.entry("--momentum", () -> List.of("ema", "heavy-ball", "none")),
            Map.entry("export --as", () -> names(CodePart.values())),
            Map.entry("derive --as", () -> DeriveCommand.FORMS),
            Map.entry("man --format", () -> List.of("text", "roff")),
            Map.entry("completion SHELL", () -> List.of("bash", "zsh")),
            Map.entry(
                    "example NAME",
                    () -> Gallery.experiments().stream().map(Experiment::name).toList()),
            Map.entry("help COMMAND", Commands::names),
            Map.entry("man COMMAND", Commands::names));

    private CompletionWords() {}

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::toString).toList();
    }

    /** The names, up to the colon where fields or a file follow. */
    private static List<String> methods() {
        return Stream.concat(
                        Methods.entries().stream().map(entry -> entry.usage().replaceFirst("(?<=:).*|\\[.*", "")),
                        AdaptiveMethods.entries().stream().map(entry -> entry.name()))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** Tells a command the words that its options and arguments may have. */
    static void add(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        for (OptionSpec option : List.copyOf(spec.options())) {
            List<String> words = words(spec.name(), option.longestName(), option.paramLabel());
            if (!words.isEmpty() && option.completionCandidates() == null) {
                spec.remove(option);
                spec.addOption(
                        OptionSpec.builder(option).completionCandidates(words).build());
            }
        }
        for (PositionalParamSpec argument : List.copyOf(spec.positionalParameters())) {
            List<String> words = words(spec.name(), argument.paramLabel(), argument.paramLabel());
            if (!words.isEmpty() && argument.completionCandidates() == null) {
                spec.remove(argument);
                spec.addPositional(PositionalParamSpec.builder(argument)
                        .completionCandidates(words)
                        .build());
            }
        }
    }

    private static List<String> words(String command, String name, String label) {
        return Stream.of(command + " " + name, name, label)
                .filter(WORDS::containsKey)
                .findFirst()
                .map(found -> WORDS.getOrDefault(found, List::of).get())
                .orElse(List.of());
    }
}
