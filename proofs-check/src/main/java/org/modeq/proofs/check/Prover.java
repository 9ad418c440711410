package org.modeq.proofs.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modeq.proofs.claim.Claim;
import org.modeq.proofs.claim.ClaimKind;
import org.modeq.symbolic.contraction.Formula;
import org.modeq.symbolic.contraction.FormulaParser;
import org.modeq.symbolic.contraction.FormulaText;
import org.modeq.symbolic.contraction.TensorForm;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.ring.ParameterFraction;

/** Decides claims by comparing normal forms. */
public final class Prover {
    private Prover() {}

    /** What a claim says, and what is true, in the same terms. */
    private record Comparison(
            ClaimLanguage language, TensorForm<ParameterFraction> claimed, TensorForm<ParameterFraction> derived) {}

    /**
     * Decides a claim.
     *
     * <p>A formula that speaks of fields alone is decided for all fields, one that speaks of losses for their gradients.
     * Exact. The derivation to order N dominates the cost of a proof; a refutation starts the computer algebra system.
     *
     * @param claim the claim
     * @return the verdict, with the difference and a counterexample if it is refuted
     * @throws IllegalArgumentException if the formula does not parse or is not of the kind that is claimed
     */
    public static Decision decide(Claim claim) {
        if (claim.kind() == ClaimKind.GENERATOR || claim.kind() == ClaimKind.CONSERVED) {
            return waiting(claim, "claims of the kind " + claim.kind() + " cannot be decided yet");
        }
        Comparison comparison = compared(claim);
        TensorForm<ParameterFraction> difference = comparison.claimed().subtract(comparison.derived());
        if (difference.isZero()) {
            return new Decision(claim, Verdict.PROVED, Optional.empty(), Optional.empty(), Optional.empty());
        }
        if (!claim.assumptions().isEmpty()) {
            return waiting(claim, "assumptions cannot be checked yet: " + String.join("; ", claim.assumptions()));
        }
        return new Decision(
                claim,
                Verdict.REFUTED,
                Optional.of(FormulaText.ascii(difference.toFormula(comparison.language()::written))),
                CounterexampleSearch.find(comparison.language(), comparison.claimed(), comparison.derived()),
                Optional.empty());
    }

    private static Decision waiting(Claim claim, String reason) {
        return new Decision(claim, Verdict.WAITING, Optional.empty(), Optional.empty(), Optional.of(reason));
    }

    private static Comparison compared(Claim claim) {
        try {
            Formula formula = FormulaParser.parse(claim.formula());
            List<Method<?>> methods = new ArrayList<>(List.of(claim.method()));
            claim.minus().ifPresent(methods::add);
            try {
                return compared(claim, ClaimLanguage.ofFields(methods, formula), formula);
            } catch (IllegalArgumentException speaksOfLosses) {
                return compared(claim, ClaimLanguage.ofLosses(methods, formula), formula);
            }
        } catch (IllegalArgumentException badFormula) {
            throw new IllegalArgumentException(
                    "claim " + claim.id() + ": the formula '" + claim.formula() + "' " + badFormula.getMessage(),
                    badFormula);
        }
    }

    private static Comparison compared(Claim claim, ClaimLanguage language, Formula formula) {
        int order = claim.order();
        return switch (claim.kind()) {
            case FIELD ->
                new Comparison(
                        language,
                        language.read(formula, 1).truncated(order - 1),
                        language.field(claim.method(), order));
            case LOSS ->
                new Comparison(
                        language,
                        language.read(formula, 0).derivative().negate().truncated(order - 1),
                        language.field(claim.method(), order));
            case MAP ->
                new Comparison(
                        language,
                        language.read(formula, 1).truncated(order),
                        language.displacement(claim.method(), order));
            case DIFFERENCE ->
                new Comparison(
                        language,
                        language.read(formula, 1).truncated(order),
                        language.displacement(claim.method(), order)
                                .subtract(language.displacement(claim.minus().orElseThrow(), order)));
            case EQUATION -> equation(language, formula);
            case GENERATOR, CONSERVED -> throw new AssertionError(claim.kind());
        };
    }

    /** Left less right is 0, whatever it is: a scalar, a vector or a matrix. */
    private static Comparison equation(ClaimLanguage language, Formula difference) {
        IllegalArgumentException refusal = new IllegalArgumentException("has no value");
        for (int rank = 1; rank < 4; rank++) {
            try {
                TensorForm<ParameterFraction> value = language.read(difference, rank % 3);
                return new Comparison(language, value, TensorForm.zero(language.ring(), rank % 3));
            } catch (IllegalArgumentException otherRank) {
                refusal = otherRank;
            }
        }
        throw refusal;
    }
}
