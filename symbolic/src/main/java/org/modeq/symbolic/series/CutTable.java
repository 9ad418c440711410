package org.modeq.symbolic.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The admissible cuts of the trees of a table, equal ones counted: the cuts of p∘c are a cut of p together with c cut
 * off, or together with a cut of c.
 */
final class CutTable {
    private final TreeTable table;
    private final List<Map<Cut, Long>> cuts = new ArrayList<>();
    private int asked;

    /**
     * A cut by numbers.
     *
     * @param trunk the tree that keeps the root
     * @param branches the trees cut off, sorted
     */
    record Cut(int trunk, List<Integer> branches) {}

    CutTable(TreeTable table) {
        this.table = table;
    }

    /** The cuts of the next tree of the table with their multiplicities; those of the highest order are not kept. */
    Map<Cut, Long> next() {
        int number = asked;
        Map<Cut, Long> result = new LinkedHashMap<>();
        if (table.tree(number).isVertex()) {
            result.put(new Cut(number, List.of()), 1L);
        } else {
            int last = table.last(number);
            cuts.get(table.rest(number)).forEach((below, times) -> {
                result.merge(joined(below.trunk(), below.branches(), List.of(last)), times, Long::sum);
                cuts.get(last).forEach((above, more) -> {
                    int trunk = table.grafted(below.trunk(), above.trunk());
                    result.merge(joined(trunk, below.branches(), above.branches()), times * more, Long::sum);
                });
            });
        }
        if (table.order(number) < table.highestOrder()) {
            cuts.add(result);
        }
        asked++;
        return result;
    }

    private static Cut joined(int trunk, List<Integer> left, List<Integer> right) {
        List<Integer> branches = new ArrayList<>(left.size() + right.size());
        int i = 0;
        for (Integer branch : right) {
            while (i < left.size() && left.get(i) <= branch) {
                branches.add(left.get(i++));
            }
            branches.add(branch);
        }
        branches.addAll(left.subList(i, left.size()));
        return new Cut(trunk, branches);
    }
}
