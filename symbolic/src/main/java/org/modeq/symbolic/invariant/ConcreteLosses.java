package org.modeq.symbolic.invariant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.expression.Factor;
import org.modeq.symbolic.ring.Rational;

/**
 * One member of a class of losses: formulas in place of the unknown functions.
 *
 * <p>An example: {@code F(u*v)} with {@code z^2/2} for F is {@code 1/2*u^2*v^2}, and F′ becomes uv.
 */
public final class ConcreteLosses {
    private final CoordinateLosses losses;
    private final Map<String, Expression> functions = new HashMap<>();
    private final Map<Jet, Expression> derivatives = new HashMap<>();

    private ConcreteLosses(CoordinateLosses losses) {
        this.losses = losses;
    }

    /**
     * The losses with given functions.
     *
     * @param losses the class of losses
     * @param functions the formula of each unknown function, in {@code z} if it has one argument, else in {@code z1},
     *     {@code z2}, …
     * @return the losses
     * @throws IllegalArgumentException if a function has no formula, a formula no function, or a formula does not parse
     */
    public static ConcreteLosses of(CoordinateLosses losses, Map<String, String> functions) {
        SortedSet<String> known = new TreeSet<>(losses.functions().names());
        if (!known.equals(functions.keySet())) {
            throw new IllegalArgumentException("given formulas for the functions " + new TreeSet<>(functions.keySet())
                    + ", expected one for each of the unknown functions " + known);
        }
        ConcreteLosses concrete = new ConcreteLosses(losses);
        new TreeMap<>(functions).forEach((name, formula) -> {
            int arity = losses.functions().arity(name);
            List<String> arguments = arity == 1
                    ? List.of("z")
                    : IntStream.rangeClosed(1, arity).mapToObj(i -> "z" + i).toList();
            CoordinateReader reader = new CoordinateReader(arguments, new UnknownFunctions(Map.of()));
            concrete.functions.put(name, reader.read(formula, "the function " + name));
        });
        return concrete;
    }

    /**
     * The losses as formulas in the variables, which other readers of formulas understand.
     *
     * @return the formulas by the names of the losses
     * @throws ArithmeticException if one divides by 0 or is too long
     */
    public SortedMap<String, String> formulas() {
        SortedMap<String, String> formulas = new TreeMap<>();
        losses.losses()
                .forEach((name, loss) -> formulas.put(name, substituted(loss).toString()));
        return formulas;
    }

    /**
     * An expression with the derivatives of the formulas in place of the jets, multiplied out.
     *
     * @param expression an expression in coordinates and jets
     * @return the expression in coordinates
     * @throws ArithmeticException if it divides by 0 or is too long
     */
    public Expression substituted(Expression expression) {
        return expression.substituted(variable -> losses.functions()
                .jet(variable)
                .map(jet -> derivative(jet).substituted(z -> substituted(argument(jet, z))))
                .orElseGet(() -> Expression.variable(variable.index(), variable.name())));
    }

    /**
     * The exact value of an expression at a point.
     *
     * @param expression an expression in coordinates and jets
     * @param point a number for each coordinate
     * @return the value, empty if a power or a function in a term is not rational there
     * @throws IllegalArgumentException if there is not one number for each coordinate, or there are other symbols
     * @throws ArithmeticException if it divides by 0
     */
    public Optional<Rational> value(Expression expression, List<Rational> point) {
        if (point.size() != losses.variables().size()) {
            throw new IllegalArgumentException("given a point with " + point.size()
                    + " coordinates, expected one for each of " + String.join(", ", losses.variables()));
        }
        Map<Factor.Variable, Optional<Rational>> known = new HashMap<>();
        return valueAt(expression, point, known);
    }

    private Optional<Rational> valueAt(
            Expression expression, List<Rational> point, Map<Factor.Variable, Optional<Rational>> known) {
        return expression.valueAt(variable -> {
            if (variable.index() >= 0) {
                return Optional.of(point.get(variable.index()));
            }
            Optional<Rational> value = known.get(variable);
            if (value == null) {
                Jet jet = losses.functions().jet(variable).orElseThrow(() -> symbol(variable));
                value = derivative(jet).valueAt(z -> valueAt(argument(jet, z), point, known));
                known.put(variable, value);
            }
            return value;
        });
    }

    private static IllegalArgumentException symbol(Factor.Variable variable) {
        return new IllegalArgumentException("given an expression with the symbol " + variable.name()
                + ", expected coordinates and unknown functions alone; give the method a number for "
                + variable.name());
    }

    /** The argument for which a variable z₁, z₂, … stands. */
    private Expression argument(Jet jet, Factor.Variable z) {
        return losses.functions()
                .arguments(jet.function())
                .orElseThrow(() -> new AssertionError(jet))
                .get(z.index());
    }

    /** The derivative of the formula of a function, in z₁, z₂, …. */
    private Expression derivative(Jet jet) {
        Expression derivative = derivatives.get(jet);
        if (derivative == null) {
            derivative = functions.get(jet.function());
            if (derivative == null) {
                throw new AssertionError(jet);
            }
            for (int index : jet.indices()) {
                derivative = derivative.derivative(index);
            }
            derivatives.put(jet, derivative);
        }
        return derivative;
    }
}
