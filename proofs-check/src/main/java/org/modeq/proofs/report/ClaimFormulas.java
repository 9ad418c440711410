package org.modeq.proofs.report;

import java.util.ArrayList;
import java.util.List;
import org.modeq.proofs.check.Comparison;
import org.modeq.proofs.check.CoordinateComparison;
import org.modeq.proofs.check.Decision;
import org.modeq.proofs.claim.ClaimKind;
import org.modeq.proofs.claim.Convention;
import org.modeq.symbolic.contraction.Formula;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.latex.FormulaView;

/** The formulas of a decision one by one: what is claimed, what follows from the method, and the difference. */
public final class ClaimFormulas {
    private final Decision decision;
    private final double width;
    private final List<Display> displays = new ArrayList<>();

    private ClaimFormulas(Decision decision, double width) {
        this.decision = decision;
        this.width = width;
    }

    /**
     * A formula of a decision.
     *
     * @param words what it is, as text that ends in a colon
     * @param tex {@code aligned} with its lines, in display mode without environment
     */
    public record Display(String words, String tex) {
        /** {@return the formula in an environment, as it goes into a paper} */
        public String snippet() {
            return FormulaView.display(tex);
        }
    }

    /**
     * The formulas of a decision, in the order in which one reads them.
     *
     * @param decision the decision
     * @param width the width of a line in em
     * @return the claim, what the method has, and claim less method if they differ; none of a claim that waits
     */
    public static List<Display> of(Decision decision, double width) {
        ClaimFormulas formulas = new ClaimFormulas(decision, width);
        decision.comparison().ifPresent(formulas::add);
        decision.coordinates().ifPresent(formulas::add);
        return List.copyOf(formulas.displays);
    }

    private boolean isEquation() {
        return decision.claim().kind() == ClaimKind.EQUATION;
    }

    private String difference() {
        return isEquation() ? "Left less right:" : "Claim less method:";
    }

    private void add(Comparison comparison) {
        FormulaNames names = new FormulaNames(comparison);
        if (isEquation()) {
            Formula.Operation sides = (Formula.Operation) comparison.formula();
            add("Claim, its left side:", "", sides.left(), "", names);
            add("and its right side:", "", sides.right(), ".", names);
        } else {
            ClaimSection section = new ClaimSection(decision, width);
            boolean isHouse = decision.claim().wording().convention().equals(Convention.HOUSE);
            String end = section.remainder() + ".";
            add(
                    isHouse ? "Claim:" : "Claim, restated with the step size h, f = −∇L and our clock:",
                    section.leftSide(),
                    isHouse ? comparison.formula() : comparison.written(comparison.stated()),
                    end,
                    names);
            boolean isLoss = decision.claim().kind() == ClaimKind.LOSS;
            String left = isLoss ? "\\dot\\theta" : section.leftSide();
            if (isLoss) {
                add(
                        "Its negative gradient, by the product rule:",
                        "-\\nabla\\tilde L",
                        comparison.written(comparison.claimed()),
                        end,
                        names);
            }
            add("What the method has:", left, comparison.written(comparison.derived()), end, names);
        }
        decision.difference().ifPresent(formula -> add(difference(), "\\Delta", formula, ".", names));
    }

    private void add(String words, String left, Formula formula, String end, FormulaNames names) {
        displays.add(new Display(words, FormulaView.aligned(left, names.toldApart(formula), end, names::latex, width)));
    }

    private void add(CoordinateComparison comparison) {
        CoordinateSection section = new CoordinateSection(decision, comparison, width);
        int power = comparison.firstPower();
        String end = section.remainder();
        if (decision.claim().kind() != ClaimKind.CONSERVED) {
            add("Claim:", section.leftSide(), power, comparison.claimed(), end);
        }
        add("What the method has:", section.leftSide(), power, comparison.derived(), end);
        if (decision.difference().isPresent()) {
            add(difference(), "\\Delta", power, comparison.difference(), ".");
        }
    }

    private void add(String words, String left, int power, List<Expression> coefficients, String end) {
        displays.add(new Display(words, FormulaView.aligned(left, power, coefficients, end, width)));
    }
}
