package org.modeq.symbolic.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.modeq.symbolic.pattern.ModifiedSde;
import org.modeq.symbolic.pattern.Pattern;
import org.modeq.symbolic.pattern.PatternEquation;
import org.modeq.symbolic.pattern.PatternSeries;
import org.modeq.symbolic.ring.ParameterFraction;
import org.modeq.symbolic.ring.ParameterRing;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;

/** Series over patterns, and the stochastic differential equation of SGD, as text and in LaTeX. */
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
                            Coefficient.of(fraction(term.coefficient())), patterns.body(term.pattern())))
                    .toList());
        }
        boolean isGenerator = equation.kind() == PatternEquation.Kind.GENERATOR;
        String side = patterns.isLatex()
                ? (isGenerator ? "\\tilde{\\mathcal L}\\varphi &= " : "\\dot\\theta &= ")
                : (isGenerator ? "𝓛φ = " : "θ̇ = ");
        return FormulaSum.of(byPower, side, script);
    }

    /**
     * The stochastic differential equation of SGD in Itô's and in Stratonovich's sense, and what it cannot carry.
     *
     * @param sde the equation
     * @return some lines of text
     */
    public static String text(ModifiedSde sde) {
        String drift = sum(sde.drift(), "b");
        String columns = sum(sde.columns(), "b");
        StringBuilder text = new StringBuilder("sgd, order " + sde.order() + "\n"
                + "f the mean field, σ_b the noise columns, Σ_b σ_b σ_bᵀ = 𝔼 d dᵀ with d = f_a − f, for m batches σ_b = (f_b −"
                + " f)/√m; time h per step\n\n");
        if (sde.order() == 1) {
            text.append("Itô, the mean alone (weak order 1 with the noise):\n  dX = f dt + √h Σ_b σ_b dW_b\n");
            return text.toString();
        }
        text.append("Itô, weak order ").append(sde.order()).append(sde.rest().isEmpty() ? "" : " where the rest is 0");
        text.append(":\n  dX = [")
                .append(drift)
                .append("] dt + √h Σ_b [")
                .append(columns)
                .append("] dW_b\n");
        if (sde.order() == 2) {
            text.append("Stratonovich, the same equation:\n  dX = [")
                    .append(drift)
                    .append(" − 1/2 h Σ_b σ_b′ σ_b] dt + √h Σ_b σ_b ∘ dW_b\n");
        }
        PatternEquation generator = PatternEquation.generator(sde.order(), true);
        PatternScript script = new PatternScript(generator, false);
        sde.rest()
                .forEach((forest, coefficient) -> text.append("no such equation carries, at h")
                        .append(TextScript.superscript(forest.order() - 1))
                        .append(":\n  ")
                        .append(coefficient)
                        .append(' ')
                        .append(script.body(forest).source())
                        .append("   (")
                        .append(forest)
                        .append(", a cumulant of the noise)\n"));
        return text.toString();
    }

    /** Σ c h^(|t|−1) t, with the columns σ_b for the letter a, summed over b where there are two. */
    private static String sum(SortedMap<Pattern, Rational> terms, String index) {
        StringBuilder sum = new StringBuilder();
        terms.forEach((pattern, coefficient) -> {
            String sign = coefficient.signum() < 0 ? " − " : sum.isEmpty() ? "" : " + ";
            String number = coefficient.abs().equals(Rational.ONE) ? "" : coefficient.abs() + " ";
            String power = pattern.order() == 1 ? "" : power(pattern.order() - 1) + " ";
            boolean isPair = pattern.toString().chars().filter(c -> c == 'a').count() == 2;
            String tree = new TextScript()
                    .differential(pattern.tree(), Notation.FIELD)
                    .source()
                    .replace("a", "σ_" + index);
            sum.append(sign)
                    .append(number)
                    .append(power)
                    .append(isPair ? "Σ_b " : "")
                    .append(tree);
        });
        return sum.toString().strip();
    }

    private static String power(int power) {
        return "h" + (power == 1 ? "" : TextScript.superscript(power));
    }

    private static Object fraction(Polynomial polynomial) {
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
        return fraction(polynomial).toString();
    }

    private static String latex(Polynomial polynomial) {
        Object value = fraction(polynomial);
        return value instanceof ParameterFraction fraction ? fraction.toLatex() : value.toString();
    }
}
