package org.modeq.symbolic.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.modeq.symbolic.pattern.PatternEquation;
import org.modeq.symbolic.pattern.PatternLoss;
import org.modeq.symbolic.pattern.PatternSeries;
import org.modeq.symbolic.ring.ParameterFraction;
import org.modeq.symbolic.ring.ParameterRing;
import org.modeq.symbolic.ring.Polynomial;

/** Series over patterns as text and in LaTeX. */
public final class PatternView {
    private static final ParameterRing IN_M = ParameterRing.of(List.of());
    private static final ParameterFraction M = IN_M.parameter("m");

    private PatternView() {}

    /**
     * The equation with its conventions and the table of its terms.
     *
     * @param equation the equation
     * @param width the width of the page in columns
     * @return some lines of text
     */
    public static String text(PatternEquation equation, int width) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("power", "pattern", "stands for", "b", "σ", "b/σ"));
        PatternScript script = new PatternScript(equation, false);
        for (PatternSeries.Term term : equation.series().terms()) {
            rows.add(List.of(
                    power(term.power()),
                    term.pattern().toString(),
                    script.body(term.pattern()).source(),
                    coefficient(term.b()),
                    term.symmetry().toString(),
                    coefficient(term.coefficient())));
        }
        return equation.method() + ", order " + equation.series().order() + "\n" + equation.conventions() + "\n\n"
                + sum(equation, new TextScript(), script).display(width) + "\n\n" + TextView.table(rows) + "\n";
    }

    /**
     * The equation as a snippet. Needs amsmath and amssymb.
     *
     * @param command the command that makes it again, with all its options
     * @param equation the equation
     * @param width the width of a line in em
     * @return {@code equation} with {@code aligned}, or {@code align} past twelve lines
     */
    public static String snippet(String command, PatternEquation equation, double width) {
        String label = LatexView.label(
                equation.method() + (equation.kind() == PatternEquation.Kind.GENERATOR ? "-generator" : ""),
                equation.series().order());
        return LatexView.comment(command, Conventions.ascii(equation.conventions()))
                + LatexView.displayed(
                        sum(equation, new LatexScript(), new PatternScript(equation, true)), label, width);
    }

    /**
     * A document that pdflatex compiles.
     *
     * @param command the command that makes it again, with all its options
     * @param equation the equation
     * @param width the width of a line in em
     * @return the source
     */
    public static String document(String command, PatternEquation equation, double width) {
        PatternScript script = new PatternScript(equation, true);
        String rows = equation.series().terms().stream()
                .map(term -> "%d & \\texttt{%s} & $%s$ & $%s$ & $%s$ & $%s$\\\\%n"
                        .formatted(
                                term.power(),
                                LatexView.escape(term.pattern().toString()),
                                script.body(term.pattern()).source(),
                                latex(term.b()),
                                term.symmetry(),
                                latex(term.coefficient())))
                .collect(Collectors.joining());
        String heading = "power & pattern & stands for & $b$ & $\\sigma$ & $b/\\sigma$";
        return LatexView.document(
                "Modified " + (equation.kind() == PatternEquation.Kind.GENERATOR ? "generator" : "equation")
                        + " of \\texttt{" + LatexView.escape(equation.method()) + "}",
                List.of(
                        snippet(command, equation, width),
                        LatexView.table(
                                LatexView.LOW,
                                "rllrrr",
                                heading,
                                equation.series().terms().size(),
                                rows)));
    }

    private static FormulaSum sum(PatternEquation equation, Script script, PatternScript patterns) {
        List<List<FormulaSum.SignedTerm>> byPower = new ArrayList<>();
        for (int power = 0; power < equation.series().order(); power++) {
            int wanted = power;
            byPower.add(equation.series().terms().stream()
                    .filter(term -> term.power() == wanted)
                    .map(term -> new FormulaSum.SignedTerm(
                            Coefficient.of(inBatches(term.coefficient())), patterns.body(term.pattern())))
                    .toList());
        }
        boolean isGenerator = equation.kind() == PatternEquation.Kind.GENERATOR;
        String side = patterns.isLatex()
                ? (isGenerator ? "\\tilde{\\mathcal L}\\varphi &= " : "\\dot\\theta &= ")
                : (isGenerator ? "𝓛φ = " : "θ̇ = ");
        return FormulaSum.of(byPower, side, script);
    }

    static String power(int power) {
        return "h" + (power == 1 ? "" : TextScript.superscript(power));
    }

    /** A number, or a fraction with m in it. */
    static Object inBatches(Polynomial polynomial) {
        if (polynomial.degree() < 1) {
            return polynomial.coefficient(0);
        }
        ParameterFraction sum = IN_M.zero();
        ParameterFraction power = IN_M.one();
        for (int k = 0; k <= polynomial.degree(); k++) {
            sum = IN_M.add(sum, IN_M.multiply(IN_M.of(polynomial.coefficient(k)), power));
            power = IN_M.multiply(power, M);
        }
        return sum;
    }

    /**
     * A coefficient, a number or a polynomial in m.
     *
     * @param polynomial the coefficient
     * @return as JSON and tables have it
     */
    public static String coefficient(Polynomial polynomial) {
        return inBatches(polynomial).toString();
    }

    /**
     * Why the field of a loss form is no gradient.
     *
     * @param form the loss form
     * @return two rootings with their values, empty if it is one
     */
    public static Optional<String> certificate(PatternLoss form) {
        return form.obstruction()
                .map(found -> found.map(PatternView::coefficient).toString());
    }

    /**
     * A term of a modified loss as a formula.
     *
     * @param form the loss form
     * @param term one of its terms
     * @return as {@code sum(norm2(grad(L_a)))} or {@code mean(norm2(grad(D_a)))}
     */
    public static String formula(PatternLoss form, PatternLoss.Term term) {
        return new PatternScript(form.equation(), false).formula(term.tree());
    }

    private static String latex(Polynomial polynomial) {
        Object value = inBatches(polynomial);
        return value instanceof ParameterFraction fraction ? fraction.toLatex() : value.toString();
    }
}
