package org.modeq.symbolic.latex;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.modeq.symbolic.tree.RootedTree;

/**
 * Elementary differentials in indices, f^i_j f^j_k f^k: an upper index is a component, lower ones are derivatives, repeated
 * ones are summed over. Letters are given out from the root, i first.
 */
final class IndexNotation {
    private static final String LETTERS = "ijklmnopqrstuvwxyz";

    private int used;

    private IndexNotation() {}

    /** A factor of a differential: a field with its upper index and its lower ones. */
    record Factor(String field, String upper, List<String> lower) {}

    /** The factors of F(t)^i, the root first. */
    static List<Factor> of(RootedTree tree) {
        IndexNotation notation = new IndexNotation();
        return notation.factors(tree, notation.next());
    }

    private List<Factor> factors(RootedTree tree, String upper) {
        List<String> lower =
                IntStream.range(0, tree.children().size()).mapToObj(i -> next()).toList();
        Factor root = new Factor(tree.colour().name(), upper, lower);
        return IntStream.range(-1, lower.size())
                .mapToObj(i -> i < 0 ? List.of(root) : factors(tree.children().get(i), lower.get(i)))
                .flatMap(List::stream)
                .collect(Collectors.toList());
    }

    /** i, j, …, z, i1, j1, … */
    private String next() {
        int round = used / LETTERS.length();
        String letter = LETTERS.substring(used % LETTERS.length(), used % LETTERS.length() + 1);
        used++;
        return round == 0 ? letter : letter + round;
    }
}
