package org.modeq.examples.diagonal;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.modeq.symbolic.ring.Rational;

/**
 * The limit of gradient flow on a diagonal linear network as its start goes to 0, in units ln(1/α) of time: jumps from
 * plateau to plateau, exact.
 *
 * <p>Pesme and Flammarion (2023), algorithm 1. With t = 0, β = 0, s = 0, while L′(β) ≠ 0: t grows by the least δ &gt; 0 at
 * which an sᵢ − δ ∂ᵢL with ∂ᵢL ≠ 0 is ±1; s falls by δ L′(β); β becomes the argmin of L under βᵢ ≥ 0 where sᵢ = 1, βᵢ ≤ 0 where
 * sᵢ = −1, βᵢ = 0 elsewhere. The argmin is found among the least squares on all subsets of |s| = 1: O(2ᵏk³) for k of them.
 */
final class SaddlePath {
    private static final Rational MINUS_ONE = Rational.of(-1);

    private final RationalRegression data;
    private final List<Jump> jumps = new ArrayList<>();

    /**
     * A jump.
     *
     * @param time its time, in units of ln(1/α)
     * @param signs s at this time
     * @param plateau β after it
     */
    record Jump(Rational time, List<Rational> signs, List<Rational> plateau) {
        Jump {
            signs = List.copyOf(signs);
            plateau = List.copyOf(plateau);
        }

        /** {@return as in "3/2: (0, −1, 1/4, 0)"} */
        @Override
        public String toString() {
            return time + ": ("
                    + String.join(",", plateau.stream().map(Rational::toString).toList()) + ")";
        }
    }

    private SaddlePath(RationalRegression data) {
        this.data = data;
    }

    /**
     * The jumps of the flow from 0, in order.
     *
     * @throws ArithmeticException if an argmin is not unique, as it may be with dependent columns
     */
    static List<Jump> of(RationalRegression data) {
        SaddlePath path = new SaddlePath(data);
        path.follow();
        return List.copyOf(path.jumps);
    }

    private void follow() {
        Rational time = Rational.ZERO;
        List<Rational> signs = data.origin();
        List<Rational> beta = data.origin();
        List<Rational> gradient = data.gradient(beta);
        while (gradient.stream().anyMatch(slope -> !slope.isZero())) {
            Rational duration = duration(signs, gradient);
            time = time.add(duration);
            signs = moved(signs, gradient, duration);
            beta = minimum(signs);
            gradient = data.gradient(beta);
            jumps.add(new Jump(time, signs, beta));
        }
    }

    /** min {δ &gt; 0 : sᵢ − δ ∂ᵢL = ±1 for an i with ∂ᵢL ≠ 0}. */
    private static Rational duration(List<Rational> signs, List<Rational> gradient) {
        return IntStream.range(0, signs.size())
                .filter(i -> !gradient.get(i).isZero())
                .mapToObj(i -> {
                    Rational goal = gradient.get(i).signum() > 0 ? MINUS_ONE : Rational.ONE;
                    return signs.get(i).subtract(goal).divide(gradient.get(i));
                })
                .filter(duration -> duration.signum() > 0)
                .min(Rational::compareTo)
                .orElseThrow();
    }

    private static List<Rational> moved(List<Rational> signs, List<Rational> gradient, Rational duration) {
        return IntStream.range(0, signs.size())
                .mapToObj(i -> signs.get(i).subtract(duration.multiply(gradient.get(i))))
                .toList();
    }

    private List<Rational> minimum(List<Rational> signs) {
        List<Integer> free = IntStream.range(0, signs.size())
                .filter(i -> signs.get(i).abs().equals(Rational.ONE))
                .boxed()
                .toList();
        List<List<Rational>> minima = IntStream.range(0, 1 << free.size())
                .mapToObj(subset -> chosen(free, subset))
                .flatMap(support -> data.leastSquares(support).stream())
                .filter(beta -> isMinimum(beta, signs, free))
                .distinct()
                .toList();
        if (minima.size() != 1) {
            throw new ArithmeticException("the argmin at s = " + signs + " is one of " + minima
                    + ", expected exactly one; draw an X without proportional or dependent columns");
        }
        return minima.get(0);
    }

    private static SortedSet<Integer> chosen(List<Integer> free, int subset) {
        SortedSet<Integer> support = new TreeSet<>();
        for (int k = 0; k < free.size(); k++) {
            if ((subset >> k & 1) == 1) {
                support.add(free.get(k));
            }
        }
        return support;
    }

    /** The conditions of Karush, Kuhn and Tucker: sᵢβᵢ ≥ 0, sᵢ∂ᵢL ≥ 0, and one of them is 0. */
    private boolean isMinimum(List<Rational> beta, List<Rational> signs, List<Integer> free) {
        List<Rational> gradient = data.gradient(beta);
        return free.stream().allMatch(i -> {
            int value = beta.get(i).signum() * signs.get(i).signum();
            int slope = gradient.get(i).signum() * signs.get(i).signum();
            return value >= 0 && slope >= 0 && value * slope == 0;
        });
    }
}
