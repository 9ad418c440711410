package org.modeq.symbolic.contraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;

@DisplayName("A contraction graph")
class ContractionGraphTest {
    private static final BigInteger PRIME = BigInteger.valueOf((1L << 31) - 1);

    /** Symmetric tensors with random entries modulo a prime, in four dimensions. */
    private static final class RandomTensors {
        private static final int DIMENSION = 4;
        private final Map<List<Object>, BigInteger> entries = new HashMap<>();
        private final Random random = new Random(11);

        BigInteger entry(Vertex vertex, int[] values) {
            List<Integer> legs = new ArrayList<>();
            vertex.legs().forEach(index -> legs.add(values[index]));
            Collections.sort(legs);
            List<Object> key = new ArrayList<>(List.of(vertex.name(), legs));
            vertex.output().ifPresent(index -> key.add(values[index]));
            return entries.computeIfAbsent(key, k -> new BigInteger(30, random));
        }

        /** The contraction with its free indices at given places, by brute force. */
        BigInteger value(ContractionGraph graph, int... free) {
            int[] values = Arrays.copyOf(free, graph.indices());
            return sum(graph, values, graph.rank());
        }

        private BigInteger sum(ContractionGraph graph, int[] values, int index) {
            if (index == values.length) {
                return graph.vertices().stream()
                        .map(vertex -> entry(vertex, values))
                        .reduce(BigInteger.ONE, (a, b) -> a.multiply(b).mod(PRIME));
            }
            BigInteger sum = BigInteger.ZERO;
            for (int value = 0; value < DIMENSION; value++) {
                values[index] = value;
                sum = sum.add(sum(graph, values, index + 1));
            }
            return sum.mod(PRIME);
        }
    }

    /** A random product of two to five tensors with at most six indices. */
    private static List<Vertex> randomVertices(Random random, int indices) {
        List<Vertex> vertices = new ArrayList<>();
        int count = 2 + random.nextInt(4);
        for (int v = 0; v < count; v++) {
            List<Integer> legs = new ArrayList<>();
            for (int leg = random.nextInt(4); leg > 0; leg--) {
                legs.add(random.nextInt(indices));
            }
            vertices.add(
                    random.nextInt(3) == 0
                            ? Vertex.field("f", random.nextInt(indices), legs)
                            : Vertex.loss(random.nextBoolean() ? "A" : "B", legs));
        }
        if (random.nextBoolean()) {
            TensorForm<Rational> gradient = TensorForm.loss(RATIONALS, "A").derivative();
            AppliedFunction function = new AppliedFunction("phi", List.of(random.nextInt(2)), List.of(gradient));
            vertices.add(Vertex.function(function, random.nextInt(indices)));
        }
        for (int index = 0; index < indices; index++) {
            vertices.add(Vertex.loss("A", List.of(index)));
        }
        return vertices;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("is the same whatever its indices are called and in whatever order its tensors stand")
    void invariant(int seed) {
        Random random = new Random(seed);
        for (int sample = 0; sample < 40; sample++) {
            int rank = random.nextInt(3);
            int indices = rank + 1 + random.nextInt(4);
            List<Vertex> vertices = randomVertices(random, indices);
            List<Integer> names = new ArrayList<>();
            for (int i = rank; i < indices; i++) {
                names.add(i);
            }
            Collections.shuffle(names, random);
            List<Vertex> shuffled = new ArrayList<>();
            for (Vertex vertex : vertices) {
                shuffled.add(vertex.renamed(index -> index < rank ? index : names.get(index - rank)));
            }
            Collections.shuffle(shuffled, random);
            assertEquals(
                    ContractionGraph.of(rank, indices, vertices),
                    ContractionGraph.of(rank, indices, shuffled),
                    () -> vertices.toString());
        }
    }

    @Test
    @DisplayName("is different exactly when its value at random tensors is")
    void separates() {
        Random random = new Random(99);
        RandomTensors tensors = new RandomTensors();
        Map<BigInteger, ContractionGraph> byValue = new HashMap<>();
        Set<ContractionGraph> seen = new HashSet<>();
        for (int sample = 0; sample < 400; sample++) {
            List<Vertex> vertices = new ArrayList<>();
            int indices = 1 + random.nextInt(3);
            for (int v = 1 + random.nextInt(3); v > 0; v--) {
                List<Integer> legs = new ArrayList<>();
                for (int leg = 1 + random.nextInt(2); leg > 0; leg--) {
                    legs.add(random.nextInt(indices));
                }
                vertices.add(Vertex.loss("A", legs));
            }
            for (int index = 0; index < indices; index++) {
                vertices.add(Vertex.loss("B", List.of(index)));
            }
            ContractionGraph graph = ContractionGraph.of(0, indices, vertices);
            BigInteger value = tensors.value(graph);
            ContractionGraph same = byValue.putIfAbsent(value, graph);
            assertEquals(seen.add(graph), same == null, () -> graph + " and " + same);
        }
        assertTrue(seen.size() > 30, "only " + seen.size() + " different graphs");
    }

    @ParameterizedTest(name = "of order {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("is made of every rooted tree, and different for different trees")
    void trees(int order) {
        List<RootedTree> trees = TreeEnumeration.over(List.of(new Colour("A"))).ofOrder(order);
        Set<ContractionGraph> graphs = new HashSet<>();
        trees.forEach(tree -> graphs.add(ContractionGraph.ofLosses(tree)));
        assertEquals(trees.size(), graphs.size());
        assertTrue(graphs.stream().allMatch(graph -> graph.rank() == 1 && graph.order() == order));
    }

    @Test
    @DisplayName("knows powers of traces from traces of powers, and six twins from their permutations")
    void symmetric() {
        List<Vertex> cycle = new ArrayList<>();
        List<Vertex> twoCycles = new ArrayList<>();
        List<Vertex> star = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            cycle.add(Vertex.loss("A", List.of(i, (i + 1) % 8)));
            twoCycles.add(Vertex.loss("A", List.of(i, i < 4 ? (i + 1) % 4 : 4 + (i + 1) % 4)));
            star.add(Vertex.loss("B", List.of(i)));
        }
        star.add(Vertex.loss("A", List.of(0, 1, 2, 3, 4, 5, 6, 7)));
        ContractionGraph one = ContractionGraph.of(0, 8, cycle);
        assertNotEquals(one, ContractionGraph.of(0, 8, twoCycles));
        Collections.reverse(cycle);
        assertEquals(one, ContractionGraph.of(0, 8, cycle));
        ContractionGraph bushy = ContractionGraph.of(0, 8, star);
        Collections.shuffle(star, new Random(3));
        assertEquals(bushy, ContractionGraph.of(0, 8, star));
        assertEquals(Set.of("A", "B"), bushy.names());
    }

    @Test
    @DisplayName("is written in index notation")
    void text() {
        assertEquals(
                "A_{1} A_{0,1}",
                ContractionGraph.ofLosses(RootedTree.parse("A[A]")).toString());
    }
}
