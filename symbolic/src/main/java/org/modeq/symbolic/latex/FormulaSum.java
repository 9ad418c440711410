package org.modeq.symbolic.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modeq.symbolic.lie.LieExpansion;
import org.modeq.symbolic.modified.BracketForm;
import org.modeq.symbolic.modified.FieldEquation;
import org.modeq.symbolic.modified.ModifyingEquation;

/** A truncated series Σ hᵖ (terms), or without h a sum by degree, ready to be written and broken into lines. */
final class FormulaSum {
    private static final Piece ZERO = new Piece("0", 1);

    private final Script script;
    private final String leftSide;
    private final boolean hasPowers;
    private final List<List<SignedTerm>> byPower;
    private final Optional<Piece> remainder;

    /** A term: its factor with sign, and what it multiplies. */
    record SignedTerm(Coefficient factor, Piece body) {}

    private FormulaSum(
            Script script,
            String leftSide,
            boolean hasPowers,
            List<List<SignedTerm>> byPower,
            Optional<Piece> remainder) {
        this.script = script;
        this.leftSide = leftSide;
        this.hasPowers = hasPowers;
        this.byPower = byPower;
        this.remainder = remainder;
    }

    private static FormulaSum inPowers(Script script, String side, List<List<SignedTerm>> byPower) {
        return new FormulaSum(script, side, true, byPower, Optional.of(script.remainder(byPower.size())));
    }

    static <E> FormulaSum of(FieldEquation<E> equation, Notation notation, Script script) {
        List<List<SignedTerm>> byPower = new ArrayList<>();
        for (int power = 0; power < equation.order(); power++) {
            byPower.add(sorted(equation.terms(power).stream()
                    .flatMap(term ->
                            Coefficient.parts(notation.factor(
                                            term.tree(),
                                            term.coefficient(),
                                            equation.method().ring()))
                                    .stream()
                                    .map(part -> new SignedTerm(part, script.differential(term.tree(), notation))))
                    .toList()));
        }
        return inPowers(script, script.fieldSide(equation instanceof ModifyingEquation, notation), byPower);
    }

    static <E> FormulaSum of(BracketForm<E> form, Script script) {
        List<List<SignedTerm>> byPower = new ArrayList<>();
        int order = form.series().maximalWeight();
        for (int power = 0; power < order; power++) {
            int wanted = power;
            byPower.add(sorted(form.terms().stream()
                    .filter(term -> term.power() == wanted)
                    .map(term -> new SignedTerm(Coefficient.of(term.coefficient()), script.bracketing(term.bracket())))
                    .toList()));
        }
        return inPowers(script, script.fieldSide(false, Notation.FIELD), byPower);
    }

    static FormulaSum of(LieExpansion expansion, Script script) {
        List<List<SignedTerm>> byDegree = new ArrayList<>();
        for (int degree = 1; degree <= expansion.degree(); degree++) {
            byDegree.add(expansion.terms(degree).stream()
                    .map(term -> new SignedTerm(Coefficient.of(term.coefficient()), script.element(term.bracket())))
                    .toList());
        }
        // The logarithm of one exponential ends: there is nothing to hint at.
        boolean ends = expansion.product().factors().size() <= 1;
        return new FormulaSum(
                script,
                script.logarithmSide(expansion.product()),
                false,
                byDegree,
                ends ? Optional.empty() : Optional.of(script.dots()));
    }

    /** Given terms by power of h. */
    static FormulaSum of(List<List<SignedTerm>> byPower, String leftSide, Script script) {
        return new FormulaSum(
                script,
                leftSide,
                true,
                byPower.stream().map(FormulaSum::sorted).toList(),
                Optional.of(script.remainder(byPower.size())));
    }

    /** Without zeros, by falling |factor| where all are rational; equal ones keep their order. */
    private static List<SignedTerm> sorted(List<SignedTerm> terms) {
        return terms.stream()
                .filter(term -> !term.factor().isZero())
                .sorted((a, b) -> Coefficient.bySize(b.factor(), a.factor()))
                .toList();
    }

    /** The pieces of one power of h; a line may be broken before each of them. */
    private List<Piece> pieces(int power, boolean first, double width) {
        List<SignedTerm> terms = byPower.get(power);
        List<Piece> pieces = new ArrayList<>();
        boolean shared = hasPowers && power > 0 && terms.size() > 1;
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
            piece = piece.then(script.factor(term.factor(), shared || !hasPowers ? 0 : power));
            Piece body = shared && i == terms.size() - 1 ? term.body().then(script.close()) : term.body();
            Optional<Piece> times = script.times()
                    .filter(sign -> term.factor().latexWidth() + term.body().width() > width);
            if (times.isPresent()) {
                // The rest of the line is taken, so that the other factor begins a new one.
                pieces.add(new Piece(piece.source(), Math.max(piece.width(), width)));
                pieces.add(times.get().then(body));
            } else {
                pieces.add(piece.then(body));
            }
        }
        return pieces;
    }

    /** The lines: a power starts a new line unless it fits whole, and is broken between its terms. */
    List<String> lines(double pageWidth) {
        double width = pageWidth - script.margin();
        List<String> lines = new ArrayList<>();
        Piece line = Piece.EMPTY;
        boolean first = true;
        for (int power = 0; power <= byPower.size(); power++) {
            List<Piece> pieces = power < byPower.size() ? pieces(power, first, width) : end(first);
            first = first && pieces.isEmpty();
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

    /** What stands behind the terms; alone if there are none. */
    private List<Piece> end(boolean first) {
        boolean isZero = first && (remainder.isEmpty() || !hasPowers);
        List<Piece> pieces = new ArrayList<>(isZero ? List.of(ZERO) : List.of());
        remainder.ifPresent(
                piece -> pieces.add(script.sign(false, first && !isZero).then(piece)));
        return pieces;
    }

    /** The formula broken into lines of at most the width. */
    String display(double width) {
        return display(lines(width));
    }

    /** Given lines behind the left side. */
    String display(List<String> lines) {
        return script.display(lines, leftSide);
    }
}
