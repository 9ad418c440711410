package org.modeq.symbolic.contraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.modeq.symbolic.ring.Rational;

/**
 * Reads formulas as papers write them, in LaTeX, by recursive descent, into the formulas of the language.
 *
 * <p>{@code \nabla L}, {@code \nabla^2 L}, {@code \nabla^3 L[u,v]}, {@code \nabla\cdot v}, {@code \Delta L}, {@code f'f},
 * {@code f''(u,v)}, {@code \|v\|^2}, {@code \langle u,v\rangle}, {@code u\cdot v}, {@code u^\top M v}, {@code M^\top},
 * {@code [f,g]}, {@code \frac}, {@code \tfrac12}, {@code u\odot v}, {@code \operatorname{tr}(M)}, sums over the tasks
 * {@code \sum_i}, {@code \sum_{i<j}}, and partial derivatives {@code \partial_i\partial_j L\,\partial_j L} with summed
 * indices, functions of coordinates {@code \varphi'(\nabla L)}, {@code U_{12}(u,v)} for ∂₁∂₂U, and their sums
 * {@code \operatorname{sum}(v)}. The loss of the task A is {@code L_A}, its field {@code f_A}; {@code g} and {@code H} are ∇L and ∇²L unless
 * fields have these names. What stands before an equals sign is passed over. Juxtaposition is the product.
 */
public final class LatexFormulaParser {
    private static final int DEEPEST = 60;
    private static final int LONGEST = 20_000;
    private static final Set<String> CLOSING = Set.of(")", "]", "}", ",", "+", "-", "\\rangle", "\\}", "=");

    private final LatexCursor cursor;
    private final LatexNames names;
    private final LatexAtoms atoms;
    private int depth;
    private int openNorms;

    private LatexFormulaParser(String text, LatexNames names) {
        this.cursor = new LatexCursor(text);
        this.names = names;
        this.atoms = new LatexAtoms(cursor, names, this);
    }

    /**
     * Reads a formula.
     *
     * @param text the formula in LaTeX, without dollar signs
     * @param tasks the names of the losses over which a sum over i runs, in order; L alone for a method of one field
     * @param fields the names of the fields
     * @return the formula
     * @throws IllegalArgumentException if the text is not a formula; the message shows the position
     */
    public static Formula parse(String text, List<String> tasks, Set<String> fields) {
        return parse(text, tasks, fields, Set.of());
    }

    /**
     * Reads a formula with functions of coordinates.
     *
     * @param text the formula in LaTeX, without dollar signs
     * @param tasks the names of the losses over which a sum over i runs, in order; L alone for a method of one field
     * @param fields the names of the fields
     * @param functions the names of the functions; {@code \varphi} and {@code \phi} are phi
     * @return the formula
     * @throws IllegalArgumentException if the text is not a formula; the message shows the position
     */
    public static Formula parse(String text, List<String> tasks, Set<String> fields, Set<String> functions) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "given a formula of " + text.length() + " characters, expected at most " + LONGEST + "; split it");
        }
        LatexFormulaParser parser = new LatexFormulaParser(text, new LatexNames(tasks, fields, functions));
        Formula formula = parser.sum();
        if (!parser.cursor.peek().isEmpty()) {
            throw parser.cursor.expected("an operation or the end of the formula");
        }
        return formula;
    }

    Formula sum() {
        if (++depth > DEEPEST) {
            throw cursor.expected("at most " + DEEPEST + " nested groups");
        }
        int start = cursor.position();
        boolean isNegative = cursor.accept("-");
        if (!isNegative) {
            cursor.accept("+");
        }
        Formula sum = product();
        if (isNegative) {
            sum = new Formula.Operation(start, '*', new Formula.Constant(start, Rational.of(-1)), sum);
        }
        while (cursor.peek().equals("+") || cursor.peek().equals("-")) {
            int position = cursor.position();
            char sign = cursor.peek().charAt(0);
            cursor.take();
            sum = new Formula.Operation(position, sign, sum, product());
        }
        depth--;
        return sum;
    }

    /** Factors side by side; ∂ turns the product into index notation, a transposed vector into an inner product. */
    private Formula product() {
        int start = cursor.position();
        if (cursor.accept("\\sum")) {
            return sumOverTasks(start);
        }
        LatexIndices indices = new LatexIndices(start);
        List<Formula> factors = new ArrayList<>();
        while (!cursor.peek().isEmpty() && !CLOSING.contains(cursor.peek()) && !isBar(cursor.peek())) {
            if (cursor.accept("\\cdot") || cursor.accept("\\times") || cursor.accept("\\odot")) {
                String sign = cursor.peek(-1);
                combine(factors, sign, atoms.factor());
            } else if (cursor.accept("/")) {
                combine(factors, "/", atoms.factor());
            } else if (cursor.peek().equals("\\sum")) {
                factors.add(product());
            } else if (cursor.peek().equals("\\partial")) {
                indices.add(atoms.partial());
            } else if (cursor.peek().equals("\\delta")) {
                indices.add(atoms.identity());
            } else if (atoms.isIndexed()) {
                indices.add(atoms.indexed());
            } else {
                Formula factor = atoms.factor();
                if (names.isFunction(factor) && cursor.accept("_")) {
                    indices.add(
                            new LatexIndices.Tensor(factor, Optional.of(String.join("", cursor.group())), List.of()));
                } else {
                    factors.add(factor);
                }
            }
        }
        if (!indices.isEmpty()) {
            factors.add(indices.contraction());
        }
        if (factors.isEmpty()) {
            throw cursor.expected("a number, a name, \\nabla, \\frac, a norm or a group");
        }
        return joined(factors);
    }

    /** Whether a bar ends a norm: one that opens and closes alike does if a norm is open. */
    private boolean isBar(String token) {
        return token.equals("\\rVert")
                || (openNorms > 0 && LatexAtoms.BARS.contains(token) && !token.equals("\\lVert"));
    }

    /** The sum between the bars of a norm. */
    Formula inNorm() {
        openNorms++;
        Formula inner = sum();
        openNorms--;
        return inner;
    }

    /** uᵀ x is the inner product with all that follows; everything else is a product from the left. */
    private static Formula joined(List<Formula> factors) {
        for (int i = 0; i + 1 < factors.size(); i++) {
            if (factors.get(i) instanceof Formula.Application mark
                    && mark.function().equals(LatexNames.TRANSPOSED)) {
                Formula rest = joined(factors.subList(i + 1, factors.size()));
                List<Formula> inner = new ArrayList<>(factors.subList(0, i));
                inner.add(application(mark.position(), "dot", mark.arguments().get(0), rest));
                return joined(inner);
            }
        }
        Formula product = factors.get(0);
        for (Formula factor : factors.subList(1, factors.size())) {
            product = new Formula.Operation(factor.position(), '*', product, factor);
        }
        return product;
    }

    private void combine(List<Formula> factors, String sign, Formula right) {
        if (factors.isEmpty()) {
            throw cursor.expected("a factor before '" + sign + "'");
        }
        Formula left = factors.remove(factors.size() - 1);
        boolean isNumber = left instanceof Formula.Constant || right instanceof Formula.Constant;
        factors.add(
                switch (sign) {
                    case "/" -> new Formula.Operation(left.position(), '/', left, right);
                    case "\\odot" -> application(left.position(), "odot", left, right);
                    case "\\cdot" ->
                        isNumber
                                ? new Formula.Operation(left.position(), '*', left, right)
                                : application(left.position(), "dot", left, right);
                    default -> new Formula.Operation(left.position(), '*', left, right);
                });
    }

    static Formula.Application application(int position, String function, Formula... arguments) {
        return new Formula.Application(position, function, List.of(arguments), List.of());
    }

    /** \sum_i, \sum_{i=1}^{m} or \sum_{i<j}: the product behind it once for each task or pair of tasks. */
    private Formula sumOverTasks(int start) {
        cursor.require("_");
        List<String> header = cursor.group();
        if (cursor.accept("^")) {
            cursor.group();
        }
        String first = header.isEmpty() ? "" : header.get(0);
        boolean isPair = header.size() == 3 && header.get(1).equals("<");
        if (!first.matches("[a-z]")
                || (header.size() > 1 && !isPair && !header.get(1).equals("="))) {
            throw cursor.error(
                    start, "a sum over '" + String.join("", header) + "'", "\\sum_i, \\sum_{i=1}^m or \\sum_{i<j}");
        }
        int body = cursor.place();
        Formula sum = new Formula.Constant(start, Rational.ZERO);
        for (List<String> values : names.choices(isPair)) {
            cursor.goBackTo(body);
            names.bind(first, values.get(0));
            if (isPair) {
                names.bind(header.get(2), values.get(1));
            }
            Formula term = product();
            sum = sum instanceof Formula.Constant ? term : new Formula.Operation(start, '+', sum, term);
        }
        header.forEach(letter -> names.unbind(letter));
        return sum;
    }
}
