package org.modeq.proofs.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modeq.proofs.claim.Claim;
import org.modeq.proofs.claim.ClaimKind;
import org.modeq.proofs.claim.Verdict;
import org.modeq.symbolic.contraction.Formula;
import org.modeq.symbolic.contraction.FormulaText;
import org.modeq.symbolic.contraction.TensorForm;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.ring.ParameterFraction;

/** Decides claims by comparing normal forms. */
public final class Prover {
    private Prover() {}

    /** What a claim says, and what is true, in the same terms. */
    private record Comparison(
            ClaimLanguage language, TensorForm<ParameterFraction> claimed, TensorForm<ParameterFraction> derived) {
        TensorForm<ParameterFraction> difference() {
            return claimed.subtract(derived);
        }
    }

    /**
     * Decides a claim.
     *
     * <p>A claim that is false in general but true under its assumptions is conditional. A formula that speaks of fields
     * alone is decided for all fields, one that speaks of losses for their gradients.
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
        if (comparison.difference().isZero()) {
            Optional<String> reason = claim.assumptions().isEmpty()
                    ? Optional.empty()
                    : Optional.of("needs none of its assumptions: " + String.join(", ", claim.assumptions()));
            return new Decision(claim, Verdict.PROVED, Optional.empty(), Optional.empty(), reason);
        }
        return claim.assumptions().isEmpty()
                ? decision(claim, Verdict.REFUTED, comparison, Assumptions.NONE, Optional.empty())
                : underAssumptions(claim, comparison);
    }

    /** Decides a claim that is false in general. */
    private static Decision underAssumptions(Claim claim, Comparison comparison) {
        Assumptions assumptions;
        try {
            assumptions = assumptions(claim, comparison.language());
        } catch (IllegalArgumentException unusable) {
            return waiting(claim, String.valueOf(unusable.getMessage()));
        }
        if (assumptions.annihilate(comparison.difference())) {
            List<String> needed = assumptions.neededFor(comparison.difference()).stream()
                    .map(Assumption::text)
                    .toList();
            String reason =
                    "holds under " + (needed.isEmpty() ? "any one of " + assumptions : String.join(", ", needed));
            return decision(claim, Verdict.CONDITIONAL, comparison, Assumptions.NONE, Optional.of(reason));
        }
        Decision refuted = decision(
                claim, Verdict.REFUTED, comparison, assumptions, Optional.of("fails even under " + assumptions));
        return refuted.counterexample().isPresent() || assumptions.isDecisive()
                ? refuted
                : waiting(claim, "the rules for " + assumptions + " neither prove nor refute it");
    }

    private static Assumptions assumptions(Claim claim, ClaimLanguage language) {
        List<Assumption> assumptions = claim.assumptions().stream()
                .map(text -> Assumption.parse(text, language.parameters()))
                .toList();
        return Assumptions.of(assumptions, language.ring());
    }

    private static Decision decision(
            Claim claim, Verdict verdict, Comparison comparison, Assumptions obeyed, Optional<String> reason) {
        Formula difference = obeyed.related(comparison.difference()).toFormula(comparison.language()::written);
        return new Decision(
                claim,
                verdict,
                Optional.of(FormulaText.ascii(difference)),
                CounterexampleSearch.find(comparison.language(), comparison.claimed(), comparison.derived(), obeyed),
                reason);
    }

    private static Decision waiting(Claim claim, String reason) {
        return new Decision(claim, Verdict.WAITING, Optional.empty(), Optional.empty(), Optional.of(reason));
    }

    private static Comparison compared(Claim claim) {
        try {
            Formula formula = ClaimLanguage.parsed(claim.formula(), claim.method());
            List<Method<?>> methods = new ArrayList<>(List.of(claim.method()));
            claim.minus().ifPresent(methods::add);
            if (speaksOfLosses(claim.assumptions())) {
                return compared(claim, ClaimLanguage.ofLosses(methods, formula), formula);
            }
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

    private static boolean speaksOfLosses(List<String> assumptions) {
        return Assumption.RELATIONS.stream()
                .filter(Assumption.Relation::isOfLosses)
                .anyMatch(relation -> assumptions.stream().anyMatch(relation::isWrittenAs));
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

    /** Left and right, whatever they are: vectors, matrices or scalars. */
    private static Comparison equation(ClaimLanguage language, Formula difference) {
        if (!(difference instanceof Formula.Operation sides)) {
            throw new AssertionError(difference);
        }
        IllegalArgumentException refusal = new IllegalArgumentException("has no value");
        for (int rank = 1; rank < 4; rank++) {
            try {
                return new Comparison(
                        language, language.read(sides.left(), rank % 3), language.read(sides.right(), rank % 3));
            } catch (IllegalArgumentException otherRank) {
                refusal = otherRank;
            }
        }
        throw refusal;
    }
}
