package org.modeq.symbolic.latex;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.List;
import java.util.stream.Collectors;
import org.modeq.symbolic.modified.FieldEquation;
import org.modeq.symbolic.ring.ParameterFraction;

/** The table of the trees of an equation: order, tree, differential, b, σ and b/σ. */
final class TreeTable {
    /** The stretch of rows with fractions. */
    private static final String TALL = "2.6";

    /** The widest coefficient of one line, in em of the text. */
    private static final double WIDEST = 24;

    private TreeTable() {}

    static String of(FieldEquation<?> equation, LatexStyle style) {
        List<? extends FieldEquation.Term<?>> terms = equation.terms();
        LatexScript script = new LatexScript(style);
        boolean hasSymbols = equation.method().ring() != RATIONALS;
        String rows = terms.stream()
                .map(term -> "%d & %s & $%s$ & %s & $%s$%s\\\\%n"
                        .formatted(
                                term.tree().order(),
                                TreeDrawing.of(term.tree()).latex(),
                                script.differential(term.tree(), Notation.FIELD).source(),
                                cell(term.b()),
                                term.symmetry(),
                                hasSymbols ? "" : " & $" + term.coefficient() + "$"))
                .collect(Collectors.joining());
        String heading = "$|t|$ & tree $t$ & $F(t)$ & $b(t)$ & $\\sigma(t)$";
        boolean isBroken = terms.stream().anyMatch(term -> isBroken(term.b()));
        // The quotient of long formulas would not fit beside them, and says nothing new.
        return hasSymbols
                ? "{\\footnotesize\n"
                        + LatexView.table(
                                TALL, isBroken ? "rllp{0.6\\textwidth}r" : "rlllr", heading, terms.size(), rows)
                        + "}\n"
                : LatexView.table(LatexView.LOW, "rllrrr", heading + " & $b/\\sigma$", terms.size(), rows);
    }

    /** A number, or a sum that is broken between its parts or terms. */
    private static String cell(Object value) {
        return isBroken(value) ? "\\raggedright " + broken((ParameterFraction) value) : "$" + number(value) + "$";
    }

    private static boolean isBroken(Object value) {
        return value instanceof ParameterFraction fraction
                && (fraction.byExponentials().size() > 1 || SourceWidth.of(fraction.toLatex()) > WIDEST);
    }

    private static String broken(ParameterFraction fraction) {
        return fraction.byExponentials().stream()
                .map(part -> "$" + (part.leadingSign() > 0 ? "{}+" : "{}") + number(part) + "$")
                .collect(Collectors.joining(" "))
                .replaceFirst("\\{\\}\\+", "");
    }

    private static String number(Object value) {
        if (!(value instanceof ParameterFraction fraction)) {
            return value.toString();
        }
        String latex = fraction.toLatex();
        String sign = latex.startsWith("-") ? "-" : "";
        boolean isWide = SourceWidth.of(latex) > WIDEST;
        String written = isWide ? inPieces(latex.substring(sign.length())) : latex.substring(sign.length());
        return sign + written.replace("\\frac", "\\dfrac");
    }

    private static String inPieces(String latex) {
        return CoefficientBreaker.pieces(latex).stream().map(Piece::source).collect(Collectors.joining());
    }
}
