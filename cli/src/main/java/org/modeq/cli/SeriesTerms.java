package org.modeq.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.modeq.cli.report.Block;
import org.modeq.cli.report.Choosing;
import org.modeq.symbolic.latex.LatexView;
import org.modeq.symbolic.latex.Notation;
import org.modeq.symbolic.latex.TermView;
import org.modeq.symbolic.latex.TreeDrawing;
import org.modeq.symbolic.modified.FieldEquation;

/** The table of the terms of a series: each tree with its drawing, its differential in every notation and its coefficients. */
final class SeriesTerms {
    /** A row has about 1.2 KB, and a page at most 1.5 MB. */
    private static final int MOST_ROWS = 600;

    private SeriesTerms() {}

    static <E> List<Block> blocks(FieldEquation<E> equation) {
        List<FieldEquation.Term<E>> all = equation.terms();
        List<FieldEquation.Term<E>> terms = all.subList(0, Math.min(MOST_ROWS, all.size()));
        List<Block> blocks = new ArrayList<>();
        if (all.size() > MOST_ROWS) {
            blocks.add(new Block.Paragraph("The first " + MOST_ROWS + " of " + all.size()
                    + " trees; the formula has all, and so has --format json."));
        }
        blocks.add(new Block.Table(
                "Every tree t with its differential F(t), b(t), its symmetry σ(t) and the factor b/σ",
                List.of(
                        "tree t",
                        "drawn",
                        "power of h",
                        "F(t) in losses",
                        "F(t)",
                        "F(t) in components",
                        "b(t)",
                        "σ(t)",
                        "b/σ"),
                terms.stream().map(SeriesTerms::row).toList(),
                Set.of(3, 4, 5),
                Set.of(1),
                new Choosing(
                        terms.stream().map(term -> term.tree().order()).toList(),
                        Map.of(3, "gradient", 4, "field", 5, "index"),
                        terms.stream().map(term -> copies(equation, term)).toList())));
        return blocks;
    }

    private static List<String> row(FieldEquation.Term<?> term) {
        boolean isOdd = term.tree().order() % 2 == 1;
        return List.of(
                term.tree().toString(),
                TreeDrawing.of(term.tree()).toSvg(),
                "" + term.power(),
                // F(t) of f = −∇L.
                (isOdd ? "-" : "") + LatexView.differential(term.tree(), Notation.GRADIENT),
                LatexView.differential(term.tree(), Notation.FIELD),
                LatexView.differential(term.tree(), Notation.INDEX),
                term.b().toString(),
                term.symmetry().toString(),
                term.coefficient().toString());
    }

    private static <E> Map<String, String> copies(FieldEquation<E> equation, FieldEquation.Term<E> term) {
        return Map.of(
                "gradient", TermView.latex(equation, term, Notation.GRADIENT),
                "field", TermView.latex(equation, term, Notation.FIELD),
                "index", TermView.latex(equation, term, Notation.INDEX));
    }
}
