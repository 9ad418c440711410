package org.modeq.numeric.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/**
 * An explicit recurrence with memory, ρ(E)θₙ = h σ(E) f(B(E)θₙ): heavy ball, Nesterov's method, momentum by exponential
 * averages, linear multistep methods.
 *
 * <p>With ρ = Σ ρ_i Eⁱ of degree k the next point is
 * <pre>
 *   θₙ₊ₖ = 1/ρ_k (h Σ_i σ_i f(Σ_l B_l θₙ₊ᵢ₊ₗ) − Σ_{i&lt;k} ρ_i θₙ₊ᵢ),
 * </pre>
 * which is explicit if no field is evaluated beyond θₙ₊ₖ₋₁.
 */
public final class MultistepRecurrence implements Optimizer {
    private final List<Rational> rho;
    private final List<Rational> sigma;
    private final List<Rational> lookAhead;

    private MultistepRecurrence(List<Rational> rho, List<Rational> sigma, List<Rational> lookAhead) {
        this.rho = List.copyOf(rho);
        this.sigma = List.copyOf(sigma);
        this.lookAhead = List.copyOf(lookAhead);
    }

    /**
     * A recurrence for one field f.
     *
     * @param rho ρ₀, …, ρ_k, ρ_k not 0, k ≥ 1
     * @param sigma σ₀, σ₁, …
     * @param lookAhead B₀, B₁, …, where the field is evaluated; 1 alone for the point itself
     * @return the recurrence
     * @throws IllegalArgumentException if k &lt; 1, ρ_k = 0, or the recurrence is implicit
     */
    public static MultistepRecurrence of(List<Rational> rho, List<Rational> sigma, List<Rational> lookAhead) {
        int degree = rho.size() - 1;
        boolean isProper = degree >= 1 && !rho.get(degree).isZero();
        if (!isProper || degree(sigma) + degree(lookAhead) >= degree) {
            throw new IllegalArgumentException("given rho = " + rho + ", sigma = " + sigma + " and B = " + lookAhead
                    + ", expected a recurrence that can be solved for its last point: rho of the highest degree");
        }
        return new MultistepRecurrence(rho, sigma, lookAhead);
    }

    private static int degree(List<Rational> coefficients) {
        int degree = coefficients.size() - 1;
        while (degree > 0 && coefficients.get(degree).isZero()) {
            degree--;
        }
        return degree;
    }

    /** {@return ρ₀, …, ρ_k} */
    public List<Rational> rho() {
        return rho;
    }

    /** {@return σ₀, σ₁, …} */
    public List<Rational> sigma() {
        return sigma;
    }

    /** {@return B₀, B₁, …} */
    public List<Rational> lookAhead() {
        return lookAhead;
    }

    @Override
    public SortedSet<Colour> fields() {
        return new TreeSet<>(List.of(Colour.F));
    }

    @Override
    public int memory() {
        return rho.size() - 1;
    }

    @Override
    public <V> V step(StepArithmetic<V> arithmetic, List<V> last) {
        int degree = memory();
        Rational inverse = Rational.ONE.divide(rho.get(degree));
        List<Rational> weights = new ArrayList<>();
        List<V> vectors = new ArrayList<>();
        for (int i = 0; i < degree; i++) {
            weights.add(rho.get(i).negate().multiply(inverse));
            vectors.add(last.get(degree - 1 - i));
        }
        for (int i = 0; i < sigma.size(); i++) {
            if (!sigma.get(i).isZero()) {
                weights.add(sigma.get(i).multiply(inverse));
                vectors.add(arithmetic.increment(Colour.F, place(arithmetic, last, i)));
            }
        }
        return arithmetic.combination(weights, vectors);
    }

    /** Σ_l B_l θₙ₊ᵢ₊ₗ. */
    private <V> V place(StepArithmetic<V> arithmetic, List<V> last, int i) {
        List<Rational> weights = new ArrayList<>();
        List<V> vectors = new ArrayList<>();
        for (int l = 0; l <= degree(lookAhead); l++) {
            weights.add(lookAhead.get(l));
            vectors.add(last.get(memory() - 1 - i - l));
        }
        return arithmetic.combination(weights, vectors);
    }
}
