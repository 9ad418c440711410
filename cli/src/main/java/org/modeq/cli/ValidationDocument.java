package org.modeq.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.modeq.cli.ValidationTables.Table;
import org.modeq.numeric.plot.LadderPlot;
import org.modeq.numeric.plot.LatexWords;
import org.modeq.numeric.plot.Plot;
import org.modeq.numeric.plot.RegimePlot;
import org.modeq.numeric.plot.TrajectoryPlot;
import org.modeq.numeric.study.Regime;
import org.modeq.numeric.study.ValidationReport;
import org.modeq.symbolic.latex.LatexView;
import org.modeq.symbolic.latex.Notation;

/** A validation as a LaTeX document: the pictures for pgfplots, the tables with booktabs. */
final class ValidationDocument {
    /** Longer tables break over pages. */
    private static final int LONGEST_TABULAR = 30;

    /** The characters of a line of a table, and the fewest of a column whose cells are broken into lines. */
    private static final int LINE = 88;

    private static final int NARROWEST = 13;

    private static final List<String> PACKAGES =
            List.of("\\usepackage{pgfplots}", "\\pgfplotsset{compat=1.14}", "\\emergencystretch=3em");

    private final ValidationResult result;
    private final ValidationReport report;
    private final List<String> parts = new ArrayList<>();

    private ValidationDocument(ValidationResult result) {
        this.result = result;
        this.report = result.report();
    }

    static String latex(ValidationResult result) {
        return new ValidationDocument(result).latex();
    }

    private String latex() {
        parts.add(LatexWords.of(ValidationPage.verdict(report)));
        parts.add(table(ValidationTables.layers(report)));
        result.equation()
                .ifPresentOrElse(
                        equation -> parts.add(LatexView.section(
                                equation, Notation.usual(equation.method()), LatexView.DEFAULT_WIDTH)),
                        () -> {
                            parts.add("\\section*{Series}");
                            parts.add(table(result.series()));
                        });
        errors();
        nullTests();
        regime();
        result.portrait().ifPresent(portrait -> {
            parts.add("\\section*{Trajectory}");
            parts.add(figure(
                    TrajectoryPlot.of(portrait),
                    "The iterates of the optimizer and the flows of the truncated fields."));
            parts.add(table(ValidationTables.flows(portrait)));
        });
        parts.add("\\section*{How to reproduce}\n{\\raggedright\\ttfamily "
                + LatexWords.of(result.provenance().command()) + "\\par}\n");
        parts.add(reproduction());
        return LatexView.document(
                "Validation of \\texttt{" + LatexWords.of(report.method()) + "} to order " + report.order() + " on "
                        + LatexWords.of(result.problem()),
                PACKAGES,
                parts);
    }

    /** Layer C, or E, or where there is neither B. */
    private void errors() {
        if (!report.ladders().isEmpty()) {
            parts.add("\\section*{Validation}");
            parts.add(figure(LadderPlot.of(report), "The global error against the step size, on every problem."));
            parts.add(table(ValidationTables.slopes(report)));
            parts.add(table(ValidationTables.points(report)));
        } else if (!report.noise().isEmpty()) {
            parts.add("\\section*{Noise}");
            parts.add(figure(
                    LadderPlot.of(report), "The distance of the moments against the step size, on every problem."));
            parts.add(table(NoiseView.slopes(report)));
            parts.add(table(NoiseView.points(report)));
        } else {
            parts.add("\\section*{Local defect}");
            parts.add(table(ValidationTables.defects(report)));
        }
    }

    private void nullTests() {
        parts.add("\\section*{Null tests}");
        if (report.mutants().stream().anyMatch(mutant -> mutant.ladder().isPresent())) {
            parts.add(figure(
                    LadderPlot.ofNullTests(report), "The ladders of the series without the terms of each power of h."));
        }
        parts.add(table(ValidationTables.mutants(report)));
    }

    private void regime() {
        Regime regime = report.regime();
        parts.add("\\section*{Regime}");
        regime.warnings().forEach(warning -> parts.add("Warning: " + LatexWords.of(warning) + ".\n"));
        parts.add(figure(
                RegimePlot.terms("Sizes of the terms", regime),
                "The size of each term; beyond the smallest, more terms make the field worse."));
        parts.add(figure(
                RegimePlot.curvature("Curvature along the run", regime),
                "The step size times the largest eigenvalue along the run."));
        parts.add(table(ValidationTables.terms(regime)));
    }

    private static String figure(Plot plot, String caption) {
        return "\\begin{figure}[htbp]\n\\centering\n" + plot.toPgfplots() + "\\caption{" + LatexWords.of(caption)
                + "}\n\\end{figure}";
    }

    /** The sums are too long for a column: they stand below their names. */
    private String reproduction() {
        return result.provenance().rows().stream()
                .map(row -> "\\item " + LatexWords.of(row.get(0)) + ": {\\small\\texttt{" + LatexWords.of(row.get(1))
                        + "}}\n")
                .collect(Collectors.joining("", "\\begin{itemize}\\raggedright\n", "\\end{itemize}\n"));
    }

    private static String table(Table table) {
        boolean isLong = table.rows().size() > LONGEST_TABULAR;
        List<Integer> widths = widths(table);
        String columns = widths.stream()
                .map(width ->
                        width == 0 ? "l" : String.format(Locale.ROOT, "p{%.2f\\linewidth}", (double) width / LINE))
                .collect(Collectors.joining());
        String size = widths.stream().anyMatch(width -> width > 0) ? "\\footnotesize" : "\\small";
        String heading = row(table.heading(), widths);
        String rows = table.rows().stream().map(cells -> row(cells, widths)).collect(Collectors.joining());
        String caption = LatexWords.of(table.caption()) + ".";
        return isLong
                ? """
                {%s
                \\begin{longtable}{%s}
                \\caption{%s}\\\\
                \\toprule
                %s\\midrule
                \\endhead
                %s\\bottomrule
                \\end{longtable}
                }
                """.formatted(size, columns, caption, heading, rows)
                : """
                \\begin{center}
                %s %s\\\\*[1ex]
                \\begin{tabular}{%s}
                \\toprule
                %s\\midrule
                %s\\bottomrule
                \\end{tabular}
                \\end{center}
                """.formatted(size, caption, columns, heading, rows);
    }

    /** The characters for each column that has to be broken into lines, the widest first; 0 for the others. */
    private static List<Integer> widths(Table table) {
        List<List<String>> rows = new ArrayList<>(table.rows());
        rows.add(table.heading());
        int count = table.heading().size();
        int[] widths = new int[count];
        Arrays.setAll(
                widths,
                i -> rows.stream()
                        .mapToInt(cells -> cells.get(i).length())
                        .max()
                        .orElse(0));
        boolean[] isBroken = new boolean[count];
        int excess = Arrays.stream(widths).sum() + 2 * count - LINE;
        while (excess > 0) {
            int widest = 0;
            for (int i = 1; i < count - 1; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            if (widths[widest] <= NARROWEST) {
                break;
            }
            widths[widest]--;
            isBroken[widest] = true;
            excess--;
        }
        return IntStream.range(0, count)
                .mapToObj(i -> isBroken[i] ? widths[i] : 0)
                .toList();
    }

    private static String row(List<String> cells, List<Integer> widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> (widths.get(i) > 0 ? "\\raggedright " : "") + LatexWords.of(cells.get(i)))
                .collect(Collectors.joining(" & ", "", "\\\\\n"));
    }
}
