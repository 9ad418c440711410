package org.modeq.symbolic.contraction;

import java.util.stream.Collectors;
import org.modeq.symbolic.ring.Rational;

/** Formulas as text that the parser reads again. */
public final class FormulaText {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int POWER = 3;

    private FormulaText() {}

    /**
     * The formula in the language of {@link FormulaParser}.
     *
     * @param formula a formula
     * @return its text, with no more parentheses than needed
     */
    public static String ascii(Formula formula) {
        return ascii(formula, 0);
    }

    private static String ascii(Formula formula, int level) {
        if (formula instanceof Formula.Constant constant) {
            String text = constant.value().toString();
            boolean isPlain = constant.value().isInteger() && constant.value().signum() >= 0;
            return isPlain || level == 0 ? text : "(" + text + ")";
        }
        if (formula instanceof Formula.Name name) {
            return name.name();
        }
        if (formula instanceof Formula.Application application) {
            String directions = application.directions().isEmpty() ? "" : list(application, "[", "]", true);
            return application.function() + list(application, "(", ")", false) + directions;
        }
        if (formula instanceof Formula.Operation operation) {
            return operation(operation, level);
        }
        throw new AssertionError(formula);
    }

    private static String list(Formula.Application application, String open, String close, boolean directions) {
        return (directions ? application.directions() : application.arguments())
                .stream().map(FormulaText::ascii).collect(Collectors.joining(",", open, close));
    }

    private static String operation(Formula.Operation operation, int level) {
        if (operation.sign() == '*' && level <= SUM && isMinusOne(operation.left())) {
            return "-" + ascii(operation.right(), PRODUCT);
        }
        int own = switch (operation.sign()) {
            case '+', '-' -> SUM;
            case '*', '/' -> PRODUCT;
            default -> POWER;
        };
        boolean isSum = own == SUM;
        String sign = isSum ? " " + operation.sign() + " " : String.valueOf(operation.sign());
        int right = operation.sign() == '+' || operation.sign() == '*' ? own : own + 1;
        int left = own == POWER ? own + 1 : own;
        String text = ascii(operation.left(), left) + sign + ascii(operation.right(), right);
        return level > own ? "(" + text + ")" : text;
    }

    private static boolean isMinusOne(Formula formula) {
        return formula instanceof Formula.Constant constant && constant.value().equals(Rational.of(-1));
    }
}
