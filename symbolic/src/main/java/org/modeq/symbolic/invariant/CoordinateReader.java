package org.modeq.symbolic.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.contraction.Formula;
import org.modeq.symbolic.contraction.FormulaParser;
import org.modeq.symbolic.expression.Derivation;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.ring.Rational;

/** Turns formulas into expressions: numbers, names, operations, known and unknown functions, and {@code D(L,u,v)}. */
final class CoordinateReader {
    static final Rational MINUS_ONE = Rational.of(-1);
    private static final int MOST_OPERATIONS = 500;
    private static final int LONGEST_QUOTE = 60;

    private final List<String> variables;
    private final SortedMap<String, Expression> losses = new TreeMap<>();
    private final UnknownFunctions functions;

    CoordinateReader(List<String> variables, UnknownFunctions functions) {
        this.variables = variables;
        this.functions = functions;
    }

    /** From now on a name stands for an expression. */
    void name(String loss, Expression expression) {
        losses.put(loss, expression);
    }

    Expression read(String text, String what) {
        try {
            return of(FormulaParser.parse(text), 0);
        } catch (IllegalArgumentException | ArithmeticException badFormula) {
            String start = text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
            throw new IllegalArgumentException(what + ", '" + start + "': " + badFormula.getMessage(), badFormula);
        }
    }

    private Expression of(Formula formula, int depth) {
        requireModest(formula, depth);
        if (formula instanceof Formula.Constant number) {
            return Expression.of(number.value());
        }
        if (formula instanceof Formula.Name name) {
            return named(name);
        }
        if (formula instanceof Formula.Operation operation) {
            return operation(operation, depth);
        }
        if (formula instanceof Formula.Application application) {
            if (!application.directions().isEmpty()) {
                throw error(formula, "given directions in square brackets, expected none; write D(L,u,v) for ∂²L/∂u∂v");
            }
            return application(application, depth);
        }
        throw new AssertionError(formula);
    }

    private static void requireModest(Formula formula, int depth) {
        if (depth > MOST_OPERATIONS) {
            throw error(
                    formula,
                    "given more than " + MOST_OPERATIONS
                            + " operations one after the other, expected fewer; group them with parentheses");
        }
    }

    private Expression named(Formula.Name name) {
        int index = variables.indexOf(name.name());
        if (index >= 0) {
            return Expression.variable(index, name.name());
        }
        Expression loss = losses.get(name.name());
        if (loss != null) {
            return loss;
        }
        Jet jet = functions.named(name.name()).orElseThrow(() -> unknown(name, name.name()));
        if (functions.arguments(jet.function()).isEmpty()) {
            throw nowhere(name, jet);
        }
        return functions.variable(jet);
    }

    private static IllegalArgumentException nowhere(Formula formula, Jet jet) {
        return error(
                formula,
                jet.function() + " stands in none of the losses so far; write it there with its arguments, "
                        + jet.function() + "(…)");
    }

    private Expression operation(Formula.Operation operation, int depth) {
        Expression left = of(operation.left(), depth + 1);
        return switch (operation.sign()) {
            case '+' -> left.add(of(operation.right(), depth + 1));
            case '-' -> left.add(of(operation.right(), depth + 1).scaled(MINUS_ONE));
            case '*' -> left.multiply(of(operation.right(), depth + 1));
            case '/' -> left.multiply(reciprocal(operation.right(), depth + 1));
            default -> left.power(exponent(operation, depth));
        };
    }

    /** 1/a factor by factor, so that powers of sums below a fraction bar are not multiplied out. */
    private Expression reciprocal(Formula formula, int depth) {
        requireModest(formula, depth);
        if (formula instanceof Formula.Operation operation && operation.sign() == '*') {
            return reciprocal(operation.left(), depth + 1).multiply(reciprocal(operation.right(), depth + 1));
        }
        if (formula instanceof Formula.Operation operation && operation.sign() == '^') {
            return of(operation.left(), depth + 1)
                    .power(exponent(operation, depth).negate());
        }
        return of(formula, depth).power(MINUS_ONE);
    }

    private Rational exponent(Formula.Operation operation, int depth) {
        return of(operation.right(), depth + 1)
                .constant()
                .orElseThrow(() -> error(
                        operation, "expected a number as exponent, as in x^3 or x^(1/2); write x^y as exp(y*log(x))"));
    }

    private Expression application(Formula.Application application, int depth) {
        String name = application.function();
        if (name.equals("D")) {
            return derivative(application, depth);
        }
        List<Expression> arguments = new ArrayList<>();
        application.arguments().forEach(argument -> arguments.add(of(argument, depth + 1)));
        if (Derivation.FUNCTIONS.contains(name)) {
            requireArguments(application, 1);
            return name.equals("sqrt")
                    ? arguments.get(0).power(Rational.of(1, 2))
                    : Expression.application(name, arguments.get(0));
        }
        Jet jet = functions.named(name).orElseThrow(() -> unknown(application, name));
        requireArguments(application, functions.arity(jet.function()));
        Optional<List<Expression>> known = functions.arguments(jet.function());
        if (known.isPresent() && !known.get().equals(arguments)) {
            throw error(
                    application,
                    "given " + jet.function() + " at " + arguments + ", but it stands at " + known.get()
                            + " before; give the other function a name of its own");
        }
        if (known.isEmpty() && functions.isClosed()) {
            throw nowhere(application, jet);
        }
        if (known.isEmpty()) {
            functions.stands(jet.function(), arguments);
        }
        return functions.variable(jet);
    }

    private Expression derivative(Formula.Application application, int depth) {
        List<Formula> arguments = application.arguments();
        if (arguments.size() < 2) {
            throw error(application, "given D with 1 argument, expected a formula and variables, as in D(L,u)");
        }
        Expression derivative = of(arguments.get(0), depth + 1);
        for (Formula argument : arguments.subList(1, arguments.size())) {
            int index = argument instanceof Formula.Name name ? variables.indexOf(name.name()) : -1;
            if (index < 0) {
                throw error(
                        argument, "D takes derivatives by variables, expected one of " + String.join(", ", variables));
            }
            derivative = functions.by(index).apply(derivative);
        }
        return derivative;
    }

    private static void requireArguments(Formula.Application application, int expected) {
        int given = application.arguments().size();
        if (given != expected) {
            throw error(
                    application,
                    "given " + application.function() + " with " + given + (given == 1 ? " argument" : " arguments")
                            + ", expected " + expected);
        }
    }

    private IllegalArgumentException unknown(Formula formula, String name) {
        List<String> known = new ArrayList<>(List.of("the variables " + String.join(", ", variables)));
        if (!losses.isEmpty()) {
            known.add("the losses " + String.join(", ", losses.keySet()));
        }
        if (!functions.names().isEmpty()) {
            known.add("the unknown functions " + String.join(", ", functions.names()));
        }
        known.add("the functions D, " + String.join(", ", Derivation.FUNCTIONS));
        return error(formula, "unknown name '" + name + "', expected one of " + String.join("; ", known));
    }

    private static IllegalArgumentException error(Formula formula, String message) {
        return new IllegalArgumentException("at position " + formula.position() + ": " + message);
    }
}
