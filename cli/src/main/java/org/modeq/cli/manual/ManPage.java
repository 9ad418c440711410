package org.modeq.cli.manual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.modeq.cli.manual.ManBlock.Lines;
import org.modeq.cli.manual.ManBlock.Paragraph;
import org.modeq.cli.manual.ManBlock.Term;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The page of a command.
 *
 * @param name its name, as {@code modeq-derive}
 * @param sections its sections in order
 */
public record ManPage(String name, List<Section> sections) {
    private static final int WIDE = 10_000;
    private static final Map<String, String> VARIABLES = new TreeMap<>(Map.of(
            "JAVA_HOME", "the JDK to run with; without it, or if it is older than 17, the one on the PATH",
            "MODEQ_JAVA_OPTS", "further options for Java",
            "MODEQ_KERNEL", "what multiplies matrices: vector, native or plain",
            "MODEQ_THREADS", "how many threads work on a large product of matrices (default: 1)",
            "NO_COLOR", "if it is set, no colours",
            "COLUMNS", "the width of the terminal",
            "LC_ALL, LC_CTYPE, LANG", "the locale; where it has no Unicode, text is written in ASCII"));

    /**
     * A section of a page.
     *
     * @param title its title
     * @param blocks what stands in it
     */
    public record Section(String title, List<ManBlock> blocks) {
        /**
         * A section; what is given is copied.
         *
         * @param title its title
         * @param blocks what stands in it
         */
        public Section {
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * A page; what is given is copied.
     *
     * @param name its name
     * @param sections its sections
     */
    public ManPage {
        sections = List.copyOf(sections);
    }

    /**
     * The page of a command.
     *
     * @param command the command with its subcommands
     * @return its page
     */
    public static ManPage of(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        String name = spec.qualifiedName("-");
        String description = String.join(" ", spec.usageMessage().description());
        List<Section> sections = new ArrayList<>();
        sections.add(paragraph("NAME", name + " - " + firstSentence(description)));
        sections.add(paragraph("SYNOPSIS", synopsis(command)));
        sections.add(paragraph("DESCRIPTION", description));
        sections.add(new Section(
                "ARGUMENTS",
                spec.positionalParameters().stream()
                        .map(argument -> (ManBlock) new Term(argument.paramLabel(), text(argument)))
                        .toList()));
        sections.add(new Section(
                "OPTIONS",
                spec.options().stream()
                        .map(option -> (ManBlock) new Term(written(option), text(option)))
                        .toList()));
        sections.add(new Section(
                "COMMANDS",
                command.getSubcommands().entrySet().stream()
                        .map(entry -> (ManBlock) new Term(entry.getKey(), summary(entry.getValue())))
                        .toList()));
        sections.addAll(footer(spec.usageMessage().footer()));
        sections.add(terms("EXIT STATUS", spec.usageMessage().exitCodeList()));
        sections.add(terms("ENVIRONMENT", VARIABLES));
        sections.add(paragraph("SEE ALSO", related(command, name)));
        return new ManPage(
                name,
                sections.stream().filter(section -> !section.blocks().isEmpty()).toList());
    }

    private static Section paragraph(String title, String text) {
        return new Section(title, List.of(new Paragraph(text)));
    }

    private static Section terms(String title, Map<String, String> meanings) {
        List<ManBlock> terms = new ArrayList<>();
        meanings.forEach((term, meaning) -> terms.add(new Term(term, meaning)));
        return new Section(title, terms);
    }

    private static String summary(CommandLine command) {
        return firstSentence(
                String.join(" ", command.getCommandSpec().usageMessage().description()));
    }

    private static String firstSentence(String text) {
        String sentence = text.split("[.:](?= |$)", 2)[0];
        return sentence.isEmpty()
                ? sentence
                : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    private static String synopsis(CommandLine command) {
        CommandLine.Help help = new CommandLine.Help(
                command.getCommandSpec(), CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        int width = command.getUsageHelpWidth();
        command.setUsageHelpWidth(WIDE);
        String synopsis = help.synopsis(0).strip();
        command.setUsageHelpWidth(width);
        return synopsis;
    }

    private static String written(OptionSpec option) {
        String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
        return String.join(", ", option.names()) + value;
    }

    private static String text(ArgSpec argument) {
        String text = String.join(" ", argument.description());
        String value = argument.defaultValue();
        return text.replace("${DEFAULT-VALUE}", value == null ? "" : value);
    }

    /** A line of one word with a colon, as Examples:, begins a section of its own. */
    private static List<Section> footer(String... footer) {
        List<Section> sections = new ArrayList<>();
        String title = "NOTES";
        List<String> lines = new ArrayList<>();
        for (String line : Arrays.asList(footer)) {
            if (line.matches("\\w+:")) {
                sections.add(verbatim(title, lines));
                title = line.substring(0, line.length() - 1).toUpperCase(Locale.ROOT);
                lines.clear();
            } else {
                lines.add(line);
            }
        }
        sections.add(verbatim(title, lines));
        return sections;
    }

    private static Section verbatim(String title, List<String> lines) {
        String text = String.join("\n", lines).stripTrailing();
        List<String> kept = text.lines().dropWhile(String::isBlank).toList();
        return new Section(title, kept.isEmpty() ? List.of() : List.of(new Lines(kept)));
    }

    private static String related(CommandLine command, String name) {
        String root = name.split("-", 2)[0];
        return command.getSubcommands().isEmpty()
                ? root + "(1)"
                : command.getSubcommands().keySet().stream()
                        .map(sub -> root + "-" + sub + "(1)")
                        .collect(Collectors.joining(", "));
    }
}
