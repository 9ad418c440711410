package org.modeq.symbolic.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.modeq.symbolic.pattern.ModifiedSde;
import org.modeq.symbolic.pattern.ModifiedSde.Calculus;
import org.modeq.symbolic.pattern.Pattern;
import org.modeq.symbolic.pattern.PatternEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.RootedTree;

/** The stochastic differential equation of a noisy step, and what no such equation carries, as text and in LaTeX. */
public final class SdeView {
    private static final double HEAD = 1.7;

    private SdeView() {}

    /**
     * The equation with its conventions, in a line or, if that is too long, with drift and columns below it.
     *
     * @param sde the equation
     * @param calculus in which sense
     * @param width the width of the page in columns
     * @return some lines of text
     */
    public static String text(ModifiedSde sde, Calculus calculus, int width) {
        String differential = calculus == Calculus.ITO ? "dW_b" : "∘ dW_b";
        String line = "  dX = [" + inline(sde.drift(calculus)) + "] dt + √h Σ_b [" + inline(columns(sde)) + "] "
                + differential;
        String equation = line.length() <= width
                ? line
                : "  dX = B dt + √h Σ_b C_b " + differential + "\n"
                        + sum("  B = ", sde.drift(calculus), sde.order(), new TextScript())
                                .display(width) + "\n"
                        + sum("  C_b = ", columns(sde), columnOrder(sde), new TextScript())
                                .display(width);
        return "sgd, order " + sde.order() + "\n" + conventions(sde) + "\n\n" + name(calculus) + ", " + weakOrder(sde)
                + ":\n" + equation + "\n\n" + "No stochastic differential equation carries, at h"
                + TextScript.superscript(power(sde)) + ":\n" + obstacle(sde) + "Weak order " + (power(sde) + 1)
                + " needs " + needed(sde) + ".\n";
    }

    private static int columnOrder(ModifiedSde sde) {
        return Math.max(1, sde.order() - 1);
    }

    private static String obstacle(ModifiedSde sde) {
        PatternScript script = new PatternScript(PatternEquation.generator(1, sde.noise()), false);
        return sde.obstacle().entrySet().stream()
                .map(entry -> "  " + entry.getValue().toString().replace('-', '−') + " "
                        + script.body(entry.getKey()).source() + "   (" + entry.getKey() + ")\n")
                .collect(Collectors.joining());
    }

    /** p of hᵖ. */
    private static int power(ModifiedSde sde) {
        return sde.obstacle().firstKey().order() - 1;
    }

    private static String needed(ModifiedSde sde) {
        return power(sde) == 2 ? "the third cumulant of the noise to be 0" : "all of this to be 0";
    }

    private static String name(Calculus calculus) {
        return calculus == Calculus.ITO ? "Itô" : "Stratonovich";
    }

    private static String weakOrder(ModifiedSde sde) {
        return sde.order() == 1
                ? "the mean alone (weak order 1 with the noise)"
                : "weak order " + sde.order()
                        + (sde.rest().isEmpty() ? "" : " where the third cumulant of the noise is 0");
    }

    private static String conventions(ModifiedSde sde) {
        return "f the mean field, σ_b the noise columns, Σ_b σ_b σ_bᵀ = 𝔼 d dᵀ of the noise d of a step h (f + d), "
                + sde.noise().columns() + "; time h per step";
    }

    /** C, to order 1 at least. */
    private static SortedMap<Pattern, Rational> columns(ModifiedSde sde) {
        SortedMap<Pattern, Rational> columns = new TreeMap<>(sde.columns());
        columns.put(Pattern.parse("a"), Rational.ONE);
        return columns;
    }

    /** Σ c h^(|t|−1) t in a line. */
    private static String inline(SortedMap<Pattern, Rational> terms) {
        StringBuilder sum = new StringBuilder();
        terms.forEach((pattern, coefficient) -> {
            String sign = coefficient.signum() < 0 ? " − " : sum.isEmpty() ? "" : " + ";
            String number = coefficient.abs().equals(Rational.ONE) ? "" : coefficient.abs() + " ";
            String power = pattern.order() == 1 ? "" : PatternView.power(pattern.order() - 1) + " ";
            sum.append(sign).append(number).append(power).append(differential(pattern, false));
        });
        return sum.toString().strip();
    }

    /** F(t), the letter a being σ_b, summed over b where there are two. */
    private static String differential(Pattern pattern, boolean isLatex) {
        boolean isPair = pattern.blockSizes().equals(List.of(2));
        String sum = isLatex ? "\\sum_b " : "Σ_b ";
        return (isPair ? sum : "") + differential(pattern.tree(), isLatex);
    }

    private static String differential(RootedTree tree, boolean isLatex) {
        boolean isMean = tree.colour().equals(Pattern.MEAN);
        String head = isMean ? (isLatex ? "\\bar f" : "f") : (isLatex ? "\\sigma_b" : "σ_b");
        int count = tree.children().size();
        String marks = isLatex ? "'".repeat(count) : TextScript.primes(count);
        String children = tree.children().stream()
                .map(child -> differential(child, isLatex))
                .collect(Collectors.joining(","));
        return head + marks + (count > 1 ? "(" + children + ")" : children);
    }

    /**
     * The equation as a snippet: equation, drift and columns, and what no such equation carries. Needs amsmath and amssymb.
     *
     * @param command the command that makes it again, with all its options
     * @param sde the equation
     * @param calculus in which sense
     * @param width the width of a line in em
     * @return {@code equation} with {@code aligned}, and a sentence
     */
    public static String snippet(String command, ModifiedSde sde, Calculus calculus, double width) {
        FormulaSum drift = sum("B &= ", sde.drift(calculus), sde.order(), new LatexScript());
        FormulaSum columns = sum("C_b &= ", columns(sde), columnOrder(sde), new LatexScript());
        List<String> driftLines = drift.lines(width);
        List<String> columnLines = columns.lines(width);
        String circle = calculus == Calculus.ITO ? "" : "\\circ ";
        String body = String.join(
                "\\\\\n",
                "\\mathrm{d}X &= B(X)\\,\\mathrm{d}t+\\sqrt{h}\\,\\sum_b C_b(X)\\," + circle + "\\mathrm{d}W_b",
                drift.display(driftLines),
                columns.display(columnLines));
        String label = LatexView.label("sgd-sde-" + calculus, sde.order());
        return LatexView.comment(command, Conventions.ascii(conventions(sde)))
                + LatexView.displayed(body, 1 + driftLines.size() + columnLines.size(), label)
                + "No stochastic differential equation carries\n\\[\n" + obstacleInLatex(sde, width)
                + "\n\\]\nweak order~"
                + (power(sde) + 1) + " needs " + needed(sde) + ".\n";
    }

    private static String obstacleInLatex(ModifiedSde sde, double width) {
        PatternScript script = new PatternScript(PatternEquation.generator(1, sde.noise()), true);
        LatexScript latex = new LatexScript();
        List<Piece> pieces = new ArrayList<>();
        sde.obstacle().forEach((forest, value) -> {
            Coefficient factor = Coefficient.of(value);
            Piece head = pieces.isEmpty() ? new Piece("h^{" + power(sde) + "}\\Bigl(", HEAD) : Piece.EMPTY;
            pieces.add(head.then(latex.sign(factor.isNegative(), pieces.isEmpty()))
                    .then(latex.factor(factor, 0))
                    .then(script.body(forest)));
        });
        return FormulaView.aligned("", pieces, "\\Bigr);", width);
    }

    private static FormulaSum sum(String side, SortedMap<Pattern, Rational> terms, int order, Script script) {
        List<List<FormulaSum.SignedTerm>> byPower = new ArrayList<>();
        for (int power = 0; power < order; power++) {
            byPower.add(new ArrayList<>());
        }
        terms.forEach((pattern, coefficient) -> byPower.get(pattern.order() - 1)
                .add(new FormulaSum.SignedTerm(Coefficient.of(coefficient), piece(pattern, script))));
        return FormulaSum.of(byPower, side, script);
    }

    private static Piece piece(Pattern pattern, Script script) {
        return script instanceof LatexScript
                ? new Piece(differential(pattern, true), SourceWidth.of(differential(pattern, true)))
                : TextScript.piece(differential(pattern, false));
    }

    /**
     * A document that pdflatex compiles.
     *
     * @param command the command that makes it again, with all its options
     * @param sde the equation
     * @param calculus in which sense
     * @param width the width of a line in em
     * @return the source
     */
    public static String document(String command, ModifiedSde sde, Calculus calculus, double width) {
        String title = "Stochastic differential equation of \\texttt{sgd}, order " + sde.order();
        String meaning = (calculus == Calculus.ITO ? "It\\^o's" : "Stratonovich's")
                + " sense, "
                + weakOrder(sde)
                + ". One step is $\\theta+h(\\bar f+d)(\\theta)$ with noise $d$ of mean $0$, drawn anew; "
                + columnsInLatex(sde) + ".\n\n";
        return LatexView.document(title, List.of(meaning + snippet(command, sde, calculus, width)));
    }

    private static String columnsInLatex(ModifiedSde sde) {
        String covariance = "$\\sum_b\\sigma_b\\sigma_b^{\\mathsf T}=\\mathbb{E}\\,dd^{\\mathsf T}$";
        return switch (sde.noise()) {
            case BATCHES -> covariance + ", for $m$ equally likely batches $\\sigma_b=(f_b-\\bar f)/\\sqrt m$";
            case ANY -> covariance;
            case SYMMETRIC -> covariance + ", and $d$ is distributed as $-d$";
            case GAUSSIAN -> "$d=\\sum_b\\sigma_b(\\theta)\\,\\xi_b$ with independent standard normal $\\xi_b$";
            case LABELS ->
                "$\\bar f=-\\nabla\\tfrac12\\|p(\\theta)-y\\|^2$ with labels $y+\\delta s$, independent signs"
                        + " $s_b=\\pm1$, so that $\\sigma_b=\\delta\\nabla p_b$ and"
                        + " $\\sum_b\\sigma_b\\sigma_b^{\\mathsf T}=\\delta^2J^{\\mathsf T}J$ with $J=p'$";
        };
    }
}
