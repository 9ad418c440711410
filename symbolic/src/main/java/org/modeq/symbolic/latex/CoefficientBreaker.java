package org.modeq.symbolic.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A coefficient that is wider than the line, in pieces between which it may be broken: the fraction bar cannot be, so that
 * <code>\frac{a+b+c}{d}</code> becomes <code>\frac{1}{d}\bigl(a+b+c\bigr)</code>, with the lines broken before the signs.
 */
final class CoefficientBreaker {
    private static final String FRACTION = "\\frac{";

    private CoefficientBreaker() {}

    /** A sum with what stands in front of it and behind it. */
    private record Enclosed(String head, String sum, String tail) {}

    /**
     * The pieces of a coefficient.
     *
     * @param latex a coefficient in LaTeX, without its sign
     * @return one piece if there is no sum in it
     */
    static List<Piece> pieces(String latex) {
        return enclosed(latex)
                .map(CoefficientBreaker::pieces)
                .orElseGet(() -> List.of(new Piece(latex, SourceWidth.of(latex))));
    }

    private static List<Piece> pieces(Enclosed parts) {
        List<Piece> pieces = new ArrayList<>();
        Piece next = piece(parts.head + "\\bigl(");
        for (String term : terms(parts.sum)) {
            pieces.add(next.then(piece(term)));
            next = Piece.EMPTY;
        }
        int last = pieces.size() - 1;
        pieces.set(last, pieces.get(last).then(piece("\\bigr)" + parts.tail)));
        return pieces;
    }

    private static Piece piece(String source) {
        return new Piece(source, SourceWidth.of(source));
    }

    /** (sum), 6β(sum), and both as the numerator of a fraction. */
    private static Optional<Enclosed> enclosed(String latex) {
        if (!latex.startsWith(FRACTION)) {
            return product(latex);
        }
        int middle = end(latex, FRACTION.length() - 1);
        int end = end(latex, middle + 1);
        String numerator = latex.substring(FRACTION.length(), middle);
        String denominator = latex.substring(middle + 1, end + 1);
        String behind = latex.substring(end + 1);
        Optional<Enclosed> product = terms(numerator).size() > 1
                ? Optional.of(new Enclosed("1", numerator, ""))
                : product(numerator).filter(parts -> parts.tail.isEmpty());
        return product.map(parts -> new Enclosed(
                FRACTION + (parts.head.isEmpty() ? "1" : parts.head) + "}" + denominator, parts.sum, behind));
    }

    /** A product whose first parentheses hold a sum and have no exponent. */
    private static Optional<Enclosed> product(String latex) {
        int open = latex.indexOf('(');
        if (open < 0 || latex.startsWith("\\bigl", Math.max(0, open - 5))) {
            return Optional.empty();
        }
        int close = end(latex, open);
        String tail = latex.substring(close + 1);
        String sum = latex.substring(open + 1, close);
        return tail.startsWith("^") || terms(sum).size() < 2
                ? Optional.empty()
                : Optional.of(new Enclosed(latex.substring(0, open), sum, tail));
    }

    /** The place of the brace or parenthesis that closes the one at the place given. */
    private static int end(String latex, int open) {
        int depth = 0;
        for (int i = open; i < latex.length(); i++) {
            depth += depth(latex.charAt(i));
            if (depth == 0) {
                return i;
            }
        }
        throw new AssertionError(latex);
    }

    private static int depth(char sign) {
        return "{(".indexOf(sign) >= 0 ? 1 : "})".indexOf(sign) >= 0 ? -1 : 0;
    }

    /** The terms of a sum, each with the sign in front of it. */
    private static List<String> terms(String sum) {
        List<String> terms = new ArrayList<>();
        int start = 0;
        int depth = 0;
        for (int i = 0; i < sum.length(); i++) {
            depth += depth(sum.charAt(i));
            if (i > start && depth == 0 && "+-".indexOf(sum.charAt(i)) >= 0) {
                terms.add(sum.substring(start, i));
                start = i;
            }
        }
        terms.add(sum.substring(start));
        return terms;
    }
}
