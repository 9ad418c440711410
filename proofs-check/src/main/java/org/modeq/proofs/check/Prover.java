package org.modeq.proofs.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modeq.proofs.claim.Claim;
import org.modeq.proofs.claim.ClaimKind;
import org.modeq.proofs.claim.Convention;
import org.modeq.proofs.claim.Coordinates;
import org.modeq.proofs.claim.Subject;
import org.modeq.proofs.claim.Verdict;
import org.modeq.symbolic.contraction.Formula;
import org.modeq.symbolic.contraction.IndependentDraws.Distribution;
import org.modeq.symbolic.contraction.TensorForm;
import org.modeq.symbolic.ring.ParameterFraction;

/** Decides claims by comparing normal forms. */
public final class Prover {
    private Prover() {}

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
        Optional<Coordinates> coordinates = claim.wording().coordinates();
        if (coordinates.isPresent()) {
            return CoordinateProver.decide(claim, coordinates.get());
        }
        Reading reading = compared(claim);
        if (reading.comparison().difference().isZero()) {
            Optional<String> reason = claim.assumptions().isEmpty()
                    ? Optional.empty()
                    : Optional.of("needs none of its assumptions: " + String.join(", ", claim.assumptions()));
            return new Decision(
                    claim,
                    Verdict.PROVED,
                    Optional.of(reading.comparison()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    reason);
        }
        if (claim.kind() == ClaimKind.GENERATOR) {
            return underNoise(claim, reading);
        }
        return claim.assumptions().isEmpty()
                ? decision(claim, Verdict.REFUTED, reading, Assumptions.NONE, Optional.empty())
                : underAssumptions(claim, reading);
    }

    /** Decides a claim about a generator that is false for some noise. */
    private static Decision underNoise(Claim claim, Reading reading) {
        TensorForm<ParameterFraction> difference = reading.comparison().difference();
        TensorForm<ParameterFraction> assumed = AverageOverDraws.underAssumptions(claim, difference);
        boolean isRefuted = !assumed.isZero();
        String assumptions = String.join(", ", claim.assumptions());
        return decision(
                claim,
                isRefuted ? Verdict.REFUTED : Verdict.CONDITIONAL,
                reading,
                isRefuted ? assumed : difference,
                AverageOverDraws.counterexample(
                        reading, isRefuted ? AverageOverDraws.assumed(claim) : Distribution.ANY),
                assumptions.isEmpty()
                        ? Optional.empty()
                        : Optional.of((isRefuted ? "fails even under " : "holds under ") + assumptions));
    }

    /** Decides a claim that is false in general. */
    private static Decision underAssumptions(Claim claim, Reading reading) {
        Assumptions assumptions;
        try {
            assumptions = assumptions(claim, reading.language());
            assumptions.related(reading.comparison().difference());
        } catch (IllegalArgumentException unusable) {
            return waiting(claim, String.valueOf(unusable.getMessage()));
        }
        TensorForm<ParameterFraction> difference = reading.comparison().difference();
        if (assumptions.annihilate(difference)) {
            List<String> needed = assumptions.neededFor(difference).stream()
                    .map(Assumption::text)
                    .toList();
            String reason =
                    "holds under " + (needed.isEmpty() ? "any one of " + assumptions : String.join(", ", needed));
            return decision(claim, Verdict.CONDITIONAL, reading, Assumptions.NONE, Optional.of(reason));
        }
        Decision refuted =
                decision(claim, Verdict.REFUTED, reading, assumptions, Optional.of("fails even under " + assumptions));
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
            Claim claim, Verdict verdict, Reading reading, Assumptions obeyed, Optional<String> reason) {
        Comparison comparison = reading.comparison();
        return decision(
                claim,
                verdict,
                reading,
                obeyed.related(comparison.difference()),
                CounterexampleSearch.find(reading.language(), comparison.claimed(), comparison.derived(), obeyed),
                reason);
    }

    private static Decision decision(
            Claim claim,
            Verdict verdict,
            Reading reading,
            TensorForm<ParameterFraction> difference,
            Optional<Counterexample> counterexample,
            Optional<String> reason) {
        return new Decision(
                claim,
                verdict,
                Optional.of(reading.comparison()),
                Optional.empty(),
                Optional.of(reading.comparison().written(difference)),
                counterexample,
                reason);
    }

    private static Decision waiting(Claim claim, String reason) {
        return new Decision(
                claim,
                Verdict.WAITING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(reason));
    }

    private static Reading compared(Claim claim) {
        try {
            Convention convention = claim.wording().convention();
            Formula formula = convention.inHouseNames(ClaimLanguage.parsed(claim.formula(), claim));
            List<Subject> subjects = new ArrayList<>(List.of(claim.subject()));
            claim.minus().ifPresent(subjects::add);
            List<Formula> formulas = new ArrayList<>(List.of(formula));
            Optional<Formula> quantity =
                    claim.wording().quantity().map(text -> convention.inHouseNames(ClaimLanguage.parsed(text, claim)));
            quantity.ifPresent(formulas::add);
            ClaimLanguage.Scope scope = new ClaimLanguage.Scope(
                    subjects,
                    formulas,
                    claim.wording().losses(),
                    claim.wording().functions(),
                    convention.isGradient());
            if (speaksOfLosses(claim.assumptions())) {
                return new ClaimComparison(claim, ClaimLanguage.ofLosses(scope), formula, quantity).reading();
            }
            try {
                return new ClaimComparison(claim, ClaimLanguage.ofFields(scope), formula, quantity).reading();
            } catch (IllegalArgumentException speaksOfLosses) {
                return new ClaimComparison(claim, ClaimLanguage.ofLosses(scope), formula, quantity).reading();
            }
        } catch (IllegalArgumentException badFormula) {
            throw new IllegalArgumentException(
                    "claim " + claim.id() + ": " + withFormula(claim, String.valueOf(badFormula.getMessage())),
                    badFormula);
        }
    }

    /** What the parser says names the formula; what comes later does not. */
    private static String withFormula(Claim claim, String message) {
        return message.startsWith("the formula '") ? message : "the formula '" + claim.formula() + "' " + message;
    }

    private static boolean speaksOfLosses(List<String> assumptions) {
        return Assumption.RELATIONS.stream()
                .filter(Assumption.Relation::isOfLosses)
                .anyMatch(relation -> assumptions.stream().anyMatch(relation::isWrittenAs));
    }
}
