package org.modeq.proofs.check;

import java.util.List;
import java.util.Optional;
import org.modeq.proofs.claim.Claim;
import org.modeq.proofs.claim.ClaimKind;
import org.modeq.proofs.claim.Coordinates;
import org.modeq.proofs.claim.Verdict;
import org.modeq.proofs.claim.Wording;
import org.modeq.symbolic.contraction.FormulaParser;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.invariant.CoordinateLosses;
import org.modeq.symbolic.invariant.LieDerivative;
import org.modeq.symbolic.method.Method;

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
        if (example.isPresent() || numerators.stream().allMatch(Expression::isLaurentPolynomial)) {
            return decision(Verdict.REFUTED, comparison, example, Optional.empty());
        }
        return numerically(comparison);
    }

    /** Decides what no algebra here does by numbers. */
    private Decision numerically(CoordinateComparison comparison) {
        NumericalAgreement agreement = NumericalAgreement.of(claim, comparison);
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
        Method<?> method = claim.steps().method();
        int order = claim.order();
        boolean isRate = claim.kind() == ClaimKind.FIELD || claim.kind() == ClaimKind.CONSERVED;
        if (!isRate && claim.kind() != ClaimKind.MAP) {
            throw new IllegalArgumentException(
                    "given the kind " + claim.kind() + " for a claim in coordinates, expected field, map or conserved");
        }
        return new CoordinateComparison(
                losses,
                quantity,
                isRate ? 0 : 1,
                coefficients(losses, isRate ? 0 : 1),
                isRate
                        ? LieDerivative.rates(method, losses, quantity, order)
                        : LieDerivative.changes(method, losses, quantity, order));
    }

    private List<Expression> coefficients(CoordinateLosses losses, int firstPower) {
        String step = wording.convention().step();
        List<String> parameters = List.copyOf(claim.subject().parameters().keySet());
        List<Expression> coefficients =
                losses.readSeries(claim.formula(), parameters, step, firstPower + claim.order() - 1);
        if (firstPower == 1 && !coefficients.get(0).isZero()) {
            throw new IllegalArgumentException("the formula '" + claim.formula() + "' is not 0 for " + step
                    + " = 0, expected the change in one " + claim.subject().clock());
        }
        return coefficients.subList(firstPower, coefficients.size());
    }
}
