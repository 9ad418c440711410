package org.modeq.symbolic.tree;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The numbers of trees of a signature, from the generating functions of its kinds. */
final class TreeCount {
    private final Signature signature;

    /** The number of trees of each kind, by order; order 0 has none. */
    private final Map<Colour, List<BigInteger>> byKind = new TreeMap<>();

    TreeCount(Signature signature) {
        this.signature = signature;
        signature.kinds().forEach(kind -> byKind.put(kind.colour(), new ArrayList<>(List.of(BigInteger.ZERO))));
    }

    /** The number of trees of an order whose root has positive weight. */
    BigInteger ofOrder(int order) {
        TreeEnumeration.requireOrder(order);
        for (int n = 1; n <= order; n++) {
            for (Signature.Kind kind : signature.kinds()) {
                ofKind(kind.colour()).add(multisets(kind, n - kind.weight()));
            }
        }
        return signature.kinds().stream()
                .filter(kind -> kind.weight() > 0)
                .map(kind -> ofKind(kind.colour()).get(order))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private List<BigInteger> ofKind(Colour kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /**
     * The number of multisets of total order n and of an allowed size, the coefficient of xⁿ y^r in Π_k (1 − y xᵏ)^(−c_k)
     * added over the allowed r, where c_k trees of order k fit into the slots.
     */
    private BigInteger multisets(Signature.Kind kind, int n) {
        if (n < 0) {
            return BigInteger.ZERO;
        }
        BigInteger[][] product = new BigInteger[n + 1][n + 1];
        for (BigInteger[] row : product) {
            Arrays.fill(row, BigInteger.ZERO);
        }
        product[0][0] = BigInteger.ONE;
        for (int k = 1; k <= n; k++) {
            multiplyByMultisets(product, k, candidates(kind, k));
        }
        BigInteger sum = BigInteger.ZERO;
        for (int size = kind.fewest(); size <= Math.min(kind.most(), n); size++) {
            sum = sum.add(product[n][size]);
        }
        return sum;
    }

    /** c_k, in all slots together. */
    private BigInteger candidates(Signature.Kind kind, int order) {
        return kind.slots().values().stream()
                .flatMap(
                        accepted -> accepted.stream().map(child -> ofKind(child).get(order)))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Multiplies by (1 − y xᵏ)^(−c) = Σ_j C(c + j − 1, j) y^j x^(jk), the highest powers first. */
    private static void multiplyByMultisets(BigInteger[][] product, int k, BigInteger c) {
        int n = product.length - 1;
        for (int total = n; total >= k; total--) {
            for (int size = n; size >= 1; size--) {
                BigInteger binomial = BigInteger.ONE;
                for (int j = 1; j <= size && j * k <= total; j++) {
                    binomial =
                            binomial.multiply(c.add(BigInteger.valueOf(j - 1))).divide(BigInteger.valueOf(j));
                    product[total][size] =
                            product[total][size].add(product[total - j * k][size - j].multiply(binomial));
                }
            }
        }
    }
}
