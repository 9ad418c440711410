package org.modeq.symbolic.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.modeq.symbolic.contraction.TreeFormula;
import org.modeq.symbolic.modified.FieldEquation;
import org.modeq.symbolic.modified.HamiltonianForm;
import org.modeq.symbolic.modified.LossForm;
import org.modeq.symbolic.modified.Obstruction;
import org.modeq.symbolic.pattern.PatternEquation;
import org.modeq.symbolic.pattern.PatternLoss;

/**
 * What a view of a loss form or a Hamiltonian form needs to know: the scalar L̃ or H̃, the remainder R and its reason.
 *
 * @param method the optimizer, as the command line writes it
 * @param meaning what the field is, as the beginning of a sentence in LaTeX
 * @param order N
 * @param scalar L or H
 * @param kind loss or Hamiltonian
 * @param conventions the map and what the fields are, in plain text
 * @param terms the terms of the scalar
 * @param remainder the terms of R that are not 0
 * @param orderThatHolds the highest order of trees up to which R is 0
 * @param certificate why R is not 0
 */
record ScalarFormula(
        String method,
        String meaning,
        int order,
        String scalar,
        String kind,
        String conventions,
        List<Term> terms,
        List<Rest> remainder,
        int orderThatHolds,
        Optional<String> certificate) {
    /** A term: its name in tables, and how it is written. */
    record Term(int power, Object coefficient, String name, Function<ScalarScript, Piece> piece) {}

    /** A term of the remainder: its differential with its factor, in a notation and a script. */
    record Rest(int power, BiFunction<Notation, ScalarScript, FormulaSum.SignedTerm> term) {}

    static <E> ScalarFormula of(LossForm<E> form) {
        return new ScalarFormula(
                form.method().name(),
                Conventions.meaning(form.method()),
                form.order(),
                "L",
                "loss",
                Conventions.of(form.method(), Notation.GRADIENT),
                form.terms().stream()
                        .map(term -> new Term(
                                term.power(),
                                term.coefficient(),
                                TreeFormula.of(term.tree(), LossForm::lossName),
                                script -> script.contraction(term.tree())))
                        .toList(),
                rest(form.remainderTerms()),
                form.orderOfGradient(),
                form.obstruction().map(Obstruction::toString));
    }

    static <E> ScalarFormula of(HamiltonianForm<E> form) {
        String fields = form.isPartitioned()
                ? "p = −∂H/∂q, q = ∂H/∂p"
                : form.method().fields().size() == 1 ? "f = J⁻¹∇H, J skew" : "A = J⁻¹∇H_A for each field, J skew";
        return new ScalarFormula(
                form.method().name(),
                Conventions.meaning(form.method()),
                form.order(),
                "H",
                "Hamiltonian",
                Conventions.of(form.method(), Notation.FIELD) + "; " + fields,
                form.terms().stream()
                        .map(term -> new Term(
                                term.power(),
                                term.coefficient(),
                                "H(" + term.tree() + ")",
                                script -> script.elementary(term.tree(), form)))
                        .toList(),
                rest(form.remainderTerms()),
                form.orderOfHamiltonian(),
                form.obstruction().map(Obstruction::toString));
    }

    static ScalarFormula of(PatternLoss form) {
        PatternEquation equation = form.equation();
        boolean isCentred = equation.series().isCentred();
        String losses = isCentred ? "; L = ⟨L_a⟩, D_a = L_a − L, f = −∇L, d_a = −∇D_a" : "";
        return new ScalarFormula(
                equation.method(),
                meaning(equation),
                equation.series().order(),
                "L",
                "loss",
                equation.conventions() + losses,
                form.terms().stream()
                        .map(term -> new Term(
                                term.power(),
                                PatternView.inBatches(term.coefficient()),
                                new PatternScript(equation, false).formula(term.tree()),
                                script -> new PatternScript(equation, script.isLatex()).contraction(term.tree())))
                        .toList(),
                form.remainder().stream()
                        .map(term -> new Rest(
                                term.power(),
                                (notation, script) -> new FormulaSum.SignedTerm(
                                        Coefficient.of(PatternView.inBatches(term.coefficient())),
                                        new PatternScript(equation, script.isLatex()).body(term.pattern()))))
                        .toList(),
                form.orderOfGradient(),
                PatternView.certificate(form));
    }

    private static String meaning(PatternEquation equation) {
        String time = "time-$" + (equation.isOfSums() ? "h" : "mh") + "$ flow";
        return equation.kind() == PatternEquation.Kind.MEAN_OF_FIELDS
                ? "Every order has its own field, of which one epoch is the exact " + time
                        + "; the field below is their mean"
                : "The mean over an epoch is the exact " + time + " of the field below";
    }

    private static List<Rest> rest(List<? extends FieldEquation.Term<?>> terms) {
        return terms.stream()
                .map(term -> new Rest(term.power(), (notation, script) -> {
                    Coefficient factor = Coefficient.of(term.coefficient());
                    boolean isFlipped =
                            notation == Notation.GRADIENT && term.tree().order() % 2 == 1;
                    return new FormulaSum.SignedTerm(
                            isFlipped ? factor.negated() : factor,
                            script.script().differential(term.tree(), notation));
                }))
                .toList();
    }

    /** L̃ = … or H̃ = …. */
    FormulaSum sum(ScalarScript script) {
        List<List<FormulaSum.SignedTerm>> byPower = empty();
        for (Term term : terms) {
            byPower.get(term.power())
                    .add(new FormulaSum.SignedTerm(
                            Coefficient.of(term.coefficient()), term.piece().apply(script)));
        }
        return FormulaSum.of(byPower, script.leftSide(scalar), script.script());
    }

    /** R = …. */
    FormulaSum remainder(Notation notation, ScalarScript script) {
        List<List<FormulaSum.SignedTerm>> byPower = empty();
        for (Rest rest : remainder) {
            byPower.get(rest.power()).add(rest.term().apply(notation, script));
        }
        return FormulaSum.of(byPower, script.remainderSide(), script.script());
    }

    private List<List<FormulaSum.SignedTerm>> empty() {
        return IntStream.range(0, order)
                .<List<FormulaSum.SignedTerm>>mapToObj(power -> new ArrayList<>())
                .toList();
    }

    /** Whether R is 0 as far as it is known. */
    boolean isExact() {
        return certificate.isEmpty();
    }

    /** θ̇ in terms of the scalar. */
    String field() {
        return (isLoss() ? "−∇L̃" : "J⁻¹∇H̃") + (isExact() ? "" : " + R");
    }

    /** Whether the scalar is a loss, and not a Hamiltonian. */
    boolean isLoss() {
        return scalar.equals("L");
    }

    /** Whether there is such a scalar for all data, in words. */
    String verdict() {
        String power = orderThatHolds == 1 ? "h" : "h" + TextScript.superscript(orderThatHolds);
        return certificate
                .map(reason ->
                        "There is no " + kind + (orderThatHolds == 0 ? "" : " from " + power + " on") + ": " + reason)
                .orElse("To this order the field has a " + kind + ", whatever the "
                        + (isLoss() ? "losses" : "Hamiltonians") + " are");
    }
}
