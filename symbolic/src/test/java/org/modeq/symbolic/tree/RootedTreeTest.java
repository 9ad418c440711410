package org.modeq.symbolic.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A rooted tree")
class RootedTreeTest {
    private static final List<Colour> TWO = List.of(new Colour("A"), new Colour("B"));

    @Nested
    @DisplayName("given the cherry f[f,f]")
    class Cherry {
        private final RootedTree cherry = RootedTree.parse("f[f,f]");

        @Test
        @DisplayName("has order 3, density 3 and symmetry 2")
        void numbers() {
            assertEquals(3, cherry.order());
            assertEquals(BigInteger.valueOf(3), cherry.density());
            assertEquals(BigInteger.TWO, cherry.symmetry());
        }

        @Test
        @DisplayName("is rooted once as itself and twice as the tall tree")
        void rootings() {
            RootedTree tall = RootedTree.parse("f[f[f]]");
            assertEquals(List.of(cherry, tall, tall), cherry.rootings());
            assertEquals(new FreeTree(cherry), new FreeTree(tall));
        }

        @Test
        @DisplayName("has the product with a vertex that grafts it everywhere")
        void preLie() {
            List<String> grown = cherry.preLieProduct(RootedTree.vertex(Colour.F)).stream()
                    .map(RootedTree::toString)
                    .sorted()
                    .toList();
            assertEquals(List.of("f[f,f,f]", "f[f,f[f]]", "f[f,f[f]]"), grown);
        }
    }

    @Test
    @DisplayName("is the same whatever the order of its children")
    void canonical() {
        RootedTree tree = RootedTree.parse("A[B[A,B],A,B[B,A]]");
        assertEquals(tree, RootedTree.parse(" A[ B[B,A] , B[A,B], A ] "));
        assertEquals("A[A,B[A,B],B[A,B]]", tree.toString());
        assertNotEquals(tree, RootedTree.parse("B[B[A,B],A,B[B,A]]"));
        assertEquals(tree.hashCode(), RootedTree.parse("A[B[B,A],A,B[B,A]]").hashCode());
        assertEquals(new TreeSet<>(TWO), tree.colours());
    }

    @ParameterizedTest(name = "f with {0} leaves has symmetry {1}")
    @CsvSource({"1, 1", "3, 6", "21, 51090942171709440000"})
    @DisplayName("has exact symmetries beyond 64 bits")
    void bushySymmetry(int leaves, BigInteger symmetry) {
        RootedTree bushy = RootedTree.graft(Colour.F, Collections.nCopies(leaves, RootedTree.vertex(Colour.F)));
        assertEquals(symmetry, bushy.symmetry());
    }

    @Test
    @DisplayName("has an exact density beyond 64 bits: 21! for the tall tree of order 21")
    void tallDensity() {
        RootedTree tall = RootedTree.vertex(Colour.F);
        for (int order = 2; order <= 21; order++) {
            tall = RootedTree.graft(Colour.F, List.of(tall));
        }
        assertEquals(new BigInteger("51090942171709440000"), tall.density());
    }

    @Test
    @DisplayName("has (n−1)! monotonic labellings in all over the trees of order n: Σ n!/(σγ) = (n−1)!")
    void monotonicLabellings() {
        BigInteger factorial = BigInteger.ONE;
        for (int order = 1; order <= 9; order++) {
            factorial = factorial.multiply(BigInteger.valueOf(Math.max(1, order - 1)));
            BigInteger labellings = factorial.multiply(BigInteger.valueOf(order));
            BigInteger sum = BigInteger.ZERO;
            for (RootedTree tree : TreeEnumeration.over(List.of(Colour.F)).ofOrder(order)) {
                sum = sum.add(labellings.divide(tree.symmetry().multiply(tree.density())));
            }
            assertEquals(factorial, sum);
        }
    }

    @Test
    @DisplayName("has |t|−1 single cuts, and admissible cuts that keep all vertices")
    void cuts() {
        for (RootedTree tree : TreeEnumeration.over(TWO).upToOrder(5)) {
            assertEquals(tree.order() - 1, tree.singleCuts().size());
            for (AdmissibleCut cut : tree.admissibleCuts()) {
                int branches =
                        cut.branches().stream().mapToInt(RootedTree::order).sum();
                assertEquals(tree.order(), cut.trunk().order() + branches);
            }
        }
        assertEquals(5, RootedTree.parse("f[f,f[f]]").admissibleCuts().size() - 1);
    }

    @Test
    @DisplayName("is recoloured vertex by vertex")
    void recoloured() {
        assertEquals(
                RootedTree.parse("f[f,f[f]]"), RootedTree.parse("A[B[A],B]").recoloured(c -> Colour.F));
    }

    @ParameterizedTest(name = "''{0}'' is refused")
    @ValueSource(strings = {"", "f[", "f[]", "f[f,]", "f]f", "f[f]f", "[f]", "f[f;f]", "1[f]"})
    void badTrees(String text) {
        assertThrows(IllegalArgumentException.class, () -> RootedTree.parse(text));
    }

    @Test
    @DisplayName("is not read when it is nested without end")
    void nestedTooDeep() {
        assertThrows(IllegalArgumentException.class, () -> RootedTree.parse("f[".repeat(5000)));
    }

    /** Numbers of rooted trees; source: OEIS A000081, A000151, A006964. */
    @ParameterizedTest(name = "there are {2} trees of order {0} in {1} colours")
    @CsvSource({
        "1, 1, 1", "2, 1, 1", "3, 1, 2", "4, 1, 4", "5, 1, 9", "6, 1, 20", "7, 1, 48", "8, 1, 115", "9, 1, 286",
        "10, 1, 719", "1, 2, 2", "2, 2, 4", "3, 2, 14", "4, 2, 52", "5, 2, 214", "6, 2, 916", "1, 3, 3", "2, 3, 9",
        "3, 3, 45", "4, 3, 246"
    })
    void enumeration(int order, int colours, int count) {
        List<Colour> names =
                List.of(new Colour("A"), new Colour("B"), new Colour("C")).subList(0, colours);
        List<RootedTree> trees = TreeEnumeration.over(names).ofOrder(order);
        assertEquals(count, trees.size());
        assertEquals(BigInteger.valueOf(count), TreeEnumeration.count(order, colours));
        assertEquals(count, new HashSet<>(trees).size());
        assertEquals(trees.stream().sorted().toList(), trees);
        for (RootedTree tree : trees) {
            assertEquals(tree, RootedTree.parse(tree.toString()));
        }
    }

    /** OEIS A000081, A000151, A006964. */
    @ParameterizedTest(name = "in {0} colours: {1}")
    @CsvSource(
            delimiter = ':',
            value = {
                "1: 1 1 2 4 9 20 48 115 286 719 1842 4766 12486 32973 87811 235381 634847 1721159 4688676 12826228",
                "2: 2 4 14 52 214 916 4116 18996 89894 433196",
                "3: 3 9 45 246 1485 9432 62625"
            })
    @DisplayName("is counted without being listed")
    void counts(int colours, String numbers) {
        String[] counts = numbers.strip().split(" ", -1);
        for (int order = 1; order <= counts.length; order++) {
            assertEquals(new BigInteger(counts[order - 1]), TreeEnumeration.count(order, colours), "order " + order);
        }
    }

    @Test
    @DisplayName("has an order and a colour")
    void counted() {
        assertThrows(IllegalArgumentException.class, () -> TreeEnumeration.count(0, 1));
        assertThrows(IllegalArgumentException.class, () -> TreeEnumeration.count(1, 0));
        assertThrows(IllegalArgumentException.class, () -> TreeEnumeration.over(Set.of()));
    }

    @ParameterizedTest(name = "''{0}'' is no name of a colour")
    @ValueSource(strings = {"", "1a", "A_2", "a b", "∇", "A]"})
    void colours(String name) {
        assertThrows(IllegalArgumentException.class, () -> new Colour(name));
        assertTrue(new Colour("task2").compareTo(new Colour("task1")) > 0);
    }
}
