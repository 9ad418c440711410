package org.modeq.proofs.report;

import java.util.List;
import java.util.Set;
import org.modeq.proofs.check.Comparison;
import org.modeq.symbolic.contraction.Formula;

/** How the losses and fields of a claim are written in LaTeX: L_A for the loss of the task A, f_A for its field. */
final class FormulaNames {
    /** Functions whose arguments are vectors. */
    private static final Set<String> OF_VECTORS = Set.of("bracket", "jac", "div", "curl", "dot", "norm2", "odot");

    private static final String FIELD = "field ";

    private final Comparison comparison;

    FormulaNames(Comparison comparison) {
        this.comparison = comparison;
    }

    /** The source of a name, empty for a parameter. */
    String latex(String name) {
        if (name.startsWith(FIELD)) {
            return indexed("f", name.substring(FIELD.length()));
        }
        if (comparison.isTestFunction(name)) {
            return "\\varphi";
        }
        if (comparison.isLoss(name)) {
            return indexed("L", name);
        }
        return comparison.isField(name) ? indexed("f", name) : "";
    }

    private static String indexed(String letter, String name) {
        boolean isOnly = name.equals("L") || name.equals("f");
        return isOnly ? letter : letter + "_{" + (name.length() == 1 ? name : "\\mathrm{" + name + "}") + "}";
    }

    /** The formula with the names that stand for fields, although there is a loss of the name, told apart. */
    Formula toldApart(Formula formula) {
        if (formula instanceof Formula.Operation operation) {
            return new Formula.Operation(
                    operation.position(), operation.sign(), toldApart(operation.left()), toldApart(operation.right()));
        }
        if (formula instanceof Formula.Application application) {
            boolean isOfVectors = OF_VECTORS.contains(application.function());
            return new Formula.Application(
                    application.position(),
                    application.function(),
                    toldApart(application.arguments(), isOfVectors),
                    toldApart(application.directions(), true));
        }
        return formula;
    }

    private List<Formula> toldApart(List<Formula> formulas, boolean areVectors) {
        return formulas.stream()
                .map(formula -> areVectors && formula instanceof Formula.Name name && comparison.isField(name.name())
                        ? new Formula.Name(name.position(), FIELD + name.name())
                        : toldApart(formula))
                .toList();
    }
}
