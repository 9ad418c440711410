package org.modeq.symbolic.latex;

import java.math.BigInteger;
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
    private static final double LOSS = 0.68;
    private static final double FIELD = 0.49;
    private static final double STEP_SIZE = 0.58;
    private static final double DIGIT = 0.5;
    private static final double NABLA = 0.83;
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

    @Override
    public Piece differential(RootedTree tree, Notation notation) {
        return switch (notation) {
            case GRADIENT -> gradient(tree);
            case FIELD -> field(tree);
            case INDEX -> index(tree);
            case TREE -> {
                TreeDrawing drawing = TreeDrawing.of(tree);
                yield new Piece("F\\bigl(", FIELD + PARENTHESIS)
                        .then(drawing.tikz(), drawing.width())
                        .then("\\bigr)", PARENTHESIS);
            }
        };
    }

    /** f^i_j f^j_k f^k. */
    private static Piece index(RootedTree tree) {
        Piece product = Piece.EMPTY;
        for (IndexNotation.Factor factor : IndexNotation.of(tree)) {
            String lower = factor.lower().stream().map(LatexScript::indexLetter).collect(Collectors.joining());
            String field = factor.field().length() == 1 ? factor.field() : "\\mathrm{" + factor.field() + "}";
            double indices = SMALL * Math.max(1, factor.lower().size());
            product = product.then(
                    field + "^{" + indexLetter(factor.upper()) + "}" + (lower.isEmpty() ? "" : "_{" + lower + "}"),
                    FIELD * factor.field().length() + indices);
        }
        return product;
    }

    /** The letter z1 of a second round has its number below it. */
    private static String indexLetter(String letter) {
        return letter.length() == 1 ? letter : letter.charAt(0) + "_{" + letter.substring(1) + "}";
    }

    /** ∇L, (∇²L)ᵏ …, ∇³L[…, …]. */
    private Piece gradient(RootedTree tree) {
        Piece loss = name("L", tree.colour());
        int count = tree.children().size();
        if (count == 0) {
            return new Piece("\\nabla ", NABLA).then(loss);
        }
        if (count > 1) {
            Piece head = new Piece("\\nabla^{" + (count + 1) + "}", NABLA + SMALL).then(loss);
            return arguments(head.then("[", SQUARE_BRACKET), tree.children(), Notation.GRADIENT)
                    .then("]", SQUARE_BRACKET);
        }
        int run = 1;
        RootedTree end = tree.children().get(0);
        while (end.children().size() == 1 && end.colour().equals(tree.colour())) {
            end = end.children().get(0);
            run++;
        }
        Piece hessian = new Piece("\\nabla^{2}", NABLA + SMALL).then(loss);
        if (run == 1) {
            return hessian.then("\\,", THIN).then(gradient(end));
        }
        return new Piece("(", PARENTHESIS)
                .then(hessian)
                .then(")^{" + run + "}", PARENTHESIS + SMALL)
                .then(gradient(end));
    }

    /** f, f′…, f″(…, …). */
    private Piece field(RootedTree tree) {
        int count = tree.children().size();
        String subscript = subscript(tree.colour());
        String primes = count <= 3 ? "'".repeat(count) : "^{(" + count + ")}";
        Piece head = new Piece("f" + subscript + primes, FIELD + width(tree.colour()) + count * PRIME);
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
        return withPowers(bracketing, LatexScript::letter);
    }

    @Override
    public Piece element(Bracketing bracketing) {
        return withPowers(bracketing, LatexScript::symbol);
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
    private static Piece symbol(Letter letter) {
        String name = letter.field();
        int underscore = name.indexOf('_');
        boolean hasIndex = underscore > 0 && underscore < name.length() - 1;
        String index = hasIndex ? upright(name.substring(underscore + 1)) : "";
        String head = upright(hasIndex ? name.substring(0, underscore) : name);
        return new Piece(hasIndex ? head + "_{" + index + "}" : head, LOSS * name.length());
    }

    private static Piece letter(Letter letter) {
        Colour colour = new Colour(letter.field());
        String name = colour.equals(Colour.F) ? "" : upright(colour.name());
        if (letter.letterWeight() == 1) {
            return new Piece(name.isEmpty() ? "f" : "f_{" + name + "}", FIELD + width(colour));
        }
        String index = name.isEmpty() ? "" + letter.letterWeight() : name + "," + letter.letterWeight();
        return new Piece("f_{" + index + "}", FIELD + width(colour) + 2 * SMALL);
    }

    @Override
    public Piece factor(Coefficient coefficient, int power) {
        String step = power == 0 ? "" : power == 1 ? "h" : "h^{" + power + "}";
        double stepWidth = power == 0 ? 0 : power == 1 ? STEP_SIZE : STEP_SIZE + SMALL;
        return coefficient
                .rational()
                .map(number -> factor(number, step, stepWidth))
                .orElseGet(() -> new Piece(coefficient.latex() + step, symbolsWidth(coefficient.text()) + stepWidth));
    }

    private static Piece factor(Rational number, String step, double stepWidth) {
        String numerator = number.numerator().equals(BigInteger.ONE) && !step.isEmpty()
                ? ""
                : number.numerator().toString();
        if (number.isInteger()) {
            String integer = number.equals(Rational.ONE) ? "" : numerator;
            return new Piece(integer + step, integer.length() * DIGIT + stepWidth);
        }
        String denominator = number.denominator().toString();
        double width = Math.max(DIGIT * numerator.length() + stepWidth, DIGIT * denominator.length()) + 0.24;
        return new Piece("\\frac{" + numerator + step + "}{" + denominator + "}", width);
    }

    @Override
    public Optional<Piece> times() {
        return Optional.of(new Piece("\\qquad{}\\times ", 3.2));
    }

    /** A fraction is as wide as the longer of its two sides. */
    private static double symbolsWidth(String text) {
        int slash = text.lastIndexOf(")/(");
        int characters = slash < 0 ? text.length() : Math.max(slash, text.length() - slash - 2);
        return 0.6 * characters + 0.24;
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
        return new Piece("O(h" + (power == 1 ? "" : "^{" + power + "}") + ")", 2.5);
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
        return (isModifying ? "\\tilde f" : "\\dot\\theta") + component + " &= ";
    }

    @Override
    public String logarithmSide(ExponentialProduct product) {
        String factors = product.factors().stream()
                .map(factor -> "e^{" + exponent(factor) + "}")
                .collect(Collectors.joining());
        return "&\\log\\bigl(" + (factors.isEmpty() ? "1" : factors) + "\\bigr)=\\\\\n&\\quad ";
    }

    /** In the line: a fraction would be tiny in an exponent. */
    private static String exponent(SortedMap<Letter, Rational> factor) {
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

    private static Piece name(String letter, Colour colour) {
        return new Piece(letter + subscript(colour), LOSS + width(colour));
    }

    static String subscript(Colour colour) {
        return colour.equals(Colour.F) ? "" : "_{" + upright(colour.name()) + "}";
    }

    private static String upright(String name) {
        return name.length() == 1 || name.matches("\\d+") ? name : "\\mathrm{" + name.replace("_", "\\_") + "}";
    }

    static double width(Colour colour) {
        return colour.equals(Colour.F) ? 0 : 0.5 * colour.name().length() + 0.1;
    }
}
