package org.modeq.symbolic.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * A partition of a tree: a set of edges taken away, after which the tree falls into parts. It is itself a tree of
 * parts: the part that contains the root, and the partitions of the branches that stood on it.
 *
 * @param part the part that contains the root
 * @param above the partitions of the branches that were cut off it
 */
public record TreePartition(RootedTree part, List<TreePartition> above) {
    /**
     * A partition by its parts.
     *
     * @param part the part that contains the root
     * @param above the partitions of the branches that were cut off it
     */
    public TreePartition {
        above = List.copyOf(above);
    }

    /**
     * All partitions of a tree: an admissible cut sets the part of the root free, and each branch is partitioned in
     * turn.
     *
     * <p>Chartier, Hairer and Vilmart (2010), section 3.1, the index set of substitution.
     *
     * @param tree t
     * @return 2^(|t|−1) partitions, one for each set of edges, not necessarily distinct
     */
    public static List<TreePartition> of(RootedTree tree) {
        List<TreePartition> partitions = new ArrayList<>();
        for (AdmissibleCut cut : tree.admissibleCuts()) {
            List<List<TreePartition>> forests = List.of(List.of());
            for (RootedTree branch : cut.branches()) {
                forests = products(forests, of(branch));
            }
            forests.forEach(forest -> partitions.add(new TreePartition(cut.trunk(), forest)));
        }
        return partitions;
    }

    private static List<List<TreePartition>> products(
            List<List<TreePartition>> forests, List<TreePartition> partitions) {
        List<List<TreePartition>> products = new ArrayList<>();
        for (List<TreePartition> forest : forests) {
            for (TreePartition partition : partitions) {
                List<TreePartition> product = new ArrayList<>(forest);
                product.add(partition);
                products.add(product);
            }
        }
        return products;
    }
}
