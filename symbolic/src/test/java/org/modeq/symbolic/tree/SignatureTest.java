package org.modeq.symbolic.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.symbolic.tree.Signature.Kind;

@DisplayName("A signature of typed trees")
class SignatureTest {
    private static final Colour U = new Colour("u");
    private static final Colour W = new Colour("w");
    private static final Colour G = new Colour("g");
    private static final Colour Q = new Colour("q");

    private static SortedMap<Slot, SortedSet<Colour>> slots(Map<String, Set<Colour>> slots) {
        SortedMap<Slot, SortedSet<Colour>> sorted = new TreeMap<>();
        slots.forEach((name, accepted) -> sorted.put(new Slot(name), new TreeSet<>(accepted)));
        return sorted;
    }

    /** u = U(m, v), m an average of g = ∇L, v one of q = g². */
    private static Signature adam() {
        return Signature.of(List.of(
                Kind.function(Q, Set.of(G), 2),
                Kind.function(G, Set.of(U), Kind.ANY),
                new Kind(U, 1, slots(Map.of("m", Set.of(G), "v", Set.of(Q))), 0, Kind.ANY)));
    }

    @Nested
    @DisplayName("of Adam")
    class OfAdam {
        private final Signature adam = adam();

        @ParameterizedTest(name = "has {1} trees of order {0}")
        @CsvSource({"1, 1", "2, 2", "3, 10", "4, 47", "5, 257", "6, 1452", "7, 8691"})
        @DisplayName("lists each tree once")
        void listsEachTreeOnce(int order, int count) {
            List<RootedTree> trees = TreeEnumeration.over(adam).ofOrder(order);
            assertEquals(count, trees.size());
            assertEquals(count, new HashSet<>(trees).size());
            assertEquals(trees.stream().sorted().toList(), trees);
            assertTrue(trees.stream().allMatch(tree -> adam.order(tree) == order));
        }

        /** The generating functions T = x MSet(G) MSet(Q), G = MSet(T) − 1, Q = G + MSet₂(G). */
        @ParameterizedTest(name = "{1} at order {0}")
        @CsvSource({"7, 8691", "8, 53505", "9, 338414", "10, 2181779"})
        @DisplayName("counts trees without listing them")
        void counts(int order, long count) {
            assertEquals(BigInteger.valueOf(count), adam.count(order));
        }

        @Test
        @DisplayName("has ten trees of order 3, whose symmetries are those of the table of Adam's second correction")
        void orderThree() {
            SortedMap<String, BigInteger> symmetries = new TreeMap<>();
            TreeEnumeration.over(adam).ofOrder(3).forEach(tree -> symmetries.put(tree.toString(), tree.symmetry()));
            SortedMap<String, BigInteger> expected = new TreeMap<>();
            for (String single : List.of(
                    "u[m:g[u[m:g[u]]]]",
                    "u[m:g[u[v:q[g[u]]]]]",
                    "u[v:q[g[u[m:g[u]]]]]",
                    "u[v:q[g[u[v:q[g[u]]]]]]",
                    "u[m:g[u],v:q[g[u]]]")) {
                expected.put(single, BigInteger.ONE);
            }
            for (String twofold : List.of(
                    "u[m:g[u,u]]",
                    "u[v:q[g[u,u]]]",
                    "u[v:q[g[u],g[u]]]",
                    "u[m:g[u],m:g[u]]",
                    "u[v:q[g[u]],v:q[g[u]]]")) {
                expected.put(twofold, BigInteger.TWO);
            }
            assertEquals(expected, symmetries);
        }

        @Test
        @DisplayName("lists the gradient trees of an order too")
        void gradientTrees() {
            TreeEnumeration trees = TreeEnumeration.over(adam);
            assertEquals(
                    List.of("g[u,u]", "g[u[m:g[u]]]", "g[u[v:q[g[u]]]]"),
                    trees.ofKind(G, 2).stream().map(RootedTree::toString).toList());
            assertThrows(IllegalArgumentException.class, () -> trees.ofKind(W, 2));
        }

        @ParameterizedTest
        @ValueSource(strings = {"u[g[u]]", "u[m:q[g[u]]]", "u[m:g]", "u[v:q[g[u],g[u],g[u]]]", "x", "u[m:g[x]]"})
        @DisplayName("refuses trees that are not of its kinds")
        void refusesOtherTrees(String text) {
            RootedTree tree = RootedTree.parse(text);
            assertThrows(IllegalArgumentException.class, () -> adam.order(tree));
        }
    }

    @Test
    @DisplayName("of AdamW has a second update, which is linear: one child or none")
    void decoupledDecay() {
        Signature adamW = Signature.of(List.of(
                new Kind(U, 1, slots(Map.of("m", Set.of(G), "v", Set.of(Q))), 0, Kind.ANY),
                new Kind(W, 1, slots(Map.of("", Set.of(U, W))), 0, 1),
                Kind.function(G, Set.of(U, W), Kind.ANY),
                Kind.function(Q, Set.of(G), 2)));
        assertEquals(
                List.of("w[u]", "w[w]", "u[m:g[u]]", "u[m:g[w]]", "u[v:q[g[u]]]", "u[v:q[g[w]]]"),
                TreeEnumeration.over(adamW).ofOrder(2).stream()
                        .map(RootedTree::toString)
                        .toList());
        for (int order = 1; order <= 5; order++) {
            assertEquals(
                    adamW.count(order),
                    BigInteger.valueOf(
                            TreeEnumeration.over(adamW).ofOrder(order).size()));
        }
    }

    /** A child that moves x can only sit in the slot x, so the slots say nothing new. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    @DisplayName("of two players f(x, y), g(x, y) has as many trees as two colours have")
    void games(int order) {
        Colour f = new Colour("f");
        SortedMap<Slot, SortedSet<Colour>> slots = slots(Map.of("x", Set.of(f), "y", Set.of(G)));
        Signature game = Signature.of(List.of(new Kind(f, 1, slots, 0, Kind.ANY), new Kind(G, 1, slots, 0, Kind.ANY)));
        assertEquals(TreeEnumeration.count(order, 2), game.count(order));
        List<RootedTree> trees = TreeEnumeration.over(game).ofOrder(order);
        List<RootedTree> coloured = TreeEnumeration.over(Set.of(f, G)).ofOrder(order);
        assertEquals(
                coloured.stream().map(RootedTree::symmetry).sorted().toList(),
                trees.stream().map(RootedTree::symmetry).sorted().toList());
    }

    @ParameterizedTest(name = "{0} colours")
    @ValueSource(ints = {1, 2, 3})
    @DisplayName("of vector fields counts as the Euler transform does")
    void fields(int colours) {
        List<Colour> names = List.of(U, G, Q).subList(0, colours);
        for (int order = 1; order <= 10; order++) {
            assertEquals(
                    TreeEnumeration.count(order, colours),
                    Signature.ofFields(names).count(order));
        }
    }

    @Test
    @DisplayName("keeps equal trees in different slots apart")
    void slotsMatter() {
        RootedTree tree = RootedTree.parse("u[v:g, m:g]");
        assertEquals("u[m:g,v:g]", tree.toString());
        assertEquals(BigInteger.ONE, tree.symmetry());
        assertEquals(BigInteger.TWO, RootedTree.parse("u[m:g,m:g]").symmetry());
        assertNotEquals(RootedTree.parse("u[m:g]"), RootedTree.parse("u[v:g]"));
        assertNotEquals(RootedTree.parse("u[m:g]"), RootedTree.parse("u[g]"));
        assertEquals(
                RootedTree.parse("w[m:q]"), RootedTree.parse("u[m:g]").recoloured(colour -> colour.equals(U) ? W : Q));
        assertThrows(IllegalArgumentException.class, () -> RootedTree.parse("u[m:]"));
        assertThrows(IllegalArgumentException.class, () -> new Slot("2m"));
    }

    @Test
    @DisplayName("has no cuts, rootings and derivatives of vector fields on its trees")
    void noFieldOperations() {
        RootedTree tree = RootedTree.parse("u[m:g[u]]");
        assertThrows(IllegalArgumentException.class, tree::rootings);
        assertThrows(IllegalArgumentException.class, tree::admissibleCuts);
        assertThrows(IllegalArgumentException.class, tree::singleCuts);
        assertThrows(IllegalArgumentException.class, () -> tree.preLieProduct(RootedTree.vertex(U)));
    }

    @Test
    @DisplayName("refuses kinds that make infinitely many trees of one order, and slots for unknown kinds")
    void refusals() {
        SortedMap<Slot, SortedSet<Colour>> none = slots(Map.of());
        assertThrows(IllegalArgumentException.class, () -> new Kind(G, 0, none, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Kind(G, -1, none, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Kind(U, 1, none, 2, 1));
        Kind u = Kind.field(U, Set.of(G));
        assertThrows(IllegalArgumentException.class, () -> Signature.of(List.of(u)));
        assertThrows(IllegalArgumentException.class, () -> Signature.of(List.of(u, u)));
        Kind g = Kind.function(G, Set.of(Q, U), Kind.ANY);
        Kind q = Kind.function(Q, Set.of(G), 2);
        assertThrows(IllegalArgumentException.class, () -> Signature.of(List.of(g, q)));
        assertThrows(IllegalArgumentException.class, () -> Signature.of(List.of(u, g, q)));
        assertThrows(IllegalArgumentException.class, () -> Signature.ofFields(Set.of()));
        assertThrows(IllegalArgumentException.class, () -> adam().count(0));
    }
}
