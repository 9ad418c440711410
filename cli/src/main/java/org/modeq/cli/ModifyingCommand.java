package org.modeq.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.modeq.symbolic.modified.ModifyingEquation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code modeq modifying METHOD}: the counter terms that make a method exact. */
@Command(
        name = "modifying",
        description = "Derive the field to feed a method with so that it follows the exact flow: counter terms.",
        mixinStandardHelpOptions = true)
final class ModifyingCommand implements Callable<Integer> {
    /** Shown at the end of the help. */
    static final List<String> EXAMPLES = List.of(
            "  modeq modifying gd --order 4", "  modeq modifying rk:implicit-midpoint --order 5 --format latex");

    @Parameters(paramLabel = "METHOD", description = "A method of one field, as gd or rk:implicit-midpoint.")
    private String method;

    @Mixin
    private MethodOptions options;

    @Mixin
    private SeriesOptions series;

    @SuppressWarnings("NullAway.Init")
    ModifyingCommand() {}

    @Override
    public Integer call() {
        series.check();
        series.write(ModifyingEquation.of(options.read(method), series.order()));
        return Main.DONE;
    }
}
