package org.modeq.symbolic.modified;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.modeq.symbolic.display.Display;
import org.modeq.symbolic.method.CoefficientTotals;
import org.modeq.symbolic.method.EulerCoefficients;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.RungeKutta;
import org.modeq.symbolic.method.RungeKuttaCoefficients;
import org.modeq.symbolic.method.StepPolynomial;
import org.modeq.symbolic.method.StepRecurrence;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Rationals;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;

/**
 * The modified equation of a method up to an order: \(\dot\theta = f_1 + h f_2 + \dots + h^{N-1} f_N\).
 *
 * @param method the optimizer
 * @param field the modified vector field, known to order N
 * @param <E> the coefficients
 */
public record ModifiedEquation<E>(Method<E> method, BSeriesField<E> field) implements FieldEquation<E> {
    /** Bytes of one tree with its coefficient, and of one rational of a stored solution; measured, rounded up. */
    private static final long BYTES_PER_TREE = 600;

    private static final long BYTES_PER_VALUE = 40;

    /**
     * Derives the modified equation by the step-polynomial method.
     *
     * <p>b(t) = ∂P(t; n)/∂n at n = 0, P solved tree by tree. Exact; cost per tree: one step of the method's recurrence and
     * N²/2 subtractions. Trees of order N are dropped as soon as their coefficient is known.
     *
     * @param method the optimizer
     * @param order N ≥ 1, the highest |t|
     * @param <E> the coefficients
     * @return the equation
     * @throws IllegalArgumentException if N &lt; 1 or the trees up to order N do not fit into memory
     */
    public static <E> ModifiedEquation<E> of(Method<E> method, int order) {
        requireThatItFits(method, order, Runtime.getRuntime().maxMemory());
        SortedMap<RootedTree, E> coefficients = solve(method, order, StepPolynomial::linearCoefficient);
        return new ModifiedEquation<>(method, BSeriesField.of(method.ring(), order, coefficients));
    }

    /**
     * The step polynomials P(t; n): the n-th iterate is θ₀ + Σ_t h^|t|/σ(t) · P(t; n) F(t)(θ₀).
     *
     * <p>Exact; cost per tree: one step of the method's recurrence and N²/2 operations.
     *
     * @param method the optimizer
     * @param order N ≥ 1, the highest |t|
     * @param <E> the coefficients
     * @return P by tree, each as the coefficients of 1, n, n², …, nᴺ; b(t) is that of n
     * @throws IllegalArgumentException if N &lt; 1 or the trees up to order N do not fit into memory
     */
    public static <E> SortedMap<RootedTree, List<E>> iterates(Method<E> method, int order) {
        requireThatItFits(method, order, Runtime.getRuntime().maxMemory());
        return solve(method, order, StepPolynomial::coefficients);
    }

    /** Solves the method's recurrence on all trees and reads what is asked for off each step polynomial. */
    static <E, R> SortedMap<RootedTree, R> solve(Method<E> method, int order, Function<StepPolynomial<E>, R> reading) {
        return solve(method.recurrence(order), method, order, reading);
    }

    private static <S, E, R> SortedMap<RootedTree, R> solve(
            StepRecurrence<S, E> recurrence, Method<E> method, int order, Function<StepPolynomial<E>, R> reading) {
        TreeEnumeration trees = TreeEnumeration.over(method.fields());
        Map<RootedTree, S> solutions = new HashMap<>();
        SortedMap<RootedTree, R> coefficients = new TreeMap<>();
        for (int k = 1; k <= order; k++) {
            for (RootedTree tree : trees.ofOrder(k)) {
                List<S> children = tree.children().stream().map(solutions::get).toList();
                S solution = recurrence.solve(tree.colour(), children);
                coefficients.put(tree, reading.apply(recurrence.iterate(solution)));
                if (k < order) {
                    solutions.put(tree, solution);
                }
            }
        }
        return coefficients;
    }

    /** Refuses an order whose trees need more than three quarters of the given memory, naming the largest that fits. */
    static void requireThatItFits(Method<?> method, int order, long bytes) {
        if (order < 1) {
            throw new IllegalArgumentException(
                    "given order " + order + ", expected at least 1; order 2 is the first correction");
        }
        BigInteger room = BigInteger.valueOf(bytes / 4 * 3);
        BigInteger stored = BigInteger.ZERO;
        for (int k = 1; k <= order; k++) {
            BigInteger trees = TreeEnumeration.count(k, method.fields().size());
            BigInteger needed = stored.add(trees.multiply(BigInteger.valueOf(BYTES_PER_TREE)));
            if (needed.compareTo(room) > 0) {
                throw new IllegalArgumentException("order " + order + " of " + method.name() + " needs more than the "
                        + (bytes >> 20) + " MB of memory there are; the largest order that fits is " + (k - 1)
                        + " (more memory: MODEQ_JAVA_OPTS=-Xmx…)");
            }
            long perTree =
                    BYTES_PER_TREE + BYTES_PER_VALUE * method.recurrence(k + 1).valuesPerTree();
            stored = stored.add(trees.multiply(BigInteger.valueOf(perTree)));
        }
    }

    @Override
    public ModifiedEquation<E> truncated(int order) {
        return new ModifiedEquation<>(method, field.truncated(order));
    }

    @Override
    public String command() {
        return "derive";
    }

    /**
     * The numbers of each order without the equation itself. For Euler steps and Runge–Kutta methods with rational
     * weights no tree is made: {@link EulerCoefficients} and {@link RungeKuttaCoefficients} fold the coefficients as
     * they are found.
     *
     * @param method the optimizer
     * @param order N ≥ 1, the highest |t|
     * @return one line for each order
     * @throws IllegalArgumentException if N &lt; 1 or the order does not fit into memory
     */
    @SuppressWarnings("unchecked") // the ring is the field of rationals
    public static List<Summary> summary(Method<?> method, int order) {
        boolean isRational = method.ring() == Rationals.RATIONALS;
        if (isRational && method instanceof EulerSteps<?> steps) {
            return summary(EulerCoefficients.totals((EulerSteps<Rational>) steps, order));
        }
        if (isRational && method instanceof RungeKutta<?> rungeKutta) {
            return summary(RungeKuttaCoefficients.totals((RungeKutta<Rational>) rungeKutta, order));
        }
        return of(method, order).summary();
    }

    private static List<Summary> summary(List<CoefficientTotals> totals) {
        return totals.stream()
                .map(total -> new Summary(
                        total.order(),
                        total.trees(),
                        total.nonzero(),
                        total.sum().toString(),
                        Optional.of(total.absoluteSum().toString())))
                .toList();
    }

    /** {@return the formula: what {@link #toText} says between its conventions and its table} */
    @Override
    public String toString() {
        return Display.of(this).line();
    }
}
