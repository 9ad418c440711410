package org.modeq.symbolic.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A tree with two legs")
class TwoLeggedTreeTest {
    private static final Colour A = new Colour("A");
    private static final Colour B = new Colour("B");
    private static final Colour LEG = new Colour("leg");

    private static TwoLeggedTree tree(String... stations) {
        return new TwoLeggedTree(
                List.of(stations).stream().map(RootedTree::parse).toList());
    }

    @Test
    @DisplayName("is the same in both directions, and a palindrome if its path is")
    void reversal() {
        assertEquals(tree("B[A]", "A"), tree("A", "B[A]"));
        assertEquals("W(A,B[A])", tree("B[A]", "A").toString());
        assertEquals(3, tree("B[A]", "A").order());
        assertFalse(tree("A", "B").isPalindrome());
        assertTrue(tree("A", "B", "A").isPalindrome());
    }

    @Test
    @DisplayName("makes rooted trees of a branch on one leg and the root at the other")
    void applied() {
        RootedTree branch = RootedTree.parse("C[C]");
        assertEquals(
                List.of(RootedTree.parse("A[B[A,C[C]]]"), RootedTree.parse("B[A,A[C[C]]]")),
                tree("A", "B[A]").applied(branch));
        assertEquals(
                List.of(RootedTree.parse("A[A,C[C]]"), RootedTree.parse("A[A,C[C]]")),
                tree("A[A]").applied(branch));
    }

    @Test
    @DisplayName("stands after those with fewer vertices, and after longer paths of as many")
    void orderOfTrees() {
        List<TwoLeggedTree> sorted = List.of(
                tree("f"), tree("f", "f"), tree("f[f]"), tree("f", "f", "f"), tree("f", "f[f]"), tree("f[f,f]"));
        assertEquals(sorted, sorted.stream().sorted().toList());
    }

    /** Each leg drawn as a leaf of its own colour, at all pairs of vertices of all trees. */
    @ParameterizedTest(name = "with {1} vertices in {0} colours: as many as trees with two marked leaves")
    @CsvSource({"1, 1", "1, 2", "1, 3", "1, 6", "1, 8", "2, 1", "2, 3", "2, 5"})
    void enumeration(int count, int order) {
        List<Colour> colours = List.of(A, B).subList(0, count);
        Set<FreeTree> marked = new TreeSet<>();
        for (RootedTree rooted : TreeEnumeration.over(colours).ofOrder(order)) {
            for (RootedTree grown : rooted.preLieProduct(RootedTree.vertex(LEG))) {
                List<RootedTree> children = new ArrayList<>(grown.children());
                children.add(RootedTree.vertex(LEG));
                marked.add(new FreeTree(RootedTree.graft(grown.colour(), children)));
            }
        }
        List<TwoLeggedTree> trees = TwoLeggedTree.ofOrder(colours, order);
        assertEquals(marked.size(), trees.size());
        assertTrue(trees.stream().allMatch(tree -> tree.order() == order));
    }

    @Test
    @DisplayName("has at least one vertex")
    void empty() {
        assertThrows(IllegalArgumentException.class, () -> new TwoLeggedTree(List.of()));
    }
}
