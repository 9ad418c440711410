package org.modeq.numeric.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.model.VectorField;

/** Derivatives of fields along directions, each by one evaluation on jets. */
public final class DirectionalDerivative {
    private DirectionalDerivative() {}

    /**
     * The derivative Dᵏf(θ)[v₁, …, v_k]; symmetric in the directions.
     *
     * <p>It is the coefficient of ε₁⋯ε_k in f(θ + Σ εᵢvᵢ). Exact up to rounding; a direction given by the same array
     * more than once is repeated cheaply.
     *
     * @param field f
     * @param theta θ
     * @param directions v₁, …, v_k; none for f(θ) itself
     * @return the derivative, of the dimension of θ
     */
    public static double[] of(VectorField field, double[] theta, List<double[]> directions) {
        List<double[]> distinct = new ArrayList<>();
        List<Integer> multiplicities = new ArrayList<>();
        for (double[] direction : directions) {
            int place = 0;
            while (place < distinct.size() && distinct.get(place) != direction) {
                place++;
            }
            if (place == distinct.size()) {
                distinct.add(direction);
                multiplicities.add(0);
            }
            multiplicities.set(place, multiplicities.get(place) + 1);
        }
        JetAlgebra algebra = JetAlgebra.of(multiplicities);
        return derivative(field.at(Jet.affine(algebra, theta, distinct)), multiplicities);
    }

    /** The derivative Dᵏf[v₁^e₁, …, v_m^e_m] read from f(θ + Σ εᵢvᵢ): e₁!⋯e_m! times the coefficient at e. */
    static double[] derivative(Jet value, List<Integer> exponents) {
        double scale = factorial(exponents);
        return Arrays.stream(value.coefficient(exponents).data)
                .map(entry -> scale * entry)
                .toArray();
    }

    /** e₁! ⋯ e_m!. */
    static double factorial(List<Integer> exponents) {
        double factor = 1;
        for (int exponent : exponents) {
            for (int i = 2; i <= exponent; i++) {
                factor *= i;
            }
        }
        return factor;
    }
}
