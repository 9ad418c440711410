package org.modeq.symbolic.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Rationals;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;

@DisplayName("A query")
class SeriesQueriesTest {
    private static final Rational ONE = Rational.ONE;

    private static BSeriesField<Rational> weights(Map<RootedTree, Rational> weights) {
        return BSeriesField.ofWeights(Rationals.RATIONALS, 8, weights);
    }

    private static Map<RootedTree, Rational> terms(String first, Rational weight, String second, Rational other) {
        SortedMap<RootedTree, Rational> terms = new TreeMap<>();
        terms.put(RootedTree.parse(first), weight);
        terms.merge(RootedTree.parse(second), other, Rational::add);
        return terms;
    }

    @Nested
    @DisplayName("for the order of accuracy")
    class Order {
        @Test
        @DisplayName("finds the order 1 and the first error f[f] of explicit Euler")
        void euler() {
            BSeriesMap<Rational> step = BSeriesMap.eulerStep(Colour.F, 4);
            assertEquals(1, SeriesQueries.orderOfAccuracy(step));
            assertEquals(Optional.of(RootedTree.parse("f[f]")), SeriesQueries.firstError(step));
        }

        @Test
        @DisplayName("finds no error of the exact flow, and the order 0 of the identity")
        void extremes() {
            assertEquals(5, SeriesQueries.orderOfAccuracy(BSeriesMap.exactFlow(Colour.F, 5)));
            assertEquals(Optional.empty(), SeriesQueries.firstError(BSeriesMap.exactFlow(Colour.F, 5)));
            assertEquals(0, SeriesQueries.orderOfAccuracy(BSeriesMap.of(5, Map.of())));
        }
    }

    @Nested
    @DisplayName("for the effective order")
    class Effective {
        @Test
        @DisplayName("finds all orders of a conjugate of the exact flow, and 3 of one that is spoilt at the order 4")
        void conjugates() {
            BSeriesMap<Rational> change = SeriesSamples.rational().map(1, List.of(Colour.F), 5);
            BSeriesMap<Rational> flow = BSeriesMap.exactFlow(Colour.F, 5);
            assertEquals(2, SeriesQueries.orderOfAccuracy(flow.conjugatedBy(change)));
            assertEquals(5, SeriesQueries.effectiveOrder(flow.conjugatedBy(change)));
            SortedMap<RootedTree, Rational> spoilt = new TreeMap<>(flow.nonzero());
            spoilt.put(RootedTree.parse("f[f,f,f]"), Rational.ZERO);
            assertEquals(
                    3, SeriesQueries.effectiveOrder(BSeriesMap.of(5, spoilt).conjugatedBy(change)));
        }

        @Test
        @DisplayName("finds 1 of explicit Euler and 0 of the identity")
        void low() {
            assertEquals(1, SeriesQueries.effectiveOrder(BSeriesMap.eulerStep(Colour.F, 4)));
            assertEquals(0, SeriesQueries.effectiveOrder(BSeriesMap.of(4, Map.of())));
        }
    }

    @Nested
    @DisplayName("for the energy")
    class Energy {
        @ParameterizedTest(name = "says {4} of {1} F({0}) + {3} F({2})")
        @CsvSource(
                delimiter = (char) 124,
                value = {
                    "f; 1; f; 0; true",
                    "f[f]; 1; f[f]; 0; false",
                    "f[f[f]]; 1; f[f[f]]; 0; true",
                    "f[f,f]; 1; f[f,f]; 0; false",
                    "f[f,f[f]]; 1; f[f[f,f]]; 1; true",
                    "f[f,f[f]]; 1; f[f[f,f]]; -1; false",
                    "f[f,f,f]; 1; f[f[f[f]]]; 1; false"
                })
        void smallTrees(String line) {
            String[] parts = line.split("; ", -1);
            Map<RootedTree, Rational> terms =
                    terms(parts[0], Rational.parse(parts[1]), parts[2], Rational.parse(parts[3]));
            assertEquals(Boolean.parseBoolean(parts[4]), SeriesQueries.preservesEnergy(weights(terms)));
        }

        /** Celledoni, McLachlan, Owren and Quispel (2010): F(t) + (−1)ᵐ F(t̂), t with the chain to a leaf turned. */
        @Test
        @DisplayName("says yes to F(t) + (−1)ᵐ F(t̂) for every tree of order at most 7 and every leaf of it")
        void turnedChains() {
            for (RootedTree tree : TreeEnumeration.over(List.of(Colour.F)).upToOrder(7)) {
                for (List<List<RootedTree>> chain : chains(tree)) {
                    SortedMap<RootedTree, Rational> terms = new TreeMap<>(Map.of(tree, ONE));
                    Rational sign = Rational.of(chain.size() % 2 == 0 ? 1 : -1);
                    terms.merge(turned(chain), sign, Rational::add);
                    assertTrue(SeriesQueries.preservesEnergy(weights(terms)), () -> "" + terms);
                }
            }
        }

        @ParameterizedTest(name = "leaves {1} single trees of order {0}")
        @CsvSource({"1, 1", "2, 0", "3, 1", "4, 0"})
        void singleTrees(int order, long count) {
            assertEquals(
                    count,
                    TreeEnumeration.over(List.of(Colour.F)).ofOrder(order).stream()
                            .filter(tree -> SeriesQueries.preservesEnergy(weights(Map.of(tree, ONE))))
                            .count());
        }

        @Test
        @DisplayName("refuses several fields")
        void severalFields() {
            BSeriesField<Rational> two = BSeriesField.of(2, terms("A", ONE, "B", ONE));
            assertThrows(IllegalArgumentException.class, () -> SeriesQueries.preservesEnergy(two));
        }

        /** The chains from the root to a leaf: the other children μ₁, …, μₘ of the vertices before the leaf. */
        private static List<List<List<RootedTree>>> chains(RootedTree tree) {
            if (tree.isVertex()) {
                return List.of(List.of());
            }
            List<List<List<RootedTree>>> chains = new ArrayList<>();
            for (RootedTree child : tree.children()) {
                List<RootedTree> others = new ArrayList<>(tree.children());
                others.remove(child);
                for (List<List<RootedTree>> above : chains(child)) {
                    List<List<RootedTree>> chain = new ArrayList<>(List.of(others));
                    chain.addAll(above);
                    chains.add(chain);
                }
            }
            return chains;
        }

        private static RootedTree turned(List<List<RootedTree>> chain) {
            RootedTree result = RootedTree.vertex(Colour.F);
            for (List<RootedTree> others : chain) {
                List<RootedTree> children = new ArrayList<>(others);
                children.add(result);
                result = RootedTree.graft(Colour.F, children);
            }
            return result;
        }
    }

    @Nested
    @DisplayName("for symplecticity")
    class Symplecticity {
        @Test
        @DisplayName("finds flows of Hamiltonian fields symplectic, and their logarithms Hamiltonian")
        void flows() {
            BSeriesField<Rational> field = weights(terms("f", ONE, "f[f,f]", Rational.of(1, 2)))
                    .add(weights(terms("f[f[f]]", Rational.of(-1), "f", ONE)));
            assertTrue(SeriesQueries.isHamiltonian(field));
            assertTrue(SeriesQueries.isSymplectic(field.truncated(7).flow()));
            assertFalse(SeriesQueries.isSymplectic(BSeriesMap.eulerStep(Colour.F, 2)));
            assertFalse(SeriesQueries.isHamiltonian(
                    BSeriesMap.eulerStep(Colour.F, 2).logarithm()));
        }

        @Test
        @DisplayName("of a partitioned system refuses one field and needs the same coefficient for both roots")
        void partitioned() {
            BSeriesMap<Rational> one = BSeriesMap.eulerStep(Colour.F, 2);
            assertThrows(IllegalArgumentException.class, () -> SeriesQueries.isSymplecticForPartitionedSystems(one));
            BSeriesMap<Rational> shear = BSeriesMap.of(1, terms("p", ONE, "q", Rational.of(2)));
            assertFalse(SeriesQueries.isSymplecticForPartitionedSystems(shear));
            assertTrue(SeriesQueries.isSymplecticForPartitionedSystems(BSeriesMap.of(1, terms("p", ONE, "q", ONE))));
        }
    }

    @Test
    @DisplayName("for chains is given every leaf once: the cherry has two")
    void leaves() {
        assertEquals(
                List.of(2, 1),
                List.of(
                        Energy.chains(RootedTree.parse("f[f,f]")).size(),
                        Collections.frequency(Energy.chains(RootedTree.parse("f[f]")), List.of(List.of()))));
    }
}
