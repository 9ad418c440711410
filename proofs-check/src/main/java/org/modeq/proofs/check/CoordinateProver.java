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
        List<Expression> difference = comparison.difference();
        if (difference.stream().allMatch(Expression::isZero)) {
            return decision(Verdict.PROVED, comparison, Optional.empty(), Optional.empty());
        }
        Optional<Counterexample> example = CoordinateCounterexample.find(claim, comparison);
        boolean isDecisive = difference.stream().allMatch(Expression::isLaurentPolynomial);
        return example.isPresent() || isDecisive
                ? decision(Verdict.REFUTED, comparison, example, Optional.empty())
                : decision(
                        Verdict.WAITING,
                        comparison,
                        example,
                        Optional.of("the difference may be 0 in another form, and no example shows that it is not"));
    }

    private Decision decision(
            Verdict verdict,
            CoordinateComparison comparison,
            Optional<Counterexample> example,
            Optional<String> reason) {
        boolean isProved = verdict == Verdict.PROVED;
        return new Decision(
                claim,
                verdict,
                Optional.empty(),
                Optional.of(comparison),
                isProved
                        ? Optional.empty()
                        : Optional.of(FormulaParser.parse(comparison.written(comparison.difference()))),
                example,
                reason);
    }

    private CoordinateComparison compared(CoordinateLosses losses) {
        Expression quantity = losses.read(wording.quantity().orElseThrow());
        Method<?> method = claim.method();
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
        List<String> parameters = List.copyOf(claim.method().parameters().keySet());
        List<Expression> coefficients =
                losses.readSeries(claim.formula(), parameters, step, firstPower + claim.order() - 1);
        if (firstPower == 1 && !coefficients.get(0).isZero()) {
            throw new IllegalArgumentException("the formula '" + claim.formula() + "' is not 0 for " + step
                    + " = 0, expected the change in one " + claim.method().clock());
        }
        return coefficients.subList(firstPower, coefficients.size());
    }
}
