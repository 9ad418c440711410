package org.modeq.symbolic.latex;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.modeq.symbolic.contraction.TreeFormula;
import org.modeq.symbolic.pattern.Pattern;
import org.modeq.symbolic.pattern.PatternEquation;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.FreeTree;
import org.modeq.symbolic.tree.RootedTree;

/** What a pattern stands for, in text or in LaTeX: Σ f_a″(f_a,f_b), ⟨f″(d_a,d_a)⟩, E φ″(f_a,f_b), ⟨‖∇D_a‖²⟩. */
record PatternScript(PatternEquation equation, boolean isLatex) {
    private static final double DOT = 0.7;

    /** The differential of a pattern with its sum or mean. */
    Piece body(Pattern pattern) {
        String inside = equation.kind() == PatternEquation.Kind.GENERATOR
                ? derivative(isLatex ? "\\varphi" : "φ", pattern.trees())
                : differential(pattern.tree());
        return enclosed(letters(pattern.trees()), new Piece(inside, SourceWidth.of(inside)));
    }

    /** The contraction of losses along a free pattern tree with its sum or mean. */
    Piece contraction(FreeTree tree) {
        ScalarScript script = isLatex ? ScalarScript.LATEX : ScalarScript.TEXT;
        boolean isProduct = tree.halves().isPresent()
                && !tree.halves().get().get(0).equals(tree.halves().get().get(1));
        Piece inside = isProduct
                ? script.script()
                        .differential(tree.halves().get().get(0), Notation.GRADIENT)
                        .then(isLatex ? "\\cdot " : " · ", DOT)
                        .then(script.script().differential(tree.halves().get().get(1), Notation.GRADIENT))
                : script.contraction(tree);
        // Only the losses of batches have an index, and those of deviations have a letter of their own.
        Piece named =
                equation.series().isCentred() ? new Piece(inside.source().replace("L_", "D_"), inside.width()) : inside;
        return enclosed(letters(List.of(tree.representative())), named);
    }

    /** The same as a formula: sum(…), mean(…), of the losses L, L_a and D_a. */
    String formula(FreeTree tree) {
        String deviation = equation.series().isCentred() ? "D_" : "L_";
        String inside = TreeFormula.of(tree, block -> block.equals(Pattern.MEAN) ? "L" : deviation + block);
        if (letters(List.of(tree.representative())).isEmpty()) {
            return inside;
        }
        return (equation.isOfSums() ? "sum(" : "mean(") + inside + ")";
    }

    private Piece enclosed(SortedSet<Colour> letters, Piece inside) {
        String source = inside.source();
        if (letters.isEmpty()) {
            return isLatex ? inside : TextScript.piece(source);
        }
        if (equation.isOfSums() || equation.noise().hasColumns()) {
            String index = letters.stream().map(Colour::name).collect(Collectors.joining(","));
            source = (isLatex ? "\\sum_{" + index + "}" : "Σ ") + source;
        } else if (equation.series().isCentred()) {
            source = isLatex ? "\\langle " + source + "\\rangle " : "⟨" + source + "⟩";
        } else {
            source = (isLatex ? "\\mathbb{E}\\," : "E ") + source;
        }
        return isLatex
                ? new Piece(source, SourceWidth.of(source) - SourceWidth.of(inside.source()) + inside.width())
                : TextScript.piece(source);
    }

    private static SortedSet<Colour> letters(List<RootedTree> trees) {
        SortedSet<Colour> letters = new TreeSet<>();
        trees.forEach(tree -> letters.addAll(tree.colours()));
        letters.remove(Pattern.MEAN);
        return letters;
    }

    private String differential(RootedTree tree) {
        return derivative(symbol(tree.colour()), tree.children());
    }

    private String derivative(String symbol, List<RootedTree> arguments) {
        int count = arguments.size();
        String marks = isLatex ? (count <= 3 ? "'".repeat(count) : "^{(" + count + ")}") : TextScript.primes(count);
        String inside = arguments.stream().map(this::differential).collect(Collectors.joining(","));
        boolean isChain = count == 1 && !symbol.endsWith("φ") && !symbol.endsWith("varphi");
        return symbol + marks + (count == 0 ? "" : isChain ? " " + inside : "(" + inside + ")");
    }

    private String symbol(Colour colour) {
        if (colour.equals(Pattern.MEAN)) {
            return isLatex ? "\\bar f" : "f";
        }
        boolean hasColumns = equation.noise().hasColumns();
        String head = !equation.series().isCentred() ? "f" : !hasColumns ? "d" : isLatex ? "\\sigma" : "σ";
        return isLatex ? head + "_{" + colour + "}" : head + "_" + colour;
    }
}
