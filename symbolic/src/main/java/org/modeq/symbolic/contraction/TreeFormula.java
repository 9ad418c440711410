package org.modeq.symbolic.contraction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.FreeTree;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TwoLeggedTree;

/** Contractions of losses along trees as formulas of the language. */
public final class TreeFormula {
    private TreeFormula() {}

    /**
     * The contraction of a free tree, which the language reads back as S(T).
     *
     * <p>A path is an inner product of two halves, a tree that branches a derivative at its centre.
     *
     * @param tree T
     * @param lossName how the loss of a colour is written
     * @return for example {@code L}, {@code norm2(grad(L))}, {@code dot(grad(A),hess(A)*grad(B))} or
     *     {@code D(L,3)[grad(L),grad(L),grad(L)]}
     */
    public static String of(FreeTree tree, Function<Colour, String> lossName) {
        RootedTree centre = tree.centre();
        if (centre.isVertex()) {
            return lossName.apply(centre.colour());
        }
        return tree.halves()
                .map(halves -> product(of(halves.get(0), lossName), of(halves.get(1), lossName)))
                .orElseGet(() -> derivative(centre, centre.children().size(), lossName));
    }

    private static String product(String left, String right) {
        return left.equals(right) ? "norm2(" + left + ")" : "dot(" + left + "," + right + ")";
    }

    /**
     * The contraction of a rooted tree, which the language reads back as G(t).
     *
     * @param tree t
     * @param lossName how the loss of a colour is written
     * @return for example {@code grad(L)}, {@code hess(A)*grad(B)} or {@code D(L,3)[grad(L),grad(L)]}
     */
    public static String of(RootedTree tree, Function<Colour, String> lossName) {
        String loss = lossName.apply(tree.colour());
        int count = tree.children().size();
        if (count == 0) {
            return "grad(" + loss + ")";
        }
        return count == 1
                ? "hess(" + loss + ")*" + of(tree.children().get(0), lossName)
                : derivative(tree, count + 1, lossName);
    }

    /**
     * The symmetric matrix of a tree with two legs, which the language reads back as W.
     *
     * @param tree T
     * @param lossName how the loss of a colour is written
     * @return for example {@code hess(L)*hess(L)}, {@code D(L,3)[grad(L)]} or
     *     {@code 1/2*(hess(A)*hess(B) + hess(B)*hess(A))}
     */
    public static String of(TwoLeggedTree tree, Function<Colour, String> lossName) {
        List<String> factors = tree.stations().stream()
                .map(station -> station.isVertex()
                        ? "hess(" + lossName.apply(station.colour()) + ")"
                        : derivative(station, station.children().size() + 2, lossName))
                .toList();
        List<String> reversed = new ArrayList<>(factors);
        Collections.reverse(reversed);
        String product = String.join("*", factors);
        return tree.isPalindrome() ? product : "1/2*(" + product + " + " + String.join("*", reversed) + ")";
    }

    private static String derivative(RootedTree tree, int order, Function<Colour, String> lossName) {
        return tree.children().stream()
                .map(child -> of(child, lossName))
                .collect(Collectors.joining(",", "D(" + lossName.apply(tree.colour()) + "," + order + ")[", "]"));
    }
}
