package org.modeq.symbolic.pattern;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.modeq.symbolic.method.StepPolynomial;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.BlockedForest;

/**
 * The average over all orders of an epoch in which every batch acts once, for any number m of batches.
 *
 * <p>On distinct batches a pattern with k blocks has the mean coefficient p = e/k!, whatever m is: the probability that a random
 * order lets every vertex act before its parent. In free sums, where blocks may coincide,
 * <pre>
 *   a(t, ρ) = Σ_{π ≤ ρ} μ(π, ρ) p(t, π),     μ = Π over the blocks of ρ of (−1)^(r−1) (r−1)!,
 * </pre>
 * π running over the partitions that refine ρ, r the number of parts of a block. These are the coefficients of the mean map
 * θ ↦ 𝔼θ′. Its iterates are
 * <pre>
 *   P(t, ρ; n+1) = Σ over trunks s of a(s, ρ|s) Π P(branch, ρ|branch; n)
 * </pre>
 * over those cuts in which no block meets two parts, since the parts are independent epochs; b = ∂P/∂n at 0 as ever.
 */
public final class ShuffledEpoch {
    private final Function<BlockedForest, Rational> onDistinct;
    private final Map<BlockedForest, Rational> known = new HashMap<>();

    private ShuffledEpoch(Function<BlockedForest, Rational> onDistinct) {
        this.onDistinct = onDistinct;
    }

    /** p = e/k!. */
    private static Rational probability(BlockedForest forest) {
        return Rational.of(BigInteger.valueOf(forest.linearExtensions()), factorial(forest.blockCount()));
    }

    private static BigInteger factorial(int k) {
        return k < 2 ? BigInteger.ONE : factorial(k - 1).multiply(BigInteger.valueOf(k));
    }

    /**
     * The mean map, as its coefficients a with h^|t| a(t)/σ(t).
     *
     * @param order N ≥ 1
     * @return a over pattern trees to order N; exact, about N! · 4^N steps for each
     */
    public static PatternSeries map(int order) {
        ShuffledEpoch epoch = new ShuffledEpoch(ShuffledEpoch::probability);
        return series(order, epoch::free);
    }

    /**
     * The field of the mean map: its time-1 flow, in units of an epoch, takes θ to 𝔼θ′.
     *
     * @param order N ≥ 1
     * @return b over pattern trees to order N
     */
    public static PatternSeries field(int order) {
        ShuffledEpoch epoch = new ShuffledEpoch(ShuffledEpoch::probability);
        return series(order, tree -> epoch.iterate(tree).linearCoefficient());
    }

    /**
     * The mean of the fields: every order of the batches has a modified field of its own, and these are averaged.
     *
     * <p>The same as {@link #field} to order 3, different from order 4 on.
     *
     * @param order N ≥ 1
     * @return b over pattern trees to order N
     */
    public static PatternSeries meanOfFields(int order) {
        OrderedSweep sweep = new OrderedSweep(order);
        ShuffledEpoch epoch = new ShuffledEpoch(sweep::mean);
        return series(order, epoch::free);
    }

    /**
     * The field of the mean map in the mean field f̄ = Σ f_i/m and the deviations from it, the sums turned into means ⟨·⟩ = 1/m Σ and
     * time counted so that an epoch takes mh: then f₁ = f̄, and a pattern of k blocks has the factor m^(k−1).
     *
     * @param order N ≥ 1
     * @return the coefficients of centred patterns, polynomials in m
     */
    public static PatternSeries centredField(int order) {
        ShuffledEpoch epoch = new ShuffledEpoch(ShuffledEpoch::probability);
        return CentredForm.of(
                order,
                n -> PatternEnumeration.trees(n, true),
                tree -> epoch.iterate(tree).linearCoefficient(),
                blocks -> Polynomial.monomial(Rational.ONE, blocks - 1));
    }

    private static PatternSeries series(int order, Function<BlockedForest, Rational> coefficient) {
        SortedMap<Pattern, Polynomial> coefficients = new TreeMap<>();
        for (int n = 1; n <= order; n++) {
            for (Pattern pattern : PatternEnumeration.trees(n, false)) {
                coefficients.put(pattern, Polynomial.constant(coefficient.apply(pattern.blocked())));
            }
        }
        return new PatternSeries(order, false, coefficients);
    }

    /** a(t, ρ), by Möbius inversion over the partitions that refine ρ. */
    private Rational free(BlockedForest forest) {
        Rational found = known.get(forest);
        if (found == null) {
            Rational[] sum = {Rational.ZERO};
            forEachRefinement(forest, new int[forest.size()], 0, new ArrayList<>(), (blocks, mobius) -> {
                Rational term = onDistinct.apply(forest.withBlocks(blocks)).multiply(Rational.of(mobius));
                sum[0] = sum[0].add(term);
            });
            found = sum[0];
            known.put(forest, found);
        }
        return found;
    }

    private interface Refinement {
        void accept(int[] blocks, long mobius);
    }

    /** Vertex by vertex: into a part of its own block, or the first of a new part; the r-th part brings −(r − 1). */
    private static void forEachRefinement(
            BlockedForest forest, int[] parts, int vertex, List<Integer> blockOfPart, Refinement action) {
        if (vertex == forest.size()) {
            long mobius = 1;
            Map<Integer, Integer> counts = new HashMap<>();
            for (int block : blockOfPart) {
                int before = counts.merge(block, 1, Integer::sum) - 1;
                mobius *= before == 0 ? 1 : -before;
            }
            action.accept(parts.clone(), mobius);
            return;
        }
        for (int part = 0; part < blockOfPart.size(); part++) {
            if (blockOfPart.get(part) == forest.block(vertex)) {
                parts[vertex] = part;
                forEachRefinement(forest, parts, vertex + 1, blockOfPart, action);
            }
        }
        parts[vertex] = blockOfPart.size();
        blockOfPart.add(forest.block(vertex));
        forEachRefinement(forest, parts, vertex + 1, blockOfPart, action);
        blockOfPart.remove(blockOfPart.size() - 1);
    }

    /** P(t, ρ; n), a polynomial of degree at most |t| by its values at n = 0, …, |t|. */
    private StepPolynomial<Rational> iterate(BlockedForest tree) {
        int degree = tree.size();
        List<Branch> branches = new ArrayList<>();
        for (int vertex = degree - 1; vertex >= 0; vertex--) {
            branches.add(0, new Branch(tree, vertex));
        }
        List<List<Rational>> values = new ArrayList<>();
        for (int vertex = 0; vertex < degree; vertex++) {
            values.add(new ArrayList<>(List.of(Rational.ZERO)));
        }
        for (int n = 0; n < degree; n++) {
            for (int vertex = 0; vertex < degree; vertex++) {
                Rational next = values.get(vertex).get(n);
                for (Cut cut : branches.get(vertex).cuts()) {
                    Rational product = cut.trunk();
                    for (int branch : cut.branches()) {
                        product = product.multiply(values.get(branch).get(n));
                    }
                    next = next.add(product);
                }
                values.get(vertex).add(next);
            }
        }
        return StepPolynomial.ofValues(RATIONALS, values.get(0));
    }

    /** A non-empty trunk, by its coefficient, and the roots of the branches on it. */
    private record Cut(Rational trunk, List<Integer> branches) {}

    /** The part of the tree from a vertex upwards, with its cuts in which no block meets two parts. */
    private final class Branch {
        private final List<Cut> cuts = new ArrayList<>();

        Branch(BlockedForest tree, int root) {
            List<Integer> vertices = above(tree, root);
            for (int set = 0; set < 1 << (vertices.size() - 1); set++) {
                // The root is in every trunk, the bits are the other vertices.
                List<Integer> trunk = new ArrayList<>(List.of(root));
                for (int i = 1; i < vertices.size(); i++) {
                    if (((set >> (i - 1)) & 1) != 0) {
                        trunk.add(vertices.get(i));
                    }
                }
                add(tree, vertices, trunk);
            }
        }

        private void add(BlockedForest tree, List<Integer> vertices, List<Integer> trunk) {
            List<Integer> branches = new ArrayList<>();
            Map<Integer, Integer> partOfBlock = new HashMap<>();
            Map<Integer, Integer> partOfVertex = new HashMap<>();
            for (int vertex : vertices) {
                boolean isInTrunk = trunk.contains(vertex);
                boolean isOnTrunk = trunk.contains(tree.parent(vertex));
                if (isInTrunk && vertex != trunk.get(0) && !isOnTrunk) {
                    return;
                }
                int part = isInTrunk ? BlockedForest.NONE : isOnTrunk ? vertex : partOfVertex.get(tree.parent(vertex));
                if (part == vertex) {
                    branches.add(vertex);
                }
                partOfVertex.put(vertex, part);
                Integer other = partOfBlock.putIfAbsent(tree.block(vertex), part);
                if (other != null && other != part) {
                    return;
                }
            }
            cuts.add(new Cut(free(tree.restricted(trunk)), branches));
        }

        List<Cut> cuts() {
            return cuts;
        }
    }

    /** A vertex and all above it; parents come before their children. */
    private static List<Integer> above(BlockedForest tree, int root) {
        List<Integer> vertices = new ArrayList<>(List.of(root));
        for (int vertex = root + 1; vertex < tree.size(); vertex++) {
            if (vertices.contains(tree.parent(vertex))) {
                vertices.add(vertex);
            }
        }
        return vertices;
    }
}
