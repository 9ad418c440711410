package org.modeq.symbolic.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.modeq.symbolic.method.StepPolynomial;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.BlockedForest;

/**
 * The iterates of a mean map θ ↦ 𝔼θ′ that is a series over patterns, and its field:
 * <pre>
 *   P(t, ρ; n+1) = Σ over trunks s of a(s, ρ|s) Π P(branch, ρ|branch; n),     b = ∂P/∂n at n = 0,
 * </pre>
 * over those cuts in which no block meets two parts, since the parts are independent.
 *
 * @param ring the ring of the coefficients
 * @param map a(t, ρ)
 */
record MeanIterates<E>(Ring<E> ring, Function<BlockedForest, E> map) {
    /** b(t, ρ). */
    E field(BlockedForest tree) {
        return iterate(tree).linearCoefficient();
    }

    /** P(t, ρ; n), a polynomial of degree at most |t| by its values at n = 0, …, |t|. */
    private StepPolynomial<E> iterate(BlockedForest tree) {
        int degree = tree.size();
        List<Branch> branches = new ArrayList<>();
        for (int vertex = degree - 1; vertex >= 0; vertex--) {
            branches.add(0, new Branch(tree, vertex));
        }
        List<List<E>> values = new ArrayList<>();
        for (int vertex = 0; vertex < degree; vertex++) {
            values.add(new ArrayList<>(List.of(ring.zero())));
        }
        for (int n = 0; n < degree; n++) {
            for (int vertex = 0; vertex < degree; vertex++) {
                E next = values.get(vertex).get(n);
                for (Cut<E> cut : branches.get(vertex).cuts()) {
                    E product = cut.trunk();
                    for (int branch : cut.branches()) {
                        product = ring.multiply(product, values.get(branch).get(n));
                    }
                    next = ring.add(next, product);
                }
                values.get(vertex).add(next);
            }
        }
        return StepPolynomial.ofValues(ring, values.get(0));
    }

    /** A non-empty trunk, by its coefficient, and the roots of the branches on it. */
    private record Cut<E>(E trunk, List<Integer> branches) {}

    /** The part of the tree from a vertex upwards, with its cuts in which no block meets two parts. */
    private final class Branch {
        private final List<Cut<E>> cuts = new ArrayList<>();

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
            cuts.add(new Cut<>(map.apply(tree.restricted(trunk)), branches));
        }

        List<Cut<E>> cuts() {
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
