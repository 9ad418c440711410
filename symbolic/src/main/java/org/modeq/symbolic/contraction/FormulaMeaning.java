package org.modeq.symbolic.contraction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/**
 * What a formula means: its normal form, given which names are losses and which are fields.
 *
 * <p>A name may stand for both a loss and its field −∇L (the tasks A and B); which of them is meant follows from where it
 * stands, as in {@code grad(A)} and {@code bracket(A,B)}. The name {@code h} is the step size.
 */
public final class FormulaMeaning {
    private static final Polynomial MINUS_ONE = Polynomial.constant(Rational.of(-1));

    private final SortedMap<String, Colour> losses;
    private final SortedMap<String, Colour> fields;

    /**
     * The meaning of formulas over given names.
     *
     * @param losses the colour of each loss by its name
     * @param fields the colour of each field by its name; the field is −∇ of the loss of the same colour
     */
    public FormulaMeaning(Map<String, Colour> losses, Map<String, Colour> fields) {
        this.losses = new TreeMap<>(losses);
        this.fields = new TreeMap<>(fields);
    }

    /**
     * The normal form of a vector.
     *
     * @param formula a formula whose value is a vector
     * @return its normal form
     * @throws IllegalArgumentException if the formula is not a vector; the message shows the position
     */
    public VectorForm vector(Formula formula) {
        if (formula instanceof Formula.Name name) {
            return VectorForm.gradient(known(fields, name, "field")).negate();
        }
        if (formula instanceof Formula.Operation operation) {
            return switch (operation.sign()) {
                case '+' -> vector(operation.left()).add(vector(operation.right()));
                case '-' ->
                    vector(operation.left()).add(vector(operation.right()).negate());
                case '*' -> vectorProduct(operation);
                case '/' -> vector(operation.left()).scaled(FormulaNumber.inverse(operation.right()));
                default -> throw error(operation, "a vector has no powers; write norm2(v) for its squared norm");
            };
        }
        if (formula instanceof Formula.Application application) {
            List<Formula> arguments = application.arguments();
            return switch (application.function()) {
                case "grad" -> scalar(only(application)).gradient();
                case "bracket" -> {
                    requireArguments(application, 2);
                    yield vector(arguments.get(0)).bracket(vector(arguments.get(1)));
                }
                case "D" -> tensor(application, 1);
                default ->
                    throw error(
                            application, "expected a vector: grad(L), D(L,3)[u,v], hess(L)*v, jac(f)*v, bracket(f,g)");
            };
        }
        if (FormulaNumber.of(formula).filter(Polynomial::isZero).isPresent()) {
            return VectorForm.ZERO;
        }
        throw error(formula, "expected a vector, not a number; multiply it with one, as in 1/2*grad(L)");
    }

    /**
     * The normal form of a scalar that depends on the losses.
     *
     * @param formula a formula whose value is a scalar
     * @return its normal form
     * @throws IllegalArgumentException if the formula is not such a scalar; the message shows the position
     */
    public ScalarForm scalar(Formula formula) {
        if (formula instanceof Formula.Name name) {
            return ScalarForm.loss(known(losses, name, "loss"));
        }
        if (formula instanceof Formula.Operation operation) {
            return switch (operation.sign()) {
                case '+' -> scalar(operation.left()).add(scalar(operation.right()));
                case '-' ->
                    scalar(operation.left()).add(scalar(operation.right()).scaled(MINUS_ONE));
                case '*' -> scalarProduct(operation);
                case '/' -> scalar(operation.left()).scaled(FormulaNumber.inverse(operation.right()));
                default -> throw error(operation, "powers of losses are not contractions without loops");
            };
        }
        if (formula instanceof Formula.Application application) {
            List<Formula> arguments = application.arguments();
            return switch (application.function()) {
                case "dot" -> {
                    requireArguments(application, 2);
                    yield vector(arguments.get(0)).dot(vector(arguments.get(1)));
                }
                case "norm2" -> {
                    VectorForm vector = vector(only(application));
                    yield vector.dot(vector);
                }
                case "D" -> tensor(application, 0).dot(vector(lastDirection(application)));
                default -> throw error(application, "expected a scalar: a loss, norm2(v), dot(u,v) or D(L,2)[u,v]");
            };
        }
        throw error(formula, "expected a scalar that depends on a loss; a constant has no gradient, leave it out");
    }

    /** c·v, hess(L)·v or jac(f)·v; the factors before the last are numbers or operators, applied from the right. */
    private VectorForm vectorProduct(Formula.Operation product) {
        Optional<Polynomial> right = FormulaNumber.of(product.right());
        if (right.isPresent()) {
            return vector(product.left()).scaled(right.get());
        }
        return applied(product.left(), vector(product.right()));
    }

    private VectorForm applied(Formula operator, VectorForm vector) {
        Optional<Polynomial> number = FormulaNumber.of(operator);
        if (number.isPresent()) {
            return vector.scaled(number.get());
        }
        if (operator instanceof Formula.Operation operation) {
            return switch (operation.sign()) {
                case '+' -> applied(operation.left(), vector).add(applied(operation.right(), vector));
                case '-' ->
                    applied(operation.left(), vector)
                            .add(applied(operation.right(), vector).negate());
                case '*' -> applied(operation.left(), applied(operation.right(), vector));
                case '/' -> applied(operation.left(), vector).scaled(FormulaNumber.inverse(operation.right()));
                default -> power(operation, vector);
            };
        }
        if (operator instanceof Formula.Application application) {
            if (application.function().equals("hess")) {
                return scalar(only(application)).gradient().derivative(vector);
            }
            if (application.function().equals("jac")) {
                return vector(only(application)).derivative(vector);
            }
        }
        throw error(operator, "expected a number or a matrix before the vector: hess(L) or jac(f)");
    }

    private VectorForm power(Formula.Operation power, VectorForm vector) {
        VectorForm result = vector;
        for (int i = FormulaNumber.natural(power.right()); i > 0; i--) {
            result = applied(power.left(), result);
        }
        return result;
    }

    private ScalarForm scalarProduct(Formula.Operation product) {
        Optional<Polynomial> left = FormulaNumber.of(product.left());
        if (left.isPresent()) {
            return scalar(product.right()).scaled(left.get());
        }
        Polynomial right = FormulaNumber.of(product.right())
                .orElseThrow(() -> error(
                        product,
                        "a product of two scalars that both depend on losses is not a"
                                + " contraction without loops; one factor must be a number"));
        return scalar(product.left()).scaled(right);
    }

    /** D(L,k)[v₁, …]: the k-th derivative of a loss with k − freeLegs directions. */
    private VectorForm tensor(Formula.Application derivative, int freeLegs) {
        requireArguments(derivative, 2);
        int order = FormulaNumber.natural(derivative.arguments().get(1));
        if (order < 1) {
            throw error(derivative, "expected a derivative of order at least 1, as in D(L,3)[u,v]");
        }
        int expected = order - freeLegs;
        if (derivative.directions().size() != expected) {
            throw error(
                    derivative,
                    "given " + derivative.directions().size() + " directions, expected " + expected + " for a "
                            + (freeLegs == 1 ? "vector" : "scalar"));
        }
        ScalarForm losses = scalar(derivative.arguments().get(0));
        if (losses.terms().keySet().stream().anyMatch(tree -> tree.order() > 1)) {
            throw error(derivative, "expected a loss or a sum of losses inside D; use jac(v) for derivatives of terms");
        }
        VectorForm result = losses.gradient();
        for (Formula direction : derivative.directions().subList(0, order - 1)) {
            result = result.graftedWith(vector(direction));
        }
        return result;
    }

    private Formula lastDirection(Formula.Application derivative) {
        if (derivative.directions().isEmpty()) {
            throw error(derivative, "expected directions in square brackets, as in D(L,3)[u,v,w]");
        }
        return derivative.directions().get(derivative.directions().size() - 1);
    }

    private static Colour known(SortedMap<String, Colour> names, Formula.Name name, String what) {
        Colour colour = names.get(name.name());
        if (colour == null) {
            throw error(
                    name,
                    "unknown " + what + " '" + name.name() + "', expected one of " + String.join(", ", names.keySet()));
        }
        return colour;
    }

    private static Formula only(Formula.Application application) {
        requireArguments(application, 1);
        return application.arguments().get(0);
    }

    private static void requireArguments(Formula.Application application, int count) {
        if (application.arguments().size() != count) {
            throw error(
                    application,
                    "given " + application.arguments().size() + " arguments of " + application.function()
                            + ", expected " + count);
        }
    }

    static IllegalArgumentException error(Formula formula, String message) {
        return new IllegalArgumentException("at position " + formula.position() + ": " + message);
    }
}
