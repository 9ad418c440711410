package org.modeq.symbolic.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.modeq.symbolic.modified.HamiltonianForm;
import org.modeq.symbolic.modified.LossForm;
import org.modeq.symbolic.pattern.PatternLoss;
import org.modeq.symbolic.ring.ParameterFraction;

/** Loss forms and Hamiltonian forms of modified equations, as text and in LaTeX. */
public final class ScalarView {
    /** The widths of a letter of a formula, and of what fits into the two columns of a term, in em. */
    private static final double TYPEWRITER = 0.525;

    private static final double WIDEST_TERM = 27;

    private ScalarView() {}

    /**
     * The loss form with its conventions, the reason of its remainder and the table of its terms.
     *
     * @param form the loss form
     * @param notation how the differentials of the remainder are written
     * @param width the width of the page in columns
     * @return some lines of text
     */
    public static String text(LossForm<?> form, Notation notation, int width) {
        return text(ScalarFormula.of(form), notation, width);
    }

    /**
     * The Hamiltonian form with its conventions, the reason of its remainder and the table of its terms.
     *
     * @param form the Hamiltonian form
     * @param width the width of the page in columns
     * @return some lines of text
     */
    public static String text(HamiltonianForm<?> form, int width) {
        return text(ScalarFormula.of(form), Notation.FIELD, width);
    }

    /**
     * The loss form as a snippet. Needs amsmath.
     *
     * @param command the command that makes it again, with all its options
     * @param form the loss form
     * @param notation how the differentials of the remainder are written
     * @param style the width of a line, and the names of symbols
     * @return {@code equation} with {@code aligned}, or {@code align} past twelve lines
     */
    public static String snippet(String command, LossForm<?> form, Notation notation, LatexStyle style) {
        return snippet(command, ScalarFormula.of(form), notation, style);
    }

    /**
     * The loss form as a snippet in the usual style.
     *
     * @param command the command that makes it again, with all its options
     * @param form the loss form
     * @param notation how the differentials of the remainder are written
     * @param width the width of a line in em
     * @return {@code equation} with {@code aligned}, or {@code align} past twelve lines
     */
    public static String snippet(String command, LossForm<?> form, Notation notation, double width) {
        return snippet(command, form, notation, LatexStyle.of(width));
    }

    /**
     * The Hamiltonian form as a snippet. Needs amsmath.
     *
     * @param command the command that makes it again, with all its options
     * @param form the Hamiltonian form
     * @param style the width of a line, and the names of symbols
     * @return {@code equation} with {@code aligned}, or {@code align} past twelve lines
     */
    public static String snippet(String command, HamiltonianForm<?> form, LatexStyle style) {
        return snippet(command, ScalarFormula.of(form), Notation.FIELD, style);
    }

    /**
     * A document that pdflatex compiles: conventions, formula, and the table of the terms of the loss.
     *
     * @param command the command that makes it again, with all its options
     * @param form the loss form
     * @param notation how the differentials of the remainder are written
     * @param style the width of a line, and the names of symbols
     * @return the source
     */
    public static String document(String command, LossForm<?> form, Notation notation, LatexStyle style) {
        String losses = "every field is $-\\nabla L$ of its loss, $b(t)$ is the coefficient of the tree $t$";
        return document(command, ScalarFormula.of(form), losses, notation, style);
    }

    /**
     * A document that pdflatex compiles: conventions, formula, and the table of the terms of the Hamiltonian.
     *
     * @param command the command that makes it again, with all its options
     * @param form the Hamiltonian form
     * @param style the width of a line, and the names of symbols
     * @return the source
     */
    public static String document(String command, HamiltonianForm<?> form, LatexStyle style) {
        String fields = form.isPartitioned()
                ? "$p=-\\partial H/\\partial q$ and $q=\\partial H/\\partial p$"
                : "every field is $J^{-1}\\nabla H$ of its Hamiltonian, $J$ skew";
        return document(command, ScalarFormula.of(form), fields, Notation.FIELD, style);
    }

    /**
     * The loss form of a field over patterns with its conventions, the reason of its remainder and the table of its terms.
     *
     * @param form the loss form
     * @param width the width of the page in columns
     * @return some lines of text
     */
    public static String text(PatternLoss form, int width) {
        return text(ScalarFormula.of(form), Notation.FIELD, width);
    }

    /**
     * The loss form of a field over patterns as a snippet. Needs amsmath and amssymb.
     *
     * @param command the command that makes it again, with all its options
     * @param form the loss form
     * @param width the width of a line in em
     * @return {@code equation} with {@code aligned}, or {@code align} past twelve lines
     */
    public static String snippet(String command, PatternLoss form, double width) {
        return snippet(command, ScalarFormula.of(form), Notation.FIELD, LatexStyle.of(width));
    }

    /**
     * A document that pdflatex compiles: conventions, formula, and the table of the terms of the loss.
     *
     * @param command the command that makes it again, with all its options
     * @param form the loss form
     * @param width the width of a line in em
     * @return the source
     */
    public static String document(String command, PatternLoss form, double width) {
        String losses = form.equation().series().isCentred()
                ? "$L=\\langle L_a\\rangle$ is the mean loss, $D_a=L_a-L$, $\\bar f=-\\nabla L$, $d_a=-\\nabla D_a$ and"
                        + " $\\langle\\cdot\\rangle$ the mean over the batches"
                : "$f_a=-\\nabla L_a$ for every batch";
        return document(command, ScalarFormula.of(form), losses, Notation.FIELD, LatexStyle.of(width));
    }

    private static String text(ScalarFormula formula, Notation notation, int width) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of("power", "term", "coefficient")));
        for (ScalarFormula.Term term : formula.terms()) {
            rows.add(List.of(
                    "h" + (term.power() == 1 ? "" : TextScript.superscript(term.power())),
                    term.name(),
                    term.coefficient().toString()));
        }
        String remainder = formula.isExact()
                ? ""
                : formula.remainder(notation, ScalarScript.TEXT).display(width) + "\n";
        return formula.method() + ", order " + formula.order() + "\n" + formula.conventions() + "\n\n"
                + "θ̇ = " + formula.field() + "\n"
                + formula.sum(ScalarScript.TEXT).display(width) + "\n" + remainder + "\n"
                + formula.verdict() + "\n\n" + TextView.table(rows) + "\n";
    }

    private static String snippet(String command, ScalarFormula formula, Notation notation, LatexStyle style) {
        List<String> blocks = new ArrayList<>();
        ScalarScript script = ScalarScript.latex(style);
        boolean isLoss = formula.isLoss();
        String rest = formula.isExact() ? "" : "+R";
        String gradient = isLoss
                ? "-" + style.nabla().source() + style.modifiedLoss()
                : "J^{-1}" + style.nabla().source() + "\\tilde H";
        blocks.add(style.velocity() + " &= " + gradient + rest);
        FormulaSum sum = formula.sum(script);
        List<String> lines = new ArrayList<>(sum.lines(style.width()));
        blocks.add(sum.display(lines));
        int count = 1 + lines.size();
        if (!formula.isExact()) {
            FormulaSum remainder = formula.remainder(notation, script);
            List<String> remainderLines = remainder.lines(style.width());
            blocks.add(remainder.display(remainderLines));
            count += remainderLines.size();
        }
        String label = LatexView.label(formula.method() + (isLoss ? "-loss" : "-hamiltonian"), formula.order());
        String reason = formula.certificate().map(text -> "% " + text + "\n").orElse("");
        String display = LatexView.displayed(String.join("\\\\\n", blocks), count, label);
        return LatexView.comment(command, style.ofConventions(Conventions.ascii(formula.conventions())))
                + reason
                + style.definitions(display)
                + display;
    }

    private static String document(
            String command, ScalarFormula formula, String assumption, Notation notation, LatexStyle style) {
        String title = "Modified " + formula.kind() + " of \\texttt{" + LatexView.escape(formula.method()) + "}, order "
                + formula.order();
        String sentence = formula.meaning() + "; " + assumption + ".\n\n";
        String verdict = formula.certificate()
                .map(reason -> "The remainder $R$ is the part that no " + formula.kind() + " has: "
                        + LatexView.escape(reason) + ".\n")
                .orElse("There is no remainder to this order.\n");
        return LatexView.document(
                title,
                List.of(
                        style.ofSentence(sentence) + snippet(command, formula, notation, style),
                        verdict,
                        table(formula, style)));
    }

    /** Without the column of formulas where they do not fit beside the terms. */
    private static String table(ScalarFormula formula, LatexStyle style) {
        ScalarScript script = ScalarScript.latex(style);
        boolean hasFormulas = formula.terms().stream()
                .allMatch(term -> TYPEWRITER * term.name().length()
                                + term.piece().apply(script).width()
                        <= WIDEST_TERM);
        String rows = formula.terms().stream()
                .map(term -> "%d & $%s$ &%s $%s$\\\\%n"
                        .formatted(
                                term.power(),
                                term.piece().apply(script).source(),
                                hasFormulas ? " \\texttt{" + LatexView.escape(term.name()) + "} &" : "",
                                term.coefficient() instanceof ParameterFraction fraction
                                        ? fraction.toLatex()
                                        : term.coefficient()))
                .collect(Collectors.joining());
        String heading = "power of $h$ & term &" + (hasFormulas ? " in formulas &" : "") + " coefficient";
        return LatexView.table(
                LatexView.LOW,
                hasFormulas ? "rllr" : "rlr",
                heading,
                formula.terms().size(),
                rows);
    }
}
