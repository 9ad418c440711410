package org.modeq.symbolic.circuit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.modeq.symbolic.method.DelayFilter;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.ring.Rational;

/**
 * A filter in the delay z = 1 − ∇ as a filter in ∇: 1 − βz is (1 − β)(1 + τ∇), and 1/(1 − β) is 1 + τ.
 *
 * @param filter the filter in ∇, over ℚ[τ, β]
 * @param memories the averages with symbols in it
 */
public record DelayForm(Filter filter, SortedSet<String> memories) {
    private static final ParameterPolynomial ONE = ParameterPolynomial.ONE;

    /**
     * The form of a filter.
     *
     * @param given the filter
     * @return the same in ∇, with the names of the β of its averages
     * @throws IllegalArgumentException if its weights do not fade, or a denominator has symbols and is not 1 − βz with a parameter
     *     whose name begins with beta
     */
    public static DelayForm of(DelayFilter given) {
        given.requireThatItFades();
        List<ParameterPolynomial> numerator = inDifferences(given.quotient().numerator());
        List<ParameterPolynomial> denominator = List.of(ONE);
        SortedSet<String> memories = new TreeSet<>();
        for (ParameterPolynomial factor : given.quotient().denominators()) {
            List<ParameterPolynomial> inDifferences = inDifferences(factor);
            Optional<Rational> total = inDifferences.get(0).constant();
            if (total.isPresent()
                    && inDifferences.stream().allMatch(c -> c.constant().isPresent())) {
                Rational inverse = total.get().reciprocal();
                numerator = scaled(numerator, ParameterPolynomial.of(inverse));
                denominator = multiplied(denominator, scaled(inDifferences, ParameterPolynomial.of(inverse)));
            } else {
                Memory memory = memory(factor, given);
                memories.add(memory.beta());
                numerator = scaled(numerator, ONE.add(memory.age()));
                denominator = multiplied(denominator, List.of(ONE, memory.age()));
            }
        }
        return new DelayForm(new Filter(numerator, denominator), Collections.unmodifiableSortedSet(memories));
    }

    /** β of the factor 1 − βz. */
    private static Memory memory(ParameterPolynomial factor, DelayFilter given) {
        for (String name : factor.parameters()) {
            ParameterPolynomial product =
                    ParameterPolynomial.parameter(name).multiply(ParameterPolynomial.parameter(DelayFilter.DELAY));
            if (name.startsWith("beta") && factor.equals(ONE.subtract(product))) {
                return new Memory(name);
            }
        }
        throw new IllegalArgumentException("given the filter '" + given.text() + "' with the denominator " + factor
                + ", expected 1-beta*z with a parameter whose name begins with beta, or numbers; give it numbers with --param"
                + " NAME=VALUE");
    }

    /** p(1 − ∇) by powers of ∇. */
    private static List<ParameterPolynomial> inDifferences(ParameterPolynomial polynomial) {
        ParameterPolynomial difference = ONE.subtract(ParameterPolynomial.parameter(DelayFilter.DELAY));
        ParameterPolynomial substituted = polynomial.substituted(DelayFilter.DELAY, difference);
        return substituted.isZero() ? List.of(substituted) : substituted.coefficientsIn(DelayFilter.DELAY);
    }

    private static List<ParameterPolynomial> scaled(List<ParameterPolynomial> list, ParameterPolynomial factor) {
        return list.stream().map(entry -> entry.multiply(factor)).toList();
    }

    private static List<ParameterPolynomial> multiplied(List<ParameterPolynomial> a, List<ParameterPolynomial> b) {
        List<ParameterPolynomial> product =
                new ArrayList<>(Collections.nCopies(a.size() + b.size() - 1, ParameterPolynomial.ZERO));
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                product.set(i + j, product.get(i + j).add(a.get(i).multiply(b.get(j))));
            }
        }
        return product;
    }
}
