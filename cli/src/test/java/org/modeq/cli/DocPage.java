package org.modeq.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of {@code docs/} with its fenced blocks: files, commands that are run, and commands that are not.
 *
 * <p>A block whose first line is {@code # name.yaml} (or {@code // Name.java}) is a file. In a {@code console} block a line
 * {@code $ ./modeq …} is a command and what follows, to the next one, is what it prints on both streams; a line {@code …}
 * stands for lines that are left out, and {@code # exit code 1} after a command for a code other than 0. Commands in
 * {@code sh} blocks need a browser, another program, or minutes, and are not run here.
 */
record DocPage(Path file, List<Block> blocks) {
    private static final String FENCE = "```";
    private static final String PROMPT = "$ ";
    private static final String LEFT_OUT = "…";
    private static final Pattern FILE_NAME = Pattern.compile("(?:#|//|%) ([\\w-]+\\.[a-z]+)");
    private static final Pattern EXIT_CODE = Pattern.compile("(.*?) +# exit code (\\d)");
    private static final Pattern WRITTEN_OR_READ =
            Pattern.compile("((?:rk:|circuit:)?)([\\w-][\\w./-]*\\.(?:yaml|csv|npy|tex|html|py|svg|json))");

    /** A fenced block: its language, the number of its first line in the page, and its lines. */
    record Block(String language, int start, List<String> lines) {
        boolean isConsole() {
            return language.equals("console");
        }

        /** The name of the file that the block is, or nothing. */
        String fileName() {
            Matcher name = FILE_NAME.matcher(lines.isEmpty() ? "" : lines.get(0));
            return !isConsole() && name.matches() ? name.group(1) : "";
        }

        /** The commands of a block that is not run, without comments; continued lines are joined. */
        List<String> commands() {
            String joined = String.join("\n", lines).replaceAll("\\\\\n\\s*", "");
            return joined.lines()
                    .filter(line -> line.startsWith("./modeq "))
                    .map(line -> line.replaceAll("\\s+#.*", ""))
                    .toList();
        }

        /** The commands of a console block with what each prints. */
        List<Step> steps() {
            List<Step> steps = new ArrayList<>();
            for (String line : lines) {
                if (line.startsWith(PROMPT)) {
                    steps.add(new Step(line.substring(PROMPT.length()), new ArrayList<>()));
                } else {
                    steps.get(steps.size() - 1).output().add(line);
                }
            }
            return steps;
        }
    }

    /** A command line and the lines that it prints. */
    record Step(String line, List<String> output) {
        String command() {
            Matcher coded = EXIT_CODE.matcher(line);
            return coded.matches() ? coded.group(1) : line;
        }

        int exitCode() {
            Matcher coded = EXIT_CODE.matcher(line);
            return coded.matches() ? Integer.parseInt(coded.group(2)) : 0;
        }

        /** Whether lines are what the page shows of them. */
        boolean shows(List<String> printed) {
            int from = 0;
            boolean isAnchored = true;
            for (List<String> part : parts()) {
                int at =
                        part.isEmpty() ? from : Collections.indexOfSubList(printed.subList(from, printed.size()), part);
                if (at < 0 || (isAnchored && !part.isEmpty() && at > 0)) {
                    return false;
                }
                from = part.isEmpty() ? from : from + at + part.size();
                isAnchored = false;
            }
            return from == printed.size() || output.get(output.size() - 1).equals(LEFT_OUT);
        }

        /** The stretches of output between those left out. */
        private List<List<String>> parts() {
            List<List<String>> parts = new ArrayList<>(List.of(new ArrayList<>()));
            for (String line : output) {
                if (line.equals(LEFT_OUT)) {
                    parts.add(new ArrayList<>());
                } else {
                    parts.get(parts.size() - 1).add(line);
                }
            }
            return parts;
        }

        /** What the page should show: everything, or as many of the first lines as it shows now. */
        List<String> renewed(List<String> printed) {
            int leftOut = output.indexOf(LEFT_OUT);
            if (leftOut < 0) {
                return printed;
            }
            if (shows(printed) || leftOut != output.size() - 1) {
                return output;
            }
            List<String> beginning = new ArrayList<>(printed.subList(0, Math.min(leftOut, printed.size())));
            beginning.add(LEFT_OUT);
            return beginning;
        }
    }

    static DocPage read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(FENCE)) {
                int end = i + 1;
                while (!lines.get(end).equals(FENCE)) {
                    end++;
                }
                blocks.add(new Block(lines.get(i).substring(FENCE.length()), i + 1, lines.subList(i + 1, end)));
                i = end;
            }
        }
        return new DocPage(file, blocks);
    }

    /** Runs a command of this page, its files standing in a folder; the folder is not in what is returned. */
    static Run run(String command, Path folder) {
        List<String> words = words(command);
        if (words.isEmpty() || !words.get(0).equals("./modeq")) {
            throw new IllegalArgumentException("given '" + command + "', expected ./modeq in a console block");
        }
        List<String> arguments = new ArrayList<>();
        for (String word : words.subList(1, words.size())) {
            boolean isFolder = !arguments.isEmpty()
                    && arguments.get(arguments.size() - 1).equals("--output")
                    && !word.contains(".");
            Matcher path = WRITTEN_OR_READ.matcher(word);
            arguments.add(
                    path.matches()
                            ? path.group(1) + folder.resolve(path.group(2))
                            : isFolder ? folder.resolve(word).toString() : word);
        }
        Run run = Run.of(arguments.toArray(String[]::new));
        return new Run(run.exitCode(), without(folder, run.out()), without(folder, run.err()));
    }

    private static String without(Path folder, String text) {
        return text.replace(folder + "/", "").replace(folder.toString(), ".");
    }

    /** The words of a command as a shell splits them; of quotes only these two kinds. */
    private static List<String> words(String command) {
        Matcher word = Pattern.compile("(?:'[^']*'|\"[^\"$`\\\\]*\"|[^\\s'\"|<>&;$`\\\\])+|\\S")
                .matcher(command);
        List<String> words = new ArrayList<>();
        while (word.find()) {
            if ("|<>&;$`\\'\"".contains(word.group())) {
                throw new IllegalArgumentException(
                        "given '" + command + "', expected a command without pipes and variables in a console block");
            }
            words.add(word.group().replaceAll("'([^']*)'|\"([^\"]*)\"", "$1$2"));
        }
        return words;
    }

    /** What a run has printed, line by line, without spaces at the ends. */
    static List<String> printed(Run run) {
        return (run.out() + run.err()).lines().map(String::stripTrailing).toList();
    }

    /** Puts the files of the page into a folder. */
    void writeFiles(Path folder) throws IOException {
        for (Block block : blocks) {
            if (!block.fileName().isEmpty()) {
                Files.write(folder.resolve(block.fileName()), block.lines());
            }
        }
    }

    /** The page with the outputs that its commands have now. */
    String renewed(Path folder) throws IOException {
        writeFiles(folder);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        for (int i = blocks.size() - 1; i >= 0; i--) {
            Block block = blocks.get(i);
            if (block.isConsole()) {
                List<String> renewed = new ArrayList<>();
                for (Step step : block.steps()) {
                    renewed.add(PROMPT + step.line());
                    renewed.addAll(step.renewed(printed(run(step.command(), folder))));
                }
                lines.subList(block.start(), block.start() + block.lines().size())
                        .clear();
                lines.addAll(block.start(), renewed);
            }
        }
        return String.join("\n", lines) + "\n";
    }

    /** Writes the outputs of the pages named anew. */
    public static void main(String[] pages) throws IOException {
        for (Path page : Arrays.stream(pages).map(Path::of).toList()) {
            Path folder = Files.createTempDirectory("page");
            Files.writeString(page, read(page).renewed(folder));
        }
    }
}
