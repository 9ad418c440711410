package org.modeq.proofs.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.modeq.proofs.claim.Subject;
import org.modeq.symbolic.contraction.Formula;
import org.modeq.symbolic.ring.ParameterFraction;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.ring.ParameterRing;
import org.modeq.symbolic.ring.Rational;

/**
 * The ring in which a claim is decided: fractions in the parameters whose denominators are those of the methods and those
 * that the formula writes.
 */
final class ClaimRing {
    private final ParameterRing ring;

    private ClaimRing(ParameterRing ring) {
        this.ring = ring;
    }

    static ClaimRing of(List<Subject> subjects, List<Formula> formulas, Set<String> parameters) {
        List<ParameterPolynomial> divisors = new ArrayList<>();
        subjects.forEach(subject -> subject.divisors().forEach(polynomial -> add(divisors, polynomial)));
        formulas.forEach(formula -> collect(formula, parameters, divisors));
        return new ClaimRing(ParameterRing.of(divisors));
    }

    ParameterRing ring() {
        return ring;
    }

    /** An element of the ring of a method. */
    ParameterFraction embedded(Object element) {
        if (element instanceof Rational number) {
            return ring.of(number);
        }
        if (element instanceof ParameterFraction fraction) {
            return ring.embedded(fraction);
        }
        throw new AssertionError(element);
    }

    /** Adds what stands behind a division sign, factor by factor. */
    private static void collect(Formula formula, Set<String> parameters, List<ParameterPolynomial> divisors) {
        if (formula instanceof Formula.Operation operation) {
            collect(operation.left(), parameters, divisors);
            collect(operation.right(), parameters, divisors);
            if (operation.sign() == '/') {
                collectFactors(operation.right(), parameters, divisors);
            }
        } else if (formula instanceof Formula.Application application) {
            application.arguments().forEach(argument -> collect(argument, parameters, divisors));
            application.directions().forEach(direction -> collect(direction, parameters, divisors));
        }
    }

    private static void collectFactors(Formula divisor, Set<String> parameters, List<ParameterPolynomial> divisors) {
        if (divisor instanceof Formula.Operation operation && "*^/".indexOf(operation.sign()) >= 0) {
            collectFactors(operation.left(), parameters, divisors);
            if (operation.sign() == '*') {
                collectFactors(operation.right(), parameters, divisors);
            }
        } else {
            polynomial(divisor, parameters).ifPresent(polynomial -> add(divisors, polynomial));
        }
    }

    private static void add(List<ParameterPolynomial> divisors, ParameterPolynomial polynomial) {
        boolean isNew = polynomial.constant().isEmpty()
                && divisors.stream()
                        .allMatch(known -> known.divideExactly(polynomial).isEmpty()
                                && polynomial.divideExactly(known).isEmpty());
        if (isNew) {
            divisors.add(polynomial);
        }
    }

    /** A formula as a polynomial in parameters, empty if it is none. */
    static Optional<ParameterPolynomial> polynomial(Formula formula, Set<String> parameters) {
        if (formula instanceof Formula.Constant constant) {
            return Optional.of(ParameterPolynomial.of(constant.value()));
        }
        if (formula instanceof Formula.Name name && parameters.contains(name.name())) {
            return Optional.of(ExponentialPowers.parameter(name.name()));
        }
        if (formula instanceof Formula.Operation operation) {
            Optional<ParameterPolynomial> left = polynomial(operation.left(), parameters);
            Optional<ParameterPolynomial> right = polynomial(operation.right(), parameters);
            if (left.isPresent() && right.isPresent()) {
                return switch (operation.sign()) {
                    case '+' -> Optional.of(left.get().add(right.get()));
                    case '-' -> Optional.of(left.get().subtract(right.get()));
                    case '*' -> Optional.of(left.get().multiply(right.get()));
                    case '/' ->
                        right.get()
                                .constant()
                                .filter(number -> !number.isZero())
                                .map(number -> left.get().scaled(number.reciprocal()));
                    default -> Optional.empty();
                };
            }
        }
        return Optional.empty();
    }
}
