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
    private final BracketForm<?> form;
    private final LatexStyle style;
    private final LatexScript script;

    BracketSection(BracketForm<?> form, LatexStyle style) {
        this.form = form;
        this.style = style;
        this.script = new LatexScript(style);
    }

    /** The section around a formula that is already set. */
    String around(String formula) {
        String f = style.field().source();
        String adjoint =
                formula.contains(LatexScript.ADJOINT) ? ", $\\operatorname{ad}_{" + f + "}g=[" + f + ",g]$" : "";
        return """
                \\section*{\\texttt{%s}, bracket form}
                %s Here $%s$%s.%s

                %s""".formatted(
                LatexView.escape(form.method().name()),
                style.ofSentence("One " + form.method().clock() + " is the exact time-$h$ flow of the field below."),
                style.bracketMeaning(),
                adjoint,
                selfCorrections(),
                formula);
    }

    /** What the letters A_2 mean; none if the method is made of exact flows. */
    private String selfCorrections() {
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
                .map(letter -> "$" + script.bracketing(letter).source() + "=" + sum(BracketForm.meaning(letter)) + "$")
                .collect(Collectors.joining(", "));
        return " A last index $j$ marks the part of order $j$ of the modified field of a single step: " + meanings
                + ".";
    }

    private String sum(Map<RootedTree, Rational> weights) {
        Piece sum = Piece.EMPTY;
        for (Map.Entry<RootedTree, Rational> term : weights.entrySet()) {
            Coefficient factor = Coefficient.of(term.getValue());
            sum = sum.then(script.sign(factor.isNegative(), sum.equals(Piece.EMPTY)))
                    .then(script.factor(factor, 0))
                    .then(script.differential(term.getKey(), Notation.FIELD));
        }
        return sum.source();
    }

    /** Every term: its power of h, its bracket, its coefficient. */
    String table() {
        List<? extends BracketForm.Term<?>> terms = form.terms();
        String rows = terms.stream()
                .map(term -> "$%d$ & $%s$ & $%s$\\\\%n"
                        .formatted(
                                term.power(),
                                script.bracketing(term.bracket()).source(),
                                coefficient(FormulaSum.coefficient(term.coefficient(), term.bracket(), script))))
                .collect(Collectors.joining());
        return LatexView.table(LatexView.LOW, "rll", "power of $h$ & bracket & coefficient", terms.size(), rows);
    }

    private static String coefficient(Coefficient value) {
        return (value.isNegative() ? "-" : "")
                + value.rational().map(Rational::toString).orElse("\\displaystyle " + value.latex());
    }
}
