package org.modeq.symbolic.contraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.modeq.symbolic.ring.Rational;

/** A form as a formula of the language: the sum of its graphs with their coefficients, powers of h rising. */
final class FormFormula {
    private FormFormula() {}

    /** The formula, the names of losses and fields written as the second argument says; 0 for 0. */
    static <E> Formula of(TensorForm<E> form, UnaryOperator<String> names) {
        Formula sum = new Formula.Constant(0, Rational.ZERO);
        boolean isFirst = true;
        for (Map.Entry<TensorForm.Term, E> entry : form.terms().entrySet()) {
            String text = entry.getValue().toString();
            boolean isNegative = text.startsWith("-");
            String size = isNegative ? form.ring().negate(entry.getValue()).toString() : text;
            Formula term = term(size, entry.getKey(), names);
            if (isFirst) {
                sum = isNegative ? negative(term) : term;
            } else {
                sum = new Formula.Operation(0, isNegative ? '-' : '+', sum, term);
            }
            isFirst = false;
        }
        return sum;
    }

    private static Formula negative(Formula term) {
        return GraphFormula.times(List.of(new Formula.Constant(0, Rational.of(-1)), term));
    }

    private static Formula term(String coefficient, TensorForm.Term term, UnaryOperator<String> names) {
        List<Formula> factors = new ArrayList<>();
        if (!coefficient.equals("1")) {
            factors.add(FormulaParser.parse(coefficient));
        }
        if (term.power() > 0) {
            Formula h = new Formula.Name(0, "h");
            Formula exponent = new Formula.Constant(0, Rational.of(term.power()));
            factors.add(term.power() == 1 ? h : new Formula.Operation(0, '^', h, exponent));
        }
        if (term.graph().indices() > 0 || term.graph().order() > 0 || factors.isEmpty()) {
            factors.add(GraphFormula.of(term.graph(), names));
        }
        return GraphFormula.times(factors);
    }
}
