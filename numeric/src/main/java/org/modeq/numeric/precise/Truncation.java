package org.modeq.numeric.precise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.modeq.numeric.jet.JetAlgebra;

/** The pairs of monomials in an algebra of truncated polynomials, those of a product and those of a derivation, as asked for. */
final class Truncation {
    private static final Map<JetAlgebra, Truncation> KNOWN = new ConcurrentHashMap<>();

    private final JetAlgebra algebra;
    private final Map<Integer, List<Pair>> products = new ConcurrentHashMap<>();
    private final Map<Integer, Derivation> derivations = new ConcurrentHashMap<>();

    /** Monomials with ε^a · ε^b = ε^e, by their indices; the weight is bᵢ in a derivation. */
    record Pair(int left, int right, int weight) {}

    /** eᵢ y_e = Σ_{a+b=e} bᵢ w_a x_b, the pairs being those with bᵢ &gt; 0. */
    record Derivation(int exponent, List<Pair> pairs) {}

    private Truncation(JetAlgebra algebra) {
        this.algebra = algebra;
    }

    static Truncation of(JetAlgebra algebra) {
        return KNOWN.computeIfAbsent(algebra, Truncation::new);
    }

    /** All a + b = e. */
    List<Pair> products(int e) {
        return products.computeIfAbsent(e, this::newProducts);
    }

    /** For e ≠ 0, by the variable of the lowest positive exponent: it leaves the fewest pairs. */
    Derivation derivation(int e) {
        return derivations.computeIfAbsent(e, this::newDerivation);
    }

    private List<Pair> newProducts(int e) {
        List<List<Integer>> monomials = algebra.monomials();
        List<Pair> pairs = new ArrayList<>();
        // In graded order no divisor of ε^e stands behind it.
        for (int a = 0; a <= e; a++) {
            List<Integer> rest = new ArrayList<>();
            boolean divides = true;
            for (int i = 0; i < monomials.get(e).size() && divides; i++) {
                int exponent = monomials.get(e).get(i) - monomials.get(a).get(i);
                divides = exponent >= 0;
                rest.add(exponent);
            }
            if (divides) {
                pairs.add(new Pair(a, algebra.index(rest), 1));
            }
        }
        return List.copyOf(pairs);
    }

    private Derivation newDerivation(int e) {
        List<Integer> exponents = algebra.monomials().get(e);
        int variable = 0;
        for (int i = 1; i < exponents.size(); i++) {
            boolean isLower = exponents.get(i) > 0 && exponents.get(i) < exponents.get(variable);
            if (isLower || exponents.get(variable) == 0) {
                variable = i;
            }
        }
        List<Pair> weighted = new ArrayList<>();
        for (Pair pair : products(e)) {
            int weight = algebra.monomials().get(pair.right()).get(variable);
            if (weight > 0) {
                weighted.add(new Pair(pair.left(), pair.right(), weight));
            }
        }
        return new Derivation(exponents.get(variable), List.copyOf(weighted));
    }
}
