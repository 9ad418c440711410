package org.modeq.symbolic.method;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/**
 * Gradient descent with decoupled weight decay, θ′ = (1 − hλ)θ + h f(θ).
 *
 * <p>It is one Euler step on f + λw with the linear field w(θ) = −θ. As w″ = 0, the differentials of trees in which a
 * vertex w has two children or more are zero, whatever their coefficients. Loshchilov and Hutter (2019).
 */
public final class WeightDecay {
    private static final String LAMBDA = "lambda";
    private static final Colour DECAY = new Colour("w");

    private WeightDecay() {}

    /**
     * The method.
     *
     * @param given the value of lambda, or nothing for a symbol
     * @return the method {@code weight-decay}, with the fields f and w
     * @throws IllegalArgumentException if another parameter is given
     */
    public static EulerSteps<?> of(SortedMap<String, Rational> given) {
        return ParameterSource.build("weight-decay", List.of(LAMBDA), given, List.of(), new ParameterSource.Recipe<>() {
            @Override
            public <E> EulerSteps<?> build(ParameterSource<E> parameters) {
                SortedMap<Colour, E> weights =
                        new TreeMap<>(Map.of(Colour.F, parameters.ring().one(), DECAY, parameters.value(LAMBDA)));
                return new EulerSteps<>(
                        "weight-decay",
                        Clock.STEP,
                        parameters.ring(),
                        List.of(new EulerSteps.Step<>(weights)),
                        parameters.written());
            }
        });
    }
}
