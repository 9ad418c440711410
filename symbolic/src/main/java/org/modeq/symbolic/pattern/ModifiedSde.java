package org.modeq.symbolic.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.RootedTree;

/**
 * The stochastic differential equation with the generator of SGD, as far as there is one:
 * <pre>
 *   dX = B(X) dt + √h Σ_b C_b(X) dW_b     (Itô),     𝓛φ = φ′(B) + h/2 Σ_b φ″(C_b, C_b),
 * </pre>
 * with noise columns σ_b, Σ_b σ_bσ_bᵀ = 𝔼 d dᵀ. B is the part of the centred generator on single trees; C_b is read off the
 * forests of two trees that share one block, one of them a single vertex: ½(σ + hc)⊗(σ + hc) has σ⊗hc with the coefficient of c.
 * What is left are the forests of three and more trees, the cumulants that no diffusion has, and from h³ on others.
 *
 * <p>Li, Tai and E (2017) to weak order 2.
 *
 * @param order N: the generator to h^(N−1)
 * @param drift B: coefficients of centred trees, σ divided out
 * @param columns C: coefficients of centred trees in which the letter a stands for σ_b
 * @param rest what no such equation carries: coefficients of centred forests
 */
public record ModifiedSde(
        int order,
        SortedMap<Pattern, Rational> drift,
        SortedMap<Pattern, Rational> columns,
        SortedMap<Pattern, Rational> rest) {
    /**
     * The equation of SGD.
     *
     * @param order N, 1 to 3; 2 is weak order 2
     * @return the equation, and what it lacks
     * @throws IllegalArgumentException if the order is out of range: beyond it a diffusion has to be taken apart into columns by
     *     hand, and there is none in general
     */
    public static ModifiedSde of(int order) {
        if (order < 1 || order > 3) {
            throw new IllegalArgumentException("given the order " + order
                    + " of a stochastic differential equation, expected 1 to 3; --as generator has every order");
        }
        SortedMap<Pattern, Rational> drift = new TreeMap<>();
        SortedMap<Pattern, Rational> columns = new TreeMap<>();
        SortedMap<Pattern, Rational> rest = new TreeMap<>();
        for (PatternSeries.Term term : SamplingGenerator.centred(order).terms()) {
            Rational coefficient = constant(term.coefficient());
            List<RootedTree> trees = term.pattern().trees();
            if (coefficient.isZero()) {
                continue;
            }
            if (trees.size() == 1) {
                drift.put(term.pattern(), coefficient);
            } else if (trees.size() == 2 && term.pattern().blocks() == 1 && deviations(trees) == 2) {
                RootedTree other = trees.get(0).isVertex() ? trees.get(1) : trees.get(0);
                boolean isItself = other.isVertex();
                columns.put(Pattern.of(List.of(other)), isItself ? Rational.ONE : coefficient);
            } else {
                rest.put(term.pattern(), coefficient);
            }
        }
        return new ModifiedSde(order, drift, columns, rest);
    }

    private static Rational constant(Polynomial polynomial) {
        return polynomial.coefficient(0);
    }

    private static int deviations(List<RootedTree> trees) {
        int count = 0;
        for (RootedTree tree : trees) {
            count += (tree.colour().equals(Pattern.MEAN) ? 0 : 1) + deviations(tree.children());
        }
        return count;
    }

    /**
     * The generator of this equation, by squaring the columns.
     *
     * @return coefficients of centred forests to order N, without the rest
     */
    SortedMap<Pattern, Rational> generator() {
        SortedMap<Pattern, Rational> forests = new TreeMap<>(drift);
        for (Pattern first : columns.keySet()) {
            for (Pattern second : columns.keySet()) {
                if (first.order() + second.order() <= order) {
                    Rational product = Rational.of(1, 2)
                            .multiply(columns.getOrDefault(first, Rational.ZERO))
                            .multiply(columns.getOrDefault(second, Rational.ZERO));
                    List<RootedTree> trees = new ArrayList<>(first.trees());
                    trees.addAll(second.trees());
                    forests.merge(Pattern.of(trees), product, Rational::add);
                }
            }
        }
        return forests;
    }
}
