package org.modeq.symbolic.latex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.circuit.AdaptiveMethod;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.PlantedTree;
import org.modeq.symbolic.tree.RootedTree;

/**
 * Elementary differentials of typed trees, coordinate by coordinate: {@code U_m⊙∇²L(U_v⊙2g⊙∇²L u)}.
 *
 * <p>u stands for U at the base values and is named once; the signs of the updates and the powers of λ are not in it.
 */
enum CircuitScript {
    /** Plain Unicode text; widths in columns. */
    TEXT {
        @Override
        Piece word(String word) {
            return new Piece(word, word.length());
        }

        @Override
        Piece times() {
            return word("⊙");
        }

        @Override
        Piece decayed() {
            return word("θ");
        }

        @Override
        Piece decay(int count) {
            return word("λ" + (count == 1 ? "" : TextScript.superscript(count)) + " ");
        }

        @Override
        Piece derivative(String function, SortedMap<String, Integer> slots) {
            StringBuilder name = new StringBuilder(function + "_");
            slots.forEach((slot, count) -> name.append(slot.repeat(count)));
            return word(name.toString());
        }

        @Override
        Piece total() {
            return word("Σ");
        }

        @Override
        Piece tensor(int degree) {
            return word("∇" + TextScript.superscript(degree) + "L");
        }

        @Override
        Piece applied(Piece argument, boolean isSum) {
            return isSum ? word("(").then(argument).then(word(")")) : word(" ").then(argument);
        }

        @Override
        Piece power(Piece factor, int exponent) {
            return word("(").then(factor).then(word(")^⊙" + exponent));
        }
    },

    /** LaTeX; widths in em. */
    LATEX {
        @Override
        Piece word(String word) {
            return new Piece(word, 0.55 * word.length());
        }

        @Override
        Piece times() {
            return new Piece("\\odot ", 1.2);
        }

        @Override
        Piece decayed() {
            return new Piece("\\theta ", 0.5);
        }

        @Override
        Piece decay(int count) {
            return new Piece("\\lambda" + (count == 1 ? "" : "^{" + count + "}") + "\\,", 1);
        }

        @Override
        Piece derivative(String function, SortedMap<String, Integer> slots) {
            StringBuilder name = new StringBuilder();
            slots.forEach((slot, count) -> name.append(slot).append(count == 1 ? "" : "^{" + count + "}"));
            return new Piece(function + "_{" + name + "}", 0.7 + 0.45 * slots.size());
        }

        @Override
        Piece total() {
            return new Piece("\\textstyle\\sum", 1);
        }

        @Override
        Piece tensor(int degree) {
            return new Piece("\\nabla^{" + degree + "}L", 1.9);
        }

        @Override
        Piece applied(Piece argument, boolean isSum) {
            return isSum ? new Piece("(", 0.4).then(argument).then(")", 0.4) : new Piece("\\,", 0.17).then(argument);
        }

        @Override
        Piece power(Piece factor, int exponent) {
            return new Piece("(", 0.4).then(factor).then(")", 0.4).then("^{\\odot " + exponent + "}", 0.8);
        }
    };

    private static final Colour GRADIENT = new Colour("g");
    private static final Colour SQUARE = new Colour("q");

    abstract Piece word(String word);

    abstract Piece times();

    /** θ, of which decay takes its part. */
    abstract Piece decayed();

    /** λ, once for each decay. */
    abstract Piece decay(int count);

    /** A function with its slots as subscripts. */
    abstract Piece derivative(String function, SortedMap<String, Integer> slots);

    /** The sum over the coordinates. */
    abstract Piece total();

    /** ∇ᵏL. */
    abstract Piece tensor(int degree);

    /** The argument of a matrix; in parentheses where it is a product. */
    abstract Piece applied(Piece argument, boolean isProduct);

    /** x ⊙ … ⊙ x. */
    abstract Piece power(Piece factor, int exponent);

    /** F(t) without the signs and factors λ. */
    Piece differential(RootedTree tree) {
        if (tree.colour().equals(AdaptiveMethod.DECAY_NODE)) {
            return tree.isVertex() ? decayed() : differential(tree.children().get(0));
        }
        if (tree.colour().equals(AdaptiveMethod.UPDATE)) {
            return tree.isVertex() ? word("u") : update(tree);
        }
        if (tree.colour().equals(GRADIENT)) {
            return gradient(tree.children());
        }
        if (tree.colour().equals(SQUARE)) {
            return square(tree.children());
        }
        throw new IllegalArgumentException("given the node " + tree.colour()
                + ", expected one of the adaptive methods: u, w, g or q; write the JSON of other circuits");
    }

    private Piece update(RootedTree tree) {
        SortedMap<String, Integer> slots = new TreeMap<>();
        List<RootedTree> children = new ArrayList<>();
        for (PlantedTree child : tree.plantedChildren()) {
            slots.merge(child.slot().name(), 1, Integer::sum);
            children.add(child.tree());
        }
        return derivative("U", slots).then(times()).then(product(children));
    }

    /** The factors, equal ones as powers. */
    private Piece product(List<RootedTree> factors) {
        Map<RootedTree, Integer> counts = new LinkedHashMap<>();
        factors.forEach(factor -> counts.merge(factor, 1, Integer::sum));
        Piece product = Piece.EMPTY;
        int left = counts.size();
        for (Map.Entry<RootedTree, Integer> entry : counts.entrySet()) {
            left--;
            Piece factor = differential(entry.getKey());
            Piece power = entry.getValue() > 1
                    ? power(factor, entry.getValue())
                    : left > 0 && runsOn(entry.getKey())
                            ? word("(").then(factor).then(word(")"))
                            : factor;
            product = product.width() == 0 ? power : product.then(times()).then(power);
        }
        return product;
    }

    /** Whether F ends in a matrix times a vector, which a following factor would seem to belong to. */
    private static boolean runsOn(RootedTree tree) {
        boolean isMatrix = tree.colour().equals(GRADIENT) && tree.children().size() == 1;
        return isMatrix
                || (tree.colour().equals(SQUARE) && tree.children().stream().anyMatch(CircuitScript::runsOn));
    }

    private Piece gradient(List<RootedTree> children) {
        Piece tensor = tensor(children.size() + 1);
        if (children.size() == 1) {
            return tensor.then(applied(differential(children.get(0)), isProduct(children.get(0))));
        }
        Piece list = tensor.then(word("["));
        for (int i = 0; i < children.size(); i++) {
            list = (i == 0 ? list : list.then(word(","))).then(differential(children.get(i)));
        }
        return list.then(word("]"));
    }

    /** Whether F of an update is a product and not a name alone. */
    private static boolean isProduct(RootedTree tree) {
        boolean isDecay = tree.colour().equals(AdaptiveMethod.DECAY_NODE);
        return !tree.isVertex() && (!isDecay || isProduct(tree.children().get(0)));
    }

    private Piece square(List<RootedTree> children) {
        Piece two = word("2");
        return children.size() == 1
                ? two.then(word("g")).then(times()).then(product(children))
                : two.then(product(children));
    }
}
