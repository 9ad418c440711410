package org.modeq.symbolic.latex;

import java.util.ArrayList;
import java.util.List;
import org.modeq.symbolic.modified.BracketForm;
import org.modeq.symbolic.modified.FieldEquation;
import org.modeq.symbolic.modified.ModifyingEquation;

/** A truncated series Σ hᵖ (terms), ready to be written and broken into lines. */
final class FormulaSum {
    private final Script script;
    private final boolean isModifying;
    private final int order;
    private final List<List<SignedTerm>> byPower;

    /** A term: its factor with sign, and what it multiplies. */
    private record SignedTerm(Coefficient factor, Piece body) {}

    private FormulaSum(Script script, boolean isModifying, int order, List<List<SignedTerm>> byPower) {
        this.script = script;
        this.isModifying = isModifying;
        this.order = order;
        this.byPower = byPower;
    }

    static <E> FormulaSum of(FieldEquation<E> equation, Notation notation, Script script) {
        List<List<SignedTerm>> byPower = new ArrayList<>();
        for (int power = 0; power < equation.order(); power++) {
            byPower.add(sorted(equation.terms(power).stream()
                    .map(term -> new SignedTerm(
                            Coefficient.of(notation.factor(
                                    term.tree(),
                                    term.coefficient(),
                                    equation.method().ring())),
                            script.differential(term.tree(), notation)))
                    .toList()));
        }
        return new FormulaSum(script, equation instanceof ModifyingEquation, equation.order(), byPower);
    }

    static FormulaSum of(BracketForm form, Script script) {
        List<List<SignedTerm>> byPower = new ArrayList<>();
        int order = form.series().maximalWeight();
        for (int power = 0; power < order; power++) {
            int wanted = power;
            byPower.add(sorted(form.terms().stream()
                    .filter(term -> term.power() == wanted)
                    .map(term -> new SignedTerm(Coefficient.of(term.coefficient()), script.bracketing(term.bracket())))
                    .toList()));
        }
        return new FormulaSum(script, false, order, byPower);
    }

    /** Without zeros, by falling |factor| where all are rational; equal ones keep their order. */
    private static List<SignedTerm> sorted(List<SignedTerm> terms) {
        return terms.stream()
                .filter(term -> !term.factor().isZero())
                .sorted((a, b) -> Coefficient.bySize(b.factor(), a.factor()))
                .toList();
    }

    /** The pieces of one power of h; a line may be broken before each of them. */
    private List<Piece> pieces(int power, boolean first) {
        List<SignedTerm> terms = byPower.get(power);
        List<Piece> pieces = new ArrayList<>();
        boolean shared = power > 0 && terms.size() > 1;
        boolean flipped = shared && terms.get(0).factor().isNegative();
        for (int i = 0; i < terms.size(); i++) {
            SignedTerm term = terms.get(i);
            boolean negative = term.factor().isNegative() != flipped;
            Piece piece = Piece.EMPTY;
            if (shared && i == 0) {
                piece = script.sign(flipped, first)
                        .then(script.factor(Coefficient.ONE, power))
                        .then(script.open());
            } else {
                piece = script.sign(negative, first && i == 0);
            }
            piece = piece.then(script.factor(term.factor(), shared ? 0 : power)).then(term.body());
            pieces.add(shared && i == terms.size() - 1 ? piece.then(script.close()) : piece);
        }
        return pieces;
    }

    /** The lines: a power starts a new line unless it fits whole, and is broken between its terms. */
    List<String> lines(double pageWidth) {
        double width = pageWidth - script.margin();
        List<String> lines = new ArrayList<>();
        Piece line = Piece.EMPTY;
        for (int power = 0; power <= order; power++) {
            List<Piece> pieces = power < order
                    ? pieces(power, power == 0)
                    : List.of(script.sign(false, false).then(script.remainder(order)));
            double whole = pieces.stream().mapToDouble(Piece::width).sum();
            boolean mustStart = line.width() > 0 && line.width() + whole > width;
            for (int i = 0; i < pieces.size(); i++) {
                Piece piece = pieces.get(i);
                boolean tooLong = line.width() > 0 && line.width() + piece.width() > width;
                if (tooLong || (i == 0 && mustStart)) {
                    lines.add(line.source());
                    line = Piece.EMPTY;
                }
                line = line.then(piece);
            }
        }
        lines.add(line.source());
        return lines;
    }

    /** The formula broken into lines of at most the width. */
    String display(double width) {
        return display(lines(width));
    }

    /** Given lines behind the left side: θ̇ for the field that is followed, f̃ for the one to feed. */
    String display(List<String> lines) {
        return script.display(lines, isModifying);
    }
}
