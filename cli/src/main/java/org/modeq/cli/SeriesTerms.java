package org.modeq.cli;

import java.util.ArrayList;
import java.util.Collection;
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
    /** What the table may take of the 1.5 MB of a page. */
    private static final int ROOM = 500_000;

    /** The markup of a row beside what stands in it. */
    private static final int MARKUP = 300;

    private SeriesTerms() {}

    static <E> List<Block> blocks(FieldEquation<E> equation) {
        List<FieldEquation.Term<E>> all = equation.terms();
        List<List<String>> rows = new ArrayList<>();
        List<Map<String, String>> copies = new ArrayList<>();
        int room = ROOM;
        for (FieldEquation.Term<E> term : all) {
            List<String> row = row(term);
            Map<String, String> texts = copies(equation, term);
            room -= MARKUP + size(row) + size(texts.values());
            if (room >= 0) {
                rows.add(row);
                copies.add(texts);
            }
        }
        List<Block> blocks = new ArrayList<>();
        if (rows.size() < all.size()) {
            blocks.add(new Block.Paragraph("The first " + rows.size() + " of " + all.size() + " trees; modeq with"
                    + " --format json writes all."));
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
                rows,
                Set.of(3, 4, 5),
                Set.of(1),
                new Choosing(
                        all.subList(0, rows.size()).stream()
                                .map(term -> term.tree().order())
                                .toList(),
                        Map.of(3, "gradient", 4, "field", 5, "index"),
                        copies)));
        return blocks;
    }

    private static int size(Collection<String> texts) {
        return texts.stream()
                .mapToInt(text -> text.chars().map(c -> c == '\'' ? 5 : 1).sum())
                .sum();
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
