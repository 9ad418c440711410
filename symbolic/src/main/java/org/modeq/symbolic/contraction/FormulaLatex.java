package org.modeq.symbolic.contraction;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.ring.Rational;

/** Formulas in LaTeX, in the spellings that {@link LatexFormulaParser} reads. */
public final class FormulaLatex {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int FACTOR = 3;

    private static final Set<String> VECTORS = Set.of("grad", "bracket", "odot");

    private final UnaryOperator<String> names;

    private FormulaLatex(UnaryOperator<String> names) {
        this.names = names;
    }

    /**
     * The formula in LaTeX.
     *
     * @param formula a formula
     * @param names how losses and fields are written, as {@code L_{A}} for A; empty for names that are neither
     * @return the source, without dollar signs
     */
    public static String of(Formula formula, UnaryOperator<String> names) {
        return new FormulaLatex(names).write(formula, 0);
    }

    /**
     * The formula as a factor of a product: a sum stands in parentheses.
     *
     * @param formula a formula
     * @param names how losses and fields are written
     * @return the source, without dollar signs
     */
    public static String ofFactor(Formula formula, UnaryOperator<String> names) {
        return new FormulaLatex(names).write(formula, PRODUCT);
    }

    private String write(Formula formula, int level) {
        if (formula instanceof Formula.Constant constant) {
            return number(constant.value(), level);
        }
        if (formula instanceof Formula.Name name) {
            String known = names.apply(name.name());
            return known.isEmpty() ? ParameterPolynomial.parameter(name.name()).toLatex() : known;
        }
        if (formula instanceof Formula.Operation operation) {
            return operation(operation, level);
        }
        if (formula instanceof Formula.Application application) {
            return application(application, level);
        }
        throw new AssertionError(formula);
    }

    private static String number(Rational value, int level) {
        String size = value.isInteger()
                ? value.abs().toString()
                : "\\frac{" + value.abs().numerator() + "}{" + value.denominator() + "}";
        return value.signum() >= 0 ? size : level > SUM ? "(-" + size + ")" : "-" + size;
    }

    private String operation(Formula.Operation operation, int level) {
        Formula left = operation.left();
        Formula right = operation.right();
        switch (operation.sign()) {
            case '/' -> {
                return "\\frac{" + write(left, 0) + "}{" + write(right, 0) + "}";
            }
            case '^' -> {
                return write(left, FACTOR) + "^{" + write(right, 0) + "}";
            }
            case '*' -> {
                boolean isMinus = left instanceof Formula.Constant constant
                        && constant.value().equals(Rational.of(-1));
                String product =
                        isMinus ? "-" + write(right, PRODUCT) : write(left, PRODUCT) + "\\," + write(right, PRODUCT);
                return level > (isMinus ? SUM : PRODUCT) ? "(" + product + ")" : product;
            }
            default -> {
                String sum = write(left, SUM) + operation.sign() + write(right, PRODUCT);
                return level > SUM ? "(" + sum + ")" : sum;
            }
        }
    }

    private String application(Formula.Application application, int level) {
        List<Formula> arguments = application.arguments();
        String text = switch (application.function()) {
            case "grad" -> "\\nabla " + write(arguments.get(0), FACTOR);
            case "hess" -> "\\nabla^{2}" + write(arguments.get(0), FACTOR);
            case "jac" -> write(arguments.get(0), FACTOR) + "'";
            case "D" -> derivative(application);
            case "dot" -> "\\langle " + write(arguments.get(0), 0) + "," + write(arguments.get(1), 0) + "\\rangle";
            case "norm2" -> "\\|" + write(arguments.get(0), 0) + "\\|^{2}";
            case "bracket" -> "[" + write(arguments.get(0), 0) + "," + write(arguments.get(1), 0) + "]";
            case "odot" -> write(arguments.get(0), FACTOR) + "\\odot " + write(arguments.get(1), FACTOR);
            case "transpose" -> "(" + write(arguments.get(0), 0) + ")^{\\top}";
            case "laplacian" -> "\\Delta " + write(arguments.get(0), FACTOR);
            case "contract" -> contraction(arguments);
            case "trace" -> "\\operatorname{tr}(" + write(arguments.get(0), 0) + ")";
            default ->
                function(application.function())
                        + arguments.stream()
                                .map(argument -> write(argument, 0))
                                .collect(Collectors.joining(",", "(", ")"));
        };
        boolean isProduct = application.function().equals("odot");
        boolean isPrefix = List.of("grad", "hess", "laplacian").contains(application.function());
        boolean isEnclosed = isProduct ? level >= PRODUCT : isPrefix && level > PRODUCT;
        return isEnclosed ? "(" + text + ")" : text;
    }

    /** \varphi'', U_{12} or \operatorname{sum}. */
    private static String function(String spelling) {
        String name = AppliedFunction.baseName(spelling);
        String marks = spelling.substring(name.length());
        String written = ParameterPolynomial.parameter(name).toLatex();
        if (name.length() > 1) {
            boolean isGreek = written.equals("\\" + name);
            written = name.equals("phi") ? "\\varphi" : isGreek ? written : "\\operatorname{" + name + "}";
        }
        if (marks.startsWith("_")) {
            return written + "_{" + marks.substring(1) + "}";
        }
        return written + (marks.length() > 3 ? "^{(" + marks.length() + ")}" : marks);
    }

    /** \nabla^{3}L[u,v] of a loss, f''(u,v) of a field. */
    private String derivative(Formula.Application derivative) {
        Formula base = derivative.arguments().get(0);
        int order = ((Formula.Constant) derivative.arguments().get(1))
                .value()
                .numerator()
                .intValue();
        String directions = derivative.directions().stream()
                .map(direction -> write(direction, 0))
                .collect(Collectors.joining(","));
        String name = write(base, FACTOR);
        if (order == 1 && directions.isEmpty()) {
            return (isVector(base) ? name + "'" : "\\nabla " + name);
        }
        if (order == 1) {
            return isVector(base)
                    ? name + "'\\," + write(derivative.directions().get(0), FACTOR)
                    : "\\langle \\nabla " + name + "," + directions + "\\rangle";
        }
        boolean isField = name.startsWith("f") || name.startsWith("g");
        if (!isField) {
            return "\\nabla^{" + order + "}" + name + (directions.isEmpty() ? "" : "[" + directions + "]");
        }
        String primes = order <= 3 ? "'".repeat(order) : "^{(" + order + ")}";
        return name + primes + (directions.isEmpty() ? "" : "(" + directions + ")");
    }

    /** Whether a formula is a vector, from the way it is written. */
    private boolean isVector(Formula formula) {
        if (formula instanceof Formula.Name name) {
            String known = names.apply(name.name());
            return known.startsWith("f") || known.startsWith("g");
        }
        if (formula instanceof Formula.Operation operation) {
            return isVector(operation.left()) || ("+-*".indexOf(operation.sign()) >= 0 && isVector(operation.right()));
        }
        if (!(formula instanceof Formula.Application application)) {
            return false;
        }
        if (!application.function().equals("D")) {
            return VECTORS.contains(application.function());
        }
        Formula base = application.arguments().get(0);
        return application.arguments().get(1) instanceof Formula.Constant order
                && order.value().equals(Rational.of(application.directions().size() + (isVector(base) ? 0 : 1)));
    }

    /** Partial derivatives in parentheses, with their free indices behind. */
    private String contraction(List<Formula> factors) {
        String free = factors.stream()
                .filter(factor -> factor instanceof Formula.Application part
                        && part.function().equals("free"))
                .flatMap(factor -> ((Formula.Application) factor).arguments().stream())
                .map(index -> ((Formula.Name) index).name())
                .collect(Collectors.joining());
        return factors.stream()
                .map(this::tensor)
                .filter(tensor -> !tensor.isEmpty())
                .collect(Collectors.joining("\\,", "(", ")_{" + free + "}"));
    }

    /** \partial_{i}\partial_{j}L, \partial_{j}f^{i}, \varphi(v)_{i} or \delta_{ij}. */
    private String tensor(Formula factor) {
        Formula.Application part = (Formula.Application) factor;
        if (part.arguments().get(0) instanceof Formula.Application function) {
            return write(function, FACTOR) + "_{"
                    + ((Formula.Name) part.arguments().get(1)).name() + "}";
        }
        List<String> indices = part.arguments().stream()
                .map(argument -> ((Formula.Name) argument).name())
                .toList();
        return switch (part.function()) {
            case "d" ->
                part.directions().stream()
                                .map(index -> "\\partial_{" + ((Formula.Name) index).name() + "}")
                                .collect(Collectors.joining())
                        + names.apply(indices.get(0))
                        + (indices.size() > 1 ? "^{" + indices.get(1) + "}" : "");
            case "id" -> "\\delta_{" + String.join("", indices) + "}";
            case "sum" -> "\\delta_{" + indices.get(0) + indices.get(0) + "}";
            default -> "";
        };
    }
}
