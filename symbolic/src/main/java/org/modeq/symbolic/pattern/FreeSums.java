package org.modeq.symbolic.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.BlockedForest;

/**
 * From sums in which different blocks are different batches to free sums, in which they may coincide:
 * <pre>
 *   a(t, ρ) = Σ_{π ≤ ρ} μ(π, ρ) p(t, π),     μ = Π over the blocks of ρ of (−1)^(r−1) (r−1)!,
 * </pre>
 * π running over the partitions that refine ρ, r the number of parts of a block.
 */
final class FreeSums {
    private final Function<BlockedForest, Rational> onDistinct;
    private final Map<BlockedForest, Rational> known = new HashMap<>();

    /** Given p. */
    FreeSums(Function<BlockedForest, Rational> onDistinct) {
        this.onDistinct = onDistinct;
    }

    /** a(t, ρ), by Möbius inversion over the partitions that refine ρ. */
    Rational of(BlockedForest forest) {
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
}
