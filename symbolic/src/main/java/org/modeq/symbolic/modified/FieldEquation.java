package org.modeq.symbolic.modified;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.modeq.symbolic.display.Displayable;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;

/**
 * A field that belongs to a method, as a series over trees up to an order N: the field that the method follows
 * ({@link ModifiedEquation}), or the one to feed it with ({@link ModifyingEquation}).
 *
 * @param <E> the coefficients
 */
public sealed interface FieldEquation<E> extends Displayable permits ModifiedEquation, ModifyingEquation {
    /** {@return the optimizer} */
    Method<E> method();

    /** {@return the field, known to order N} */
    BSeriesField<E> field();

    /** {@return the command that derives it: {@code derive} or {@code modifying}} */
    String command();

    /** {@return N, the highest order |t| of a tree} */
    default int order() {
        return field().truncationOrder();
    }

    /**
     * The same equation cut off at a lower order.
     *
     * @param order n, 1 ≤ n ≤ N
     * @return the terms with |t| ≤ n
     * @throws IllegalArgumentException if n &lt; 1 or n &gt; N
     */
    FieldEquation<E> truncated(int order);

    /**
     * Every term of one power of h, also those whose coefficient is zero, in canonical order of the trees.
     *
     * @param power p with 0 ≤ p &lt; N; the trees have order p + 1
     * @return the terms
     */
    default List<Term<E>> terms(int power) {
        return TreeEnumeration.over(method().fields()).ofOrder(power + 1).stream()
                .map(tree -> Term.of(field(), tree))
                .toList();
    }

    /**
     * Every term, also those whose coefficient is zero: powers of h rising, then trees in canonical order.
     *
     * @return the terms of all powers
     */
    default List<Term<E>> terms() {
        return IntStream.range(0, order())
                .boxed()
                .flatMap(power -> terms(power).stream())
                .toList();
    }

    /**
     * The numbers of each order: how many trees, how many with b ≠ 0, Σ b and, for rational coefficients, Σ |b|.
     *
     * @return one line for each order
     */
    default List<Summary> summary() {
        return IntStream.rangeClosed(1, order())
                .mapToObj(order -> Summary.of(this, order))
                .toList();
    }

    /**
     * The numbers of one order.
     *
     * @param order |t|
     * @param count the number of trees
     * @param nonzero how many of them have b ≠ 0
     * @param sum Σ b, a formula where there are symbols
     * @param absoluteSum Σ |b|, empty where there are symbols
     */
    record Summary(int order, BigInteger count, long nonzero, String sum, Optional<String> absoluteSum) {
        private static <E> Summary of(FieldEquation<E> equation, int order) {
            List<E> coefficients = equation.field().nonzero().entrySet().stream()
                    .filter(entry -> entry.getKey().order() == order)
                    .map(Map.Entry::getValue)
                    .toList();
            return of(
                    order,
                    TreeEnumeration.count(order, equation.method().fields().size()),
                    coefficients,
                    equation.method().ring());
        }

        /** The numbers of one order by its non-zero coefficients. */
        static <E> Summary of(int order, BigInteger count, List<E> coefficients, Ring<E> ring) {
            Optional<Rational> absoluteSum = coefficients.stream()
                    .map(value -> value instanceof Rational rational
                            ? Optional.of(rational.abs())
                            : Optional.<Rational>empty())
                    .reduce(Optional.of(Rational.ZERO), (a, b) -> a.flatMap(x -> b.map(x::add)));
            return new Summary(
                    order,
                    count,
                    coefficients.size(),
                    coefficients.stream().reduce(ring.zero(), ring::add).toString(),
                    absoluteSum.map(Rational::toString));
        }
    }

    /**
     * One term h^p · coefficient · F(t) of the field.
     *
     * @param power p, the power of h
     * @param tree t, of order p + 1
     * @param coefficient b(t)/σ(t)
     * @param b b(t)
     * @param symmetry σ(t)
     * @param <E> the coefficients
     */
    record Term<E>(int power, RootedTree tree, E coefficient, E b, BigInteger symmetry) {
        private static <E> Term<E> of(BSeriesField<E> field, RootedTree tree) {
            return new Term<>(tree.order() - 1, tree, field.weight(tree), field.coefficient(tree), tree.symmetry());
        }

        /** The terms of a field that are not 0, in canonical order of the trees. */
        static <E> List<Term<E>> nonzero(BSeriesField<E> field) {
            return field.nonzero().keySet().stream()
                    .map(tree -> of(field, tree))
                    .toList();
        }
    }
}
