package org.modeq.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.modeq.numeric.problem.Evaluation;
import org.modeq.numeric.problem.FormulaProblem;
import org.modeq.numeric.problem.ProblemReader;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code modeq evaluate PROBLEM}: the modified equation of an optimizer at a point of a concrete problem. */
@Command(
        name = "evaluate",
        description = "Evaluate the modified equation at a point of a problem given by formulas.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A problem file (YAML) names variables, losses or fields, and a point:",
            "  variables: [x, y]",
            "  losses: {A: \"x^3/3 - x*y^2\", B: \"x*y\"}      or      fields: {f: [\"y\", \"-x\"]}",
            "  point: [1/2, -1/3]",
            "",
            "Examples:",
            "  modeq evaluate problem.yaml --method sequence:A,B --order 4 --exact",
            "  modeq evaluate problem.yaml --method gd --field A --format json"
        })
final class EvaluateCommand implements Callable<Integer> {
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
            names = "--field",
            paramLabel = "NAME",
            description = "For methods of one field, as gd: which loss or field of the file it is.")
    private Optional<String> field;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json (default: ${DEFAULT-VALUE}).")
    private String format;

    @Option(names = "--json", description = "Short for --format json.")
    private boolean json;

    @Mixin
    private MethodOptions options;

    @Mixin
    private Output output;

    @SuppressWarnings("NullAway.Init")
    EvaluateCommand() {}

    @Override
    public Integer call() {
        if (!format.equals("text") && !format.equals("json")) {
            throw new IllegalArgumentException("unknown format '" + format + "', expected text or json");
        }
        Method<Rational> optimizer = options.readRational(method);
        ModifiedEquation<Rational> equation = ModifiedEquation.of(optimizer, order);
        FormulaProblem concrete = ProblemReader.read(problem);
        UnaryOperator<Colour> meaning = concrete.meaning(optimizer, field);
        Evaluation<?> evaluation =
                exact ? exactly(equation, concrete, meaning) : inDoubles(equation, concrete, meaning);
        output.write(
                json || format.equals("json")
                        ? EvaluationView.json(equation, evaluation)
                        : EvaluationView.text(equation, concrete, evaluation));
        return Main.DONE;
    }

    private static Evaluation<Rational> exactly(
            ModifiedEquation<Rational> equation, FormulaProblem concrete, UnaryOperator<Colour> meaning) {
        try {
            return Evaluation.of(equation, meaning, concrete.exact());
        } catch (ArithmeticException notRational) {
            ArithmeticException hint = new ArithmeticException(notRational.getMessage() + " or leave out --exact");
            hint.initCause(notRational);
            throw hint;
        }
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
