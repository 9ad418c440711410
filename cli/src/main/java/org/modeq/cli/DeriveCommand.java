package org.modeq.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.modeq.symbolic.circuit.AdaptiveMethod;
import org.modeq.symbolic.circuit.CircuitMethod;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.NearestWord;
import org.modeq.symbolic.modified.BracketForm;
import org.modeq.symbolic.modified.EffectiveStart;
import org.modeq.symbolic.modified.HamiltonianForm;
import org.modeq.symbolic.modified.LossForm;
import org.modeq.symbolic.modified.MetricForm;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.modified.MomentumState;
import org.modeq.symbolic.modified.TransientStep;
import org.modeq.symbolic.tree.Colour;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code modeq derive METHOD}: the modified equation of an optimizer. */
@Command(
        name = "derive",
        description = "Derive the modified equation of an optimizer, exactly.",
        mixinStandardHelpOptions = true)
final class DeriveCommand implements Callable<Integer> {
    /** Shown at the end of the help. */
    static final List<String> EXAMPLES = List.of(
            "  modeq derive gd --order 6 --format json",
            "  modeq derive sequence:A*3,B*2 --order 3 --notation field",
            "  modeq derive sequence:A,B --as brackets --format latex",
            "  modeq derive heavy-ball --as loss",
            "  modeq derive sequence:A,B --as metric --order 4",
            "  modeq derive stormer-verlet --as hamiltonian --order 5",
            "  modeq derive heavy-ball --param beta=9/10 --step 0",
            "  modeq derive heavy-ball --step n --order 2",
            "  modeq derive heavy-ball --as start --order 2",
            "  modeq derive 'memory:1-nu+nu*(1-beta)/(1-beta*z)' --as loss --order 2",
            "  modeq derive sequence:A,B --as swap --momentum ema --order 2",
            "  modeq derive shuffle:m --order 3 --centred",
            "  modeq derive shuffle:m --as loss --order 2 --centred",
            "  modeq derive sgd --as generator --order 4 --centred --noise gaussian",
            "  modeq derive sgd --as sde --order 3 --calculus stratonovich",
            "  modeq derive adam --order 2 --epsilon inside",
            "  modeq derive circuit:lion.yaml --order 2");

    /** The forms, each for some of the methods. */
    static final List<String> FORMS =
            List.of("field", "brackets", "loss", "metric", "hamiltonian", "generator", "sde", "start", "swap");

    @Parameters(paramLabel = "METHOD", description = "The optimizer, as gd or sequence:A,B.")
    private String method;

    @Option(
            names = "--as",
            paramLabel = "FORM",
            defaultValue = "field",
            description = "field (a sum over trees), brackets (self-corrections and Lie brackets), loss (the loss of"
                    + " which it is minus the gradient, and the rest), metric (minus a symmetric matrix times the"
                    + " gradient of a loss) or hamiltonian (as loss, for a Hamiltonian); of sgd: generator or sde (a"
                    + " stochastic differential equation); with momentum: start (where a run from rest seems to have"
                    + " started); of sequence:A,B: swap (what the order of the two steps changes).")
    private String form;

    @Option(
            names = "--step",
            paramLabel = "n",
            description = "Of a method with memory: the field of step n of a run from rest, n = 0 being the first; a"
                    + " number, or the letter n for a formula in n and beta^n.")
    private Optional<String> step;

    @Option(
            names = "--momentum",
            paramLabel = "NAME",
            description = "Of --as swap: ema, heavy-ball or none (the default), with --param beta=9/10.")
    private Optional<String> momentum;

    @Mixin
    private MethodOptions options;

    @Mixin
    private BatchOptions batches;

    @Mixin
    private AdaptiveOptions adaptive;

    @Mixin
    private SeriesOptions series;

    @SuppressWarnings("NullAway.Init")
    DeriveCommand() {}

    @Override
    public Integer call() {
        series.check();
        if (form.equals("swap") || momentum.isPresent()) {
            writeSwap();
            return Main.DONE;
        }
        Optional<Function<Page, String>> patterns = batchView();
        Optional<AdaptiveMethod> adaptiveMethod = adaptive.read(method, options);
        Optional<CircuitMethod> circuit = AdaptiveOptions.readCircuit(method, options);
        if (patterns.isPresent()) {
            series.write(patterns.get());
        } else if (adaptiveMethod.isPresent()) {
            requirePlainField(adaptiveMethod.get().name());
            series.write(adaptiveMethod.get(), adaptive.road());
        } else if (circuit.isPresent()) {
            requirePlainField(circuit.get().name());
            series.write(circuit.get());
        } else {
            write(options.read(method));
        }
        return Main.DONE;
    }

    private void writeSwap() {
        String[] tasks = method.replaceFirst("^sequence:", "").split(",", -1);
        boolean isPair = method.startsWith("sequence:") && tasks.length == 2 && !tasks[0].equals(tasks[1]);
        if (!form.equals("swap") || !isPair || step.isPresent()) {
            throw new IllegalArgumentException("given " + method + " --as " + form
                    + momentum.map(name -> " --momentum " + name).orElse("")
                    + step.map(n -> " --step " + n).orElse("")
                    + ", expected a sequence of two tasks, as sequence:A,B --as swap --momentum ema");
        }
        series.write(MomentumState.named(momentum.orElse("none"), options.parametersAlone("--as swap"), series.order())
                .swap(new Colour(tasks[0]), new Colour(tasks[1])));
    }

    private void write(Method<?> optimizer) {
        switch (form) {
            case "field" -> writeField(optimizer);
            case "brackets" -> writeBrackets(optimizer);
            case "loss" -> series.write(LossForm.of(equation(optimizer)));
            case "metric" -> writeMetric(optimizer);
            case "start" -> writeStart(optimizer);
            case "hamiltonian" -> series.write(HamiltonianForm.of(equation(optimizer)));
            default ->
                throw new IllegalArgumentException("unknown form '" + form
                        + "' of the modified equation, expected field, brackets, loss, metric, hamiltonian or start"
                        + NearestWord.hint(form, FORMS));
        }
    }

    private Optional<Function<Page, String>> batchView() {
        Optional<Function<Page, String>> view = batches.view(batches.name(method, options), form, series.order());
        if (view.isPresent() && step.isPresent()) {
            throw new IllegalArgumentException(
                    "given --step " + step.get() + " for " + method + ", expected none: it has no memory");
        }
        return view;
    }

    private void writeStart(Method<?> optimizer) {
        if (step.isPresent()) {
            throw new IllegalArgumentException("given --as start and --step " + step.get()
                    + ", expected one of them: the start is that of the run after its transient");
        }
        series.write(EffectiveStart.of(optimizer, series.order()));
    }

    private void requirePlainField(String name) {
        if (!form.equals("field") || step.isPresent()) {
            throw new IllegalArgumentException(
                    "given " + (step.isPresent() ? "--step " + step.get() : "--as " + form) + " for "
                            + name
                            + ", expected --as field without --step: the update is no gradient, and"
                            + " the first steps of its averages have no closed form; leave it out");
        }
    }

    private void writeMetric(Method<?> optimizer) {
        MetricForm.requirePossible(optimizer, series.order());
        series.write(MetricForm.of(equation(optimizer)));
    }

    private void writeBrackets(Method<?> optimizer) {
        if (step.isPresent()) {
            throw new IllegalArgumentException("given --as brackets and --step " + step.get()
                    + ", expected --as field, loss or metric with it: there is one field and no brackets");
        }
        if (series.isSummary()) {
            series.writeOfBrackets(optimizer, BracketForm.summary(optimizer, series.order()));
        } else {
            series.write(BracketForm.of(optimizer, series.order()));
        }
    }

    /** The equation of which all terms are written; a summary has none. */
    private ModifiedEquation<?> equation(Method<?> optimizer) {
        if (series.isSummary()) {
            throw new IllegalArgumentException("the " + form
                    + " form has no format 'summary', expected text, latex, latex-document or json; --as field has it");
        }
        return step.isPresent() ? ofStep(optimizer, step.get()) : ModifiedEquation.of(optimizer, series.order());
    }

    private ModifiedEquation<?> ofStep(Method<?> optimizer, String number) {
        if (number.equals("n")) {
            return TransientStep.equation(optimizer, series.order());
        }
        if (!number.matches("-?\\d{1,6}")) {
            throw new IllegalArgumentException(
                    "given --step " + number + ", expected a whole number from 0, as --step 3, or the letter n");
        }
        return TransientStep.equation(optimizer, Integer.parseInt(number), series.order());
    }

    private void writeField(Method<?> optimizer) {
        if (step.isPresent()) {
            series.write(ofStep(optimizer, step.get()));
        } else if (series.isSummary()) {
            series.write(optimizer, ModifiedEquation.summary(optimizer, series.order()));
        } else {
            series.write(ModifiedEquation.of(optimizer, series.order()));
        }
    }
}
