package org.modeq.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.modeq.cli.FormatOption.Format;
import org.modeq.numeric.problem.Evaluation;
import org.modeq.numeric.problem.FormulaProblem;
import org.modeq.numeric.problem.ModelEvaluation;
import org.modeq.numeric.problem.ModelProblem;
import org.modeq.numeric.problem.NpyFile;
import org.modeq.numeric.problem.PointFile;
import org.modeq.numeric.problem.Problem;
import org.modeq.numeric.problem.ProblemQuantities;
import org.modeq.numeric.problem.ProblemReader;
import org.modeq.symbolic.circuit.AdaptiveMethod;
import org.modeq.symbolic.circuit.AdaptiveMethods;
import org.modeq.symbolic.circuit.AdaptiveRoad;
import org.modeq.symbolic.circuit.CircuitMethod;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.latex.ComponentsView;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code modeq evaluate PROBLEM}: the modified equation of an optimizer on a concrete problem. */
@Command(
        name = "evaluate",
        description =
                "Evaluate the modified equation on a problem: formulas, at a point or in their variables, or a model.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A problem file (YAML) names variables, losses or fields, and a point:",
            "  variables: [x, y]",
            "  losses: {A: \"x^3/3 - x*y^2\", B: \"x*y\"}      or      fields: {f: [\"y\", \"-x\"]}",
            "  point: [1/2, -1/3]",
            "",
            "or a model, its data, and a point (also {file: weights.csv} or a list of numbers):",
            "  model: {kind: mlp, sizes: [64, 32, 10], activation: tanh, loss: cross-entropy}",
            "  data: {file: digits.csv, columns: {features: \"1-64\", target: 65},",
            "         scale: 1/16, rows: \"1-512\",",
            "         tasks: {A: \"target < 5\", B: \"target >= 5\"}}",
            "  point: {seed: 7}",
            "",
            "Kinds: mlp, convolutional, multi-head, diagonal, matrix-factorisation; their keys are in the README.",
            "Activations: identity, tanh, sigmoid, softplus, gelu, sine, relu. Losses: cross-entropy, logistic, mse.",
            "",
            "Examples:",
            "  modeq evaluate problem.yaml --method sequence:A,B --order 4 --exact",
            "  modeq evaluate problem.yaml --method gd --field A --format json",
            "  modeq evaluate problem.yaml --method gd --field A --symbolic --format latex",
            "  modeq evaluate problem.yaml --method sgd --order 2",
            "  modeq evaluate network.yaml --method sequence:A,B --order 3 --npy fields.npy",
            "  modeq evaluate network.yaml --method sequence:A,B --order 2 --quantities --along run.npy --stride 10"
        })
final class EvaluateCommand implements Callable<Integer> {
    /** Terms of more components are given as norms, unless vectors are asked for. */
    private static final int LONGEST_VECTOR = 1000;

    @Parameters(paramLabel = "PROBLEM", description = "The problem file (YAML).")
    private Path problem;

    @Option(names = "--method", paramLabel = "METHOD", required = true, description = "As gd or sequence:A,B.")
    private String method;

    @Option(
            names = "--order",
            paramLabel = "N",
            defaultValue = "3",
            description = "The highest order of a tree: f_1 to f_N (default: ${DEFAULT-VALUE}).")
    private int order;

    @Option(names = "--exact", description = "Exact fractions; without it, doubles.")
    private boolean exact;

    @Option(
            names = "--symbolic",
            description = "Expressions in the variables; no point is needed. Also as latex and latex-document.")
    private boolean symbolic;

    @Option(
            names = "--field",
            paramLabel = "NAME",
            description = "For methods of one field, as gd: which loss or field of the file it is.")
    private Optional<String> field;

    @Option(
            names = "--npy",
            paramLabel = "FILE",
            description = "Also write f_1 to f_N as rows of doubles, for numpy.load.")
    private Optional<Path> npy;

    @Option(
            names = "--vectors",
            description = "For a model or --along, as JSON: the vector of every term, also if it is longer than 1000.")
    private boolean vectors;

    @Option(
            names = "--quantities",
            description =
                    "Also losses, ‖∇L‖², λ_max of the Hessian with its residual, alignment and bracket of every two"
                            + " fields, modified loss, curl.")
    private boolean quantities;

    @Option(
            names = "--along",
            paramLabel = "FILE",
            description = "At the points of a trajectory: .npy, or CSV with a point in each row.")
    private Optional<Path> along;

    @Option(
            names = "--stride",
            paramLabel = "K",
            description = "With --along: every K-th point (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private int stride;

    @Option(
            names = "--step-size",
            paramLabel = "H",
            description =
                    "With --along: the points are a run with this step size; how far it is from f_1 + h f_2 + …, by its"
                            + " look-ahead logarithm over N + 1 steps, relative to the field. Of an adaptive method: the size of"
                            + " h tau, and which road serves.")
    private Optional<Double> stepSize;

    @Spec
    private CommandSpec spec;

    @Mixin
    private MethodOptions options;

    @Mixin
    private AdaptiveOptions adaptive;

    @Mixin
    private Page page;

    @SuppressWarnings("NullAway.Init")
    EvaluateCommand() {}

    @Override
    public Integer call() {
        Format written = requireOptions();
        if (BatchOptions.isSgd(method)) {
            page.write(onNoise(written));
            return Main.DONE;
        }
        Optional<AdaptiveMethod> adaptiveMethod = adaptive.read(method, options);
        if (adaptiveMethod.isPresent()) {
            page.write(onAdaptive(written, adaptiveMethod.get()));
            return Main.DONE;
        }
        Optional<CircuitMethod> circuit = AdaptiveOptions.readCircuit(method, options);
        if (circuit.isPresent()) {
            requireDoubles(circuit.get().name());
            page.write(
                    written(written, AdaptiveEvaluation.of(circuit.get(), order, ProblemReader.read(problem), field)));
            return Main.DONE;
        }
        Method<Rational> optimizer = options.readRational(method);
        ModifiedEquation<Rational> equation = ModifiedEquation.of(optimizer, order);
        Problem concrete = ProblemReader.read(problem);
        UnaryOperator<Colour> meaning = concrete.meaning(optimizer, field);
        page.write(
                along.isPresent()
                        ? along(written, equation, concrete, meaning, along.get())
                        : concrete.fold(
                                formulas -> onFormulas(written, equation, formulas, meaning),
                                model -> onModel(written, equation, model, meaning)));
        return Main.DONE;
    }

    /** Refuses options that contradict each other; gives the format. */
    private Format requireOptions() {
        if (exact && symbolic) {
            throw new IllegalArgumentException("given --exact and --symbolic, expected one of them; values at the point"
                    + " are fractions with --exact, expressions are always exact");
        }
        String inDoubles = npy.isPresent() ? "--npy" : quantities ? "--quantities" : along.isPresent() ? "--along" : "";
        if (!inDoubles.isEmpty() && (exact || symbolic)) {
            throw new IllegalArgumentException("given " + inDoubles + " and " + (exact ? "--exact" : "--symbolic")
                    + ", expected one of them; " + inDoubles + " is for doubles");
        }
        if (stride < 1 || (stride > 1 && along.isEmpty())) {
            throw new IllegalArgumentException("given --stride " + stride
                    + (stride < 1 ? ", expected at least 1" : " without --along, expected a file of points beside it"));
        }
        if (stepSize.isPresent() && along.isEmpty() && !AdaptiveMethods.isNamed(method)) {
            throw new IllegalArgumentException(
                    "given --step-size without --along, expected the file of a run beside it, or an adaptive method");
        }
        stepSize.ifPresent(h -> {
            if (!(h > 0) || !Double.isFinite(h)) {
                throw new IllegalArgumentException(
                        "given the step size " + h + ", expected a positive number; as in --step-size 0.1");
            }
        });
        Format written = symbolic
                ? page.format(Format.TEXT, Format.LATEX, Format.LATEX_DOCUMENT, Format.JSON)
                : page.format(Format.TEXT, Format.JSON);
        if (vectors && written != Format.JSON) {
            throw new IllegalArgumentException("given --vectors for text, expected --format json; text has no vectors");
        }
        return written;
    }

    private void requireDoubles(String name) {
        String given = exact ? "--exact" : symbolic ? "--symbolic" : quantities ? "--quantities" : "";
        given = along.isPresent() ? "--along" : vectors ? "--vectors" : given;
        if (!given.isEmpty() || adaptive.road() == AdaptiveRoad.SCALED) {
            throw new IllegalArgumentException("given " + (given.isEmpty() ? "--road scaled" : given) + " for "
                    + name
                    + ", expected none: its field is evaluated at the point, in doubles, on the slow road;"
                    + " leave it out");
        }
    }

    /** Every field of the problem is a batch. */
    private String onNoise(Format written) {
        requireDoubles(method);
        options.requireNothing(method, "sgd");
        if (field.isPresent()) {
            throw new IllegalArgumentException("given --field " + field.get()
                    + " for sgd, expected none: every loss or field of the problem is a batch; leave it out");
        }
        SdeEvaluation evaluation = SdeEvaluation.of(ProblemReader.read(problem), order);
        npy.ifPresent(file -> NpyFile.write(file, evaluation.drift()));
        return written == Format.JSON ? evaluation.json() : evaluation.text();
    }

    private String onAdaptive(Format written, AdaptiveMethod optimizer) {
        requireDoubles(optimizer.name());
        AdaptiveEvaluation evaluation = AdaptiveEvaluation.of(optimizer, order, ProblemReader.read(problem), field);
        return written(
                written,
                stepSize.map(h -> evaluation.with(SeriesRange.of(optimizer, evaluation.orders(), h)))
                        .orElse(evaluation));
    }

    private String written(Format written, AdaptiveEvaluation evaluation) {
        npy.ifPresent(file -> NpyFile.write(file, evaluation.orders()));
        return written == Format.JSON ? evaluation.json() : evaluation.text();
    }

    private String along(
            Format written,
            ModifiedEquation<Rational> equation,
            Problem concrete,
            UnaryOperator<Colour> meaning,
            Path points) {
        int dimension = concrete.fold(formulas -> formulas.fields().dimension(), ModelProblem::dimension);
        List<double[]> read = PointFile.read(points, dimension);
        ProblemQuantities ofProblem = ProblemQuantities.of(equation, meaning, concrete);
        TrajectoryView view;
        try (ProgressLine progress =
                new ProgressLine("evaluate", spec.commandLine().getErr())) {
            view = TrajectoryView.of(equation, ofProblem, read, stride, quantities, stepSize, progress);
        }
        npy.ifPresent(file -> NpyFile.write(file, view.vectors()));
        return written == Format.JSON ? view.json(vectors) : view.text();
    }

    private Optional<ProblemQuantities.Values> quantities(
            ModifiedEquation<Rational> equation, Problem concrete, UnaryOperator<Colour> meaning) {
        return quantities
                ? Optional.of(ProblemQuantities.of(equation, meaning, concrete).at(concrete.start()))
                : Optional.empty();
    }

    private String onModel(
            Format written, ModifiedEquation<Rational> equation, ModelProblem model, UnaryOperator<Colour> meaning) {
        if (exact || symbolic) {
            throw new IllegalArgumentException("given " + (exact ? "--exact" : "--symbolic") + " for the model in "
                    + model.name() + ", which is evaluated in doubles; leave it out, or give formulas");
        }
        boolean keepsVectors = written == Format.JSON && (vectors || model.dimension() <= LONGEST_VECTOR);
        ModelEvaluation evaluation;
        try (ProgressLine progress =
                new ProgressLine("evaluate", spec.commandLine().getErr())) {
            evaluation = ModelEvaluation.of(equation, meaning, model, keepsVectors, progress);
        }
        npy.ifPresent(file -> NpyFile.write(file, evaluation.orders()));
        ModelView view = new ModelView(equation, model, evaluation, quantities(equation, model, meaning));
        return written == Format.JSON ? view.json() : view.text();
    }

    private String onFormulas(
            Format written,
            ModifiedEquation<Rational> equation,
            FormulaProblem concrete,
            UnaryOperator<Colour> meaning) {
        if (vectors) {
            throw new IllegalArgumentException("given --vectors for the formulas in " + concrete.name()
                    + ", whose terms always come with their vectors; leave it out");
        }
        return symbolic
                ? symbolic(written, equation, concrete, meaning)
                : atPoint(written, equation, concrete, meaning);
    }

    private String atPoint(
            Format written,
            ModifiedEquation<Rational> equation,
            FormulaProblem concrete,
            UnaryOperator<Colour> meaning) {
        Evaluation<?> evaluation;
        if (exact) {
            evaluation = exactly(equation, concrete, meaning);
        } else {
            Evaluation<Double> doubles = inDoubles(equation, concrete, meaning);
            npy.ifPresent(file -> NpyFile.write(file, rows(doubles)));
            evaluation = doubles;
        }
        Optional<ProblemQuantities.Values> values = quantities(equation, concrete, meaning);
        return written == Format.JSON
                ? EvaluationView.json(equation, evaluation, values)
                : EvaluationView.text(equation, concrete, evaluation, values);
    }

    private static List<double[]> rows(Evaluation<Double> evaluation) {
        return evaluation.orders().stream()
                .map(order -> order.stream().mapToDouble(Double::doubleValue).toArray())
                .toList();
    }

    private String symbolic(
            Format written,
            ModifiedEquation<Rational> equation,
            FormulaProblem concrete,
            UnaryOperator<Colour> meaning) {
        Evaluation<Expression> evaluation = inVariables(equation, concrete, meaning);
        List<String> variables = concrete.fields().variables();
        String command = page.command();
        return switch (written) {
            case LATEX -> ComponentsView.snippet(command, equation, variables, evaluation.orders(), page.ems());
            case LATEX_DOCUMENT ->
                ComponentsView.document(command, equation, variables, evaluation.orders(), page.ems());
            case JSON -> EvaluationView.symbolicJson(equation, variables, evaluation);
            default -> EvaluationView.symbolicText(equation, variables, evaluation);
        };
    }

    private static Evaluation<Expression> inVariables(
            ModifiedEquation<Rational> equation, FormulaProblem concrete, UnaryOperator<Colour> meaning) {
        try {
            return Evaluation.of(equation, meaning, concrete.symbolic());
        } catch (ArithmeticException notWritten) {
            throw orLeaveOut("--symbolic", notWritten);
        }
    }

    private static Evaluation<Rational> exactly(
            ModifiedEquation<Rational> equation, FormulaProblem concrete, UnaryOperator<Colour> meaning) {
        try {
            return Evaluation.of(equation, meaning, concrete.exact());
        } catch (ArithmeticException notRational) {
            throw orLeaveOut("--exact", notRational);
        }
    }

    private static ArithmeticException orLeaveOut(String option, ArithmeticException refused) {
        ArithmeticException hint = new ArithmeticException(refused.getMessage() + " or leave out " + option);
        hint.initCause(refused);
        return hint;
    }

    /** Exact values rounded once at the end where they are rational, otherwise doubles from the derivatives on. */
    private static Evaluation<Double> inDoubles(
            ModifiedEquation<Rational> equation, FormulaProblem concrete, UnaryOperator<Colour> meaning) {
        Evaluation<Double> evaluation;
        try {
            evaluation = Evaluation.of(equation, meaning, concrete.exact()).map(Rational::doubleValue);
        } catch (ArithmeticException notRational) {
            evaluation = Evaluation.of(equation, meaning, concrete.inDoubles());
        }
        return evaluation.map(EvaluateCommand::finite);
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new ArithmeticException("a value is beyond the range of doubles, expected at most " + Double.MAX_VALUE
                    + "; choose another point, a lower order, or --exact");
        }
        return value + 0.0; // no -0.0
    }
}
