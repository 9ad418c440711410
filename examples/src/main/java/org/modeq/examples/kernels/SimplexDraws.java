package org.modeq.examples.kernels;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.modeq.numeric.model.RandomStream;
import org.modeq.symbolic.ring.Rational;

/**
 * Weights p of three kernels, uniform on the simplex p₁ + p₂ + p₃ = 1, pᵢ ≥ 0 (Dirichlet's distribution with parameters 1, 1, 1):
 * <pre>
 *   𝔼 p₁^a p₂^b p₃^c = 2! a! b! c! / (2 + a + b + c)!
 * </pre>
 */
final class SimplexDraws {
    /** k, the number of kernels. */
    static final int KERNELS = 3;

    private SimplexDraws() {}

    /** A point of a rule, mean over draws ≈ Σ weight · value at p. */
    static final class Node {
        private final double weight;
        private final double[] p;

        private Node(double weight, double... p) {
            this.weight = weight;
            this.p = p;
        }

        double weight() {
            return weight;
        }

        /** The weights of the kernels; a copy. */
        double[] p() {
            return p.clone();
        }
    }

    /** 𝔼 p^a = 2! a! / (2 + |a|)!, exact. */
    static Rational moment(int... exponents) {
        BigInteger numerator = factorial(KERNELS - 1);
        int total = KERNELS - 1;
        for (int exponent : exponents) {
            numerator = numerator.multiply(factorial(exponent));
            total += exponent;
        }
        return Rational.of(numerator, factorial(total));
    }

    /** The same for independent weights, each uniform between 0 and 1: not the law of these draws, but one to compare it with. */
    static Rational momentOfCube(int... exponents) {
        Rational product = Rational.ONE;
        for (int exponent : exponents) {
            product = product.multiply(Rational.of(1, exponent + 1));
        }
        return product;
    }

    private static BigInteger factorial(int n) {
        BigInteger product = BigInteger.ONE;
        for (int i = 2; i <= n; i++) {
            product = product.multiply(BigInteger.valueOf(i));
        }
        return product;
    }

    /** One draw: the three pieces into which two uniform points cut the unit interval. */
    static double[] draw(RandomStream stream) {
        double u = stream.uniform();
        double v = stream.uniform();
        return new double[] {Math.min(u, v), Math.abs(u - v), 1 - Math.max(u, v)};
    }

    /** Radon's rule of seven points, exact for polynomials in p to degree 5. */
    static List<Node> rule() {
        List<Node> nodes = new ArrayList<>();
        nodes.add(new Node(9.0 / 40, 1.0 / 3, 1.0 / 3, 1.0 / 3));
        for (int sign : new int[] {-1, 1}) {
            double weight = (155 + sign * Math.sqrt(15)) / 1200;
            double twice = (6 + sign * Math.sqrt(15)) / 21;
            for (int corner = 0; corner < KERNELS; corner++) {
                double[] p = {twice, twice, twice};
                p[corner] = 1 - 2 * twice;
                nodes.add(new Node(weight, p));
            }
        }
        return nodes;
    }

    /**
     * Equally likely draws with the moments of p to degree 3, as rationals: each corner three times, each middle of an edge eight
     * times, the centre twenty-seven times.
     */
    static List<List<Rational>> sixtyDraws() {
        List<List<Rational>> draws = new ArrayList<>();
        for (int i = 0; i < KERNELS; i++) {
            int corner = i;
            addTimes(3, draws, j -> Rational.of(j == corner ? 1 : 0));
            addTimes(8, draws, j -> j == corner ? Rational.ZERO : Rational.of(1, 2));
        }
        addTimes(27, draws, j -> Rational.of(1, 3));
        return draws;
    }

    private static void addTimes(int times, List<List<Rational>> draws, IntFunction<Rational> weight) {
        for (int n = 0; n < times; n++) {
            draws.add(List.of(weight.apply(0), weight.apply(1), weight.apply(2)));
        }
    }
}
