package org.modeq.symbolic.latex;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.modeq.symbolic.modified.MomentumState;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.RootedTree;

/** What the order of two steps with momentum changes in θ and in the velocity, as text and in LaTeX. */
public final class SwapView {
    private SwapView() {}

    /**
     * One term of δθ or δv.
     *
     * @param power of h
     * @param tree t
     * @param coefficient b(t)/σ(t)
     * @param value b(t)
     * @param symmetry σ(t)
     */
    public record Term(int power, RootedTree tree, Object coefficient, Object value, BigInteger symmetry) {}

    /**
     * The terms of δθ that are not 0.
     *
     * @param swap the swap
     * @return a term for each tree, powers of h from 1
     */
    public static List<Term> position(MomentumState.Swap<?> swap) {
        return terms(swap.position(), 0);
    }

    /**
     * The terms of δv that are not 0.
     *
     * @param swap the swap
     * @return a term for each tree, powers of h from 0
     */
    public static List<Term> velocity(MomentumState.Swap<?> swap) {
        return terms(swap.velocity(), 1);
    }

    private static <E> List<Term> terms(BSeriesField<E> series, int lower) {
        List<Term> terms = new ArrayList<>();
        series.nonzero().forEach((tree, value) -> {
            Rational weight = Rational.of(BigInteger.ONE, tree.symmetry());
            terms.add(new Term(tree.order() - lower, tree, series.ring().scale(weight, value), value, tree.symmetry()));
        });
        return terms;
    }

    /**
     * Both series with their meaning and the table of their terms.
     *
     * @param swap the swap
     * @param width the width of the page in columns
     * @return some lines of text
     */
    public static String text(MomentumState.Swap<?> swap, int width) {
        TextScript script = new TextScript();
        List<List<String>> rows = new ArrayList<>(List.of(List.of("of", "power", "tree t", "F(t)", "b(t)/σ(t)")));
        position(swap).forEach(term -> rows.add(row("δθ", term, script)));
        velocity(swap).forEach(term -> rows.add(row("δv", term, script)));
        return "swap of " + swap.first() + " and " + swap.second() + ", order "
                + swap.position().truncationOrder() + "\n" + meaning(swap) + "\n\n"
                + sum(swap, true, script).display(width) + "\n"
                + sum(swap, false, script).display(width) + "\n\n"
                + TextView.table(rows) + "\n";
    }

    private static List<String> row(String name, Term term, TextScript script) {
        String power = term.power() == 1 ? "h" : "h" + TextScript.superscript(term.power());
        return List.of(
                name,
                power,
                term.tree().toString(),
                script.differential(term.tree(), Notation.FIELD).source(),
                term.coefficient().toString());
    }

    /**
     * Both series as snippets. Needs amsmath.
     *
     * @param command the command that makes them again, with all its options
     * @param swap the swap
     * @param width the width of a line in em
     * @return two displayed formulas
     */
    public static String snippet(String command, MomentumState.Swap<?> swap, double width) {
        LatexScript script = new LatexScript();
        int order = swap.position().truncationOrder();
        return LatexView.comment(command, Conventions.ascii(meaning(swap)).replace("δ", "delta "))
                + LatexView.displayed(sum(swap, true, script), LatexView.label("swap-position", order), width)
                + LatexView.displayed(sum(swap, false, script), LatexView.label("swap-velocity", order), width);
    }

    /** F(t), the leaf v by its own name. */
    private static Piece differential(RootedTree tree, Script script) {
        Piece piece = script.differential(tree, Notation.FIELD);
        return new Piece(piece.source().replace("f_{v}", "v"), piece.width());
    }

    private static String meaning(MomentumState.Swap<?> swap) {
        return "v ← β v + w A(θ), θ ← θ + h v with β = " + swap.beta() + ", w = " + swap.weight()
                + "; δ: the state after "
                + swap.first() + ", then " + swap.second() + ", minus the state after " + swap.second() + ", then "
                + swap.first() + "; A = −∇L_A for each field";
    }

    private static FormulaSum sum(MomentumState.Swap<?> swap, boolean ofPosition, Script script) {
        List<Term> terms = ofPosition ? position(swap) : velocity(swap);
        int powers = swap.position().truncationOrder() + (ofPosition ? 1 : 0);
        List<List<FormulaSum.SignedTerm>> byPower = new ArrayList<>();
        for (int power = 0; power < powers; power++) {
            int wanted = power;
            byPower.add(terms.stream()
                    .filter(term -> term.power() == wanted)
                    .map(term -> new FormulaSum.SignedTerm(
                            Coefficient.of(term.coefficient()), differential(term.tree(), script)))
                    .toList());
        }
        boolean isLatex = script instanceof LatexScript;
        String side = ofPosition ? (isLatex ? "\\delta\\theta &= " : "δθ = ") : (isLatex ? "\\delta v &= " : "δv = ");
        return FormulaSum.of(byPower, side, script);
    }
}
