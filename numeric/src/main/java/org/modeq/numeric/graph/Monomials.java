package org.modeq.numeric.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.modeq.numeric.jet.JetAlgebra;

/** The monomials of an algebra of truncated polynomials by their indices, with all pairs a + b = e. */
final class Monomials {
    private final JetAlgebra algebra;
    private final List<List<int[]>> pairs = new ArrayList<>();
    private final int[] degrees;

    Monomials(JetAlgebra algebra) {
        this.algebra = algebra;
        List<List<Integer>> all = algebra.monomials();
        this.degrees = all.stream()
                .mapToInt(monomial ->
                        monomial.stream().mapToInt(Integer::intValue).sum())
                .toArray();
        for (List<Integer> e : all) {
            List<int[]> ofE = new ArrayList<>();
            for (int a = 0; a < all.size(); a++) {
                List<Integer> rest = new ArrayList<>();
                boolean divides = true;
                for (int i = 0; i < e.size(); i++) {
                    int exponent = e.get(i) - all.get(a).get(i);
                    divides &= exponent >= 0;
                    rest.add(exponent);
                }
                if (divides) {
                    ofE.add(new int[] {a, algebra.index(rest)});
                }
            }
            pairs.add(ofE);
        }
    }

    int count() {
        return degrees.length;
    }

    int degree(int monomial) {
        return degrees[monomial];
    }

    int index(List<Integer> exponents) {
        return algebra.index(exponents);
    }

    /** All pairs (a, b) with a + b = e. */
    List<int[]> pairs(int e) {
        return pairs.get(e);
    }

    /** The monomials that occur in a product. */
    BitSet product(BitSet left, BitSet right) {
        BitSet product = new BitSet();
        for (int e = 0; e < count(); e++) {
            for (int[] pair : pairs(e)) {
                if (left.get(pair[0]) && right.get(pair[1])) {
                    product.set(e);
                }
            }
        }
        return product;
    }

    /** The monomials that occur in a function of a polynomial. */
    BitSet closure(BitSet argument) {
        BitSet closure = (BitSet) argument.clone();
        closure.set(0);
        for (int size = 0; size < closure.cardinality(); ) {
            size = closure.cardinality();
            closure.or(product(closure, argument));
        }
        return closure;
    }
}
