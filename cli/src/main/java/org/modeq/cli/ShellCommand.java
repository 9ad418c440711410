package org.modeq.cli;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import jdk.jshell.tool.JavaShellToolBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code modeq shell}: the JDK's jshell, which knows our classes and has what one types imported. */
@Command(
        name = "shell",
        description = "Java at a prompt, with everything of modeq at hand.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "At the prompt: derive(\"gd\", 4), modifying, brackets, loss, bch, tree, terms, coefficient give values;",
            "text(x), latex(x) print them, open(x) and page(x, \"x.html\") show them in a browser, methods() lists the",
            "methods, modeq(\"validate problem.yaml\") runs a command. /help explains the shell itself, /exit leaves it.",
            "",
            "Examples:",
            "  modeq shell",
            "  modeq shell paper.jsh                   the lines of a file first",
            "  echo 'derive(\"gd\", 4)' | modeq shell    prints the formula"
        })
final class ShellCommand implements Callable<Integer> {
    private static final String CLASS_PATH = "--class-path";
    /** Set by the launcher where somebody types; Java cannot tell in all its versions. */
    private static final String PROMPT = "modeq.prompt";

    @Parameters(
            arity = "0..*",
            paramLabel = "ARGUMENT",
            description = "Files to run first, and options of jshell, as --class-path or --feedback verbose.")
    private List<String> words = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    ShellCommand() {}

    @Override
    public Integer call() throws Exception {
        if (ModuleLayer.boot().findModule("jdk.jshell").isEmpty()) {
            throw new IllegalArgumentException("given the Java in " + System.getProperty("java.home")
                    + ", expected a full JDK, which has jshell; install one and set JAVA_HOME");
        }
        Path start = Files.createTempFile("modeq-shell", ".jsh");
        try {
            Files.writeString(start, resource("start.jsh"));
            PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
            System.setOut(out); // the same as a command's: UTF-8 whatever the locale
            return JavaShellToolBuilder.builder()
                    .out(out)
                    .persistence(settings())
                    .start(arguments(start).toArray(new String[0]));
        } finally {
            Files.delete(start);
        }
    }

    /** In this process, because a second one starts as long as the first; ours before what was given. */
    private List<String> arguments(Path start) {
        StringBuilder path = new StringBuilder(System.getProperty("java.class.path", ""));
        List<String> arguments = new ArrayList<>(List.of("--execution", "local", "--startup", start.toString()));
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith(CLASS_PATH + "=")) {
                path.append(File.pathSeparator).append(word.substring(CLASS_PATH.length() + 1));
            } else if (word.equals(CLASS_PATH) && i + 1 < words.size()) {
                i++;
                path.append(File.pathSeparator).append(words.get(i));
            } else {
                arguments.add(word);
            }
        }
        arguments.addAll(0, List.of(CLASS_PATH, path.toString()));
        return arguments;
    }

    /**
     * What is remembered between sessions: whole formulas instead of their first eighty letters, no blank lines, our prompt.
     * Its format is the shell's own secret, so a first shell is told to remember it.
     */
    private static Map<String, String> settings() throws Exception {
        Map<String, String> settings = new HashMap<>();
        boolean isTyped = Boolean.getBoolean(PROMPT);
        String commands = resource("feedback.jsh")
                .replace("PROMPT", isTyped ? "modeq> " : "")
                .replace("MORE", isTyped ? "   ...> " : "");
        JavaShellToolBuilder.builder()
                .in(new ByteArrayInputStream(commands.getBytes(StandardCharsets.UTF_8)), null)
                .out(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .persistence(settings)
                .start("--execution", "local", "--no-startup");
        return settings;
    }

    private static String resource(String name) throws IOException {
        try (InputStream resource = ShellCommand.class.getResourceAsStream("shell/" + name)) {
            if (resource == null) {
                throw new AssertionError(name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
