package org.modeq.symbolic.contraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.modeq.symbolic.ring.Rational;

/** The factors of a formula in LaTeX: numbers, names, derivatives, norms, brackets and groups, with their powers. */
final class LatexAtoms {
    static final Set<String> BARS = Set.of("|", "\\|", "\\lVert", "\\rVert", "\\Vert", "\\vert");

    private static final Set<String> FUNCTIONS = Set.of("tr", "trace", "div", "curl");

    private final LatexCursor cursor;
    private final LatexNames names;
    private final LatexFormulaParser parser;

    LatexAtoms(LatexCursor cursor, LatexNames names, LatexFormulaParser parser) {
        this.cursor = cursor;
        this.names = names;
        this.parser = parser;
    }

    Formula factor() {
        Formula base = atom();
        while (cursor.peek().equals("^") || cursor.peek().equals("'")) {
            int position = cursor.position();
            boolean isPrime = cursor.take().equals("'");
            base = isPrime ? LatexFormulaParser.application(position, "jac", base) : raised(base, position);
        }
        return base;
    }

    private Formula raised(Formula base, int position) {
        int before = cursor.place();
        List<String> exponent = cursor.group();
        String written = String.join("", exponent);
        if (Set.of("\\top", "T", "\\mathsf{T}", "\\intercal").contains(written)) {
            return names.isMatrix(base)
                    ? LatexFormulaParser.application(position, "transpose", base)
                    : LatexFormulaParser.application(position, LatexNames.TRANSPOSED, base);
        }
        if (base instanceof Formula.Application norm && norm.function().equals(LatexNames.NORM)) {
            if (!written.equals("2")) {
                throw cursor.expected("the square of a norm, as in \\|v\\|^2");
            }
            return LatexFormulaParser.application(
                    position, "norm2", norm.arguments().get(0));
        }
        cursor.goBackTo(before);
        Formula power = cursor.accept("{") ? sumIn("}") : atom();
        return new Formula.Operation(position, '^', base, power);
    }

    private Formula sumIn(String close) {
        Formula sum = parser.sum();
        cursor.require(close);
        return sum;
    }

    private Formula atom() {
        int position = cursor.position();
        String token = cursor.peek();
        if (token.isEmpty()) {
            throw cursor.expected("a number, a name or a group");
        }
        if (Character.isDigit(token.charAt(0))) {
            cursor.take();
            return new Formula.Constant(position, Rational.parse(token));
        }
        cursor.take();
        switch (token) {
            case "(", "\\{" -> {
                Formula inner = sumIn(token.equals("(") ? ")" : "\\}");
                return cursor.accept("_") ? LatexIndices.withFree(inner, cursor.group()) : inner;
            }
            case "{" -> {
                return sumIn("}");
            }
            case "[" -> {
                return bracket(position);
            }
            case "\\nabla" -> {
                return nabla(position);
            }
            case "\\Delta" -> {
                return LatexFormulaParser.application(position, "laplacian", factor());
            }
            case "\\frac", "\\tfrac", "\\dfrac" -> {
                Formula dividend = argument();
                return new Formula.Operation(position, '/', dividend, argument());
            }
            case "\\langle" -> {
                Formula left = parser.sum();
                cursor.require(",");
                Formula right = sumIn("\\rangle");
                return LatexFormulaParser.application(position, "dot", left, right);
            }
            case "\\operatorname", "\\mathrm", "\\text" -> {
                String word = String.join("", cursor.group());
                return token.equals("\\operatorname") || FUNCTIONS.contains(word)
                        ? named(position, word)
                        : name(position, word);
            }
            case "\\mathcal" -> {
                return name(position, String.join("", cursor.group()));
            }
            case "\\tr", "\\div" -> {
                return named(position, token.substring(1));
            }
            default -> {
                return BARS.contains(token) ? norm(position) : name(position, token);
            }
        }
    }

    /** The argument of \frac: a group, or a single digit or letter. */
    private Formula argument() {
        if (cursor.accept("{")) {
            return sumIn("}");
        }
        if (cursor.peek().matches("\\d{2,}")) {
            int position = cursor.position();
            return new Formula.Constant(position, Rational.parse(cursor.takeDigit()));
        }
        return atom();
    }

    private Formula norm(int position) {
        Formula inner = parser.inNorm();
        if (!BARS.contains(cursor.peek())) {
            throw cursor.expected("the second bar of a norm");
        }
        cursor.take();
        if (!cursor.peek().equals("^")) {
            throw cursor.expected("the square of a norm, as in \\|v\\|^2");
        }
        return LatexFormulaParser.application(position, LatexNames.NORM, inner);
    }

    private Formula bracket(int position) {
        Formula left = parser.sum();
        if (cursor.accept("]")) {
            return left;
        }
        cursor.require(",");
        return LatexFormulaParser.application(position, "bracket", left, sumIn("]"));
    }

    private Formula named(int position, String function) {
        Optional<String> declared = names.function(function);
        if (declared.isPresent()) {
            return function(position, declared.get());
        }
        Formula argument = factor();
        return switch (function.toLowerCase(Locale.ROOT)) {
            case "tr", "trace" -> LatexFormulaParser.application(position, "trace", argument);
            case "div" -> LatexFormulaParser.application(position, "div", argument);
            case "curl" -> LatexFormulaParser.application(position, "curl", argument);
            case "sum" -> LatexFormulaParser.application(position, "sum", argument);
            case "diag" -> LatexFormulaParser.application(position, "diag", argument);
            default ->
                throw cursor.error(
                        position, "'" + function + "'", "\\operatorname{tr}, {div}, {curl}, {sum} or {diag}");
        };
    }

    /** \varphi''(v), \varphi^{(4)}(v) or U_{12}(u,v). */
    private Formula function(int position, String name) {
        String marks = "";
        if (cursor.accept("_")) {
            String places = String.join("", cursor.group());
            if (!places.matches("[1-9]+")) {
                throw cursor.expected("the numbers of arguments behind " + name + "_, as in U_{12}(u,v)");
            }
            marks = "_" + places;
        }
        marks += "'".repeat(primes());
        cursor.require("(");
        List<Formula> arguments = new ArrayList<>(List.of(parser.sum()));
        while (cursor.accept(",")) {
            arguments.add(parser.sum());
        }
        cursor.require(")");
        return new Formula.Application(position, name + marks, arguments, List.of());
    }

    /** ∇ and its powers. */
    private Formula nabla(int position) {
        if (cursor.accept("\\cdot")) {
            return LatexFormulaParser.application(position, "div", factor());
        }
        int order = 1;
        if (cursor.accept("^")) {
            String power = String.join("", cursor.group());
            if (!power.matches("[1-9]")) {
                throw cursor.expected("a power of \\nabla from 1 to 9");
            }
            order = Integer.parseInt(power);
        }
        Formula argument = BARS.contains(cursor.peek()) || cursor.peek().equals("\\nabla") ? factor() : atom();
        // ∇²L (…) is a product; only a bracket says that these are directions.
        boolean hasDirections = order > 2 || (order == 2 && cursor.peek().equals("["));
        List<Formula> directions = hasDirections ? directions() : List.of();
        if (!directions.isEmpty() || order > 2) {
            return new Formula.Application(
                    position, "D", List.of(argument, new Formula.Constant(position, Rational.of(order))), directions);
        }
        return LatexFormulaParser.application(position, order == 1 ? "grad" : "hess", argument);
    }

    /** [u,v] or (u,v) behind a derivative. */
    private List<Formula> directions() {
        String close = cursor.peek().equals("[") ? "]" : cursor.peek().equals("(") ? ")" : "";
        if (close.isEmpty()) {
            return List.of();
        }
        cursor.take();
        List<Formula> directions = new ArrayList<>(List.of(parser.sum()));
        while (cursor.accept(",")) {
            directions.add(parser.sum());
        }
        cursor.require(close);
        return directions;
    }

    /** A letter with its index and primes. */
    private Formula name(int position, String token) {
        Optional<String> function = names.function(token);
        if (function.isPresent()) {
            return function(position, function.get());
        }
        Optional<String> index = Optional.empty();
        if (cursor.accept("_")) {
            index = Optional.of(String.join("", cursor.group())
                    .replaceAll("\\\\(mathrm|text)", "")
                    .replaceAll("[{}]", ""));
        }
        int primes = primes();
        Formula base = names.meaning(token, index, position)
                .orElseThrow(() -> cursor.error(position, "'" + token + "'", names.expected()));
        if (primes == 0) {
            return base;
        }
        if (primes > 1 && token.equals("f")) {
            base = names.asField(base);
        }
        List<Formula> directions = primes > 1 ? directions() : List.of();
        return directions.isEmpty() && primes == 1
                ? LatexFormulaParser.application(position, "jac", base)
                : new Formula.Application(
                        position, "D", List.of(base, new Formula.Constant(position, Rational.of(primes))), directions);
    }

    /** The number of primes that follow, also written ^{(4)}. */
    private int primes() {
        int primes = 0;
        while (cursor.accept("'")) {
            primes++;
        }
        if (primes == 0 && cursor.peek().equals("^") && isDerivativeMark()) {
            cursor.take();
            String mark = String.join("", cursor.group());
            primes = Integer.parseInt(mark.substring(1, mark.length() - 1));
        }
        return primes;
    }

    /** Whether f^{(4)} follows. */
    private boolean isDerivativeMark() {
        return cursor.peek(1).equals("{")
                && cursor.peek(2).equals("(")
                && cursor.peek(3).matches("[1-9]")
                && cursor.peek(4).equals(")");
    }

    /** ∂_i ∂_j … of a loss or of a component f^k. */
    LatexIndices.Tensor partial() {
        List<String> legs = new ArrayList<>();
        int position = cursor.position();
        while (cursor.accept("\\partial")) {
            cursor.require("_");
            legs.addAll(cursor.group());
        }
        String letter = cursor.take();
        Optional<String> task = cursor.accept("_") ? Optional.of(String.join("", cursor.group())) : Optional.empty();
        Optional<String> output = cursor.accept("^") ? Optional.of(String.join("", cursor.group())) : Optional.empty();
        Formula base = names.meaning(letter, task, position)
                .orElseThrow(() -> cursor.expected("a loss or a field after \\partial"));
        return new LatexIndices.Tensor(base, output, legs);
    }

    /** δ_ij. */
    LatexIndices.Tensor identity() {
        int position = cursor.position();
        cursor.take();
        cursor.require("_");
        return new LatexIndices.Tensor(new Formula.Name(position, "\\delta"), Optional.empty(), cursor.group());
    }

    /** Whether a component f^i or f^{i} follows. */
    boolean isIndexed() {
        boolean isBraced = cursor.peek(2).equals("{") && cursor.peek(4).equals("}");
        return names.isField(cursor.peek())
                && cursor.peek(1).equals("^")
                && cursor.peek(isBraced ? 3 : 2).matches("[i-z]");
    }

    LatexIndices.Tensor indexed() {
        Formula base = names.meaning(cursor.peek(), Optional.empty(), cursor.position())
                .orElseThrow(() -> cursor.expected("a field"));
        cursor.take();
        cursor.require("^");
        return new LatexIndices.Tensor(base, Optional.of(String.join("", cursor.group())), List.of());
    }
}
