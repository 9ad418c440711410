package org.modeq.proofs.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.modeq.symbolic.contraction.Formula;
import org.modeq.symbolic.ring.Rational;

/** Formulas that differ from a given one in one place, as a misprint would. */
final class Mutants {
    private Mutants() {}

    /** A sign flipped, a coefficient doubled, a summand dropped, the mean for the sum, two tasks swapped. */
    static List<Formula> of(Formula formula, List<String> tasks) {
        List<Formula> mutants = new ArrayList<>(List.of(times(-1, formula), times(2, formula), half(formula)));
        if (tasks.size() > 1) {
            mutants.add(renamed(formula, name -> swapped(name, tasks.get(0), tasks.get(1))));
        }
        mutants.addAll(inside(formula));
        return mutants;
    }

    private static String swapped(String name, String first, String second) {
        return name.equals(first) ? second : name.equals(second) ? first : name;
    }

    private static Formula times(int factor, Formula formula) {
        return new Formula.Operation(0, '*', new Formula.Constant(0, Rational.of(factor)), formula);
    }

    private static Formula half(Formula formula) {
        return new Formula.Operation(0, '/', formula, new Formula.Constant(0, Rational.of(2)));
    }

    /** The mutants of all sums that occur. */
    private static List<Formula> inside(Formula formula) {
        List<Formula> mutants = new ArrayList<>();
        if (formula instanceof Formula.Operation operation) {
            Formula left = operation.left();
            Formula right = operation.right();
            char sign = operation.sign();
            if (sign == '+' || sign == '-') {
                mutants.addAll(List.of(
                        new Formula.Operation(0, sign == '+' ? '-' : '+', left, right),
                        new Formula.Operation(0, sign, left, times(2, right)),
                        new Formula.Operation(0, sign, times(2, left), right),
                        left,
                        sign == '+' ? right : times(-1, right)));
            }
            inside(left).forEach(mutant -> mutants.add(new Formula.Operation(0, sign, mutant, right)));
            if (sign != '^') {
                inside(right).forEach(mutant -> mutants.add(new Formula.Operation(0, sign, left, mutant)));
            }
        } else if (formula instanceof Formula.Application application) {
            for (int i = 0; i < application.arguments().size(); i++) {
                int place = i;
                inside(application.arguments().get(i)).forEach(mutant -> {
                    List<Formula> arguments = new ArrayList<>(application.arguments());
                    arguments.set(place, mutant);
                    mutants.add(
                            new Formula.Application(0, application.function(), arguments, application.directions()));
                });
            }
        }
        return mutants;
    }

    private static Formula renamed(Formula formula, UnaryOperator<String> names) {
        if (formula instanceof Formula.Name name) {
            return new Formula.Name(0, names.apply(name.name()));
        }
        if (formula instanceof Formula.Operation operation) {
            return new Formula.Operation(
                    0, operation.sign(), renamed(operation.left(), names), renamed(operation.right(), names));
        }
        if (formula instanceof Formula.Application application) {
            return new Formula.Application(
                    0,
                    application.function(),
                    application.arguments().stream()
                            .map(argument -> renamed(argument, names))
                            .toList(),
                    application.directions().stream()
                            .map(direction -> renamed(direction, names))
                            .toList());
        }
        return formula;
    }
}
