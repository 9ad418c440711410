package org.modeq.symbolic.circuit;

import java.util.List;
import org.modeq.symbolic.modified.FieldEquation.Summary;
import org.modeq.symbolic.modified.FieldEquation.Term;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.RootedTree;

/**
 * The modified equation of an adaptive method after its transient, θ̇ = Σ h^(|t|−1) b(t)/σ(t) F(t), with coefficients in its
 * decay rates β.
 *
 * @param <E> the coefficients: rationals, or fractions in the β that were left as symbols
 */
public final class AdaptiveEquation<E> {
    private final AdaptiveMethod method;
    private final CircuitEquation<E> equation;

    private AdaptiveEquation(AdaptiveMethod method, CircuitEquation<E> equation) {
        this.method = method;
        this.equation = equation;
    }

    /**
     * Derives the equation: over ℚ if every β is given, over fractions in the others if not.
     *
     * @param method the optimizer
     * @param order N ≥ 1, the highest |t|
     * @return the equation
     * @throws IllegalArgumentException if N &lt; 1 or the trees up to order N do not fit into memory
     */
    public static AdaptiveEquation<?> of(AdaptiveMethod method, int order) {
        return wrapped(method, CircuitEquation.of(method.circuit(), method.memories(), method.given(), order));
    }

    private static <E> AdaptiveEquation<E> wrapped(AdaptiveMethod method, CircuitEquation<E> equation) {
        return new AdaptiveEquation<>(method, equation);
    }

    /**
     * Derives the equation of a method whose decay rates are numbers.
     *
     * @param method the optimizer
     * @param order N ≥ 1, the highest |t|
     * @return the equation
     * @throws IllegalArgumentException if a β is a symbol, N &lt; 1 or the trees do not fit into memory
     */
    public static AdaptiveEquation<Rational> rational(AdaptiveMethod method, int order) {
        List<String> symbols = method.memories().stream()
                .map(Memory::beta)
                .filter(beta -> !method.given().containsKey(beta))
                .toList();
        if (!symbols.isEmpty()) {
            throw new IllegalArgumentException("given " + method.name() + " with the symbols " + symbols
                    + ", expected numbers for them; add --param NAME=VALUE");
        }
        CircuitSeries series = CircuitSeries.of(method.circuit(), order);
        return new AdaptiveEquation<>(method, CircuitEquation.rational(method.memories(), method.given(), series));
    }

    /** {@return the optimizer} */
    public AdaptiveMethod method() {
        return method;
    }

    /** {@return the series with its coefficients in the mean ages τ} */
    public CircuitSeries series() {
        return equation.series();
    }

    /** {@return the ring of the coefficients} */
    public Ring<E> ring() {
        return equation.ring();
    }

    /** {@return N, the highest |t|} */
    public int order() {
        return equation.order();
    }

    /**
     * The coefficient b(t) in the decay rates.
     *
     * @param tree t
     * @return b(t)
     * @throws IllegalArgumentException if the tree is not of this method
     * @throws java.util.NoSuchElementException if its order is above N
     */
    public E coefficient(RootedTree tree) {
        return equation.coefficient(tree);
    }

    /**
     * The terms of one power of h, in canonical order of the trees.
     *
     * @param power p with 0 ≤ p &lt; N
     * @return the terms h^p · b/σ · F(t)
     */
    public List<Term<E>> terms(int power) {
        return equation.terms(power);
    }

    /**
     * Every term, powers of h rising.
     *
     * @return the terms of all powers
     */
    public List<Term<E>> terms() {
        return equation.terms();
    }

    /**
     * The numbers of each order: how many trees, how many with b ≠ 0, Σ b and, for rational coefficients, Σ |b|.
     *
     * @return one line for each order
     */
    public List<Summary> summary() {
        return equation.summary();
    }
}
