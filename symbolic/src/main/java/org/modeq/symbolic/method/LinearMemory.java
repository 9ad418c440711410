package org.modeq.symbolic.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.ring.ParameterQuotient;
import org.modeq.symbolic.ring.Rational;

/**
 * Methods with a linear memory of their gradients, on their slow manifold: θ_{n+1} = θ_n + h Σ_k w_k f(y_{n−k}).
 *
 * <p>The weights are those of a filter A(z) = Σ_k w_k zᵏ, a quotient of polynomials in the delay z; the argument is y_n = B(z)θ_n with a
 * polynomial B, B(1) = 1, or θ_n itself. To the first order
 * <pre>
 *   b(f) = A(1),    b(f[f]) = −½A(1)² − A(1)A′(1) − A(1)²B′(1),    A′(1) = Σ_k k w_k.
 * </pre>
 * Heavy ball is 1/(1−βz), an exponential average (1−β)/(1−βz), Nesterov's method 1/(1−βz) at 1+β(1−z), quasi-hyperbolic momentum
 * 1−ν+ν(1−β)/(1−βz), a gradient of the step before z.
 */
public final class LinearMemory {
    private static final int MOST_VELOCITIES = 9;

    private LinearMemory() {}

    /**
     * The method of a filter.
     *
     * @param argument {@code FILTER} or {@code FILTER@ARGUMENT}, quotients of polynomials in z and parameters
     * @param given the values of parameters; those not given are symbols, and the poles are taken to lie inside the unit circle
     * @return the method {@code memory:…}
     * @throws IllegalArgumentException if a text is no such formula, a pole is on or outside the unit circle, A(1) is not finite,
     *     B is no polynomial or has B(1) ≠ 1, or a value is given for a parameter that does not occur
     */
    public static LinearMultistep<?> of(String argument, SortedMap<String, Rational> given) {
        String[] parts = argument.replaceAll("\\s", "").split("@", -1);
        if (parts.length > 2 || parts[0].isEmpty()) {
            throw new IllegalArgumentException("given 'memory:" + argument
                    + "', expected memory:FILTER or memory:FILTER@ARGUMENT with formulas in the delay z, as"
                    + " memory:1/(1-beta*z) or memory:1/(1-beta*z)@1+beta*(1-z)");
        }
        DelayFilter filter = DelayFilter.parse(parts[0]);
        Optional<DelayFilter> edge = parts.length == 2 ? Optional.of(DelayFilter.parse(parts[1])) : Optional.empty();
        String place = edge.map(b -> "y_n), y_n = (" + b.text() + ") θ_n").orElse("θ_n)");
        return method(
                "memory:" + String.join("@", parts),
                "θ_{n+1} = θ_n + h (" + filter.text() + ") f(" + place + ", z the delay by one step",
                filter,
                edge.orElse(DelayFilter.parse("1")),
                given);
    }

    /**
     * Quasi-hyperbolic momentum, m_n = βm_{n−1} + (1−β)f(θ_n), θ_{n+1} = θ_n + h((1−ν)f(θ_n) + νm_n).
     *
     * <p>Ma and Yarats, <em>Quasi-hyperbolic momentum and Adam for deep learning</em> (2019), equation (3).
     *
     * @param given the values of beta and nu, or nothing for symbols
     * @return the method {@code qhm}
     * @throws IllegalArgumentException if another parameter is given, or |β| ≥ 1
     */
    public static LinearMultistep<?> quasiHyperbolic(SortedMap<String, Rational> given) {
        return method(
                "qhm",
                "m_n = βm_{n−1} + (1−β)f(θ_n), θ_{n+1} = θ_n + h((1−ν)f(θ_n) + νm_n)",
                DelayFilter.parse("1-nu+nu*(1-beta)/(1-beta*z)"),
                DelayFilter.parse("1"),
                given);
    }

    /**
     * Aggregated momentum, the mean of K velocities: v⁽ⁱ⁾_n = β_i v⁽ⁱ⁾_{n−1} + f(θ_n), θ_{n+1} = θ_n + h/K Σ v⁽ⁱ⁾_n.
     *
     * <p>Lucas, Sun, Zemel and Grosse, <em>Aggregated momentum: stability through passive damping</em> (2019), equation (3).
     *
     * @param velocities K as text, from 1 to 9
     * @param given the values of beta1, …, betaK, or nothing for symbols
     * @return the method {@code aggmo:K}
     * @throws IllegalArgumentException if K is no such number, another parameter is given, or |β_i| ≥ 1
     */
    public static LinearMultistep<?> aggregated(String velocities, SortedMap<String, Rational> given) {
        if (!velocities.matches("[1-" + MOST_VELOCITIES + "]")) {
            throw new IllegalArgumentException(
                    "given 'aggmo:" + velocities + "', expected aggmo:K with a number K of velocities from 1 to "
                            + MOST_VELOCITIES + ", as aggmo:2");
        }
        int count = Integer.parseInt(velocities);
        String sum = IntStream.rangeClosed(1, count)
                .mapToObj(i -> "1/(1-beta" + i + "*z)")
                .collect(Collectors.joining("+"));
        return method(
                "aggmo:" + count,
                "v_i ← β_i v_i + f(θ_n) for i = 1 to " + count + ", θ_{n+1} = θ_n + h/" + count + " Σ v_i",
                DelayFilter.parse("(" + sum + ")/" + count),
                DelayFilter.parse("1"),
                given);
    }

    private static LinearMultistep<?> method(
            String name, String map, DelayFilter filter, DelayFilter edge, SortedMap<String, Rational> given) {
        TreeSet<String> names = new TreeSet<>(filter.parameters());
        names.addAll(edge.parameters());
        DelayFilter known = filter.with(given);
        DelayFilter argument = edge.with(given);
        known.requireThatItFades();
        requireArgument(argument);
        List<ParameterPolynomial> divisors = new ArrayList<>();
        for (ParameterPolynomial factor : known.denominators()) {
            divisors.add(DelayFilter.now(factor));
            divisors.add(DelayFilter.total(factor));
        }
        argument.denominators().forEach(divisors::add);
        return ParameterSource.build(
                name, List.copyOf(names), given, coprime(divisors), new ParameterSource.Recipe<>() {
                    @Override
                    public <E> LinearMultistep<?> build(ParameterSource<E> parameters) {
                        return new DelayRecurrence<>(parameters, known.quotient(), argument.quotient())
                                .named(name, map);
                    }
                });
    }

    private static void requireArgument(DelayFilter edge) {
        ParameterQuotient quotient = edge.quotient();
        boolean isPolynomial = quotient.denominators().stream().allMatch(d -> d.degree(DelayFilter.DELAY) < 1);
        if (!isPolynomial) {
            throw new IllegalArgumentException("given the argument '" + edge.text()
                    + "' with z in a denominator, expected a polynomial in z, as 1+beta*(1-z): an average of iterates is a"
                    + " state of its own");
        }
        if (!DelayFilter.total(quotient.numerator()).equals(quotient.denominator())) {
            throw new IllegalArgumentException("given the argument '" + edge.text()
                    + "', expected one that is 1 at z = 1, as 1+beta*(1-z): constants must stay what they are");
        }
    }

    /** What is left of each polynomial after division by those before it; none constant. */
    private static List<ParameterPolynomial> coprime(List<ParameterPolynomial> polynomials) {
        List<ParameterPolynomial> coprime = new ArrayList<>();
        for (ParameterPolynomial polynomial : polynomials) {
            List<ParameterPolynomial> candidates = new ArrayList<>();
            polynomial.parameters().forEach(name -> candidates.add(ParameterPolynomial.parameter(name)));
            ParameterPolynomial rest = polynomial;
            for (ParameterPolynomial known : coprime) {
                rest = divided(rest, known);
            }
            for (ParameterPolynomial parameter : candidates) {
                ParameterPolynomial quotient = divided(rest, parameter);
                if (!quotient.equals(rest)) {
                    coprime.add(parameter);
                    rest = quotient;
                }
            }
            if (rest.degree() > 0) {
                ParameterPolynomial divisor = rest;
                coprime.replaceAll(known -> divided(known, divisor));
                coprime.removeIf(known -> known.degree() < 1);
                coprime.add(rest);
            }
        }
        return coprime;
    }

    private static ParameterPolynomial divided(ParameterPolynomial polynomial, ParameterPolynomial divisor) {
        ParameterPolynomial rest = polynomial;
        for (Optional<ParameterPolynomial> quotient = rest.divideExactly(divisor);
                quotient.isPresent();
                quotient = rest.divideExactly(divisor)) {
            rest = quotient.get();
        }
        return rest;
    }
}
