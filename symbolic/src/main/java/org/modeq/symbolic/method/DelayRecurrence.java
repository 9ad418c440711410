package org.modeq.symbolic.method;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.ring.ParameterQuotient;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;

/**
 * A filter in the delay z as a recurrence in the shift E = 1/z: with A = p/q, q(0) = 1 and s = max(deg q, deg p + deg B) + 1
 * <pre>
 *   q(z)(1 − z)θ_{n+1} = h p(z) f(B(z)θ_n),    ρ(E) = Eˢ q(1/E)(1 − 1/E),    ρ′(1) = q(1).
 * </pre>
 *
 * @param parameters the ring and the parameters as its elements
 * @param filter A
 * @param edge B, a polynomial in z over a number or parameter
 * @param <E> the coefficients
 */
record DelayRecurrence<E>(ParameterSource<E> parameters, ParameterQuotient filter, ParameterQuotient edge) {

    LinearMultistep<E> named(String name, String map) {
        Ring<E> ring = parameters.ring();
        List<E> p = numerator();
        List<E> q = denominator();
        List<E> b = trimmed(multiplied(inDelays(edge.numerator()), List.of(reciprocalOf(edge.denominators()))));
        int s = Math.max(q.size() - 1, p.size() + b.size() - 2) + 1;
        List<E> rho = reversed(multiplied(q, List.of(ring.one(), ring.negate(ring.one()))), s);
        List<E> sigma = reversed(p, s - b.size());
        List<E> lookAhead = reversed(b, b.size() - 1);
        LinearMultistep<E> method = new LinearMultistep<>(
                name, map, ring, rho, sigma, reciprocalOfTotal(), lookAhead, parameters.written());
        List<ParameterPolynomial> factors = filter.denominators();
        boolean isSplit = factors.stream().allMatch(factor -> factor.degree(DelayFilter.DELAY) <= 1);
        return isSplit ? method.withPoles(poles()) : method;
    }

    /** p over all d(0), so that each factor of q begins with 1. */
    private List<E> numerator() {
        List<ParameterPolynomial> now =
                filter.denominators().stream().map(DelayFilter::now).toList();
        return trimmed(multiplied(inDelays(filter.numerator()), List.of(reciprocalOf(now))));
    }

    private List<E> denominator() {
        List<E> product = List.of(parameters.ring().one());
        for (ParameterPolynomial factor : filter.denominators()) {
            product = multiplied(product, normalised(factor));
        }
        return trimmed(product);
    }

    /** d/d(0). */
    private List<E> normalised(ParameterPolynomial factor) {
        return multiplied(inDelays(factor), List.of(reciprocalOf(List.of(DelayFilter.now(factor)))));
    }

    /** 1/q(1) = Π d(0)/d(1). */
    private E reciprocalOfTotal() {
        Ring<E> ring = parameters.ring();
        E product = ring.one();
        for (ParameterPolynomial factor : filter.denominators()) {
            E total = reciprocalOf(List.of(DelayFilter.total(factor)));
            product = ring.multiply(product, ring.multiply(element(DelayFilter.now(factor)), total));
        }
        return product;
    }

    /** β of each factor 1 − βz. */
    private List<E> poles() {
        Ring<E> ring = parameters.ring();
        List<E> poles = new ArrayList<>();
        for (ParameterPolynomial factor : filter.denominators()) {
            List<E> coefficients = trimmed(normalised(factor));
            if (coefficients.size() == 2) {
                poles.add(ring.negate(coefficients.get(1)));
            }
        }
        return poles;
    }

    private E reciprocalOf(List<ParameterPolynomial> factors) {
        Ring<E> ring = parameters.ring();
        E product = ring.one();
        for (ParameterPolynomial factor : factors) {
            product = ring.multiply(product, parameters.reciprocal(element(factor)));
        }
        return product;
    }

    private List<E> inDelays(ParameterPolynomial polynomial) {
        return DelayFilter.inDelays(polynomial).stream().map(this::element).toList();
    }

    /** A polynomial in the parameters as an element, one parameter after the other by Horner's rule. */
    private E element(ParameterPolynomial polynomial) {
        Ring<E> ring = parameters.ring();
        if (polynomial.parameters().isEmpty()) {
            return ring.of(polynomial.constant().orElse(Rational.ZERO));
        }
        String name = polynomial.parameters().get(0);
        E value = parameters.value(name);
        E sum = ring.zero();
        List<ParameterPolynomial> coefficients = polynomial.coefficientsIn(name);
        for (int k = coefficients.size() - 1; k >= 0; k--) {
            sum = ring.add(ring.multiply(sum, value), element(coefficients.get(k)));
        }
        return sum;
    }

    private List<E> multiplied(List<E> a, List<E> b) {
        Ring<E> ring = parameters.ring();
        List<E> product = new ArrayList<>(Collections.nCopies(a.size() + b.size() - 1, ring.zero()));
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                product.set(i + j, ring.add(product.get(i + j), ring.multiply(a.get(i), b.get(j))));
            }
        }
        return product;
    }

    /** Without zeros of the highest powers. */
    private List<E> trimmed(List<E> coefficients) {
        int size = coefficients.size();
        while (size > 1 && coefficients.get(size - 1).equals(parameters.ring().zero())) {
            size--;
        }
        return coefficients.subList(0, size);
    }

    /** Eᵏ c(1/E), by rising powers of E. */
    private List<E> reversed(List<E> inDelays, int k) {
        List<E> inShifts = new ArrayList<>();
        for (int i = 0; i <= k; i++) {
            inShifts.add(
                    k - i < inDelays.size()
                            ? inDelays.get(k - i)
                            : parameters.ring().zero());
        }
        return inShifts;
    }
}
