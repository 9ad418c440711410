package org.modeq.symbolic.latex;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.modeq.symbolic.modified.BracketForm;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.word.Letter;

/** A bracket form as a part of a document: its conventions with the formula, and the table of its brackets. */
final class BracketSection {
    private static final LatexScript SCRIPT = new LatexScript();

    private BracketSection() {}

    /** The section with a formula that is already set. */
    static String of(BracketForm<?> form, String formula) {
        String adjoint = formula.contains(LatexScript.ADJOINT) ? ", $\\operatorname{ad}_{f}g=[f,g]$" : "";
        return """
                \\section*{\\texttt{%s}, bracket form}
                One %s is the exact time-$h$ flow of the field below. Here $[f,g]=g'f-f'g$%s.%s

                %s""".formatted(
                LatexView.escape(form.method().name()), form.method().clock(), adjoint, selfCorrections(form), formula);
    }

    /** What the letters A_2 mean; none if the method is made of exact flows. */
    private static String selfCorrections(BracketForm<?> form) {
        SortedSet<Letter> second = new TreeSet<>();
        form.series()
                .coordinates()
                .keySet()
                .forEach(lyndon -> lyndon.word().letters().stream()
                        .filter(letter -> letter.letterWeight() > 1)
                        .forEach(letter -> second.add(new Letter(letter.field(), 2))));
        if (second.isEmpty()) {
            return "";
        }
        String meanings = second.stream()
                .map(letter -> "$" + SCRIPT.bracketing(letter).source() + "=" + sum(BracketForm.meaning(letter)) + "$")
                .collect(Collectors.joining(", "));
        return " A last index $j$ marks the part of order $j$ of the modified field of a single step: " + meanings
                + ".";
    }

    private static String sum(Map<RootedTree, Rational> weights) {
        Piece sum = Piece.EMPTY;
        for (Map.Entry<RootedTree, Rational> term : weights.entrySet()) {
            Coefficient factor = Coefficient.of(term.getValue());
            sum = sum.then(SCRIPT.sign(factor.isNegative(), sum.equals(Piece.EMPTY)))
                    .then(SCRIPT.factor(factor, 0))
                    .then(SCRIPT.differential(term.getKey(), Notation.FIELD));
        }
        return sum.source();
    }

    /** Every term: its power of h, its bracket, its coefficient. */
    static String table(BracketForm<?> form) {
        List<? extends BracketForm.Term<?>> terms = form.terms();
        String rows = terms.stream()
                .map(term -> "$%d$ & $%s$ & $%s$\\\\%n"
                        .formatted(
                                term.power(),
                                SCRIPT.bracketing(term.bracket()).source(),
                                coefficient(Coefficient.of(term.coefficient()))))
                .collect(Collectors.joining());
        return LatexView.table(LatexView.LOW, "rll", "power of $h$ & bracket & coefficient", terms.size(), rows);
    }

    private static String coefficient(Coefficient value) {
        return (value.isNegative() ? "-" : "")
                + value.rational().map(Rational::toString).orElse("\\displaystyle " + value.latex());
    }
}
