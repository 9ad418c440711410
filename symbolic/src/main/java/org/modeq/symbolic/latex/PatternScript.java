package org.modeq.symbolic.latex;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.modeq.symbolic.pattern.Pattern;
import org.modeq.symbolic.pattern.PatternEquation;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/** What a pattern stands for, in text or in LaTeX: Σ f_a″(f_a,f_b), ⟨f″(d_a,d_a)⟩, E φ″(f_a,f_b). */
record PatternScript(PatternEquation equation, boolean isLatex) {
    private static final double LETTER = 0.9;
    private static final double MARK = 0.4;
    private static final double BIG = 1.6;

    /** The differential of a pattern with its sum or mean. */
    Piece body(Pattern pattern) {
        boolean isCentred = equation.series().isCentred();
        boolean isMean = isCentred && pattern.blocks() > 0;
        boolean isSum = !isCentred && equation.kind() != PatternEquation.Kind.GENERATOR;
        String inside = equation.kind() == PatternEquation.Kind.GENERATOR
                ? derivative(isLatex ? "\\varphi" : "φ", pattern.trees())
                : differential(pattern.tree());
        String source;
        if (isSum) {
            source = (isLatex ? "\\sum_{" + letters(pattern) + "}" : "Σ ") + inside;
        } else if (isMean) {
            source = isLatex ? "\\langle " + inside + "\\rangle" : "⟨" + inside + "⟩";
        } else {
            source = (isCentred ? "" : isLatex ? "\\mathbb{E}\\," : "E ") + inside;
        }
        return new Piece(source, isLatex ? width(pattern) : source.length());
    }

    private double width(Pattern pattern) {
        return BIG + pattern.order() * (LETTER + MARK) + pattern.trees().size() * MARK;
    }

    private static String letters(Pattern pattern) {
        TreeSet<Colour> letters = new TreeSet<>();
        pattern.trees().forEach(tree -> letters.addAll(tree.colours()));
        letters.remove(Pattern.MEAN);
        return letters.stream().map(Colour::name).collect(Collectors.joining(","));
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
        String head = equation.series().isCentred() ? "d" : "f";
        return isLatex ? head + "_{" + colour + "}" : head + "_" + colour;
    }
}
