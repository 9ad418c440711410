package org.modeq.symbolic.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.method.NearestWord;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.RootedTree;

/**
 * The stochastic differential equation with the generator of SGD, as far as there is one:
 * <pre>
 *   dX = B(X) dt + √h Σ_b C_b(X) dW_b     (Itô),     𝓛φ = φ′(B) + h/2 Σ_b φ″(C_b, C_b),
 * </pre>
 * with noise columns σ_b, Σ_b σ_bσ_bᵀ = 𝔼 d dᵀ. B is the part of the centred generator on single trees; C_b is read off the
 * forests of two trees that share one block, one of them a single vertex: ½(σ + hc)⊗(σ + hc) has σ⊗hc with the coefficient of c.
 * What is left are the forests of three and more trees: a generator of finite order above two belongs to no Markov process (Pawula).
 * The first of them is the third cumulant, at h²; without it, at h³ the fourth cumulant and, even for normal noise, the symmetrised
 * −1/4 Σ^{kl} ∂_l Σ^{ij} ∂_i∂_j∂_k, the forest {@code a a[b] b}.
 *
 * <p>In Stratonovich's sense the drift is B − h/2 Σ_b C_b′C_b.
 *
 * <p>Li, Tai and E (2017) to weak order 2.
 *
 * @param order N: the generator to h^(N−1)
 * @param noise what is known of d
 * @param drift B: coefficients of centred trees, σ divided out
 * @param columns C: coefficients of centred trees in which the letter a stands for σ_b
 * @param rest what of the generator to this order no such equation carries: coefficients of centred forests
 * @param obstacle the first that no such equation carries, of whatever order: coefficients of forests of one power of h
 */
public record ModifiedSde(
        int order,
        Noise noise,
        SortedMap<Pattern, Rational> drift,
        SortedMap<Pattern, Rational> columns,
        SortedMap<Pattern, Rational> rest,
        SortedMap<Pattern, Rational> obstacle) {
    private static final int HIGHEST_ORDER = 3;

    /** The sense of a stochastic integral. */
    public enum Calculus {
        /** Itô's: the noise does not move the mean. */
        ITO,
        /** Stratonovich's: the usual chain rule. */
        STRATONOVICH;

        /**
         * Reads the name of a calculus.
         *
         * @param name {@code ito} or {@code stratonovich}
         * @return the calculus
         * @throws IllegalArgumentException if it is neither
         */
        public static Calculus parse(String name) {
            for (Calculus calculus : values()) {
                if (calculus.toString().equals(name)) {
                    return calculus;
                }
            }
            throw new IllegalArgumentException("given --calculus " + name + ", expected ito or stratonovich"
                    + NearestWord.hint(name, List.of("ito", "stratonovich")));
        }

        /** {@return the name, as options have it} */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The equation of SGD on batches.
     *
     * @param order N, 1 to 3; 2 is weak order 2
     * @return the equation, and what it lacks
     * @throws IllegalArgumentException if the order is out of range
     */
    public static ModifiedSde of(int order) {
        return of(order, Noise.BATCHES);
    }

    /**
     * The equation of gradient descent with noise.
     *
     * @param order N, 1 to 3; 2 is weak order 2, 3 is weak order 3 if the third cumulant vanishes
     * @param noise what is known of the noise
     * @return the equation, and what it lacks
     * @throws IllegalArgumentException if the order is out of range: beyond it a diffusion has to be taken apart into columns by
     *     hand, and there is none in general
     */
    public static ModifiedSde of(int order, Noise noise) {
        if (order < 1 || order > HIGHEST_ORDER) {
            throw new IllegalArgumentException("given the order " + order
                    + " of a stochastic differential equation, expected 1 to 3; --as generator has every order");
        }
        SortedMap<Pattern, Rational> drift = new TreeMap<>();
        SortedMap<Pattern, Rational> columns = new TreeMap<>();
        SortedMap<Pattern, Rational> rest = new TreeMap<>();
        weights(order, noise).forEach((pattern, coefficient) -> {
            List<RootedTree> trees = pattern.trees();
            if (trees.size() == 1) {
                drift.put(pattern, coefficient);
            } else if (trees.size() == 2 && pattern.blockSizes().equals(List.of(2))) {
                RootedTree other = trees.get(0).isVertex() ? trees.get(1) : trees.get(0);
                boolean isItself = other.isVertex();
                columns.put(Pattern.of(List.of(other)), isItself ? Rational.ONE : coefficient);
            } else {
                rest.put(pattern, coefficient);
            }
        });
        return new ModifiedSde(order, noise, drift, columns, rest, obstacle(noise));
    }

    /** The generator, σ divided out, without zeros. */
    private static SortedMap<Pattern, Rational> weights(int order, Noise noise) {
        SortedMap<Pattern, Rational> weights = new TreeMap<>();
        for (PatternSeries.Term term : SamplingGenerator.centred(order, noise).terms()) {
            if (!term.b().isZero()) {
                weights.put(term.pattern(), term.coefficient().coefficient(0));
            }
        }
        return weights;
    }

    /** The forests of three trees and more at the lowest power of h that has them: h² with a third cumulant, else h³. */
    private static SortedMap<Pattern, Rational> obstacle(Noise noise) {
        int order = noise.factor(3).isZero() ? 4 : 3;
        SortedMap<Pattern, Rational> forests = weights(order, noise);
        forests.keySet().removeIf(forest -> forest.trees().size() < 3 || forest.order() != order);
        return forests;
    }

    /**
     * The drift in one sense or the other.
     *
     * @param calculus the sense
     * @return B, or B − h/2 Σ_b C_b′C_b to the order N: coefficients of centred trees, σ divided out
     */
    public SortedMap<Pattern, Rational> drift(Calculus calculus) {
        SortedMap<Pattern, Rational> sum = new TreeMap<>(drift);
        if (calculus == Calculus.STRATONOVICH) {
            forEachPairOfColumns((first, second, product) -> {
                for (RootedTree derived : first.tree().preLieProduct(second.tree())) {
                    Rational half = product.divide(Rational.of(-2));
                    sum.merge(Pattern.of(List.of(derived)), half, Rational::add);
                }
            });
            sum.values().removeIf(Rational::isZero);
        }
        return sum;
    }

    private interface PairOfColumns {
        void accept(Pattern first, Pattern second, Rational product);
    }

    /** All pairs that meet within the order, with the products of their coefficients. */
    private void forEachPairOfColumns(PairOfColumns action) {
        columns.forEach((first, c) -> columns.forEach((second, d) -> {
            if (first.order() + second.order() <= order) {
                action.accept(first, second, c.multiply(d));
            }
        }));
    }

    /**
     * The generator of this equation, by squaring the columns.
     *
     * @return coefficients of centred forests to order N, without the rest
     */
    SortedMap<Pattern, Rational> generator() {
        SortedMap<Pattern, Rational> forests = new TreeMap<>(drift);
        forEachPairOfColumns((first, second, product) -> {
            List<RootedTree> trees = new ArrayList<>(first.trees());
            trees.addAll(second.trees());
            forests.merge(Pattern.of(trees), product.divide(Rational.of(2)), Rational::add);
        });
        return forests;
    }
}
