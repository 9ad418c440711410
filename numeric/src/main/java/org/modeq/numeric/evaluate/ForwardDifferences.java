package org.modeq.numeric.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.modeq.numeric.jet.Jet;

/** The logarithm of the shift, log(1 + Δ) = Δ − Δ²/2 + Δ³/3 − …, on a row of values at n = 0, 1, …, N. */
final class ForwardDifferences {
    private ForwardDifferences() {}

    /** Σ_{k=1}^{N} (−1)^(k+1)/k · (Δᵏx)₀: the derivative at n = 0 of the polynomial of degree N through the values. */
    static Jet logarithm(List<Jet> values) {
        List<Jet> differences = new ArrayList<>(values);
        Jet first = values.get(0);
        Jet sum = Jet.zero(first.algebra(), first.rows(), first.columns());
        for (int k = 1; k < values.size(); k++) {
            for (int n = 0; n + k < values.size(); n++) {
                differences.set(n, differences.get(n + 1).minus(differences.get(n)));
            }
            sum = sum.plus((k % 2 == 1 ? 1.0 : -1.0) / k, differences.get(0));
        }
        return sum;
    }
}
