package org.modeq.symbolic.modified;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;

/**
 * A sum Σ c_jk nʲ qᵏ with q = βⁿ: what a run with momentum from rest is in the step n; immutable.
 *
 * @param ring the coefficients, in which β and every 1 − βⁱ that is met have inverses
 * @param beta β
 * @param byPower c_0k, c_1k, … by k
 * @param <E> the coefficients
 */
record TransientSum<E>(Ring<E> ring, E beta, SortedMap<Integer, List<E>> byPower) {
    TransientSum {
        byPower = new TreeMap<>(byPower);
    }

    static <E> TransientSum<E> constant(Ring<E> ring, E beta, E value) {
        SortedMap<Integer, List<E>> byPower = new TreeMap<>();
        byPower.put(0, List.of(value));
        return new TransientSum<>(ring, beta, byPower);
    }

    private E binomial(int n, int k) {
        Rational binomial = Rational.ONE;
        for (int i = 1; i <= k; i++) {
            binomial = binomial.multiply(Rational.of(n - k + i, i));
        }
        return ring.of(binomial);
    }

    TransientSum<E> plus(E factor, TransientSum<E> other) {
        SortedMap<Integer, List<E>> sum = new TreeMap<>(byPower);
        other.byPower.forEach((k, polynomial) -> {
            List<E> scaled =
                    polynomial.stream().map(c -> ring.multiply(factor, c)).toList();
            sum.merge(k, scaled, this::add);
        });
        return new TransientSum<>(ring, beta, sum);
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
        SortedMap<Integer, List<E>> product = new TreeMap<>();
        byPower.forEach((k, p) -> other.byPower.forEach((l, r) -> {
            List<E> both = new ArrayList<>();
            for (int j = 0; j < p.size() + r.size() - 1; j++) {
                E sum = ring.zero();
                for (int i = Math.max(0, j - r.size() + 1); i <= Math.min(j, p.size() - 1); i++) {
                    sum = ring.add(sum, ring.multiply(p.get(i), r.get(j - i)));
                }
                both.add(sum);
            }
            product.merge(k + l, both, this::add);
        }));
        return new TransientSum<>(ring, beta, product);
    }

    /** The sum at n + m, m ≥ 0. */
    TransientSum<E> shifted(int m) {
        SortedMap<Integer, List<E>> shifted = new TreeMap<>();
        byPower.forEach((k, p) -> {
            E power = ring.pow(beta, m * k);
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
        return new TransientSum<>(ring, beta, shifted);
    }

    /** A solution P of P(n+1) − c P(n) = this, c = 1 or β; where nʲqᵏ solves the homogeneous equation the degree rises by one. */
    TransientSum<E> solved(E c) {
        SortedMap<Integer, List<E>> solution = new TreeMap<>();
        byPower.forEach((k, g) -> {
            E power = ring.pow(beta, k);
            E difference = ring.add(power, ring.negate(c));
            solution.put(k, difference.equals(ring.zero()) ? resonant(g, c) : regular(g, power, inverse(difference)));
        });
        return new TransientSum<>(ring, beta, solution);
    }

    /** (βᵏ − c) p_j = g_j − βᵏ Σ_{i>j} C(i, j) p_i, from the highest power of n down. */
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
        E q = n >= 0 ? ring.pow(beta, n) : ring.pow(inverse(beta), -n);
        E sum = ring.zero();
        for (var entry : byPower.entrySet()) {
            E polynomial = ring.zero();
            for (int j = entry.getValue().size() - 1; j >= 0; j--) {
                polynomial = ring.add(
                        ring.scale(Rational.of(n), polynomial), entry.getValue().get(j));
            }
            sum = ring.add(sum, ring.multiply(polynomial, ring.pow(q, entry.getKey())));
        }
        return sum;
    }

    /** c_jk. */
    E coefficient(int j, int k) {
        return at(byPower.getOrDefault(k, List.of()), j);
    }

    /** The sum with A + Bq added so that it is 0 at n = 0 and at n = −1. */
    TransientSum<E> fromRest() {
        E atZero = valueAt(0);
        E before = valueAt(-1);
        // A + B = −P(0) and A + B/β = −P(−1).
        E b = ring.multiply(
                ring.add(atZero, ring.negate(before)), inverse(ring.add(inverse(beta), ring.negate(ring.one()))));
        E a = ring.negate(ring.add(atZero, b));
        SortedMap<Integer, List<E>> homogeneous = new TreeMap<>();
        homogeneous.put(0, List.of(a));
        homogeneous.put(1, List.of(b));
        return plus(ring.one(), new TransientSum<>(ring, beta, homogeneous));
    }
}
