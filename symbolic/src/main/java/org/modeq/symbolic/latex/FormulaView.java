package org.modeq.symbolic.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.modeq.symbolic.contraction.Formula;
import org.modeq.symbolic.contraction.FormulaLatex;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.ring.Rational;

/**
 * Formulas of the language in LaTeX, broken into lines: before a plus or a minus, also inside parentheses, never inside
 * brackets, norms or fractions.
 */
public final class FormulaView {
    private static final Rational MINUS_ONE = Rational.of(-1);
    private static final double OPERATOR = 1.22;
    private static final double PARENTHESIS = 0.39;
    private static final double THIN = 0.17;
    private static final int MOST_LINES = 12;

    private final UnaryOperator<String> names;
    private final FormulaWidth widths;

    private FormulaView(UnaryOperator<String> names) {
        this.names = names;
        this.widths = new FormulaWidth(names);
    }

    /**
     * A formula in display mode without environment: {@code left &= …} in lines.
     *
     * @param left the left side, in LaTeX; without one there is no sign of equality either
     * @param formula the right side
     * @param end what stands behind it, in LaTeX, as {@code +O(h^{2})}; may be empty
     * @param names how losses and fields are written, as {@code L_{A}} for A; empty for names that are neither
     * @param width the width of a line in em
     * @return the lines inside {@code aligned}
     */
    public static String aligned(String left, Formula formula, String end, UnaryOperator<String> names, double width) {
        return aligned(left, new FormulaView(names).sum(formula), end, width);
    }

    /**
     * A series in h with expressions as coefficients, in display mode without environment.
     *
     * @param left the left side, in LaTeX
     * @param firstPower the power of h of the first coefficient
     * @param coefficients one for each power
     * @param end what stands behind them, in LaTeX; may be empty
     * @param width the width of a line in em
     * @return the lines inside {@code aligned}
     */
    public static String aligned(String left, int firstPower, List<Expression> coefficients, String end, double width) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < coefficients.size(); i++) {
            int power = firstPower + i;
            if (!coefficients.get(i).isZero()) {
                List<Piece> terms = ExpressionScript.pieces(coefficients.get(i));
                String plus = pieces.isEmpty() ? "" : "+";
                Piece step = new Piece(plus + "h" + (power == 1 ? "" : "^{" + power + "}"), OPERATOR + 1);
                pieces.addAll(power == 0 ? terms : joined(List.of(step), enclosed(terms), Piece.EMPTY));
            }
        }
        return aligned(left, pieces.isEmpty() ? List.of(new Piece("0", 1)) : pieces, end, width);
    }

    /**
     * Lines as a display: {@code equation*} around them, or past twelve lines {@code align*}, which breaks over pages where
     * {@code \allowdisplaybreaks} is set.
     *
     * @param aligned the lines, as {@code aligned} has them
     * @return the environment with a line end
     */
    public static String display(String aligned) {
        boolean isLong = aligned.split(Pattern.quote("\\\\\n"), -1).length > MOST_LINES;
        return isLong
                ? aligned.replace("{aligned}", "{align*}") + "\n"
                : "\\begin{equation*}\n" + aligned + "\n\\end{equation*}\n";
    }

    /** Pieces in lines, what stands behind them with the last. */
    static String aligned(String left, List<Piece> sum, String end, double width) {
        List<Piece> pieces = new ArrayList<>(sum);
        if (!end.isEmpty()) {
            pieces.add(new Piece(end, OPERATOR + FormulaWidth.ofSource(end)));
        }
        String start = left.isEmpty() ? "&" : left + " &= ";
        double room = width - FormulaWidth.ofSource(left) - OPERATOR;
        List<String> lines = new ArrayList<>();
        Piece line = Piece.EMPTY;
        for (Piece piece : pieces) {
            if (line.width() > 0 && line.width() + piece.width() > room) {
                lines.add(line.source());
                line = Piece.EMPTY;
            }
            line = line.then(piece);
        }
        lines.add(line.source());
        return "\\begin{aligned}\n" + start + String.join("\\\\\n&\\quad ", lines) + "\n\\end{aligned}";
    }

    /** The pieces of a formula that stands alone or in parentheses. */
    private List<Piece> sum(Formula formula) {
        if (!(formula instanceof Formula.Operation operation) || "+-".indexOf(operation.sign()) < 0) {
            return product(formula);
        }
        List<Piece> pieces = new ArrayList<>(sum(operation.left()));
        List<Piece> right = factor(operation.right());
        pieces.add(new Piece(String.valueOf(operation.sign()), OPERATOR).then(right.get(0)));
        pieces.addAll(right.subList(1, right.size()));
        return pieces;
    }

    private List<Piece> product(Formula formula) {
        if (!(formula instanceof Formula.Operation operation) || operation.sign() != '*') {
            return List.of(new Piece(FormulaLatex.of(formula, names), widths.of(formula)));
        }
        if (isMinusOne(operation.left())) {
            return joined(List.of(new Piece("-", OPERATOR)), factor(operation.right()), Piece.EMPTY);
        }
        return joined(factor(operation.left()), factor(operation.right()), new Piece("\\,", THIN));
    }

    /** The pieces of a formula inside a product, a sum in parentheses. */
    private List<Piece> factor(Formula formula) {
        if (formula instanceof Formula.Operation operation && operation.sign() == '*') {
            return isMinusOne(operation.left()) ? enclosed(product(operation)) : product(operation);
        }
        if (formula instanceof Formula.Operation operation && "+-".indexOf(operation.sign()) >= 0) {
            return enclosed(sum(operation));
        }
        return List.of(new Piece(FormulaLatex.ofFactor(formula, names), widths.of(formula)));
    }

    private static List<Piece> enclosed(List<Piece> pieces) {
        List<Piece> open = List.of(new Piece("\\bigl(", PARENTHESIS));
        return joined(joined(open, pieces, Piece.EMPTY), List.of(new Piece("\\bigr)", PARENTHESIS)), Piece.EMPTY);
    }

    /** The last piece of the first and the first of the second become one. */
    private static List<Piece> joined(List<Piece> first, List<Piece> second, Piece between) {
        List<Piece> joined = new ArrayList<>(first.subList(0, first.size() - 1));
        joined.add(first.get(first.size() - 1).then(between).then(second.get(0)));
        joined.addAll(second.subList(1, second.size()));
        return joined;
    }

    private static boolean isMinusOne(Formula formula) {
        return formula instanceof Formula.Constant constant && constant.value().equals(MINUS_ONE);
    }
}
