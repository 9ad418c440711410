package org.modeq.symbolic.modified;

import java.math.BigInteger;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.RootedTree;

/**
 * What of a field comes from scalars, one for each free tree, and what does not.
 *
 * @param scalars for each scalar, by the rooting at which it is written, its coefficient and symmetry; without zeros
 * @param remainder the rest
 * @param obstruction why the rest is not 0
 * @param <E> the coefficients
 */
record ScalarPart<E>(
        SortedMap<RootedTree, Scalar<E>> scalars, BSeriesField<E> remainder, Optional<Obstruction<E>> obstruction) {
    /** The mean of ±b, the sign of the rooting being +1, and σ(T). */
    record Scalar<E>(E mean, BigInteger symmetry) {
        /** b_T/σ(T). */
        E weight(Ring<E> ring) {
            return ring.scale(Rational.of(BigInteger.ONE, symmetry), mean);
        }
    }

    static <E> ScalarPart<E> of(BSeriesField<E> field, Rerooting rerooting) {
        Ring<E> ring = field.ring();
        SortedMap<RootedTree, Scalar<E>> scalars = new TreeMap<>();
        SortedMap<RootedTree, E> rest = new TreeMap<>();
        Set<RootedTree> known = new HashSet<>();
        Optional<Obstruction<E>> obstruction = Optional.empty();
        for (RootedTree tree : field.nonzero().keySet()) {
            if (known.contains(tree)) {
                continue;
            }
            RootingClass rootings = rerooting.classOf(tree);
            known.addAll(rootings.trees());
            E mean = rootings.mean(field);
            RootedTree centre = rootings.centre();
            if (!mean.equals(ring.zero())) {
                scalars.put(centre, new Scalar<>(rootings.share(centre, mean, ring), rootings.symmetry(centre)));
            }
            for (RootedTree member : rootings.trees()) {
                E share = rootings.share(member, mean, ring);
                rest.put(member, ring.add(field.coefficient(member), ring.negate(share)));
            }
            if (obstruction.isEmpty()) {
                obstruction = rootings.obstruction(field);
            }
        }
        BSeriesField<E> remainder = BSeriesField.of(ring, field.truncationOrder(), rest);
        return new ScalarPart<>(Collections.unmodifiableSortedMap(scalars), remainder, obstruction);
    }
}
