package org.modeq.symbolic.series;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.AdmissibleCut;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;

/**
 * The effective order of a map: the highest order of accuracy among its conjugates.
 *
 * <p>Conjugation by the flow of χ turns γ = log a into γ + L_χγ − L_γχ + …. If γ = f up to the order n − 1 and χ has
 * trees of the order n − 1 alone, then at the order n
 * <pre>
 *   γ(t) becomes γ(t) + [t has one child c] · χ(c) − Σ over the leaves of t of χ(t without the leaf),
 * </pre>
 * and the linear equations that make it 0 are solved, if they can be, order by order. Nothing is lost by taking one
 * solution: what commutes with f is a multiple of f, because the fields are a free Lie algebra (Foissy 2002). Butcher
 * (1969); Hairer, Lubich and Wanner (2006), section V.3.3.
 */
final class EffectiveOrder<E> {
    private final Ring<E> ring;

    EffectiveOrder(Ring<E> ring) {
        this.ring = ring;
    }

    /** The effective order p ≥ 1 of a map of order of accuracy at least 1. */
    int of(BSeriesMap<E> map) {
        TreeEnumeration trees = TreeEnumeration.over(map.colours());
        BSeriesMap<E> conjugate = map;
        for (int order = 2; order <= map.truncationOrder(); order++) {
            BSeriesField<E> field = conjugate.logarithm();
            Optional<Map<RootedTree, E>> change = change(trees.ofOrder(order), trees.ofOrder(order - 1), field);
            if (change.isEmpty()) {
                return order - 1;
            }
            conjugate = conjugate.conjugatedBy(
                    BSeriesField.of(ring, map.truncationOrder(), change.get()).flow());
        }
        return map.truncationOrder();
    }

    /** χ, or empty if there is none. */
    private Optional<Map<RootedTree, E>> change(
            List<RootedTree> equations, List<RootedTree> unknowns, BSeriesField<E> field) {
        Map<RootedTree, Integer> columns = new HashMap<>();
        unknowns.forEach(tree -> columns.put(tree, columns.size()));
        List<Equation<E>> rows = new ArrayList<>();
        for (RootedTree tree : equations) {
            List<Rational> left = new ArrayList<>(Collections.nCopies(unknowns.size(), Rational.ZERO));
            if (tree.children().size() == 1) {
                left.set(column(columns, tree.children().get(0)), Rational.ONE);
            }
            for (AdmissibleCut cut : tree.singleCuts()) {
                if (cut.branches().get(0).isVertex()) {
                    int column = column(columns, cut.trunk());
                    left.set(column, left.get(column).subtract(Rational.ONE));
                }
            }
            rows.add(new Equation<>(left, ring.negate(field.coefficient(tree))));
        }
        return solution(rows, unknowns);
    }

    private static int column(Map<RootedTree, Integer> columns, RootedTree tree) {
        return columns.getOrDefault(tree, -1);
    }

    /** left · x = right. */
    private record Equation<E>(List<Rational> left, E right) {
        /** This equation less r times another. */
        Equation<E> minus(Rational factor, Equation<E> other, Ring<E> ring) {
            List<Rational> difference = new ArrayList<>();
            for (int i = 0; i < left.size(); i++) {
                difference.add(left.get(i).subtract(factor.multiply(other.left.get(i))));
            }
            return new Equation<>(difference, ring.add(right, ring.scale(factor.negate(), other.right)));
        }
    }

    /** Elimination; unknowns that stay free are 0. */
    private Optional<Map<RootedTree, E>> solution(List<Equation<E>> equations, List<RootedTree> unknowns) {
        List<Equation<E>> rows = new ArrayList<>(equations);
        Map<RootedTree, E> solution = new HashMap<>();
        List<Equation<E>> pivots = new ArrayList<>();
        for (int column = 0; column < unknowns.size(); column++) {
            int index = firstWith(rows, column);
            if (index >= 0) {
                pivots.add(rows.remove(index));
                Equation<E> pivot = pivots.get(pivots.size() - 1);
                Rational scale = pivot.left().get(column).reciprocal();
                int eliminated = column;
                rows.replaceAll(row -> {
                    Rational entry = row.left().get(eliminated);
                    return entry.isZero() ? row : row.minus(entry.multiply(scale), pivot, ring);
                });
            }
        }
        if (rows.stream().anyMatch(row -> !row.right().equals(ring.zero()))) {
            return Optional.empty();
        }
        for (int i = pivots.size() - 1; i >= 0; i--) {
            substituteBack(pivots.get(i), unknowns, solution);
        }
        return Optional.of(solution);
    }

    private static <E> int firstWith(List<Equation<E>> rows, int column) {
        int index = 0;
        while (index < rows.size() && rows.get(index).left().get(column).isZero()) {
            index++;
        }
        return index < rows.size() ? index : -1;
    }

    /** Solves for the first unknown of an equation of which the later unknowns are known. */
    private void substituteBack(Equation<E> equation, List<RootedTree> unknowns, Map<RootedTree, E> solution) {
        int first = 0;
        while (equation.left().get(first).isZero()) {
            first++;
        }
        E right = equation.right();
        for (int i = first + 1; i < unknowns.size(); i++) {
            E value = solution.getOrDefault(unknowns.get(i), ring.zero());
            right = ring.add(right, ring.scale(equation.left().get(i).negate(), value));
        }
        solution.put(unknowns.get(first), ring.scale(equation.left().get(first).reciprocal(), right));
    }
}
