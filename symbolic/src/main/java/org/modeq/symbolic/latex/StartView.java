package org.modeq.symbolic.latex;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.modeq.symbolic.modified.EffectiveStart;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesMap;
import org.modeq.symbolic.tree.RootedTree;

/** The effective start of a run with momentum, as text and in LaTeX. */
public final class StartView {
    private StartView() {}

    /**
     * One term of S.
     *
     * @param power of h
     * @param tree t
     * @param coefficient S(t)/σ(t)
     * @param value S(t)
     * @param symmetry σ(t)
     */
    public record Term(int power, RootedTree tree, Object coefficient, Object value, BigInteger symmetry) {}

    /**
     * The terms that are not 0, by the order of their trees.
     *
     * @param start the effective start
     * @param <E> the coefficients
     * @return a term for each tree
     */
    public static <E> List<Term> terms(EffectiveStart<E> start) {
        BSeriesMap<E> map = start.map();
        List<Term> terms = new ArrayList<>();
        map.nonzero().forEach((tree, value) -> {
            Rational weight = Rational.of(BigInteger.ONE, tree.symmetry());
            terms.add(new Term(tree.order(), tree, map.ring().scale(weight, value), value, tree.symmetry()));
        });
        return terms;
    }

    /**
     * The map with its meaning and the table of its terms.
     *
     * @param start the effective start
     * @param notation how differentials are written in the formula
     * @param width the width of the page in columns
     * @return some lines of text
     */
    public static String text(EffectiveStart<?> start, Notation notation, int width) {
        TextScript script = new TextScript();
        List<List<String>> rows = new ArrayList<>(List.of(List.of("power", "tree t", "F(t)", "S(t)", "σ(t)", "S/σ")));
        for (Term term : terms(start)) {
            rows.add(List.of(
                    "h" + (term.power() == 1 ? "" : TextScript.superscript(term.power())),
                    term.tree().toString(),
                    script.differential(term.tree(), Notation.FIELD).source(),
                    term.value().toString(),
                    term.symmetry().toString(),
                    term.coefficient().toString()));
        }
        return start.method().name() + ", effective start to order "
                + start.map().truncationOrder() + "\n"
                + meaning(start) + "\n\n"
                + sum(start, notation, script, "S(θ) = ").display(width) + "\n\n"
                + TextView.table(rows) + "\n";
    }

    /**
     * The map as a snippet. Needs amsmath.
     *
     * @param command the command that makes it again, with all its options
     * @param start the effective start
     * @param notation how differentials are written
     * @param width the width of a line in em
     * @return {@code equation} with {@code aligned}, or {@code align} past twelve lines
     */
    public static String snippet(String command, EffectiveStart<?> start, Notation notation, double width) {
        String label =
                LatexView.label(start.method().name() + "-start", start.map().truncationOrder());
        return LatexView.comment(command, Conventions.ascii(meaning(start)))
                + LatexView.displayed(
                        sum(start, notation, new LatexScript(), "S(\\theta) &= "), label, LatexStyle.of(width));
    }

    private static String meaning(EffectiveStart<?> start) {
        return Conventions.of(start.method())
                + "; from rest the run is at S(θ) followed by the flow of its field, up to terms with β^n";
    }

    private static FormulaSum sum(EffectiveStart<?> start, Notation notation, Script script, String side) {
        List<List<FormulaSum.SignedTerm>> byPower = new ArrayList<>();
        Piece theta = script instanceof LatexScript ? new Piece("\\theta", 0.5) : new Piece("θ", 1);
        byPower.add(List.of(new FormulaSum.SignedTerm(Coefficient.ONE, theta)));
        for (int power = 1; power <= start.map().truncationOrder(); power++) {
            int wanted = power;
            byPower.add(terms(start).stream()
                    .filter(term -> term.power() == wanted)
                    .map(term -> new FormulaSum.SignedTerm(
                            signed(term, notation), script.differential(term.tree(), notation)))
                    .toList());
        }
        return FormulaSum.of(byPower, side, script);
    }

    /** In gradients F(t) has the sign (−1)^|t|, which goes into the coefficient. */
    private static Coefficient signed(Term term, Notation notation) {
        Coefficient coefficient = Coefficient.of(term.coefficient());
        boolean isFlipped = notation == Notation.GRADIENT && term.tree().order() % 2 == 1;
        return isFlipped ? coefficient.negated() : coefficient;
    }
}
