package org.modeq.examples;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.List;
import java.util.TreeMap;
import org.modeq.symbolic.latex.Notation;
import org.modeq.symbolic.latex.TextView;
import org.modeq.symbolic.method.LinearMultistep;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;

/**
 * How does one add an optimizer of one's own? State its recurrence. Here: gradients that are one step old, as with
 * asynchronous workers, θ_{n+2} = θ_{n+1} + h f(θ_n). The delay adds to the bias: −½ h f′f becomes −3/2 h f′f.
 */
public final class StaleGradients {
    private StaleGradients() {}

    /** {@return the method, as ρ(E)θ_n = h σ(E) f(θ_n) with ρ = E² − E and σ = 1} */
    public static Method<Rational> method() {
        return new LinearMultistep<>(
                "stale-gradients",
                "θ_{n+2} = θ_{n+1} + h f(θ_n)",
                RATIONALS,
                List.of(Rational.ZERO, Rational.of(-1), Rational.ONE), // ρ₀, ρ₁, ρ₂
                List.of(Rational.ONE), // σ₀
                Rational.ONE, // 1/ρ′(1)
                List.of(Rational.ONE), // f is evaluated at θ_n itself
                new TreeMap<>());
    }

    /**
     * Derives its modified equation.
     *
     * @param arguments not used
     */
    public static void main(String[] arguments) {
        System.out.println(TextView.of(ModifiedEquation.of(method(), 4), Notation.GRADIENT, 100));
    }
}
