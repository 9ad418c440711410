package org.modeq.symbolic.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The index of trees")
class TreeIndexTest {
    private static final List<Colour> THREE = List.of(new Colour("A"), new Colour("B"), new Colour("C"));

    private static TreeIndex index(int order, int colours) {
        return TreeIndex.upTo(order, THREE.subList(0, colours));
    }

    private static List<RootedTree> trees(TreeIndex index, int order) {
        return IntStream.range(0, index.treeCount(order))
                .mapToObj(tree -> index.treeAt(order, tree))
                .toList();
    }

    @Test
    @DisplayName("numbers f[f,f,f], f[f,f[f]], f[f[f,f]], f[f[f[f]]] in this order")
    void orderFour() {
        List<String> expected = List.of("A[A,A,A]", "A[A,A[A]]", "A[A[A,A]]", "A[A[A[A]]]");
        assertEquals(
                expected,
                trees(index(4, 1), 4).stream().map(RootedTree::toString).toList());
    }

    @ParameterizedTest(name = "every tree of order {0} in {1} colours has one number")
    @CsvSource({"1, 1", "2, 1", "5, 1", "10, 1", "1, 2", "6, 2", "1, 3", "2, 3", "5, 3"})
    void roundTrip(int order, int colours) {
        TreeIndex index = index(order, colours);
        List<RootedTree> trees = trees(index, order);
        assertEquals(new HashSet<>(TreeEnumeration.over(index.colours()).ofOrder(order)), new HashSet<>(trees));
        for (int tree = 0; tree < trees.size(); tree++) {
            assertEquals(tree, index.indexOf(trees.get(tree)));
            assertEquals(trees.get(tree).density(), index.density(order, tree));
            assertEquals(trees.get(tree).colour(), index.colours().get(index.colourOf(order, tree)));
        }
    }

    @Test
    @DisplayName("takes the smallest tree out of a forest, and its blocks put it back")
    void splits() {
        TreeIndex index = index(8, 2);
        for (int size = 1; size < 8; size++) {
            int next = 0;
            for (TreeIndex.Block block : index.blocks(size)) {
                assertEquals(next, block.start());
                for (int i = 0; i < block.length(); i++) {
                    assertEquals(
                            new TreeIndex.Split(
                                    size - block.branchOrder(), block.rest() + i, block.branchOrder(), block.branch()),
                            index.split(size, block.start() + i));
                }
                next += block.length();
            }
            assertEquals(next, index.firstSingle(size));
            assertEquals(next + index.treeCount(size), index.forestCount(size));
            assertEquals(new TreeIndex.Split(0, 0, size, 0), index.split(size, next));
        }
    }

    /** OEIS A000081. */
    @Test
    @DisplayName("counts the trees of one colour to order 20")
    void oneColour() {
        int[] counts = {
            1, 1, 2, 4, 9, 20, 48, 115, 286, 719, 1842, 4766, 12486, 32973, 87811, 235381, 634847, 1721159, 4688676,
            12826228
        };
        TreeIndex index = index(20, 1);
        for (int order = 1; order <= 20; order++) {
            assertEquals(counts[order - 1], index.treeCount(order));
        }
    }

    /** The numbers of forests: OEIS A000151 for two colours, A006964 for three. */
    @Test
    @DisplayName("counts the trees of two colours to order 10 and of three to order 7")
    void moreColours() {
        int[] two = {1, 2, 7, 26, 107, 458, 2058, 9498, 44947, 216598};
        for (int order = 1; order <= 10; order++) {
            assertEquals(2 * two[order - 1], index(10, 2).treeCount(order));
        }
        int[] three = {1, 3, 15, 82, 495, 3144, 20875};
        for (int order = 1; order <= 7; order++) {
            assertEquals(3 * three[order - 1], index(7, 3).treeCount(order));
        }
    }

    @Test
    @Tag("slow")
    @DisplayName("knows the tree of every number of order 16, and its number")
    void largeRoundTrip() {
        TreeIndex index = index(16, 1);
        for (int tree = 0; tree < index.treeCount(16); tree++) {
            assertEquals(tree, index.indexOf(index.treeAt(16, tree)));
        }
    }

    @Test
    @DisplayName("refuses trees that it does not hold")
    void refuses() {
        TreeIndex index = index(4, 2);
        assertEquals(4, index.order());
        assertThrows(IllegalArgumentException.class, () -> index.indexOf(RootedTree.parse("C[A]")));
        assertThrows(IllegalArgumentException.class, () -> index.indexOf(RootedTree.parse("A[A[A[A[A]]]]")));
        assertThrows(IllegalArgumentException.class, () -> index.treeAt(5, 0));
        assertThrows(IllegalArgumentException.class, () -> index.treeAt(0, 0));
        assertThrows(IllegalArgumentException.class, () -> index.treeAt(2, 4));
        assertThrows(IllegalArgumentException.class, () -> index.treeAt(2, -1));
        assertThrows(IllegalArgumentException.class, () -> index(0, 1));
        assertThrows(IllegalArgumentException.class, () -> index(1_000_000_000, 1));
        assertThrows(IllegalArgumentException.class, () -> TreeIndex.upTo(3, Set.of()));
    }
}
