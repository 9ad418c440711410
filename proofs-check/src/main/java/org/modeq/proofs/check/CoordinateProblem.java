package org.modeq.proofs.check;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.modeq.proofs.claim.Claim;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.invariant.ConcreteLosses;
import org.modeq.symbolic.ring.Rational;

/** A class of losses with formulas in place of the unknown functions and numbers for the parameters of the method. */
record CoordinateProblem(
        ConcreteLosses losses, SortedMap<String, String> functions, SortedMap<String, Rational> parameters) {
    /** The names of the arguments of a function: z, or z1, z2, …. */
    static List<String> arguments(int arity) {
        return arity == 1
                ? List.of("z")
                : IntStream.rangeClosed(1, arity).mapToObj(i -> "z" + i).toList();
    }

    /** The exact value of an expression in coordinates, jets and parameters, empty if it is not rational. */
    Optional<Rational> value(Expression expression, List<Rational> point) {
        return losses.value(inNumbers(expression), point);
    }

    /** The expression in the coordinates alone. */
    Expression inCoordinates(Expression expression) {
        return losses.substituted(inNumbers(expression));
    }

    private Expression inNumbers(Expression expression) {
        return expression.substituted(variable -> {
            Rational number = parameters.get(variable.name());
            return number == null || variable.index() >= 0
                    ? Expression.variable(variable.index(), variable.name())
                    : Expression.of(number);
        });
    }

    /** What a claim about this problem comes to at a point. */
    Counterexample counterexample(Claim claim, List<String> point, int power, String claimed, String derived) {
        SortedMap<String, String> written = new TreeMap<>();
        claim.wording()
                .functions()
                .forEach((name, arity) -> written.put(
                        name + "(" + String.join(",", arguments(arity)) + ")", String.valueOf(functions.get(name))));
        SortedMap<String, String> symbols = new TreeMap<>();
        parameters.forEach((name, value) -> {
            if (name.equals(claim.subject().parameters().get(name))) {
                symbols.put(name, value.toString());
            }
        });
        List<String> variables = claim.wording().coordinates().orElseThrow().variables();
        return new Counterexample(
                variables, losses.formulas(), written, symbols, point, power, List.of(claimed), List.of(derived));
    }
}
