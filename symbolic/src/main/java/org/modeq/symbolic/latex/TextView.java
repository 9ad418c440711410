package org.modeq.symbolic.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.modeq.symbolic.modified.BracketForm;
import org.modeq.symbolic.modified.FieldEquation;
import org.modeq.symbolic.modified.ModifyingEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.word.Letter;

/** Modified equations in plain text, for the terminal. */
public final class TextView {
    private static final TextScript SCRIPT = new TextScript();

    private TextView() {}

    /**
     * The formula alone: θ̇ = …, broken into lines.
     *
     * @param equation the modified equation
     * @param notation how differentials are written
     * @param width the width of the page in columns
     * @return the formula
     */
    public static String formula(FieldEquation<?> equation, Notation notation, int width) {
        return FormulaSum.of(equation, notation, SCRIPT).display(width);
    }

    /**
     * The modified equation with its conventions and the table of all its trees.
     *
     * @param equation the modified equation
     * @param notation how differentials are written in the formula
     * @param width the width of the page in columns
     * @return some lines of text
     */
    public static String of(FieldEquation<?> equation, Notation notation, int width) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("power", "tree t", "F(t)", "b(t)", "σ(t)", "b/σ"));
        for (FieldEquation.Term<?> term : equation.terms()) {
            rows.add(List.of(
                    "h" + (term.power() == 1 ? "" : TextScript.superscript(term.power())),
                    term.tree().toString(),
                    SCRIPT.differential(term.tree(), Notation.FIELD).source(),
                    term.b().toString(),
                    term.symmetry().toString(),
                    term.coefficient().toString()));
        }
        String name = equation instanceof ModifyingEquation
                ? "modifying " + equation.method().name() + ", the field to feed it with for the exact flow of f"
                : equation.method().name();
        return heading(name, equation.order(), Conventions.of(equation.method())) + formula(equation, notation, width)
                + "\n\n" + table(rows) + "\n";
    }

    /**
     * The bracket form with its conventions and the meaning of its letters of order 2.
     *
     * @param form the bracket form
     * @param width the width of the page in columns
     * @return some lines of text
     */
    public static String of(BracketForm<?> form, int width) {
        String letters = form.terms().stream()
                .filter(term -> term.bracket() instanceof Letter letter && letter.letterWeight() > 1)
                .map(term -> (Letter) term.bracket())
                .map(letter -> "  " + letter + " = " + sum(BracketForm.meaning(letter)) + "\n")
                .collect(Collectors.joining());
        int order = form.series().maximalWeight();
        return heading(form.method().name(), order, Conventions.of(form.method()))
                + FormulaSum.of(form, SCRIPT).display(width) + "\n"
                + (letters.isEmpty() ? "" : "\nSelf-corrections of one step:\n" + letters);
    }

    /**
     * The numbers of the series without its terms: for each order the number of trees, how many have b ≠ 0, Σ b, Σ |b|.
     *
     * @param summary one line for each order
     * @return a table
     */
    public static String summary(List<FieldEquation.Summary> summary) {
        return summary(List.of("order", "trees", "b ≠ 0", "Σ b", "Σ |b|"), summary);
    }

    /**
     * The numbers of a bracket form without its terms: for each order the number of letters and brackets, how many have a
     * coefficient c ≠ 0, Σ c, Σ |c|.
     *
     * @param summary one line for each order
     * @return a table
     */
    public static String summaryOfBrackets(List<FieldEquation.Summary> summary) {
        return summary(List.of("order", "brackets", "c ≠ 0", "Σ c", "Σ |c|"), summary);
    }

    private static String summary(List<String> heading, List<FieldEquation.Summary> summary) {
        List<List<String>> rows = new ArrayList<>(List.of(heading));
        for (FieldEquation.Summary line : summary) {
            rows.add(List.of(
                    "" + line.order(),
                    "" + line.count(),
                    "" + line.nonzero(),
                    line.sum(),
                    line.absoluteSum().orElse("")));
        }
        return table(rows) + "\n";
    }

    /** Σ w(t) F(t) in field notation. */
    private static String sum(Map<RootedTree, Rational> weights) {
        SortedMap<RootedTree, Rational> sorted = new TreeMap<>(weights);
        StringBuilder sum = new StringBuilder();
        sorted.forEach((tree, weight) -> sum.append(
                        SCRIPT.sign(weight.signum() < 0, sum.isEmpty()).source())
                .append(SCRIPT.factor(Coefficient.of(weight), 0).source())
                .append(SCRIPT.differential(tree, Notation.FIELD).source()));
        return sum.toString();
    }

    private static String heading(String method, int order, String conventions) {
        return method + ", order " + order + "\n" + conventions + "\n\n";
    }

    /**
     * A table with left-aligned columns as wide as their longest cell.
     *
     * @param rows the rows, all of one length; the first is the heading
     * @return the lines of the table, without a line end after the last
     */
    public static String table(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .mapToInt(row -> Ascii.columns(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, columns)
                        .mapToObj(
                                column -> row.get(column) + " ".repeat(widths[column] - Ascii.columns(row.get(column))))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .collect(Collectors.joining("\n"));
    }
}
