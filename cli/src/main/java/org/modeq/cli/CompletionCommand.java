package org.modeq.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.modeq.symbolic.method.NearestWord;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code modeq completion SHELL}: what a shell needs to complete the words of a command line. */
@Command(
        name = "completion",
        description = "Print what a shell needs to complete commands, options, their values, methods and files.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Put the first line into ~/.bashrc or ~/.zshrc, or keep the script where your shell looks for them.",
            "",
            "Examples:",
            "  eval \"$(modeq completion bash)\"",
            "  modeq completion bash --output ~/.local/share/bash-completion/completions/modeq",
            "  modeq completion zsh"
        })
final class CompletionCommand implements Callable<Integer> {
    private static final List<String> SHELLS = List.of("bash", "zsh");

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    private String shell;

    @Mixin
    private Output output;

    @SuppressWarnings("NullAway.Init")
    CompletionCommand() {}

    @Override
    public Integer call() {
        if (!SHELLS.contains(shell)) {
            throw new IllegalArgumentException(
                    "given the shell '" + shell + "', expected bash or zsh" + NearestWord.hint(shell, SHELLS));
        }
        CommandLine program = Commands.all();
        program.getSubcommands().values().forEach(CompletionWords::add);
        output.write(AutoComplete.bash("modeq", program));
        return Main.DONE;
    }
}
