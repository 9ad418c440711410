package org.modeq.symbolic.latex;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.ParameterFraction;
import org.modeq.symbolic.tree.RootedTree;

/** The step polynomials of a method with the coefficients that follow from them, as a table in LaTeX. */
public final class IterateTable {
    private static final LatexScript SCRIPT = new LatexScript();
    private static final double WIDEST = 18;

    private IterateTable() {}

    /** A row: a tree, its step polynomial and b(t). */
    private record Row(RootedTree tree, Piece iterate, String b) {}

    /**
     * The table of all trees up to an order: |t|, t, F(t), P(t; n), b(t), σ(t).
     *
     * <p>P is left out where it would not fit beside the rest, as with symbols in its coefficients.
     *
     * @param method the optimizer
     * @param order N
     * @param <E> the coefficients
     * @return {@code tabular}, or {@code longtable} past thirty rows; needs booktabs and longtable
     */
    public static <E> String of(Method<E> method, int order) {
        List<Row> rows = ModifiedEquation.iterates(method, order).entrySet().stream()
                .map(IterateTable::row)
                .toList();
        boolean hasIterates = rows.stream().allMatch(row -> row.iterate().width() <= WIDEST);
        String lines = rows.stream().map(row -> line(row, hasIterates)).collect(Collectors.joining());
        String heading = "$|t|$ & tree $t$ & $F(t)$ & " + (hasIterates ? "$P(t;n)$ & " : "") + "$b(t)$ & $\\sigma(t)$";
        String stretch = method.ring() == RATIONALS ? "1.7" : "2.6";
        String columns = hasIterates ? "rllllr" : "rlllr";
        return "{\\footnotesize\n" + LatexView.table(stretch, columns, heading, rows.size(), lines) + "}\n";
    }

    private static <E> Row row(Map.Entry<RootedTree, List<E>> entry) {
        Piece sum = Piece.EMPTY;
        for (int k = entry.getValue().size() - 1; k >= 1; k--) {
            Coefficient factor = Coefficient.of(entry.getValue().get(k));
            if (!factor.isZero()) {
                sum = sum.then(SCRIPT.sign(factor.isNegative(), sum.equals(Piece.EMPTY)))
                        .then(SCRIPT.factor(factor, 0))
                        .then(k == 1 ? "n" : "n^{" + k + "}", 1);
            }
        }
        Object b = entry.getValue().size() > 1 ? entry.getValue().get(1) : "0";
        return new Row(
                entry.getKey(),
                sum.equals(Piece.EMPTY) ? new Piece("0", 1) : sum,
                b instanceof ParameterFraction fraction
                        ? fraction.toLatex().replace("\\frac", "\\dfrac")
                        : b.toString());
    }

    private static String line(Row row, boolean hasIterates) {
        return "%d & \\texttt{%s} & $%s$ & %s$%s$ & $%s$\\\\%n"
                .formatted(
                        row.tree().order(),
                        LatexView.escape(row.tree().toString()),
                        LatexView.differential(row.tree(), Notation.FIELD),
                        hasIterates ? "$" + row.iterate().source() + "$ & " : "",
                        row.b(),
                        row.tree().symmetry());
    }
}
