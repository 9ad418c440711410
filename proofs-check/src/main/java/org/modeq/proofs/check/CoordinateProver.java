package org.modeq.proofs.check;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.modeq.proofs.claim.Claim;
import org.modeq.proofs.claim.ClaimKind;
import org.modeq.proofs.claim.Coordinates;
import org.modeq.proofs.claim.Subject;
import org.modeq.proofs.claim.Verdict;
import org.modeq.proofs.claim.Wording;
import org.modeq.symbolic.contraction.FormulaParser;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.invariant.AdaptiveDerivative;
import org.modeq.symbolic.invariant.CoordinateLosses;
import org.modeq.symbolic.invariant.DrawGenerator;
import org.modeq.symbolic.invariant.LieDerivative;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.ring.Rational;

/**
 * Decides claims about quantities in coordinates: the rate of I along the modified field, or its change in one unit of the
 * clock, for all losses of a class.
 */
final class CoordinateProver {
    private final Claim claim;
    private final Wording wording;

    private CoordinateProver(Claim claim) {
        this.claim = claim;
        this.wording = claim.wording();
    }

    /**
     * Decides a claim.
     *
     * @throws IllegalArgumentException if a formula does not parse, or the claim is under conditions or in another convention
     */
    static Decision decide(Claim claim, Coordinates coordinates) {
        try {
            return new CoordinateProver(claim).decide(coordinates);
        } catch (IllegalArgumentException badFormula) {
            throw new IllegalArgumentException("claim " + claim.id() + ": " + badFormula.getMessage(), badFormula);
        }
    }

    private Decision decide(Coordinates coordinates) {
        if (!claim.assumptions().isEmpty()) {
            throw new IllegalArgumentException(
                    "given 'assume' for a claim in coordinates, expected none; state the losses" + " so that they obey "
                            + String.join(", ", claim.assumptions()));
        }
        CoordinateLosses losses =
                CoordinateLosses.of(coordinates.variables(), coordinates.losses(), wording.functions());
        CoordinateComparison comparison = compared(losses);
        List<Expression> numerators =
                comparison.difference().stream().map(Expression::numerator).toList();
        if (numerators.stream().allMatch(Expression::isZero)) {
            return decision(Verdict.PROVED, comparison, Optional.empty(), Optional.empty());
        }
        Optional<Counterexample> example = CoordinateCounterexample.find(claim, comparison);
        if (example.isPresent()) {
            return decision(Verdict.REFUTED, comparison, example, Optional.empty());
        }
        NumericalAgreement agreement = NumericalAgreement.of(claim, comparison);
        return numerators.stream().allMatch(Expression::isLaurentPolynomial)
                ? decision(Verdict.REFUTED, comparison, agreement.counterexample(), Optional.empty())
                : numerically(comparison, agreement);
    }

    /** Decides what no algebra here does by numbers. */
    private Decision numerically(CoordinateComparison comparison, NumericalAgreement agreement) {
        if (agreement.counterexample().isPresent()) {
            return decision(
                    Verdict.REFUTED,
                    comparison,
                    agreement.counterexample(),
                    Optional.of("is refuted by numbers, which are rounded here"));
        }
        return agreement.isConsistent()
                ? decision(Verdict.CONSISTENT, comparison, Optional.empty(), Optional.of(agreement.toString()))
                : decision(
                        Verdict.WAITING,
                        comparison,
                        Optional.empty(),
                        Optional.of(
                                "a proof that the difference is 0 in another form; there are too few points at which both"
                                        + " sides are real numbers"));
    }

    private Decision decision(
            Verdict verdict,
            CoordinateComparison comparison,
            Optional<Counterexample> example,
            Optional<String> reason) {
        boolean isEqual = verdict == Verdict.PROVED || verdict == Verdict.CONSISTENT;
        return new Decision(
                claim,
                verdict,
                Optional.empty(),
                Optional.of(comparison),
                isEqual
                        ? Optional.empty()
                        : Optional.of(FormulaParser.parse(comparison.written(comparison.difference()))),
                example,
                reason);
    }

    private CoordinateComparison compared(CoordinateLosses losses) {
        Expression quantity = losses.read(wording.quantity().orElseThrow());
        boolean isRate = List.of(ClaimKind.FIELD, ClaimKind.CONSERVED, ClaimKind.GENERATOR)
                .contains(claim.kind());
        if (!isRate && claim.kind() != ClaimKind.MAP) {
            throw new IllegalArgumentException("given the kind " + claim.kind()
                    + " for a claim in coordinates, expected field, map, conserved or generator");
        }
        return new CoordinateComparison(
                losses,
                quantity,
                isRate ? 0 : 1,
                coefficients(losses, isRate ? 0 : 1),
                derived(losses, quantity, isRate));
    }

    private List<Expression> derived(CoordinateLosses losses, Expression quantity, boolean isRate) {
        int order = claim.order();
        if (claim.subject() instanceof Subject.Adaptive adaptive) {
            return isRate
                    ? AdaptiveDerivative.rates(adaptive.method(), losses, quantity, order)
                    : AdaptiveDerivative.changes(adaptive.method(), losses, quantity, order);
        }
        if (claim.subject() instanceof Subject.Draws) {
            return DrawGenerator.rates(losses, quantity, order);
        }
        if (claim.steps().step().isPresent()) {
            throw new IllegalArgumentException(
                    "given 'step' for a claim in coordinates, expected none; leave 'variables' out");
        }
        Method<?> method = claim.steps().method();
        return isRate
                ? LieDerivative.rates(method, losses, quantity, order)
                : LieDerivative.changes(method, losses, quantity, order);
    }

    private List<Expression> coefficients(CoordinateLosses losses, int firstPower) {
        String step = wording.convention().step();
        List<String> parameters = List.copyOf(claim.subject().parameters().keySet());
        List<Expression> coefficients =
                losses.readSeries(claim.formula(), parameters, step, firstPower + claim.order() - 1).stream()
                        .map(this::withGivenParameters)
                        .toList();
        if (firstPower == 1 && !coefficients.get(0).isZero()) {
            throw new IllegalArgumentException("the formula '" + claim.formula() + "' is not 0 for " + step
                    + " = 0, expected the change in one " + claim.subject().clock());
        }
        return coefficients.subList(firstPower, coefficients.size());
    }

    /** Numbers in place of the parameters that are given. */
    private Expression withGivenParameters(Expression formula) {
        SortedMap<String, String> parameters = claim.subject().parameters();
        return formula.substituted(variable -> {
            String value = parameters.getOrDefault(variable.name(), variable.name());
            return variable.index() >= 0 || value.equals(variable.name())
                    ? Expression.variable(variable.index(), variable.name())
                    : Expression.of(Rational.parse(value));
        });
    }
}
