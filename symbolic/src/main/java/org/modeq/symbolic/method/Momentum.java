package org.modeq.symbolic.method;

import java.util.List;
import java.util.SortedMap;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;

/** Methods with momentum β, on their slow manifold: heavy ball, Nesterov's method, exponential averages. */
public final class Momentum {
    private static final String BETA = "beta";
    private static final List<ParameterPolynomial> INVERTIBLE =
            List.of(ParameterPolynomial.ONE.subtract(ParameterPolynomial.parameter(BETA)));

    private Momentum() {}

    /**
     * Polyak's heavy ball, θ_{n+1} = θ_n + h f(θ_n) + β(θ_n − θ_{n−1}).
     *
     * @param given the value of beta, or nothing for a symbol
     * @return the method {@code heavy-ball}
     * @throws IllegalArgumentException if another parameter is given, or β = 1
     */
    public static LinearMultistep<?> heavyBall(SortedMap<String, Rational> given) {
        return ParameterSource.build("heavy-ball", List.of(BETA), given, INVERTIBLE, new ParameterSource.Recipe<>() {
            @Override
            public <E> LinearMultistep<?> build(ParameterSource<E> parameters) {
                Ring<E> ring = parameters.ring();
                return recurrence(
                        "heavy-ball",
                        "θ_{n+1} = θ_n + h f(θ_n) + β(θ_n − θ_{n−1})",
                        parameters,
                        List.of(ring.zero(), ring.one()),
                        List.of(ring.one()));
            }
        });
    }

    /**
     * Heavy ball with an exponential average of the gradients: m_n = βm_{n−1} + (1−β)f(θ_n), θ_{n+1} = θ_n + h m_n.
     *
     * @param given the value of beta, or nothing for a symbol
     * @return the method {@code ema}
     * @throws IllegalArgumentException if another parameter is given, or β = 1
     */
    public static LinearMultistep<?> exponentialAverage(SortedMap<String, Rational> given) {
        return ParameterSource.build("ema", List.of(BETA), given, INVERTIBLE, new ParameterSource.Recipe<>() {
            @Override
            public <E> LinearMultistep<?> build(ParameterSource<E> parameters) {
                Ring<E> ring = parameters.ring();
                E rest = ring.add(ring.one(), ring.negate(parameters.value(BETA)));
                return recurrence(
                        "ema",
                        "m_n = βm_{n−1} + (1−β)f(θ_n), θ_{n+1} = θ_n + h m_n",
                        parameters,
                        List.of(ring.zero(), rest),
                        List.of(ring.one()));
            }
        });
    }

    /**
     * Nesterov's method with constant β: y_n = θ_n + β(θ_n − θ_{n−1}), θ_{n+1} = y_n + h f(y_n).
     *
     * @param given the value of beta, or nothing for a symbol
     * @return the method {@code nesterov}
     * @throws IllegalArgumentException if another parameter is given, or β = 1
     */
    public static LinearMultistep<?> nesterov(SortedMap<String, Rational> given) {
        return ParameterSource.build("nesterov", List.of(BETA), given, INVERTIBLE, new ParameterSource.Recipe<>() {
            @Override
            public <E> LinearMultistep<?> build(ParameterSource<E> parameters) {
                Ring<E> ring = parameters.ring();
                E beta = parameters.value(BETA);
                return recurrence(
                        "nesterov",
                        "y_n = θ_n + β(θ_n − θ_{n−1}), θ_{n+1} = y_n + h f(y_n)",
                        parameters,
                        List.of(ring.one()),
                        List.of(ring.negate(beta), ring.add(ring.one(), beta)));
            }
        });
    }

    /** (E − 1)(E − β)θ = h σ(E) f(B(E)θ), whose slope ρ′(1) is 1 − β. */
    private static <E> LinearMultistep<E> recurrence(
            String name, String map, ParameterSource<E> parameters, List<E> sigma, List<E> lookAhead) {
        Ring<E> ring = parameters.ring();
        E beta = parameters.value(BETA);
        E slope = ring.add(ring.one(), ring.negate(beta));
        List<E> rho = List.of(beta, ring.negate(ring.add(ring.one(), beta)), ring.one());
        return new LinearMultistep<>(
                        name, map, ring, rho, sigma, parameters.reciprocal(slope), lookAhead, parameters.written())
                .withPoles(List.of(beta));
    }
}
