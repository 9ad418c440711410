package org.modeq.symbolic.latex;

import java.util.List;
import java.util.stream.Collectors;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.modified.BracketForm;
import org.modeq.symbolic.modified.FieldEquation;
import org.modeq.symbolic.modified.ModifyingEquation;
import org.modeq.symbolic.tree.RootedTree;

/** Modified equations in LaTeX: as a snippet to paste into a paper, or as a document that compiles by itself. */
public final class LatexView {
    /** The width of a line in em that fits an article of one column. */
    public static final double DEFAULT_WIDTH = 38;

    private static final LatexScript SCRIPT = new LatexScript();
    /** The stretch of the rows of a table. */
    static final String LOW = "1.35";

    private static final int LONGEST_ALIGNED = 12;
    private static final int LONGEST_TABULAR = 30;

    private LatexView() {}

    /**
     * The formula as a snippet: what goes between text, after a comment that says how it was made. Needs amsmath.
     *
     * @param equation the modified equation
     * @param notation how differentials are written
     * @param width the width of a line in em
     * @return {@code equation} with {@code aligned}, or {@code align} past twelve lines, which breaks over pages where
     *     {@code \allowdisplaybreaks} is set
     */
    public static String snippet(FieldEquation<?> equation, Notation notation, double width) {
        return snippet(command(equation), equation, notation, width);
    }

    /**
     * The formula as a snippet whose comment names a command of the caller's.
     *
     * @param command the command that makes it again, with all its options
     * @param equation the modified equation
     * @param notation how differentials are written
     * @param width the width of a line in em
     * @return {@code equation} with {@code aligned}, or {@code align} past twelve lines
     */
    public static String snippet(String command, FieldEquation<?> equation, Notation notation, double width) {
        return snippet(command, equation, notation, LatexStyle.of(width));
    }

    /**
     * The formula as a snippet in a style.
     *
     * @param command the command that makes it again, with all its options
     * @param equation the modified equation
     * @param notation how differentials are written
     * @param style the width of a line, and the names of symbols
     * @return {@code equation} with {@code aligned}, or {@code align} past twelve lines
     */
    public static String snippet(String command, FieldEquation<?> equation, Notation notation, LatexStyle style) {
        String formula = displayed(FormulaSum.of(equation, notation, new LatexScript(style)), label(equation), style);
        return comment(command, equation.method(), style)
                + (notation == Notation.TREE ? TreeDrawing.MACRO : "")
                + style.definitions(formula)
                + formula;
    }

    /**
     * The bracket form as a snippet.
     *
     * @param form the bracket form
     * @param width the width of a line in em
     * @return {@code equation} with {@code aligned}, or {@code align} past twelve lines
     */
    public static String snippet(BracketForm<?> form, double width) {
        int order = form.series().maximalWeight();
        return snippet("derive " + form.method().name() + " --as brackets --order " + order, form, width);
    }

    /**
     * The bracket form as a snippet whose comment names a command of the caller's.
     *
     * @param command the command that makes it again, with all its options
     * @param form the bracket form
     * @param width the width of a line in em
     * @return {@code equation} with {@code aligned}, or {@code align} past twelve lines
     */
    public static String snippet(String command, BracketForm<?> form, double width) {
        return snippet(command, form, LatexStyle.of(width));
    }

    /**
     * The bracket form as a snippet in a style.
     *
     * @param command the command that makes it again, with all its options
     * @param form the bracket form
     * @param style the width of a line, the names of symbols, and the sign of the bracket
     * @return {@code equation} with {@code aligned}, or {@code align} past twelve lines
     */
    public static String snippet(String command, BracketForm<?> form, LatexStyle style) {
        String label = label(form.method().name() + "-brackets", form.series().maximalWeight());
        String formula = displayed(FormulaSum.of(form, new LatexScript(style)), label, style);
        String adjoint = formula.contains(LatexScript.ADJOINT) ? "; ad_f g = [f,g]" : "";
        return comment(command + "; f_{A,j}: the part of order j of one step on A" + adjoint, form.method(), style)
                + style.definitions(formula)
                + formula;
    }

    private static String command(FieldEquation<?> equation) {
        return equation.command() + " " + equation.method().name() + " --order " + equation.order();
    }

    /** The line that says how a snippet was made. */
    static String comment(String command, Method<?> method) {
        return comment(command, Conventions.ascii(method));
    }

    private static String comment(String command, Method<?> method, LatexStyle style) {
        return comment(command, style.ofConventions(Conventions.ascii(method)));
    }

    static String comment(String command, String conventions) {
        return "% modeq: " + command + "; " + conventions + "\n";
    }

    /**
     * The formula in display mode without environment, one string: what a renderer in a page needs.
     *
     * @param equation the modified equation
     * @param notation how differentials are written
     * @param width the width of a line in em
     * @return {@code aligned} with its lines
     */
    public static String aligned(FieldEquation<?> equation, Notation notation, double width) {
        return aligned(FormulaSum.of(equation, notation, SCRIPT), width);
    }

    /**
     * The bracket form in display mode without environment.
     *
     * @param form the bracket form
     * @param width the width of a line in em
     * @return {@code aligned} with its lines
     */
    public static String aligned(BracketForm<?> form, double width) {
        return aligned(FormulaSum.of(form, SCRIPT), width);
    }

    /**
     * An elementary differential alone.
     *
     * @param tree t
     * @param notation how it is written
     * @return F(t), in gradient notation without the sign (−1)^|t|
     */
    public static String differential(RootedTree tree, Notation notation) {
        return SCRIPT.differential(tree, notation).source();
    }

    /**
     * A document that pdflatex compiles: conventions, formula, and the table of all trees. Needs amsmath, amssymb,
     * booktabs, longtable and tikz.
     *
     * @param command the command that makes it again, with all its options
     * @param equation the modified equation
     * @param notation how differentials are written in the formula
     * @param style the width of a line, and the names of symbols
     * @return the source
     */
    public static String document(String command, FieldEquation<?> equation, Notation notation, LatexStyle style) {
        return document(
                (equation instanceof ModifyingEquation ? "Modifying" : "Modified") + " equation of \\texttt{"
                        + escape(equation.method().name()) + "}",
                List.of(section(command, equation, notation, style), TreeTable.of(equation, style)));
    }

    /**
     * A document of given parts.
     *
     * @param title its title, in LaTeX
     * @param parts its parts, in LaTeX
     * @return the source
     */
    public static String document(String title, List<String> parts) {
        return document(title, List.of(), parts);
    }

    /**
     * A document of given parts that need more than the usual packages.
     *
     * @param title its title, in LaTeX
     * @param preamble further lines of the preamble
     * @param parts its parts, in LaTeX
     * @return the source
     */
    public static String document(String title, List<String> preamble, List<String> parts) {
        return """
                \\documentclass[11pt]{article}
                \\usepackage[margin=1.25in]{geometry}
                \\usepackage{amsmath,amssymb,booktabs,longtable,tikz}
                %s%s\\allowdisplaybreaks
                \\title{%s}
                \\author{modeq}
                \\date{}
                \\begin{document}
                \\maketitle
                %s
                \\end{document}
                """.formatted(
                        TreeDrawing.MACRO,
                        preamble.stream().map(line -> line + "\n").collect(Collectors.joining()),
                        title,
                        String.join("\n", parts));
    }

    /**
     * The formula with a sentence that states its conventions: a part of a document.
     *
     * @param equation the modified equation
     * @param notation how differentials are written in the formula
     * @param width the width of a line in em
     * @return a section, in LaTeX
     */
    public static String section(FieldEquation<?> equation, Notation notation, double width) {
        return section(command(equation), equation, notation, LatexStyle.of(width));
    }

    private static String section(String command, FieldEquation<?> equation, Notation notation, LatexStyle style) {
        String step = style.step().source().strip();
        String loss = style.loss().source().strip();
        String meaning = equation instanceof ModifyingEquation
                ? "Fed with the field below, one step is the exact time-$h$ flow of $f$"
                : Conventions.meaning(equation.method()) + remark(equation);
        String formula = snippet(command, equation, notation, style);
        return """
                \\section*{\\texttt{%s}, order %d}
                %s%s; $%s=-\\nabla %s$ for every loss $%s$.

                %s""".formatted(
                        escape(equation.method().name()),
                        equation.order(),
                        style.definitions(formula),
                        meaning.replace("$h$", "$" + step + "$")
                                .replace("$f$", "$" + style.field().source() + "$"),
                        style.field().source(),
                        loss,
                        loss,
                        formula);
    }

    private static String remark(FieldEquation<?> equation) {
        String remark = equation.method().remark();
        return remark.isEmpty() ? "" : ": " + escape(remark);
    }

    /**
     * A document that pdflatex compiles: conventions, the bracket form, and the table of its brackets. Needs amsmath,
     * amssymb, booktabs and longtable.
     *
     * @param command the command that makes it again, with all its options
     * @param form the bracket form
     * @param style the width of a line, the names of symbols, and the sign of the bracket
     * @return the source
     */
    public static String document(String command, BracketForm<?> form, LatexStyle style) {
        BracketSection section = new BracketSection(form, style);
        return document(
                "Modified equation of \\texttt{" + escape(form.method().name()) + "} in brackets",
                List.of(section.around(snippet(command, form, style)), section.table()));
    }

    /**
     * The bracket form with a sentence that states its conventions: a part of a document.
     *
     * @param form the bracket form
     * @param width the width of a line in em
     * @return a section, in LaTeX
     */
    public static String section(BracketForm<?> form, double width) {
        return new BracketSection(form, LatexStyle.of(width)).around(snippet(form, width));
    }

    /**
     * The table of all trees with their differentials and coefficients: a part of a document.
     *
     * @param equation the modified equation
     * @return {@code tabular}, or {@code longtable} past thirty rows
     */
    public static String table(FieldEquation<?> equation) {
        return TreeTable.of(equation, LatexStyle.of(DEFAULT_WIDTH));
    }

    /** A table with rules, over pages if it is long. */
    static String table(String stretch, String columns, String heading, int count, String rows) {
        return """
                \\begin{center}
                \\renewcommand{\\arraystretch}{%5$s}
                \\begin{%1$s}{%2$s}
                \\toprule
                %3$s\\\\
                \\midrule
                %4$s\\bottomrule
                \\end{%1$s}
                \\end{center}
                """.formatted(count > LONGEST_TABULAR ? "longtable" : "tabular", columns, heading, rows, stretch);
    }

    static String displayed(FormulaSum sum, String label, double width) {
        return displayed(sum, label, LatexStyle.of(width));
    }

    static String displayed(FormulaSum sum, String label, LatexStyle style) {
        List<String> lines = sum.lines(style.width());
        return displayed(sum.display(lines), lines.size(), label);
    }

    /** Aligned lines as a numbered equation, which breaks over pages past twelve lines. */
    static String displayed(String body, int lines, String label) {
        if (lines <= LONGEST_ALIGNED) {
            return "\\begin{equation}\\label{" + label + "}\n" + aligned(body) + "\n\\end{equation}\n";
        }
        return "\\begin{align}\n" + body.replace("\\\\\n", "\\notag\\\\\n") + "\\label{" + label + "}\n\\end{align}\n";
    }

    private static String aligned(FormulaSum sum, double width) {
        return aligned(sum.display(width));
    }

    private static String aligned(String body) {
        return "\\begin{aligned}\n" + body + "\n\\end{aligned}";
    }

    private static String label(FieldEquation<?> equation) {
        String prefix = equation instanceof ModifyingEquation ? "modifying-" : "";
        return label(prefix + equation.method().name(), equation.order());
    }

    static String label(String method, int order) {
        return "eq:modeq-" + method.replaceAll("[^A-Za-z0-9]+", "-") + "-" + order;
    }

    /**
     * Text with the characters that LaTeX gives a meaning made harmless.
     *
     * @param text any text
     * @return the text as LaTeX
     */
    public static String escape(String text) {
        return text.replace("\\", "\u0000")
                .replaceAll("([#$%&_{}])", "\\\\$1")
                .replace("~", "\\textasciitilde{}")
                .replace("^", "\\textasciicircum{}")
                .replace("\u0000", "\\textbackslash{}");
    }
}
