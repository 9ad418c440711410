package org.modeq.symbolic.latex;

import java.util.List;
import org.modeq.symbolic.modified.FieldEquation;

/** One term of a modified equation in LaTeX, to be pasted into a sentence. */
public final class TermView {
    private static final LatexScript SCRIPT = new LatexScript();

    private TermView() {}

    /**
     * The term h^p · b(t)/σ(t) · F(t) with its sign, as {@code -\\frac{h}{2}\\nabla^{2}L\\,\\nabla L}.
     *
     * @param equation the equation whose term it is
     * @param term the term
     * @param notation how its differential is written; in gradient notation f = −∇L is inserted
     * @param <E> the coefficients
     * @return LaTeX without delimiters; 0 if the coefficient is 0
     */
    public static <E> String latex(FieldEquation<E> equation, FieldEquation.Term<E> term, Notation notation) {
        E factor = notation.factor(
                term.tree(), term.coefficient(), equation.method().ring());
        List<Coefficient> parts = Coefficient.parts(factor).stream()
                .filter(part -> !part.isZero())
                .toList();
        Piece sum = Piece.EMPTY;
        for (int i = 0; i < parts.size(); i++) {
            sum = sum.then(SCRIPT.sign(parts.get(i).isNegative(), i == 0))
                    .then(SCRIPT.factor(parts.get(i), term.power()))
                    .then(SCRIPT.differential(term.tree(), notation));
        }
        return parts.isEmpty() ? "0" : sum.source();
    }
}
