package org.modeq.numeric.jet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The algebra ℝ[ε₁, …, ε_m] / (εᵢ^(kᵢ+1)) of truncated polynomials, with its tables of products.
 *
 * <p>There is one object per list (k₁, …, k_m), so algebras may be compared by identity.
 */
public final class JetAlgebra {
    private static final int LARGEST_DIMENSION = 4096;

    private static final Map<List<Integer>, JetAlgebra> KNOWN = new ConcurrentHashMap<>();

    private final List<Integer> degrees;
    private final List<List<Integer>> monomials;
    private final Map<List<Integer>, Integer> indices;
    private final List<Pair> products;
    private final List<List<Pair>> derivations;

    /**
     * The pair of monomials ε^a · ε^b = ε^e, by their indices, with a weight.
     *
     * @param left the index of a
     * @param right the index of b
     * @param product the index of e = a + b
     * @param weight 1 in a product, bᵢ/eᵢ in a derivation
     */
    record Pair(int left, int right, int product, double weight) {}

    private JetAlgebra(List<Integer> degrees) {
        this.degrees = degrees;
        this.monomials = monomialsUpTo(degrees);
        this.indices = new HashMap<>();
        for (List<Integer> monomial : monomials) {
            indices.put(monomial, indices.size());
        }
        this.products = new ArrayList<>();
        this.derivations = new ArrayList<>();
        for (List<Integer> monomial : monomials) {
            tabulate(monomial);
        }
    }

    /**
     * The algebra in which εᵢ has degree at most kᵢ.
     *
     * @param degrees k₁, …, k_m, each at least 0; none for ℝ itself
     * @return the algebra, of dimension Π (kᵢ + 1)
     * @throws IllegalArgumentException if a degree is negative or Π (kᵢ + 1) &gt; 4096
     */
    public static JetAlgebra of(int... degrees) {
        return of(Arrays.stream(degrees).boxed().toList());
    }

    /**
     * The algebra in which εᵢ has degree at most kᵢ.
     *
     * @param degrees k₁, …, k_m, each at least 0; none for ℝ itself
     * @return the algebra, of dimension Π (kᵢ + 1)
     * @throws IllegalArgumentException if a degree is negative or Π (kᵢ + 1) &gt; 4096
     */
    public static JetAlgebra of(List<Integer> degrees) {
        JetAlgebra known = KNOWN.get(degrees);
        if (known != null) {
            return known;
        }
        long dimension = 1;
        for (int degree : degrees) {
            if (degree < 0) {
                throw new IllegalArgumentException(
                        "given the degree " + degree + " among " + degrees + ", expected degrees of at least 0");
            }
            dimension = Math.min(dimension * (degree + 1L), Integer.MAX_VALUE);
        }
        if (dimension > LARGEST_DIMENSION) {
            throw new IllegalArgumentException("truncated polynomials of the degrees " + degrees + " have " + dimension
                    + " coefficients or more, expected at most " + LARGEST_DIMENSION + "; take a lower order");
        }
        return KNOWN.computeIfAbsent(List.copyOf(degrees), JetAlgebra::new);
    }

    /** All exponents between 0 and the degrees, by total degree and then the first variables first. */
    private static List<List<Integer>> monomialsUpTo(List<Integer> degrees) {
        List<List<Integer>> monomials = List.of(List.of());
        for (int degree : degrees) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> monomial : monomials) {
                for (int exponent = degree; exponent >= 0; exponent--) {
                    List<Integer> extended = new ArrayList<>(monomial);
                    extended.add(exponent);
                    longer.add(List.copyOf(extended));
                }
            }
            monomials = longer;
        }
        return monomials.stream()
                .sorted(Comparator.comparingInt(JetAlgebra::totalDegree))
                .toList();
    }

    private static int totalDegree(List<Integer> monomial) {
        return monomial.stream().mapToInt(Integer::intValue).sum();
    }

    /** Enters all a + b = e, and for e ≠ 0 the weights bᵢ/eᵢ of the first variable that occurs in e. */
    private void tabulate(List<Integer> e) {
        int product = index(e);
        List<Pair> derivation = new ArrayList<>();
        int variable = firstVariable(e);
        for (List<Integer> a : monomials) {
            List<Integer> b = difference(e, a);
            if (indices.containsKey(b)) {
                products.add(new Pair(index(a), index(b), product, 1));
                if (variable < e.size() && b.get(variable) > 0) {
                    double weight = (double) b.get(variable) / e.get(variable);
                    derivation.add(new Pair(index(a), index(b), product, weight));
                }
            }
        }
        derivations.add(List.copyOf(derivation));
    }

    private static int firstVariable(List<Integer> e) {
        int variable = 0;
        while (variable < e.size() && e.get(variable) == 0) {
            variable++;
        }
        return variable;
    }

    private static List<Integer> difference(List<Integer> e, List<Integer> a) {
        List<Integer> difference = new ArrayList<>();
        for (int i = 0; i < e.size(); i++) {
            difference.add(e.get(i) - a.get(i));
        }
        return difference;
    }

    /** {@return k₁, …, k_m} */
    public List<Integer> degrees() {
        return degrees;
    }

    /** {@return Π (kᵢ + 1), the number of monomials} */
    public int dimension() {
        return monomials.size();
    }

    /** {@return the exponents of all monomials, in graded order} */
    public List<List<Integer>> monomials() {
        return monomials;
    }

    /**
     * The place of a monomial in graded order.
     *
     * @param exponents e
     * @return its index; 0 for the monomial 1
     * @throws IllegalArgumentException if ε^e is not a monomial of this algebra
     */
    public int index(List<Integer> exponents) {
        Integer index = indices.get(exponents);
        if (index == null) {
            throw new IllegalArgumentException("given the exponents " + exponents + ", expected " + degrees.size()
                    + " exponents between 0 and " + degrees + "; an algebra with higher degrees knows more");
        }
        return index;
    }

    /** {@return the index of the monomial εᵢ; i counts from 0} */
    int indexOfVariable(int i) {
        List<Integer> exponents = new ArrayList<>();
        for (int variable = 0; variable < degrees.size(); variable++) {
            exponents.add(variable == i ? 1 : 0);
        }
        return index(exponents);
    }

    /** {@return all pairs a + b = e, the e in graded order} */
    List<Pair> products() {
        return products;
    }

    /** {@return the pairs a + b = e with bᵢ &gt; 0 and their weights bᵢ/eᵢ; none for e = 0} */
    List<Pair> derivation(int e) {
        return derivations.get(e);
    }

    @Override
    public String toString() {
        return "truncated polynomials of degrees " + degrees;
    }
}
