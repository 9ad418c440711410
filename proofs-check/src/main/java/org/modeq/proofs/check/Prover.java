package org.modeq.proofs.check;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.proofs.claim.Claim;
import org.modeq.proofs.claim.ClaimKind;
import org.modeq.symbolic.contraction.Formula;
import org.modeq.symbolic.contraction.FormulaMeaning;
import org.modeq.symbolic.contraction.FormulaParser;
import org.modeq.symbolic.contraction.VectorForm;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/** Decides claims about modified fields and modified losses. */
public final class Prover {
    private Prover() {}

    /**
     * Decides a claim by comparing normal forms.
     *
     * <p>Exact. The derivation to order N dominates the cost of a proof; a refutation starts the computer algebra system.
     *
     * @param claim the claim
     * @return the verdict, with the difference and a counterexample if it is refuted
     * @throws IllegalArgumentException if the formula does not parse or is not of the kind that is claimed
     */
    public static Decision decide(Claim claim) {
        if (claim.kind() != ClaimKind.FIELD && claim.kind() != ClaimKind.LOSS) {
            return waiting(claim, "claims of the kind " + claim.kind() + " cannot be decided yet, only field and loss");
        }
        if (!claim.assumptions().isEmpty()) {
            return waiting(claim, "assumptions cannot be checked yet: " + String.join("; ", claim.assumptions()));
        }
        VectorForm claimed = claimedField(claim).truncated(claim.order() - 1);
        VectorForm derived =
                normalForm(ModifiedEquation.of(claim.method(), claim.order()).field());
        VectorForm difference = claimed.add(derived.negate());
        if (difference.isZero()) {
            return new Decision(claim, Verdict.PROVED, Optional.empty(), Optional.empty(), Optional.empty());
        }
        return new Decision(
                claim,
                Verdict.REFUTED,
                Optional.of(difference.toFormula(Prover::lossName)),
                CounterexampleSearch.find(claimed, derived),
                Optional.empty());
    }

    private static Decision waiting(Claim claim, String reason) {
        return new Decision(claim, Verdict.WAITING, Optional.empty(), Optional.empty(), Optional.of(reason));
    }

    private static VectorForm claimedField(Claim claim) {
        try {
            Formula formula = FormulaParser.parse(claim.formula());
            FormulaMeaning meaning = meaning(claim.method());
            return claim.kind() == ClaimKind.LOSS
                    ? meaning.scalar(formula).gradient().negate()
                    : meaning.vector(formula);
        } catch (IllegalArgumentException badFormula) {
            throw new IllegalArgumentException(
                    "claim " + claim.id() + ": the formula '" + claim.formula() + "' " + badFormula.getMessage());
        }
    }

    /** The names of a method's losses and fields: L and f for a single field f, otherwise the name of the field for both. */
    private static FormulaMeaning meaning(Method<Rational> method) {
        SortedMap<String, Colour> losses = new TreeMap<>();
        SortedMap<String, Colour> fields = new TreeMap<>();
        for (Colour colour : method.fields()) {
            losses.put(lossName(colour), colour);
            fields.put(colour.name(), colour);
        }
        return new FormulaMeaning(losses, fields);
    }

    static String lossName(Colour colour) {
        return colour.equals(Colour.F) ? "L" : colour.name();
    }

    /** The derived field in normal form: F(t) = (−1)^|t| G(t). */
    static VectorForm normalForm(BSeriesField<Rational> field) {
        SortedMap<RootedTree, Polynomial> terms = new TreeMap<>();
        for (RootedTree tree : field.nonzero().keySet()) {
            Rational weight = field.weight(tree);
            Rational signed = tree.order() % 2 == 0 ? weight : weight.negate();
            terms.put(tree, Polynomial.monomial(signed, tree.order() - 1));
        }
        return new VectorForm(terms);
    }
}
