package org.modeq.symbolic.invariant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.expression.Derivation;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.modified.LossForm;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/**
 * A class of losses: formulas in named coordinates, with unknown functions.
 *
 * <p>An example: in the variables u, v the loss {@code F(u*v)} with the unknown function F of one argument.
 */
public final class CoordinateLosses {
    private final List<String> variables;
    private final SortedMap<String, Expression> losses = new TreeMap<>();
    private final UnknownFunctions functions;
    private final CoordinateReader reader;

    private CoordinateLosses(List<String> variables, Map<String, Integer> functions) {
        this.variables = List.copyOf(variables);
        this.functions = new UnknownFunctions(functions);
        this.reader = new CoordinateReader(this.variables, this.functions);
    }

    /**
     * The losses with given formulas.
     *
     * <p>A formula has numbers, variables, {@code + - * / ^} with numbers as exponents, the functions exp log sqrt sin cos
     * tan tanh atan, unknown functions of formulas, and {@code D(a,u,v)} for ∂²a/∂u∂v. An unknown function has the same
     * arguments wherever it stands, and may have others in them: {@code F(G(u)*v)}.
     *
     * @param variables the names of the coordinates, in their order
     * @param losses the formula of each loss; L is that of the field f, others have the names of their fields
     * @param functions the number of arguments of each unknown function, 1 to 9
     * @return the losses
     * @throws IllegalArgumentException if a formula does not parse, a name is unknown or given twice, a function has
     *     other arguments than before or another number of them
     */
    public static CoordinateLosses of(
            List<String> variables, Map<String, String> losses, Map<String, Integer> functions) {
        if (variables.isEmpty() || losses.isEmpty()) {
            throw new IllegalArgumentException("given " + variables.size() + " variables and " + losses.size()
                    + " losses, expected at least one of each");
        }
        CoordinateLosses coordinates = new CoordinateLosses(variables, functions);
        coordinates.requireDistinct(losses.keySet());
        new TreeMap<>(losses)
                .forEach((name, formula) ->
                        coordinates.losses.put(name, coordinates.reader.read(formula, "the loss " + name)));
        coordinates.losses.forEach(coordinates.reader::name);
        coordinates.functions.close();
        return coordinates;
    }

    private void requireDistinct(Set<String> lossNames) {
        Set<String> taken = new HashSet<>(functions.names());
        variables.forEach(name -> requireFree(name, "variable", taken));
        lossNames.forEach(name -> requireFree(name, "loss", taken));
    }

    private void requireFree(String name, String what, Set<String> taken) {
        if (name.equals("D") || functions.named(name).isPresent() || !taken.add(name)) {
            throw new IllegalArgumentException("the name '" + name + "' of a " + what
                    + " is that of a variable, a loss, an unknown function or D as well; choose another");
        }
    }

    /** {@return the names of the coordinates, in their order} */
    public List<String> variables() {
        return variables;
    }

    /** {@return the losses by name} */
    public SortedMap<String, Expression> losses() {
        return Collections.unmodifiableSortedMap(losses);
    }

    /**
     * A quantity on the coordinates.
     *
     * @param formula a formula in the variables, the losses, their derivatives {@code D(L,u)} and the jets {@code F'} or
     *     {@code F_12} of the unknown functions that stand in the losses
     * @return the quantity
     * @throws IllegalArgumentException if it does not parse or a name is unknown
     */
    public Expression read(String formula) {
        return reader.read(formula, "the formula");
    }

    /**
     * A formula in the step size, as its Taylor coefficients Σ_p c_p h^p.
     *
     * @param formula a formula as above, in which the step size and the parameters of a method occur too
     * @param parameters the names of the parameters, as a method has them
     * @param step the name of the step size
     * @param power the highest power
     * @return c₀, …, c_power, the parameters as variables in them as in the results of {@link LieDerivative}
     * @throws IllegalArgumentException if it does not parse, a name is unknown, or the step size or a parameter has the
     *     name of a variable, a loss or an unknown function
     * @throws ArithmeticException if it is not defined at h = 0
     */
    public List<Expression> readSeries(String formula, List<String> parameters, String step, int power) {
        CoordinateReader wider = new CoordinateReader(variables, functions);
        losses.forEach(wider::name);
        List<String> symbols = new ArrayList<>(parameters);
        symbols.add(step);
        for (int i = 0; i < symbols.size(); i++) {
            if (isTaken(symbols.get(i))) {
                throw new IllegalArgumentException("the name '" + symbols.get(i)
                        + "' is that of the step size or a parameter, expected another for a variable, a loss or an"
                        + " unknown function");
            }
            wider.name(symbols.get(i), Expression.variable(UnknownFunctions.FIRST_SYMBOL + i, symbols.get(i)));
        }
        int place = UnknownFunctions.FIRST_SYMBOL + parameters.size();
        Expression derivative = wider.read(formula, "the formula");
        List<Expression> coefficients = new ArrayList<>();
        for (int p = 0; p <= power; p++) {
            coefficients.add(derivative.substituted(variable -> variable.index() == place
                    ? Expression.ZERO
                    : Expression.variable(variable.index(), variable.name())));
            derivative = derivative.derivative(place).scaled(Rational.of(1, p + 1));
        }
        return coefficients;
    }

    /**
     * The partial derivative of a quantity by a coordinate, ∂_i F_α = Σ_k F_{α+e_k} ∂_i g_k for F_α at (g₁, …, g_m).
     *
     * @param quantity the quantity
     * @param variable i, from 0
     * @return its derivative
     * @throws IllegalArgumentException if there is no such coordinate
     * @throws ArithmeticException if it is too long or has a derivative of an unknown function of an order beyond 20
     */
    public Expression derivative(Expression quantity, int variable) {
        if (variable < 0 || variable >= variables.size()) {
            throw new IllegalArgumentException("given the variable " + variable + ", expected 0 to "
                    + (variables.size() - 1) + " for " + String.join(", ", variables));
        }
        return by(variable).apply(quantity);
    }

    Derivation by(int variable) {
        return functions.by(variable);
    }

    /** The loss of a field. */
    Expression loss(Colour field) {
        Expression loss = losses.get(LossForm.lossName(field));
        if (loss == null) {
            throw new IllegalArgumentException("given no loss " + LossForm.lossName(field) + " for the field " + field
                    + ", expected one for each field of the method; there are " + String.join(", ", losses.keySet()));
        }
        return loss;
    }

    UnknownFunctions functions() {
        return functions;
    }

    /** Whether a name has a meaning in formulas. */
    boolean isTaken(String name) {
        return variables.contains(name)
                || losses.containsKey(name)
                || functions.named(name).isPresent();
    }
}
