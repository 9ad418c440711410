package org.modeq.symbolic.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.modeq.symbolic.contraction.TreeFormula;
import org.modeq.symbolic.modified.LossForm;
import org.modeq.symbolic.modified.MetricForm;
import org.modeq.symbolic.modified.MetricObstruction;
import org.modeq.symbolic.ring.Rational;

/** Metric forms of modified equations, θ̇ = −M ∇L̃, as text and in LaTeX. */
public final class MetricView {
    private MetricView() {}

    /** A term of M or L̃: the letter, the power of h, its name in formulas and as a piece, its coefficient. */
    private record Row(String part, int power, String name, Piece piece, Object coefficient) {
        String powerOfStep() {
            return "h" + (power == 1 ? "" : TextScript.superscript(power));
        }
    }

    /**
     * The metric form with its conventions, the reason where it ends and the table of its terms.
     *
     * @param form the metric form
     * @param width the width of the page in columns
     * @return some lines of text
     */
    public static String text(MetricForm<?> form, int width) {
        ScalarScript script = ScalarScript.TEXT;
        List<List<String>> table = new ArrayList<>(List.of(List.of("part", "power", "term", "coefficient")));
        for (Row row : rows(form, script)) {
            table.add(List.of(
                    row.part(), row.powerOfStep(), row.name(), row.coefficient().toString()));
        }
        return form.method().name() + ", order " + form.order() + "\n" + conventions(form) + "\n\n"
                + "θ̇ = −M ∇L̃\n"
                + metric(form, script).display(width) + "\n"
                + loss(form, script).display(width) + "\n\n"
                + verdict(form) + "\n\n" + TextView.table(table) + "\n";
    }

    /**
     * The metric form as a snippet. Needs amsmath.
     *
     * @param command the command that makes it again, with all its options
     * @param form the metric form
     * @param style the width of a line, and the names of symbols
     * @return {@code equation} with {@code aligned}, or {@code align} past twelve lines
     */
    public static String snippet(String command, MetricForm<?> form, LatexStyle style) {
        List<String> blocks = new ArrayList<>(
                List.of(style.velocity() + " &= -M\\," + style.nabla().source() + style.modifiedLoss()));
        ScalarScript script = ScalarScript.latex(style);
        int count = 1;
        for (FormulaSum sum : List.of(metric(form, script), loss(form, script))) {
            List<String> lines = sum.lines(style.width());
            blocks.add(sum.display(lines));
            count += lines.size();
        }
        String label = LatexView.label(form.method().name() + "-metric", form.order());
        String reason = form.obstruction().map(found -> "% " + found + "\n").orElse("");
        String display = LatexView.displayed(String.join("\\\\\n", blocks), count, label);
        return LatexView.comment(command, style.ofConventions(Conventions.ascii(conventions(form))))
                + reason
                + style.definitions(display)
                + display;
    }

    /**
     * A document that pdflatex compiles: conventions, formula, and the table of the terms of M and L̃.
     *
     * @param command the command that makes it again, with all its options
     * @param form the metric form
     * @param style the width of a line, and the names of symbols
     * @return the source
     */
    public static String document(String command, MetricForm<?> form, LatexStyle style) {
        String title =
                "Metric form of \\texttt{" + LatexView.escape(form.method().name()) + "}, order " + form.order();
        String sentence = Conventions.meaning(form.method())
                + (form.isMetric() ? "" : ", up to the power of $h$ that is shown")
                + "; every field is $-\\nabla L$ of its loss"
                + (hasSymmetricPart(form) ? ", $\\operatorname{sym}X=\\frac{1}{2}(X+X^{\\top})$" : "") + ".\n\n";
        String verdict = form.obstruction()
                .map(reason ->
                        "There is no metric form at the next power: " + LatexView.escape(reason.toString()) + ".\n")
                .orElse("The form is not unique: here the loss takes what it can.\n");
        List<Row> rows = rows(form, ScalarScript.latex(style));
        String lines = rows.stream()
                .map(row -> "$%s$ & %d & $%s$ & \\texttt{%s} & $%s$\\\\%n"
                        .formatted(
                                row.part().equals("M") ? "M" : style.modifiedLoss(),
                                row.power(),
                                row.piece().source(),
                                LatexView.escape(row.name()),
                                row.coefficient()))
                .collect(Collectors.joining());
        String heading = "& power of $h$ & term & in formulas & coefficient";
        return LatexView.document(
                title,
                List.of(
                        style.ofSentence(sentence) + snippet(command, form, style),
                        verdict,
                        "{\\footnotesize\n"
                                + LatexView.table(LatexView.LOW, "lrlp{6.3cm}r", heading, rows.size(), lines) + "}\n"));
    }

    private static List<Row> rows(MetricForm<?> form, ScalarScript script) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("M", 0, "1", script.sign(ScalarScript.Sign.IDENTITY), Rational.ONE));
        for (MetricForm.Term<?> term : form.metricTerms()) {
            String name = TreeFormula.of(term.tree(), LossForm::lossName);
            rows.add(new Row("M", term.power(), name, script.matrix(term.tree()), term.coefficient()));
        }
        for (LossForm.Term<?> term : form.lossTerms()) {
            String name = TreeFormula.of(term.tree(), LossForm::lossName);
            rows.add(new Row("L", term.power(), name, script.contraction(term.tree()), term.coefficient()));
        }
        return rows;
    }

    private static FormulaSum metric(MetricForm<?> form, ScalarScript script) {
        return sum(form, "M", script.matrixSide(), script);
    }

    private static FormulaSum loss(MetricForm<?> form, ScalarScript script) {
        return sum(form, "L", script.leftSide("L"), script);
    }

    /** M = … or L̃ = … up to the power that holds. */
    private static FormulaSum sum(MetricForm<?> form, String part, String leftSide, ScalarScript script) {
        List<List<FormulaSum.SignedTerm>> byPower = IntStream.range(0, form.orderOfMetric())
                .<List<FormulaSum.SignedTerm>>mapToObj(power -> new ArrayList<>())
                .toList();
        for (Row row : rows(form, script)) {
            if (row.part().equals(part)) {
                byPower.get(row.power()).add(new FormulaSum.SignedTerm(Coefficient.of(row.coefficient()), row.piece()));
            }
        }
        return FormulaSum.of(byPower, leftSide, script.script());
    }

    private static boolean hasSymmetricPart(MetricForm<?> form) {
        return form.metric().keySet().stream().anyMatch(tree -> !tree.isPalindrome());
    }

    private static String conventions(MetricForm<?> form) {
        return Conventions.of(form.method(), Notation.GRADIENT)
                + (hasSymmetricPart(form) ? "; sym X = (X + Xᵀ)/2" : "");
    }

    /** Whether there is such a form for all losses, in words. */
    private static String verdict(MetricForm<?> form) {
        return form.obstruction()
                .map(MetricView::reason)
                .orElse("To this order the field has a metric form, whatever the losses are; it is not unique, here the"
                        + " loss takes what it can");
    }

    private static String reason(MetricObstruction<?> reason) {
        String power = reason.power() == 1 ? "h" : "h" + TextScript.superscript(reason.power());
        return "There is no metric form from " + power + " on: " + reason;
    }
}
