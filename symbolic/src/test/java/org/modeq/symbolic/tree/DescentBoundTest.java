package org.modeq.symbolic.tree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The bound by descents")
class DescentBoundTest {
    /** The parent of each vertex, root first. */
    private static List<Integer> parents(RootedTree tree) {
        List<Integer> parents = new ArrayList<>();
        collect(tree, -1, parents);
        return parents;
    }

    private static void collect(RootedTree tree, int parent, List<Integer> parents) {
        int place = parents.size();
        parents.add(parent);
        tree.children().forEach(child -> collect(child, place, parents));
    }

    /** Adds the linear extensions that go on from a beginning to the counts by descents. */
    private static void count(
            List<Integer> parents, List<Integer> labels, List<Integer> chosen, int descents, double[] e) {
        if (chosen.size() == labels.size()) {
            e[descents]++;
            return;
        }
        for (int v = 0; v < labels.size(); v++) {
            if (!chosen.contains(v) && (parents.get(v) < 0 || chosen.contains(parents.get(v)))) {
                int last = chosen.isEmpty() ? -1 : labels.get(chosen.get(chosen.size() - 1));
                chosen.add(v);
                count(parents, labels, chosen, descents + (last > labels.get(v) ? 1 : 0), e);
                chosen.remove(chosen.size() - 1);
            }
        }
    }

    @ParameterizedTest(name = "of order {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    @DisplayName("is above the sum over the linear extensions of every tree, however it is labelled")
    void boundsEveryLabelledTree(int order) {
        Random random = new Random(order);
        DescentBound bound = new DescentBound(order);
        double[] binomials = {1};
        for (int n = 1; n < order; n++) {
            double[] next = new double[n + 1];
            for (int d = 0; d <= n; d++) {
                next[d] = (d < n ? binomials[d] : 0) + (d > 0 ? binomials[d - 1] : 0);
            }
            binomials = next;
        }
        for (RootedTree tree : TreeEnumeration.over(List.of(Colour.F)).ofOrder(order)) {
            List<Integer> labels = new ArrayList<>();
            for (int label = 0; label < order; label++) {
                labels.add(label);
            }
            Collections.shuffle(labels, random);
            double[] e = new double[order];
            count(parents(tree), labels, new ArrayList<>(), 0, e);
            double sum = 0;
            for (int d = 0; d < order; d++) {
                sum += (d % 2 == 0 ? e[d] : -e[d]) / (order * binomials[d]);
            }
            double extensions = Arrays.stream(e).sum();
            assertTrue(Math.abs(sum) <= bound.of(extensions) * (1 + 1e-12), () -> tree + " " + labels);
        }
    }

    @Test
    @DisplayName("is undone by its inverse")
    void inverse() {
        DescentBound bound = new DescentBound(9);
        for (double extensions : new double[] {0.5, 2, 300, 5000, 100_000, 362_879}) {
            assertEquals(extensions, bound.inverse(bound.of(extensions)), 1e-9 * extensions);
        }
        assertEquals((2 + 7 / 8.0) / 9, bound.of(9), 1e-15, "the ends hold one each, the others count an eighth");
        assertEquals(Double.POSITIVE_INFINITY, bound.inverse(bound.of(362_880) * 1.01));
        assertEquals(bound.of(362_880), bound.of(1e9));
    }

    /** OEIS A008292. */
    @Test
    @DisplayName("rests on the Eulerian numbers 1, 11, 11, 1, which add up to p!")
    void eulerianNumbers() {
        assertArrayEquals(new double[] {1}, DescentBound.eulerianNumbers(1));
        assertArrayEquals(new double[] {1, 11, 11, 1}, DescentBound.eulerianNumbers(4));
        assertEquals(3_628_800, Arrays.stream(DescentBound.eulerianNumbers(10)).sum());
    }
}
