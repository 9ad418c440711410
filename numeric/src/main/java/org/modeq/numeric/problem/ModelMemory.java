package org.modeq.numeric.problem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.modeq.numeric.graph.Node;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.RootedTree;

/**
 * How much memory an evaluation on a network takes, estimated from above.
 *
 * @param dimension the number of parameters
 * @param entries the entries of all matrices in the graphs of the losses
 * @param keepsVectors whether the terms keep their vectors
 * @param available the bytes that there are
 */
record ModelMemory(long dimension, long entries, boolean keepsVectors, long available) {
    /** Bytes of a boxed double with its place in a list. */
    private static final long BYTES_PER_BOXED = 24;

    /** Arrays of the size of the parameters, or of all matrices of a graph, that one coefficient of a jet takes. */
    private static final long ARRAYS_PER_COEFFICIENT = 3;

    static ModelMemory of(ModelProblem problem, boolean keepsVectors) {
        long entries = problem.tasks().values().stream()
                .mapToLong(task -> task.loss().graphLoss().node().ancestors().stream()
                        .mapToLong(Node::entries)
                        .sum())
                .sum();
        return new ModelMemory(
                problem.dimension(), entries, keepsVectors, Runtime.getRuntime().maxMemory() / 4 * 3);
    }

    /** Refuses a series whose evaluation does not fit, naming the largest order that does. */
    void requireThatItFits(BSeriesField<Rational> series) {
        long needed = bytes(series);
        if (needed <= available) {
            return;
        }
        int fits = series.truncationOrder() - 1;
        while (fits > 0 && bytes(series.truncated(fits)) > available) {
            fits--;
        }
        String mend = fits > 0
                ? "the largest order that fits is " + fits
                : "take fewer samples or a smaller model, or give Java more memory";
        throw new IllegalArgumentException("given order " + series.truncationOrder() + " for " + dimension
                + " parameters, which needs about " + (needed >> 20) + " MiB of memory, expected at most "
                + (available >> 20) + " MiB; " + mend);
    }

    private long bytes(BSeriesField<Rational> series) {
        Set<RootedTree> subtrees = new HashSet<>();
        long coefficients = 1;
        List<RootedTree> trees = new ArrayList<>(series.nonzero().keySet());
        for (RootedTree tree : trees) {
            tree.children().forEach(child -> collect(child, subtrees));
            coefficients = Math.max(coefficients, coefficients(tree));
        }
        long vectors = 2L * subtrees.size() + trees.size() + series.truncationOrder();
        long kept = keepsVectors ? BYTES_PER_BOXED * trees.size() * dimension : 0;
        return Double.BYTES * dimension * vectors
                + kept
                + Double.BYTES * ARRAYS_PER_COEFFICIENT * coefficients * (dimension + entries);
    }

    private static void collect(RootedTree tree, Set<RootedTree> subtrees) {
        if (subtrees.add(tree)) {
            tree.children().forEach(child -> collect(child, subtrees));
        }
    }

    /** Π (multiplicity + 1) over the distinct children: the coefficients of the jets that give F(t). */
    private static long coefficients(RootedTree tree) {
        long coefficients = 1;
        for (RootedTree child : Set.copyOf(tree.children())) {
            coefficients *= 1 + tree.children().stream().filter(child::equals).count();
        }
        return coefficients;
    }
}
