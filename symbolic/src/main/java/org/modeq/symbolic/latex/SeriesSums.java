package org.modeq.symbolic.latex;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.modeq.symbolic.lie.LieSeries;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.series.BSeriesMap;
import org.modeq.symbolic.tree.RootedTree;

/** Series without a method, as sums: B-series in derivatives of the fields, Lie series in brackets. */
final class SeriesSums {
    private SeriesSums() {}

    /** f̃ = Σ h^(|t|−1) b(t)/σ(t) F(t), by falling |b/σ| within a power. */
    static <E> FormulaSum of(BSeriesField<E> field, Script script) {
        List<List<FormulaSum.SignedTerm>> byPower = powers(field.truncationOrder());
        for (RootedTree tree : field.nonzero().keySet()) {
            byPower.get(tree.order() - 1).addAll(terms(tree, field.weight(tree), script));
        }
        return FormulaSum.of(byPower, script instanceof LatexScript ? "\\tilde f &= " : "f̃ = ", script);
    }

    /** θ + Σ h^|t| a(t)/σ(t) F(t). */
    static <E> FormulaSum of(BSeriesMap<E> map, Script script) {
        List<List<FormulaSum.SignedTerm>> byPower = powers(map.truncationOrder() + 1);
        Piece theta = script instanceof LatexScript ? new Piece("\\theta", 0.5) : new Piece("θ", 1);
        byPower.get(0).add(new FormulaSum.SignedTerm(Coefficient.ONE, theta));
        Ring<E> ring = map.ring();
        map.nonzero().forEach((tree, value) -> {
            E weight = ring.scale(Rational.of(BigInteger.ONE, tree.symmetry()), value);
            byPower.get(tree.order()).addAll(terms(tree, weight, script));
        });
        return FormulaSum.of(byPower, script instanceof LatexScript ? "B(a) &= " : "B(a) = ", script);
    }

    /** Σ h^(w−1) c_l P(l) over the Lyndon words l of weight w. */
    static <E> FormulaSum of(LieSeries<E> series, Script script) {
        List<List<FormulaSum.SignedTerm>> byPower = powers(series.maximalWeight());
        series.coordinates().forEach((lyndon, coordinate) -> {
            Piece bracket = script.element(lyndon.bracketing());
            byPower.get(lyndon.word().weight() - 1)
                    .addAll(Coefficient.parts(coordinate).stream()
                            .map(part -> new FormulaSum.SignedTerm(part, bracket))
                            .toList());
        });
        return FormulaSum.of(byPower, script instanceof LatexScript ? "&" : "", script);
    }

    private static List<FormulaSum.SignedTerm> terms(RootedTree tree, Object weight, Script script) {
        Piece differential = script.differential(tree, Notation.FIELD);
        return Coefficient.parts(weight).stream()
                .map(part -> new FormulaSum.SignedTerm(part, differential))
                .toList();
    }

    private static List<List<FormulaSum.SignedTerm>> powers(int count) {
        List<List<FormulaSum.SignedTerm>> byPower = new ArrayList<>();
        IntStream.range(0, count).forEach(power -> byPower.add(new ArrayList<>()));
        return byPower;
    }
}
