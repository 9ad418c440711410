package org.modeq.symbolic.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.Colour;

/**
 * Flows as exponential series of the Lie derivative (L_γ c)(t) = γ(t) c(∅) + Σ over the edges of t of γ(branch)
 * c(trunk).
 *
 * <p>Hairer, Lubich and Wanner (2006), section IX.9.1. One Lie derivative costs |t| − 1 products at the tree t, a
 * series of them |t|², where the sum over admissible cuts has up to 2^(|t|−1) terms. Exact.
 *
 * @param <E> the coefficients
 */
final class Exponential<E> {
    private final Ring<E> ring;
    private final int order;
    private final TreeTable table;
    private final List<EdgeCuts> cuts = new ArrayList<>();

    /** The single-edge cuts of a tree: branch and trunk of each, by number. */
    private record EdgeCuts(List<Integer> branches, List<Integer> trunks) {
        EdgeCuts() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(int branch, int trunk) {
            branches.add(branch);
            trunks.add(trunk);
        }
    }

    /** Lists the cuts of all trees over some colours. */
    Exponential(Ring<E> ring, Collection<Colour> colours, int order) {
        this.ring = ring;
        this.order = order;
        this.table = new TreeTable(colours, order);
        for (int number = 0; number < table.size(); number++) {
            cuts.add(edgeCuts(number));
        }
    }

    /** An edge of p∘c is an edge of p, an edge of c, or the new one. */
    private EdgeCuts edgeCuts(int number) {
        EdgeCuts result = new EdgeCuts();
        if (table.tree(number).isVertex()) {
            return result;
        }
        int rest = table.rest(number);
        int last = table.last(number);
        result.add(last, rest);
        EdgeCuts below = cuts.get(rest);
        for (int i = 0; i < below.branches().size(); i++) {
            result.add(below.branches().get(i), table.grafted(below.trunks().get(i), last));
        }
        EdgeCuts above = cuts.get(last);
        for (int i = 0; i < above.branches().size(); i++) {
            result.add(
                    above.branches().get(i), table.grafted(rest, above.trunks().get(i)));
        }
        return result;
    }

    /**
     * The field whose time-h flow is a map, tree by tree: γ(t) = a(t) − Σ_{m≥2} (L_γᵐ 1)(t)/m!, where the sum knows
     * only trees of lower order.
     */
    BSeriesField<E> logarithm(BSeriesMap<E> map) {
        List<List<E>> powers = new ArrayList<>();
        for (int m = 1; m <= order; m++) {
            powers.add(new ArrayList<>(table.size()));
        }
        List<E> field = powers.get(0);
        for (int number = 0; number < table.size(); number++) {
            E sum = map.coefficient(table.tree(number));
            Rational factor = Rational.ONE;
            for (int m = 2; m <= order; m++) {
                E power = m > table.order(number) ? ring.zero() : derivative(field, powers.get(m - 2), number);
                powers.get(m - 1).add(power);
                factor = factor.divide(Rational.of(m));
                sum = ring.add(sum, ring.scale(factor.negate(), power));
            }
            field.add(sum);
        }
        return BSeriesField.of(ring, order, table.function(field));
    }

    /** The map c after the time-h flow of γ: Σ_m L_γᵐ c / m!. */
    BSeriesMap<E> after(BSeriesField<E> flowing, BSeriesMap<E> map) {
        List<E> field = table.values(flowing::coefficient);
        List<E> power = table.values(map::coefficient);
        List<E> sum = new ArrayList<>(power);
        Rational factor = Rational.ONE;
        for (int m = 1; m <= order; m++) {
            factor = factor.divide(Rational.of(m));
            List<E> next = new ArrayList<>(Collections.nCopies(table.size(), ring.zero()));
            for (int number = 0; number < table.size(); number++) {
                if (table.order(number) >= m) {
                    E derivative = derivative(field, power, number);
                    next.set(number, m == 1 ? ring.add(field.get(number), derivative) : derivative);
                    sum.set(number, ring.add(sum.get(number), ring.scale(factor, next.get(number))));
                }
            }
            power = next;
        }
        return BSeriesMap.of(ring, order, table.function(sum));
    }

    /** (L_γ c)(t) for c(∅) = 0. */
    private E derivative(List<E> field, List<E> of, int number) {
        EdgeCuts edges = cuts.get(number);
        E sum = ring.zero();
        for (int i = 0; i < edges.branches().size(); i++) {
            E branch = field.get(edges.branches().get(i));
            E trunk = of.get(edges.trunks().get(i));
            if (!branch.equals(ring.zero()) && !trunk.equals(ring.zero())) {
                sum = ring.add(sum, ring.multiply(branch, trunk));
            }
        }
        return sum;
    }
}
