package org.modeq.symbolic.latex;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.modeq.symbolic.contraction.Formula;

/** Estimated widths of formulas in em, those of Computer Modern at the size of the text. */
final class FormulaWidth {
    private static final double DIGIT = 0.5;
    private static final double LETTER = 0.68;
    private static final double NARROW = 0.6;
    private static final double NABLA = 0.83;
    private static final double SMALL = 0.45;
    private static final double OPERATOR = 1.22;
    private static final double FENCE = 0.39;
    private static final double COMMA = 0.45;
    private static final double THIN = 0.17;
    private static final double RULE = 0.24;
    private static final double INDEX = 0.55;
    private static final double OPERATOR_NAME = 1.5;
    private static final Pattern COMMAND = Pattern.compile("\\\\[A-Za-z]+");
    private static final Pattern INVISIBLE = Pattern.compile("[{}^_ \\\\]");

    private final UnaryOperator<String> names;

    /** Widths where losses and fields are written as the names say. */
    FormulaWidth(UnaryOperator<String> names) {
        this.names = names;
    }

    double of(Formula formula) {
        if (formula instanceof Formula.Constant constant) {
            String number = constant.value().abs().numerator().toString();
            String denominator = constant.value().denominator().toString();
            boolean isFraction = !constant.value().isInteger();
            return DIGIT * Math.max(number.length(), isFraction ? denominator.length() : 0)
                    + (isFraction ? RULE : 0)
                    + (constant.value().signum() < 0 ? OPERATOR : 0);
        }
        if (formula instanceof Formula.Name name) {
            String source = names.apply(name.name());
            return source.isEmpty()
                    ? NARROW + (name.name().length() > 1 ? SMALL : 0)
                    : LETTER + INDEX * (symbols(source) - 1);
        }
        if (formula instanceof Formula.Operation operation) {
            return of(operation);
        }
        if (formula instanceof Formula.Application application) {
            return of(application);
        }
        throw new AssertionError(formula);
    }

    private double of(Formula.Operation operation) {
        double left = of(operation.left());
        double right = of(operation.right());
        return switch (operation.sign()) {
            case '+', '-' -> left + OPERATOR + right + 2 * FENCE;
            case '/' -> Math.max(left, right) + RULE;
            case '^' -> left + (operation.left() instanceof Formula.Name ? 0 : 2 * FENCE) + Math.max(SMALL, right);
            default -> left + THIN + right;
        };
    }

    private double of(Formula.Application application) {
        double arguments = list(application.arguments());
        double head = switch (application.function()) {
            case "grad", "laplacian" -> NABLA;
            case "hess" -> NABLA + SMALL;
            case "jac" -> SMALL;
            case "D" -> NABLA + SMALL - DIGIT;
            case "dot", "bracket" -> 2 * FENCE;
            case "norm2" -> 2 * DIGIT + SMALL;
            case "odot" -> OPERATOR;
            case "contract" -> 2 * FENCE + SMALL;
            default -> OPERATOR_NAME + 2 * FENCE;
        };
        double directions = application.directions().isEmpty() ? 0 : 2 * FENCE + list(application.directions());
        return head + arguments + directions;
    }

    private double list(List<Formula> formulas) {
        return formulas.stream().mapToDouble(this::of).sum() + COMMA * (formulas.size() - 1);
    }

    /** Of a short source: every letter, digit, sign and command counts. */
    static double ofSource(String source) {
        return LETTER * symbols(source);
    }

    private static int symbols(String source) {
        return INVISIBLE
                .matcher(COMMAND.matcher(source).replaceAll("x"))
                .replaceAll("")
                .length();
    }
}
