package org.modeq.symbolic.pattern;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.BlockedForest;

/**
 * A series over patterns, Σ h^(|t|−1) b(t)/σ(t) · G(t), known to an order; immutable.
 *
 * @param order N, the highest |t|
 * @param isCentred whether its patterns are in the mean field and central moments
 * @param coefficients b by pattern, polynomials in the number m of batches: zeros are among them
 */
public record PatternSeries(int order, boolean isCentred, SortedMap<Pattern, Polynomial> coefficients) {
    /**
     * A series.
     *
     * @param order N
     * @param isCentred whether it is in the mean field and central moments
     * @param coefficients b by pattern
     */
    public PatternSeries {
        coefficients = Collections.unmodifiableSortedMap(new TreeMap<>(coefficients));
    }

    /** A series over trees, given the coefficient of every partition. */
    static PatternSeries ofTrees(int order, Function<BlockedForest, Polynomial> coefficient) {
        SortedMap<Pattern, Polynomial> coefficients = new TreeMap<>();
        for (int n = 1; n <= order; n++) {
            for (Pattern pattern : PatternEnumeration.trees(n, false)) {
                coefficients.put(pattern, coefficient.apply(pattern.blocked()));
            }
        }
        return new PatternSeries(order, false, coefficients);
    }

    /**
     * One term.
     *
     * @param power of h
     * @param pattern t
     * @param b b(t)
     * @param symmetry σ(t)
     */
    public record Term(int power, Pattern pattern, Polynomial b, BigInteger symmetry) {
        /** {@return b(t)/σ(t)} */
        public Polynomial coefficient() {
            return b.multiply(Polynomial.constant(Rational.of(BigInteger.ONE, symmetry)));
        }
    }

    /** {@return every term, also those whose coefficient is 0: powers of h rising, then patterns in canonical order} */
    public List<Term> terms() {
        return coefficients.entrySet().stream()
                .map(entry -> new Term(
                        entry.getKey().order() - 1,
                        entry.getKey(),
                        entry.getValue(),
                        entry.getKey().symmetry()))
                .toList();
    }

    /**
     * The coefficient of a pattern.
     *
     * @param pattern as {@code a[a,b]}
     * @return b
     * @throws IllegalArgumentException if the series does not know this pattern
     */
    public Polynomial coefficient(String pattern) {
        Polynomial known = coefficients.get(Pattern.parse(pattern));
        if (known == null) {
            throw new IllegalArgumentException("given the pattern " + pattern + ", expected one of order up to " + order
                    + (isCentred ? " with blocks of at least two vertices" : ""));
        }
        return known;
    }
}
