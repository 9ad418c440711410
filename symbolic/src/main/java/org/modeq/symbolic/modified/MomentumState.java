package org.modeq.symbolic.modified;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.modeq.symbolic.method.NearestWord;
import org.modeq.symbolic.method.ParameterSource;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.series.BSeriesMap;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;

/**
 * The state (θ, v) of an optimizer with momentum after some steps on tasks, each step with the field of its own task,
 * <pre>
 *   v ← βv + w f_A(θ),    θ ← θ + hv,                                      w = 1 − β: an average; w = 1: heavy ball.
 * </pre>
 * Both are series in h at the state before the first step, over coloured trees in which the leaf v stands for its velocity:
 * θ + Σ h^|t|/σ(t) a(t) F(t) and Σ h^(|t|−1)/σ(t) b(t) F(t), F of the leaf v being v itself. Nothing is left out: no slow manifold.
 *
 * @param beta β
 * @param weight w
 * @param position θ
 * @param velocity v
 * @param <E> the coefficients
 */
public record MomentumState<E>(E beta, E weight, BSeriesMap<E> position, BSeriesField<E> velocity) {
    private static final String BETA = "beta";

    /** The leaf that stands for the velocity before the first step. */
    public static final Colour VELOCITY = new Colour("v");

    /**
     * The state before the first step.
     *
     * @param ring the ring of the coefficients
     * @param beta β
     * @param weight w
     * @param order N ≥ 1, the highest |t|
     * @param <E> the coefficients
     * @return (θ, v)
     * @throws IllegalArgumentException if N &lt; 1
     */
    public static <E> MomentumState<E> start(Ring<E> ring, E beta, E weight, int order) {
        TreeMap<RootedTree, E> velocity = new TreeMap<>();
        velocity.put(RootedTree.vertex(VELOCITY), ring.one());
        return new MomentumState<>(
                beta, weight, BSeriesMap.of(ring, order, new TreeMap<>()), BSeriesField.of(ring, order, velocity));
    }

    /**
     * The state before the first step of a momentum by its name.
     *
     * @param momentum {@code ema} for w = 1 − β, {@code heavy-ball} for w = 1, {@code none} for β = 0 and w = 1
     * @param given the value of beta, or nothing for a symbol
     * @param order N ≥ 1, the highest |t|
     * @return (θ, v)
     * @throws IllegalArgumentException if there is no such momentum, another parameter is given, or N &lt; 1
     */
    public static MomentumState<?> named(String momentum, SortedMap<String, Rational> given, int order) {
        List<String> known = List.of("ema", "heavy-ball", "none");
        if (!known.contains(momentum)) {
            throw new IllegalArgumentException("given the momentum '" + momentum
                    + "', expected ema for averages of gradients, heavy-ball for sums of them, or none"
                    + NearestWord.hint(momentum, known));
        }
        boolean hasMomentum = !momentum.equals("none");
        List<String> names = hasMomentum ? List.of(BETA) : List.of();
        return ParameterSource.build(momentum, names, given, List.of(), new ParameterSource.Recipe<>() {
            @Override
            public <E> MomentumState<?> build(ParameterSource<E> parameters) {
                Ring<E> ring = parameters.ring();
                E beta = hasMomentum ? parameters.value(BETA) : ring.zero();
                E weight = momentum.equals("ema") ? ring.add(ring.one(), ring.negate(beta)) : ring.one();
                return start(ring, beta, weight, order);
            }
        });
    }

    /**
     * The state after one more step.
     *
     * <p>Exact; one product for each child of every tree over the tasks so far and v.
     *
     * @param task A, the field of the step; any colour but that of v
     * @return (θ, v)
     * @throws IllegalArgumentException if the task is called v
     */
    public MomentumState<E> step(Colour task) {
        if (task.equals(VELOCITY)) {
            throw new IllegalArgumentException(
                    "given the task v, expected another name: v is the velocity before the first step");
        }
        Ring<E> ring = position.ring();
        TreeMap<RootedTree, E> v = new TreeMap<>();
        velocity.nonzero().forEach((tree, value) -> v.put(tree, ring.multiply(beta, value)));
        SortedSet<Colour> colours = new TreeSet<>(position.colours());
        colours.addAll(List.of(task, VELOCITY));
        for (RootedTree tree : TreeEnumeration.over(new ArrayList<>(colours)).upToOrder(position.truncationOrder())) {
            if (tree.colour().equals(task)) {
                v.merge(tree, ring.multiply(weight, slope(tree)), ring::add);
            }
        }
        TreeMap<RootedTree, E> theta = new TreeMap<>(position.nonzero());
        v.forEach((tree, value) -> theta.merge(tree, value, ring::add));
        int order = position.truncationOrder();
        return new MomentumState<>(beta, weight, BSeriesMap.of(ring, order, theta), BSeriesField.of(ring, order, v));
    }

    /** The coefficient of the tree in f(θ): that of each child in θ. */
    private E slope(RootedTree tree) {
        E product = position.ring().one();
        for (RootedTree child : tree.children()) {
            product = position.ring().multiply(product, position.coefficient(child));
        }
        return product;
    }

    /**
     * What the order of two steps changes: the state after A, then B, minus the state after B, then A.
     *
     * <p>δθ = hβw(A − B) + O(h²) and δv = −w(1 − β)(A − B) + O(h); without momentum δθ = h²[A, B] + O(h³).
     *
     * @param first A
     * @param second B
     * @return δθ = Σ h^|t|/σ(t) a(t) F(t) and δv = Σ h^(|t|−1)/σ(t) b(t) F(t)
     * @throws IllegalArgumentException if a task is called v
     */
    public Swap<E> swap(Colour first, Colour second) {
        MomentumState<E> forward = step(first).step(second);
        MomentumState<E> backward = step(second).step(first);
        Ring<E> ring = position.ring();
        E minus = ring.negate(ring.one());
        int order = position.truncationOrder();
        TreeMap<RootedTree, E> theta = new TreeMap<>(forward.position.nonzero());
        backward.position.nonzero().forEach((tree, value) -> theta.merge(tree, ring.multiply(minus, value), ring::add));
        return new Swap<>(
                first,
                second,
                beta,
                weight,
                BSeriesField.of(ring, order, theta),
                forward.velocity.add(backward.velocity.scaled(minus)));
    }

    /**
     * The order defect of two steps.
     *
     * @param first A
     * @param second B
     * @param beta β
     * @param weight w
     * @param position a(t) of δθ, with h^|t|
     * @param velocity b(t) of δv, with h^(|t|−1)
     * @param <E> the coefficients
     */
    public record Swap<E>(
            Colour first, Colour second, E beta, E weight, BSeriesField<E> position, BSeriesField<E> velocity) {}
}
