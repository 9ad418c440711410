package org.modeq.symbolic.contraction;

import java.util.List;
import java.util.Random;

/** Random formulas of losses L and M, fields f and g and functions phi and U of coordinates, of a given rank. */
final class RandomFormulas {
    private static final List<List<String>> LEAVES =
            List.of(List.of("L", "M"), List.of("f", "g", "grad(L)", "grad(M)"), List.of("hess(L)", "jac(f)", "jac(g)"));

    /** What a formula is built of; s, v, m stand for a formula of rank 0, 1, 2, the first of them the deep one; b for a leaf. */
    private static final List<List<String>> SHAPES = List.of(
            List.of(
                    "dot(v,v)",
                    "norm2(v)",
                    "div(v)",
                    "laplacian(s)",
                    "trace(m)",
                    "s*s",
                    "s-2/3*s",
                    "D(s,2)[v,v]",
                    "dot(v,m*v)",
                    "sum(v)",
                    "sum(phi(b))"),
            List.of(
                    "jac(v)*v",
                    "m*v",
                    "bracket(v,v)",
                    "odot(v,v)",
                    "s*v",
                    "grad(s)",
                    "v-3/2*v",
                    "D(L,3)[v,v]",
                    "D(v,2)[v,v]",
                    "odot(phi'(b),v)",
                    "phi(2/3*b+hess(L)*b)",
                    "U_2(b,odot(b,b))-v",
                    "m*U(b,b)"),
            List.of("hess(s)", "jac(v)", "m*m", "transpose(m)", "curl(v)", "s*m", "m+5*m", "D(M,3)[v]", "diag(v)*m"));

    private final Random random;

    RandomFormulas(long seed) {
        this.random = new Random(seed);
    }

    /** {@return a formula whose functions are nested to a depth} */
    String draw(int rank, int depth) {
        if (depth == 0) {
            return choose(LEAVES.get(rank));
        }
        StringBuilder formula = new StringBuilder();
        int inner = depth - 1;
        String shape = choose(SHAPES.get(rank));
        for (int i = 0; i < shape.length(); i++) {
            int hole = "svm".indexOf(shape.charAt(i));
            boolean isHole = hole >= 0 && !isLetter(shape, i - 1) && !isLetter(shape, i + 1);
            if (isHole) {
                formula.append('(').append(draw(hole, inner)).append(')');
                inner = 0;
            } else if (shape.charAt(i) == 'b' && !isLetter(shape, i - 1) && !isLetter(shape, i + 1)) {
                formula.append(choose(LEAVES.get(1)));
            } else {
                formula.append(shape.charAt(i));
            }
        }
        return formula.toString();
    }

    /** {@return a polynomial of at most a given degree with three terms} */
    String polynomial(int degree) {
        StringBuilder sum = new StringBuilder("1");
        for (int term = 0; term < 3; term++) {
            sum.append(random.nextBoolean() ? "+" : "-").append(1 + random.nextInt(4));
            for (int factor = 1 + random.nextInt(degree); factor > 0; factor--) {
                sum.append('*').append(choose(List.of("x", "y", "z")));
            }
        }
        return sum.toString();
    }

    private static boolean isLetter(String text, int place) {
        return place >= 0 && place < text.length() && Character.isLetterOrDigit(text.charAt(place));
    }

    private String choose(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
