package org.modeq.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.modeq.cli.report.Block;
import org.modeq.cli.report.DisplayMath;
import org.modeq.cli.report.HtmlReport;
import org.modeq.cli.report.Section;
import org.modeq.symbolic.latex.LatexStyle;
import org.modeq.symbolic.latex.LieView;
import org.modeq.symbolic.lie.LieExpansion;

/** The logarithm of a product of exponentials as one page. */
final class BchPage {
    /** A row has about 0.3 KB, and a page at most 1.5 MB. */
    private static final int MOST_ROWS = 1500;

    private static final String CONVENTIONS =
            "the first factor acts first; [X,Y] = XY − YX, for fields [f,g] = g′f − f′g; ad_X Y = [X,Y]";

    private BchPage() {}

    static String of(LieExpansion expansion, Page page) {
        String basis = expansion.basis().name() + " basis";
        return new HtmlReport(
                        "Logarithm of " + product(expansion) + " to degree " + expansion.degree(),
                        CONVENTIONS + "; " + basis + "; degree " + expansion.degree() + "; modeq "
                                + Main.Version.number(),
                        List.of(
                                new Section(
                                        "Series",
                                        List.of(DisplayMath.of(LieView.snippet(
                                                page.latexCommand(Map.of()), expansion, LatexStyle.of(page.ems()))))),
                                new Section("Terms", terms(expansion)),
                                Provenance.of(page.command(), List.of(), List.of())
                                        .section(),
                                new Section("Cite", List.of(new Block.Paragraph(SeriesPage.CITATION)))))
                .render();
    }

    private static String product(LieExpansion expansion) {
        return Arrays.stream(expansion.product().toString().split(",", -1))
                .map(exponent -> exponent.matches("\\w+") ? "e^" + exponent : "e^(" + exponent + ")")
                .collect(Collectors.joining(" "));
    }

    private static List<Block> terms(LieExpansion expansion) {
        List<LieExpansion.Term> all = expansion.terms();
        List<LieExpansion.Term> shown = all.subList(0, Math.min(MOST_ROWS, all.size()));
        List<Block> blocks = new ArrayList<>();
        if (all.isEmpty()) {
            return List.of(new Block.Paragraph("Nothing is left: the product is 1."));
        }
        if (all.size() > MOST_ROWS) {
            blocks.add(new Block.Paragraph(
                    "The first " + MOST_ROWS + " of " + all.size() + " terms; --format json has all."));
        }
        blocks.add(new Block.Table(
                "Every term that is not zero: the word of the basis element, the element, and its coefficient",
                List.of("word", "degree", "element", "coefficient"),
                shown.stream()
                        .map(term -> List.of(
                                term.letters(),
                                "" + term.bracket().weight(),
                                LieView.element(term.bracket()),
                                term.coefficient().toString()))
                        .toList(),
                Set.of(2)));
        return blocks;
    }
}
