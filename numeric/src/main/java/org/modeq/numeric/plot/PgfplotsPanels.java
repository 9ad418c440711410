package org.modeq.numeric.plot;

import java.util.List;
import java.util.Locale;

/** Writes several pictures for LaTeX: each in a box of its part of the line, and a legend that all share once, below them. */
final class PgfplotsPanels {
    private PgfplotsPanels() {}

    static String write(Panels panels) {
        StringBuilder tex = new StringBuilder();
        boolean isShared = !FigurePainter.sharedLegend(panels).isEmpty();
        String name = isShared ? name(panels) : "";
        tex.append("% ").append(LatexWords.of(panels.title())).append('\n');
        List<Plot> plots = panels.plots();
        for (int i = 0; i < plots.size(); i++) {
            boolean isLastOfRow = i % panels.columns() == panels.columns() - 1 || i == plots.size() - 1;
            tex.append(i % panels.columns() == 0 ? "\\noindent" : "");
            tex.append(String.format(
                    Locale.ROOT,
                    "\\begin{minipage}[t]{%.3f\\linewidth}\\centering\\footnotesize\n",
                    0.99 / panels.columns()));
            tex.append(PgfplotsWriter.write(plots.get(i), panels.columns(), name));
            tex.append(isLastOfRow ? "\\end{minipage}\\par\\medskip\n" : "\\end{minipage}\\hfill\n");
        }
        // The first run of LaTeX keeps the legend, the second sets it.
        tex.append(isShared ? "{\\noindent\\centering\\footnotesize\\ref{" + name + "}\\par}\n" : "");
        return tex.toString();
    }

    /** Of the letters of the title, so that the figures of a document differ. */
    private static String name(Panels panels) {
        return "modeq-"
                + panels.title()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
    }
}
