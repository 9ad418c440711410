package org.modeq.numeric.problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.modeq.symbolic.modified.FieldEquation;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.symja.ElementaryDifferentials;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * A modified equation on a problem, at a point or in its variables: f₁ … f_N, and every term.
 *
 * @param orders f₁ … f_N, each a vector
 * @param terms the terms, powers of h rising, then trees in canonical order; zeros among them
 * @param <E> the values: exact rationals, doubles, or expressions in the variables
 */
public record Evaluation<E>(List<List<E>> orders, List<Term<E>> terms) {
    /**
     * The value of one term h^p · coefficient · F(t).
     *
     * @param power p
     * @param tree t, in the names of the method
     * @param coefficient b(t)/σ(t)
     * @param vector coefficient · F(t); f_{p+1} is the sum of these
     * @param <E> the values
     */
    public record Term<E>(int power, RootedTree tree, Rational coefficient, List<E> vector) {}

    /**
     * Evaluates a modified equation.
     *
     * @param equation the equation
     * @param meaning which of the fields each field of the method is
     * @param differentials the elementary differentials of the fields
     * @param <E> the values
     * @return f₁ … f_N and every term
     * @throws ArithmeticException if a derivative has no value of this kind
     */
    public static <E> Evaluation<E> of(
            ModifiedEquation<Rational> equation,
            UnaryOperator<Colour> meaning,
            ElementaryDifferentials<E> differentials) {
        List<List<E>> orders = new ArrayList<>();
        List<Term<E>> terms = new ArrayList<>();
        for (int power = 0; power < equation.order(); power++) {
            SortedMap<RootedTree, Rational> sum = new TreeMap<>();
            for (FieldEquation.Term<Rational> term : equation.terms(power)) {
                RootedTree tree = term.tree().recoloured(meaning);
                sum.put(tree, term.coefficient());
                List<E> vector = differentials.sum(Collections.singletonMap(tree, term.coefficient()));
                terms.add(new Term<>(power, term.tree(), term.coefficient(), vector));
            }
            orders.add(differentials.sum(sum));
        }
        return new Evaluation<>(List.copyOf(orders), List.copyOf(terms));
    }

    /**
     * The same values in other numbers.
     *
     * @param change what becomes of each component
     * @param <R> the other numbers
     * @return the evaluation with every component changed
     */
    public <R> Evaluation<R> map(Function<E, R> change) {
        return new Evaluation<>(
                orders.stream()
                        .map(vector -> vector.stream().map(change).toList())
                        .toList(),
                terms.stream()
                        .map(term -> new Term<>(
                                term.power(),
                                term.tree(),
                                term.coefficient(),
                                term.vector().stream().map(change).toList()))
                        .toList());
    }
}
