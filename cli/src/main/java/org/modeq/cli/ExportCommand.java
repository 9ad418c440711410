package org.modeq.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.modeq.symbolic.circuit.AdaptiveMethods;
import org.modeq.symbolic.export.CodeLanguage;
import org.modeq.symbolic.export.CodePart;
import org.modeq.symbolic.export.PythonCode;
import org.modeq.symbolic.modified.ModifiedEquation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code modeq export METHOD}: the modified field as a function to take away. */
@Command(
        name = "export",
        description = "Write the modified field as a function of Python that needs nothing of modeq.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    /** Shown at the end of the help. */
    static final List<String> EXAMPLES = List.of(
            "  modeq export gd --order 3 --output modified.py",
            "  modeq export sequence:A,B --order 3 --language jax",
            "  modeq export heavy-ball --order 4 --as loss");

    @Parameters(paramLabel = "METHOD", description = "The optimizer, as gd or sequence:A,B.")
    private String method;

    @Option(
            names = "--order",
            paramLabel = "N",
            defaultValue = "3",
            description = "The highest order of a tree, so powers of h up to N-1 (default: ${DEFAULT-VALUE}).")
    private int order;

    @Option(
            names = "--language",
            paramLabel = "NAME",
            defaultValue = "pytorch",
            description = "pytorch and jax (which differentiate a loss) or numpy (to which derivatives of the fields"
                    + " along directions are given) (default: ${DEFAULT-VALUE}).")
    private String language;

    @Option(
            names = "--as",
            paramLabel = "PART",
            defaultValue = "field",
            description = "field (modified_field, terms, lie_bracket, and modified_loss where there are losses), loss"
                    + " (modified_loss alone) or terms (terms alone) (default: ${DEFAULT-VALUE}).")
    private String part;

    @Mixin
    private MethodOptions options;

    @Mixin
    private Output output;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    ExportCommand() {}

    @Override
    public Integer call() {
        CodeLanguage written = CodeLanguage.parse(language);
        CodePart chosen = CodePart.parse(part);
        requireTrees();
        PythonCode.Heading heading =
                new PythonCode.Heading("modeq " + CommandWords.of(spec.commandLine()), Main.Version.number());
        output.write(PythonCode.of(ModifiedEquation.of(options.read(method), order), written, chosen, heading));
        return Main.DONE;
    }

    /** Adaptive methods, circuits and random batches have other series than those of the fields in a method. */
    private void requireTrees() {
        boolean isAdaptive = AdaptiveMethods.entries().stream()
                .anyMatch(entry -> entry.name().equals(method));
        if (isAdaptive || method.startsWith("circuit:") || method.equals("sgd")) {
            throw new IllegalArgumentException("given " + method + " for export, expected a method whose series is one"
                    + " over the trees of its fields; modeq derive " + method + " --json has its terms");
        }
    }
}
