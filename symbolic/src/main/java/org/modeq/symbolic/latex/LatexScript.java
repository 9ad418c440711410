package org.modeq.symbolic.latex;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.modeq.symbolic.lie.ExponentialProduct;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.word.AdjointPower;
import org.modeq.symbolic.word.Bracket;
import org.modeq.symbolic.word.Bracketing;
import org.modeq.symbolic.word.Letter;

/** Formulas in LaTeX. Widths are in em, those of Computer Modern at the size of the text. */
final class LatexScript implements Script {
    private static final double LETTER_OF_BRACKET = 0.68;
    private static final double FUNCTION = 0.77;
    private static final double ITALIC = 0.08;
    private static final double DIGIT = 0.5;
    private static final double SMALL = 0.45;
    private static final double PRIME = 0.3;
    private static final double PARENTHESIS = 0.39;
    private static final double SQUARE_BRACKET = 0.28;
    private static final double COMMA = 0.45;
    private static final double THIN = 0.17;
    private static final double OPERATOR = 1.22;
    private static final double BIG = 0.6;
    private static final double LEFT_SIDE_AND_QUAD = 2.9;

    /** The word with the thin spaces that an operator has on both sides. */
    static final String ADJOINT = "\\operatorname{ad}";

    private static final double ADJOINT_WIDTH = 1.4;
    private static final double SUBSCRIPT = 0.7;

    private final LatexStyle style;

    /** The usual names; the width is that of the caller. */
    LatexScript() {
        this(LatexStyle.of(LatexView.DEFAULT_WIDTH));
    }

    /** The names, the macros and the sign of the bracket of a style. */
    LatexScript(LatexStyle style) {
        this.style = style;
    }

    @Override
    public Piece differential(RootedTree tree, Notation notation) {
        return switch (notation) {
            case GRADIENT -> gradient(tree);
            case FIELD -> field(tree);
            case INDEX -> index(tree);
            case TREE -> {
                TreeDrawing drawing = TreeDrawing.of(tree);
                yield new Piece("F\\bigl(", FUNCTION + PARENTHESIS)
                        .then(drawing.latex(), drawing.width())
                        .then("\\bigr)", PARENTHESIS);
            }
        };
    }

    /** f^i_j f^j_k f^k. */
    private Piece index(RootedTree tree) {
        Piece product = Piece.EMPTY;
        for (IndexNotation.Factor factor : IndexNotation.of(tree)) {
            String lower = factor.lower().stream().map(LatexScript::indexLetter).collect(Collectors.joining());
            String field =
                    factor.field().equals(Colour.F.name()) ? style.field().source() : style.name(factor.field());
            String indices = "^{" + indexLetter(factor.upper()) + "}" + (lower.isEmpty() ? "" : "_{" + lower + "}");
            product = product.then(field + indices, SourceWidth.of(field) + SourceWidth.of(indices) + ITALIC);
        }
        return product;
    }

    /** The letter z1 of a second round has its number below it. */
    private static String indexLetter(String letter) {
        return letter.length() == 1 ? letter : letter.charAt(0) + "_{" + letter.substring(1) + "}";
    }

    /** ∇L, (∇²L)ᵏ …, ∇³L[…, …]. */
    private Piece gradient(RootedTree tree) {
        Piece loss = style.loss().then(subscript(tree.colour()), width(tree.colour()));
        int count = tree.children().size();
        if (count == 0) {
            return style.nabla().then(" ", 0).then(loss);
        }
        if (count > 1) {
            return arguments(derivative(count + 1, loss).then("[", SQUARE_BRACKET), tree.children(), Notation.GRADIENT)
                    .then("]", SQUARE_BRACKET);
        }
        int run = 1;
        RootedTree end = tree.children().get(0);
        while (end.children().size() == 1 && end.colour().equals(tree.colour())) {
            end = end.children().get(0);
            run++;
        }
        Piece hessian = derivative(2, loss);
        if (run == 1) {
            return hessian.then("\\,", THIN).then(gradient(end));
        }
        return new Piece("(", PARENTHESIS)
                .then(hessian)
                .then(")^{" + run + "}", PARENTHESIS + SMALL)
                .then(gradient(end));
    }

    /** ∇ᵏL. */
    private Piece derivative(int order, Piece loss) {
        return style.nabla().then("^{" + order + "}", SMALL).then(loss);
    }

    /** The k-th derivative of the loss of a field without its directions, the loss itself for k = 0. */
    Piece loss(Colour colour, int derivative) {
        Piece loss = style.loss().then(subscript(colour), width(colour));
        return derivative == 0 ? loss : derivative(derivative, loss);
    }

    /** f, f′…, f″(…, …). */
    private Piece field(RootedTree tree) {
        int count = tree.children().size();
        String primes = count <= 3 ? "'".repeat(count) : "^{(" + count + ")}";
        Piece head = style.field().then(subscript(tree.colour()) + primes, width(tree.colour()) + count * PRIME);
        if (count == 0) {
            return head;
        }
        if (count == 1) {
            return head.then(field(tree.children().get(0)));
        }
        return arguments(head.then("(", PARENTHESIS), tree.children(), Notation.FIELD)
                .then(")", PARENTHESIS);
    }

    private Piece arguments(Piece head, List<RootedTree> children, Notation notation) {
        Piece piece = head;
        for (int i = 0; i < children.size(); i++) {
            piece = (i == 0 ? piece : piece.then(",", COMMA)).then(differential(children.get(i), notation));
        }
        return piece;
    }

    @Override
    public Piece bracketing(Bracketing bracketing) {
        return withPowers(bracketing, this::letter);
    }

    @Override
    public Piece element(Bracketing bracketing) {
        return withPowers(bracketing, this::symbol);
    }

    private static Piece withPowers(Bracketing bracketing, Function<Letter, Piece> letters) {
        if (bracketing instanceof Letter letter) {
            return letters.apply(letter);
        }
        if (!(bracketing instanceof Bracket bracket)) {
            throw new AssertionError(bracketing);
        }
        AdjointPower adjoint = AdjointPower.of(bracket);
        if (adjoint.power() < AdjointPower.WORTH_WRITING) {
            return new Piece("[", SQUARE_BRACKET)
                    .then(withPowers(bracket.left(), letters))
                    .then(",", COMMA)
                    .then(withPowers(bracket.right(), letters))
                    .then("]", SQUARE_BRACKET);
        }
        Piece element = withPowers(adjoint.element(), letters);
        return new Piece(
                        ADJOINT + "_{" + element.source() + "}^{" + adjoint.power() + "}",
                        ADJOINT_WIDTH + Math.max(SUBSCRIPT * element.width(), SMALL))
                .then(withPowers(adjoint.argument(), letters));
    }

    /** A letter as it is: x_1 with an index, other underscores as characters. */
    private Piece symbol(Letter letter) {
        String name = letter.field();
        if (style.isNamed(name)) {
            String named = style.name(name);
            return new Piece(named, SourceWidth.of(named));
        }
        int underscore = name.indexOf('_');
        boolean hasIndex = underscore > 0 && underscore < name.length() - 1;
        String index = hasIndex ? style.name(name.substring(underscore + 1)) : "";
        String head = style.name(hasIndex ? name.substring(0, underscore) : name);
        return new Piece(hasIndex ? head + "_{" + index + "}" : head, LETTER_OF_BRACKET * name.length());
    }

    private Piece letter(Letter letter) {
        Colour colour = new Colour(letter.field());
        String name = colour.equals(Colour.F) ? "" : style.name(colour.name());
        if (letter.letterWeight() == 1) {
            return style.field().then(name.isEmpty() ? "" : "_{" + name + "}", width(colour));
        }
        String index = name.isEmpty() ? "" + letter.letterWeight() : name + "," + letter.letterWeight();
        return style.field().then("_{" + index + "}", width(colour) + 2 * SMALL);
    }

    @Override
    public boolean flips(Bracketing bracketing) {
        return style.flips(bracketing);
    }

    @Override
    public boolean hasCommonDenominators() {
        return style.hasCommonDenominators();
    }

    @Override
    public Piece factor(Coefficient coefficient, int power) {
        Piece step = step(power);
        return coefficient
                .rational()
                .map(number -> factor(number, step))
                .orElseGet(() -> new Piece(coefficient.latex(), SourceWidth.of(coefficient.latex())).then(step));
    }

    private Piece step(int power) {
        return power == 0
                ? Piece.EMPTY
                : power == 1 ? style.step() : style.step().then("^{" + power + "}", SMALL);
    }

    @Override
    public List<Piece> factors(Coefficient coefficient, int power, double room) {
        Piece whole = factor(coefficient, power);
        if (coefficient.rational().isPresent() || whole.width() <= room) {
            return List.of(whole);
        }
        List<Piece> pieces = new ArrayList<>(CoefficientBreaker.pieces(coefficient.latex()));
        int last = pieces.size() - 1;
        pieces.set(last, pieces.get(last).then(step(power)));
        return pieces;
    }

    private static Piece factor(Rational number, Piece step) {
        String numerator = number.numerator().equals(BigInteger.ONE) && step.width() > 0
                ? ""
                : number.numerator().toString();
        if (number.isInteger()) {
            String integer = number.equals(Rational.ONE) ? "" : numerator;
            return new Piece(integer, integer.length() * DIGIT).then(step);
        }
        String denominator = number.denominator().toString();
        double width = Math.max(DIGIT * numerator.length() + step.width(), DIGIT * denominator.length()) + 0.24;
        return new Piece("\\frac{" + numerator + step.source() + "}{" + denominator + "}", width);
    }

    @Override
    public Optional<Piece> times() {
        return Optional.of(new Piece("\\qquad{}\\times ", 3.2));
    }

    @Override
    public Piece sign(boolean negative, boolean first) {
        return negative ? new Piece("-", OPERATOR) : first ? Piece.EMPTY : new Piece("+", OPERATOR);
    }

    @Override
    public Piece open() {
        return new Piece("\\Bigl(", BIG);
    }

    @Override
    public Piece close() {
        return new Piece("\\Bigr)", BIG);
    }

    @Override
    public Piece remainder(int power) {
        return new Piece("O(", 1.2)
                .then(
                        style.step().source() + (power == 1 ? "" : "^{" + power + "}") + ")",
                        style.step().width() + 0.75);
    }

    @Override
    public Piece dots() {
        return new Piece("\\cdots", OPERATOR);
    }

    @Override
    public double margin() {
        return LEFT_SIDE_AND_QUAD;
    }

    @Override
    public String fieldSide(boolean isModifying, Notation notation) {
        String component = notation == Notation.INDEX ? "^{i}" : "";
        return (isModifying ? style.modifiedField() : style.velocity()) + component + " &= ";
    }

    @Override
    public String logarithmSide(ExponentialProduct product) {
        String factors = product.factors().stream()
                .map(factor -> "e^{" + exponent(factor) + "}")
                .collect(Collectors.joining());
        return "&\\log\\bigl(" + (factors.isEmpty() ? "1" : factors) + "\\bigr)=\\\\\n&\\quad ";
    }

    /** In the line: a fraction would be tiny in an exponent. */
    private String exponent(SortedMap<Letter, Rational> factor) {
        StringBuilder sum = new StringBuilder();
        factor.forEach((letter, value) -> {
            BigInteger numerator = value.numerator().abs();
            sum.append(value.signum() < 0 ? "-" : sum.isEmpty() ? "" : "+")
                    .append(numerator.equals(BigInteger.ONE) ? "" : numerator)
                    .append(symbol(letter).source())
                    .append(value.isInteger() ? "" : "/" + value.denominator());
        });
        return sum.toString();
    }

    @Override
    public String display(List<String> lines, String leftSide) {
        return leftSide + String.join("\\\\\n&\\quad ", lines);
    }

    String subscript(Colour colour) {
        return colour.equals(Colour.F) ? "" : "_{" + style.name(colour.name()) + "}";
    }

    double width(Colour colour) {
        if (!colour.equals(Colour.F) && style.isNamed(colour.name())) {
            return SUBSCRIPT * SourceWidth.of(style.name(colour.name())) + 0.1;
        }
        return colour.equals(Colour.F) ? 0 : 0.5 * colour.name().length() + 0.1;
    }
}
