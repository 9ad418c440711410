package org.modeq.symbolic.modified;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;

/**
 * A sum Σ c_jk nʲ q^k with q^k = Π q_i^kᵢ, q_i = β_iⁿ: what a run with memory from rest is in the step n; immutable.
 *
 * @param ring the coefficients, in which the β and every difference that is met have inverses
 * @param poles β₁, β₂, …, different from each other
 * @param byPowers c_0k, c_1k, … by k = (k₁, k₂, …)
 * @param <E> the coefficients
 */
record TransientSum<E>(Ring<E> ring, List<E> poles, SortedMap<List<Integer>, List<E>> byPowers) {
    private static final Comparator<List<Integer>> BY_DEGREE = (a, b) -> {
        int degree = Integer.compare(degree(a), degree(b));
        for (int i = 0; degree == 0 && i < a.size(); i++) {
            degree = Integer.compare(b.get(i), a.get(i));
        }
        return degree;
    };

    TransientSum {
        poles = List.copyOf(poles);
        byPowers = copied(byPowers);
    }

    private static int degree(List<Integer> powers) {
        return powers.stream().mapToInt(Integer::intValue).sum();
    }

    private static <E> SortedMap<List<Integer>, List<E>> copied(Map<List<Integer>, List<E>> byPowers) {
        SortedMap<List<Integer>, List<E>> copy = new TreeMap<>(BY_DEGREE);
        copy.putAll(byPowers);
        return copy;
    }

    static <E> TransientSum<E> constant(Ring<E> ring, List<E> poles, E value) {
        return power(ring, poles, value, Collections.nCopies(poles.size(), 0));
    }

    private static <E> TransientSum<E> power(Ring<E> ring, List<E> poles, E value, List<Integer> powers) {
        SortedMap<List<Integer>, List<E>> one = new TreeMap<>(BY_DEGREE);
        one.put(powers, List.of(value));
        return new TransientSum<>(ring, poles, one);
    }

    /** The multiple c·q_i. */
    TransientSum<E> ofPole(int i, E value) {
        List<Integer> powers = new ArrayList<>(Collections.nCopies(poles.size(), 0));
        powers.set(i, 1);
        return power(ring, poles, value, powers);
    }

    /** Π β_i^kᵢ. */
    private E base(List<Integer> powers) {
        E product = ring.one();
        for (int i = 0; i < poles.size(); i++) {
            product = ring.multiply(product, ring.pow(poles.get(i), powers.get(i)));
        }
        return product;
    }

    private E binomial(int n, int k) {
        Rational binomial = Rational.ONE;
        for (int i = 1; i <= k; i++) {
            binomial = binomial.multiply(Rational.of(n - k + i, i));
        }
        return ring.of(binomial);
    }

    TransientSum<E> plus(E factor, TransientSum<E> other) {
        SortedMap<List<Integer>, List<E>> sum = copied(byPowers);
        other.byPowers.forEach((k, polynomial) -> {
            List<E> scaled =
                    polynomial.stream().map(c -> ring.multiply(factor, c)).toList();
            sum.merge(k, scaled, this::add);
        });
        return new TransientSum<>(ring, poles, sum);
    }

    private List<E> add(List<E> a, List<E> b) {
        List<E> sum = new ArrayList<>();
        for (int j = 0; j < Math.max(a.size(), b.size()); j++) {
            sum.add(ring.add(at(a, j), at(b, j)));
        }
        return sum;
    }

    private E at(List<E> polynomial, int j) {
        return j < polynomial.size() ? polynomial.get(j) : ring.zero();
    }

    TransientSum<E> multiply(TransientSum<E> other) {
        SortedMap<List<Integer>, List<E>> product = new TreeMap<>(BY_DEGREE);
        byPowers.forEach((k, p) -> other.byPowers.forEach((l, r) -> {
            List<E> both = new ArrayList<>();
            for (int j = 0; j < p.size() + r.size() - 1; j++) {
                E sum = ring.zero();
                for (int i = Math.max(0, j - r.size() + 1); i <= Math.min(j, p.size() - 1); i++) {
                    sum = ring.add(sum, ring.multiply(p.get(i), r.get(j - i)));
                }
                both.add(sum);
            }
            product.merge(sum(k, l), both, this::add);
        }));
        return new TransientSum<>(ring, poles, product);
    }

    private static List<Integer> sum(List<Integer> k, List<Integer> l) {
        List<Integer> sum = new ArrayList<>();
        for (int i = 0; i < k.size(); i++) {
            sum.add(k.get(i) + l.get(i));
        }
        return sum;
    }

    /** The sum at n + m. */
    TransientSum<E> shifted(int m) {
        SortedMap<List<Integer>, List<E>> shifted = new TreeMap<>(BY_DEGREE);
        byPowers.forEach((k, p) -> {
            E power = powerOf(base(k), m);
            List<E> moved = new ArrayList<>();
            for (int j = 0; j < p.size(); j++) {
                E sum = ring.zero();
                for (int i = j; i < p.size(); i++) {
                    E weight = ring.scale(Rational.of(m).pow(i - j), binomial(i, j));
                    sum = ring.add(sum, ring.multiply(weight, p.get(i)));
                }
                moved.add(ring.multiply(power, sum));
            }
            shifted.put(k, moved);
        });
        return new TransientSum<>(ring, poles, shifted);
    }

    private E powerOf(E base, int exponent) {
        return exponent >= 0 ? ring.pow(base, exponent) : ring.pow(inverse(base), -exponent);
    }

    /** A solution P of P(n+1) − c P(n) = this; where nʲq^k solves the homogeneous equation the degree rises by one. */
    TransientSum<E> solved(E c) {
        SortedMap<List<Integer>, List<E>> solution = new TreeMap<>(BY_DEGREE);
        byPowers.forEach((k, g) -> {
            E power = base(k);
            E difference = ring.add(power, ring.negate(c));
            solution.put(k, difference.equals(ring.zero()) ? resonant(g, c) : regular(g, power, inverse(difference)));
        });
        return new TransientSum<>(ring, poles, solution);
    }

    /** (β^k − c) p_j = g_j − β^k Σ_{i>j} C(i, j) p_i, from the highest power of n down. */
    private List<E> regular(List<E> g, E power, E inverse) {
        List<E> p = new ArrayList<>(g);
        for (int j = g.size() - 1; j >= 0; j--) {
            E rest = g.get(j);
            for (int i = j + 1; i < g.size(); i++) {
                rest = ring.add(rest, ring.negate(ring.multiply(power, ring.multiply(binomial(i, j), p.get(i)))));
            }
            p.set(j, ring.multiply(inverse, rest));
        }
        return p;
    }

    /** c (j+1) p_{j+1} = g_j − c Σ_{i>j+1} C(i, j) p_i, p_0 = 0. */
    private List<E> resonant(List<E> g, E c) {
        E inverse = inverse(c);
        List<E> p = new ArrayList<>(List.of(ring.zero()));
        g.forEach(coefficient -> p.add(ring.zero()));
        for (int j = g.size() - 1; j >= 0; j--) {
            E rest = ring.multiply(inverse, g.get(j));
            for (int i = j + 2; i < p.size(); i++) {
                rest = ring.add(rest, ring.negate(ring.multiply(binomial(i, j), p.get(i))));
            }
            p.set(j + 1, ring.scale(Rational.of(1, j + 1), rest));
        }
        return p;
    }

    private E inverse(E element) {
        return ring.inverse(element)
                .orElseThrow(() -> new IllegalArgumentException("given β as a symbol, and " + element
                        + " has no inverse to this order; expected a number, as in --param beta=9/10"));
    }

    /** The value at a whole n, which may be negative. */
    E valueAt(int n) {
        E sum = ring.zero();
        for (var entry : byPowers.entrySet()) {
            E polynomial = ring.zero();
            for (int j = entry.getValue().size() - 1; j >= 0; j--) {
                polynomial = ring.add(
                        ring.scale(Rational.of(n), polynomial), entry.getValue().get(j));
            }
            sum = ring.add(sum, ring.multiply(polynomial, powerOf(base(entry.getKey()), n)));
        }
        return sum;
    }

    /** c_jk, q^k the power k of a single pole or, for k = 0, of any. */
    E coefficient(int j, int k) {
        List<Integer> powers = new ArrayList<>(Collections.nCopies(poles.size(), 0));
        if (k > 0) {
            powers.set(0, k);
        }
        return at(byPowers.getOrDefault(powers, List.of()), j);
    }

    /** w with w(n) = β_i w(n−1) + this(n) and w(−1) = 0. */
    TransientSum<E> remembered(int i) {
        E beta = poles.get(i);
        TransientSum<E> particular = shifted(1).solved(beta);
        E before = ring.multiply(beta, particular.valueAt(-1));
        return particular.plus(ring.negate(ring.one()), ofPole(i, before));
    }

    /** The strict sum: P with P(n+1) − P(n) = this(n) and P(0) = 0. */
    TransientSum<E> summed() {
        TransientSum<E> particular = solved(ring.one());
        return particular.plus(ring.negate(ring.one()), constant(ring, poles, particular.valueAt(0)));
    }
}
