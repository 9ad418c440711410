package org.modeq.symbolic.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.modeq.symbolic.lie.LieExpansion;
import org.modeq.symbolic.lie.LyndonCoordinates;
import org.modeq.symbolic.word.Bracketing;
import org.modeq.symbolic.word.RightNormedBasis;

/** Logarithms of products of exponentials as text and in LaTeX. */
public final class LieView {
    private static final TextScript TEXT = new TextScript();

    /** More terms than these are only listed. */
    private static final int LONGEST_FORMULA = 60;

    private static final String CONVENTION =
            "the first factor acts first; [X,Y] = XY − YX, for fields [f,g] = g′f − f′g; ad_X Y = [X,Y]";

    private LieView() {}

    /**
     * The expansion with its conventions and the table of its terms.
     *
     * @param expansion log(e^X₁ … e^X_K) in a basis
     * @param width the width of the page in columns
     * @return some lines of text
     */
    public static String text(LieExpansion expansion, int width) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of("degree", "word", "bracket", "coefficient")));
        for (LieExpansion.Term term : expansion.terms()) {
            rows.add(List.of(
                    "" + term.bracket().weight(),
                    term.letters(),
                    term.bracket().toString(),
                    term.coefficient().toString()));
        }
        String formula = expansion.terms().size() > LONGEST_FORMULA
                ? ""
                : FormulaSum.of(expansion, TEXT).display(width) + "\n\n";
        return TextScript.logarithm(expansion.product()) + ", degree " + expansion.degree() + ", "
                + name(expansion) + " basis\n" + CONVENTION + "\n\n" + formula
                + (expansion.terms().isEmpty() ? "no terms" : TextView.table(rows)) + "\n";
    }

    /**
     * The expansion as a snippet: what goes between text, after a comment that says how it was made. Needs amsmath.
     *
     * @param command the command that makes it again, with all its options
     * @param expansion log(e^X₁ … e^X_K) in a basis
     * @param style the width of a line, the names of the letters, and the sign of the bracket
     * @return {@code equation} with {@code aligned}, or {@code align} past twelve lines
     */
    public static String snippet(String command, LieExpansion expansion, LatexStyle style) {
        String label = "bch-" + expansion.basis().name();
        String conventions =
                "the first factor acts first; [X,Y] = XY - YX, for fields [f,g] = g'f - f'g; ad_X Y = [X,Y]";
        return LatexView.comment(command, style.ofConventions(conventions))
                + LatexView.displayed(
                        FormulaSum.of(expansion, new LatexScript(style)),
                        LatexView.label(label, expansion.degree()),
                        style);
    }

    /**
     * A document that pdflatex compiles.
     *
     * @param command the command that makes it again, with all its options
     * @param expansion log(e^X₁ … e^X_K) in a basis
     * @param style the width of a line, the names of the letters, and the sign of the bracket
     * @return the source
     */
    public static String document(String command, LieExpansion expansion, LatexStyle style) {
        String conventions = "The first factor acts first, $" + style.commutator() + "$; for vector fields $"
                + style.bracketMeaning() + "$; $\\operatorname{ad}_{X}Y=[X,Y]$. The terms are in the "
                + name(expansion) + " basis.\n\n";
        return LatexView.document(
                "A product of exponentials to degree " + expansion.degree(),
                List.of(conventions + snippet(command, expansion, style)));
    }

    /**
     * An element of a basis alone.
     *
     * @param bracketing a letter or a bracket
     * @return LaTeX without delimiters
     */
    public static String element(Bracketing bracketing) {
        return new LatexScript().element(bracketing).source();
    }

    /** The name of the basis in a sentence: Lyndon and Hall were people. */
    private static String name(LieExpansion expansion) {
        String name = expansion.basis().name();
        return expansion.basis() instanceof RightNormedBasis
                ? name
                : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /**
     * The numbers of each degree.
     *
     * @param totals one line for each degree
     * @return a table
     */
    public static String summary(List<LyndonCoordinates.Totals> totals) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of("degree", "elements", "c ≠ 0", "Σ c", "Σ |c|")));
        for (LyndonCoordinates.Totals line : totals) {
            rows.add(List.of(
                    "" + line.weight(),
                    "" + line.words(),
                    "" + line.nonzero(),
                    line.sum().toString(),
                    line.absoluteSum().toString()));
        }
        return TextView.table(rows) + "\n";
    }
}
