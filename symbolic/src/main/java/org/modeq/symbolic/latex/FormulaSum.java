package org.modeq.symbolic.latex;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modeq.symbolic.lie.LieExpansion;
import org.modeq.symbolic.modified.BracketForm;
import org.modeq.symbolic.modified.FieldEquation;
import org.modeq.symbolic.modified.ModifyingEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.word.Bracketing;

/** A truncated series Σ hᵖ (terms), or without h a sum by degree, ready to be written and broken into lines. */
final class FormulaSum {
    private static final Piece ZERO = new Piece("0", 1);

    /** What h²( takes away from the first piece of a power. */
    private static final double HEAD = 1.7;

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
                    .map(term -> new SignedTerm(
                            coefficient(term.coefficient(), term.bracket(), script), script.bracketing(term.bracket())))
                    .toList()));
        }
        return inPowers(script, script.fieldSide(false, Notation.FIELD), byPower);
    }

    static FormulaSum of(LieExpansion expansion, Script script) {
        List<List<SignedTerm>> byDegree = new ArrayList<>();
        for (int degree = 1; degree <= expansion.degree(); degree++) {
            byDegree.add(expansion.terms(degree).stream()
                    .map(term -> new SignedTerm(
                            coefficient(term.coefficient(), term.bracket(), script), script.element(term.bracket())))
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

    /** The coefficient of a bracket in the sign that the script gives to brackets. */
    static Coefficient coefficient(Object value, Bracketing bracket, Script script) {
        Coefficient coefficient = Coefficient.of(value);
        return script.flips(bracket) ? coefficient.negated() : coefficient;
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
        boolean shared = hasPowers && power > 0 && terms.size() > 1;
        if (!shared) {
            return pieces(terms, first, hasPowers ? power : 0, width);
        }
        Optional<Rational> common = script.hasCommonDenominators() ? content(terms) : Optional.empty();
        boolean flipped = terms.get(0).factor().isNegative();
        List<SignedTerm> inside = terms.stream()
                .map(term -> new SignedTerm(
                        common.map(factor -> term.factor().scaled(factor.reciprocal()))
                                .orElse(term.factor()),
                        term.body()))
                .map(term -> flipped ? new SignedTerm(term.factor().negated(), term.body()) : term)
                .toList();
        Piece head = script.sign(flipped, first)
                .then(script.factor(common.map(Coefficient::of).orElse(Coefficient.ONE), power))
                .then(script.open());
        List<Piece> pieces = new ArrayList<>(pieces(inside, true, 0, width));
        pieces.set(0, head.then(pieces.get(0)));
        int last = pieces.size() - 1;
        pieces.set(last, pieces.get(last).then(script.close()));
        return pieces;
    }

    /** The pieces of terms, a term in one piece unless it is too wide for a line. */
    private List<Piece> pieces(List<SignedTerm> terms, boolean first, int power, double width) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            SignedTerm term = terms.get(i);
            Piece sign = script.sign(term.factor().isNegative(), first && i == 0);
            Optional<Piece> times = script.times()
                    .filter(symbol -> term.factor().latexWidth() + term.body().width() > width);
            if (times.isEmpty()) {
                pieces.add(sign.then(script.factor(term.factor(), power)).then(term.body()));
                continue;
            }
            List<Piece> factors = new ArrayList<>(script.factors(term.factor(), power, width - sign.width() - HEAD));
            factors.set(0, sign.then(factors.get(0)));
            int last = factors.size() - 1;
            Piece end = factors.get(last);
            if (last > 0 && end.width() + term.body().width() <= width) {
                factors.set(last, end.then(term.body()));
                pieces.addAll(factors);
                continue;
            }
            // The rest of the line is taken, so that the other factor begins a new one.
            factors.set(last, new Piece(end.source(), Math.max(end.width(), width)));
            pieces.addAll(factors);
            pieces.add(times.get().then(term.body()));
        }
        return pieces;
    }

    /** The largest number of which all coefficients are integer multiples; empty if there are symbols in one. */
    private static Optional<Rational> content(List<SignedTerm> terms) {
        BigInteger numerator = BigInteger.ZERO;
        BigInteger denominator = BigInteger.ONE;
        for (SignedTerm term : terms) {
            if (term.factor().rational().isEmpty()) {
                return Optional.empty();
            }
            Rational value = term.factor().rational().get();
            numerator = numerator.gcd(value.numerator());
            denominator = denominator.multiply(value.denominator()).divide(denominator.gcd(value.denominator()));
        }
        return Optional.of(Rational.of(numerator, denominator));
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
