package org.modeq.proofs.check;

import java.util.ArrayList;
import java.util.List;
import org.modeq.proofs.claim.Claim;
import org.modeq.proofs.claim.ClaimKind;
import org.modeq.proofs.claim.Convention;
import org.modeq.symbolic.contraction.Formula;
import org.modeq.symbolic.contraction.FormulaParser;
import org.modeq.symbolic.contraction.TensorForm;
import org.modeq.symbolic.ring.ParameterFraction;

/** What a claim says and what is true, both in normal form and in the house convention. */
public final class Comparison {
    private final Claim claim;
    private final ClaimLanguage language;
    private final Formula formula;
    private final TensorForm<ParameterFraction> stated;
    private final TensorForm<ParameterFraction> claimed;
    private final TensorForm<ParameterFraction> derived;

    Comparison(
            Claim claim,
            ClaimLanguage language,
            Formula formula,
            TensorForm<ParameterFraction> stated,
            TensorForm<ParameterFraction> claimed,
            TensorForm<ParameterFraction> derived) {
        this.claim = claim;
        this.language = language;
        this.formula = formula;
        this.stated = stated;
        this.claimed = claimed;
        this.derived = derived;
    }

    /** {@return the claimed formula as it was read, with the step size called h; of an equation left − right} */
    public Formula formula() {
        return formula;
    }

    /** {@return its normal form: a loss, a field, a map, the rate of a quantity; of an equation the left side} */
    public TensorForm<ParameterFraction> stated() {
        return stated;
    }

    /** {@return the same, but of a loss minus its gradient: what is compared} */
    public TensorForm<ParameterFraction> claimed() {
        return claimed;
    }

    /** {@return what the method has; of an equation the right side} */
    public TensorForm<ParameterFraction> derived() {
        return derived;
    }

    /** {@return claimed minus derived, 0 exactly if the claim is true} */
    public TensorForm<ParameterFraction> difference() {
        return claimed.subtract(derived);
    }

    /** {@return whether the fields are f = −∇L; otherwise they are any fields} */
    public boolean speaksOfLosses() {
        return language.hasLosses();
    }

    /**
     * Whether formulas mean a loss by a name; a task has a loss and a field of one name.
     *
     * @param name a name as formulas write it
     * @return whether there is such a loss
     */
    public boolean isLoss(String name) {
        return language.isWrittenLoss(name);
    }

    /**
     * Whether a name is that of the function on which a generator acts.
     *
     * @param name a name as formulas write it
     * @return whether it is φ
     */
    public boolean isTestFunction(String name) {
        return claim.kind() == ClaimKind.GENERATOR && name.equals(ClaimLanguage.TEST_FUNCTION);
    }

    /**
     * Whether formulas mean a field by a name.
     *
     * @param name a name as formulas write it
     * @return whether there is such a field
     */
    public boolean isField(String name) {
        return language.isField(name);
    }

    /**
     * A form in the names of the formula.
     *
     * @param form one of the forms above
     * @return its formula
     */
    public Formula written(TensorForm<ParameterFraction> form) {
        return form.toFormula(language::written);
    }

    /**
     * What the claim says, in another convention.
     *
     * @param convention how the other paper counts
     * @return the normal form in its names, through the order of the claim
     * @throws IllegalArgumentException if the clock of that convention is a formula that has no inverse
     */
    public Formula restated(Convention convention) {
        List<Formula> divisors = new ArrayList<>(convention.time().stream().toList());
        divisors.add(FormulaParser.parse(language.weight(claim.subject()).toString()));
        ClaimLanguage wider = language.dividingBy(divisors);
        ClaimLanguage house = wider.withSigns(false);
        TimeScale scale = TimeScale.of(convention, claim.subject(), wider);
        boolean isRate = List.of(ClaimKind.FIELD, ClaimKind.LOSS, ClaimKind.CONSERVED, ClaimKind.GENERATOR)
                .contains(claim.kind());
        TensorForm<ParameterFraction> counted = scale.inPaper(house.read(written(stated), stated.rank()), isRate);
        ClaimLanguage paper = wider.withSigns(convention.isGradient());
        return convention.inPaperNames(written(paper.read(written(counted), counted.rank())));
    }
}
