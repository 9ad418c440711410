package org.modeq.symbolic.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * The trees over some colours up to an order, numbered from 0 in canonical order, so that algorithms reckon with
 * numbers.
 *
 * <p>A tree that is not a vertex is p∘c: the last of its children c grafted onto the root of the rest p. Grafts are
 * looked up, each is made only once.
 */
final class TreeTable {
    private final List<RootedTree> trees;
    private final Map<RootedTree, Integer> numbers = new HashMap<>();
    private final Map<Long, Integer> grafts = new HashMap<>();

    /** The table over some colours; empty over no colours. */
    TreeTable(Collection<Colour> colours, int order) {
        trees = TruncatedSeries.trees(colours, order);
        for (int number = 0; number < trees.size(); number++) {
            numbers.put(trees.get(number), number);
        }
    }

    int size() {
        return trees.size();
    }

    RootedTree tree(int number) {
        return trees.get(number);
    }

    int order(int number) {
        return trees.get(number).order();
    }

    /** The order of the last tree. */
    int highestOrder() {
        return order(size() - 1);
    }

    int number(RootedTree tree) {
        Integer number = numbers.get(tree);
        if (number == null) {
            throw new AssertionError(tree + " is not in the table");
        }
        return number;
    }

    /** The number of c in p∘c. */
    int last(int number) {
        List<RootedTree> children = tree(number).children();
        return number(children.get(children.size() - 1));
    }

    /** The number of p in p∘c. */
    int rest(int number) {
        RootedTree tree = tree(number);
        List<RootedTree> children = tree.children();
        return number(RootedTree.graft(tree.colour(), children.subList(0, children.size() - 1)));
    }

    /** The number of p∘c, for any two trees of which the orders add up to one in the table. */
    int grafted(int rest, int child) {
        return grafts.computeIfAbsent((long) rest * size() + child, key -> {
            List<RootedTree> children = new ArrayList<>(tree(rest).children());
            children.add(tree(child));
            return number(RootedTree.graft(tree(rest).colour(), children));
        });
    }

    /** The values of a function on the trees, by number. */
    <E> List<E> values(Function<RootedTree, E> function) {
        List<E> values = new ArrayList<>(size());
        trees.forEach(tree -> values.add(function.apply(tree)));
        return values;
    }

    /** The function on the trees with given values, by number. */
    <E> Map<RootedTree, E> function(List<E> values) {
        Map<RootedTree, E> function = new HashMap<>();
        for (int number = 0; number < values.size(); number++) {
            function.put(tree(number), values.get(number));
        }
        return function;
    }
}
