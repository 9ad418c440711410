package org.modeq.symbolic.series;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import org.modeq.symbolic.ring.ParameterFraction;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.ring.ParameterRing;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Rationals;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;

/** Series with small random coefficients from a fixed seed, over a ring with a rule that draws an element. */
record SeriesSamples<E>(Ring<E> ring, Function<SplittableRandom, E> draw) {
    /** Samples over ℚ. */
    static SeriesSamples<Rational> rational() {
        return new SeriesSamples<>(Rationals.RATIONALS, SeriesSamples::number);
    }

    /** Samples over ℚ[β][1/(1 − β)]. */
    static SeriesSamples<ParameterFraction> symbolic() {
        ParameterPolynomial slope = ParameterPolynomial.ONE.subtract(ParameterPolynomial.parameter("beta"));
        ParameterRing ring = ParameterRing.of(List.of(slope));
        ParameterFraction inverse = ring.reciprocal(ring.of(slope));
        ParameterFraction beta = ring.parameter("beta");
        return new SeriesSamples<>(ring, random -> {
            ParameterFraction sum = ring.add(ring.of(number(random)), ring.scale(number(random), beta));
            return random.nextBoolean() ? ring.multiply(sum, inverse) : sum;
        });
    }

    private static Rational number(SplittableRandom random) {
        return Rational.of(random.nextInt(-4, 5), random.nextInt(1, 4));
    }

    BSeriesMap<E> map(long seed, Collection<Colour> colours, int order) {
        return BSeriesMap.of(ring, order, coefficients(seed, colours, order));
    }

    BSeriesField<E> field(long seed, Collection<Colour> colours, int order) {
        return BSeriesField.of(ring, order, coefficients(seed, colours, order));
    }

    private SortedMap<RootedTree, E> coefficients(long seed, Collection<Colour> colours, int order) {
        SplittableRandom random = new SplittableRandom(seed);
        SortedMap<RootedTree, E> coefficients = new TreeMap<>();
        TreeEnumeration.over(colours).upToOrder(order).forEach(tree -> coefficients.put(tree, draw.apply(random)));
        return coefficients;
    }
}
