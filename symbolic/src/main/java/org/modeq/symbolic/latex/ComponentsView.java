package org.modeq.symbolic.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.modified.ModifiedEquation;

/** The fields f₁ … f_N of a modified equation on a concrete problem, component by component, in LaTeX. */
public final class ComponentsView {
    private static final double LEFT_SIDE_AND_QUAD = 5;

    private ComponentsView() {}

    /**
     * The components as a snippet, broken into lines between terms.
     *
     * @param command the command that makes it again, with all its options
     * @param equation the modified equation
     * @param variables the names of the variables
     * @param fields f₁ … f_N, each with a component for each variable
     * @param width the width of a line in em
     * @return {@code equation} with {@code aligned}, or {@code align} past twelve lines
     * @throws IllegalArgumentException if a variable has no name in LaTeX
     */
    public static String snippet(
            String command,
            ModifiedEquation<?> equation,
            List<String> variables,
            List<List<Expression>> fields,
            double width) {
        List<String> lines = new ArrayList<>(List.of(series(variables, fields.size())));
        for (int j = 1; j <= fields.size(); j++) {
            for (int i = 0; i < variables.size(); i++) {
                String start = "(f_{" + j + "})_{" + ExpressionScript.variable(variables.get(i)) + "} &= ";
                lines.addAll(
                        broken(start, ExpressionScript.pieces(fields.get(j - 1).get(i)), width - LEFT_SIDE_AND_QUAD));
            }
        }
        Method<?> method = equation.method();
        return LatexView.comment(command, method)
                + LatexView.displayed(
                        String.join("\\\\\n", lines),
                        lines.size(),
                        LatexView.label(method.name() + "-components", equation.order()));
    }

    /**
     * A document that pdflatex compiles, with the components alone. Needs amsmath.
     *
     * @param command the command that makes it again, with all its options
     * @param equation the modified equation
     * @param variables the names of the variables
     * @param fields f₁ … f_N, each with a component for each variable
     * @param width the width of a line in em
     * @return the source
     * @throws IllegalArgumentException if a variable has no name in LaTeX
     */
    public static String document(
            String command,
            ModifiedEquation<?> equation,
            List<String> variables,
            List<List<Expression>> fields,
            double width) {
        Method<?> method = equation.method();
        String title = "Modified equation of \\texttt{" + LatexView.escape(method.name()) + "} in its variables";
        String sentence = Conventions.meaning(method) + "; a loss $L$ stands for $f=-\\nabla L$.\n\n";
        return LatexView.document(title, List.of(sentence + snippet(command, equation, variables, fields, width)));
    }

    /** A left side and a sum on as many lines as it takes; a term wider than the line stands alone. */
    private static List<String> broken(String start, List<Piece> pieces, double width) {
        List<String> lines = new ArrayList<>();
        Piece line = Piece.EMPTY;
        for (Piece piece : pieces) {
            if (line.width() > 0 && line.width() + piece.width() > width) {
                lines.add((lines.isEmpty() ? start : "&\\quad ") + line.source());
                line = Piece.EMPTY;
            }
            line = line.then(piece);
        }
        lines.add((lines.isEmpty() ? start : "&\\quad ") + line.source());
        return lines;
    }

    /** (ẋ, ẏ) = f₁ + h f₂ + …. */
    private static String series(List<String> variables, int order) {
        StringBuilder series = new StringBuilder(variables.stream()
                .map(name -> "\\dot{" + ExpressionScript.variable(name) + "}")
                .collect(Collectors.joining(",", "(", ") &= f_{1}")));
        for (int j = 2; j <= order; j++) {
            series.append("+h")
                    .append(j == 2 ? "" : "^{" + (j - 1) + "}")
                    .append("f_{")
                    .append(j)
                    .append('}');
        }
        return series + "+O(h" + (order == 1 ? "" : "^{" + order + "}") + ")";
    }
}
