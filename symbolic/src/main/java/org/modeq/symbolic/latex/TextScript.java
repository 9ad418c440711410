package org.modeq.symbolic.latex;

import java.util.List;
import java.util.stream.Collectors;
import org.modeq.symbolic.lie.ExponentialProduct;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.word.AdjointPower;
import org.modeq.symbolic.word.Bracket;
import org.modeq.symbolic.word.Bracketing;

/** Formulas in plain Unicode text. Widths are in columns. */
final class TextScript implements Script {
    private static final List<String> PRIMES = List.of("", "′", "″", "‴");
    private static final String INDENT = "      ";
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    @Override
    public Piece differential(RootedTree tree, Notation notation) {
        return piece(
                switch (notation) {
                    case GRADIENT -> gradient(tree);
                    case FIELD -> field(tree);
                    case INDEX -> index(tree);
                    case TREE -> "F(" + tree + ")";
                });
    }

    private static String index(RootedTree tree) {
        return IndexNotation.of(tree).stream()
                .map(factor -> factor.field() + "^" + factor.upper()
                        + (factor.lower().isEmpty() ? "" : "_" + String.join("", factor.lower())))
                .collect(Collectors.joining(" "));
    }

    /** L, or L_c where the method has several fields. */
    static String loss(Colour colour) {
        return colour.equals(Colour.F) ? "L" : "L_" + colour;
    }

    private static String gradient(RootedTree tree) {
        String loss = loss(tree.colour());
        int count = tree.children().size();
        if (count == 0) {
            return "∇" + loss;
        }
        if (count > 1) {
            return "∇" + superscript(count + 1) + loss
                    + tree.children().stream().map(TextScript::gradient).collect(Collectors.joining(",", "[", "]"));
        }
        return "∇²" + loss + " " + gradient(tree.children().get(0));
    }

    private static String field(RootedTree tree) {
        int count = tree.children().size();
        String head = tree.colour() + primes(count);
        if (count <= 1) {
            return head + tree.children().stream().map(TextScript::field).collect(Collectors.joining());
        }
        return head + tree.children().stream().map(TextScript::field).collect(Collectors.joining(",", "(", ")"));
    }

    static String primes(int count) {
        return count < PRIMES.size() ? PRIMES.get(count) : "⁽" + superscript(count) + "⁾";
    }

    @Override
    public Piece bracketing(Bracketing bracketing) {
        return piece(bracketing.toString());
    }

    @Override
    public Piece element(Bracketing bracketing) {
        return piece(withPowers(bracketing));
    }

    private static String withPowers(Bracketing bracketing) {
        if (!(bracketing instanceof Bracket bracket)) {
            return bracketing.toString();
        }
        AdjointPower adjoint = AdjointPower.of(bracket);
        if (adjoint.power() < AdjointPower.WORTH_WRITING) {
            return "[" + withPowers(bracket.left()) + "," + withPowers(bracket.right()) + "]";
        }
        return "ad_" + withPowers(adjoint.element()) + superscript(adjoint.power()) + " "
                + withPowers(adjoint.argument());
    }

    @Override
    public Piece factor(Coefficient coefficient, int power) {
        String step = power == 0 ? "" : power == 1 ? "h" : "h" + superscript(power);
        String number = coefficient
                .rational()
                .map(value -> value.equals(Rational.ONE) ? "" : value.toString())
                .orElse(coefficient.text());
        String both = number.isEmpty() || step.isEmpty() ? number + step : number + " " + step;
        return piece(both.isEmpty() ? "" : both + " ");
    }

    @Override
    public Piece sign(boolean negative, boolean first) {
        return piece(first ? negative ? "−" : "" : negative ? " − " : " + ");
    }

    @Override
    public Piece open() {
        return piece("(");
    }

    @Override
    public Piece close() {
        return piece(")");
    }

    @Override
    public Piece remainder(int power) {
        return piece("O(h" + (power == 1 ? "" : superscript(power)) + ")");
    }

    @Override
    public Piece dots() {
        return piece("…");
    }

    @Override
    public double margin() {
        return INDENT.length();
    }

    @Override
    public String fieldSide(boolean isModifying, Notation notation) {
        return (isModifying ? "f̃" : "θ̇") + (notation == Notation.INDEX ? "^i = " : " = ");
    }

    @Override
    public String logarithmSide(ExponentialProduct product) {
        return logarithm(product) + " =\n" + INDENT;
    }

    /** log(e^A e^(B/2)) without what follows. */
    static String logarithm(ExponentialProduct product) {
        if (product.factors().isEmpty()) {
            return "log(1)";
        }
        return product.factors().stream()
                .map(factor -> ExponentialProduct.written(factor).replace('-', '−'))
                .map(exponent -> "e^" + (exponent.matches("\\w+") ? exponent : "(" + exponent + ")"))
                .collect(Collectors.joining(" ", "log(", ")"));
    }

    @Override
    public String display(List<String> lines, String leftSide) {
        return leftSide + lines.stream().map(String::stripLeading).collect(Collectors.joining("\n" + INDENT));
    }

    static String superscript(int number) {
        return Integer.toString(number)
                .chars()
                .mapToObj(digit -> String.valueOf(SUPERSCRIPTS.charAt(digit - '0')))
                .collect(Collectors.joining());
    }

    static Piece piece(String text) {
        return new Piece(text, text.codePointCount(0, text.length()));
    }
}
