package org.modeq.symbolic.circuit;

import static org.modeq.symbolic.circuit.IntegerPolynomials.ONE;
import static org.modeq.symbolic.circuit.IntegerPolynomials.ZERO;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.tree.PlantedTree;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.Signature;
import org.modeq.symbolic.tree.TreeEnumeration;

/**
 * All coefficients b(t) of a circuit with filters over ℤ, on arrays of integers.
 *
 * <p>A signal P(n) = Σ c_j e_j is the row c₀, c₁, …, c_k of polynomials in the symbols. Rows are multiplied by their values
 * P(−i) = Σ_j (−1)^j C(i,j) c_j, of which a product of degree k needs k + 1; the same sum leads back. Each row is filtered once for
 * each filter behind it. lcm(1, …, N) b(t) = Σ_j lcm/j c_j is what is kept; trees of order N have no row.
 */
final class DenseCoefficients {
    private final Circuit circuit;
    private final int order;
    private final IntegerPolynomials ring;
    private final List<long[]> binomials;
    private final long denominator;
    private final Map<Filter, long[][]> filters = new HashMap<>();

    /** The rows of trees behind the filters that may come, by identity: the enumeration shares its subtrees. */
    private final IdentityHashMap<RootedTree, Map<Filter, long[][]>> rows = new IdentityHashMap<>();

    private final Map<RootedTree, long[]> results = new HashMap<>();
    private final List<List<RootedTree>> trees = new ArrayList<>();

    private DenseCoefficients(Circuit circuit, int order) {
        this.circuit = circuit;
        this.order = order;
        this.ring = new IntegerPolynomials(circuit.symbols(), degree(circuit, order));
        this.binomials = IntegerPolynomials.binomials(order);
        this.denominator = lcm(order);
        circuit.nodes().values().forEach(node -> {
            addFilter(node.output());
            node.inputs().values().forEach(input -> addFilter(input.filter()));
        });
    }

    /**
     * The coefficients of all trees up to an order.
     *
     * @throws ArithmeticException if a filter is not over ℤ, or a number passes 2⁶³
     */
    static DenseCoefficients of(Circuit circuit, int order) {
        DenseCoefficients coefficients = new DenseCoefficients(circuit, order);
        TreeEnumeration trees = TreeEnumeration.over(circuit.signature());
        for (int k = 1; k <= order; k++) {
            coefficients.solve(trees, k);
            coefficients.trees.add(trees.ofOrder(k));
        }
        coefficients.rows.clear();
        return coefficients;
    }

    /** The trees whose root is an update, by order, each order in canonical order. */
    List<List<RootedTree>> trees() {
        return trees;
    }

    /** b(t). */
    ParameterPolynomial coefficient(RootedTree tree) {
        return ring.polynomial(results.getOrDefault(tree, ZERO), BigInteger.valueOf(denominator));
    }

    /** Whether b(t) = 0. */
    boolean isZero(RootedTree tree) {
        return results.getOrDefault(tree, ZERO).length == 0;
    }

    /** Σ b over the trees of an order. */
    ParameterPolynomial sum(int size) {
        long[] sum = ZERO;
        for (RootedTree tree : trees.get(size - 1)) {
            sum = IntegerPolynomials.plus(sum, 1, results.getOrDefault(tree, ZERO));
        }
        return ring.polynomial(sum, BigInteger.valueOf(denominator));
    }

    /**
     * A bound on the degrees: where every a_r has degree at most r + e, the coefficient c_j of a tree has at most |t| − j plus e of
     * each filter in it. Two nodes of one kind have an update between them, so there are at most |t| of each kind, and each
     * has one filter behind it and one on the way to its parent.
     */
    private static int degree(Circuit circuit, int order) {
        int excess = 0;
        for (CircuitNode node : circuit.nodes().values()) {
            excess += excess(node.output(), order)
                    + circuit.nodes().values().stream()
                            .flatMap(parent -> parent.inputs().values().stream())
                            .filter(input -> input.sources().contains(node.name()))
                            .mapToInt(input -> excess(input.filter(), order))
                            .max()
                            .orElse(0);
        }
        return order + order * excess;
    }

    private static int excess(Filter filter, int order) {
        int excess = 0;
        List<ParameterPolynomial> coefficients = filter.coefficients(order);
        for (int r = 0; r < coefficients.size(); r++) {
            excess = Math.max(excess, coefficients.get(r).degree() - r);
        }
        return excess;
    }

    private static long lcm(int order) {
        BigInteger lcm = BigInteger.ONE;
        for (int j = 2; j <= order; j++) {
            BigInteger factor = BigInteger.valueOf(j);
            lcm = lcm.multiply(factor).divide(lcm.gcd(factor));
        }
        return lcm.longValueExact();
    }

    private void addFilter(Filter filter) {
        filters.computeIfAbsent(
                filter, f -> f.coefficients(order).stream().map(ring::of).toArray(long[][]::new));
    }

    private void solve(TreeEnumeration trees, int k) {
        for (Signature.Kind kind : circuit.signature().kinds()) {
            CircuitNode node = circuit.node(kind.colour());
            if (k < order || node.isUpdate()) {
                trees.ofKind(kind.colour(), k).forEach(tree -> solve(node, tree, k));
            }
        }
    }

    private void solve(CircuitNode node, RootedTree tree, int k) {
        long[][] signal = filtered(product(node, tree), node.output());
        long[][] row = node.isUpdate() ? strictSum(signal) : signal;
        if (node.isUpdate()) {
            results.put(tree, linearCoefficient(row));
        }
        if (k < order) {
            Map<Filter, long[][]> ways = new HashMap<>();
            for (CircuitNode parent : circuit.nodes().values()) {
                parent.inputs().values().stream()
                        .filter(input -> input.sources().contains(node.name()))
                        .forEach(input -> ways.computeIfAbsent(input.filter(), filter -> filtered(row, filter)));
            }
            rows.put(tree, ways);
        }
    }

    private long[][] product(CircuitNode node, RootedTree tree) {
        List<long[][]> factors = new ArrayList<>();
        int degree = 0;
        for (PlantedTree child : tree.plantedChildren()) {
            long[][] factor = row(child.tree(), Circuit.filter(node, child));
            factors.add(factor);
            degree += factor.length - 1;
        }
        if (factors.isEmpty()) {
            return new long[][] {ONE};
        }
        if (factors.size() == 1) {
            return factors.get(0);
        }
        long[][] values = alternating(factors.get(0), degree);
        for (long[][] factor : factors.subList(1, factors.size())) {
            long[][] others = alternating(factor, degree);
            for (int i = 0; i <= degree; i++) {
                values[i] = IntegerPolynomials.product(values[i], others[i]);
            }
        }
        return alternating(values, degree);
    }

    /** The row of a smaller tree behind a filter. */
    private long[][] row(RootedTree tree, Filter filter) {
        long[][] row = rows.getOrDefault(tree, Map.of()).get(filter);
        if (row == null) {
            throw new AssertionError(tree);
        }
        return row;
    }

    /** Σ_j (−1)^j C(i,j) x_j for i = 0, …, n: from differences at 0 to values at −i, and back. */
    private long[][] alternating(long[][] x, int n) {
        long[][] result = new long[n + 1][];
        for (int i = 0; i <= n; i++) {
            long[] sum = ZERO;
            for (int j = 0; j <= Math.min(i, x.length - 1); j++) {
                long binomial = binomials.get(i)[j];
                sum = IntegerPolynomials.plus(sum, j % 2 == 0 ? binomial : -binomial, x[j]);
            }
            result[i] = sum;
        }
        return result;
    }

    /** c_j ← Σ_r a_r c_(j+r). */
    private long[][] filtered(long[][] row, Filter filter) {
        if (filter.equals(Filter.IDENTITY)) {
            return row;
        }
        long[][] coefficients = filters.get(filter);
        if (coefficients == null) {
            throw new AssertionError(filter);
        }
        long[][] result = new long[row.length][];
        for (int j = 0; j < row.length; j++) {
            long[] sum = ZERO;
            for (int r = 0; j + r < row.length; r++) {
                sum = IntegerPolynomials.plus(sum, 1, IntegerPolynomials.product(coefficients[r], row[j + r]));
            }
            result[j] = sum;
        }
        return result;
    }

    /** c_(j+1) ← c_(j+1) + c_j for all j, and c_j ← c_j − c_j for j ≥ 1: the sum over i &lt; n, and 0 at n = 0. */
    private static long[][] strictSum(long[][] row) {
        long[][] sum = new long[row.length + 1][];
        sum[0] = ZERO;
        for (int j = 0; j < row.length; j++) {
            sum[j + 1] = j + 1 < row.length ? IntegerPolynomials.plus(row[j], -1, row[j + 1]) : row[j];
        }
        return sum;
    }

    /** lcm/1 c₁ + lcm/2 c₂ + …. */
    private long[] linearCoefficient(long[][] row) {
        long[] sum = ZERO;
        for (int j = 1; j < row.length; j++) {
            sum = IntegerPolynomials.plus(sum, denominator / j, row[j]);
        }
        return sum;
    }
}
